"""Whether a text points to a person: what the text alone shows, and words that are a person's names."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import pairwise

from augenmass.cases.words import fold

_DAY = re.compile(
    r"\b([0-3]?[0-9])\s?\.\s?([01]?[0-9])\s?\.\s?((?:19|20)?[0-9]{2})\b|\b((?:19|20)[0-9]{2})-([01][0-9])-([0-3][0-9])\b"
)
_BORN = re.compile(r"\b(?:geb\.|geboren\w*|geburtsdatum|geburtstag|born|date of birth)", re.IGNORECASE)
_NUMBER = re.compile(
    r"\b(?:Aktenzeichen|Az|AZR-?(?:Nummer|Nr)|Geschäftszeichen|GZ|Ausländer-?(?:nummer|nr)|Pass-?(?:nummer|nr))\b\W{0,4}(?:\w+\W{1,2})?[\w./-]*[0-9]",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9]{8,}")
_ADDRESSED = re.compile(r"\b(?:Herrn?|Frau|Familie|Eheleute|Mr|Mrs|Ms)\.?\s+(?:Dr\.\s+)?[^\W\d_a-zäöüß][^\W\d_]+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TOKEN = re.compile(r"[^\s,;()\[\]„“\"]*[0-9][^\s,;()\[\]„“\"]*")


class Trace(StrEnum):
    """What in a text points to a person."""

    DAY = "day"
    BORN = "born"
    NUMBER = "number"
    ADDRESSED = "addressed"
    NAME = "name"


def trace_in(text: str, on: date) -> Trace | None:
    """What in a text points to a person, as far as the text alone shows it: a past day could be a date of birth.

    Days to come are let through: an answer may say from when on something holds.
    """
    if _BORN.search(text):
        return Trace.BORN
    if any(day is None or day <= on for day in _days(text)):
        return Trace.DAY
    if _NUMBER.search(text) or _DIGITS.search(text):
        return Trace.NUMBER
    return Trace.ADDRESSED if _ADDRESSED.search(text) else None


def _days(text: str) -> Iterable[date | None]:
    """The full dates in a text; None for two digits of a year, which could be any century, and for days that do not exist."""
    for found in _DAY.finditer(text):
        day, month, year, *other = found.groups()
        if year is None:
            year, month, day = other
        try:
            yield date(int(year), int(month), int(day)) if len(year) == 4 else None
        except ValueError:
            yield None


def capitalised(text: str) -> list[str]:
    """The words of a text in plain letters and in their order; "" for one that is not written like a name."""
    return [fold(word) if word[0].isupper() or not word[0].isascii() else "" for word in _WORD.findall(text)]


def parts_of(word: str) -> frozenset[str]:
    """The parts of a word with hyphens."""
    return frozenset(part for part in re.split(r"[\W_]+", word) if part)


def numbers_in(text: str) -> set[str]:
    """What could be a file number: pieces of the text with a digit."""
    return {token.strip(".:!?") for token in _TOKEN.findall(text)}


def named(words: list[str], names: frozenset[str]) -> bool:
    """Whether two neighbouring words are both names of one person."""
    return any(
        first and second and first != second and parts_of(first) <= names and parts_of(second) <= names
        for first, second in pairwise(words)
    )
