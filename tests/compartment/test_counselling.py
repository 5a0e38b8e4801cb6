"""What a counsellor does: telling before the first talk, noting, searching; and who sees nothing of it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.test import override_settings

from augenmass.compartment.actions.body import declare
from augenmass.compartment.actions.persons import PersonForm, hand_over, open_person
from augenmass.compartment.actions.talks import TalkForm, note_talk
from augenmass.compartment.chain import verify
from augenmass.compartment.models import AccessLine, Account, Action, Declaration, Notice, Person, Talk
from augenmass.compartment.rules import DUTIES, FUNDED_RETURN, OF_PUBLIC_BODIES, Declared, NotDone, notice_text
from augenmass.law.time import today

if TYPE_CHECKING:
    from django.test import Client

    Browser = Callable[[Account], Client]


def talk(day: date | None = None, **more: Any) -> TalkForm:
    said = {"language": "fr", "interpreter": True, "explained": "Fristen", "note": "Will mit der Schwester sprechen"}
    return TalkForm(uuid4(), day or today(), **{**said, **more})


def test_before_a_person_was_told_no_talk_is_noted(counsellor: Account) -> None:
    person = open_person(counsellor, uuid4(), PersonForm("Frau T.", "ti"))
    with pytest.raises(NotDone, match="nicht aufgeklärt"):
        note_talk(counsellor, person.key, talk())
    assert not Talk.objects.exists()


def test_a_talk_on_a_day_before_the_person_was_told_is_not_noted(counsellor: Account, person: Person) -> None:
    with pytest.raises(NotDone, match="nicht aufgeklärt"):
        note_talk(counsellor, person.key, talk(today() - timedelta(days=31)))
    note_talk(counsellor, person.key, talk(today() - timedelta(days=30)))


def test_after_another_declaration_persons_are_told_anew(lead: Account, counsellor: Account, person: Person) -> None:
    note_talk(counsellor, person.key, talk())
    declare(lead, Declared(True, tuple(DUTIES), False), Declaration.objects.get().pk)
    with pytest.raises(NotDone, match="nicht aufgeklärt"):
        note_talk(counsellor, person.key, talk())


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (talk(date(2030, 1, 1)), "Zukunft"),
        (talk(date(1990, 1, 1)), "fünf Jahre"),
        (talk(language="xx"), "Sprache"),
        (talk(explained=" ", note=""), "schreiben Sie auf"),
        (talk(note="x" * 20_001), "zu lang"),
    ],
)
def test_a_talk_that_cannot_be_right_is_refused_with_a_sentence(
    counsellor: Account, person: Person, form: TalkForm, says: str
) -> None:
    with pytest.raises(NotDone, match=says):
        note_talk(counsellor, person.key, form)


def test_the_same_form_twice_makes_one_row(counsellor: Account, person: Person, browser_of: "Browser") -> None:
    browser, key = browser_of(counsellor), str(uuid4())
    sent = {"key": key, "held_on": today().strftime("%d.%m.%Y"), "language": "fr", "explained": "", "note": "Einmal"}
    for _ in range(2):
        assert browser.post(f"/personen/{person.key}/gespraech/", sent).status_code == 302
    assert Talk.objects.count() == 1
    again = {"key": str(person.key), "name": "Herr Sentinel", "language": "fr"}
    assert browser.post("/personen/neu/", again).status_code == 302
    assert Person.objects.count() == 1


def test_nobody_else_learns_that_a_person_is_counselled(
    counsellor: Account, colleague: Account, lead: Account, person: Person, browser_of: "Browser"
) -> None:
    note_talk(counsellor, person.key, talk())
    for other in (colleague, lead):
        browser = browser_of(other)
        for path in ("", "aendern/", "aufklaerung/", "gespraech/", "erklaerung/"):
            there = browser.get(f"/personen/{person.key}/{path}")
            nowhere = browser.get(f"/personen/{uuid4()}/{path}")
            assert (there.status_code, _plain(there)) == (nowhere.status_code, _plain(nowhere))
            assert there.status_code == 404
        assert "Sentinel" not in browser.post("/", {"q": "schwester"}).content.decode()
    assert "Sentinel" not in browser_of(lead).get("/stelle/protokoll/").content.decode()


def _plain(answer: Any) -> str:
    """Without the token of forms and the address that was asked for."""
    return re.sub(r"[A-Za-z0-9]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", answer.content.decode())


def test_search_finds_a_word_in_talks_of_ones_own_persons(
    counsellor: Account, person: Person, browser_of: "Browser"
) -> None:
    note_talk(counsellor, person.key, talk())
    browser = browser_of(counsellor)
    assert "Sentinel" in browser.post("/", {"q": "SCHWESTER sentinel"}).content.decode()
    assert "Nichts gefunden" in browser.post("/", {"q": "bruder"}).content.decode()
    assert "Nichts gefunden" not in browser.get("/?q=bruder").content.decode()  # nothing is read from an address


def test_every_look_leaves_a_line(counsellor: Account, person: Person, browser_of: "Browser") -> None:
    browser = browser_of(counsellor)
    browser.get("/")
    browser.post("/", {"q": "x"})
    browser.get(f"/personen/{person.key}/")
    assert list(AccessLine.objects.order_by("pk").values_list("what", flat=True)) == ["persons", "search", "person"]


def test_particulars_changed_meanwhile_are_not_overwritten(
    counsellor: Account, person: Person, browser_of: "Browser"
) -> None:
    browser = browser_of(counsellor)
    sent = {"name": "Herr S.", "language": "fr", "seen_version": 1}
    assert browser.post(f"/personen/{person.key}/aendern/", sent).status_code == 302
    late = browser.post(f"/personen/{person.key}/aendern/", {**sent, "name": "Herr Anders"})
    assert late.status_code == 422
    assert "Es wurde nichts überschrieben" in late.content.decode()
    assert "Herr Anders" in late.content.decode(), "what was typed is still there"
    assert Person.objects.get().content()["name"] == "Herr S."


def test_handing_over_gives_the_persons_to_a_colleague(
    counsellor: Account, colleague: Account, person: Person, browser_of: "Browser"
) -> None:
    assert hand_over(counsellor, colleague) == 1
    assert browser_of(counsellor).get(f"/personen/{person.key}/").status_code == 404
    assert browser_of(colleague).get(f"/personen/{person.key}/").status_code == 200


def test_the_chain_holds_and_shows_a_removed_talk(counsellor: Account, person: Person) -> None:
    note_talk(counsellor, person.key, talk())
    assert list(verify()) == []
    Talk.objects.all().delete()
    assert any("entfernt" in found for found in verify())


def test_the_chain_shows_an_altered_action(counsellor: Account, person: Person) -> None:
    Action.objects.filter(kind="person.opened").update(actor=None)
    assert any("geändert" in found for found in verify())


def test_a_private_service_cannot_declare_duties_of_public_bodies(lead: Account) -> None:
    with pytest.raises(NotDone, match="nur öffentliche"):
        declare(lead, Declared(False, (OF_PUBLIC_BODIES[0],), False), Declaration.objects.get().pk)


def test_a_public_body_that_leaves_out_a_duty_gives_its_reason(lead: Account) -> None:
    seen = Declaration.objects.get().pk
    with pytest.raises(NotDone, match="begründen"):
        declare(lead, Declared(True, (), False), seen)
    declare(lead, Declared(True, (), False, "Bildungseinrichtung"), seen)


def test_a_declaration_of_somebody_else_meanwhile_is_not_overwritten(lead: Account) -> None:
    with pytest.raises(NotDone, match="jemand anderem"):
        declare(lead, Declared(False, (), False), None)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_notice_names_every_duty_with_its_provision(language: str) -> None:
    told = notice_text(Declared(True, tuple(DUTIES), True), language)
    assert len(told["duties"]) == len(DUTIES)
    assert all(cite in " ".join(told["duties"]) for _label, cite in DUTIES.values())
    assert notice_text(Declared(False, (FUNDED_RETURN,), False), language)["duties"] == told["duties"][-1:]


def test_the_notice_is_translated() -> None:
    declared = Declared(True, tuple(DUTIES), True)
    german, english = notice_text(declared, "de"), notice_text(declared, "en")
    assert not set(german["told"]) & set(english["told"])
    assert not set(german["duties"]) & set(english["duties"])


def test_a_notice_for_a_text_that_was_changed_meanwhile_is_not_recorded(
    lead: Account, counsellor: Account, person: Person, browser_of: "Browser"
) -> None:
    seen = Declaration.objects.get().pk
    declare(lead, Declared(False, (), False), seen)
    before = Notice.objects.count()
    sent = {"key": str(uuid4()), "declaration": seen, "told_on": "01.11.2026", "language": "fr"}
    answer = browser_of(counsellor).post(f"/personen/{person.key}/aufklaerung/", sent)
    assert answer.status_code == 422
    assert "soeben geändert" in answer.content.decode()
    assert Notice.objects.count() == before


def test_only_the_lead_keeps_the_list_of_authorities(counsellor: Account, lead: Account, browser_of: "Browser") -> None:
    sent = {"key": str(uuid4()), "name": "ABH", "address": "https://abh.example", "token": "x"}
    assert browser_of(counsellor).post("/stelle/behoerden/", sent).status_code == 403
    assert browser_of(counsellor).get("/stelle/protokoll/").status_code == 403
    assert browser_of(lead).post("/stelle/behoerden/", sent).status_code == 302
    wrong = browser_of(lead).post("/stelle/behoerden/", {**sent, "key": str(uuid4()), "address": "ftp://abh.example"})
    assert wrong.status_code == 422


def test_without_signing_in_there_is_nothing(client: "Client", person: Person) -> None:
    for path in ("/", f"/personen/{person.key}/", "/stelle/", "/stelle/protokoll/", "/konto/"):
        assert client.get(path).status_code == 302, path
    kept = client.post(f"/personen/{person.key}/gespraech/", {"note": "Nicht verlieren"})
    assert kept.status_code == 401
    assert "Nicht verlieren" in kept.content.decode()


@override_settings(SECOND_FACTOR=True)
def test_without_a_second_factor_only_its_set_up_opens(counsellor: Account, browser_of: "Browser") -> None:
    answer = browser_of(counsellor).get("/")
    assert answer.headers["Location"] == "/konto/app/"


@override_settings(SECOND_FACTOR=True)
def test_the_app_is_set_up_and_then_asked_for(counsellor: Account, client: "Client") -> None:
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    signing_in = {"login": "arslan", "password": "ein langes Kennwort"}
    assert client.post("/anmelden/", signing_in).status_code == 302
    secret = client.get("/konto/app/").context["form"].secret
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    assert client.post("/konto/app/", {"code": code}).status_code == 302
    stored = Authenticator.objects.get(type=Authenticator.Type.TOTP).data["secret"]
    assert secret not in stored, "the secret is encrypted at rest"
    client.post("/abmelden/")
    assert client.post("/anmelden/", signing_in).headers["Location"] == "/anmelden/zweiter-faktor/"
    assert client.get("/").status_code == 302
    assert "Der Code stimmt nicht" in client.post("/anmelden/zweiter-faktor/", {"code": "000000"}).content.decode()


def test_many_wrong_passwords_are_stopped(counsellor: Account, client: "Client") -> None:
    for _ in range(9):
        answer = client.post("/anmelden/", {"login": "arslan", "password": "falsch"})
    assert "Zu viele Versuche" in answer.content.decode()
