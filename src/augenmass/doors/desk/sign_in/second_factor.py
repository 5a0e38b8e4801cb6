"""Staff need a second factor: until it is proved in this session, nothing but its set-up can be reached."""

from collections.abc import Callable

from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from augenmass.access.factors import holds_factor
from augenmass.directory.models import Account

PROVED = "augenmass_factor"
"""In the session: the account whose second factor was proved in it."""
BY_PROVIDER = "augenmass_factor_by_provider"
"""On the request: the identity provider said that it asked for a second factor."""
ALWAYS = frozenset({"account_logout", "set_language", "theme", "accessibility"})
SET_UP = frozenset({"second_factor", "mfa_add_webauthn", "mfa_activate_totp", "account_reauthenticate"})
CONFIRM = frozenset({"mfa_reauthenticate", "mfa_reauthenticate_webauthn"})


def mark_proved(request: HttpRequest, account: Account) -> None:
    """Keep in the session that the account proved its second factor."""
    request.session[PROVED] = account.pk


def proved(request: HttpRequest) -> bool:
    """Whether the signed-in account proved its second factor in this session."""
    return bool(request.session.get(PROVED) == request.user.pk)


class SecondFactorMiddleware:
    """Leads an account without a proved second factor to its set-up, or to proving the one that it has by now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: object, _args: object, _kwargs: object) -> HttpResponse | None:
        if not settings.SECOND_FACTOR or not request.user.is_authenticated or proved(request):
            return None
        name = request.resolver_match.url_name if request.resolver_match else None
        held = holds_factor(request.user)
        if name in ALWAYS or name in (CONFIRM if held else SET_UP):
            return None
        if held:
            return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': '/'})}")
        return HttpResponseRedirect(reverse("second_factor"))


class FactorStage(AuthenticateStage):
    """Asks for the second factor after the password, unless the provider of the body already did."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return not getattr(request, BY_PROVIDER, False) and bool(super()._should_handle(request))


STAGES = [f"{FactorStage.__module__}.{FactorStage.__name__}"]
