"""Accounts are made by the administration of a body; nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from augenmass.access.models import SignInLine
from augenmass.access.sign_in_log import note, note_attempt
from augenmass.directory.models import Account
from augenmass.doors.desk.actor import ONLY_BODY
from augenmass.doors.desk.sign_in.known_browser import remember_browser
from augenmass.doors.desk.sign_in.limits import address_of, count_failure, refuse_too_many
from augenmass.doors.desk.sign_in.providers import body_vouched_for
from augenmass.doors.desk.sign_in.second_factor import BY_PROVIDER, STAGES, mark_proved, proved
from augenmass.law.time import now

What = SignInLine.What
FRESH_SECONDS = 300
"""So long after signing in nobody is asked for the password again to set up a factor."""
UNSAID = frozenset({"account/messages/logged_in.txt", "account/messages/logged_out.txt"})


class ClosedAdapter(DefaultAccountAdapter):
    """The sign-in of the desk."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Benutzername oder Passwort ist falsch."),
        "incorrect_password": _("Das Passwort ist falsch."),
        "enter_current_password": _("Das bisherige Passwort ist falsch."),
    }

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return STAGES

    def add_message(
        self, request: HttpRequest, level: int, message_template: Any = None, *args: Any, **kwargs: Any
    ) -> None:
        """What the next page shows anyway is not said as well."""
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **kwargs)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        refuse_too_many(request, str(credentials.get("username", "")))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        username = str(credentials.get("username", ""))
        count_failure(request, username)
        note_attempt(What.FAILED_PASSWORD, username, address_of(request))

    def post_login(self, request: HttpRequest, user: Account, **kwargs: Any) -> HttpResponse:
        """Somebody is signed in: write the line, keep what was proved, remember the browser after a full sign-in."""
        if getattr(request, BY_PROVIDER, False):
            mark_proved(request, user)
        note(_how(request, user), user, address_of(request))
        if only := body_vouched_for(get_authentication_records(request, user)):
            request.session[ONLY_BODY] = only
        response: HttpResponse = super().post_login(request, user, **kwargs)
        if proved(request) or not settings.SECOND_FACTOR:
            remember_browser(request, response, user.username)
        return response

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Asked anew before factors change, but not right after signing in."""
        if not super().is_reauthentication_required(app=app, **kwargs):
            return False
        records = get_authentication_records(self.request, self.request.user)
        return not records or now().timestamp() - records[-1]["at"] > FRESH_SECONDS


def _how(request: HttpRequest, account: Account) -> SignInLine.What:
    records = get_authentication_records(request, account)
    if any(record.get("passwordless") for record in records):
        return What.SIGNED_IN_PASSKEY
    if any(record.get("method") == "socialaccount" for record in records):
        return What.SIGNED_IN_PROVIDER
    return What.SIGNED_IN_FACTOR if proved(request) else What.SIGNED_IN
