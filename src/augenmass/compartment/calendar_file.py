"""A calendar file (RFC 5545) with times only: no names, no places, no words that say what it is about."""

from collections.abc import Iterable
from datetime import UTC, datetime

from augenmass.compartment.models import Appointment
from augenmass.law.time import now

TITLE = "Termin"


def calendar_file(appointments: Iterable[Appointment]) -> str:
    """The appointments as a calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Augenmass//Termine//DE", "METHOD:PUBLISH"]
    for one in appointments:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.key}",
            f"DTSTAMP:{_time(now())}",
            f"DTSTART:{_time(one.begins_at)}",
            f"DTEND:{_time(one.ends_at)}",
            f"SUMMARY:{TITLE}",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
