"""What allauth tells by signals becomes lines of the sign-in log and marks of the session."""

from typing import Any

from allauth.account.signals import password_changed, user_logged_out
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from augenmass.access.models import SignInLine
from augenmass.access.sessions import forget_session
from augenmass.access.sign_in_log import note
from augenmass.directory.models import Account
from augenmass.doors.desk.sign_in.limits import address_of
from augenmass.doors.desk.sign_in.second_factor import mark_proved

What = SignInLine.What


def factor_used(request: HttpRequest, user: Account, authenticator: Authenticator, **_kwargs: Any) -> None:
    """A factor was proved: in this session nothing is closed any more."""
    mark_proved(request, user)
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        note(What.RECOVERY_USED, user, address_of(request))


def factor_added(request: HttpRequest, user: Account, authenticator: Authenticator, **_kwargs: Any) -> None:
    """A factor was set up, which proves that the person has it."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        note(What.RECOVERY_CODES, user, address_of(request))
        return
    mark_proved(request, user)
    note(What.FACTOR_ADDED, user, address_of(request))


def factor_removed(request: HttpRequest, user: Account, authenticator: Authenticator, **_kwargs: Any) -> None:
    """A factor was removed; the codes that go with the last one need no line."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        note(What.FACTOR_REMOVED, user, address_of(request))


def codes_made(request: HttpRequest, user: Account, **_kwargs: Any) -> None:
    """New recovery codes replaced the old ones."""
    note(What.RECOVERY_CODES, user, address_of(request))


def changed_password(request: HttpRequest, user: Account, **_kwargs: Any) -> None:
    """The password is another one; Django ends the other sessions by its digest."""
    note(What.PASSWORD_CHANGED, user, address_of(request))


def signed_out(request: HttpRequest, user: Account | None, **_kwargs: Any) -> None:
    """Somebody signed out (told before the session is emptied)."""
    if user is not None:
        note(What.SIGNED_OUT, user, address_of(request))
        forget_session(request.session.session_key)


def listen() -> None:
    """Connect everything once, when the program starts."""
    for signal, receiver in (
        (signals.authenticator_used, factor_used),
        (signals.authenticator_added, factor_added),
        (signals.authenticator_removed, factor_removed),
        (signals.authenticator_reset, codes_made),
        (password_changed, changed_password),
        (user_logged_out, signed_out),
    ):
        signal.connect(receiver, dispatch_uid=f"augenmass.{receiver.__name__}")
