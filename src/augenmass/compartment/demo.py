"""The invented counselling service that ``script/demo`` shows."""

import uuid
from datetime import timedelta

from augenmass.compartment.actions.body import add_authority, add_body, add_counsellor, declare
from augenmass.compartment.actions.persons import NoticeForm, PersonForm, open_person, record_notice
from augenmass.compartment.actions.statements import StatementForm, draft_statement
from augenmass.compartment.actions.talks import TalkForm, note_talk
from augenmass.compartment.models import Account, Authority, CounsellingBody, Person
from augenmass.compartment.rules import DUTIES, Declared
from augenmass.law.time import today

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


def set_up(address: str, token: str) -> None:
    """Make the service, its people and what they wrote; a second time only the access to the authority is renewed."""
    body = CounsellingBody.objects.filter(slug="beratung-auenkreis").first()
    if body is None:
        body = add_body("beratung-auenkreis", NAME)
        for username, name, leads in PEOPLE:
            add_counsellor(body, username, name, PASSWORD, leads)
        Account.objects.filter(body=body).update(is_demo=True)
        declare(_named("haas"), Declared(True, tuple(DUTIES), False), None)
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
            note_talk(counsellor, person.key, TalkForm(uuid.uuid4(), held, language, True, explained, note))
        if number:
            text = "Ich war in der Beratung und möchte bis zum Ende des nächsten Monats entscheiden, ob ich freiwillig ausreise."
            draft_statement(counsellor, person.key, uuid.uuid4(), StatementForm(text, "de", number, None))
