"""A page to look at: its address, and as whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """A page: name of its address, path with names of what was prepared, and who opens it ("" for nobody)."""

    route: str
    path: str
    username: str = "okonkwo"
    status: int = 200
