"""The facts that can be recorded, by group."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import fact_names_open
from augenmass.cases.queries.case import FactRow, english, facts_of, label_of
from augenmass.cases.second_person import waits
from augenmass.directory.roles import Permission
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
    visible = fact_names_open(actor, case)
    groups: dict[str, list[Recordable]] = {}
    for name, declared in VOCABULARY.items():
        if name in visible and not declared.derived:
            groups.setdefault(declared.group, []).append(Recordable(name, label_of(declared), held.get(name, "")))
    return [RecordableGroup(GROUPS[key][english()], groups[key]) for key in GROUPS if key in groups]


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A value that waits for its second person; ``refusal`` says why the reader cannot be that person, "" when they can."""

    row: FactRow
    refusal: str


def waiting_rows(actor: Actor, rows: list[FactRow]) -> list[WaitingRow]:
    """The values among the history of a fact that a second person has to confirm."""
    found = []
    for row in rows:
        if not waits(row.fact):
            continue
        refusal = ""
        if row.fact.author_id == actor.account_id:
            refusal = _("Sie haben diese Angabe eingetragen. Bestätigen muss sie eine andere Person.")
        elif not actor.may(Permission.SECOND_SIGNATURE):
            refusal = _("Bestätigen kann sie, wer als zweite Person unterzeichnen darf.")
        found.append(WaitingRow(row, refusal))
    return found


def recorded_sentence(label: str, of_two: bool) -> str:
    """What the desk says when a value was recorded."""
    if of_two:
        return _(
            "„%(label)s“ ist eingetragen und wartet auf die Bestätigung einer zweiten Person. Bis dahin gilt die Angabe als nicht festgestellt."
        ) % {"label": label}
    return _("„%(label)s“ ist festgestellt. Die Rechtslage wurde neu berechnet.") % {"label": label}
