"""An operator looks at a body's pages: asked for with a reason, confirmed by the body, for an hour at most, shown to it.

Every request checks anew: the row, the clock, and that the person is still an operator (``session_of``).
"""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, Purpose, memberships_today
from augenmass.access.inspection import LogLine, lines_of_session
from augenmass.access.models import SupportSession
from augenmass.directory.models import Account, Body
from augenmass.directory.roles import PERMISSIONS, Permission, Role
from augenmass.law.time import now, today
from augenmass.record.ledger import entry
from augenmass.record.once import once

LASTS = timedelta(minutes=60)
WAITS = timedelta(hours=24)
"""How long a request can be confirmed."""
SHORTEST_REASON = 10
DECIDES = (Permission.ADMINISTER, Permission.SECOND_SIGNATURE)
MOST = 50


class NotSupported(Exception):
    """Why nothing was asked, confirmed or ended; a sentence for the user. Nothing was changed."""


def ask(actor: Actor, key: UUID, body_id: int, reason: str) -> SupportSession:
    """Ask a body for a look at its pages. The same key again gives the same request. Raises ``NotSupported``."""
    actor.require(Permission.OPERATE)
    if len(reason.strip()) < SHORTEST_REASON:
        raise NotSupported(_("Bitte begründen Sie in einem Satz, wozu Sie die Einsicht brauchen."))
    body = bodies_to_ask().filter(pk=body_id).first()
    if body is None:
        raise NotSupported(_("Diese Stelle gibt es nicht oder nicht mehr."))

    def make() -> SupportSession:
        with entry(actor, "support.asked") as e:
            made = SupportSession.objects.create(
                key=key, account=actor.account, body=body, reason=reason.strip()[:500], asked_at=now()
            )
            e.refer(support=made.pk, of=body.pk)
        return made

    return once(lambda: SupportSession.objects.filter(key=key, account=actor.account_id).first(), make)


def confirm(actor: Actor, key: UUID) -> SupportSession:
    """Let the operator in for an hour from now. Raises ``NotSupported`` and ``SupportSession.DoesNotExist``."""
    _require_decider(actor)
    asked = _of_body(actor).get(key=key)
    if asked.account_id == actor.account_id:
        raise NotSupported(_("Ihre eigene Anfrage muss eine andere Person Ihrer Dienststelle bestätigen."))
    if not is_operator(asked.account):
        raise NotSupported(_("Wer angefragt hat, gehört nicht mehr zum Betrieb."))
    at = now()
    with entry(actor, "support.confirmed") as e:
        done = _waiting(SupportSession.objects.filter(pk=asked.pk)).update(
            confirmed_by=actor.account, begins=at, ends=at + LASTS
        )
        if not done:
            raise NotSupported(_("Über diese Anfrage wurde bereits entschieden, oder sie ist abgelaufen."))
        Body.objects.filter(pk=asked.body_id).update(looked_at_until=at + LASTS)
        e.refer(support=asked.pk)
    asked.refresh_from_db()
    return asked


def refuse(actor: Actor, key: UUID) -> None:
    """Do not let the operator in. Raises ``NotSupported`` and ``SupportSession.DoesNotExist``."""
    _require_decider(actor)
    asked = _of_body(actor).get(key=key)
    with entry(actor, "support.refused") as e:
        done = _waiting(SupportSession.objects.filter(pk=asked.pk)).update(refused_at=now(), refused_by=actor.account)
        if not done:
            raise NotSupported(_("Über diese Anfrage wurde bereits entschieden, oder sie ist abgelaufen."))
        e.refer(support=asked.pk)


def end(actor: Actor, key: UUID) -> None:
    """End a session that runs: whoever has a role in the body today, or the operator. A second time changes nothing.

    ``actor`` is the person in their own body, never the one that looks. Raises ``SupportSession.DoesNotExist``.
    """
    mine = Q(body=actor.body_id) | Q(account=actor.account_id)
    found = SupportSession.objects.filter(mine).get(key=key)
    if not runs(found):
        return
    with entry(actor, "support.ended") as e:
        SupportSession.objects.filter(pk=found.pk, ends__gt=now()).update(ends=now(), ended_by=actor.account)
        e.refer(support=found.pk)


def session_of(account: Account, key: str) -> SupportSession | None:
    """The running session behind a key, if it is this person's and they are still an operator; asked at every request."""
    try:
        wanted = UUID(key)
    except ValueError:
        return None
    found = SupportSession.objects.filter(key=wanted, account=account.pk).select_related("body").first()
    gone = found is None or not runs(found) or not is_operator(account) or _dissolved(found.body)
    return None if gone else found


def looking(account: Account, session: SupportSession) -> Actor:
    """The operator as a reader of the body's pages: no role of theirs but this one, and every line says why."""
    return Actor(
        account=account,
        body=session.body,
        roles=frozenset({Role.OPERATOR}),
        purpose=Purpose.SUPPORT,
        reason=session.reason,
    )


def runs(session: SupportSession) -> bool:
    """Whether a session was confirmed and its time is not over."""
    return session.begins is not None and session.ends is not None and session.begins <= now() < session.ends


def waits(session: SupportSession) -> bool:
    """Whether a request can still be decided."""
    open_yet = session.confirmed_by_id is None and session.refused_at is None
    return open_yet and session.asked_at > now() - WAITS


def running_at(body: Body) -> list[SupportSession]:
    """The sessions that run at a body now, for the strip on its pages; nothing is asked while none can run."""
    at = now()
    if body.looked_at_until is None or body.looked_at_until <= at:
        return []
    found = SupportSession.objects.filter(body=body, asked_at__gt=at - WAITS - LASTS, begins__lte=at, ends__gt=at)
    return list(found.select_related("account"))


def asked_by(actor: Actor) -> list[SupportSession]:
    """What an operator asked for lately, the newest first."""
    actor.require(Permission.OPERATE)
    return list(SupportSession.objects.filter(account=actor.account_id).select_related("body")[:MOST])


def waiting_at(actor: Actor) -> list[SupportSession]:
    """The requests that somebody of the body has to decide; nothing for those who cannot."""
    if not any(actor.may(right) for right in DECIDES):
        return []
    return list(_waiting(_of_body(actor)).select_related("account"))


def past_at(actor: Actor) -> list[SupportSession]:
    """The decided requests of a body, the newest first: for those who decide, and for the data protection officer."""
    if not any(actor.may(right) for right in (*DECIDES, Permission.READ_ACCESS_LOG)):
        return []
    found = _of_body(actor).exclude(confirmed_by=None, refused_at=None)
    return list(found.select_related("account", "confirmed_by", "ended_by", "refused_by")[:MOST])


def lines_of(actor: Actor, key: UUID) -> tuple[SupportSession, list[LogLine]]:
    """A session of the own body and what was read in it. Writes an access line. Raises ``SupportSession.DoesNotExist``."""
    actor.require(Permission.READ_ACCESS_LOG)
    found = (
        _of_body(actor).select_related("account", "confirmed_by", "ended_by").get(key=key, confirmed_by__isnull=False)
    )
    assert found.begins is not None
    assert found.ends is not None
    return found, lines_of_session(actor, found.account_id, found.begins, found.ends)


def bodies_to_ask() -> QuerySet[Body]:
    """The bodies that there are today."""
    return Body.objects.filter(Q(dissolved_on=None) | Q(dissolved_on__gt=today()))


def is_operator(account: Account) -> bool:
    """Whether the person holds the role of an operator today, in any body."""
    roles: Iterable[str] = (membership.role for membership in memberships_today(account))
    return account.is_active and any(Permission.OPERATE in PERMISSIONS[Role(role)] for role in roles)


def _require_decider(actor: Actor) -> None:
    if not any(actor.may(right) for right in DECIDES):
        actor.require(DECIDES[0])


def _of_body(actor: Actor) -> QuerySet[SupportSession]:
    return SupportSession.objects.filter(body=actor.body_id).select_related("account")


def _waiting(found: QuerySet[SupportSession]) -> QuerySet[SupportSession]:
    return found.filter(confirmed_by=None, refused_at=None, asked_at__gt=now() - WAITS)


def _dissolved(body: Body) -> bool:
    return body.dissolved_on is not None and body.dissolved_on <= today()
