"""The way over for those who will stay: an invitation in the person's language, with services near them, that names nobody."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from augenmass.access.actor import Actor
from augenmass.letters.wording.paper_languages import PAPER_LANGUAGES
from augenmass.offers.tests.conftest import Put, keeper, put, town  # noqa: F401 - fixtures
from augenmass.special_staff.invitation import Service, invitation_pdf
from augenmass.special_staff.tests.conftest import FACTS, case, confirmed, said, second  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeCase
    from augenmass.special_staff.models import Nomination

AT = "/sonderstab/einladung/"


def _text(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.db
def test_the_invitation_names_services_near_the_person_and_not_the_person(
    client_of: "Callable[[Actor], Client]",
    actor: Actor,
    confirmed: "Nomination",  # noqa: F811
    put: Put,  # noqa: F811
) -> None:
    place = {"postcode": "39104", "town": "Nordheim"}
    put(kind="Migrationsberatung", name="Beratung am Markt", phone="0391 1", **place)
    put(kind="Beratung zu Prävention und Ausstieg", name="Wege heraus", **place)
    put(kind="Sprachkurs", name="Deutsch am Abend", **place)
    client = client_of(actor)
    page = client.get(f"/sonderstab/fall/{confirmed.key}/")
    assert page.context["invitation_form"].initial == {"sprache": "uk", "ort": "15001000"}
    pdf = client.get(AT, {"sprache": "de", "ort": "15001000"})
    text = _text(pdf.content)
    for word in ("Beratung am Markt", "0391 1", "39104 Nordheim", "Wege heraus"):
        assert word in text
    for word in ("Deutsch am Abend", "Haddad", confirmed.case.number):
        assert word not in text
    assert "„Angebote vor Ort“" in _text(client.get(AT, {"sprache": "de"}).content)
    for wrong in ({}, {"sprache": "xx"}, {"sprache": "de", "ort": "99999999"}):
        assert client.get(AT, wrong).status_code == 404


@pytest.fixture
def case(case_with: "MakeCase") -> object:  # noqa: F811
    said = {"language": "uk", "address_postal_code": "39104", "address_town": "Nordheim", "family_name": "Haddad"}  # noqa: F811
    return case_with(FACTS | said)


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_the_invitation_is_set_in_every_language(language: str) -> None:
    services = [Service("Migrationsberatung", "Beratung am Markt", ("Markt 1, 39104 Nordheim", "0391 1"))]
    pdf = invitation_pdf("Ausländerbehörde Nordheim", language, services)
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].startswith(language[:2])
    text = _text(pdf)
    assert "Markt 1, 39104 Nordheim" in text
    assert ("Wenn Sie nicht hingehen, hat das für Sie keine Nachteile." in text) is (language == "de")
