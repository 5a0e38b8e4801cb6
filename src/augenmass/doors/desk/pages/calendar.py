"""A person's days as an iCalendar file (RFC 5545): whole days with one word each."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from augenmass.work.queries.calendar import KIND_LABELS, Dated

REFRESH = timedelta(hours=4)


def calendar_file(days: Iterable[Dated], secret: str, made_at: datetime) -> bytes:
    """The file. What tells entries apart is a digest with the address's secret, so it says nothing of the case."""
    calendar = Calendar()
    calendar.add("prodid", "-//Augenmass//Kalender//DE")
    calendar.add("version", "2.0")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for dated in days:
        event = Event()
        digest = hashlib.sha256(f"{secret} {dated.kind} {dated.row}".encode()).hexdigest()
        event.add("uid", f"{digest[:32]}@augenmass")
        event.add("dtstamp", made_at)
        event.add("dtstart", dated.day)
        event.add("summary", str(KIND_LABELS[dated.kind]))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()
