"""What the norms of the Asylum Act give to the catalogue."""

from augenmass.law.norms.asylum import enforceable, stay, transition, warning

DEFINITIONS = (*transition.DEFINITIONS, *enforceable.DEFINITIONS, *stay.DEFINITIONS)
NORMS = (*transition.NORMS, *warning.NORMS, *stay.NORMS)
