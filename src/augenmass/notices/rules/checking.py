"""Pure checks of a notice: what is missing, what cannot be meant, whether two notices name one person."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from augenmass.notices.rules.kinds import OF_PROCEEDINGS, Kind, Outcome

OLDEST = timedelta(days=5 * 366)
BORN_AFTER = date(1900, 1, 1)
ASSIGN_WITHIN = timedelta(days=14)
"""How long a notice may lie here of which nobody knows whether the person is one of the authority's."""
EXAMINE_WITHIN = timedelta(days=14)
END_AFTER, END_OF_LAND = 180, "notice_end_after_days"
"""After so many days without an end the sender of a start is asked, where the Land rules nothing else."""
_WORD = re.compile(r"[^\W_]+")
_UMLAUT = re.compile(r"([aou])e")
_NO_LETTER = re.compile(r"[\W_]+")


class Problem(StrEnum):
    """Why a notice is not taken as it is."""

    FUTURE = "future"
    TOO_OLD = "too_old"
    NO_NAME = "no_name"
    NO_TEXT = "no_text"
    NO_OFFENCES = "no_offences"
    NO_REFERENCE = "no_reference"
    NO_OUTCOME = "no_outcome"
    OUTCOME_WITHOUT_END = "outcome_without_end"
    BORN = "born"


FIELDS = {
    Problem.FUTURE: "occurred_on",
    Problem.TOO_OLD: "occurred_on",
    Problem.NO_NAME: "family_name",
    Problem.NO_TEXT: "text",
    Problem.NO_OFFENCES: "offences",
    Problem.NO_REFERENCE: "reference",
    Problem.NO_OUTCOME: "outcome",
    Problem.OUTCOME_WITHOUT_END: "outcome",
    Problem.BORN: "born_on",
}
"""The entry that each problem is about."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a notice says, as far as rules ask about it."""

    kind: Kind
    occurred_on: date
    family_name: str
    first_names: str = ""
    born_on: date | None = None
    reference: str = ""
    offences: str = ""
    outcome: Outcome | None = None
    text: str = ""


def problems_with(said: Said, today: date) -> list[Problem]:
    """Everything that keeps a notice from being taken, in the order of the form."""
    found = []
    if not said.family_name.strip():
        found.append(Problem.NO_NAME)
    if said.born_on is not None and not BORN_AFTER <= said.born_on <= today:
        found.append(Problem.BORN)
    if said.occurred_on > today:
        found.append(Problem.FUTURE)
    elif said.occurred_on < today - OLDEST:
        found.append(Problem.TOO_OLD)
    return [*found, *_of_proceedings(said)]


def _of_proceedings(said: Said) -> list[Problem]:
    found = []
    if said.kind in OF_PROCEEDINGS:
        if not said.reference.strip():
            found.append(Problem.NO_REFERENCE)
        if not said.offences.strip():
            found.append(Problem.NO_OFFENCES)
    elif not said.text.strip():
        found.append(Problem.NO_TEXT)
    if said.kind is Kind.ENDED and said.outcome is None:
        found.append(Problem.NO_OUTCOME)
    if said.kind is not Kind.ENDED and said.outcome is not None:
        found.append(Problem.OUTCOME_WITHOUT_END)
    return found


def name_key(folded: str) -> str:
    """How a name in plain letters is compared: its words in the order of the alphabet, umlauts with and without e alike."""
    return " ".join(sorted(_UMLAUT.sub(r"\1", word) for word in _WORD.findall(folded)))[:200]


def reference_key(reference: str) -> str:
    """How a file number is compared: without spaces and signs, in small letters."""
    return _NO_LETTER.sub("", reference).casefold()[:80]


def same_person(first: tuple[str, date | None], second: tuple[str, date | None]) -> bool:
    """Whether two pairs of name key and day of birth are one person: a day that one does not know is no contradiction."""
    if first[1] is not None and second[1] is not None:
        return first[1] == second[1] and bool(set(first[0].split()) & set(second[0].split()))
    return first[0] == second[0]
