"""What no extract of a case names: the course of a removal by construction, and what two people restricted."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from augenmass.disclosure.models import Extract, Restriction
from augenmass.disclosure.rules.plan import PLAN_NAMES
from augenmass.record.models import Fact

Named = tuple[str, str]
"""Kind and subject, as a restriction has them."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is left out of the extracts of some files."""

    restricted: frozenset[Named]
    plan_documents: frozenset[int]
    """Documents that prove nothing but facts of a removal plan."""

    def names(self, kind: Restriction.Kind, subject: object) -> bool:
        """Whether something was restricted."""
        return (kind.value, str(subject)) in self.restricted

    @property
    def bodies(self) -> frozenset[int]:
        """Bodies whose reads are not named."""
        return frozenset(int(subject) for kind, subject in self.restricted if kind == Restriction.Kind.READER)


def left_out(case_ids: Collection[int]) -> LeftOut:
    """What is left out of the extracts of cases that were found."""
    held = Restriction.objects.filter(case__in=case_ids, state=Restriction.State.HOLDS)
    proving = Fact.objects.filter(case__in=case_ids).exclude(evidence=None)
    of_plan = Q(name__in=PLAN_NAMES)
    secret = set(proving.filter(of_plan).values_list("evidence_id", flat=True))
    plain = set(proving.exclude(of_plan).values_list("evidence_id", flat=True))
    return LeftOut(
        restricted=frozenset(held.values_list("kind", "subject")),
        plan_documents=frozenset(pk for pk in secret - plain if pk is not None),
    )


def named_before(case_ids: Collection[int]) -> frozenset[Named]:
    """What signed extracts of these cases have named: the person knows it."""
    found = Extract.objects.filter(request__case__in=case_ids).values_list("named", flat=True)
    return frozenset((kind, subject) for named in found for kind, subject in named)
