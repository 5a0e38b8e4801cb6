"""Lists taken out as files: what is asked for in words, how it stands, and the file itself."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.models import ListExport
from augenmass.cases.actions.export import Fetched
from augenmass.cases.queries.case import text_of
from augenmass.cases.queries.export import FREE, exports_of, needs_second, waiting_exports
from augenmass.cases.queries.worklist import WorklistFilter, listed_ids
from augenmass.doors.desk.forms.exports import ExportForm
from augenmass.doors.desk.pages.names import blocker_name, deadline_name, doubt_name, lane_name, step_name
from augenmass.doors.desk.pages.worklist import worklist_rows
from augenmass.law.time import now
from augenmass.record.spreadsheet import written
from augenmass.work.actions.people import colleagues, units


def ask_page(actor: Actor, chosen: WorklistFilter, form: ExportForm, query: str) -> dict[str, Any]:
    """The context of the form: how many cases, and whether a second person is needed."""
    count = listed_ids(actor, chosen).count()
    return {
        "form": form,
        "count": count,
        "free": FREE,
        "second": count > FREE,
        "words": filter_words(actor, chosen),
        "query": query,
        "section": "worklist",
    }


def exports_page(actor: Actor) -> dict[str, Any]:
    """The context of the list: one's own requests, and those that one decides."""
    return {
        "waiting": [_row(actor, asked) for asked in waiting_exports(actor)],
        "mine": [_row(actor, asked) for asked in exports_of(actor)],
        "section": "worklist",
    }


def _row(actor: Actor, asked: ListExport) -> dict[str, Any]:
    known = {field.name for field in fields(WorklistFilter)}
    chosen = WorklistFilter(**{name: value for name, value in asked.chosen.items() if name in known})
    valid = asked.until > now() and asked.refused_by_id is None
    return {
        "asked": asked,
        "words": filter_words(actor, chosen),
        "ready": valid and (asked.confirmed_by_id is not None or not needs_second(asked)),
        "state": _state(asked, valid),
    }


def _state(asked: ListExport, valid: bool) -> str:
    if asked.refused_by_id is not None:
        return _("abgelehnt")
    if not valid:
        return _("abgelaufen")
    if needs_second(asked) and asked.confirmed_by_id is None:
        return _("wartet auf Freigabe")
    return _("bereit")


def filter_words(actor: Actor, chosen: WorklistFilter) -> list[str]:
    """What a list is narrowed to, in words; empty: all cases of the body."""
    people = {str(account.pk): account.name for account in colleagues(actor)} | {"none": _("niemand")}
    teams = {str(unit.pk): unit.name for unit in units(actor)}
    due = {
        "overdue": _("überfällig"),
        "today": _("heute"),
        "week": _("in 7 Tagen"),
        "month": _("in einem Monat"),
    }
    named = (
        (_("Suche"), chosen.search, chosen.search),
        (_("Spur"), chosen.lane, lane_name(chosen.lane)),
        (_("Nächster Schritt"), chosen.step, step_name(chosen.step)),
        (_("Was entgegensteht oder fehlt"), chosen.blocker, blocker_name(chosen.blocker)),
        (_("Zweifel am Eintrag"), chosen.doubt, doubt_name(chosen.doubt)),
        (_("Frist"), chosen.deadline, deadline_name(chosen.deadline)),
        (_("Fällig"), chosen.due, due.get(chosen.due, chosen.due)),
        (_("Zuständig"), chosen.officer, people.get(chosen.officer, chosen.officer)),
        (_("Sachgebiet"), chosen.unit, teams.get(chosen.unit, chosen.unit)),
    )
    return [f"{label}: {words}" for label, value, words in named if value]


def list_file(found: Fetched) -> bytes:
    """The list as a CSV file, with the columns that its page would show."""
    heads = [_("Aktenzeichen")]
    heads += [_("Name"), _("Geboren")] if found.named else []
    heads += [
        _("Spur"),
        _("Nächster Schritt"),
        _("Offen"),
        _("Zweifel"),
        _("Frist"),
        _("Art der Frist"),
    ] * found.position
    heads += [_("Zuständig"), _("Sachgebiet")]
    return written(heads, _cells(found))


def _cells(found: Fetched) -> Iterator[list[str]]:
    for held in found.positions:
        [row] = worklist_rows([held], found.position)
        cells = [held.number]
        if found.named:
            cells += [held.name, text_of("date_of_birth", held.born) if held.born else ""]
        if found.position:
            due = date_format(row.due, "SHORT_DATE_FORMAT") if row.due else ""
            open_steps = ", ".join([row.blocked_step, *row.blockers]) if row.blocked_step else ""
            cells += [row.lane, row.next_step, open_steps, ", ".join(row.doubts), due, row.due_kind]
        yield [*cells, held.officer.name if held.officer else "", held.unit.name if held.unit else ""]
