"""For what a case can be nominated, and which facts can carry it. Pure.

No number of entries, no origin and no suspicion is among them: a classification is what the competent office wrote, a conviction is
final, a breach is one of a duty that the law or a decision imposed.
"""

import re
from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ADULT = 18
FEWEST_CONVICTIONS = 2


class Group(StrEnum):
    """The three groups that a special staff works on; a Land can use fewer."""

    CLASSIFIED = "classified"
    CONVICTED = "convicted"
    DUTY_BREACHED = "duty_breached"


class Ended(StrEnum):
    """How criminal proceedings ended."""

    CONVICTED = "convicted"
    PENDING = "pending"
    ACQUITTED = "acquitted"
    DISCONTINUED = "discontinued"


FACTS: dict[Group, frozenset[str]] = {
    Group.CLASSIFIED: frozenset({"police_classification"}),
    Group.CONVICTED: frozenset({"convicted_of_general_offence"}),
    Group.DUTY_BREACHED: frozenset({"legal_duty_breached"}),
}
"""The names of the facts that can carry each group; each has to be established with yes."""


class Problem(StrEnum):
    """Why a nomination cannot be carried."""

    UNKNOWN_GROUP = "unknown_group"
    NO_FACT = "no_fact"
    CLASSIFICATION_ENDED = "classification_ended"
    NO_END = "no_end"
    NOT_ADULT = "not_adult"
    AGE_UNKNOWN = "age_unknown"
    NOT_FINAL = "not_final"
    TOO_FEW = "too_few"
    NO_PROVISION = "no_provision"
    AGREEMENT = "agreement"
    NO_SOURCE = "no_source"
    FUTURE = "future"
    NOT_USABLE = "not_usable"
    ORDER_OF_DAYS = "order_of_days"


@dataclass(frozen=True, slots=True)
class Ground:
    """What is cited: a fact by id, who wrote it, on which day, and what the group asks for besides."""

    fact_id: int
    source: str
    on: date
    until: date | None = None
    final_on: date | None = None
    provision: str = ""
    ended: Ended = Ended.CONVICTED
    usable: bool = False
    """Of a conviction: the officer states that the entry may still be used (BZRG §§ 45, 46, 51; unverified)."""


def adult(born: Collection[str], on: date) -> bool | None:
    """Whether a person is certainly of age on a day, by the days of birth that are recorded; None where that is not established.

    A day of birth is ``1990-01-31``, ``1990-01`` or ``1990``. Several that disagree leave it open, and so does none.
    """
    answers = {_adult(value, on) for value in born}
    return answers.pop() if len(answers) == 1 else None


def _adult(value: str, on: date) -> bool | None:
    try:
        year, month, day, *_more = [*(int(part) for part in value.split("-")), 0, 0]
        earliest = date(year, month or 1, day or 1)
        latest = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except (ValueError, IndexError):
        return None
    if _of_age(latest, on):
        return True
    return None if _of_age(earliest, on) else False


def _of_age(born: date, on: date) -> bool:
    return (on.year - born.year) - ((on.month, on.day) < (born.month, born.day)) >= ADULT


def problem(
    group: str, used: Collection[str], grounds: Sequence[Ground], born: Collection[str], on: date
) -> Problem | None:
    """The first reason why the grounds do not carry a nomination of the group on a day; None where they do.

    ``used``: the groups that the Land uses. ``born``: days of birth as recorded and undisputed.
    """
    if group not in used or group not in tuple(Group):
        return Problem.UNKNOWN_GROUP
    if not grounds:
        return Problem.NO_FACT
    for ground in grounds:
        found = _of_ground(Group(group), ground, on)
        if found is not None:
            return found
    if group != Group.CONVICTED:
        return None
    if len({(ground.source, ground.on) for ground in grounds}) < FEWEST_CONVICTIONS:
        return Problem.TOO_FEW
    of_age = adult(born, on)
    if of_age is None:
        return Problem.AGE_UNKNOWN
    return None if of_age else Problem.NOT_ADULT


def _of_ground(group: Group, ground: Ground, on: date) -> Problem | None:
    if not ground.source.strip():
        return Problem.NO_SOURCE
    if ground.on > on:
        return Problem.FUTURE
    match group:
        case Group.CLASSIFIED:
            return _of_classification(ground, on)
        case Group.CONVICTED:
            return _of_conviction(ground, on)
        case Group.DUTY_BREACHED:
            return _of_duty(ground)


def _of_classification(ground: Ground, on: date) -> Problem | None:
    if ground.until is None:
        return Problem.NO_END
    if ground.until < ground.on:
        return Problem.ORDER_OF_DAYS
    return Problem.CLASSIFICATION_ENDED if ground.until < on else None


def _of_conviction(ground: Ground, on: date) -> Problem | None:
    if ground.ended != Ended.CONVICTED or ground.final_on is None or ground.final_on > on:
        return Problem.NOT_FINAL
    if ground.final_on < ground.on:
        return Problem.ORDER_OF_DAYS
    if not _cites(ground.provision):
        return Problem.NO_PROVISION
    return None if ground.usable else Problem.NOT_USABLE


def _of_duty(ground: Ground) -> Problem | None:
    if "vereinbarung" in f"{ground.provision} {ground.source}".casefold():
        return Problem.AGREEMENT
    return None if _cites(ground.provision) else Problem.NO_PROVISION


def _cites(provision: str) -> bool:
    """Whether a text names a provision with its number and its law."""
    return bool(re.search(r"(§+|Art\.?)\s*\d+[a-z]?\b.*[A-ZÄÖÜ]", provision))
