"""Reading competence: which body is proposed for a case, and the referrals that come in and go out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.sight import visible_facts
from augenmass.access.visible import visible_to
from augenmass.competence.models import Area, Referral
from augenmass.competence.rules import AreaLine, LandRules, Matter, Proposal, proposed_body
from augenmass.directory.land import profile
from augenmass.directory.models import Body
from augenmass.directory.queries import bodies_on
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.models import Case, Fact

State = Referral.State
POSTCODE = "address_postal_code"
KEEPERS = frozenset({Body.Kind.FOREIGNERS_AUTHORITY, Body.Kind.CENTRAL_RETURN_OFFICE})
"""Kinds of bodies that can keep a case: they have people who may work on it."""
VIEWS = ("incoming", "outgoing", "answered")


def receivers_for(actor: Actor) -> QuerySet[Body]:
    """Bodies to which a case of the actor's body can be referred."""
    return bodies_on(today()).filter(kind__in=KEEPERS).exclude(pk=actor.body_id)


def land_rules(land: str, on: date) -> LandRules:
    """What a Land rules, with the areas of its bodies that exist on the day."""
    rows = Area.objects.filter(body__in=bodies_on(on).filter(land=land))
    lines = tuple(
        AreaLine(row.body_id, Matter(row.matter), row.postcode_from, row.postcode_to, row.valid_from, row.valid_to)
        for row in rows
    )
    return LandRules(profile(land), lines)


def postcode_of(facts: QuerySet[Fact]) -> str:
    """The postcode of the place of residence among some facts of a case, "" when it is not established."""
    held = facts.filter(name=POSTCODE, closed_by=None).order_by("-known_at", "-pk").first()
    return held.value.strip() if held is not None and held.disputed_by_id is None else ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The answer of the rule for one matter, with the bodies it names."""

    matter: Matter
    proposal: Proposal
    bodies: tuple[Body, ...]
    postcode: str


def proposals_for(actor: Actor, case: Case) -> list[Proposed]:
    """What the rule answers for a case that the actor found, for each matter; the page writes the access line."""
    day, postcode = today(), postcode_of(visible_facts(actor, case))
    rules = land_rules(case.body.land, day)
    return [_proposed(postcode, matter, rules, day) for matter in (Matter.RESIDENCE, Matter.ENFORCEMENT)]


def _proposed(postcode: str, matter: Matter, rules: LandRules, on: date) -> Proposed:
    found = proposed_body(postcode, matter, rules, on)
    bodies = Body.objects.in_bulk(found.bodies)
    return Proposed(matter, found, tuple(bodies[pk] for pk in found.bodies), postcode)


def referrals_of(actor: Actor) -> QuerySet[Referral]:
    """Referrals that the actor's body sent or received; the case itself is read through its own rule."""
    if not actor.may(Permission.REFER):
        return Referral.objects.none()
    return Referral.objects.filter(Q(sender=actor.body_id) | Q(receiver=actor.body_id))


def in_view(actor: Actor, view: str) -> QuerySet[Referral]:
    """The referrals of one of ``VIEWS``: to be answered here, waiting for others, and those that are over."""
    found = referrals_of(actor)
    if view == "outgoing":
        return found.filter(sender=actor.body_id, state=State.IN_PROGRESS)
    if view == "answered":
        return found.exclude(state=State.IN_PROGRESS)
    return found.filter(receiver=actor.body_id, state=State.IN_PROGRESS)


def referral_counts(actor: Actor) -> dict[str, int]:
    """How many referrals each view holds."""
    waits = Q(state=State.IN_PROGRESS)
    views = {
        "incoming": waits & Q(receiver=actor.body_id),
        "outgoing": waits & Q(sender=actor.body_id),
        "answered": ~waits,
    }
    return dict(referrals_of(actor).aggregate(**{view: Count("pk", filter=where) for view, where in views.items()}))


def waiting_referrals(actor: Actor) -> int:
    """How many referrals wait for an answer of the actor's body."""
    return in_view(actor, "incoming").count() if actor.may(Permission.REFER) else 0


def find_referral(actor: Actor, key: UUID) -> Referral:
    """One referral, with its answer where it has one. Writes an access line. Raises ``Referral.DoesNotExist``."""
    related = ("sender", "receiver", "opened_by", "answer__answered_by")
    found = referrals_of(actor).select_related(*related).get(key=key)
    log.read(actor, "referral", case_id=found.case_id, categories=["file"])
    return found


@dataclass(frozen=True, slots=True)
class WaitingReferral:
    """The referral of a case that waits for an answer; bodies by name."""

    key: UUID
    sender: str
    receiver: str
    deadline: date


def with_open_referral(actor: Actor, cases: QuerySet[Case]) -> QuerySet[Case]:
    """The cases with what ``open_referral_of`` needs, so that a page of one case asks no further question."""
    waiting = referrals_of(actor).filter(case=OuterRef("pk"), state=State.IN_PROGRESS)
    columns = {"key": "key", "sender": "sender__name", "receiver": "receiver__name", "deadline": "deadline"}
    return cases.annotate(
        **{f"referral_{name}": Subquery(waiting.values(column)[:1]) for name, column in columns.items()}
    )


def open_referral_of(case: Case) -> WaitingReferral | None:
    """The referral of a case read by ``with_open_referral``, for the pages of the two bodies that it concerns."""
    held = case.__dict__
    if held.get("referral_key") is None:
        return None
    return WaitingReferral(**{name: held[f"referral_{name}"] for name in WaitingReferral.__slots__})


def readable_cases(actor: Actor, referrals: Collection[Referral]) -> dict[int, Case]:
    """The cases behind some referrals that the actor can open now, by id."""
    return visible_to(actor).in_bulk({referral.case_id for referral in referrals})


def tells_why(actor: Actor, referral: Referral, readable: Collection[int]) -> bool:
    """Whether a referral says what it was about; ``readable``: ids of cases that the actor can open now.

    Of a case that was handed over its former body keeps number, receiver and state.
    """
    handed_over = referral.sender_id == actor.body_id and referral.state == State.ACCEPTED
    return not handed_over or referral.case_id in readable


def numbers_referred_away(body_id: int, numbers: Collection[str]) -> set[str]:
    """File numbers of a body under which a case was handed over to another body."""
    gone = Referral.objects.filter(sender=body_id, number__in=numbers, state=State.ACCEPTED)
    return set(gone.values_list("number", flat=True))
