"""Reading one case: facts with their origin and history, documents, family, timeline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import fact_names_visible, visible_to
from augenmass.cases.models import Document, FamilyLink, LegalPosition
from augenmass.law.facts import parse_value
from augenmass.law.vocabulary import CATEGORIES, GROUPS, VOCABULARY
from augenmass.law.vocabulary.declaration import FactDeclaration
from augenmass.law.words import value_text
from augenmass.record.models import Action, Case, Fact

TIMELINE = 40


class NoSuchCase(Exception):
    """The case does not exist for this actor: not there, or not visible. Both read the same."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One value as the page shows it."""

    fact: Fact
    label: str
    text: str
    group: str

    @property
    def disputed(self) -> bool:
        return self.fact.disputed_by_id is not None


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one group of the vocabulary."""

    key: str
    label: str
    rows: list[FactRow]


def find(actor: Actor, key: UUID, what: str = "case") -> Case:
    """The case behind an address; writes an access line. Raises ``NoSuchCase``."""
    case = visible_to(actor).select_related("body", "unit", "officer").filter(key=key).first()
    if case is None:
        raise NoSuchCase
    categories = {VOCABULARY[name].category for name in fact_names_visible(actor)}
    log.read(actor, what, case_id=case.pk, categories=categories & set(CATEGORIES))
    return case


def english() -> bool:
    """Whether the page is read in English."""
    return get_language() == "en"


def label_of(declared: FactDeclaration) -> str:
    """The label of a fact in the reader's language."""
    return declared.en if english() else declared.de


def text_of(name: str, value: str) -> str:
    """A canonical value as people read it; a name that the vocabulary no longer has shows as stored."""
    declared = VOCABULARY.get(name)
    if declared is None:
        return value
    read = parse_value(declared, value)
    return value if read is None else value_text(declared, read, "en" if english() else "de")


def facts_of(
    actor: Actor, case: Case, known_at: datetime | None = None, true_on: date | None = None
) -> list[FactGroup]:
    """The visible facts by group, as held now or as the office knew them at a moment about a day."""
    rows = _visible_facts(actor, case).filter(
        Q(closed_at=None)
        if known_at is None
        else Q(known_at__lte=known_at) & (Q(closed_at=None) | Q(closed_at__gt=known_at))
    )
    if true_on is not None:
        rows = rows.filter(Q(true_from=None) | Q(true_from__lte=true_on), Q(true_to=None) | Q(true_to__gte=true_on))
    by_group: dict[str, list[FactRow]] = {}
    order = {name: number for number, name in enumerate(VOCABULARY)}
    for row in sorted(_rows(rows), key=lambda row: (order.get(row.fact.name, len(order)), row.fact.pk)):
        by_group.setdefault(row.group, []).append(row)
    return [FactGroup(key, GROUPS[key][english()], by_group[key]) for key in GROUPS if key in by_group]


def history_of(actor: Actor, case: Case, name: str) -> list[FactRow]:
    """Every value that was ever recorded under a name, newest first."""
    return _rows(
        _visible_facts(actor, case)
        .filter(name=name)
        .select_related("closed_by__actor")
        .prefetch_related("disputes")
        .order_by("-known_at", "-pk")
    )


def current_fact(actor: Actor, case: Case, name: str) -> FactRow | None:
    """The value held now under a name, or None."""
    rows = _rows(_visible_facts(actor, case).filter(name=name, closed_by=None).order_by("-known_at", "-pk")[:1])
    return rows[0] if rows else None


def _visible_facts(actor: Actor, case: Case) -> QuerySet[Fact]:
    facts = Fact.objects.filter(case=case, name__in=fact_names_visible(actor))
    return facts.select_related("source", "author", "evidence")


def _rows(facts: Iterable[Fact]) -> list[FactRow]:
    return [
        FactRow(fact, label_of(VOCABULARY[fact.name]), text_of(fact.name, fact.value), VOCABULARY[fact.name].group)
        for fact in facts
    ]


def documents_of(case: Case) -> list[Document]:
    """The documents of a case found by ``find``, newest first."""
    return list(case.documents.select_related("added_by"))


@dataclass(frozen=True, slots=True)
class Relative:
    """A family link; ``case`` is None when the reader may not see the relative's case."""

    relation: str
    same_household: bool | None
    case: Case | None
    name: str


def relatives_of(actor: Actor, case: Case) -> list[Relative]:
    """Family links. A relative whose case the reader may not see appears without name or number."""
    links = list(FamilyLink.objects.filter(case=case, ended_by=None).order_by("pk"))
    if not links:
        return []
    visible = {found.pk: found for found in visible_to(actor).filter(pk__in=[link.relative_id for link in links])}
    names = dict(LegalPosition.objects.filter(pk__in=visible).values_list("pk", "name"))
    return [
        Relative(
            FamilyLink.Relation(link.relation).label,
            link.same_household,
            visible.get(link.relative_id),
            names.get(link.relative_id, ""),
        )
        for link in links
    ]


def timeline_of(case: Case, most: int = TIMELINE) -> list[Action]:
    """The newest actions on a case found by ``find``."""
    return list(Action.objects.filter(case=case).select_related("actor", "body").order_by("-at", "-pk")[:most])
