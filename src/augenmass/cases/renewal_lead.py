"""How many weeks before their end a body renews suspensions: what it set itself, else the rule of its Land, else the standard."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from augenmass.directory.land import profile
from augenmass.law.norms.occasions import EXPIRY_LEAD_DAYS, LEADS_IN_WEEKS

PARAMETER = "suspension_renewal_weeks"
"""The name of the parameter of the Land, and of the setting among the policies of a body."""
STANDARD = EXPIRY_LEAD_DAYS // 7


def weeks_of(land: str, policies: Mapping[str, Any], on: date) -> int:
    """The weeks that hold for a body on a day, one of ``LEADS_IN_WEEKS``."""
    own = policies.get(PARAMETER)
    if own in LEADS_IN_WEEKS:
        return int(own)
    found = profile(land).parameter(PARAMETER, on)
    return fitting(found.value if found is not None and found.verified else None)


def fitting(weeks: object) -> int:
    """The longest lead that is no longer than what a Land says; the standard where it says no number."""
    known = weeks if isinstance(weeks, int) and not isinstance(weeks, bool) else STANDARD
    return max((lead for lead in LEADS_IN_WEEKS if lead <= known), default=LEADS_IN_WEEKS[0])
