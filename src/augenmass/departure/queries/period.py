"""The period for departure of those who leave: its last day, an interruption, and when it ends after that."""

from dataclasses import dataclass
from datetime import date

from augenmass.cases.facts import current_facts
from augenmass.departure.models import Member
from augenmass.law.clock import Term, interrupted_period
from augenmass.law.facts import Held
from augenmass.law.nodes import Period
from augenmass.law.time import today

ENDS = ("departure_period_until", "departure_period_extended_until", "asylum_departure_period_until")


@dataclass(frozen=True, slots=True)
class PeriodOf:
    """The period of one member. ``until``: the last day that is on record; ``renewed``: computed where it is interrupted."""

    member: Member
    until: date | None
    lost: date | None
    returned: date | None
    renewed: Term | None

    @property
    def interrupted(self) -> bool:
        """Whether it rests today."""
        return self.renewed is not None and not self.renewed.running


def periods_of(members: list[Member]) -> list[PeriodOf]:
    """The periods of members that were found."""
    known = current_facts([member.case_id for member in members], today())
    return [_period(member, known[member.case_id].held) for member in members]


def _period(member: Member, held: dict[str, Held]) -> PeriodOf:
    ends = [day for name in ENDS if (day := _day(held, name)) is not None]
    lost, returned = _day(held, "enforceability_lost_on"), _day(held, "enforceability_returned_on")
    return PeriodOf(member, max(ends, default=None), lost, returned, _renewed(held, lost, returned))


def _renewed(held: dict[str, Held], lost: date | None, returned: date | None) -> Term | None:
    served, length = _day(held, "warning_served_on"), held.get("departure_period_days")
    if lost is None or served is None or length is None or length.disputed or not isinstance(length.value, float):
        return None
    if returned is not None and returned < lost:
        returned = None
    land = held.get("land")
    code = land.value if land is not None and isinstance(land.value, str) else None
    return interrupted_period(served, Period(int(length.value), "days"), [(lost, returned)], code)


def _day(held: dict[str, Held], name: str) -> date | None:
    found = held.get(name)
    if found is None or found.disputed or not isinstance(found.value, tuple) or found.value[0] != found.value[1]:
        return None
    return date.fromordinal(found.value[0])
