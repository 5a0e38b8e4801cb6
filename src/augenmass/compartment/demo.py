"""The invented counselling service that ``script/demo`` shows."""

import uuid
from datetime import timedelta

from augenmass.compartment.actions.body import add_authority, add_body, add_counsellor, declare
from augenmass.compartment.actions.persons import NoticeForm, PersonForm, open_person, record_notice
from augenmass.compartment.actions.statements import StatementForm, draft_statement
from augenmass.compartment.actions.talks import TalkForm, note_talk
from augenmass.compartment.models import Account, Authority, CounsellingBody
from augenmass.compartment.rules import FUNDED_RETURN, Declared
from augenmass.law.time import today

PASSWORD = "beratung ist freiwillig"  # noqa: S105  of invented people
NAME = "Rückkehr- und Integrationsberatung Musterland e. V."
AUTHORITY = "Ausländerbehörde Musterstadt"
PEOPLE = (("sommer", "Ronja Sommer", True), ("arslan", "Deniz Arslan", False))
PERSONS = (
    ("Herr B.", "fr", "Möchte zu seinem kranken Vater zurück, hat aber Angst vor der Wiedereinreisesperre.", "MS-2026/0042"),
    ("Frau T.", "ti", "Fragt, ob sie wegen ihrer Ausbildung bleiben kann.", ""),
)
TALKS = (
    ("Freiwillige Ausreise und ihre Folgen, Fristen, unabhängige Rechtsberatung.", "Sehr aufgeregt, Wartezeit bei der Botschaft erklärt."),
    ("Förderprogramme; welche Angaben das Gesetz dafür verlangt.", "Möchte mit seiner Schwester sprechen, bevor er entscheidet."),
)


def set_up(address: str, token: str) -> None:
    """Make the service, its people and what they wrote; a second time only the access to the authority is renewed."""
    body = CounsellingBody.objects.filter(slug="beratung-musterland").first()
    if body is None:
        body = add_body("beratung-musterland", NAME)
        for username, name, leads in PEOPLE:
            add_counsellor(body, username, name, PASSWORD, leads)
        Account.objects.filter(body=body).update(is_demo=True)
        declare(_named("sommer"), Declared(False, (FUNDED_RETURN,), False), None)
        _write(_named("arslan"))
    lead = _named("sommer")
    if token and not Authority.objects.filter(body=body).exists():
        add_authority(lead, uuid.uuid4(), AUTHORITY, address, token)


def introduce() -> None:
    """Say who can sign in."""
    print("\nIm Beratungsraum können sich diese erfundenen Personen anmelden:\n")
    for username, name, leads in PEOPLE:
        print(f"  {username:10} {name:14} {'leitet die Beratungsstelle' if leads else 'berät'}")
    print(f"\nDas Kennwort beider lautet: {PASSWORD}\n", flush=True)


def _named(username: str) -> Account:
    return Account.objects.select_related("body").get(username=username)


def _write(counsellor: Account) -> None:
    declared = counsellor.body.declarations.get()
    for name, language, wish, number in PERSONS:
        person = open_person(counsellor, uuid.uuid4(), PersonForm(name, language, wish, number))
        day = today() - timedelta(days=20)
        record_notice(counsellor, person.key, NoticeForm(uuid.uuid4(), day, language, True, declared.pk))
        for weeks, (explained, note) in enumerate(TALKS if number else TALKS[:1]):
            held = day + timedelta(days=7 * weeks)
            note_talk(counsellor, person.key, TalkForm(uuid.uuid4(), held, language, True, explained, note))
        if number:
            text = "Ich war in der Beratung und möchte bis zum Ende des nächsten Monats entscheiden, ob ich freiwillig ausreise."
            draft_statement(counsellor, person.key, uuid.uuid4(), StatementForm(text, "de", number, None))
