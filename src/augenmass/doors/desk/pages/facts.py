"""The facts that can be recorded, by group."""

from dataclasses import dataclass

from augenmass.access.actor import Actor
from augenmass.access.sight import fact_names_visible
from augenmass.cases.queries.case import english, facts_of, label_of
from augenmass.law.vocabulary import GROUPS, VOCABULARY
from augenmass.record.models import Case


@dataclass(frozen=True, slots=True)
class Recordable:
    """A fact that the reader may record, with its present value if there is one."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class RecordableGroup:
    """Facts of one group."""

    label: str
    rows: list[Recordable]


def recordable_groups(actor: Actor, case: Case) -> list[RecordableGroup]:
    """All facts that are recorded (not derived) and visible to the actor."""
    held = {row.fact.name: row.text for group in facts_of(actor, case) for row in group.rows}
    visible = fact_names_visible(actor, case)
    groups: dict[str, list[Recordable]] = {}
    for name, declared in VOCABULARY.items():
        if name in visible and not declared.derived:
            groups.setdefault(declared.group, []).append(Recordable(name, label_of(declared), held.get(name, "")))
    return [RecordableGroup(GROUPS[key][english()], groups[key]) for key in GROUPS if key in groups]
