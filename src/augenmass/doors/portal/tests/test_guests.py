"""The door for one's own agreement alone: by a letter of the counsellor, without any case; nothing of a case is there."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from pypdf import PdfReader

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.models import Agreement, DoorCode, DoorVisit, Participant, Signature
from augenmass.agreements.retention import SWEEP
from augenmass.agreements.tests.conftest import begun, counsellor, explained, office, version
from augenmass.doors.portal.tests.test_pages import addresses
from augenmass.law.time import now, today, travel
from augenmass.person_access.actions.inviting import invite
from augenmass.person_access.models import Access
from augenmass.person_access.rules import CODE_LASTS
from augenmass.person_access.tests.conftest import code_in
from augenmass.record.models import Action
from augenmass.record.one_time_code import MOST_FAILURES
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.doors.portal.tests.conftest import Enter

pytestmark = [pytest.mark.db, pytest.mark.django_db]
__all__ = ["begun", "counsellor", "explained", "office"]
DOOR = "https://zugang.example/portal/"
OWN = {
    "portal",
    "portal_sign_in",
    "portal_leave",
    "portal_language",
    "portal_agreements",
    "portal_agreement",
    "portal_agreement_copy",
    "portal_family",
    "portal_family_end",
    "portal_security",
    "portal_passkey",
    "portal_accessibility",
    "portal_feedback",
}
Begun = Callable[..., Agreement]


@pytest.fixture
def letter(counsellor: Actor) -> Callable[[Agreement], str]:
    """The code of a letter that the counsellor makes for an agreement."""

    def make(agreement: Agreement) -> str:
        with reading_for(counsellor):
            return code_in(invite(counsellor, agreement.key, uuid4(), DOOR))

    return make


def entered(code: str) -> Client:
    """A browser in which a code was used."""
    cache.clear()
    client = Client()
    assert client.post("/portal/anmelden/", {"code": code}).status_code == 302
    return client


def refused(code: str) -> bool:
    """Whether a code opens nothing."""
    cache.clear()
    return Client().post("/portal/anmelden/", {"code": code}).status_code == 422


def test_a_newcomer_reads_and_signs_without_any_case(
    counsellor: Actor, begun: Begun, explained: Callable[..., Any], letter: Callable[[Agreement], str]
) -> None:
    with reading_for(counsellor):
        agreement = begun("uk")
    client = entered(letter(agreement))
    assert client.get("/portal/")["Location"] == "/portal/vereinbarung/"
    page = client.get("/portal/vereinbarung/").content.decode()
    assert "agreement_code" not in page
    assert "/portal/termine/" not in page
    assert "wird noch vorbereitet" in page
    with reading_for(counsellor):
        edition = explained(agreement)
    address = f"/portal/vereinbarung/{edition.key}/"
    assert address in client.get("/portal/vereinbarung/").content.decode()
    read = client.get(address).content.decode()
    seen = re.search(r'name="seen" value="(\w{64})"', read)
    assert seen is not None
    assert client.post(address, {"seen": seen[1], "read": "on"}).status_code == 302
    made = Signature.objects.get()
    assert (made.side, made.method, made.text_digest) == ("person", "portal", edition.digest)
    agreement.participant.refresh_from_db()
    assert agreement.participant.case_id is None
    assert not Access.objects.exists()
    assert "mit einem Code" in client.get("/portal/zugang/").content.decode()
    assert client.post("/portal/abmelden/").status_code == 302
    assert client.get("/portal/vereinbarung/").status_code == 403


def test_nothing_of_a_case_is_there_for_a_guest(begun: Begun, counsellor: Actor, letter: Callable[..., str]) -> None:
    with reading_for(counsellor):
        agreement, other = begun("uk"), begun("ar", name="Samir Haddad")
    client = entered(letter(agreement))
    for path, name in addresses():
        if name not in OWN:
            assert {client.get(path).status_code, client.post(path).status_code} <= {404, 405}, name
    edition: UUID = other.editions.get().key
    for part in ("", "datei/"):
        assert client.get(f"/portal/vereinbarung/{edition}/{part}").status_code == 404
    assert client.post("/portal/vereinbarung/", {"agreement_code": "7K2M9-7K2M9"}).status_code == 200


def test_a_guest_and_somebody_with_a_case_share_nothing(
    access: Access, enter: "Enter", begun: Begun, counsellor: Actor, letter: Callable[..., str]
) -> None:
    with reading_for(counsellor):
        agreement = begun("uk")
    code, person = letter(agreement), enter(access)
    assert "Nowak" not in person.get("/portal/vereinbarung/").content.decode()
    before = Action.objects.filter(case=access.case_id).count()
    assert person.post("/portal/anmelden/", {"code": code}).status_code == 302
    assert person.get("/portal/termine/").status_code == 404
    assert Action.objects.filter(case=access.case_id).count() == before


def test_a_code_opens_once_lasts_three_weeks_and_a_new_one_ends_it(
    begun: Begun, counsellor: Actor, letter: Callable[..., str]
) -> None:
    with reading_for(counsellor):
        agreement = begun("uk")
    first, second = letter(agreement), letter(agreement)
    assert refused(first)
    entered(second)
    assert refused(second)
    third = letter(agreement)
    with travel(now() + CODE_LASTS + timedelta(minutes=1)):
        assert refused(third)
    digits = third.replace(" ", "")
    assert not DoorCode.objects.filter(digest__contains=digits).exists()


def test_guessing_ends_the_code(begun: Begun, counsellor: Actor, letter: Callable[..., str]) -> None:
    with reading_for(counsellor):
        code = letter(begun("uk")).replace(" ", "")
    wrong = code[:-1] + ("1" if code[-1] != "1" else "2")
    assert all(refused(wrong) for _try in range(MOST_FAILURES))
    assert refused(code)
    assert DoorCode.objects.get().ended_at is not None


def test_a_minor_without_guardian_gets_no_letter_and_with_one_it_is_for_them(counsellor: Actor, begun: Begun) -> None:
    born = today() - timedelta(days=365 * 15)
    with reading_for(counsellor):
        alone = begun("fa", name="Farid Rahimi", born_on=born)
        with pytest.raises(NotDone):
            invite(counsellor, alone.key, uuid4(), DOOR)
        kept = begun("fa", name="Farid Rahimi", born_on=born, guardian="Nadia Rahimi")
        pdf = invite(counsellor, kept.key, uuid4(), DOOR)
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "Nadia Rahimi" in words
    assert not DoorCode.objects.filter(participant=alone.participant_id).exists()


def test_the_same_form_makes_one_letter_and_nobody_else_makes_any(
    counsellor: Actor, actor: Actor, begun: Begun, client_of: Callable[[Actor], Client]
) -> None:
    with reading_for(counsellor):
        agreement = begun("uk")
    client, address = client_of(counsellor), f"/vereinbarungen/{agreement.key}/tun/brief/"
    key = str(uuid4())
    answer = client.post(address, {"key": key})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert "no-store" in answer["Cache-Control"]
    assert client.post(address, {"key": key}).status_code == 302
    assert "schon erstellt" in client.get(f"/vereinbarungen/{agreement.key}/").content.decode()
    assert client.post(address, {"key": "x"}).status_code == 404
    assert DoorCode.objects.count() == 1
    assert Action.objects.get(kind="agreement.invited").case_id is None
    assert client_of(actor).post(address, {"key": str(uuid4())}).status_code == 403
    with reading_for(actor), pytest.raises(NotPermitted):
        invite(actor, agreement.key, uuid4(), DOOR)
    assert version(agreement) == agreement.version


def test_codes_and_visits_go_with_the_agreement(begun: Begun, counsellor: Actor, letter: Callable[..., str]) -> None:
    with reading_for(counsellor):
        agreement = begun("uk")
    entered(letter(agreement))
    assert settings.PORTAL_COOKIE_NAME
    with reading_for(counsellor):
        withdraw(counsellor, agreement.key, version(agreement))
    for rows in SWEEP.rows(agreement.body_id, today() + timedelta(days=1)):
        rows.delete()
    assert [table.__name__ for table in (DoorCode, DoorVisit, Participant) if table.objects.exists()] == []
