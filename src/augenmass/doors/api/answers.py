"""What the rooms know, in the shapes of the answers. Decides nothing: what may be seen was decided by the rooms."""

from collections.abc import Iterable
from typing import Any, cast

from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.access.sight import Sight, fact_names_visible, sight_of
from augenmass.cases.facts import KnownFacts
from augenmass.cases.models import Document, LegalPosition
from augenmass.cases.names import blocker_name, deadline_name, doubt_name, lane_name, step_name
from augenmass.cases.positions import display_name
from augenmass.cases.queries.case import FactRow, english
from augenmass.cases.queries.learned import ReleasedAnswer, ShownNode, released_answers, shown_blocker
from augenmass.cases.queries.worklist import WorklistPage, shown_due
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.doors.api import shapes
from augenmass.doors.api.shapes import Named
from augenmass.law.changes import Change
from augenmass.law.norm import Step
from augenmass.law.position import BlockedStep, Blocker, Position
from augenmass.law.values import word
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.in_force import in_force
from augenmass.record.models import Case
from augenmass.steps.models import StepTaking


def body(of: Body) -> shapes.BodyOut:
    """A body."""
    return shapes.BodyOut(key=of.key, name=of.name)


def catalogue() -> shapes.CatalogueOut:
    """The version of the law that answers."""
    law = in_force()
    return shapes.CatalogueOut(hash=law.hash, reviewed=law.released)


def step(key: str) -> Named:
    """A step by its key."""
    return Named(id=key, label=step_name(key))


def page_of_cases(actor: Actor, found: WorklistPage) -> shapes.CasePage:
    """A page of the worklist."""
    visible = fact_names_visible(actor)
    return shapes.CasePage(
        count=found.count,
        page=found.number,
        pages=found.pages,
        next=found.number + 1 if found.number < found.pages else None,
        position=found.position,
        cases=[_line(row, visible, found.position) for row in found.rows],
    )


def _line(row: LegalPosition, visible: frozenset[str], position: bool) -> shapes.CaseLine:
    return shapes.CaseLine(
        key=row.case.key,
        number=row.number,
        name=row.name if "family_name" in visible else None,
        born=(row.born or None) if "date_of_birth" in visible else None,
        officer=row.officer.name if row.officer else None,
        unit=row.unit.name if row.unit else None,
        **(_of_law(row, visible) if position else _NOTHING_OF_LAW),
    )


_NOTHING_OF_LAW: dict[str, Any] = {
    "lane": None,
    "next_step": None,
    "blocked_step": None,
    "blockers": [],
    "doubts": [],
    "due": None,
    "due_kind": None,
}


def _of_law(row: LegalPosition, visible: frozenset[str]) -> dict[str, Any]:
    blocked = row.content["blocked"]
    first = blocked[0] if blocked and not row.next_step else None
    keys = [key for key in first["blockers"] if key not in VOCABULARY or key in visible] if first else []
    return {
        "lane": Named(id=row.lane, label=lane_name(row.lane)),
        "next_step": step(row.next_step) if row.next_step else None,
        "blocked_step": step(first["step"]) if first else None,
        "blockers": [Named(id=key, label=blocker_name(key)) for key in keys],
        "doubts": [Named(id=key, label=doubt_name(key)) for key in row.content["doubts"]],
        "due": shown_due(row),
        "due_kind": Named(id=row.due_kind, label=deadline_name(row.due_kind)) if row.due_kind else None,
    }


def one_case(actor: Actor, case: Case, known: KnownFacts) -> shapes.CaseOut:
    """A case without its facts."""
    sight = sight_of(actor, case)
    leading = {
        name: known.text(name) or None if name in sight.names else None
        for name in ("leading_file_place", "leading_file_reference")
    }
    return shapes.CaseOut(
        key=case.key,
        number=case.number,
        body=body(case.body),
        own=sight.own,
        categories=sorted(sight.categories),
        name=display_name(known) if "family_name" in sight.names else None,
        unit=case.unit.name if case.unit and sight.own else None,
        officer=case.officer.name if case.officer and sight.own else None,
        opened_at=case.created_at,
        closed_at=case.closed_at,
        **leading,
    )


def position(found: Position, sight: Sight) -> shapes.PositionOut:
    """The legal position, as far as it is released."""
    whole = sight.learns_position
    lane = Named(id=found.lane, label=lane_name(found.lane)) if whole else None
    return shapes.PositionOut(
        on=found.on,
        whole=whole,
        lane=lane,
        next_steps=[step(key) for key in found.next_steps] if whole else [],
        blocked=blocked_steps(found, sight) if whole else [],
        doubts=[Named(id=key, label=doubt_name(key)) for key in found.doubts] if whole else [],
        deadlines=_deadlines(found) if whole else [],
        next_change=found.next_change if whole else None,
        released=[] if whole else released(released_answers(found, sight)),
        catalogue=catalogue(),
    )


def _deadlines(found: Position) -> list[shapes.DeadlineOut]:
    rows = [
        shapes.DeadlineOut(
            rule=Named(id=running.rule, label=deadline_name(running.rule)),
            earliest=running.earliest,
            latest=running.latest,
            certain=running.earliest == running.latest,
        )
        for running in found.deadlines
        if running.earliest is not None
    ]
    return sorted(rows, key=lambda row: (row.earliest, row.rule.id))


def released(answers: Iterable[ReleasedAnswer]) -> list[shapes.ReleasedOut]:
    """Single released answers."""
    return [
        shapes.ReleasedOut(
            step=step(found.step.id), question=found.step.question, blocked=found.blocked, who=list(found.who)
        )
        for found in answers
    ]


def blocked_steps(found: Position, sight: Sight) -> list[shapes.BlockedOut]:
    """The blocked steps of a position that is learned whole."""
    return [_blocked(one, sight.names) for one in found.blocked]


def _blocked(found: BlockedStep, visible: frozenset[str]) -> shapes.BlockedOut:
    return shapes.BlockedOut(
        step=step(found.step),
        question=found.question,
        answer=cast(Any, word(found.answer)),
        blockers=blockers(found.blockers, visible),
    )


def blockers(found: Iterable[Blocker], visible: frozenset[str]) -> list[shapes.BlockerOut]:
    """Blockers for a reader who may see the facts named in ``visible``."""
    return [_blocker(shown_blocker(one, visible)) for one in found]


def _blocker(shown: Blocker | None) -> shapes.BlockerOut:
    if shown is None:
        return shapes.BlockerOut(kind="fact", id=None, label=None, why=None, cite=None, who=[])
    return shapes.BlockerOut(
        kind=cast(Any, shown.kind),
        id=shown.id,
        label=shown.en if english() else shown.de,
        why=shown.why,
        cite=shown.norm or shown.cite or None,
        who=list(shown.who),
    )


def fact(row: FactRow, history: bool = False) -> shapes.FactOut:
    """A fact; the document that proves it is named where its kind may be read."""
    held = row.fact
    return shapes.FactOut(
        id=held.pk,
        name=held.name,
        label=row.label,
        value=held.value,
        text=row.text,
        group=row.group,
        category=VOCABULARY[held.name].category,
        true_from=held.true_from,
        true_to=held.true_to,
        known_at=held.known_at,
        source=held.source.label,
        author=held.author.name if held.author else None,
        evidence=row.evidence.key if row.evidence else None,
        note=held.note,
        disputed=row.disputed,
        disputes=row.reasons if history else [],
        closed_at=held.closed_at,
    )


def document(of: Document) -> shapes.DocumentOut:
    """What is known of a document."""
    return shapes.DocumentOut(
        key=of.key,
        kind=of.kind,
        title=of.title,
        dated=of.dated,
        received=of.received,
        media_type=of.media_type,
        size=of.size,
        sha256=of.sha256,
        added_at=of.added_at,
        added_by=of.added_by.name if of.added_by else None,
    )


def proof_node(shown: ShownNode) -> shapes.ProofNode:
    """The tree of a proof."""
    return shapes.ProofNode(
        statement=None if shown.hidden else shown.statement,
        value=cast(Any, shown.value),
        hidden=shown.hidden,
        cite=shown.cite or None,
        why=shown.why or None,
        facts=[
            shapes.ProofFact(**{name: found[name] for name in shapes.ProofFact.model_fields}) for found in shown.facts
        ],
        children=[proof_node(child) for child in shown.children],
    )


def change(found: Change) -> shapes.ChangeOut:
    """One thing that could turn an answer to yes."""
    return shapes.ChangeOut(
        text=found.needed_en if english() else found.needed_de,
        fact=found.fact or None,
        alone=found.alone,
        cites=list(found.cites),
        who=list(found.established_by),
        on=found.on,
    )


def possible(actor: Actor, case: Case, of: Step, under_way: set[str]) -> shapes.PossibleOut:
    """A step that can be taken now."""
    may = bool(actor.roles.intersection(of.roles)) and actor.may(Permission.TAKE_STEPS) and of.id not in under_way
    return shapes.PossibleOut(
        step=step(of.id),
        question=of.question,
        does=of.does_en if english() else of.does_de,
        second_person=case.body.asks_second_person(of.id, of.second_person),
        may_take=may and sight_of(actor, case).own,
    )


def draft(taking: StepTaking, case: Case) -> shapes.DraftOut:
    """A step under way or signed."""
    return shapes.DraftOut(
        key=taking.key,
        case=case.key,
        step=step(taking.step),
        state=cast(Any, str(taking.state)),
        begun_by=taking.begun_by.name,
        begun_at=taking.begun_at,
        page=reverse("taking", args=[taking.key]),
    )
