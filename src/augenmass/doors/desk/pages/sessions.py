"""What the page of sessions and the sign-in log show."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR|Opera", "Opera"),
    ("Firefox|FxiOS", "Firefox"),
    ("Chrome|Chromium|CriOS", "Chrome"),
    ("Safari", "Safari"),
)
"""In this order: most browsers also name those that come after them."""
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone|iPad", "iOS"),
    ("Mac OS X|Macintosh", "macOS"),
    ("Linux|X11", "Linux"),
)


def _named(kinds: Sequence[tuple[str, str]], user_agent: str) -> str:
    return next((name for pattern, name in kinds if re.search(pattern, user_agent)), "")


def device(user_agent: str) -> str:
    """A browser and its system in words, as far as the browser names them."""
    browser, system = _named(BROWSERS, user_agent), _named(SYSTEMS, user_agent)
    if browser and system:
        return _("%(browser)s unter %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unbekannter Browser")


@dataclass(frozen=True, slots=True)
class ShownSession:
    """One session of the list."""

    id: int
    device: str
    address: str
    began: datetime
    last_seen: datetime
    current: bool


def shown_sessions(sessions: Sequence[Any], current_key: str | None) -> list[ShownSession]:
    """The sessions as the page shows them, this one first."""
    shown = [
        ShownSession(
            one.pk,
            device(one.user_agent),
            str(one.ip),
            one.created_at,
            one.last_seen_at,
            one.session_key == current_key,
        )
        for one in sessions
    ]
    return sorted(shown, key=lambda one: not one.current)


def log_page(page: Any, names: Mapping[int, str]) -> dict[str, Any]:
    """Lines of the sign-in log with the names of the accounts, and how long they are kept."""
    lines = [
        {
            "at": line.at,
            "what": line.get_what_display(),
            "name": names.get(line.account, _("gelöschtes Konto")) if line.account else _("unbekannt"),
            "network": line.network,
        }
        for line in page
    ]
    return {"page": page, "lines": lines, "days": settings.SIGN_IN_LOG_DAYS}
