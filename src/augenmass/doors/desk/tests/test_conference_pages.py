"""The whole way of a conference through its pages: without JavaScript, with wrong input, and with a link for an adviser."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.models import AccessLine
from augenmass.conferences.actions.advising import ADVISER
from augenmass.conferences.models import AdviserLink, Conference, Item, Participant, Release
from augenmass.conferences.rules.basis import NO_DATA
from augenmass.conferences.tests.conftest import (
    ON_REQUEST,
    Give,
    counsellor,
    give,
    meeting,
    police,
    requested,
    seat_key,
    youth,
)
from augenmass.law.time import today, travel
from augenmass.work.models import OutgoingMail

if TYPE_CHECKING:
    from django.test import Client

__all__ = ["counsellor", "give", "meeting", "police", "requested", "youth"]
pytestmark = pytest.mark.db
SignIn = Callable[[Actor], "Client"]
AT = "/fallkonferenzen/"


def _request(body: int, **other: object) -> dict[str, object]:
    return {
        "key": str(uuid4()),
        "conference_title": "Gemeinsames Vorgehen",
        "concern": "Drei Stellen warten aufeinander.",
        "criteria": ["several_bodies", "not_bilateral", "impasse"],
        "person_told": "yes",
        "told_reason": "",
        "lead_body": str(body),
        "lead_purpose": "residence_law",
        "lead_provision": "§ 71 Abs. 1 AufenthG",
        **other,
    }


def _item(receivers: list[str], **other: object) -> dict[str, object]:
    return {
        "key": str(uuid4()),
        "item_kind": "information",
        "item_text": "Die Anschrift ist bekannt.",
        "item_nature": "fact",
        "item_class": "residence",
        "item_purpose": "residence_law",
        "receivers": receivers,
        **other,
    }


def test_a_conference_is_cancelled_on_its_page(
    client_of: SignIn, requested: Conference, actor: Actor, approver: Actor, police: Actor
) -> None:
    officer, head, at = client_of(actor), client_of(approver), f"{AT}{requested.key}/"
    meeting = {"meeting_day": (today() + timedelta(days=6)).isoformat(), "meeting_time": "10:00", "meeting_minutes": 60}
    assert head.post(f"{at}annehmen/", meeting).status_code == 302
    assert "Konferenz absagen" in officer.get(at).content.decode()
    assert officer.post(f"{at}absagen/", {"cancel_reason": " "}).status_code == 422
    assert officer.post(f"{at}absagen/", {"cancel_reason": "Die Frage ist geklärt."}).status_code == 302
    page = officer.get(at).content.decode()
    assert "Abgesagt, weil" in page
    assert "Konferenz absagen" not in page
    assert b"STATUS:CANCELLED" in officer.get(f"{at}termin.ics").content
    assert client_of(police).post(f"{at}absagen/", {"cancel_reason": "Anders."}).status_code == 404


def test_request_gatekeeper_and_agenda(
    client_of: SignIn, actor: Actor, approver: Actor, police: Actor, outsider: Actor
) -> None:
    officer, head, stranger = client_of(actor), client_of(approver), client_of(outsider)
    wrong = officer.post(f"{AT}neu/", _request(actor.body_id, lead_provision="", concern="Bleibt stehen"))
    assert wrong.status_code == 422
    assert "Bleibt stehen" in wrong.content.decode()
    sent = _request(actor.body_id)
    assert officer.post(f"{AT}neu/", sent)["Location"] == officer.post(f"{AT}neu/", sent)["Location"]
    found = Conference.objects.get()
    at = f"{AT}{found.key}/"
    assert stranger.get(at).status_code == 404
    assert stranger.post(f"{at}annehmen/", {}).status_code == 404
    assert (
        officer.post(f"{at}punkt/", {"key": uuid4(), "point_title": "Fall 1", "point_minutes": "0"}).status_code == 422
    )
    point = {"key": uuid4(), "point_title": "Fall 1", "point_minutes": "15", "point_case": "gibt es nicht"}
    assert officer.post(f"{at}punkt/", point).status_code == 422
    assert officer.post(f"{at}punkt/", point | {"point_case": ""}).status_code == 302
    named = officer.post(f"{at}einladen/", {"seat_body": police.body_id}).content.decode()
    assert police.account.name in named
    assert "ist ein Pflichtfeld" not in named
    seated = {"seat_body": police.body_id, "seat_person": police.account_id}
    assert officer.post(f"{at}einladen/", seated).status_code == 302
    when = {"meeting_day": f"{today() + timedelta(days=2):%d.%m.%Y}", "meeting_time": "10:00", "meeting_minutes": "60"}
    assert officer.post(f"{at}annehmen/", when).status_code == 403
    assert head.post(f"{at}annehmen/", when | {"meeting_video": "ftp://x"}).status_code == 422
    assert head.post(f"{at}annehmen/", when).status_code == 302
    assert head.post(f"{at}annehmen/", when).status_code == 422
    mails = OutgoingMail.objects.values_list("subject", "text")
    assert len(mails) == 3
    assert not any("Vorgehen" in subject + text for subject, text in mails)
    calendar = client_of(police).get(f"{at}termin.ics").content.decode()
    assert "SUMMARY:Besprechung" in calendar
    assert "Vorgehen" not in calendar


def test_an_item_appears_for_whom_it_was_released_to_at_the_next_poll(
    client_of: SignIn, meeting: Conference, actor: Actor, police: Actor, youth: Actor
) -> None:
    officer, liaison, welfare = client_of(actor), client_of(police), client_of(youth)
    at = f"{AT}{meeting.key}/sitzung/"
    poll = officer.get(at).context["poll"]
    assert officer.get(poll).status_code == 204
    told = _item([str(seat_key(meeting, actor))])
    asked = liaison.post(f"{at}neu/", told)
    assert asked.status_code == 422
    form = asked.context["form"]
    assert "q_professional_secret" in form.fields
    assert told["item_text"] in asked.content.decode()
    answers = {f"q_{name}": word for name, word in ON_REQUEST.items()}
    put = ",".join(ON_REQUEST)
    sent = told | answers | {"asked": put, "item_occasion": "", "assessment": ""}
    assert liaison.post(f"{at}neu/", sent).status_code == 302
    assert liaison.post(f"{at}neu/", sent).status_code == 302
    item = Item.objects.get()
    assert Release.objects.get().basis == "provision"
    news = officer.get(poll)
    assert "Die Anschrift ist bekannt." in news.content.decode()
    assert "Die Anschrift ist bekannt." not in welfare.get(at).content.decode()
    assert welfare.get(f"{AT}angabe/{item.key}/").status_code == 404
    assert officer.get(f"{AT}angabe/{item.key}/").status_code == 403
    assert officer.post(f"{AT}angabe/{item.key}/grundlage/", told).status_code == 403
    removed = {"item": str(seat_key(meeting, youth))}
    assert officer.post(f"{AT}{meeting.key}/tun/entfernen/", removed).status_code == 302
    gone = welfare.get(f"{at}stand/?stand=x")
    assert gone["HX-Redirect"] == AT
    assert gone.content == b""
    assert welfare.get(at).status_code == 403
    ended = welfare.post(f"{at}neu/", told | {"item_text": "Das wollte ich noch sagen."})
    assert ended.status_code == 403
    assert "Ihre Teilnahme ist beendet" in ended.content.decode()
    assert "Das wollte ich noch sagen." in ended.content.decode()
    assert "Die Anschrift ist bekannt." not in ended.content.decode()
    assert welfare.get(f"{AT}angabe/{item.key}/").status_code == 403
    assert Item.objects.count() == 1
    assert welfare.get(f"{AT}{meeting.key}/").status_code == 403
    assert welfare.get(f"{AT}{uuid4()}/sitzung/").status_code == 404


def test_a_line_keeps_lines_and_signs_of_a_text_and_names_receivers_to_its_giver_alone(
    client_of: SignIn, give: Give, meeting: Conference, actor: Actor, police: Actor
) -> None:
    give(actor, police, text="Erste <b>Zeile</b> & mehr\nzweite")
    told = f"Mitgeteilt an: <bdi>{police.account.name}</bdi>"
    for who, names in ((actor, True), (police, False)):
        page = client_of(who).get(f"{AT}{meeting.key}/sitzung/").content.decode()
        assert "Erste &lt;b&gt;Zeile&lt;/b&gt; &amp; mehr<br>zweite" in page
        assert (told in page, "Text ändern" in page) == (names, names)


@pytest.mark.parametrize(
    ("kind", "title", "asked"),
    [
        ("information", "Etwas mitteilen", set()),
        ("measure", "Maßnahme zusagen", {"item_due"}),
        ("dissent", "Abweichende Auffassung", {"item_about"}),
        ("not_shared", "Nicht mitteilen, weil", {"item_reason"}),
        ("unbekannt", "Etwas mitteilen", set()),
    ],
)
def test_the_form_asks_what_belongs_to_the_kind_of_item(
    client_of: SignIn, meeting: Conference, actor: Actor, kind: str, title: str, asked: set[str]
) -> None:
    page = client_of(actor).get(f"{AT}{meeting.key}/sitzung/neu/?art={kind}").content.decode()
    assert title in page.partition("<h1")[2].partition("</h1>")[0]
    assert {name for name in ("item_due", "item_about", "item_reason") if f'name="{name}"' in page} == asked


def test_two_texts_at_once_are_both_shown(
    client_of: SignIn, meeting: Conference, give: Give, actor: Actor, police: Actor
) -> None:
    decided = give(actor, police, kind="decision", data_class=NO_DATA, text="Erste Fassung")
    at = f"{AT}angabe/{decided.key}/"
    sent = {"key": str(uuid4()), "seen": "1", "item_text": "Fassung der Polizei"}
    assert client_of(police).post(at, sent).status_code == 302
    officer = client_of(actor)
    late = officer.post(at, {"key": str(uuid4()), "seen": "1", "item_text": "Fassung der Behörde"})
    assert late.status_code == 409
    page = late.content.decode()
    assert "Fassung der Polizei" in page
    assert "Fassung der Behörde" in page
    again = {"key": str(uuid4()), "seen": late.context["form"]["seen"].value(), "item_text": "Beide Fassungen"}
    assert officer.post(at, again).status_code == 302


def test_minutes_measures_end_and_audit(
    client_of: SignIn, meeting: Conference, give: Give, actor: Actor, approver: Actor, police: Actor, youth: Actor
) -> None:
    give(police, actor, text="Nur für die Behörde")
    promised = give(police, actor, kind="measure", text="Rückmeldung geben", due=today() + timedelta(days=3))
    officer, liaison, head, welfare = (client_of(one) for one in (actor, police, approver, youth))
    at = f"{AT}{meeting.key}/"
    assert liaison.post(f"{at}beenden/", {"review_on": ""}).status_code == 403
    assert officer.post(f"{at}beenden/", {"review_on": "01.01.2001"}).status_code == 422
    assert officer.post(f"{at}beenden/", {"review_on": f"{today() + timedelta(days=90):%d.%m.%Y}"}).status_code == 302
    assert liaison.get(f"{at}protokoll/").status_code == 403
    assert officer.post(f"{at}tun/protokoll/").status_code == 302
    own, other = officer.get(f"{at}protokoll/"), welfare.get(f"{at}protokoll/")
    assert own.content[:4] == other.content[:4] == b"%PDF"
    assert _text(own.content).count("Nur für die Behörde") == 1
    assert "Nur für die Behörde" not in _text(other.content)
    assert welfare.post(f"{at}einwand/", {"edition": "1", "objection": ""}).status_code == 422
    for one in (officer, liaison, head):
        assert one.post(f"{at}tun/zustimmen/", {"edition": "1"}).status_code == 302
    assert welfare.post(f"{at}einwand/", {"edition": "1", "objection": "Die Zeit fehlt."}).status_code == 302
    assert "Die Zeit fehlt." in officer.get(at).content.decode()
    assert officer.post(f"{at}tun/abschliessen/").status_code == 422
    assert welfare.post(f"{at}tun/zustimmen/", {"edition": "1"}).status_code == 302
    assert officer.post(f"{at}tun/abschliessen/").status_code == 422
    assert "Rückmeldung geben" in liaison.get(AT).content.decode()
    [line] = AccessLine.objects.filter(what="conference_measures")
    assert (line.account, line.categories, line.rows) == (police.account_id, ["conference"], 1)
    done = {"measure_result": "mitgeteilt"}
    assert officer.post(f"{AT}angabe/{promised.key}/ergebnis/", done).status_code == 403
    assert liaison.post(f"{AT}angabe/{promised.key}/ergebnis/", done).status_code == 302
    assert officer.post(f"{at}tun/abschliessen/").status_code == 302
    assert officer.post(f"{at}tun/nichts/").status_code == 404
    quality = officer.get(f"{AT}qualitaet/")
    numbers = {row["label"]: row["number"] for row in quality.context["rows"]}
    assert (numbers["davon eröffnet"], numbers["Anwesenheit"], numbers["Entscheidungen"]) == ("1", "–", "–")
    how = {row["label"]: row["how"] for row in quality.context["rows"]}
    assert how["Anwesenheit"] == "Eingeladene aller Stellen, die anwesend waren"  # people are counted, not bodies
    assert how["Sitzung bis letzte Zustimmung zum Protokoll"] == "Median der abgeschlossenen Konferenzen"
    assert liaison.get(f"{AT}qualitaet/").context["rows"][0]["number"] == "0"


def test_an_adviser_reads_once_what_was_released_and_nothing_after_the_authority_ended(
    client_of: SignIn, client: "Client", meeting: Conference, give: Give, actor: Actor, police: Actor
) -> None:
    officer = client_of(actor)
    at = f"{AT}{meeting.key}/"
    said = {
        "key": str(uuid4()),
        "adviser_name": "Rechtsanwältin Sommer",
        "adviser_organisation": "Kanzlei Sommer",
        "adviser_email": "kanzlei@example.org",
        "authority_until": f"{today() + timedelta(days=10):%d.%m.%Y}",
    }
    assert officer.post(f"{at}beistand/", said | {"adviser_email": "keine"}).status_code == 422
    assert officer.post(f"{at}beistand/", said | {"authority_until": "01.01.2001"}).status_code == 422
    assert officer.post(f"{at}beistand/", said).status_code == 302
    seat = Participant.objects.get(kind="adviser")
    give(police, actor, text="Nicht für den Beistand")
    told = _item([str(seat.key)], item_text="Für den Beistand", asked="", assessment="")
    asked = officer.post(f"{at}sitzung/neu/", told)
    assert asked.status_code == 422
    reasoned = told | {
        "assessment": "Die Vertretung braucht das, um Stellung zu nehmen.",
        "asked": asked.context["form"]["asked"].value(),
    }
    assert officer.post(f"{at}sitzung/neu/", reasoned | {"item_class": "enforcement_secret"}).status_code == 422
    assert officer.post(f"{at}sitzung/neu/", reasoned).status_code == 302
    sent = {"item": str(seat.key), "key": str(uuid4())}
    for _twice in range(2):
        assert officer.post(f"{at}tun/link/", sent).status_code == 302
    assert OutgoingMail.objects.filter(recipient="kanzlei@example.org").count() == 1
    first = ADVISER.token_of(AdviserLink.objects.get().key)
    assert officer.post(f"{at}tun/link/", {"item": str(seat.key)}).status_code == 302
    link = f"/beistand/{ADVISER.token_of(AdviserLink.objects.get(used_at=None).key)}/"
    assert client.get(f"/beistand/{first}/").status_code == 404, "a newer link ends the one before"
    assert client.get("/beistand/gefaelscht/").status_code == 404
    looked = client.get(link).content.decode()
    assert "Für den Beistand" not in looked
    assert meeting.title not in looked
    opened = client.post(link)
    assert "Für den Beistand" in opened.content.decode()
    assert "Nicht für den Beistand" not in opened.content.decode()
    assert (opened["Cache-Control"], opened["Referrer-Policy"]) == ("private, no-store", "no-referrer")
    assert client.post(link).status_code == 404, "it opens once"
    assert officer.post(f"{at}tun/link/", {"item": str(seat.key)}).status_code == 302
    last = f"/beistand/{ADVISER.token_of(AdviserLink.objects.get(used_at=None).key)}/"
    with travel(today() + timedelta(days=11)):
        assert client.post(last).status_code == 404
    assert officer.post(f"{at}tun/entfernen/", {"item": str(seat.key)}).status_code == 302
    assert client.post(last).status_code == 404


def _text(pdf: bytes) -> str:
    from io import BytesIO

    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)
