"""Whose legal position a change touches: the case's own, and those of relatives for whom a derived fact depends on it."""

from collections.abc import Collection

from augenmass.access.reader import SystemRole, as_system
from augenmass.cases.models import FamilyLink


def affected_by(case_ids: Collection[int]) -> list[int]:
    """Ids of the cases to recompute after facts or links of ``case_ids`` changed."""
    with as_system(SystemRole.EVALUATION):
        relatives = FamilyLink.objects.filter(relative_id__in=case_ids, ended_by=None).values_list("case_id", flat=True)
        return sorted({*case_ids, *relatives})
