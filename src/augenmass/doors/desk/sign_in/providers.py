"""Signing in by the identity provider of a body (OpenID Connect).

Who it names is always an existing account of that body. A stranger, a person of another body and a locked account get the
same sentence, so that nobody learns which accounts there are.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

import jwt
from allauth.account.internal.flows.logout import logout
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare
from requests import RequestException, Response, Session

from augenmass.access.identities import account_for, belongs, body_id_of
from augenmass.access.models import SignInLine
from augenmass.access.sign_in_log import note
from augenmass.doors.desk.sign_in.limits import address_of
from augenmass.doors.desk.sign_in.second_factor import BY_PROVIDER

What = SignInLine.What
CLAIMS = "augenmass_claims"
"""On the request: what the provider said of the person; evaluated and not stored."""
RETRY_SECONDS = 60
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
SIGNED_BY = frozenset(f"{family}{bits}" for family in ("RS", "PS", "ES") for bits in (256, 384, 512)) | {"EdDSA"}
"""Algorithms by which a provider signs: with a key that nobody but it holds. Never ``none``, never a shared secret."""


class NoSuchProvider(LookupError):
    """No provider of this installation has this key."""


def provider_called(key: str) -> Any:
    """The provider as configured. Raises ``NoSuchProvider``."""
    found = next((one for one in settings.IDENTITY_PROVIDERS if one.key == key), None)
    if found is None:
        raise NoSuchProvider(key)
    return found


class Led(RequestException):
    """An endpoint sends us elsewhere."""


class StayingSession(Session):
    """Asks a provider and goes nowhere else: secrets and tokens are in these requests, and what is reachable from here is not the provider's to say."""

    def get_redirect_target(self, resp: Response) -> str | None:
        if resp.is_redirect:
            raise Led(f"{resp.status_code} from an endpoint of the provider")
        return None


class CheckedOpenID(OpenIDConnectOAuth2Adapter):
    """allauth's client, and stricter: the issuer is the configured one, the signature is always checked, nothing is kept."""

    @property
    def openid_config(self) -> dict[str, Any]:
        found: dict[str, Any] = super().openid_config
        issuer = str(found.get("issuer", ""))
        if issuer.rstrip("/") != provider_called(self.provider_id).issuer.rstrip("/"):
            raise OAuth2Error("the provider names another issuer")
        if issuer.startswith("https://") and not all(
            str(found.get(one, "")).startswith("https://") for one in ENDPOINTS
        ):
            raise OAuth2Error("the provider leads from https to something else")
        return found

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        try:
            signed_by = jwt.get_unverified_header(id_token).get("alg")
        except jwt.PyJWTError as error:
            raise OAuth2Error("unreadable id_token") from error
        if signed_by not in SIGNED_BY:
            raise OAuth2Error("the id_token is not signed by the provider's own key")
        found: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        return found

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        if not kwargs["response"].get("id_token"):
            raise OAuth2Error("no id_token")
        login = super().complete_login(request, app, token, **kwargs)
        said = login.account.extra_data
        if said.get("userinfo", {}).get("sub") != said["id_token"]["sub"]:
            raise OAuth2Error("userinfo speaks of somebody else")
        login.account.extra_data = {}
        setattr(request, CLAIMS, said)
        return login


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Decides whom a provider may sign in."""

    def get_requests_session(self) -> Session:
        session = StayingSession()
        session.request = partial(session.request, timeout=settings.SOCIALACCOUNT_REQUESTS_TIMEOUT)  # type: ignore[method-assign]
        return session

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        provider = provider_called(sociallogin.account.provider)
        said = getattr(request, CLAIMS)
        if not constant_time_compare(str(said["id_token"].get("nonce", "")), str(sociallogin.state.get("nonce"))):
            raise ImmediateHttpResponse(failed(request, provider.key))
        if sociallogin.is_existing:
            account = sociallogin.user if belongs(sociallogin.user, provider.body) else None
        else:
            claims = {**said["userinfo"], **said["id_token"]}
            account = account_for(provider.key, provider.body, provider.claim, claims)
            if account is not None:
                sociallogin.connect(request, account)
                note(What.PROVIDER_LINKED, account, address_of(request))
        if account is None:
            raise ImmediateHttpResponse(_refused(request, provider))
        setattr(request, BY_PROVIDER, proves_factor(provider, said["id_token"]))

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        key = provider.app.provider_id
        if isinstance(exception, RequestException):
            raise ImmediateHttpResponse(unreachable(request, key))
        raise ImmediateHttpResponse(failed(request, key, cancelled=error == AuthError.CANCELLED))


def body_vouched_for(records: list[dict[str, Any]]) -> int | None:
    """The only body that a session may act for: that of the provider by which it began, else None."""
    keys = [record["provider"] for record in records if record.get("method") == "socialaccount"]
    return body_id_of(provider_called(keys[-1]).body) if keys else None


def proves_factor(provider: Any, token: Mapping[str, Any]) -> bool:
    """Whether the provider says, in a way that its configuration counts, that it asked for a second factor."""
    methods = token.get("amr")
    named = set(methods) if isinstance(methods, list) else set()
    return bool(named & set(provider.factor_amr)) or token.get("acr") in provider.factor_acr


def _refused(request: HttpRequest, provider: Any) -> HttpResponse:
    note(What.REFUSED_PROVIDER, None, address_of(request), body_id=body_id_of(provider.body))
    logout(request, show_message=False)
    return render(request, "desk/sign_in/provider_refused.html", {"provider": provider}, status=403)


def failed(request: HttpRequest, key: str, cancelled: bool = False) -> HttpResponse:
    """The page for an answer of the provider that cannot be taken: tampered, too old, cancelled."""
    provider = provider_called(key)
    note(What.FAILED_PROVIDER, None, address_of(request), body_id=body_id_of(provider.body))
    context = {"provider": provider, "cancelled": cancelled}
    return render(request, "desk/sign_in/provider_failed.html", context, status=400)


def unreachable(request: HttpRequest, key: str) -> HttpResponse:
    """The page for a provider that does not answer: the password still works, and the page aimed at is kept."""
    provider = provider_called(key)
    note(What.FAILED_PROVIDER, None, address_of(request), body_id=body_id_of(provider.body))
    context = {"provider": provider, "next": request.POST.get("next", "")}
    answer = render(request, "desk/sign_in/provider_unreachable.html", context, status=503)
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer
