"""A report of a quarter as PDF and CSV."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import override

from augenmass.law.time import day_of
from augenmass.letters.document import WORDS_DE
from augenmass.letters.render import render
from augenmass.record.spreadsheet import written
from augenmass.special_staff.queries.reports import Read
from augenmass.special_staff.rules.board import SMALLEST
from augenmass.special_staff.words import MEASURES

TEMPLATE: Final = "pilot_report"
HIDDEN: Final = "·"


def report_pdf(read: Read) -> bytes:
    """The report as PDF, in German."""
    with override("de"):
        report = read.report
        title = _("Bericht des Sonderstabs %(quarter)s") % {"quarter": report.quarter}
        parts: list[dict[str, Any]] = [
            {
                "heading": _("Fälle"),
                "blocks": [
                    {"kind": "table", "header": [_("Was"), _("Zahl")], "widths": [4, 1], "rows": _rows(read)},
                    {"kind": "paragraph", "text": _note()},
                ],
            },
            *_text(_("Hemmnisse"), report.obstacles),
            *_text(_("Bedarf"), report.needs),
        ]
        return _paper(title, report.body.name, day_of(report.made_at).isoformat(), parts)


def report_csv(read: Read) -> bytes:
    """The numbers as CSV; a hidden one is a dot."""
    with override("de"):
        return written([_("Vierteljahr"), _("Was"), _("Zahl")], [[read.report.quarter, *row] for row in _rows(read)])


def _rows(read: Read) -> list[list[str]]:
    return [
        [str(MEASURES[measure]), HIDDEN if number is None else str(number)] for measure, number in read.numbers.items()
    ]


def _note() -> str:
    return _(
        "Als Punkt stehen Zahlen von 1 bis %(largest)s und weitere, aus denen sich eine davon errechnen ließe, auch mit früheren Berichten. Reicht das nicht, wird von dem Vierteljahr keine Zahl gezeigt."
    ) % {"largest": SMALLEST - 1}


def _text(heading: str, text: str) -> list[dict[str, Any]]:
    return [{"heading": heading, "blocks": [{"kind": "paragraph", "text": text}]}] if text else []


def _paper(title: str, author: str, day: str, parts: list[dict[str, Any]]) -> bytes:
    data = {
        "language": "de",
        "date": day,
        "title": title,
        "author": author,
        "keywords": [],
        "body": [author],
        "lead": "",
        "parts": parts,
        "words": {**WORDS_DE, "footer": title},
    }
    return render(TEMPLATE, data, draft=False)
