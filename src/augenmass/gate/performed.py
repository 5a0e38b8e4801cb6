"""Noting what was done for the whole installation outside its pages, for the checks of the gate."""

from augenmass.gate.models import Performed
from augenmass.law.time import now


def note(name: str) -> None:
    """Note that something was done now."""
    Performed.objects.update_or_create(name=name, defaults={"at": now()})
