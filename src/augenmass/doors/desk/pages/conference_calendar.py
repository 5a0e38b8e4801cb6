"""The meeting of a conference as an iCalendar file (RFC 5545): a time and one neutral word."""

from datetime import datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event


def conference_file(key: UUID, begins_at: datetime, minutes: int, made_at: datetime, cancelled: bool = False) -> bytes:
    """The file; a later one with the same key moves the entry, or takes it out where it was cancelled. ``minutes``: how long it is planned."""
    calendar = Calendar()
    calendar.add("prodid", "-//Augenmass//Kalender//DE")
    calendar.add("version", "2.0")
    event = Event()
    event.add("uid", f"{key}@augenmass")
    event.add("dtstamp", made_at)
    event.add("dtstart", begins_at)
    event.add("dtend", begins_at + timedelta(minutes=minutes))
    event.add("summary", "Besprechung")
    event.add("class", "PRIVATE")
    if cancelled:
        event.add("status", "CANCELLED")
    calendar.add_component(event)
    return calendar.to_ical()
