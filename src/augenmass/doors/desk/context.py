"""What every page of the desk knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from augenmass.law.time import today


def desk(request: HttpRequest) -> dict[str, Any]:
    """Actor, mark of invented data, day, chosen theme, address of the imprint."""
    return {
        "actor": getattr(request, "actor", None),
        "demo": settings.DEMO,
        "today": today(),
        "theme": request.COOKIES.get("augenmass_theme", ""),
        "imprint_url": settings.IMPRINT_URL,
    }
