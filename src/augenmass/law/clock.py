"""Periods, service and interruptions by the calendar rules, each with the steps of how it was computed.

A start that is known only as an interval gives an end that is an interval. Sources: BGB §§ 187 (1), 188, 193; VwVfG § 31.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from augenmass.law import calendar
from augenmass.law.calendar import Interval
from augenmass.law.facts import exact_day
from augenmass.law.nodes import Period

LAND_NAMES = {
    "BB": "Brandenburg", "BE": "Berlin", "BW": "Baden-Württemberg", "BY": "Bayern", "HB": "Bremen", "HE": "Hessen",
    "HH": "Hamburg", "MV": "Mecklenburg-Vorpommern", "NI": "Niedersachsen", "NW": "Nordrhein-Westfalen",
    "RP": "Rheinland-Pfalz", "SH": "Schleswig-Holstein", "SL": "Saarland", "SN": "Sachsen", "ST": "Sachsen-Anhalt",
    "TH": "Thüringen",
}  # fmt: skip

_UNITS = {
    "days": (("Tag", "Tage"), ("day", "days")),
    "weeks": (("Woche", "Wochen"), ("week", "weeks")),
    "months": (("Monat", "Monate"), ("month", "months")),
    "years": (("Jahr", "Jahre"), ("year", "years")),
}
_WEEKDAYS = (
    ("Montag", "Monday"), ("Dienstag", "Tuesday"), ("Mittwoch", "Wednesday"), ("Donnerstag", "Thursday"),
    ("Freitag", "Friday"), ("Samstag", "Saturday"), ("Sonntag", "Sunday"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a computation, in words, with its source."""

    de: str
    en: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """The end of a period or the day of an event: earliest and latest possible day, and how they were computed.

    ``running`` is false while a period is interrupted; then the days are those it would have without the interruption.
    """

    earliest: date
    latest: date
    how: tuple[Reason, ...]
    land_known: bool = True
    running: bool = True

    @property
    def exact(self) -> bool:
        """Whether the day is known exactly."""
        return self.earliest == self.latest

    @property
    def interval(self) -> Interval:
        """The days as ordinals, as the law reads them."""
        return self.earliest.toordinal(), self.latest.toordinal()


Start = date | Interval | Term


def end_of_period(start: Start, period: Period, land: str | None = None, *, shift_to_working_day: bool = True) -> Term:
    """Return the last day of a period that an event on ``start`` sets running.

    ``land``: code such as ``ST``; None keeps to nationwide holidays for the earliest and spans all Länder for the latest end.
    ``shift_to_working_day=False`` is for a named last day (VwVfG § 31 (3) sentence 2).
    Raises ``ValueError`` for a negative period.
    """
    if period.count < 0:
        raise ValueError("a period does not run backwards")
    first, last = interval_of(start)
    known = calendar.land_of(land)
    raw = calendar.shift(first, period.count, period.unit), calendar.shift(last, period.count, period.unit)
    how = [*_earlier_reasons(start), _start_reason((first, last)), _length_reason(period, raw)]
    if not shift_to_working_day:
        how.append(
            Reason(
                "Der letzte Tag ist bestimmt und wird nicht verschoben.",
                "The last day was named and does not move.",
                "VwVfG/31/3/2",
            )
        )
        how.extend(_beyond(last, raw))
        return _term(raw, how, land_known=True)
    end = calendar.deadline((first, last), period.count, period.unit, known)
    how.extend(_shift_reasons(raw, end, known))
    how.extend(_limits(raw, land))
    how.extend(_beyond(last, end))
    return _term(end, how, land_known=known is not None)


def interrupted_period(
    start: Start, period: Period, gaps: Sequence[tuple[date, date | None]], land: str | None = None
) -> Term:
    """Return the end of a period for voluntary departure whose enforceability fell away in ``gaps`` (lost, regained or None).

    A loss on or before the last day interrupts; from the return of enforceability the whole period runs anew without being set
    again (AufenthG § 59 (1) sentences 6 and 7). A loss after the end changes nothing. Where the end is uncertain, a loss that may
    lie before it counts as an interruption for the latest end only.
    """
    term = end_of_period(start, period, land)
    for lost, regained in sorted(gaps):
        if lost > term.latest:
            break
        certain = lost <= term.earliest
        reason = Reason(
            f"Am {_german(lost)} entfällt die Vollziehbarkeit; die Frist ist unterbrochen.",
            f"On {lost.isoformat()} enforceability falls away; the period is interrupted.",
            "AufenthG/59/1/6",
        )
        how = (*term.how, reason)
        if regained is None:
            return Term(term.earliest, term.latest, how, term.land_known, running=not certain)
        renewed = end_of_period(regained, period, land)
        again = Reason(
            f"Ab dem {_german(regained)} ist die Vollziehbarkeit wieder eingetreten; die Frist läuft erneut in voller Länge.",
            f"On {regained.isoformat()} enforceability returns; the whole period runs anew.",
            "AufenthG/59/1/6",
        )
        earliest = renewed.earliest if certain else min(term.earliest, renewed.earliest)
        term = Term(earliest, renewed.latest, (*how, again, *renewed.how), renewed.land_known)
    return term


def interval_of(start: Start) -> Interval:
    """Return the days on which an event may lie, as ordinals."""
    if isinstance(start, Term):
        return start.interval
    if isinstance(start, date):
        return exact_day(start)
    return start


def _earlier_reasons(start: Start) -> tuple[Reason, ...]:
    return start.how if isinstance(start, Term) else ()


def _term(interval: Interval, how: Sequence[Reason], *, land_known: bool) -> Term:
    return Term(date.fromordinal(interval[0]), date.fromordinal(interval[1]), tuple(how), land_known)


def _start_reason(interval: Interval) -> Reason:
    german, english = days_german(interval), days_english(interval)
    return Reason(
        f"Tag des Ereignisses: {german}; er zählt nicht mit.",
        f"Day of the event: {english}; it is not counted.",
        "BGB/187/1",
    )


def _length_reason(period: Period, raw: Interval) -> Reason:
    (one_de, many_de), (one_en, many_en) = _UNITS[period.unit]
    german = one_de if period.count == 1 else many_de
    english = one_en if period.count == 1 else many_en
    return Reason(
        f"Dauer: {period.count} {german}, rechnerisches Ende: {days_german(raw)}.",
        f"Length: {period.count} {english}, end by count: {days_english(raw)}.",
        "BGB/188/1" if period.unit == "days" else "BGB/188/2",
    )


_LAND_UNKNOWN = Reason(
    "Das Land ist nicht bekannt: Das frühere Ende rechnet mit den bundesweiten Feiertagen, das spätere mit denen aller Länder.",
    "Land unknown: the earlier end counts nationwide holidays only, the later one those of every Land.",
    "VwVfG/31/3/1",
)


def _limits(raw: Interval, land: str | None) -> list[Reason]:
    """What the calendar does not know: holidays of the Land or of the year."""
    reasons = []
    if land is None:
        reasons.append(_LAND_UNKNOWN)
    elif calendar.land_of(land) is None:
        reasons.append(_no_holidays(land))
    years = [year for day in dict.fromkeys(raw) if not calendar.holidays_known(year := date.fromordinal(day).year)]
    if years and _is_known(raw):
        reasons.append(_no_holidays_in(years[0]))
    return reasons


def _is_known(interval: Interval) -> bool:
    return not any(calendar.open_ends(interval))


def _no_holidays(land: str) -> Reason:
    return Reason(
        f"Für das Land „{land}“ sind keine Feiertage hinterlegt: Das frühere Ende rechnet mit den bundesweiten, das spätere mit denen aller Länder.",
        f"No holidays are on file for the Land “{land}”: the earlier end counts nationwide ones only, the later one those of every Land.",
        "VwVfG/31/3/1",
    )


def _no_holidays_in(year: int) -> Reason:
    return Reason(
        f"Für das Jahr {year} sind keine Feiertage hinterlegt; nur Samstage und Sonntage sind berücksichtigt.",
        f"No holidays are on file for the year {year}; only Saturdays and Sundays are taken into account.",
        "VwVfG/31/3/1",
    )


def _beyond(start: int, end: Interval) -> list[Reason]:
    if end[1] < calendar.LAST or start == calendar.LAST:  # an unknown start ends there too
        return []
    return [
        Reason(
            "Die Frist reicht über den Kalender hinaus; ein Ende ist nicht festgestellt.",
            "The period runs beyond the calendar; no end is established.",
        )
    ]


def _shift_reasons(raw: Interval, end: Interval, land: str | None) -> list[Reason]:
    reasons = []
    for before, after in dict.fromkeys(zip(raw, end, strict=True)):
        if before == after:
            continue
        day = date.fromordinal(before)
        german, english = _WEEKDAYS[day.weekday()]
        name = calendar.holiday(before, land)
        where = f" in {LAND_NAMES[land]}" if land else ""
        reasons.append(
            Reason(
                f"Der {_german(day)} ist {f'ein Feiertag ({name}){where}' if name else f'ein {german}'}; "
                f"die Frist endet am nächsten Werktag, dem {_german(date.fromordinal(after))}.",
                f"{day.isoformat()} is {f'a public holiday ({name}){where}' if name else f'a {english}'}; "
                f"the period ends on the next working day, {date.fromordinal(after).isoformat()}.",
                "VwVfG/31/3/1",
            )
        )
    return reasons


def _german(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def days_german(interval: Interval) -> str:
    """Return a day, or from when to when it may lie, in German."""
    first, last = date.fromordinal(interval[0]), date.fromordinal(interval[1])
    return _german(first) if first == last else f"zwischen {_german(first)} und {_german(last)}"


def days_english(interval: Interval) -> str:
    """Return a day, or from when to when it may lie, in English."""
    first, last = date.fromordinal(interval[0]), date.fromordinal(interval[1])
    return first.isoformat() if first == last else f"between {first.isoformat()} and {last.isoformat()}"
