"""What the record holds of cases, in the form in which an import compares it."""

from collections.abc import Collection

from django.db.models import Q

from augenmass.intake.rules.comparison import Recorded
from augenmass.record.models import Fact


def facts_on_record(case_ids: Collection[int], source_id: int) -> dict[int, list[Recorded]]:
    """Standing facts of the cases, and closed ones of the source, by case id."""
    found: dict[int, list[Recorded]] = {case_id: [] for case_id in case_ids}
    if not found:
        return found
    rows = (
        Fact.objects.filter(case_id__in=case_ids)
        .filter(Q(closed_by=None) | Q(source_id=source_id))
        .values_list("case_id", "pk", "name", "value", "source_id", "closed_by_id")
    )
    for case_id, pk, name, value, source, closed_by in rows:
        found[case_id].append(Recorded(pk, name, value, source, closed_by is None))
    return found
