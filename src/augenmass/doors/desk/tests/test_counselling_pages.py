"""The pages of the offer of counselling: the letter before it is made, the list of cases without one, what the administration keeps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.cases.models import LegalPosition
from augenmass.law.time import today
from augenmass.letters.models import Letter
from augenmass.letters.tests.conftest import READY

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]

CONTACT = "Rückkehrberatung Nordheim, Telefon 0391 55 501"


@pytest.fixture
def client(client_of: Callable[[Actor], Client], actor: Actor) -> Client:
    return client_of(actor)


@pytest.fixture
def administration(client_of: Callable[[Actor], Client], make_actor: MakeActor, body: Body) -> Client:
    return client_of(make_actor("sommer", body, "body_administrator"))


@pytest.fixture
def case(case_with: MakeCase, actor: Actor) -> Case:
    actor.body.street, actor.body.postcode, actor.body.town = "Rathausplatz 1", "06999", "Nordheim"
    actor.body.save()
    before = (today() - timedelta(days=2)).isoformat()
    return case_with(READY | {"language": "en", "prospects_checked_on": before, "rights_informed_on": before})


def test_the_page_says_what_is_missing_then_shows_the_letter_then_makes_it(
    client: Client, administration: Client, case: Case
) -> None:
    address = reverse("counselling_offer", args=[case.key])
    assert "noch keine Beratungsstelle" in client.get(address).content.decode()
    named = administration.post(reverse("counselling_kept"), {"counselling": CONTACT, "seen": ""})
    assert named.status_code == 302
    before = client.get(address).content.decode()
    assert CONTACT in before
    assert "Translation not yet confirmed" in before
    assert client.post(address, {"key": str(uuid4())}, follow=True).redirect_chain[0][0] == address
    assert not Letter.objects.exists()
    step = {"reasons": "Vor dem Vollzug", "seen_version": case.version, "submission": str(uuid4())}
    assert client.post(reverse("step", args=[case.key, "offer_counselling"]), step).status_code == 302
    letter = Letter.objects.get()
    assert "Angebot einer Rückkehrberatung" in client.get(reverse("letter", args=[letter.key])).content.decode()
    again = client.post(address, {"key": str(uuid4())})
    assert again.status_code == 302
    assert Letter.objects.count() == 2
    assert client.post(address, {"key": "kein Schlüssel"}).status_code == 404


def test_the_list_leads_to_the_offer(client: Client, case: Case) -> None:
    listing = reverse("not_offered")
    assert "Überall ist Beratung angeboten" in client.get(listing).content.decode()
    LegalPosition.objects.filter(case=case).update(lane="voluntary")
    page = client.get(listing + "?seite=abc").content.decode()
    assert case.number in page
    assert reverse("counselling_offer", args=[case.key]) in page


def test_another_body_finds_neither_page_nor_case(
    client_of: Callable[[Actor], Client], outsider: Actor, case: Case
) -> None:
    LegalPosition.objects.filter(case=case).update(lane="voluntary")
    other = client_of(outsider)
    assert other.get(reverse("counselling_offer", args=[case.key])).status_code == 404
    assert case.number not in other.get(reverse("not_offered")).content.decode()


def test_the_administration_names_services_and_commission_each_in_a_form_of_its_own(
    client: Client, administration: Client, actor: Actor
) -> None:
    address = reverse("counselling_kept")
    assert client.get(address).status_code == 403
    assert administration.post(address, {"counselling": CONTACT, "seen": ""}).status_code == 302
    sent = {"hardship": "Domplatz 9, 06998 Auenburg\nTelefon 03998 500", "seen": ""}
    assert administration.post(address, sent).status_code == 302
    actor.body.refresh_from_db()
    assert actor.body.policies["letters"] == {
        "counselling": [CONTACT],
        "hardship": ["Domplatz 9, 06998 Auenburg", "Telefon 03998 500"],
    }
    again = administration.post(address, sent)
    assert again.status_code == 422
    assert "inzwischen geändert" in again.content.decode()
    assert "Telefon 03998 500" in again.content.decode()
