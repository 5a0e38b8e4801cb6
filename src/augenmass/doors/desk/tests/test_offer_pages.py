"""The pages of the directory: searching, keeping, reading files, taking an offer into an agreement."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from augenmass.access.actor import Actor
from augenmass.agreements.models import Agreement, Promise
from augenmass.agreements.rules.content import Topic
from augenmass.agreements.tests.conftest import begun, counsellor, in_work, office, version, working_day
from augenmass.law.time import today
from augenmass.offers.models import Offer, OfferFile
from augenmass.offers.rules.vocabulary import NEEDS
from augenmass.offers.tests.conftest import Put, keeper, put, town

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

pytestmark = pytest.mark.db
__all__ = ["begun", "counsellor", "keeper", "office", "put", "town", "working_day"]
ClientOf = Callable[[Actor], "Client"]
TEXT = "Kennung;Art;Name;AGS;Gemeinde\nA-1;Sprachkurs;Café-Kurs;15001000;Nordheim\nA-2;Zaubern;Böse;15;Nordheim\n"


def entered(**other: object) -> dict[str, object]:
    return {
        "key": str(uuid4()),
        "offer_kind": "language_course",
        "offer_name": "Kurs <b>am</b> Abend",
        "offer_municipality": "Nordheim",
        "offer_ags": "15001000",
        "offer_languages": ["de", "ar"],
        **other,
    }


@pytest.mark.unit
def test_the_needs_are_the_topics_of_an_agreement() -> None:
    assert set(NEEDS) == {topic.value for topic in Topic}


def test_search_list_and_map_work_together_by_links(client_of: ClientOf, keeper: Actor, put: Put) -> None:
    put(name="Mit Punkt", latitude="51,83", longitude="12,24", languages="ar", day_0="9-12")
    put(name="Ohne Punkt", street="Markt 1")
    page = client_of(keeper).get("/angebote/").content.decode()
    assert 'href="#punkt-1"' in page
    assert 'id="punkt-1"' in page
    assert 'href="#angebot-1"' in page
    assert 'id="angebot-2"' in page
    assert 'href="#punkt-2"' not in page
    assert "Mit Punkt" not in client_of(keeper).get("/angebote/?sprache=uk").content.decode()
    assert "Kein Angebot gefunden" in client_of(keeper).get("/angebote/?q=nichts").content.decode()


def test_a_distance_that_narrows_nothing_says_so(client_of: ClientOf, keeper: Actor, put: Put) -> None:
    put(name="Hier", latitude="51,83", longitude="12,24")
    put(name="Ohne Karte", ags="15003000", municipality="Fern")
    client = client_of(keeper)
    said = {
        "umkreis=10": "Ein Umkreis gilt nur um eine Gemeinde.",
        "umkreis=10&ort=15003000": "Kein Angebot dieser Gemeinde steht auf der Karte",
    }
    for query, words in said.items():
        assert words in client.get(f"/angebote/?{query}").content.decode()
    for query in ("", "ort=15003000", f"umkreis=10&ort={Offer.objects.get(name='Hier').ags}"):
        page = client.get(f"/angebote/?{query}").content.decode()
        assert not any(words in page for words in said.values())


@pytest.mark.parametrize(
    "query",
    [
        "ort=x&umkreis=abc&offen=99&page=-1",
        "nahe=kein-schluessel&fuer=auch-nicht",
        "zugang=x&zugang=lift",
        "page=9999999",
    ],
)
def test_an_address_that_somebody_typed_wrong_still_shows_the_list(
    client_of: ClientOf, keeper: Actor, put: Put, query: str
) -> None:
    put()
    assert client_of(keeper).get(f"/angebote/?{query}").status_code == 200


def test_an_old_statement_on_places_asks_to_enquire(client_of: ClientOf, keeper: Actor, put: Put) -> None:
    put(name="Alt", free_places="4", free_places_on="01.01.2026")
    put(name="Neu", street="B", free_places="1", free_places_on=f"{today():%d.%m.%Y}")
    page = client_of(keeper).get("/angebote/").content.decode()
    assert "4 freie Plätze, Stand vom 01.01.2026, bitte nachfragen" in page
    assert f"1 freier Platz, Stand vom {today():%d.%m.%Y}</span>" in page


def test_writing_an_entry_and_what_is_wrong_stands_at_its_field(client_of: ClientOf, keeper: Actor) -> None:
    browser = client_of(keeper)
    wrong = browser.post("/angebote/neu/", entered(offer_day_1="vormittags", offer_latitude="51"))
    assert wrong.status_code == 422
    page = wrong.content.decode()
    assert "„vormittags“ am Dienstag sind keine Öffnungszeiten" in page
    assert "Breite und Länge gehören zusammen" in page
    assert "vormittags" in page
    said = entered(offer_day_1="9-12", offer_step_free="ja")
    made = browser.post("/angebote/neu/", said)
    assert made.status_code == 302, made.content.decode()
    assert browser.post("/angebote/neu/", said).status_code == 302
    offer = Offer.objects.get()
    page = browser.get(made.headers["Location"]).content.decode()
    assert "Kurs &lt;b&gt;am&lt;/b&gt; Abend" in page
    assert "<b>am</b>" not in page
    assert "Nicht bekannt:" in page
    change = f"/angebote/{offer.key}/aendern/"
    assert 'value="09:00-12:00"' in browser.get(change).content.decode()
    again = entered(seen=offer.version, offer_name="Neuer Name")
    assert browser.post(change, again).status_code == 302
    late = browser.post(change, again | {"offer_name": "Zu spät"})
    assert late.status_code == 409
    assert "inzwischen geändert" in late.content.decode()
    assert "Zu spät" in late.content.decode()
    offer.refresh_from_db()
    assert (offer.name, offer.spans.count()) == ("Neuer Name", 0)


def test_confirming_closing_and_opening_again(client_of: ClientOf, keeper: Actor, put: Put) -> None:
    browser, offer = client_of(keeper), put()
    act = f"/angebote/{offer.key}/tun/"
    assert browser.post(f"{act}bestaetigen/", {"seen": 0}).status_code == 302
    assert browser.post(f"{act}schliessen/", {"seen": 0}).status_code == 409
    assert browser.post(f"{act}schliessen/", {"seen": "x"}).status_code == 409
    assert browser.post(f"{act}schliessen/", {"seen": 1}).status_code == 302
    assert "geschlossen" in browser.get(f"/angebote/{offer.key}/").content.decode()
    assert "Kurs am Vormittag" in browser.get("/angebote/pflege/?stand=closed").content.decode()
    assert browser.post(f"{act}oeffnen/", {"seen": 2}).status_code == 302
    assert browser.post(f"{act}loeschen/", {"seen": 3}).status_code == 404


def test_a_file_from_upload_to_the_refused_rows(client_of: ClientOf, keeper: Actor, put: Put) -> None:
    old = put(code="ALT", name="Nicht mehr genannt")
    browser = client_of(keeper)
    file = SimpleUploadedFile("liste.csv", TEXT.encode("cp1252"))
    sent = browser.post("/angebote/import/", {"file": file})
    assert sent.status_code == 302, sent.content.decode()
    one = sent.headers["Location"]
    page = browser.get(one).content.decode()
    assert "Café-Kurs" in page
    assert "Die Art „Zaubern“ gibt es im Verzeichnis nicht." in page
    assert "Nicht mehr genannt" in page
    back = browser.get(f"{one}zurueck/")
    assert back.headers["Content-Type"].startswith("text/csv")
    assert "A-2;Zaubern;Böse" in back.content.decode("utf-8-sig")
    stamp = page.partition('name="stamp" value="')[2].partition('"')[0]
    assert browser.post(f"{one}uebernehmen/", {"stamp": "falsch"}).status_code == 409
    taken = browser.post(f"{one}uebernehmen/", {"stamp": stamp, "close": [str(old.key), "kein Schlüssel"]}, follow=True)
    assert "1 neue und 0 geänderte Angebote, 1 geschlossen" in taken.content.decode()
    assert browser.post(f"{one}verwerfen/", follow=True).status_code == 200
    assert OfferFile.objects.get().state == OfferFile.State.TAKEN


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leer"),
        (b"%PDF-1.7 \n1 0 obj", "PDF"),
        (b"Name;Ort\nx;y\n", "fehlen Spalten: Art, AGS, Gemeinde"),
        (b"x" * 5_000_001, "größer als 5 MB"),
        (b"PK\x03\x04kaputt", "."),
    ],
)
def test_bad_files_get_a_sentence_and_nothing_is_kept(
    client_of: ClientOf, keeper: Actor, content: bytes, says: str
) -> None:
    answer = client_of(keeper).post("/angebote/import/", {"file": SimpleUploadedFile("liste.csv", content)})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not OfferFile.objects.exists()


def test_export_and_template_are_files_that_can_be_read_again(client_of: ClientOf, keeper: Actor, put: Put) -> None:
    put(code="A-1")
    browser = client_of(keeper)
    text = browser.get("/angebote/export/").content
    assert text.decode("utf-8-sig").splitlines()[1].startswith("A-1;Integrationskurs;Kurs am Vormittag;")
    sent = browser.post("/angebote/import/", {"file": SimpleUploadedFile("x.csv", text)}, follow=True)
    assert "Keine Zeile würde etwas ändern." in sent.content.decode()
    assert len(browser.get("/angebote/vorlage/").content.decode("utf-8-sig").splitlines()) == 1


def test_who_keeps_nothing_reads_and_is_refused_the_rest(
    client_of: ClientOf, counsellor: Actor, actor: Actor, make_actor: "MakeActor", body: "Body", put: Put
) -> None:
    offer = put()
    police = make_actor("verwaltung", body, "body_administrator")
    for who in (counsellor, actor, police):
        browser = client_of(who)
        assert browser.get("/angebote/").status_code == 200
        assert browser.get(f"/angebote/{offer.key}/").status_code == 200
        for path in ("pflege/", "neu/", "import/", "export/", "vorlage/", f"{offer.key}/aendern/"):
            assert browser.get(f"/angebote/{path}").status_code == 403, (who.account.username, path)
        assert browser.post(f"/angebote/{offer.key}/tun/schliessen/", {"seen": 0}).status_code == 403
    assert "Angebote vor Ort" in client_of(counsellor).get("/").content.decode()
    assert 'href="/angebote/"' not in client_of(police).get("/").content.decode()
    assert Offer.objects.get().closed_on is None


def test_an_entry_of_another_town_is_read_and_not_there_to_be_changed(
    client_of: ClientOf, make_actor: "MakeActor", put: Put
) -> None:
    from augenmass.directory.models import Body

    offer = put()
    other = Body.objects.create(key="sued", kind=Body.Kind.MUNICIPALITY, name="Gemeinde Süd", land="ST")
    browser = client_of(make_actor("sued", other, "municipal_officer"))
    assert browser.get(f"/angebote/{offer.key}/").status_code == 200
    assert browser.get(f"/angebote/{offer.key}/aendern/").status_code == 404
    assert browser.post(f"/angebote/{offer.key}/tun/schliessen/", {"seen": 0}).status_code == 404


def test_an_offer_is_taken_into_a_promise_and_stays_when_the_directory_changes(
    client_of: ClientOf,
    counsellor: Actor,
    keeper: Actor,
    begun: Callable[..., Agreement],
    working_day: Callable[[int], object],
    put: Put,
) -> None:
    offer = put(
        name="Kurs am Vormittag",
        carrier="Volkshochschule Nordheim",
        street="Markt 1",
        postcode="06999",
        email="kurse@vhs.example",
        phone="0340 1234-0",
    )
    made = begun("uk")
    one, browser = f"/vereinbarungen/{made.key}/", client_of(counsellor)
    search = f"/angebote/?fuer={made.key}&als=leistung"
    assert search.replace("&", "&amp;") in browser.get(f"{one}leistung/").content.decode()
    take = f"{one}leistung/?angebot={offer.key}"
    assert take in browser.get(search).content.decode()
    form = browser.get(take).content.decode()
    assert 'value="Volkshochschule Nordheim"' in form
    assert 'value="kurse@vhs.example"' in form
    service = "Integrationskurs: Kurs am Vormittag, Markt 1, 06999 Nordheim"
    assert f'value="{service}"' in form
    assert '<option value="course" selected>' in form
    said = {
        "key": uuid4(),
        "seen": version(made),
        "provider": "Volkshochschule Nordheim",
        "provider_email": "kurse@vhs.example",
        "service_kind": "course",
        "service": service,
        "service_due": f"{working_day(4):%d.%m.%Y}",
    }
    assert browser.post(f"{one}leistung/", said).status_code == 302
    from augenmass.offers.actions.keeping import close_offer

    close_offer(keeper, offer.key, 0)
    promise = Promise.objects.get()
    assert promise.kind == "course"
    assert (promise.provider, promise.email, promise.service) == (
        "Volkshochschule Nordheim",
        "kurse@vhs.example",
        service,
    )
    assert 'value="kurse@vhs.example"' not in browser.get(take).content.decode()


def test_an_offer_is_taken_into_a_step_and_topics_lead_to_their_need(
    client_of: ClientOf, counsellor: Actor, begun: Callable[..., Agreement], put: Put
) -> None:
    offer = put(phone="0340 1234-0")
    made = begun("uk")
    one, browser = f"/vereinbarungen/{made.key}/", client_of(counsellor)
    start = {"seen": version(made), "point_language": "Lernt Deutsch.", "goals": "Deutsch", "review_weeks": "6"}
    assert browser.post(f"{one}ausgangslage/", start).status_code == 302
    page = browser.get(f"{one}schritt/").content.decode()
    assert f"/angebote/?fuer={made.key}&amp;als=schritt&amp;bedarf=language" in page
    form = browser.get(f"{one}schritt/?angebot={offer.key}").content.decode()
    assert "Integrationskurs: Kurs am Vormittag, Nordheim, Telefon 0340 1234-0" in form
    assert browser.get(f"{one}schritt/?angebot=nichts").status_code == 200
    step = in_work(made).said.steps[0].key
    assert "Im Verzeichnis der Angebote suchen" not in browser.get(f"{one}schritt/{step}/").content.decode()


def test_who_has_no_agreements_is_offered_no_way_into_one(
    client_of: ClientOf, keeper: Actor, begun: Callable[..., Agreement], put: Put
) -> None:
    put()
    page = client_of(keeper).get(f"/angebote/?fuer={begun('uk').key}&als=leistung").content.decode()
    assert "vereinbarungen" not in page
    assert ">Übernehmen<" not in page


def test_the_pages_speak_english(client_of: ClientOf, keeper: Actor, put: Put) -> None:
    offer = put(languages="ar", step_free="ja")
    browser = client_of(keeper)
    browser.post("/sprache/", {"language": "en", "next": "/"})
    for path in ("/angebote/", f"/angebote/{offer.key}/", "/angebote/neu/", "/angebote/import/", "/angebote/pflege/"):
        page = browser.get(path).content.decode()
        for german in ("Angebote vor Ort", "Integrationskurs<", "Stufenlos", "Montag"):
            assert german not in page, (path, german)
    with translation.override("en"):
        assert "Integration course" in browser.get("/angebote/").content.decode()
