"""The state of a running compartment, in numbers that say nothing about anybody."""

from typing import Any

from augenmass.compartment.keys import KeyFileProblem, keyring
from augenmass.compartment.models import Statement


def state() -> dict[str, Any]:
    """``ok`` where a current key is there; ``waiting``: statements that an authority has not confirmed."""
    try:
        key = keyring().current is not None
    except KeyFileProblem:
        key = False
    waiting = Statement.objects.filter(state__in=[Statement.State.WAITING, Statement.State.SENDING]).count()
    return {"ok": key, "key": key, "waiting": waiting}
