"""The overview of return as its page and its file show it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from augenmass.doors.desk.pages.overview_picture import LONG, SHORT, Picture, days_picture, shares_picture
from augenmass.doors.desk.pages.overview_words import LASTING_HOW, MEASURES, PERIODS, PHASES_HOW
from augenmass.overview.queries import Overview
from augenmass.overview.rules.lasting import Quartiles
from augenmass.overview.rules.measures import LASTING
from augenmass.overview.rules.numbers import Line
from augenmass.overview.rules.protection import SMALLEST
from augenmass.record.spreadsheet import written

PHASE = "phase_"


def overview_page(found: Overview) -> dict[str, Any]:
    """The context of the page, without its form."""
    return {
        "found": found,
        "smallest": SMALLEST,
        "measures": [_measure(name, lines) for name, lines in found.measures.items() if not name.startswith(PHASE)],
        "phases": _phases(found),
        "phases_how": PHASES_HOW,
        "lasting_how": LASTING_HOW,
    }


def _measure(name: str, lines: list[Line]) -> dict[str, Any]:
    words, lasts = MEASURES[name], name in LASTING
    return {
        "key": name,
        "title": words.title,
        "outcomes": words.outcomes,
        "how": words.how,
        "lasts": lasts,
        "lines": [{"label": PERIODS[line.quarter], "line": line} for line in lines],
        "empty": all(line.total == 0 for line in lines),
        "picture": _days(_by_period(lines)) if lasts else _shares(lines),
    }


def _by_period(lines: list[Line]) -> list[tuple[str, Line]]:
    return [(str(PERIODS[line.quarter]), line) for line in lines]


def _phases(found: Overview) -> dict[str, Any] | None:
    """The phases beside each other, for the chosen quarter or the year; None where that is not shown."""
    rows = [
        (str(MEASURES[name].title), line)
        for name, lines in found.measures.items()
        if name.startswith(PHASE)
        for line in lines
        if line.quarter == found.period.quarter
    ]
    if not rows:
        return None
    return {
        "rows": [{"label": label, "line": line} for label, line in rows],
        "outcomes": MEASURES["phase_received"].outcomes,
        "picture": _days(rows, LONG),
    }


def _shares(lines: list[Line]) -> Picture | None:
    drawn = [(label, line.share, _share_words(line)) for label, line in _by_period(lines)]
    return shares_picture(drawn) if any(share is not None for _, share, _ in drawn) else None


def _share_words(line: Line) -> str:
    return "–" if line.share is None else f"{line.share} %"


def _days(rows: list[tuple[str, Line]], labels: float = SHORT) -> Picture | None:
    drawn = [(label, line.lasted, _days_words(line.lasted)) for label, line in rows]
    return days_picture(drawn, labels) if any(lasted.median is not None for _, lasted, _ in drawn) else None


def _days_words(lasted: Quartiles) -> str:
    return "–" if lasted.median is None else _("%(days)d Tage") % {"days": lasted.median}


def overview_file(found: Overview) -> bytes:
    """What the page shows as CSV, one line for each measure and period, with how it is counted."""
    heads = [
        *(_("Stelle"), _("Jahr"), _("Zeitraum"), _("Messgröße"), _("Ausgang"), _("Anzahl"), _("Anteil in Prozent")),
        *(_("1. Viertel in Tagen"), _("Median in Tagen"), _("3. Viertel in Tagen"), _("So wird gezählt")),
    ]
    return written(heads, _file_rows(found))


def _file_rows(found: Overview) -> Iterator[list[str]]:
    for name, lines in found.measures.items():
        words = MEASURES[name]
        how = str(words.how or PHASES_HOW) + (f" {LASTING_HOW}" if name in LASTING else "")
        title = f"{_('Dauer der Phase')}: {words.title}" if name.startswith(PHASE) else str(words.title)
        for line in lines:
            start = [found.body.name, str(found.period.year), str(PERIODS[line.quarter]), title]
            lasted = [_cell(day) for day in (line.lasted.first, line.lasted.median, line.lasted.third)]
            for place, number in enumerate(line.outcomes):
                share = "" if line.share is None else str(line.share if place == 0 else 100 - line.share)
                yield [*start, str(words.outcomes[place]), _number(number), share, "", "", "", how]
            yield [*start, _("zusammen"), _number(line.total), "", *lasted, how]


def _number(number: int | None) -> str:
    return _("nicht gezeigt") if number is None else str(number)


def _cell(day: int | None) -> str:
    return "" if day is None else str(day)
