"""Reading a body's own people and units. Nothing of a case is read: how much work somebody holds is only counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.administration.models import Invitation
from augenmass.administration.rules import Days, digest_of
from augenmass.directory.models import Account, Membership, Unit
from augenmass.directory.roles import Permission, Role
from augenmass.law.time import now, today
from augenmass.record.models import Case
from augenmass.work.models import IncomingPost, Task


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role with its days, seen from today."""

    membership: Membership
    runs: bool
    coming: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the body: present and coming roles first, then those that are over."""

    account: Account
    roles: tuple[RoleRow, ...]

    @property
    def working(self) -> bool:
        """Whether the person holds a role today or will."""
        return self.account.is_active and any(role.runs or role.coming for role in self.roles)

    @property
    def without_password(self) -> bool:
        return not self.account.has_usable_password()


def people(actor: Actor) -> list[Person]:
    """Everybody who holds or held a role in the actor's body, those who work there now first. Raises ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    found = [_person(account) for account in _accounts(actor)]
    return sorted(found, key=lambda person: not person.working)


def person(actor: Actor, account_id: int) -> Person:
    """One of them. Raises ``NotPermitted`` and ``Account.DoesNotExist`` (also for people of other bodies)."""
    actor.require(Permission.ADMINISTER)
    return _person(_accounts(actor).get(pk=account_id))


def _accounts(actor: Actor) -> QuerySet[Account]:
    own = Membership.objects.filter(body=actor.body_id)
    roles = Prefetch("memberships", own.select_related("unit").order_by("-valid_from", "pk"), to_attr="own_roles")
    return Account.objects.filter(pk__in=own.values("account_id")).prefetch_related(roles).order_by("name", "pk")


def _person(account: Account) -> Person:
    held: Sequence[Membership] = account.own_roles  # type: ignore[attr-defined]
    day = today()
    rows = [
        RoleRow(
            row,
            runs=row.valid_from <= day and (row.valid_to is None or row.valid_to >= day),
            coming=row.valid_from > day and Days(row.valid_from, row.valid_to).ever,
        )
        for row in held
    ]
    return Person(account, tuple(sorted(rows, key=lambda row: not (row.runs or row.coming))))


@dataclass(frozen=True, slots=True)
class Holding:
    """How much open work somebody holds in a body: numbers only."""

    cases: int
    tasks: int
    post: int

    @property
    def any(self) -> bool:
        return bool(self.cases or self.tasks or self.post)


def holding(actor: Actor, account_id: int) -> Holding:
    """Open cases, tasks and post of a person in the actor's body. Raises ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    with as_system(SystemRole.HANDOVER):
        return Holding(
            Case.objects.filter(body=actor.body_id, officer=account_id, closed_at=None).count(),
            Task.objects.filter(body=actor.body_id, assignee=account_id, done_by=None).count(),
            IncomingPost.objects.filter(body=actor.body_id, assignee=account_id)
            .exclude(state=IncomingPost.State.ANSWERED)
            .count(),
        )


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with the number of people in it today."""

    unit: Unit
    people: int
    closed: bool


def units_of(actor: Actor) -> list[UnitRow]:
    """The units of the actor's body, open ones first. Raises ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    day = today()
    held = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day), body=actor.body_id, valid_from__lte=day, account__is_active=True
    )
    members: dict[int | None, set[int]] = {}
    for unit_id, account_id in held.values_list("unit", "account"):
        members.setdefault(unit_id, set()).add(account_id)
    rows = [
        UnitRow(unit, len(members.get(unit.pk, ())), unit.closed_on is not None and unit.closed_on <= day)
        for unit in Unit.objects.filter(body=actor.body_id).order_by("name", "pk")
    ]
    return sorted(rows, key=lambda row: row.closed)


def invited(secret: str) -> Account | None:
    """Whose password the secret of a link sets; None when it is unknown, used or too old, or the account is locked."""
    found = Invitation.objects.filter(digest=digest_of(secret), used_at=None, expires_at__gt=now())
    invitation = found.select_related("account").first()
    return invitation.account if invitation is not None and invitation.account.is_active else None


ADMINISTRATOR = Role.BODY_ADMINISTRATOR.value
