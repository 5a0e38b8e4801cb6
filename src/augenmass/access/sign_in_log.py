"""The sign-in log: who signed in, what failed, which factors and sessions changed. In the store of the access log."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.db.models import Q, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor, actor_for
from augenmass.access.models import SignInLine
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Account, Membership
from augenmass.directory.roles import Permission
from augenmass.law.time import now

What = SignInLine.What


def network_of(address: str) -> str:
    """The network of an address (/24, /48): enough to see from where, too little to name a machine. Empty when unreadable."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ip_network(f"{found}/{48 if found.version == 6 else 24}", strict=False))


def note(what: SignInLine.What, account: Account | None, address: str, body_id: int | None = None) -> None:
    """Write one line. The body is the one that the account acts for today or acted for last, or ``body_id`` where no account is known."""
    own = _body_of(account) if account is not None else None
    with as_system(SystemRole.SIGN_IN):
        SignInLine.objects.create(
            at=now(),
            account=account.pk if account is not None else None,
            body=own if own is not None else body_id,
            what=what,
            network=network_of(address),
        )


def _body_of(account: Account) -> int | None:
    """A locked account or one without a role today is still a matter of the body that it worked for last, and of no other."""
    actor = actor_for(account)
    if actor is not None:
        return actor.body_id
    return Membership.objects.filter(account=account).order_by("-pk").values_list("body_id", flat=True).first()


def note_attempt(what: SignInLine.What, username: str, address: str) -> None:
    """Write a line about somebody who typed a name: the account where there is one, the name itself never."""
    note(what, Account.objects.filter(username=username.strip().lower()).first(), address)


def lines_visible(actor: Actor) -> "QuerySet[SignInLine]":
    """Lines of the actor's body and those that belong to no account, newest first; the look itself is logged.

    Raises ``NotPermitted``.
    """
    actor.require(Permission.READ_ACCESS_LOG)
    log.read(actor, "sign_ins", rows=0)
    return SignInLine.objects.filter(Q(body=actor.body_id) | Q(body=None, account=None)).order_by("-at", "-pk")


def names_in(actor: Actor, account_ids: set[int]) -> dict[int, str]:
    """Names of the accounts on a page of the log. Raises ``NotPermitted``."""
    actor.require(Permission.READ_ACCESS_LOG)
    return dict(Account.objects.filter(pk__in=account_ids).values_list("pk", "name"))


def forget_old_lines() -> int:
    """Delete the lines whose time of keeping is over; returns how many."""
    deleted, _by_model = SignInLine.objects.filter(at__lt=now() - timedelta(days=settings.SIGN_IN_LOG_DAYS)).delete()
    return deleted
