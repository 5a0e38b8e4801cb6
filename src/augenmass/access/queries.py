"""Reading who else has access to a case: other bodies and people, and the people named for a secret fact."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from augenmass.access.actor import Actor, Purpose
from augenmass.access.matrix import categories_for, categories_of, lines
from augenmass.access.models import Grant, SecretRecipient
from augenmass.access.sight import SECRET, SECRET_NAMES, sight_of
from augenmass.access.visible import worked_q
from augenmass.directory.models import Account, Body
from augenmass.directory.queries import bodies_on, people_in, roles_in
from augenmass.directory.roles import Role
from augenmass.law.time import today
from augenmass.law.vocabulary import CATEGORIES
from augenmass.record.models import Case, Fact

KNOWING = frozenset(role for role in Role if SECRET in categories_of(role, Purpose.CASE_WORK))
"""Roles whose people can be named for a secret fact."""


@dataclass(frozen=True, slots=True)
class GrantRow:
    """One access; ``holds`` while it can be used today."""

    grant: Grant
    holds: bool

    @property
    def ends_with_referral(self) -> bool:
        """Whether it ends by itself, so that nobody takes it back."""
        return self.grant.about != ""


def grants_of_case(actor: Actor, case: Case) -> list[GrantRow]:
    """The accesses to a case of one's own body, those that hold first; the page writes the access line."""
    day = today()
    found = Grant.objects.filter(worked_q(actor, prefix="case__"), case=case.pk).select_related("body", "account")
    rows = [GrantRow(grant, grant.ended_by_id is None and grant.valid_until >= day) for grant in found]
    return sorted(rows, key=lambda row: not row.holds)


def bodies_to_open(actor: Actor) -> QuerySet[Body]:
    """Bodies to which a case can be opened."""
    return bodies_on(today()).exclude(pk=actor.body_id).exclude(kind__in=[Body.Kind.COURT, Body.Kind.OPERATION])


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be opened to a body for a purpose: categories, people, and the provision that the matrix names."""

    categories: tuple[str, ...]
    people: tuple[Account, ...]
    provision: str


def offer_to(actor: Actor, case: Case, body_id: int, purpose: Purpose) -> Offer:
    """What the matrix lets somebody in a body read for a purpose, as far as the actor sees it; secret facts never."""
    day = today()
    roles = roles_in(body_id, day)
    allowed = (categories_for(roles, purpose) & sight_of(actor, case).categories) - {SECRET}
    reading = frozenset(role for role in roles if categories_of(role, purpose))
    return Offer(
        categories=tuple(category for category in CATEGORIES if category in allowed),
        people=tuple(people_in(body_id, day, reading)),
        provision=_provision(roles, purpose),
    )


def _provision(roles: Iterable[Role], purpose: Purpose) -> str:
    held = set(roles)
    found = [line.provision for line in lines() if purpose in line.purposes and held.intersection(line.roles)]
    return "; ".join(dict.fromkeys(found))[:200]


@dataclass(frozen=True, slots=True)
class SecretValue:
    """One value of a secret fact with the people named for it."""

    fact: Fact
    recipients: tuple[SecretRecipient, ...]


def recipients_of(actor: Actor, facts: Iterable[Fact]) -> list[SecretValue]:
    """Who is named for some secret facts that the actor reads (from ``visible_facts``); empty for facts that are no secret."""
    secret = [fact for fact in facts if fact.name in SECRET_NAMES]
    named: dict[int, list[SecretRecipient]] = {}
    for found in SecretRecipient.objects.filter(Q(fact__in=secret), ended_by=None).select_related("account"):
        named.setdefault(found.fact_id, []).append(found)
    return [SecretValue(fact, tuple(named.get(fact.pk, ()))) for fact in secret]


def nameable(actor: Actor) -> QuerySet[Account]:
    """Colleagues who can be named for a secret fact."""
    return people_in(actor.body_id, today(), KNOWING)
