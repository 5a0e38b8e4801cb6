"""The dates of a person as a calendar file: when and where. What it is about stays on the page."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from augenmass.law.time import now
from augenmass.person_access.queries.own import OwnDay

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)


def calendar_file(days: Iterable[OwnDay], word: str) -> bytes:
    """An iCalendar file (RFC 5545); ``word`` is what every entry is called."""
    calendar = Calendar()
    calendar.add("prodid", "-//Augenmass//DE")
    calendar.add("version", "2.0")
    for one in days:
        entry = Event()
        entry.add("uid", f"{one.key}@augenmass")
        entry.add("dtstamp", now())
        entry.add("summary", word)
        if one.time is None:
            entry.add("dtstart", one.day)
        else:
            starts = datetime.combine(one.day, one.time, BERLIN)
            entry.add("dtstart", starts)
            entry.add("dtend", starts + HOUR)
        if one.place:
            entry.add("location", one.place)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
