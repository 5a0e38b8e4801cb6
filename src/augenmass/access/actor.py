"""Who asks: an account in one of its roles, for a purpose."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body, Membership
from augenmass.directory.roles import PERMISSIONS, Permission, Role
from augenmass.law.time import today


class Purpose(StrEnum):
    """What a read is for; it stands on every line of the access log."""

    CASE_WORK = "case_work"
    SUPERVISION = "supervision"
    INTAKE = "intake"
    CONTROL = "control"


PURPOSE_LABELS = {
    Purpose.CASE_WORK: _("Fallbearbeitung"),
    Purpose.SUPERVISION: _("Leitung und Zweitzeichnung"),
    Purpose.INTAKE: _("Datenübernahme"),
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
    """An account acting for a body today; ``unit_ids`` are its teams."""

    account: Account
    body: Body
    roles: frozenset[Role]
    unit_ids: tuple[int, ...] = ()
    purpose: Purpose = Purpose.CASE_WORK

    @property
    def account_id(self) -> int:
        return self.account.pk

    @property
    def body_id(self) -> int:
        return self.body.pk

    @property
    def permissions(self) -> frozenset[Permission]:
        """Union over the roles."""
        return frozenset().union(*(PERMISSIONS[role] for role in self.roles))

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Raise ``NotPermitted`` when the right is missing."""
        if not self.may(permission):
            raise NotPermitted(permission)


def actor_for(account: Account) -> Actor | None:
    """The actor for an account today, None when it holds no role today. One body at a time: the first by membership."""
    day = today()
    known = getattr(account, "known_memberships", None)
    if known is None:
        known = Membership.objects.filter(account=account).select_related("body").order_by("pk")
    memberships = [
        membership
        for membership in known
        if membership.valid_from <= day and (membership.valid_to is None or membership.valid_to >= day)
    ]
    if not memberships or not account.is_active:
        return None
    body = memberships[0].body
    held = [membership for membership in memberships if membership.body_id == body.pk]
    return Actor(
        account=account,
        body=body,
        roles=frozenset(Role(membership.role) for membership in held),
        unit_ids=tuple(membership.unit_id for membership in held if membership.unit_id),
    )
