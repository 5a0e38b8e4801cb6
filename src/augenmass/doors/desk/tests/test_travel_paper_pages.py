"""The pages of travel documents: sheets with a second reader, applications that asylum bars, their course, durations without promise."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.doors.desk.pages.timeline import TITLES
from augenmass.doors.desk.pages.travel_papers import LEFT, WIDTH, span_of
from augenmass.law.time import today
from augenmass.travel_papers.models import Application, ApplicationEvent
from augenmass.travel_papers.queries import Durations
from augenmass.travel_papers.rules.durations import distribution
from augenmass.travel_papers.tests.test_applications import PERSON
from augenmass.travel_papers.tests.test_rules import NEVER_ASKED

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor, MakeCase

SHEET = {"documents": "Lichtbild", "steps": "Vorsprechen", "where": "Botschaft", "durations": "", "remarks": ""}


def _day(days: int) -> str:
    return (today() + timedelta(days=days)).strftime("%d.%m.%Y")


def _filed(**other: str) -> dict[str, str]:
    said = {"country": "GE", "travel_kind": "substitute", "applicant": "authority", "filed_on": _day(-90)}
    return {"key": str(uuid4()), **said, **other}


def test_a_sheet_is_written_by_one_and_read_by_another(
    actor: Actor, approver: Actor, outsider: Actor, make_actor: "MakeActor", client_of: "Callable[[Actor], Client]"
) -> None:
    browser = client_of(actor)
    assert browser.get("/reisedokumente/?staat=GE").headers["Location"] == "/reisedokumente/staat/GE/"
    assert browser.get("/reisedokumente/staat/DE/").status_code == 404
    assert browser.get("/reisedokumente/staat/quark/").status_code == 404
    said = {"key": str(uuid4()), "seen": "0", **SHEET}
    refused = browser.post("/reisedokumente/staat/GE/neu/", {**said, "remarks": "Herr Haddad hilft"})
    assert refused.status_code == 422
    assert "Vorsprechen" in refused.content.decode()
    assert browser.post("/reisedokumente/staat/GE/neu/", said).status_code == 302
    page = browser.get("/reisedokumente/staat/GE/").content.decode()
    assert "Lesen muss sie eine andere Person" in page
    assert "Gelesen, gilt" not in page
    reader = client_of(approver)
    page = reader.get("/reisedokumente/staat/GE/").content.decode()
    [confirm] = [part.split('"')[0] for part in page.split('action="') if part.split('"')[0].endswith("/gelesen/")]
    assert reader.post(confirm).status_code == 302
    assert "Diese Fassung" not in reader.post(confirm, follow=True).content.decode()
    assert "Fassung 1 vom" in client_of(outsider).get("/reisedokumente/staat/GE/").content.decode()
    only_reads = client_of(make_actor("schutz", actor.body, "data_protection"))
    page = only_reads.get("/reisedokumente/").content.decode()
    assert "Georgien" in page
    assert "Laufende Anträge" not in page
    assert only_reads.get("/reisedokumente/staat/GE/neu/").status_code == 403
    assert only_reads.post(confirm).status_code == 403


def test_while_asylum_is_open_there_is_no_form_and_the_page_says_what_to_establish(
    actor: Actor, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    browser = client_of(actor)
    barred = case_with({**PERSON, **NEVER_ASKED, "asylum_procedure_running": "yes"})
    address = f"/faelle/{barred.key}/reisedokumente/"
    page = browser.get(address).content.decode()
    assert "Nichts geht an den Herkunftsstaat" in page
    assert 'name="travel_kind"' not in page
    assert browser.post(address, _filed()).status_code == 422
    assert not Application.objects.exists()
    unknown = case_with({name: value for name, value in {**PERSON, **NEVER_ASKED}.items() if "finally" not in name})
    page = browser.get(f"/faelle/{unknown.key}/reisedokumente/").content.decode()
    assert f"/faelle/{unknown.key}/angaben/asylum_not_finally_refused/erfassen/" in page


def test_the_course_of_an_application(
    actor: Actor, outsider: Actor, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    browser = client_of(actor)
    case = case_with({**PERSON, **NEVER_ASKED})
    address = f"/faelle/{case.key}/reisedokumente/"
    assert browser.post(address, _filed(filed_on=_day(3))).status_code == 422
    filed = _filed()
    made = browser.post(address, filed).headers["Location"]
    assert browser.post(address, filed).headers["Location"] == made
    assert client_of(outsider).get(made).status_code == 404
    assert client_of(outsider).get(address).status_code == 404
    page = browser.get(made).content.decode()
    assert "Haddad" in page
    assert PERSON["central_register_number"] not in page

    def event(kind: str, seen: int, **said: str | list[str]) -> int:
        return browser.post(f"{made}{kind}/", {"key": str(uuid4()), "seen": str(seen), **said}).status_code

    assert event("unbekannt", 0) == 404
    assert event("formulare", 0, happened_on=_day(-80), on_form=["asylum_procedure_running"]) == 422
    assert event("formulare", 0, happened_on=_day(-80), on_form=["family_name", "nationality"]) == 302
    assert event("vorsprache", 0, happened_on=_day(-40)) == 422, "somebody else was quicker"
    assert event("vorsprache", 1, happened_on=_day(-40)) == 302
    hearing = (today() - timedelta(days=40)).isoformat()
    assert event("ergebnis", 2, hearing="2020-01-01", hearing_outcome="recognised") == 422
    assert event("ergebnis", 2, hearing=hearing, hearing_outcome="recognised") == 302
    assert event("antwort", 3, happened_on=_day(-20), event_note="Das Papier wird ausgestellt.") == 302
    assert event("abschluss", 4, outcome="issued", happened_on=_day(-5), document_valid_until=_day(-9)) == 422
    assert event("abschluss", 4, outcome="issued", happened_on=_day(-5), document_valid_until=_day(200)) == 302
    assert event("antwort", 5, happened_on=_day(-2)) == 422
    page = browser.get(made).content.decode()
    assert "als Staatsangehörige oder Staatsangehöriger anerkannt" in page
    assert "Was ist geschehen?" not in page
    assert "Haddad" in browser.get("/reisedokumente/?ansicht=issued").content.decode()
    assert "Hier steht kein Antrag" in browser.get("/reisedokumente/?ansicht=open").content.decode()
    assert (
        made in browser.get("/aufgaben/").content.decode()
        or "Reisedokument läuft ab" in browser.get(f"/faelle/{case.key}/").content.decode()
    )


def test_durations_are_shown_from_five_on_and_promise_nothing(
    actor: Actor, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    from augenmass.travel_papers.tests.test_applications import _decided

    for days in (30, 60, 90, 120):
        _decided(actor, case_with, days)
    browser = client_of(actor)
    page = browser.get("/reisedokumente/staat/GE/").content.decode()
    assert "Noch zu wenige entschiedene Anträge" in page
    assert '<svg class="am-span"' not in page
    _decided(actor, case_with, 150)
    page = browser.get("/reisedokumente/staat/GE/").content.decode()
    assert '<svg class="am-span"' in page
    assert "Die mittlere Hälfte dauerte 60 bis 120 Tage" in page
    assert "Das ist keine Zusage" in page
    for promise in ("wird dauern", "voraussichtlich", "zu erwarten", "Prognose"):
        assert promise not in page


@pytest.mark.unit
def test_the_picture_of_a_distribution_stays_on_its_axis() -> None:
    for days in ([0] * 5, [1, 2, 3, 4, 5], [30, 90, 200, 400, 4000]):
        span = span_of(Durations("passport", distribution(days), 0))
        assert LEFT <= span.first <= span.median <= max(span.first + span.width, span.median)
        assert span.end == WIDTH - LEFT
        assert [x for x, _days in span.labels] == sorted({x for x, _days in span.labels})


@pytest.mark.unit
def test_every_event_has_words_on_the_timeline() -> None:
    assert {f"travel_paper.{kind}" for kind in ("filed", *ApplicationEvent.Kind.values)} <= set(TITLES)
