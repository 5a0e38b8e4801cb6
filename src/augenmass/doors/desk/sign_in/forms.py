"""Forms of the second factor: allauth's, with codes that count once, and a sentence for whatever arrives."""

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkeys
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from augenmass.access.factors import step_of, use_code
from augenmass.access.models import SignInLine
from augenmass.access.sign_in_log import note
from augenmass.directory.models import Account
from augenmass.doors.desk.sign_in.limits import address_of, count_wrong_code, refuse_too_many_codes
from augenmass.law.time import now

WRONG = _(
    "Der Code stimmt nicht. Prüfen Sie, ob die Uhr Ihres Telefons richtig geht, und geben Sie den neuesten Code ein."
)
AGAIN = _("Dieser Code wurde schon benutzt. Warten Sie auf den nächsten.")
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError)
"""What the parser of passkey answers raises on things that are none."""


def _code_field(label: Any) -> forms.CharField:
    attributes = {"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "none"}
    return forms.CharField(label=label, max_length=40, widget=forms.TextInput(attrs=attributes))


def _failed(account: Account | None) -> None:
    note(SignInLine.What.FAILED_FACTOR, account, address_of(context.request))


class CodeForm(forms.Form):
    """A code of the app or a recovery code, after the password."""

    code = _code_field(_("Code aus der App oder Wiederherstellungscode"))
    confirming = False

    def __init__(self, *args: Any, user: Account, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        refuse_too_many_codes(context.request, self.user)
        code = str(self.cleaned_data["code"])
        used = use_code(self.user, code)
        if used.factor is None:
            count_wrong_code(context.request, self.user)
            _failed(self.user)
            raise ValidationError(AGAIN if used.again else WRONG)
        self.factor = used.factor
        self.factor.user = self.user
        return code

    def save(self) -> None:
        """Keep that the factor was proved."""
        post_authentication(context.request, self.factor, reauthenticated=self.confirming)


class ConfirmingCodeForm(CodeForm):
    """The same, asked again before something about the sign-in changes."""

    confirming = True


class AppForm(ActivateTOTPForm):
    """The first code of a new authenticator app."""

    code = _code_field(_("Code aus der App"))
    step = -1

    def clean_code(self) -> str:
        refuse_too_many_codes(context.request, self.user)
        code = str(self.cleaned_data["code"])
        step = step_of(self.secret, code, now())
        if step is None:
            count_wrong_code(context.request, self.user)
            raise ValidationError(WRONG)
        self.step = step
        return code


class NewPasskeyForm(passkeys.AddWebAuthnForm):
    """A new passkey."""

    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=60,
        help_text=_("Woran Sie ihn wiedererkennen, zum Beispiel „Dienstrechner“ oder „Schlüssel am Bund“."),
    )
    passwordless = forms.BooleanField(
        label=_("Auch ohne Passwort anmelden"),
        required=False,
        initial=True,
        help_text=_(
            "Verlangt, dass der Passkey Sie mit PIN, Fingerabdruck oder Gesicht erkennt. Ältere Schlüssel können das nicht."
        ),
    )
    field_order = ("name", "passwordless")

    def clean(self) -> dict[str, Any]:
        try:
            return dict(super().clean())
        except UNREADABLE as error:
            raise ValidationError(_("Der Passkey wurde nicht eingerichtet. Versuchen Sie es noch einmal.")) from error


class PasskeyNameForm(passkeys.EditWebAuthnForm):
    """Another name for a passkey."""

    name = forms.CharField(label=_("Name"), max_length=60)


class PasskeyForm(passkeys.AuthenticateWebAuthnForm):
    """A passkey after the password. No limit: there is nothing to guess, and a limit could lock its owner out."""

    def clean_credential(self) -> Any:
        answer, account = self.cleaned_data["credential"], self.user
        try:
            auth.parse_authentication_response(answer)
            account = account or auth.extract_user_from_response(answer)
            return auth.complete_authentication(account, answer)
        except (ValidationError, *UNREADABLE) as error:
            _failed(account)
            raise get_adapter().validation_error("incorrect_code") from error


class ConfirmingPasskeyForm(PasskeyForm):
    """The same, asked again before something about the sign-in changes."""

    reauthenticated = True
    passwordless = False


class PasskeyAloneForm(PasskeyForm):
    """A passkey without a password: it names its account itself."""

    reauthenticated = False
    passwordless = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, user=None, **kwargs)
