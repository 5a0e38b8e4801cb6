"""When is something due? Pure: the Land's period for files, the provisions of the catalogue for data with a period of their own.

Nothing is due that is not established: a period that the Land's profile does not hold or does not confirm, an event that is not on
record or is disputed, a ban that has no end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from augenmass.directory.land import LandProfile, Parameter
from augenmass.law.calendar import Interval, shift
from augenmass.law.facts import parse_value
from augenmass.law.norms.statutes import cite_text
from augenmass.law.retention.answer import deletion_of
from augenmass.law.values import YES
from augenmass.law.vocabulary import VOCABULARY, Kind

CASE_FILE, REMOVAL = "case_file", "removal_data"
CLOSED, OUTCOME = "case_closed_on", "case_closed_reason"
FILE_YEARS = "case_file_retention_years"
BAN_ENDS = ("entry_ban_until", "entry_ban_longer_until")
"""The days on which the period of an entry ban can end; the later one counts."""
BAN = (*BAN_ENDS, "entry_ban_ordered_on", "entry_ban_length_months", "entry_ban_unlimited")
"""What shows that there is an entry ban."""
REMOVAL_NAMES = frozenset(name for name, declared in VOCABULARY.items() if declared.retention == REMOVAL)
ASKED = REMOVAL_NAMES | {CLOSED, OUTCOME}
"""The facts that the rules ask for."""
FREE = {"legal_hold": "no"}
"""A hold stands in a table of its own and is asked there, for every file."""


class State(StrEnum):
    """What a rule says of a record on a day."""

    DUE = "due"
    NOT_DUE = "not_due"
    OPEN = "open"


class Open(StrEnum):
    """Why it is not established whether a record is due."""

    NO_PERIOD = "no_period"
    NOT_CONFIRMED = "not_confirmed"
    DISPUTED = "disputed"
    UNLIMITED = "unlimited"
    NO_END = "no_end"
    YOUNGER = "younger"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One current value of a fact of a case (canonical text)."""

    value: str
    disputed: bool = False


Values = Mapping[str, Sequence[Recorded]]
"""The current values of a case by name of the fact, oldest first."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``last_day``: the last day of keeping, None when not established. ``why``: what is open, else empty."""

    state: State
    last_day: date | None = None
    provision: str = ""
    why: str = ""


def period_of(profile: LandProfile, name: str, on: date) -> Parameter | Open:
    """The confirmed period of a Land on a day (a number in the unit of its name), or why there is none."""
    found = profile.parameter(name, on)
    if found is None:
        return Open.NO_PERIOD
    whole = isinstance(found.value, int) and not isinstance(found.value, bool) and found.value > 0
    return found if found.verified and whole else Open.NOT_CONFIRMED


def cut_off(period: Parameter, on: date) -> date:
    """The day before which work must have ended so that its months are over."""
    return date.fromordinal(shift(on.toordinal(), -int(period.value), "months"))


def is_closed(values: Values) -> bool:
    """Whether a day is on record on which the case was closed, disputed or not."""
    return bool(values.get(CLOSED))


def closed_in(values: Values) -> int:
    """The year of closing, for statistics. The case is closed."""
    return date.fromordinal(_latest(CLOSED, values[CLOSED])[1]).year


def outcome(values: Values) -> str:
    """The reason of closing, empty when none is established."""
    found = values.get(OUTCOME, ())
    return found[-1].value if found and not found[-1].disputed else ""


def of_file(period: Parameter | Open, values: Values, on: date) -> Answer:
    """When the file of a closed case goes: at the end of the year of closing plus the Land's years, never before its data of a removal."""
    if isinstance(period, Open):
        return Answer(State.OPEN, why=period)
    if any(found.disputed for found in values[CLOSED]):
        return Answer(State.OPEN, provision=period.source, why=Open.DISPUTED)
    last = date(closed_in(values) + int(period.value), 12, 31)
    removal = of_removal(values, on)
    if removal is not None and removal.state is not State.DUE:
        later = max(last, removal.last_day) if removal.last_day else None
        return Answer(removal.state, later, removal.provision, removal.why)
    return Answer(State.DUE if on > last else State.NOT_DUE, last, period.source)


def of_removal(values: Values, on: date) -> Answer | None:
    """When data on an expulsion or removal go (AufenthG § 91 (1) sentence 1): ten years after the end of the entry ban.

    None where no ban is on record: then nothing starts the period, and they go with the file.
    """
    if not any(_says(name, values.get(name, ())) for name in BAN):
        return None
    if any(found.disputed for name in BAN for found in values.get(name, ())):
        return Answer(State.OPEN, why=Open.DISPUTED)
    if _says("entry_ban_unlimited", values.get("entry_ban_unlimited", ())):
        return Answer(State.OPEN, why=Open.UNLIMITED)
    ends = [_latest(name, values[name]) for name in BAN_ENDS if values.get(name)]
    if not ends:
        return Answer(State.OPEN, why=Open.NO_END)
    end = max(high for _low, high in ends)
    if any(_latest(name, values[name])[0] > end for name in _REMOVAL_DAYS if values.get(name)):
        return Answer(State.OPEN, why=Open.YOUNGER)
    return _by_catalogue(REMOVAL, "entry_ban_ended_on", date.fromordinal(end), on)


_REMOVAL_DAYS = tuple(name for name in sorted(REMOVAL_NAMES - set(BAN_ENDS)) if VOCABULARY[name].kind is Kind.DAY)
"""Days of a removal; one after the end of the ban belongs to something that the ban does not end."""


def _by_catalogue(kind: str, event: str, day: date, on: date) -> Answer:
    found = deletion_of(kind, {**FREE, event: day.isoformat()}, on)
    last = found.last_day[1] if found.last_day else None
    states = {"due": State.DUE, "not_due": State.NOT_DUE, "not_established": State.OPEN}
    return Answer(states[found.state], last, cite_text(found.provision) if found.provision else "", "")


def _says(name: str, found: Sequence[Recorded]) -> bool:
    """Whether a value is on record that speaks for a ban: of a yes or no only yes."""
    if VOCABULARY[name].kind is Kind.YES_NO:
        return any(parse_value(VOCABULARY[name], one.value) == YES for one in found)
    return bool(found)


def _latest(name: str, found: Sequence[Recorded]) -> Interval:
    """The latest of several days, each as (first, last) ordinal."""
    days = [parse_value(VOCABULARY[name], one.value) for one in found]
    return max((day for day in days if isinstance(day, tuple)), key=lambda day: day[1])
