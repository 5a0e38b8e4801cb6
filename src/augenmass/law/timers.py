"""Timers exact to the hour, in Berlin, through the change of the clocks: a span of hours is the time that really passes."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from augenmass.law.clock import Reason
from augenmass.law.time import BERLIN


@dataclass(frozen=True, slots=True)
class Timer:
    """The moment at which a timer runs out, aware, in Berlin, and how it was found."""

    ends: datetime
    how: tuple[Reason, ...]

    def left(self, now: datetime) -> timedelta:
        """Return the time left at an aware moment; negative when it has run out."""
        return self.ends - now

    def over(self, now: datetime) -> bool:
        """Return whether the timer has run out at an aware moment."""
        return now >= self.ends


def after_hours(start: datetime, hours: int, cite: str) -> Timer:
    """Return when a number of hours has passed; weekends and holidays count (VwVfG § 31 (6)).

    Raises ``ValueError`` for a moment without time zone or a negative number.
    """
    if hours < 0:
        raise ValueError("a timer does not run backwards")
    begin = _berlin(start)
    ends = (begin.astimezone(UTC) + timedelta(hours=hours)).astimezone(BERLIN)
    how = [
        Reason(
            f"Beginn {begin:%d.%m.%Y, %H:%M} Uhr, {hours} Stunden; Sonntage und Feiertage zählen mit.",
            f"Start {begin:%Y-%m-%d %H:%M}, {hours} hours; Sundays and holidays count.",
            cite,
        )
    ]
    if begin.utcoffset() != ends.utcoffset():
        how.append(
            Reason(
                f"In die Zeit fällt die Umstellung der Uhren; das Ende ist {ends:%d.%m.%Y, %H:%M} Uhr.",
                f"The clocks change in between; the end is {ends:%Y-%m-%d %H:%M}.",
                cite,
            )
        )
    return Timer(ends, tuple(how))


def end_of_following_day(start: datetime, cite: str) -> Timer:
    """Return the end of the day after ``start``, as for custody without a court's decision (GG Art. 104 (2) sentence 3).

    Raises ``ValueError`` for a moment without time zone.
    """
    begin = _berlin(start)
    last = begin.date() + timedelta(days=1)
    ends = datetime.combine(last + timedelta(days=1), time(0), tzinfo=BERLIN)
    reason = Reason(
        f"Beginn {begin:%d.%m.%Y, %H:%M} Uhr; Ende mit Ablauf des {last:%d.%m.%Y}.",
        f"Start {begin:%Y-%m-%d %H:%M}; it ends with the end of {last.isoformat()}.",
        cite,
    )
    return Timer(ends, (reason,))


def _berlin(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(BERLIN)
