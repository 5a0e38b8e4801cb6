"""What the norms of asylum give to the catalogue."""

from augenmass.law.norms.asylum import (
    border,
    competence,
    enforceable,
    follow_up,
    identity,
    period,
    reception,
    reception_end,
    remedies,
    stay,
    transfers,
    transition,
    warning,
    withdrawal,
)
from augenmass.law.norms.residence_act import asylum_side

DEFINITIONS = (
    *transition.DEFINITIONS,
    *enforceable.DEFINITIONS,
    *stay.DEFINITIONS,
    *period.DEFINITIONS,
    *remedies.DEFINITIONS,
    *follow_up.DEFINITIONS,
    *reception.DEFINITIONS,
    *reception_end.DEFINITIONS,
    *withdrawal.DEFINITIONS,
    *transfers.DEFINITIONS,
)
NORMS = (
    *remedies.NORMS,
    *identity.NORMS,
    *border.NORMS,
    *warning.NORMS,
    *period.NORMS,
    *competence.NORMS,
    *reception.NORMS,
    *reception_end.NORMS,
    *stay.NORMS,
    *follow_up.NORMS,
    *withdrawal.NORMS,
    *transition.NORMS,
    *transfers.NORMS,
    *asylum_side.NORMS,
)
