"""Codes for the door of persons: their first digits name one open code, whoever handed it out."""

from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.models import DoorCode
from augenmass.person_access.models import Code
from augenmass.person_access.rules import SELECTOR_DIGITS
from augenmass.person_access.secrets import new_code


def unused_code() -> str:
    """A code whose first digits no open code of either kind has, in whichever body."""
    # Whoever hands a code out reads neither the codes of other bodies nor those of counselling services.
    with as_system(SystemRole.PORTAL):
        while True:
            code = new_code()
            still = {"selector": code[:SELECTOR_DIGITS], "used_at": None, "ended_at": None}
            if not Code.objects.filter(**still).exists() and not DoorCode.objects.filter(**still).exists():
                return code
