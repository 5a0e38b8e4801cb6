"""The written criteria of admission: a conference is for what one body cannot settle with another by a message or a call.

After the admission criteria of the Dutch care and safety houses: several matters, several chains of bodies, and an impasse or harm.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import Final


class Criterion(StrEnum):
    """One criterion; the value is stored."""

    SEVERAL_BODIES = "several_bodies"
    NOT_BILATERAL = "not_bilateral"
    IMPASSE = "impasse"
    CHILD = "child"
    DANGER = "danger"
    DEADLINE = "deadline"


NEEDED: Final = frozenset({Criterion.SEVERAL_BODIES, Criterion.NOT_BILATERAL})
"""Both of these, and at least one of the others."""


def admissible(said: Collection[str]) -> bool:
    """Whether what the requesting body says would admit the conference; the gatekeeper decides."""
    known = {Criterion(key) for key in said if key in set(Criterion)}
    return known >= NEEDED and bool(known - NEEDED)
