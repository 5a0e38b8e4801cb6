"""Entries that cannot both be true, and days that cannot lie in the future; pure.

Only what contradicts itself stands here. An entry that is doubtful in law (somebody entered as obliged to leave who holds
a valid title) is no contradiction: finding it is the task of the plausibility gate.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from augenmass.law.calendar import Interval
from augenmass.law.facts import parse_value
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import Kind

AHEAD = frozenset(
    {
        "appearance_ordered_for",
        "departure_planned_on",
        "removal_date",
        "title_valid_from",
    }
)
"""Days that may lie in the future although their names do not end in ``_until``."""

IN_ORDER: tuple[tuple[str, str], ...] = (
    ("date_of_birth", "entered_on"),
    ("date_of_birth", "died_on"),
    ("date_of_birth", "asylum_applied_on"),
    ("title_valid_from", "title_valid_until"),
    ("asylum_applied_on", "asylum_decision_served_on"),
    ("decision_issued_on", "decision_served_on"),
    ("decision_served_on", "decision_final_since"),
    ("hearing_letter_on", "hearing_until"),
    ("warning_issued_on", "warning_served_on"),
    ("warning_served_on", "warning_final_since"),
    ("entered_on", "departed_on"),
    ("suspension_since", "suspension_valid_until"),
)
"""The first of the two cannot be after the second. Days known in part contradict each other only when certainly so."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """`name` says that there is none, `other` gives one all the same; with `ahead` only while it lasts."""

    name: str
    value: str
    other: str
    ahead: bool = False
    others: tuple[str, ...] = ()


EXCLUSIONS: tuple[Exclusion, ...] = (
    Exclusion("title_kind", "none", "title_valid_until", ahead=True),
    Exclusion("suspension_kind", "none", "suspension_valid_until", ahead=True),
    Exclusion("provisional_certificate", "none", "provisional_valid_until", ahead=True),
    Exclusion("passport_kind", "none", "passport_number"),
    Exclusion("passport_kind", "none", "passport_valid_until", ahead=True),
    Exclusion("asylum_ever_applied", "no", "asylum_applied_on"),
    Exclusion("asylum_ever_applied", "no", "asylum_procedure_running", others=("yes",)),
    Exclusion("representative_appointed", "no", "written_authority_shown", others=("yes",)),
    Exclusion("title_ended_by", "none", "title_ended_on"),
    Exclusion("departure_proven", "yes", "whereabouts_unknown", others=("yes",)),
)


def may_lie_ahead(name: str) -> bool:
    """Whether a day of this fact can lie in the future: ends of validity, set dates, deadlines."""
    return name.endswith("_until") or name in AHEAD


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Names whose values cannot all be true, with a German and an English sentence."""

    names: tuple[str, ...]
    de: str
    en: str


def contradictions(facts: Mapping[str, str], today: date) -> Iterator[Contradiction]:
    """What contradicts itself among canonical values by name, each pair once."""
    for first, second in IN_ORDER:
        if first in facts and second in facts and _days(facts[first])[0] > _days(facts[second])[1]:
            yield _order(first, second)
    for exclusion in EXCLUSIONS:
        if facts.get(exclusion.name) == exclusion.value and _speaks(facts.get(exclusion.other), exclusion, today):
            yield _exclusion(exclusion)


def ahead_of(facts: Mapping[str, str], day: date) -> Iterator[Contradiction]:
    """Days among canonical values by name that certainly lie after a day although they tell of what has happened."""
    for name, text in facts.items():
        if VOCABULARY[name].kind is Kind.DAY and not may_lie_ahead(name) and _days(text)[0] > day.toordinal():
            declared = VOCABULARY[name]
            yield Contradiction(
                (name,), de=f"„{declared.de}“ liegt in der Zukunft.", en=f"“{declared.en}” lies in the future."
            )


def _speaks(value: str | None, exclusion: Exclusion, today: date) -> bool:
    if value is None or (exclusion.others and value not in exclusion.others):
        return False
    return not exclusion.ahead or _days(value)[0] >= today.toordinal()


@lru_cache(maxsize=20_000)
def _days(text: str) -> Interval:
    value = parse_value(VOCABULARY["date_of_birth"], text)
    if not isinstance(value, tuple):
        raise TypeError(f"not a day: {text}")
    return value


def _order(first: str, second: str) -> Contradiction:
    before, after = VOCABULARY[first], VOCABULARY[second]
    return Contradiction(
        (first, second),
        de=f"„{before.de}“ liegt nach „{after.de}“.",
        en=f"“{before.en}” lies after “{after.en}”.",
    )


def _exclusion(exclusion: Exclusion) -> Contradiction:
    declared, other = VOCABULARY[exclusion.name], VOCABULARY[exclusion.other]
    said, said_en = "nein", "no"
    if exclusion.value == "yes":
        said, said_en = "ja", "yes"
    elif declared.choices:
        choice = declared.choice(exclusion.value)
        said, said_en = choice.de, choice.en
    still, still_en = (" für die Zukunft", " for the future") if exclusion.ahead else ("", "")
    return Contradiction(
        (exclusion.name, exclusion.other),
        de=f"„{declared.de}“ lautet „{said}“, „{other.de}“ ist aber{still} eingetragen.",
        en=f"“{declared.en}” is “{said_en}”, but “{other.en}” is entered{still_en}.",
    )
