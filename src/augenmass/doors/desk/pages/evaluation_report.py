"""A report as its page and its file show it: only cells that the report holds."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from augenmass.doors.desk.pages.overview_picture import LONG, SHORT, Picture, shares_picture
from augenmass.evaluation.limits import LIMITS, METHOD
from augenmass.evaluation.models import Place, Report
from augenmass.evaluation.queries.pilots import places_of
from augenmass.evaluation.rules.measures import MEASURES, Measure
from augenmass.evaluation.rules.questions import QUESTIONS, SCALE, STATEMENTS
from augenmass.evaluation.rules.tables import Content, share
from augenmass.evaluation.words import ANSWERS, Said
from augenmass.evaluation.words import MEASURES as WORDS
from augenmass.evaluation.words import QUESTIONS as ASKED
from augenmass.record.spreadsheet import written

Row = tuple[str, Sequence[int | None], int | None]
"""Label, outcomes, their sum."""


def report_page(report: Report) -> dict[str, Any]:
    """The context of the page."""
    places = places_of(report.pilot)
    content: Content = report.content
    deliveries = max((table["delivered"] for table in content["measures"]), default=0)
    return {
        "report": report,
        "pilot": report.pilot,
        "places": len(content["places"]),
        "asked": report.pilot.editions.get(number=report.edition).questions.splitlines(),
        "smallest": content["smallest"],
        "missing": [{"place": places[number].name, "quarter": quarter} for number, quarter in content["missing"]],
        "measures": [_measure(table, places, deliveries) for table in content["measures"]],
        "answers": _answers(content),
        "method": [text % {"smallest": content["smallest"]} for text in map(str, METHOD)],
        "limits": LIMITS,
    }


def _measure(table: Content, places: dict[int, Place], deliveries: int) -> dict[str, Any]:
    key = table["key"]
    words, measure = WORDS[key], MEASURES[key]
    quarters: list[Row] = [(quarter, cells, total) for quarter, cells, total in table["quarters"]]
    rows = [*quarters, (str(_("zusammen")), *table["all"])]
    by_place = _by_place(table, places)
    return {
        "key": key,
        "title": words.title,
        "how": words.how,
        "outcomes": [words.outcomes[outcome] for outcome in measure.outcomes],
        "single": len(measure.outcomes) == 1,
        "rows": [_line(row) for row in rows],
        "picture": _picture(quarters, measure, SHORT),
        "says": _says(words, measure),
        "places": [_line(row) for row in by_place] if by_place is not None else None,
        "places_picture": _picture(by_place or [], measure, LONG),
        "empty": table["all"][1] == 0,
        "delivered": table["delivered"],
        "deliveries": deliveries,
        "partly": table["delivered"] < deliveries,
    }


def _says(words: Said, measure: Measure) -> str:
    if len(measure.outcomes) == 1:
        return _("%(measure)s: Anzahl") % {"measure": words.title}
    return _("%(measure)s: Anteil „%(outcome)s“") % {
        "measure": words.title,
        "outcome": words.outcomes[measure.outcomes[0]],
    }


def _by_place(table: Content, places: dict[int, Place]) -> list[Row] | None:
    if table["places"] is None:
        return None
    return [(places[number].name, cells, total) for number, cells, total in table["places"]]


def _line(row: Row) -> dict[str, Any]:
    label, cells, total = row
    return {"label": label, "cells": cells, "total": total, "share": share(cells, total)}


def _picture(rows: Sequence[Row], measure: Measure, labels: float) -> Picture | None:
    """Shares of the first outcome; where there is only one, its number against the greatest."""
    if len(measure.outcomes) == 1:
        greatest = max((total or 0 for _label, _cells, total in rows), default=0)
        if not greatest:
            return None
        drawn = [
            (label, None if total is None else round(100 * total / greatest), "·" if total is None else str(total))
            for label, _cells, total in rows
        ]
        return shares_picture(drawn, labels)
    drawn = [(label, found, "–" if found is None else f"{found} %") for label, found in _shares(rows)]
    return shares_picture(drawn, labels) if any(found is not None for _label, found, _words in drawn) else None


def _shares(rows: Sequence[Row]) -> list[tuple[str, int | None]]:
    return [(label, share(cells, total)) for label, cells, total in rows]


def _answers(content: Content) -> dict[str, Any] | None:
    found = content["answers"]
    if found is None:
        return None
    rows = [
        {
            "label": ASKED[key],
            "cells": [
                {"answer": ANSWERS[answer], "number": None if numbers is None else numbers[place]}
                for place, answer in enumerate(QUESTIONS[key])
            ],
        }
        for key, numbers in found["questions"]
    ]
    return {
        "sheets": found["sheets"],
        "rows": rows[: len(STATEMENTS)],
        "scale": [ANSWERS[answer] for answer in SCALE],
        "choice": rows[-1] if rows else None,
    }


def report_file(report: Report) -> bytes:
    """The cells of the page as CSV, one line for each."""
    heads = [
        *(_("Erprobung"), _("Bericht"), _("Messgröße"), _("Gliederung"), _("Zeile"), _("Ausgang"), _("Anzahl")),
        *(_("Anteil in Prozent"), _("So wird gezählt")),
    ]
    return written(heads, _file_rows(report))


def _file_rows(report: Report) -> Iterator[list[str]]:
    places = places_of(report.pilot)
    start = [report.pilot.name, str(report.number)]
    for table in report.content["measures"]:
        key = table["key"]
        tables: list[tuple[str, Sequence[Row]]] = [
            (_("Vierteljahr"), [(quarter, cells, total) for quarter, cells, total in table["quarters"]]),
            (_("ganze Zeit"), [("", *table["all"])]),
            (_("Ort"), _by_place(table, places) or []),
        ]
        for kind, rows in tables:
            for row in rows:
                yield from ([*start, str(WORDS[key].title), kind, *cells] for cells in _cells(key, row))
    for question, numbers in (report.content["answers"] or {"questions": []})["questions"]:
        for place, answer in enumerate(QUESTIONS[question]):
            number = None if numbers is None else numbers[place]
            yield [*start, str(ASKED[question]), _("Fragebogen"), "", str(ANSWERS[answer]), _number(number), "", ""]


def _cells(key: str, row: Row) -> Iterator[list[str]]:
    label, cells, total = row
    how = str(WORDS[key].how)
    for place, outcome in enumerate(MEASURES[key].outcomes):
        part = None if cells[place] is None or not total else round(100 * (cells[place] or 0) / total)
        yield [label, str(WORDS[key].outcomes[outcome]), _number(cells[place]), "" if part is None else str(part), how]
    yield [label, _("zusammen"), _number(total), "", how]


def _number(number: int | None) -> str:
    return _("nicht gezeigt") if number is None else str(number)
