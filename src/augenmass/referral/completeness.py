"""What a referral lacks at the door of the central office, read from the case as it is now: whether something is there, not what."""

from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from augenmass.cases.models import Document
from augenmass.cases.queries.case import label_of
from augenmass.competence.models import Referral
from augenmass.competence.rules import Matter
from augenmass.directory.land import profile
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Fact
from augenmass.referral.checklist import Item, Kind, missing, needed


def is_checked(matter: str, receiver: Body) -> bool:
    """Whether a referral goes through the door of the central office."""
    return matter == Matter.ENFORCEMENT and receiver.kind == Body.Kind.CENTRAL_RETURN_OFFICE


def items_of(receiver: Body) -> tuple[Item, ...]:
    """What a referral to this office must carry today."""
    return needed(profile(receiver.land), today())


def missing_in(case_id: int, receiver: Body) -> tuple[Item, ...]:
    """What a case lacks for a referral to this office."""
    items = items_of(receiver)
    facts = _held(items).filter(case=case_id).values_list("name", flat=True)
    kinds = _documents(items).filter(case=case_id).values_list("kind", flat=True)
    return missing(items, set(facts), set(kinds))


def missing_of(referral: Referral) -> tuple[Item, ...]:
    """What a referral lacks now; empty for one that is not checked at the door."""
    return missing_in(referral.case_id, referral.receiver) if is_checked(referral.matter, referral.receiver) else ()


def with_gaps(found: QuerySet[Referral], receiver: Body) -> QuerySet[Any]:
    """The referrals to an office, each with ``gaps``: how many items of the list its case lacks."""
    items = items_of(receiver)
    held = _counted(_held(items), "name") + _counted(_documents(items), "kind")
    return found.annotate(gaps=Value(len(items)) - held)


def _counted(rows: QuerySet[Any], column: str) -> Any:
    counted = rows.filter(case=OuterRef("case")).order_by().values("case")
    distinct = counted.annotate(rows=Count(F(column), distinct=True)).values("rows")
    return Coalesce(Subquery(distinct, output_field=IntegerField()), 0)


def _held(items: tuple[Item, ...]) -> QuerySet[Fact]:
    names = [item.name for item in items if item.kind is Kind.FACT]
    return Fact.objects.filter(name__in=names, closed_by=None, disputed_by=None, erased_by=None)


def _documents(items: tuple[Item, ...]) -> QuerySet[Document]:
    return Document.objects.filter(kind__in=[item.name for item in items if item.kind is Kind.DOCUMENT])


def label(item: Item) -> str:
    """An item as people read it; what the vocabulary does not know stands as the Land wrote it."""
    if item.kind is Kind.FACT:
        return label_of(VOCABULARY[item.name]) if item.name in VOCABULARY else item.name
    known = item.name in Document.Kind.values
    return _("Dokument: %(kind)s") % {"kind": Document.Kind(item.name).label if known else item.name}
