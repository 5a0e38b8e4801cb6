"""The pages of a funded return: the form asks for the closed list only, and who opens what."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.doors.desk.forms.funded_return import FundedReturnForm
from augenmass.funded_return.models import LISTED

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor, MakeCase

SAID = {
    "family_name": "Haddad",
    "birth_name": "",
    "given_names": "Karim",
    "spelling": "",
    "marital_status": "single",
    "date_of_birth": "1990-01-31",
    "birth_place": "",
    "birth_country": "Georgien",
    "birth_district": "",
    "sex": "male",
    "doctorate": "",
    "nationalities": "Georgien",
    "target_state": "Georgien",
    "funding_kind": "Reisekosten",
    "funding_extent": "400 Euro",
    "funding_reason": "Rückkehr zur Familie",
    "departure": "not_yet",
    "expelled": "unknown",
}


@pytest.fixture
def counsellor(make_actor: "MakeActor") -> Actor:
    """Counsels in a private service."""
    service = Body.objects.create(
        key="beratung", kind=Body.Kind.COUNSELLING_PRIVATE, name="Beratung Nordheim", land="ST"
    )
    return make_actor("arslan", service, "return_counsellor")


def test_the_form_asks_for_the_closed_list_and_nothing_else(counsellor: Actor) -> None:
    assert list(FundedReturnForm(counsellor).fields) == ["receiver", "purpose", *LISTED, "key"]


def test_the_pages(
    counsellor: Actor, actor: Actor, outsider: Actor, body: Body, client_of: "Callable[[Actor], Client]"
) -> None:
    browser = client_of(counsellor)
    entered = {"key": str(uuid4()), "receiver": str(body.pk), "purpose": "coordination", **SAID}
    empty = browser.post("/foerderung/neu/", {**entered, "family_name": ""})
    assert empty.status_code == 422
    assert "Rückkehr zur Familie" in empty.content.decode(), "what was typed is still there"
    made = browser.post("/foerderung/neu/", entered)
    assert made.status_code == 302, made.content.decode()
    assert browser.post("/foerderung/neu/", entered).headers["Location"] == made.headers["Location"]
    for reader in (counsellor, actor):
        assert "Haddad" in client_of(reader).get(made.headers["Location"]).content.decode()
    assert client_of(outsider).get(made.headers["Location"]).status_code == 404
    assert client_of(actor).get("/foerderung/neu/").status_code == 403
    assert browser.get("/faelle/").status_code == 403


def test_the_receiving_officer_finds_it_in_the_post(
    counsellor: Actor, actor: Actor, body: Body, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case_with({"family_name": "Haddad", "date_of_birth": "1990-01-31"})
    entered = {"key": str(uuid4()), "receiver": str(body.pk), "purpose": "coordination", **SAID}
    address = client_of(counsellor).post("/foerderung/neu/", entered).headers["Location"]
    browser = client_of(actor)
    piece = f"/posteingang/{entered['key']}/"
    assert piece in browser.get("/").content.decode(), "Mein Tag"
    page = browser.get(piece).content.decode()
    assert "Angaben zu einer geförderten Rückkehr" in page
    assert address in page
    assert "Haddad" not in page
