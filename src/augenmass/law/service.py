"""When a decision counts as notified or served: the fictions of VwVfG § 41 and VwZG, with how the day was found.

The day of a fiction is no end of a period, so it does not move past a weekend unless the caller says so and gives the reason
(``shift``: VwVfG § 31 (3) speaks of the end of a period). The Länder have acts of their own: what a Land rules differently is the
caller's to know.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from augenmass.law import calendar
from augenmass.law.clock import Reason, Start, Term, days_english, days_german, interval_of

FOURTH_DAY_SINCE: Final = date(2025, 1, 1)
"""Dispatches from this day on count on the fourth day; earlier ones on the third."""


@dataclass(frozen=True, slots=True)
class WeekendShift:
    """The decision to move a fiction's day past weekends and holidays: the Land, and the provision or ruling that says so."""

    land: str | None
    cite: str


def by_post(
    dispatched: Start, *, received: date | None = None, disputed: bool = False, shift: WeekendShift | None = None
) -> Term | None:
    """Return when a decision posted within Germany counts as notified (VwVfG § 41 (2) sentences 1 and 3).

    ``received``: the proven day of access; it counts when later than the fiction. ``disputed``: access or its time is doubted; then
    only a proven day counts, and without one the answer is None: notification is not established.
    """
    return _fiction(dispatched, received, disputed, shift, "VwVfG/41/2/1", "VwVfG/41/2/3")


def by_electronic_means(
    dispatched: Start, *, received: date | None = None, disputed: bool = False, shift: WeekendShift | None = None
) -> Term | None:
    """Return when a decision sent electronically counts as notified (VwVfG § 41 (2) sentences 2 and 3); parameters as ``by_post``."""
    return _fiction(dispatched, received, disputed, shift, "VwVfG/41/2/2", "VwVfG/41/2/3")


def by_registered_letter(
    dispatched: Start, *, received: date | None = None, disputed: bool = False, shift: WeekendShift | None = None
) -> Term | None:
    """Return when a registered letter counts as served (VwZG § 4 (2)); ``received`` is the day on the return receipt.

    A return receipt proves its day, also an earlier one than the fiction's.
    """
    if received is not None:
        return _proven(received, "VwZG/4/2/1")
    return _fiction(dispatched, None, disputed, shift, "VwZG/4/2/2", "VwZG/4/2/3")


def by_retrieval(retrieved: date) -> Term:
    """Return when a decision that was retrieved from a portal counts as notified: the day after (VwVfG § 41 (2a))."""
    day = retrieved + timedelta(days=1)
    reason = Reason(
        f"Der Bescheid wurde am {retrieved:%d.%m.%Y} abgerufen und gilt am Tag danach als bekannt gegeben.",
        f"The decision was retrieved on {retrieved.isoformat()} and counts as notified on the day after.",
        "VwVfG/41/2a/3",
    )
    return Term(day, day, (reason,))


def by_handing_over(handed_over: date) -> Term:
    """Return when a document handed over against a signed receipt is served: on that day (VwZG § 5 (1))."""
    return _proven(handed_over, "VwZG/5/1")


def by_record_of_service(served: date) -> Term:
    """Return when a document with a record of service is served: on the day that the record names (VwZG § 3)."""
    return _proven(served, "VwZG/3")


def by_public_notice(announced: date) -> Term:
    """Return when a document served by public notice counts as served (VwZG § 10 (2)): two weeks after the day of the notice.

    The two weeks pass with the end of their last day; whether that day or the next one is the day of service is left open here,
    so the earliest is the first and the latest the second.
    """
    passed = announced + timedelta(weeks=2)
    reason = Reason(
        f"Die Benachrichtigung wurde am {announced:%d.%m.%Y} bekannt gemacht; mit Ablauf des {passed:%d.%m.%Y} sind zwei Wochen "
        "vergangen. Für die Person günstiger ist der Tag danach.",
        f"The notice was published on {announced.isoformat()}; two weeks have passed at the end of {passed.isoformat()}. "
        "The day after is the more favourable one for the person.",
        "VwZG/10/2/6",
    )
    return Term(passed, passed + timedelta(days=1), (reason,))


def by_actual_receipt(received: date) -> Term:
    """Return when a document whose service was flawed counts as served: the day of actual receipt (VwZG § 8)."""
    return _proven(received, "VwZG/8")


def _fiction(
    dispatched: Start, received: date | None, disputed: bool, shift: WeekendShift | None, cite: str, exception: str
) -> Term | None:
    first, last = interval_of(dispatched)
    low, high = (end + _length(end) for end in (first, last))
    # The third day of a dispatch on the last day of 2024 may not overtake the fourth of one on the first day of 2025: both keep order.
    length = _length(first) if _length(first) == _length(last) else None
    how = [_dispatch_reason((first, last), (low, high), length, cite)]
    if disputed and received is None:
        return None
    if received is not None and (disputed or received.toordinal() > high):
        how.append(
            Reason(
                f"Nachgewiesen ist der Zugang am {received:%d.%m.%Y}; dieser Tag gilt.",
                f"Access is proven for {received.isoformat()}; that day counts.",
                exception,
            )
        )
        return Term(received, received, tuple(how))
    if received is not None:
        low = max(low, min(received.toordinal(), high))
    if shift is not None:
        return _moved((low, high), how, shift)
    return Term(date.fromordinal(low), date.fromordinal(high), tuple(how))


def _length(dispatched: int) -> int:
    return 4 if dispatched >= FOURTH_DAY_SINCE.toordinal() else 3


def _dispatch_reason(
    dispatched: calendar.Interval, fiction: calendar.Interval, length: int | None, cite: str
) -> Reason:
    german = {3: "dritten", 4: "vierten", None: "dritten oder vierten"}[length]
    english = {3: "third", 4: "fourth", None: "third or fourth"}[length]
    return Reason(
        f"Aufgabe zur Post oder Absendung: {days_german(dispatched)}. Am {german} Tag danach gilt der Bescheid als bekannt gegeben: "
        f"{days_german(fiction)}.",
        f"Posted or sent: {days_english(dispatched)}. On the {english} day after it counts as notified: {days_english(fiction)}.",
        cite,
    )


def _moved(interval: calendar.Interval, how: Sequence[Reason], shift: WeekendShift) -> Term:
    land = calendar.land_of(shift.land)
    low = calendar.working_day_from(interval[0], land)
    high = calendar.working_day_from(interval[1], land) if land else calendar.latest_working_day_from(interval[1])
    reason = Reason(
        f"Der Tag wird auf den nächsten Werktag verschoben: {days_german((low, high))}.",
        f"The day is moved to the next working day: {days_english((low, high))}.",
        shift.cite,
    )
    return Term(date.fromordinal(low), date.fromordinal(high), (*how, reason), land_known=land is not None)


def _proven(day: date, cite: str) -> Term:
    reason = Reason(
        f"Nachgewiesen ist der {day:%d.%m.%Y}; dieser Tag gilt.", f"{day.isoformat()} is proven; that day counts.", cite
    )
    return Term(day, day, (reason,))
