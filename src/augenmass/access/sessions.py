"""The sessions of an account: where it is signed in, and ending that."""

from datetime import timedelta
from importlib import import_module
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import IntegrityError

from augenmass.directory.models import Account
from augenmass.law.time import now


def store() -> Any:
    """The store of Django's sessions."""
    return import_module(settings.SESSION_ENGINE).SessionStore()


def account_of_id(account_id: int) -> Account | None:
    """The account of a session that ends, whether or not it may still sign in."""
    return Account.objects.filter(pk=account_id).first()


def seen(account: Account, session_key: str, address: str, user_agent: str) -> None:
    """Note that a session is in use, from where and in which browser."""
    held = {"user": account, "ip": address, "user_agent": user_agent[:200], "last_seen_at": now()}
    try:
        UserSession.objects.update_or_create(
            session_key=session_key, defaults=held, create_defaults={**held, "created_at": now()}
        )
    except IntegrityError:
        return  # two first requests of one session at once: the other one wrote the row


def sessions_of(account: Account) -> list[UserSession]:
    """The sessions that still run, the one used last first."""
    found = list(UserSession.objects.filter(user=account).order_by("-last_seen_at", "-pk"))
    return [session for session in found if session.exists()]


def end_session(account: Account, session_id: int) -> bool:
    """End one session of the account; False when it has none with this id."""
    session = UserSession.objects.filter(user=account, pk=session_id).first()
    if session is None:
        return False
    session.end()
    return True


def end_sessions(account: Account, but: str | None = None) -> int:
    """End all sessions of the account, except the one with the key ``but``; returns how many."""
    ended = 0
    for session in UserSession.objects.filter(user=account):
        if session.session_key != but:
            session.end()
            ended += 1
    return ended


def forget_session(session_key: str | None) -> None:
    """Take a session off the list that has ended by itself."""
    UserSession.objects.filter(session_key=session_key).delete()


def forget_ended_sessions() -> int:
    """Delete what is kept of sessions that have ended (address, browser); returns how many."""
    oldest = now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    gone = [
        session.pk
        for session in UserSession.objects.iterator()
        if session.last_seen_at < oldest or not session.exists()
    ]
    UserSession.objects.filter(pk__in=gone).delete()
    return len(gone)
