"""Downloads of the law: for all staff, complete, with the wording and findings of the installation."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.law.catalogue import Catalogue
from augenmass.law.difference import norm_hash
from augenmass.law.time import now
from augenmass.lawbook.actions import review_norm
from augenmass.lawbook.models import NormReview, Printing

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

pytestmark = pytest.mark.db
ClientOf = Callable[["Actor"], "Client"]


@pytest.mark.sqlite
def test_the_page_offers_the_files_and_gives_them(client_of: ClientOf, actor: "Actor") -> None:
    browser = client_of(actor)
    page = browser.get(reverse("law")).content.decode()

    for ending, statute, begins in (("html", "", b"<!DOCTYPE"), ("json", "", b"{"), ("pdf", "VwZG", b"%PDF-")):
        address = reverse("law_export", args=[ending])
        assert address in page
        answer = browser.get(address, {"gesetz": statute} if statute else {})
        assert answer.status_code == 200
        assert answer.content.startswith(begins)
        assert answer["Content-Disposition"].startswith("attachment; filename=")
        assert answer["Content-Disposition"].endswith(f'.{ending}"')
    assert json.loads(browser.get(reverse("law_export", args=["json"])).content)["statute"] == ""


@pytest.mark.parametrize(
    ("ending", "statute"), [("pdf", ""), ("pdf", "AufenthG"), ("html", "Nichts"), ("docx", ""), ("pdf", "../../x")]
)
def test_what_the_page_does_not_offer_is_not_there(
    client_of: ClientOf, actor: "Actor", ending: str, statute: str
) -> None:
    answer = client_of(actor).get(reverse("law_export", args=[ending]), {"gesetz": statute})

    assert answer.status_code == 404


def test_nobody_who_is_not_signed_in_gets_a_file(client: "Client") -> None:
    assert client.get(reverse("law_export", args=["json"])).status_code in (302, 403)


def test_findings_of_the_installation_stand_in_the_document(
    client_of: ClientOf, actor: "Actor", make_actor: "MakeActor", body: "Body"
) -> None:
    norm = next(norm for norm in Catalogue.shipped().norms if norm.id.startswith("VwZG/"))
    lawyer = make_actor("lorenz", body, "legal_reviewer")
    review_norm(lawyer, norm.id, norm_hash(norm), NormReview.Verdict.APPROVED, "")

    page = client_of(actor).get(reverse("law_export", args=["html"]), {"gesetz": "VwZG"}).content.decode()

    assert "<dd>geprüft</dd>" in page
    assert "1 geprüft" in page


def test_long_documents_are_asked_for_and_fetched_on_the_page(client_of: ClientOf, actor: "Actor") -> None:
    browser = client_of(actor)
    answer = browser.post(reverse("law_print"), {"key": str(uuid4()), "gesetz": "AsylG"}, follow=True)
    page = answer.content.decode()
    assert "Das Dokument wird gesetzt." in page
    assert "AsylG (Deutsch) wird gesetzt" in page
    made = Printing.objects.get()
    assert "AsylG (Deutsch) wird gesetzt" in browser.get(reverse("law_printing", args=[made.key])).content.decode()
    assert browser.get(reverse("law_printed", args=[made.key])).status_code == 404
    made.volumes.create(number=1, heading="", file=b"%PDF-1.7")
    Printing.objects.update(state="done", finished_at=now())
    assert browser.get(reverse("law_printing", args=[made.key]))["HX-Refresh"] == "true"
    assert reverse("law_printed", args=[made.key]) in browser.get(reverse("law")).content.decode()
    fetched = browser.get(reverse("law_printed", args=[made.key]))
    assert (fetched.content, fetched["Content-Type"]) == (b"%PDF-1.7", "application/pdf")
    Printing.objects.update(state="failed")
    assert "konnte nicht gesetzt werden" in browser.get(reverse("law")).content.decode()
    assert browser.get(reverse("law_printing", args=[uuid4()])).status_code == 404


@pytest.mark.parametrize("sent", [{}, {"key": "x", "gesetz": "AsylG"}, {"key": str(uuid4()), "gesetz": "VwZG"}])
def test_a_form_that_is_none_prints_nothing(client_of: ClientOf, actor: "Actor", sent: dict[str, str]) -> None:
    page = client_of(actor).post(reverse("law_print"), sent, follow=True).content.decode()
    assert "Bitte laden Sie die Seite neu" in page
    assert not Printing.objects.exists()
