"""How often a token may call: counted in the cache that every server process sees, a minute at a time."""

import math
import time

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from augenmass.doors.api.problems import Refused

WINDOW = 60


def count(key_id: str) -> None:
    """Count one call. Raises ``Refused`` with the seconds to wait.

    Two processes that count at the same moment can lose one: the limit protects the server, it is no quota.
    """
    passed = time.monotonic()
    window = int(passed // WINDOW)
    key = f"api-calls-{key_id}"
    held = cache.get(key)
    calls = held[1] + 1 if held is not None and held[0] == window else 1
    if calls > settings.API_CALLS_PER_MINUTE:
        wait = max(1, math.ceil((window + 1) * WINDOW - passed))
        raise Refused(
            "too-many",
            _("Bitte warten Sie %(seconds)d Sekunden.") % {"seconds": wait},
            headers={"Retry-After": str(wait)},
        )
    cache.set(key, (window, calls), timeout=2 * WINDOW)
