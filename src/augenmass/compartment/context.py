"""What every page of the compartment knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from augenmass.law.time import today


def compartment(request: HttpRequest) -> dict[str, Any]:
    """Who is signed in, the mark of invented data, the day, the chosen look."""
    account = request.user if getattr(request, "user", None) is not None and request.user.is_authenticated else None
    return {
        "account": account,
        "section": request.resolver_match.url_name if request.resolver_match else "",
        "demo": settings.DEMO,
        "today": today(),
        "theme": request.COOKIES.get(settings.THEME_COOKIE_NAME, ""),
    }
