"""What the Länder rule themselves: dated parameters, read from ``lands/*.toml``.

A parameter that the profile does not hold is not established; one marked unverified never answers yes alone.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

FOLDER = Path(__file__).resolve().parent / "lands"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value from a day on; ``value`` is a string, a number or a truth value as TOML has it."""

    name: str
    value: Any
    since: date
    until: date | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class LandProfile:
    """The parameters of one Land."""

    code: str
    name: str
    parameters: tuple[Parameter, ...]

    def parameter(self, name: str, on: date) -> Parameter | None:
        """The parameter in force on a day; None when the profile does not hold it (not established)."""
        for parameter in self.parameters:
            if parameter.name == name and parameter.since <= on and (parameter.until is None or on <= parameter.until):
                return parameter
        return None

    def holiday_calendar(self, on: date) -> str:
        """Code of the Land whose holidays count: its own, unless a confirmed parameter names another one (an invented Land has none)."""
        named = self.parameter("holiday_calendar", on)
        return str(named.value) if named is not None and named.verified else self.code


def _read(path: Path) -> LandProfile:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    parameters = tuple(
        Parameter(
            name=row["name"],
            value=row["value"],
            since=row["since"],
            until=row.get("until"),
            source=row["source"],
            verified=row.get("verified", False),
        )
        for row in raw.get("parameter", [])
    )
    return LandProfile(code=raw["code"], name=raw["name"], parameters=parameters)


@cache
def profiles() -> dict[str, LandProfile]:
    """All profiles by Land code. Files in ``lands`` of the data folder, confirmed by the installation, replace the shipped ones."""
    folders = (FOLDER, Path(settings.DATA) / "lands")
    found = [_read(path) for folder in folders for path in sorted(folder.glob("*.toml"))]
    return {profile.code: profile for profile in found}


def profile(code: str) -> LandProfile:
    """The profile of a Land; an unknown code gives an empty profile: everything not established."""
    return profiles().get(code) or LandProfile(code=code, name=code, parameters=())
