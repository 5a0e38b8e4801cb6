"""What a reader learns of the law's answers in a case: the same for pages, exports and programs.

A fact that the reader may not see stays "a fact you may not see": neither its name nor the provision that would name it is said.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from augenmass.access.released import Learns
from augenmass.access.sight import Sight
from augenmass.cases.facts import KnownFacts, current_facts, facts_as_of
from augenmass.law.changes import Change
from augenmass.law.norm import Step
from augenmass.law.position import Blocker, Position
from augenmass.law.proof import Proof
from augenmass.law.values import YES
from augenmass.lawbook.in_force import in_force
from augenmass.record.models import Case

_TURNED = {"yes": "no", "no": "yes"}


def known_on(case: Case, true_on: date, known_at: datetime | None = None) -> KnownFacts:
    """The facts of a case found by ``find`` on a day, as held now or as known at a moment; for the law, not for showing."""
    if known_at is not None:
        return facts_as_of(case.pk, true_on, known_at)
    return current_facts([case.pk], true_on)[case.pk]


def shown_blocker(blocker: Blocker, visible: frozenset[str]) -> Blocker | None:
    """The blocker, or None where it is a fact that the reader may not see."""
    return None if blocker.kind == "fact" and blocker.id not in visible else blocker


@dataclass(frozen=True, slots=True)
class ReleasedAnswer:
    """A single answer that is released to the reader; ``who`` can clear it, empty where that is not released."""

    step: Step
    blocked: bool
    who: tuple[str, ...] = ()


def released_answers(position: Position, sight: Sight) -> list[ReleasedAnswer]:
    """The answers that are released to somebody who does not learn the whole position, in the order of the law."""
    blocked = {found.step: found for found in position.blocked}
    rows = []
    for step in in_force().steps:
        level = sight.learns(step.question)
        if level is Learns.NOTHING:
            continue
        found = blocked.get(step.id)
        held_back = found is not None or position.answers.get(step.question) != YES
        who = {role for blocker in found.blockers for role in blocker.who} if found and level >= Learns.WHO else set()
        rows.append(ReleasedAnswer(step, held_back, tuple(sorted(who))))
    return rows


def learns_reasons(sight: Sight, question: str) -> bool:
    """Whether the reader may follow the proof of a question that the catalogue has."""
    return question in in_force().program.targets and sight.learns(question) is Learns.REASONS


def is_shown(change: Change, visible: frozenset[str]) -> bool:
    """Whether a reader sees what could change an answer: its sentence may rest on the value of another fact too."""
    return visible.issuperset(filter(None, (change.fact, *change.speaks_of)))


@dataclass(slots=True)
class ShownNode:
    """One condition of a proof as a reader may see it; ``value`` is what it contributes to the one above."""

    statement: str
    value: str
    cite: str = ""
    why: str = ""
    why_text: str = ""
    facts: list[dict[str, Any]] = field(default_factory=list)
    children: list["ShownNode"] = field(default_factory=list)
    hidden: bool = False


def shown_proof(proof: Proof, visible: frozenset[str], language: str) -> ShownNode:
    """The tree of a proof for a reader who may see the facts named in ``visible``."""
    rendered = proof.rendered(language)
    return _node(rendered, visible, rendered["value"], above="")


def _node(rendered: dict[str, Any], visible: frozenset[str], value: str, above: str) -> ShownNode:
    if any(fact["name"] not in visible for fact in rendered["facts"]):
        # Neither the provision, which would name the fact, nor what lies below it.
        return ShownNode(statement="", value=value, hidden=True)
    return ShownNode(
        statement=rendered["statement"],
        value=value,
        cite="" if rendered["cite"] == above else rendered["cite"],
        why=rendered["why"],
        why_text=rendered["why_text"],
        facts=rendered["facts"],
        children=list(_children(rendered, visible)),
    )


def _children(rendered: dict[str, Any], visible: frozenset[str]) -> Iterable[ShownNode]:
    for child in rendered["children"]:
        value = _TURNED.get(child["value"], child["value"]) if child["turned"] else child["value"]
        yield _node(child, visible, value, rendered["cite"])
