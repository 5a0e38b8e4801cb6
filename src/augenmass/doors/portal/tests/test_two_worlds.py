"""Two worlds that differ only in a removal plan are the same at this door, byte for byte, on every one of its addresses."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from augenmass.access.actor import Actor
from augenmass.disclosure.actions.requests import Handed, hand_over, sign_extract
from augenmass.disclosure.models import HandOver
from augenmass.disclosure.rules.plan import PLAN_NAMES
from augenmass.disclosure.tests.conftest import ask
from augenmass.disclosure.tests.test_two_worlds import ASKED, MOMENT, PLANNED, ordinary_life, people, removal_plan
from augenmass.doors.portal.urls import urlpatterns
from augenmass.law.time import travel
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import Kind
from augenmass.letters.actions.contacts import name_counselling, name_hardship
from augenmass.letters.actions.dispatch import SentLetter, record_dispatch
from augenmass.letters.models import Dispatch, Letter
from augenmass.letters.rules import information, joint_work
from augenmass.letters.rules.fixed import HEARING
from augenmass.letters.tests.samples import JOINT
from augenmass.person_access.actions.accesses import NewAccess, open_access, order_code
from augenmass.person_access.actions.days import NewDay, release_day
from augenmass.person_access.models import Access, ReleasedDay
from augenmass.person_access.tests.conftest import HELD, SUSPENDED, code_in, make_letter
from augenmass.person_access.visible import POSTED
from augenmass.record.ledger import book, entry
from augenmass.record.models import Case, Fact, Source

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body
    from augenmass.disclosure.tests.conftest import Ask

pytestmark = [pytest.mark.db, pytest.mark.django_db]
__all__ = ["ask", "people"]
RANDOM = re.compile(
    rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Za-z0-9]{64}|(?:challenge|id)(?:&quot;|\"): (?:&quot;|\")[\w-]+"
)
"""Tokens against forms from elsewhere, keys that are made anew for each form and row, what a device is asked."""
SECRET_WORDS = (
    "Flugbuchung",
    "04:30",
    "14.12.2026",
    "14. Dezember",
    "01.12.2026",
    "Amtshilfe",
    "Haftantrag",
    "Polizei",
)
SAMPLES = {Kind.YES_NO: "yes", Kind.DAY: "2026-12-14", Kind.TEXT: "Haftantrag gestellt"}
People = tuple[Actor, Actor, Actor, Actor, Actor]


@contextmanager
def world() -> Iterator[None]:
    """A world of which nothing stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def whole_plan(people: People, case: Case) -> None:
    """The plan of the extract's test, every other secret fact, and an application for detention."""
    actor, approver, _clerk, _reader, police = people
    removal_plan(actor, approver, police, case)
    held = set(Fact.objects.filter(case=case).values_list("name", flat=True))
    source = Source.objects.get(body=actor.body, kind=Source.Kind.OFFICER, label="Akte")
    with book(actor, [case.pk]) as opened:
        made = opened.entry("fact.established", opened.case(case.pk))
        for name, declared in VOCABULARY.items():
            if name in held or declared.derived or declared.kind not in SAMPLES:
                continue
            if declared.category == "enforcement_secret" or name in PLAN_NAMES:
                made.establish(name, SAMPLES[declared.kind], source_id=source.pk)


def sent_letters(actor: Actor, case: Case) -> None:
    """A letter of every kind that is shown once it was sent, each sent."""
    from augenmass.letters.actions.informing import sign_information, sign_joint_work

    with entry(actor, "prospects.informed", case.pk) as e:
        sign_information(e, actor.account, "Sachbearbeitung", ())
    with entry(actor, "special_staff.information_written", case.pk) as e:
        over = replace(JOINT, reason="duty_breached", bodies=("Stadt Auenburg",), ended=MOMENT.date())
        sign_joint_work(
            e, actor.account, "Sachbearbeitung", over
        )  # it names no police, so that no other page may either
    for template in POSTED:
        if template not in (information.TEMPLATE, joint_work.TEMPLATE):
            make_letter(actor, case, template)
    for letter in Letter.objects.filter(case=case):
        record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.POST, MOMENT.date()))


def lived(planned: bool, people: People, case_with: "MakeCase", ask: "Ask") -> dict[str, bytes]:
    """What every address of the door answers to the person, in German and in Arabic."""
    actor, _approver, clerk, reader, _police = people
    cache.clear()
    with travel(MOMENT):
        case = case_with({**HELD, **SUSPENDED}, number="N-1")
        Case.objects.filter(pk=case.pk).update(key=UUID(int=42, version=4))
        case.refresh_from_db()
        ordinary_life(actor, clerk, reader, case)
        sent_letters(actor, case)
        last = (ASKED + timedelta(days=5)).date()
        release_day(actor, case.pk, NewDay(uuid4(), ReleasedDay.Kind.PICK_UP, last, None, "Zimmer 12"))
    if planned:
        with travel(PLANNED):
            whole_plan(people, case)
    with travel(ASKED):
        for one in people:
            one.sights.clear()
        request = ask(actor, case)
        sign_extract(actor, request.key, read_through=True)
        hand_over(actor, request.key, Handed(HandOver.Way.IN_PERSON, ASKED.date(), "Karim Haddad"))
        access = open_access(actor, case.pk, NewAccess(uuid4(), Access.Kind.PERSON))
        _code, pdf = order_code(actor, access.key, uuid4(), "https://zugang.example/portal/")
        client = Client()
        assert client.post("/portal/anmelden/", {"code": code_in(pdf)}).status_code == 302
        made = client.post("/portal/behoerde/bitte/code/", {"key": str(uuid4())})
        keys = {
            "portal_letter": Letter.objects.get(case=case, template=HEARING).key,
            "portal_letter_file": Letter.objects.get(case=case, template=HEARING).key,
            "portal_extract": request.key,
            "portal_extract_file": request.key,
            "portal_receipt": made["Location"].strip("/").rpartition("/")[2],
        }
        return dict(_answers(client, keys)) | dict(_each_letter(client, case))


def _each_letter(client: Client, case: Case) -> Iterator[tuple[str, bytes]]:
    for letter in Letter.objects.filter(case=case):
        for part in ("", "datei/"):
            answer = client.get(f"/portal/schreiben/{letter.key}/{part}")
            yield f"letter {letter.template} {part}", RANDOM.sub(b"", b"%d " % answer.status_code + answer.content)


def _answers(client: Client, keys: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    for language in ("de", "ar"):
        client.post("/portal/sprache/", {"language": language})
        for pattern in urlpatterns:
            key = keys.get(str(pattern.name), UUID(int=7))
            path = re.sub(r"<uuid:\w+>", str(key), f"/portal/{pattern.pattern}").replace("<slug:what>", "auskunft")
            for answer in (client.get(path), client.head(path)):
                shown = b"%d %s " % (answer.status_code, answer.headers["Content-Type"].encode()) + answer.content
                yield f"{language} {pattern.name} {answer.request['REQUEST_METHOD']}", RANDOM.sub(b"", shown)


def test_the_door_says_nothing_of_a_removal_plan(
    people: People, case_with: "MakeCase", ask: "Ask", body: "Body", make_actor: "MakeActor"
) -> None:
    clerk = make_actor("sommer", body, "body_administrator")
    name_counselling(clerk, ("Beratung Nordheim, Am Markt 3",), ())
    name_hardship(clerk, ("Härtefallkommission, Domplatz 9, Nordheim",), ())
    people[0].body.refresh_from_db()
    seen = []
    for planned in (False, True):
        with world():
            seen.append(lived(planned, people, case_with, ask))
            assert Fact.objects.filter(name="removal_date").exists() is planned
    assert seen[0].keys() == seen[1].keys()
    assert [path for path in seen[0] if seen[0][path] != seen[1][path]] == []
    everything = b"".join(seen[1].values()).decode("utf-8", "ignore")
    for word in SECRET_WORDS:
        assert word not in everything, word
    for shown in ("Zimmer 12", "Lindenweg 4", "Antrag vom März", "Beratung Nordheim"):
        assert shown in everything, shown
    for template in POSTED:
        assert seen[1][f"letter {template} "].startswith(b"200"), template
        assert seen[1][f"letter {template} datei/"].startswith(b"200 %PDF"), template
    assert seen[1]["de portal_letter GET"].startswith(b"200")
    assert seen[1]["de portal_extract_file GET"].startswith(b"200 application/pdf")
