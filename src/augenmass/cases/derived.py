"""Facts that the program derives from its own records: age, family, and what the Land rules.

The law cannot tell them apart from recorded facts; the proof can (they have no fact id).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, QuerySet, Subquery

from augenmass.access.reader import SystemRole, as_system
from augenmass.cases.models import FamilyLink
from augenmass.cases.renewal_lead import weeks_of
from augenmass.directory.land import LandProfile, profile
from augenmass.law.facts import Held, parse_value
from augenmass.law.values import NO, YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case, Fact

if TYPE_CHECKING:
    from augenmass.cases.facts import KnownFacts

MAJORITY = 18
YOUNG = 12
LEAD = "renewal_lead_weeks"
_CHILD_RELATIONS = (FamilyLink.Relation.PARENT, FamilyLink.Relation.GUARDIAN)
Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Basis:
    """What derived facts rest on beside the facts of the case: the Land and policies of its body, its family links (see ``family_links``)."""

    lands: Mapping[int, str]
    links: Sequence[FamilyLink]
    policies: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)


def basis_of(case_ids: Collection[int]) -> Basis:
    """Read the basis of many cases in two queries."""
    with as_system(SystemRole.EVALUATION):
        bodies = list(Case.objects.filter(pk__in=case_ids).values_list("pk", "body__land", "body__policies"))
        links = list(family_links(case_ids).filter(relation__in=_CHILD_RELATIONS))
    lands = {case_id: land for case_id, land, _policies in bodies}
    return Basis(lands, links, {case_id: policies for case_id, _land, policies in bodies})


def family_links(case_ids: Collection[int]) -> QuerySet[FamilyLink]:
    """Links that hold, each with ``born``: the relative's date of birth as recorded, None when it is not established."""
    births = Fact.objects.filter(case=OuterRef("relative"), name="date_of_birth", closed_by=None, disputed_by=None)
    newest = births.order_by("-known_at", "-pk").values("value")[:1]
    return FamilyLink.objects.filter(case_id__in=case_ids, ended_by=None).annotate(born=Subquery(newest)).order_by("pk")


def derive(known: dict[int, "KnownFacts"], on: date, of: Basis) -> None:
    """Add the derived facts of each case, for a day."""
    _add_land(known, on, of.lands)
    _add_renewal_lead(known, on, of)
    _add_age(known, on)
    _add_children(known, on, of.links)


def _add_land(known: dict[int, "KnownFacts"], on: date, lands: Mapping[int, str]) -> None:
    ruled = {land: land_facts(profile(land), on) for land in set(lands.values())}
    for case_id, land in lands.items():
        known[case_id].held.update(ruled[land])


def _add_renewal_lead(known: dict[int, "KnownFacts"], on: date, of: Basis) -> None:
    for case_id, land in of.lands.items():
        known[case_id].held[LEAD] = Held(float(weeks_of(land, of.policies.get(case_id, {}), on)))


def land_facts(of: LandProfile, on: date) -> dict[str, Held]:
    """What the Land rules, and whose holidays count in it, as facts; what its profile lacks or has not confirmed is not established."""
    found = {}
    calendar = of.holiday_calendar(on)
    if any(choice.key == calendar for choice in VOCABULARY["land"].choices):
        found["land"] = Held(calendar)
    for name, declared in VOCABULARY.items():
        if not declared.derived or not name.startswith("land_"):
            continue
        parameter = of.parameter(name.removeprefix("land_"), on)
        if parameter is None or not parameter.verified:
            continue
        value = parse_value(declared, parameter.value)
        if value is not None:
            found[name] = Held(value)
    return found


def birthday(born: date, years: int) -> date:
    """The day on which somebody completes a year of life; born on 29 February: 1 March in other years (BGB § 188 (2))."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def younger_than(born: Days, years: int, on: date) -> int | None:
    """YES, NO or None (a partial date of birth leaves it open) to "has not completed that year"."""
    first, last = (birthday(date.fromordinal(day), years) for day in born)
    if on < first:
        return YES
    return NO if on >= last else None


def _add_age(known: dict[int, "KnownFacts"], on: date) -> None:
    for of_case in known.values():
        born = of_case.held.get("date_of_birth")
        if born is None or born.disputed or not isinstance(born.value, tuple):
            continue
        of_case.held.update(age_facts(born.value, on))
        of_case.changes.extend(_birthdays_after(born.value, (MAJORITY,), on))


def age_facts(born: Days, on: date) -> dict[str, Held]:
    """Whether somebody is a minor, and the age in completed years, as far as the date of birth tells."""
    found = {}
    answer = younger_than(born, MAJORITY, on)
    if answer is not None:
        found["minor"] = Held(answer)
    completed = {_age(date.fromordinal(day), on) for day in born}
    if len(completed) == 1:
        found["age"] = Held(float(completed.pop()))
    return found


def _age(born: date, on: date) -> int:
    return on.year - born.year - (on < birthday(born, on.year - born.year))


def _birthdays_after(born: Days, years: tuple[int, ...], on: date) -> list[date]:
    days = {birthday(date.fromordinal(day), count) for day in born for count in years}
    return [day for day in days if day > on]


def _add_children(known: dict[int, "KnownFacts"], on: date, links: Sequence[FamilyLink]) -> None:
    """Children that are known from family links. That no link exists does not establish that there is no child."""
    for link in links:
        born = _birth(link)
        if link.relation not in _CHILD_RELATIONS or born is None:
            continue
        of_case = known[link.case_id]
        if link.same_household and younger_than(born, MAJORITY, on) == YES:
            of_case.held["minor_child_in_household"] = Held(YES)
        if younger_than(born, YOUNG, on) == YES:
            of_case.held["child_under_twelve"] = Held(YES)
        of_case.changes.extend(_birthdays_after(born, (YOUNG, MAJORITY), on))


def _birth(link: FamilyLink) -> Days | None:
    text = getattr(link, "born", None)
    value = parse_value(VOCABULARY["date_of_birth"], text) if text else None
    return value if isinstance(value, tuple) else None
