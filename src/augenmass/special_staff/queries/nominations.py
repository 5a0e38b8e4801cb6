"""Reading nominations: of the own body's cases, of cases in which the body takes part, and what was released to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.models import OF_NOMINATION, Grant
from augenmass.access.sight import visible_facts
from augenmass.access.visible import casework_q, grants_of
from augenmass.directory.land import profile
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.letters.models import Letter
from augenmass.record.models import Case, Fact
from augenmass.special_staff.models import Citation, Contribution, Nomination, PlanStep, Release
from augenmass.special_staff.queries.telling import letters_about, sent_on
from augenmass.special_staff.rules.groups import FACTS, Group
from augenmass.work.queries.paging import Page, page_of

PARAMETER = "special_staff_groups"


def groups_used(land: str, on: date) -> tuple[str, ...]:
    """The groups that a Land uses: those that its profile names; all of them where it names none."""
    ruled = profile(land).parameter(PARAMETER, on)
    return tuple(Group) if ruled is None else tuple(str(group) for group in ruled.value)


def visible_nominations(actor: Actor) -> QuerySet[Nomination]:
    """Those of the own body's cases, and those in which the body takes part."""
    if not actor.may(Permission.SPECIAL_STAFF) or actor.reads_only:
        return Nomination.objects.none()
    # By the nomination that an access belongs to, not by its case: an earlier nomination of the same case was shared with others.
    abouts = grants_of(actor).filter(about__startswith=OF_NOMINATION).values_list("about", flat=True)
    taking_part = [about.removeprefix(OF_NOMINATION) for about in abouts]
    found = Nomination.objects.filter(casework_q(actor, prefix="case__")) | Nomination.objects.filter(
        key__in=taking_part
    )
    return found.select_related("case__body", "author")


def nominations(actor: Actor, ended: bool, page: int = 1) -> Page[Nomination]:
    """One page; what is to be looked at next comes first. There is no other order and no filter by anything about a person."""
    found = visible_nominations(actor)
    if ended:
        return page_of(found.filter(state=Nomination.State.ENDED).order_by("-ended_on", "-pk"), page)
    return page_of(found.exclude(state=Nomination.State.ENDED).order_by("review_on", "proposed_at", "pk"), page)


def counts(actor: Actor) -> dict[str, int]:
    """How many nominations each view of the list holds."""
    found = visible_nominations(actor)
    ended = found.filter(state=Nomination.State.ENDED).count()
    return {"running": found.count() - ended, "ended": ended}


def own_steps(actor: Actor) -> list[PlanStep]:
    """Open steps of running plans that the actor's body does, by day."""
    found = PlanStep.objects.filter(nomination__in=visible_nominations(actor), body=actor.body_id, done_by=None)
    running = found.exclude(nomination__state=Nomination.State.ENDED)
    return list(running.select_related("nomination__case").order_by("due", "pk")[:100])


def step_of(actor: Actor, key: UUID) -> PlanStep:
    """A step of a plan that the actor may see. Raises ``PlanStep.DoesNotExist``."""
    return PlanStep.objects.select_related("nomination").get(key=key, nomination__in=visible_nominations(actor))


def released_to(actor: Actor) -> list[Release]:
    """What bodies released to the actor's, newest first."""
    if not actor.may(Permission.SPECIAL_STAFF) or actor.reads_only:
        return []
    return list(Release.objects.filter(body=actor.body_id, ended_at=None).select_related("giver")[:100])


@dataclass(frozen=True, slots=True)
class Shown:
    """One nomination as far as the reader sees it; ``own``: the reader works the case and reads reasons and citations."""

    nomination: Nomination
    own: bool
    citations: Sequence[Citation]
    plan: Sequence[PlanStep]
    contributions: Sequence[Contribution]
    releases: Sequence[Release]
    bodies: Sequence[Body]
    """Bodies that take part, the body of the case first."""
    leaving: Sequence[Body]
    """Bodies that can be taken out: they take part, or something is released to them."""
    invited: Sequence[Body]
    """Bodies that could be asked to take part."""
    ministries: Sequence[Body]
    """Ministries to which an item can be released."""
    letters: Sequence[Letter]
    """Letters that tell the person of it, newest first."""
    sent_on: date | None
    """When one of them was sent."""


def one_nomination(actor: Actor, key: UUID) -> Shown:
    """One of them. Raises ``Nomination.DoesNotExist``."""
    found = visible_nominations(actor).select_related("decided_by").get(key=key)
    own = found.case.body_id == actor.body_id
    held = Grant.objects.filter(case=found.case_id, about=found.about, ended_by=None).select_related("body")
    standing_in = {grant.body_id: grant.body for grant in held if grant.valid_until >= today()}
    bodies = [found.case.body, *standing_in.values()]
    others = Body.objects.filter(dissolved_on=None, land=found.case.body.land).exclude(
        pk__in=[body.pk for body in bodies]
    )
    released = list(found.releases.select_related("body")) if own else []
    standing = [row.body for row in released if row.ended_at is None]
    letters = list(letters_about(actor, found)) if own else []
    return Shown(
        found,
        own,
        list(found.citations.select_related("fact")) if own else [],
        list(found.plan.select_related("body", "done_by")),
        # What a body adds goes to the body of the case; to pass it on needs a basis of its own.
        list(_contributions(actor, found, own)),
        released,
        bodies,
        list({body.pk: body for body in (*(grant.body for grant in held), *standing)}.values()) if own else [],
        list(others.filter(kind__in=TAKE_PART)) if own else [],
        list(others.filter(kind=Body.Kind.MINISTRY)) if own else [],
        letters,
        sent_on(letters),
    )


def _contributions(actor: Actor, found: Nomination, own: bool) -> QuerySet[Contribution]:
    rows = found.contributions.select_related("body", "author")
    return rows if own else rows.filter(body=actor.body_id)


TAKE_PART = (
    Body.Kind.FOREIGNERS_AUTHORITY,
    Body.Kind.CENTRAL_RETURN_OFFICE,
    Body.Kind.MINISTRY,
    Body.Kind.POLICE,
    Body.Kind.MUNICIPALITY,
    Body.Kind.YOUTH_WELFARE,
)
"""Kinds of bodies that take part in joint work. Counselling services never do."""


def nomination_of(actor: Actor, case: Case) -> Nomination | None:
    """The nomination of a case that runs."""
    return visible_nominations(actor).filter(case=case).exclude(state=Nomination.State.ENDED).first()


def facts_for(actor: Actor, case: Case) -> dict[str, list[Fact]]:
    """The facts of the record that can carry each group: established with yes, not disputed, that the actor may read."""
    found = visible_facts(actor, case).filter(closed_by=None, disputed_by=None, erased_by=None, value="yes")
    rows = list(found.filter(name__in=frozenset().union(*FACTS.values())).select_related("source").order_by("pk"))
    return {group: [row for row in rows if row.name in names] for group, names in FACTS.items()}


def births_of(case_id: int) -> list[str]:
    """The days of birth that the record holds without dispute."""
    found = Fact.objects.filter(case=case_id, name="date_of_birth", closed_by=None, disputed_by=None, erased_by=None)
    return list(found.values_list("value", flat=True))
