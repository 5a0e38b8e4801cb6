"""Who asks: an account in its roles in one body, for a purpose."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body, Membership
from augenmass.directory.roles import PERMISSIONS, Permission, Role
from augenmass.law.time import today

if TYPE_CHECKING:
    from augenmass.access.sight import Sight


class Purpose(StrEnum):
    """What a read is for; it stands on every line of the access log."""

    CASE_WORK = "case_work"
    SUPERVISION = "supervision"
    INTAKE = "intake"
    COMPETENCE = "competence"
    COOPERATION = "cooperation"
    SUPPORT = "support"
    CONTROL = "control"


PURPOSE_LABELS = {
    Purpose.CASE_WORK: _("Fallbearbeitung"),
    Purpose.SUPERVISION: _("Leitung und Zweitzeichnung"),
    Purpose.INTAKE: _("Datenübernahme"),
    Purpose.COMPETENCE: _("Prüfung der Zuständigkeit"),
    Purpose.COOPERATION: _("Mitwirkung am Fall einer anderen Stelle"),
    Purpose.SUPPORT: _("Unterstützung durch den Betrieb"),
    Purpose.CONTROL: _("Datenschutzkontrolle"),
}


class NotPermitted(Exception):
    """The actor lacks the right; the message is a sentence for the user."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(
            str(_("Für diese Handlung fehlt Ihnen das Recht. Bitte wenden Sie sich an die Leitung Ihrer Dienststelle."))
        )
        self.permission = permission


@dataclass(frozen=True, slots=True)
class Actor:
    """An account acting for a body today; ``unit_ids`` are its teams. Lives for one request or one action."""

    account: Account
    body: Body
    roles: frozenset[Role]
    unit_ids: tuple[int, ...] = ()
    purpose: Purpose = Purpose.CASE_WORK
    reason: str = ""
    """Given for a support session; stands on every line of its reads."""
    program: str = ""
    """Public part of the token when a program acts in the person's name; it never signs."""
    sights: "dict[int, Sight]" = field(default_factory=dict, compare=False, repr=False)
    """What the actor may see in each case looked at so far (``sight_of``)."""

    @property
    def account_id(self) -> int:
        return self.account.pk

    @property
    def body_id(self) -> int:
        return self.body.pk

    @property
    def reads_only(self) -> bool:
        """Whether the actor looks at another body's pages in a support session: it reads what was released, writes nothing."""
        return self.purpose is Purpose.SUPPORT

    @property
    def permissions(self) -> frozenset[Permission]:
        """Union over the roles; in a support session only reading, whatever else the person may do."""
        if self.reads_only:
            return frozenset({Permission.READ_CASES})
        return frozenset().union(*(PERMISSIONS[role] for role in self.roles))

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def require_writing(self) -> None:
        """Raise ``NotPermitted`` for somebody who only looks: for actions that ask for no other right than to read."""
        if self.reads_only:
            raise NotPermitted(Permission.READ_CASES)

    def require(self, permission: Permission) -> None:
        """Raise ``NotPermitted`` when the right is missing."""
        if not self.may(permission):
            raise NotPermitted(permission)


def memberships_today(account: Account) -> list[Membership]:
    """The roles that an account holds today, in bodies that exist today, oldest first."""
    day = today()
    known = getattr(account, "known_memberships", None)
    if known is None:
        known = Membership.objects.filter(account=account).select_related("body").order_by("pk")
    return [
        membership
        for membership in known
        if membership.valid_from <= day
        and (membership.valid_to is None or membership.valid_to >= day)
        and (membership.body.dissolved_on is None or membership.body.dissolved_on > day)
    ]


def bodies_of(account: Account) -> list[Body]:
    """The bodies that an account can act for today, each once."""
    return list({membership.body_id: membership.body for membership in memberships_today(account)}.values())


def actor_for(account: Account, body_id: int | None = None) -> Actor | None:
    """The actor for an account today, None when it holds no role today.

    A person with roles in two bodies acts for one at a time, never with the rights of both: ``body_id`` where they hold
    a role there, else the body of the oldest membership.
    """
    held = memberships_today(account) if account.is_active else []
    if not held:
        return None
    body = next((found.body for found in held if found.body_id == body_id), held[0].body)
    roles = [membership for membership in held if membership.body_id == body.pk]
    return Actor(
        account=account,
        body=body,
        roles=frozenset(Role(membership.role) for membership in roles),
        unit_ids=tuple(membership.unit_id for membership in roles if membership.unit_id),
    )
