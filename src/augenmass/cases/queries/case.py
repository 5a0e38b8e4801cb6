"""Reading one case: facts with their origin and history, documents, family, timeline."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.opening import reason_for
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import fact_names_visible, sight_of, visible_facts
from augenmass.access.visible import visible_to
from augenmass.cases.derived import family_links
from augenmass.cases.models import Document, FamilyLink, LegalPosition
from augenmass.cases.queries.documents import kinds_hidden
from augenmass.cases.second_person import WAITING
from augenmass.competence.queries import with_open_referral
from augenmass.law.facts import parse_value
from augenmass.law.time import today
from augenmass.law.vocabulary import GROUPS, VOCABULARY
from augenmass.law.vocabulary.declaration import FactDeclaration
from augenmass.law.words import fact_label, value_text
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
    evidence: Document | None = None
    """The document that proves it, where its kind may be read: a title can say what the kind hides."""

    @property
    def disputed(self) -> bool:
        return self.fact.disputed_by_id is not None

    @property
    def reasons(self) -> list[str]:
        """Why the value is disputed; the program's own reason in the reader's language."""
        return [_(WAITING) if dispute.reason == WAITING else dispute.reason for dispute in self.fact.disputes.all()]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one group of the vocabulary."""

    key: str
    label: str
    rows: list[FactRow]

    @property
    def unfolded(self) -> bool:
        """Whether the page opens with the group in view; days of checks are many and seldom read."""
        return self.key != "plausibility"


beside_case: dict[str, Callable[[], Any]] = {}
"""What rooms above read with a case in the same query: an expression, by the name of the attribute."""


def visible_case(actor: Actor, key: UUID) -> Case:
    """The case behind an address, unopened: for pages that show nothing of it. Raises ``NoSuchCase``."""
    found = with_open_referral(actor, visible_to(actor))
    found = found.annotate(**{name: expression() for name, expression in beside_case.items()})
    case = found.select_related("body", "unit", "officer").filter(key=key).first()
    if case is None:
        raise NoSuchCase
    return case


def find(actor: Actor, key: UUID, what: str = "case") -> Case:
    """The case behind an address; writes an access line. Raises ``NoSuchCase``, and ``PurposeNeeded`` in another body's case."""
    case = visible_case(actor, key)
    log.read(actor, what, case_id=case.pk, categories=sight_of(actor, case).categories, reason=reason_for(actor, case))
    return case


def english() -> bool:
    """Whether the page is read in English."""
    return get_language() == "en"


def label_of(declared: FactDeclaration) -> str:
    """The label of a fact in the reader's language."""
    return declared.en if english() else declared.de


def fact_name(name: str) -> str:
    """What a fact is called in the reader's language; one that the vocabulary no longer has shows as stored."""
    return fact_label(VOCABULARY, name, "en" if english() else "de")


def text_of(name: str, value: str) -> str:
    """A canonical value as people read it; a name that the vocabulary no longer has shows as stored."""
    declared = VOCABULARY.get(name)
    if declared is None:
        return value
    read = parse_value(declared, value)
    return value if read is None else value_text(declared, read, "en" if english() else "de")


def open_rows(case: Case, known_at: datetime | None = None) -> list[Fact]:
    """Every fact of a case found by ``find``, as held now or as known at a moment; for the law, not for showing."""
    known = Q(closed_at=None)
    if known_at is not None:
        known = Q(known_at__lte=known_at) & (Q(closed_at=None) | Q(closed_at__gt=known_at))
    return list(Fact.objects.filter(known, case=case).select_related("source", "author", "evidence"))


def grouped(actor: Actor, case: Case, facts: Iterable[Fact], true_on: date) -> list[FactGroup]:
    """The visible facts among ``facts`` of a case that hold on a day, by group in the order of the vocabulary."""
    visible = fact_names_visible(actor, case)
    shown = [fact for fact in facts if fact.name in visible and _holds(fact, true_on)]
    order = {name: number for number, name in enumerate(VOCABULARY)}
    by_group: dict[str, list[FactRow]] = {}
    for row in sorted(_rows(actor, case, shown), key=lambda row: (order[row.fact.name], row.fact.pk)):
        by_group.setdefault(row.group, []).append(row)
    return [FactGroup(key, GROUPS[key][english()], by_group[key]) for key in GROUPS if key in by_group]


def _holds(fact: Fact, on: date) -> bool:
    return (fact.true_from is None or fact.true_from <= on) and (fact.true_to is None or on <= fact.true_to)


def facts_of(actor: Actor, case: Case) -> list[FactGroup]:
    """The visible facts of a case as held now."""
    return grouped(actor, case, open_rows(case), today())


def history_of(actor: Actor, case: Case, name: str) -> list[FactRow]:
    """Every value that was ever recorded under a name, newest first."""
    return _rows(
        actor,
        case,
        _visible_facts(actor, case)
        .filter(name=name)
        .select_related("closed_by__actor")
        .prefetch_related("disputes")
        .order_by("-known_at", "-pk"),
    )


def current_fact(actor: Actor, case: Case, name: str) -> FactRow | None:
    """The value held now under a name, or None."""
    rows = _rows(
        actor, case, _visible_facts(actor, case).filter(name=name, closed_by=None).order_by("-known_at", "-pk")[:1]
    )
    return rows[0] if rows else None


def fact_of(actor: Actor, case: Case, fact_id: int) -> FactRow | None:
    """One value of a case by its number, held or closed; None where there is none for the reader."""
    rows = _rows(actor, case, _visible_facts(actor, case).filter(pk=fact_id))
    return rows[0] if rows else None


def _visible_facts(actor: Actor, case: Case) -> QuerySet[Fact]:
    return visible_facts(actor, case).select_related("source", "author", "evidence")


def _rows(actor: Actor, case: Case, facts: Iterable[Fact]) -> list[FactRow]:
    hidden = kinds_hidden(actor, case)
    return [
        FactRow(
            fact,
            label_of(VOCABULARY[fact.name]),
            text_of(fact.name, fact.value),
            VOCABULARY[fact.name].group,
            fact.evidence if fact.evidence is not None and fact.evidence.kind not in hidden else None,
        )
        for fact in facts
    ]


def documents_of(actor: Actor, case: Case) -> QuerySet[Document]:
    """The documents of a case found by ``find`` whose kind the actor may read, newest first."""
    return case.documents.exclude(kind__in=kinds_hidden(actor, case)).select_related("added_by")


@dataclass(frozen=True, slots=True)
class Relative:
    """A family link; ``case`` is None when the reader may not see the relative's case."""

    relation: str
    same_household: bool | None
    case: Case | None
    name: str


def links_of(actor: Actor, case: Case) -> list[FamilyLink]:
    """Family links of a case found by ``find``: with the relative's case, its name, and whether the reader may see it."""
    names = LegalPosition.objects.filter(pk=OuterRef("relative")).values("name")[:1]
    seen = Exists(visible_to(actor).filter(pk=OuterRef("relative")))
    links = family_links([case.pk]).select_related("relative")
    with as_system(
        SystemRole.EVALUATION
    ):  # a child's age counts, whoever keeps the child's case; what is shown says ``relatives``
        return list(links.annotate(relative_name=Subquery(names), relative_seen=seen))


def relatives(links: Iterable[FamilyLink]) -> list[Relative]:
    """What the page says of links from ``links_of``. A relative whose case the reader may not see has neither name nor number."""
    return [
        Relative(
            str(FamilyLink.Relation(link.relation).label),
            link.same_household,
            link.relative if getattr(link, "relative_seen", False) else None,
            (getattr(link, "relative_name", None) or "") if getattr(link, "relative_seen", False) else "",
        )
        for link in links
    ]


def timeline_of(actor: Actor, case: Case, most: int = TIMELINE) -> list[Action]:
    """The newest actions on a case found by ``find``; for those whose body works it and who learn of its position."""
    if not (sight_of(actor, case).own and sight_of(actor, case).learns_position):
        return []
    secret = sight_of(actor, case).hidden_secrets().values("action_id")
    shown = Action.objects.filter(case=case).exclude(pk__in=secret).exclude(kind__startswith="secret.")
    return list(shown.select_related("actor", "body").order_by("-at", "-pk")[:most])
