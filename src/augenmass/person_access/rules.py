"""Pure rules of the person's way in: what a code looks like, how long things last, to whom a letter goes."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from augenmass.law.values import YES
from augenmass.letters.rules.addressee import Addressee, choose_addressee
from augenmass.letters.rules.inputs import Gap, Person

SELECTOR_DIGITS = 7
"""A code is found by its first digits; a wrong rest is counted at the code that they name."""
SECRET_DIGITS = 9
CODE_DIGITS = SELECTOR_DIGITS + SECRET_DIGITS
CODE_LASTS = timedelta(days=21)
"""Three weeks: a letter takes days, and the person may be away."""
IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=4)
SEEN_AGAIN = timedelta(minutes=1)
"""How exactly the last look is kept: no page writes more often."""
MOST_A_DAY = 20
"""Things that one access hands in within a day."""


class Wrong(StrEnum):
    """Why something was not done for the person; the door has the words."""

    CODE = "code"
    TOO_MANY = "too_many"
    FILE = "file"
    FULL = "full"


class Refused(Exception):
    """Nothing was done; ``why`` says which sentence the person reads."""

    def __init__(self, why: Wrong) -> None:
        super().__init__(why.value)
        self.why = why


def digits_of(typed: str) -> str:
    """The digits of what was typed, whatever script they are in (٣, ۳ and 3 are the same); "" where it cannot be a code."""
    found = []
    for sign in typed:
        value = unicodedata.decimal(sign, None)
        if value is not None:
            found.append(str(value))
        elif sign.isalpha():
            return ""
    return "".join(found) if len(found) == CODE_DIGITS else ""


def western(typed: str) -> str:
    """The same text with the digits 0 to 9, whatever script they were typed in."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in typed)


def grouped(code: str) -> str:
    """A code as it is printed: groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def visit_over(begun_at: datetime, seen_at: datetime, at: datetime) -> bool:
    """Whether a visit has ended by the clock."""
    return at - seen_at > IDLE or at - begun_at > LONGEST


def holds(valid_until: date | None, on: date) -> bool:
    """Whether an access holds on a day."""
    return valid_until is None or on <= valid_until


def addressee_of(kind: str, person: Person) -> tuple[Addressee | None, tuple[Gap, ...]]:
    """To whom the letter with the code goes, or what is missing: a minor signs in through the legal representative only."""
    if kind == "person":
        return choose_addressee(replace(person, representative=None, legal_representative=None))
    if kind == "guardian":
        if person.legal_representative is None:
            return None, (_NO_GUARDIAN,)
        return choose_addressee(replace(person, representative=None))
    if person.representative is None or person.representative.authority_shown != YES:
        return None, (_NO_AUTHORITY,)
    return choose_addressee(person)


_NO_GUARDIAN = Gap(
    "legal_representative",
    "Die Akte nennt keine gesetzliche Vertretung.",
    "The file names no legal representative.",
)
_NO_AUTHORITY = Gap(
    "representative_authority",
    "Die Akte nennt keine Vertretung mit vorgelegter schriftlicher Vollmacht.",
    "The file names no representative who has shown a written authority.",
)
