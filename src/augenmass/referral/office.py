"""The central office sees what comes in, what it lacks, what it took over, and how much its units hold. Numbers of work, none of staff."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from augenmass.access import log
from augenmass.access.actor import Actor, NotPermitted
from augenmass.competence.models import Referral
from augenmass.competence.queries import referrals_of
from augenmass.competence.rules import Matter
from augenmass.directory.models import Body, Membership, Unit
from augenmass.directory.roles import Permission
from augenmass.gate.queries import staff_measures_allowed
from augenmass.law.time import day_of, today
from augenmass.record.models import Case
from augenmass.referral.checklist import FIRST_CHECK
from augenmass.referral.completeness import with_gaps
from augenmass.work.actions.people import CASEWORK_ROLES
from augenmass.work.models import BookedDeadline
from augenmass.work.queries.paging import Page, page_of

VIEWS = ("complete", "incomplete", "checking", "returned")
"""Waiting and complete, waiting and incomplete, taken over with the first check to be done, given back and not sent again."""
CAPACITY = "capacity"
"""Under this name a body's policies hold how many cases a unit can work on: ``{"<key of the unit>": number}``, "" for none."""
FEWEST = 3
"""Fewer people in a unit, and a number for each of them would be one of a person."""
State = Referral.State


def is_office(actor: Actor) -> bool:
    """Whether the actor works in a central office and looks at what is referred to it."""
    office = actor.body.kind == Body.Kind.CENTRAL_RETURN_OFFICE
    return office and actor.may(Permission.REFER) and not actor.reads_only


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the queue; ``gaps``: how many things are missing; ``age``: days since it came in or was taken over."""

    referral: Referral
    gaps: int
    age: int
    due: date


def queue(actor: Actor, view: str, page: int = 1) -> Page[Waiting]:
    """One page of one of ``VIEWS``, by deadline. Writes an access line. Raises ``NotPermitted``."""
    found = _in_view(actor, view).select_related("sender", "receiver", "answer")
    rows = page_of(found.order_by("due", "pk"), page)
    log.read(actor, "central_queue", categories=["file"], rows=len(rows.rows))
    return Page([_line(row) for row in rows.rows], rows.count, rows.number, rows.pages)


def _line(row: Referral) -> Waiting:
    since = row.opened_at if row.state == State.IN_PROGRESS else row.changed_at
    return Waiting(row, getattr(row, "gaps", 0), (today() - day_of(since)).days, getattr(row, "due", row.deadline))


def queue_counts(actor: Actor) -> dict[str, int]:
    """How many lines each view holds."""
    return {view: _in_view(actor, view).count() for view in VIEWS}


def _in_view(actor: Actor, view: str) -> QuerySet[Any]:
    if not is_office(actor):
        raise NotPermitted(Permission.REFER)
    found = referrals_of(actor).filter(receiver=actor.body_id, matter=Matter.ENFORCEMENT)
    match view:
        case "checking":
            running = BookedDeadline.objects.filter(rule=FIRST_CHECK, ended_by=None, body=actor.body_id)
            due = running.filter(case=OuterRef("case")).values("due")[:1]
            taken = found.filter(state=State.ACCEPTED, case__body=actor.body_id, case__in=running.values("case"))
            newest = Subquery(_of_case(State.ACCEPTED, actor).values("pk")[:1])
            return taken.filter(pk=newest).annotate(due=Subquery(due))
        case "returned":
            newest = Subquery(_of_case("", actor).values("pk")[:1])
            return found.filter(state=State.RETURNED, pk=newest).annotate(due=F("deadline"))
        case _:
            waits = with_gaps(found.filter(state=State.IN_PROGRESS).annotate(due=F("deadline")), actor.body)
            return waits.filter(gaps__gt=0) if view == "incomplete" else waits.filter(gaps=0)


def _of_case(state: str, actor: Actor) -> QuerySet[Referral]:
    """The referrals of the same case to the office, newest first: what was sent again stands no longer as given back."""
    found = Referral.objects.filter(case=OuterRef("case"), receiver=actor.body_id, matter=Matter.ENFORCEMENT)
    return (found.filter(state=state) if state else found).order_by("-opened_at", "-pk")


@dataclass(frozen=True, slots=True)
class Load:
    """How many cases a unit holds, of how many it can; ``per_person`` only where measures of staff are released."""

    key: str
    name: str
    cases: int
    capacity: int | None
    per_person: float | None = None

    @property
    def over(self) -> bool:
        """Whether the unit holds more than it can."""
        return self.capacity is not None and self.cases > self.capacity


def loads(actor: Actor) -> list[Load]:
    """The units of the office with their cases, then the cases of no unit. Raises ``NotPermitted``."""
    if not is_office(actor) and not actor.may(Permission.REASSIGN):
        raise NotPermitted(Permission.REFER)
    body = Body.objects.get(pk=actor.body_id)
    numbers = body.policies.get(CAPACITY, {})
    counted = Case.objects.filter(body=body, closed_at=None).values("unit").annotate(rows=Count("pk")).order_by()
    held: dict[int | None, int] = {row["unit"]: row["rows"] for row in counted}
    people = _people(body)
    units = Unit.objects.filter(
        Q(closed_on=None) | Q(closed_on__gt=today()) | Q(pk__in=[pk for pk in held if pk]), body=body
    )
    found = [
        Load(
            unit.key,
            unit.name,
            held.get(unit.pk, 0),
            numbers.get(unit.key),
            _each(held.get(unit.pk, 0), people.get(unit.pk, 0)),
        )
        for unit in units
    ]
    return [*found, Load("", "", held.get(None, 0), numbers.get(""))]


def _people(body: Body) -> dict[int, int]:
    if not staff_measures_allowed(body):
        return {}
    day = today()
    members = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day), body=body, role__in=CASEWORK_ROLES, valid_from__lte=day
    ).exclude(unit=None)
    return dict(members.values_list("unit").annotate(Count("account", distinct=True)).order_by())


def _each(cases: int, people: int) -> float | None:
    return cases / people if people >= FEWEST else None
