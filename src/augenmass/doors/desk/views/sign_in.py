"""Signing in and what belongs to it: allauth's views with the desk's words, and the pages that it has not."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.views import LoginView, PasswordChangeView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal.auth import STATE_SESSION_KEY, clear_state
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from requests import RequestException

from augenmass.access.factors import factors_of, remember_step
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.sign_in.factors import FactorAdapter
from augenmass.doors.desk.sign_in.providers import (
    CheckedOpenID,
    NoSuchProvider,
    ProviderAdapter,
    failed,
    provider_called,
    unreachable,
)
from augenmass.doors.desk.sign_in.session_end import ENDED
from augenmass.law.time import now

CHALLENGE_AT = "augenmass_challenge_at"
CHALLENGE_LASTS = timedelta(minutes=5)


class SignInView(LoginView):
    """Password, passkey, or the identity provider of a body; says why a session ended."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "providers": settings.IDENTITY_PROVIDERS,
            "ended": self.request.session.pop(ENDED, ""),
        }


class TimedChallenge:
    """A passkey answers a question of this server; the question is good for some minutes only."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        session = request.session
        before = session.get(STATE_SESSION_KEY)
        if request.method == "POST" and "credential" in request.POST and _too_old(session.get(CHALLENGE_AT)):
            clear_state()
            messages.error(request, _("Die Anfrage an den Passkey ist abgelaufen. Versuchen Sie es noch einmal."))
            return HttpResponseRedirect(self.address_to_try_again())
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        asked = session.get(STATE_SESSION_KEY)
        if asked is not None and asked != before:
            session[CHALLENGE_AT] = now().isoformat()
        return answer

    def address_to_try_again(self) -> str:
        return self.request.get_full_path()


def _too_old(asked_at: str | None) -> bool:
    return asked_at is None or now() - datetime.fromisoformat(asked_at) > CHALLENGE_LASTS


@method_decorator(login_not_required, name="dispatch")
class FactorView(TimedChallenge, AuthenticateView):
    """The second factor after the password."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), **factors_of(self.stage.login.user)}


@method_decorator(login_not_required, name="dispatch")
class PasskeyAloneView(TimedChallenge, LoginWebAuthnView):
    """A passkey instead of name, password and second factor."""

    def address_to_try_again(self) -> str:
        return reverse("account_login")


class ConfirmPasskeyView(TimedChallenge, ReauthenticateWebAuthnView):
    """A passkey asked again before something about the sign-in changes."""

    def form_invalid(self, form: Any) -> HttpResponse:
        for sentence in form.errors.get("credential", []):
            messages.error(self.request, sentence)
        return HttpResponseRedirect(self.request.get_full_path())


class NewPasskeyView(TimedChallenge, AddWebAuthnView):
    """Setting up a passkey."""


class NewAppView(ActivateTOTPView):
    """Setting up an authenticator app; the code that proves it is used up."""

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        remember_step(self.request.user, form.step)
        return answer


class NewPasswordView(PasswordChangeView):
    """Another password; accounts that only a provider signs in have none."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated or not request.user.has_usable_password():
            messages.info(
                request, _("Ihr Konto hat kein eigenes Passwort. Sie melden sich über den Dienst Ihrer Stelle an.")
            )
            return HttpResponseRedirect(reverse("mfa_index"))
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer


class RemovePasskeyView(RemoveWebAuthnView):
    """Removing a passkey, unless it is the last factor."""

    def form_valid(self, form: Any) -> HttpResponse:
        adapter = FactorAdapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            messages.error(self.request, str(adapter.error_messages["cannot_delete_authenticator"]))
            return HttpResponseRedirect(reverse("mfa_index"))
        answer: HttpResponse = super().form_valid(form)
        return answer


class RemoveAppView(DeactivateTOTPView):
    """Removing the authenticator app, unless it is the last factor (its form says so)."""


@require_GET
def second_factor(request: HttpRequest) -> HttpResponse:
    """Says why a second factor is needed and offers both."""
    return render(request, "desk/sign_in/second_factor.html")


@require_GET
def security(request: DeskRequest) -> HttpResponse:
    """What belongs to one's own sign-in: factors, codes, password, sessions."""
    account = request.actor.account
    context = {**factors_of(account), "has_password": account.has_usable_password()}
    return render(request, "desk/sign_in/security.html", context)


@login_not_required
def provider_login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send the browser to the identity provider; by a form only, so that no other site can start it."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("account_login"))
    try:
        provider_called(provider_id)
        provider = ProviderAdapter(request).get_provider(request, provider=provider_id)
        provider.oauth2_adapter_class = CheckedOpenID
        nonce = get_random_string(32)
        params = {**provider.get_auth_params(), "nonce": nonce}
        answer: HttpResponse = provider.redirect(
            request, process="login", next_url=_own_address(request), auth_params=params, nonce=nonce
        )
    except NoSuchProvider as error:
        raise Http404 from error
    except RequestException:
        return unreachable(request, provider_id)
    except (OAuth2Error, KeyError, ValueError, TypeError):
        return failed(request, provider_id)
    return answer


def _own_address(request: HttpRequest) -> str | None:
    target = request.POST.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}) else None


@login_not_required
@require_GET
def provider_callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The browser comes back from the identity provider."""
    try:
        provider_called(provider_id)
        view = OAuth2CallbackView.adapter_view(CheckedOpenID(request, provider_id))
        answer: HttpResponse = view(request)
    except NoSuchProvider as error:
        raise Http404 from error
    except RequestException:
        return unreachable(request, provider_id)
    except (OAuth2Error, KeyError, ValueError, TypeError):
        return failed(request, provider_id)
    return answer
