"""Signing in to the compartment: accounts of its own, password and authenticator app, recovery codes."""

import base64
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from augenmass.compartment.models import Account
from augenmass.law.time import now

ALWAYS = frozenset({"account_logout", "set_language", "set_theme"})
SET_UP = frozenset({"mfa_activate_totp", "account_reauthenticate", "mfa_reauthenticate"})
FRESH_SECONDS = 300
"""So long after signing in nobody is asked for the password again to set up a factor."""
UNSAID = frozenset({"account/messages/logged_in.txt", "account/messages/logged_out.txt"})


class ClosedAdapter(DefaultAccountAdapter):
    """Accounts are made by who runs the compartment; nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Benutzername oder Passwort ist falsch."),
        "too_many_login_attempts": _(
            "Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann noch einmal."
        ),
    }

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def add_message(
        self, request: HttpRequest, level: int, message_template: Any = None, *args: Any, **kwargs: Any
    ) -> None:
        """What the next page shows anyway is not said as well."""
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **kwargs)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Asked anew before factors change, but not right after signing in."""
        if not super().is_reauthentication_required(app=app, **kwargs):
            return False
        records = get_authentication_records(self.request, self.request.user)
        return not records or now().timestamp() - records[-1]["at"] > FRESH_SECONDS


class FactorAdapter(DefaultMFAAdapter):
    """Secrets of the apps are encrypted with the compartment's own secret; a lost key of the content locks nobody out."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "Der Code stimmt nicht. Prüfen Sie, ob die Uhr Ihres Telefons richtig geht, und geben Sie den neuesten Code ein."
        )
    }

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not settings.SECOND_FACTOR

    def get_totp_label(self, user: Any) -> str:
        return str(user.username)


def _box() -> Fernet:
    secret = salted_hmac("augenmass.compartment.factors", "at rest", algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(secret))


def holds_factor(account: Account) -> bool:
    """Whether the account set up an authenticator app; with one, allauth lets nobody in without a code."""
    return bool(Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.TOTP).exists())


class SecondFactorMiddleware:
    """Leads an account without a second factor to its set-up, and to nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: object, _args: object, _kwargs: object) -> HttpResponse | None:
        if not settings.SECOND_FACTOR or not request.user.is_authenticated or holds_factor(request.user):
            return None
        name = request.resolver_match.url_name if request.resolver_match else None
        return None if name in ALWAYS | SET_UP else HttpResponseRedirect(reverse("mfa_activate_totp"))
