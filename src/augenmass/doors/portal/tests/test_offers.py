"""The directory at the person's door: reading only, near the place they told, in their language, kept nowhere."""

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.test import Client

from augenmass.law.time import today
from augenmass.offers.actions.keeping import close_offer
from augenmass.offers.tests.conftest import keeper, put, town
from augenmass.record.models import Action

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.doors.portal.tests.conftest import Enter
    from augenmass.offers.tests.conftest import Put
    from augenmass.person_access.models import Access

pytestmark = [pytest.mark.db, pytest.mark.django_db]
__all__ = ["keeper", "put", "town"]


def test_searching_and_one_offer(enter: "Enter", access: "Access", put: "Put") -> None:
    offer = put(
        name="Kurs am Vormittag",
        languages="ar, de",
        step_free="ja",
        lift="nein",
        day_0="9-12",
        free_places="3",
        free_places_on="01.01.2026",
        latitude="51,83",
        longitude="12,24",
        costs="kostenlos",
    )
    put(name="Anderes", kind="Kinderbetreuung")
    client = enter(access)
    before = Action.objects.count()
    page = client.get("/portal/angebote/").content.decode()
    assert "Kurs am Vormittag" in page
    assert 'id="punkt-2"' in page
    assert "Kurs am Vormittag" not in client.get("/portal/angebote/?was=child_care").content.decode()
    assert "Nichts gefunden" in client.get("/portal/angebote/?sprache=ti").content.decode()
    assert "Ein Umkreis gilt nur um einen Ort." in client.get("/portal/angebote/?umkreis=10").content.decode()
    assert "Ein Umkreis gilt" not in page
    page = client.get(f"/portal/angebote/{offer.key}/").content.decode()
    for words in ("Integrationskurs", "العربية", "09:00–12:00", "Bitte fragen Sie nach.", "nicht bekannt", "kostenlos"):
        assert words in page, words
    assert Action.objects.count() == before


def test_in_arabic_and_the_search_survives_a_change_of_language(enter: "Enter", access: "Access", put: "Put") -> None:
    put(name="Kurs am Vormittag")
    client = enter(access)
    page = client.get("/portal/angebote/?was=integration_course").content.decode()
    assert 'name="next" value="/portal/angebote/?was=integration_course"' in page
    moved = client.post("/portal/sprache/", {"language": "ar", "next": "/portal/angebote/?was=integration_course"})
    assert moved["Location"] == "/portal/angebote/?was=integration_course"
    page = client.get(moved["Location"]).content.decode()
    assert 'dir="rtl"' in page
    assert "دورة الاندماج" in page
    assert '<bdi lang="de">Kurs am Vormittag</bdi>' in page


def test_only_for_who_is_signed_in_and_only_to_read(enter: "Enter", access: "Access", put: "Put") -> None:
    offer = put()
    nobody = Client()
    for path in ("/portal/angebote/", f"/portal/angebote/{offer.key}/"):
        assert nobody.get(path).status_code == 403
        assert "Kurs am Vormittag" not in nobody.get(path).content.decode()
        assert enter(access).post(path).status_code in (403, 405)


def test_what_is_closed_or_unknown_is_not_there(enter: "Enter", access: "Access", put: "Put", keeper: "Actor") -> None:
    offer = put()
    close_offer(keeper, offer.key, 0)
    client = enter(access)
    assert client.get(f"/portal/angebote/{offer.key}/").status_code == 404
    assert client.get(f"/portal/angebote/{uuid4()}/").status_code == 404


@pytest.mark.parametrize("query", ["was=x&wo=y&umkreis=z&wann=99&zugang=q", "seite=abc", "seite=99999", "sprache=%00"])
def test_an_address_typed_wrong_still_shows_the_list(enter: "Enter", access: "Access", put: "Put", query: str) -> None:
    put()
    assert enter(access).get(f"/portal/angebote/?{query}").status_code == 200


def test_it_begins_near_the_address_that_the_person_told_here_and_names_advice_there(
    enter: "Enter", access: "Access", put: "Put"
) -> None:
    put(name="Beratung Nord", kind="Migrationsberatung", postcode="06999", town="Nordheim")
    put(name="Beratung Süd", kind="Migrationsberatung", ags="15002000", municipality="Südheim", postcode="06888")
    client = enter(access)
    assert "Beratung Süd" in client.get("/portal/angebote/").content.decode()
    rights = client.get("/portal/rechte/").content.decode()
    assert "/portal/angebote/?was=migration_advice" in rights
    assert "Beratung Nord" not in rights, "nothing is read off the case"
    told = {
        "key": uuid4(),
        "street": "Lindenweg 4",
        "postcode": "06999",
        "town": "Nordheim",
        "since": f"{today():%d.%m.%Y}",
    }
    sent = client.post("/portal/behoerde/anschrift/", told)
    assert sent.status_code == 302, sent.content.decode()
    page = client.get("/portal/angebote/").content.decode()
    assert "Beratung Nord" in page
    assert "Beratung Süd" not in page
    assert "Beratung Nord" in client.get("/portal/rechte/").content.decode()


def test_return_counselling_says_that_it_is_voluntary(enter: "Enter", access: "Access", put: "Put") -> None:
    offer = put(name="Rückkehr", kind="Rückkehrberatung", own_wish="ja")
    page = enter(access).get(f"/portal/angebote/{offer.key}/").content.decode()
    assert "Sie verpflichtet Sie zu nichts." in page
