"""The invented counselling service that ``script/demo`` shows."""

import uuid
from datetime import datetime, time, timedelta

from augenmass.compartment.actions.appointments import AppointmentForm, agree_appointment
from augenmass.compartment.actions.body import add_authority, add_body, add_counsellor, declare
from augenmass.compartment.actions.persons import NoticeForm, PersonForm, open_person, record_notice
from augenmass.compartment.actions.programmes import ProgrammeForm, enter_programme
from augenmass.compartment.actions.statements import StatementForm, draft_statement
from augenmass.compartment.actions.talks import TalkForm, note_talk
from augenmass.compartment.models import Account, Authority, CounsellingBody, Person, Programme
from augenmass.compartment.rules import DUTIES, Declared
from augenmass.law.time import BERLIN, today

PASSWORD = "beratung ist freiwillig"  # noqa: S105  of invented people
NAME = "Rückkehr- und Perspektivberatung Auenkreis"
AUTHORITY = "Ausländerbehörde Auenkreis"
PEOPLE = (("haas", "Ronja Haas", True), ("arslan", "Deniz Arslan", False))
PERSONS = (
    (
        "Herr B.",
        "fr",
        "Möchte zu seinem kranken Vater zurück, hat aber Angst vor einem Einreiseverbot.",
        "33.21-10005",
    ),
    ("Frau T.", "ti", "Fragt, ob sie wegen ihrer Ausbildung bleiben kann.", ""),
)
TALKS = (
    (
        "Freiwillige Ausreise und ihre Folgen, Fristen, unabhängige Rechtsberatung.",
        "Sehr aufgeregt, Wartezeit bei der Botschaft erklärt.",
    ),
    (
        "Förderprogramme; welche Angaben das Gesetz dafür verlangt.",
        "Möchte mit seiner Schwester sprechen, bevor er entscheidet.",
    ),
)
PROGRAMMES = (
    (
        "Reisekosten",
        "Fahrkarte oder Flug und 200 Euro für die Reise.",
        "Merkblatt der Landesstelle (erfunden)",
        400,
        31,
    ),
    (
        "Reisekosten",
        "Fahrkarte oder Flug und 220 Euro für die Reise.",
        "Merkblatt der Landesstelle (erfunden)",
        30,
        None,
    ),
    ("Starthilfe", "1.000 Euro, die Hälfte nach sechs Monaten.", "Merkblatt der Landesstelle (erfunden)", 400, None),
)
"""Name, amount, source, days since it holds, days since it ended."""
APPOINTMENTS = ((-13, 10, "place", "not_needed"), (2, 14, "place", "booked"), (6, 9, "telephone", "asked"))
"""Days from today, hour, way, interpreter."""


def set_up(address: str, token: str) -> None:
    """Make the service, its people and what they wrote; a second time only the access to the authority is renewed."""
    body = CounsellingBody.objects.filter(slug="beratung-auenkreis").first()
    if body is None:
        body = add_body("beratung-auenkreis", NAME)
        for username, name, leads in PEOPLE:
            add_counsellor(body, username, name, PASSWORD, leads)
        Account.objects.filter(body=body).update(is_demo=True)
        declare(_named("haas"), Declared(True, tuple(DUTIES), False), None)
        for name, amount, source, since, ended in PROGRAMMES:
            days = today() - timedelta(days=since), today() - timedelta(days=ended) if ended else None
            enter_programme(_named("haas"), ProgrammeForm(uuid.uuid4(), name, amount, source, *days))
        _write(_named("arslan"))
    lead = _named("haas")
    if token and not Authority.objects.filter(body=body).exists():
        add_authority(lead, uuid.uuid4(), AUTHORITY, address, token)


def _named(username: str) -> Account:
    return Account.objects.select_related("body").get(username=username)


def _write(counsellor: Account) -> None:
    declared = counsellor.body.declarations.get()
    for name, language, wish, number in PERSONS:
        person = open_person(counsellor, uuid.uuid4(), PersonForm(name, language, wish, number))
        day = today() - timedelta(days=20)
        Person.objects.filter(pk=person.pk).update(opened_on=day)
        record_notice(counsellor, person.key, NoticeForm(uuid.uuid4(), day, language, True, declared.pk))
        for weeks, (explained, note) in enumerate(TALKS if number else TALKS[:1]):
            held = day + timedelta(days=7 * weeks)
            rows = Programme.objects.filter(body=counsellor.body_id) if weeks else ()
            ticked = tuple(one.key for one in rows if one.holds_on(held))
            note_talk(counsellor, person.key, TalkForm(uuid.uuid4(), held, language, True, explained, note, ticked))
        if number:
            text = "Ich war in der Beratung und möchte bis zum Ende des nächsten Monats entscheiden, ob ich freiwillig ausreise."
            draft_statement(counsellor, person.key, uuid.uuid4(), StatementForm(text, "de", number, None))
    _appoint(counsellor)


def _appoint(counsellor: Account) -> None:
    persons = list(Person.objects.filter(counsellor=counsellor).order_by("pk"))
    for number, (days, hour, way, interpreter) in enumerate(APPOINTMENTS):
        begins_at = datetime.combine(today() + timedelta(days=days), time(hour), tzinfo=BERLIN)
        person = persons[number % len(persons)]
        form = AppointmentForm(begins_at, 60, way, "Zimmer 2" if way == "place" else "", "fr", interpreter)
        agree_appointment(counsellor, person.key, uuid.uuid4(), form)
