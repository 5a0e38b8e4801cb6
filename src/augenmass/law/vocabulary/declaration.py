"""How a fact is declared: one declaration carries import, form, law, words, access and retention."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The type of a fact's value."""

    YES_NO = "yes_no"
    DAY = "day"
    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice: its key, its labels, and further spellings that exports use for it."""

    key: str
    de: str
    en: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactDeclaration:
    """What a fact is called, means, who can establish it and how it is protected.

    ``protective``: not knowing it must never become a no. ``assessment``: a vague term or discretion, established by a named
    officer. ``derived``: a room provides it from its own records. ``established_by`` holds roles, ``evidence`` kinds of documents,
    ``headers`` column heads seen in exports.
    """

    name: str
    kind: Kind
    de: str
    en: str
    meaning: str
    meaning_en: str
    category: str
    group: str
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    established_by: tuple[str, ...] = ("caseworker",)
    evidence: tuple[str, ...] = ()
    protective: bool = False
    assessment: bool = False
    derived: bool = False
    retention: str = "case_file"
    headers: tuple[str, ...] = ()
    unverified: bool = False

    def choice(self, key: str) -> Choice:
        """Return the choice with this key. Raises ``KeyError`` when the fact has no such choice."""
        for choice in self.choices:
            if choice.key == key:
                return choice
        raise KeyError(f"{self.name} has no choice {key!r}")


Vocabulary = Mapping[str, FactDeclaration]
