"""What taking a run would do, row by row; values only of the categories that the reader may see."""

from dataclasses import dataclass

from django.db.models import QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor, Purpose
from augenmass.access.sight import fact_names_visible
from augenmass.intake.models import ImportRun, StagedRow
from augenmass.intake.rules.comparison import Effect
from augenmass.law.facts import parse_value
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.words import value_text
from augenmass.work.queries.paging import Page, page_of

VIEWS = (*StagedRow.Verdict.values, StagedRow.Outcome.OVERTAKEN.value)


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One fact that would change, in words; `hidden` when the reader may not see its values."""

    label: str
    old: str
    new: str
    effect: Effect
    hidden: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One staged row as a page shows it."""

    row: StagedRow
    name: str
    problems: list[str]
    notes: list[str]
    changes: list[ShownChange]


def rows_of(run: ImportRun, view: str) -> QuerySet[StagedRow]:
    """The rows of a view: a verdict, or those that others' changes overtook."""
    found = StagedRow.objects.filter(run=run).order_by("number")
    if view == StagedRow.Outcome.OVERTAKEN:
        return found.filter(outcome=view)
    return found.filter(verdict=view) if view in VIEWS else found


def preview(actor: Actor, run: ImportRun, view: str, page: int = 1, language: str = "de") -> Page[ShownRow]:
    """One page of rows; writes an access line."""
    found = page_of(rows_of(run, view), page)
    visible = fact_names_visible(actor, purpose=Purpose.INTAKE) | fact_names_visible(actor)
    log.read(actor, "import_preview", categories=["identity", "file"], rows=len(found.rows))
    shown = [_shown(row, visible, language) for row in found.rows]
    return Page(shown, found.count, found.number, found.pages)


def _shown(row: StagedRow, visible: frozenset[str], language: str) -> ShownRow:
    said = row.said.get("facts", {})
    name = ", ".join(said[part] for part in ("family_name", "first_names") if part in said and part in visible)
    return ShownRow(
        row=row,
        name=name,
        problems=[problem[language] for problem in row.problems],
        notes=[note[language] for note in row.notes],
        changes=[_change(change, visible, language) for change in row.changes],
    )


def _change(kept: list[str | None], visible: frozenset[str], language: str) -> ShownChange:
    name, old, new, effect = kept[:4]
    declared = VOCABULARY.get(str(name))
    if declared is None:
        return ShownChange(str(name), "", "", Effect(str(effect)), hidden=True)
    label = declared.en if language == "en" else declared.de
    if declared.name not in visible:
        return ShownChange(label, "", "", Effect(str(effect)), hidden=True)
    return ShownChange(
        label, _words(declared.name, old, language), _words(declared.name, new, language), Effect(str(effect)), False
    )


def _words(name: str, text: str | None, language: str) -> str:
    value = parse_value(VOCABULARY[name], text) if text else None
    return "" if value is None else value_text(VOCABULARY[name], value, language)
