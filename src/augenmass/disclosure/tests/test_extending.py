"""Two further months for an extract: with reasons that the person is told within the first month, once, and never after it."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from pypdf import PdfReader

from augenmass.disclosure.actions.extending import Longer, extend_request
from augenmass.disclosure.actions.requests import sign_extract
from augenmass.disclosure.models import Extension, ExtractRequest, HandOver
from augenmass.disclosure.rules.requests import extended_due_of
from augenmass.law.time import today, travel
from augenmass.record.models import Action
from augenmass.record.verify import verify
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.disclosure.tests.conftest import Ask

pytestmark = [pytest.mark.db, pytest.mark.django_db]
HELD = {"family_name": "Haddad", "first_names": "Karim"}
WHY = Longer(Extension.Ground.COMPLEX, "Die Akte hat acht Bände.", HandOver.Way.POST)


def test_the_three_months_end_with_the_day_of_the_same_number() -> None:
    assert extended_due_of(date(2026, 11, 30)) == date(2027, 2, 28)
    assert extended_due_of(date(2026, 11, 20)) == date(2027, 2, 20)


def test_the_clock_moves_and_the_person_is_told_why(actor: "Actor", case_with: "MakeCase", ask: "Ask") -> None:
    request = ask(actor, case_with(HELD, number="N-1"))
    first = Task.objects.get(about=request.about)
    made = extend_request(actor, request.key, WHY)
    assert extend_request(actor, request.key, WHY) == made, "the same form sent twice extends once"
    first.refresh_from_db()
    assert first.done_by is not None
    [running] = Task.objects.filter(about=request.about, done_by=None)
    fresh = ExtractRequest.objects.get(pk=request.pk)
    assert running.due == fresh.last_day == made.due == extended_due_of(request.received_on)
    assert fresh.due == request.due, "what was recorded stays"
    assert made.told_on == today()
    with default_storage.open(made.document.path) as file:
        pages = [page.extract_text() for page in PdfReader(BytesIO(file.read())).pages]
    assert len(pages) == 2
    for word in ("Karim Haddad", "N-1", "acht Bände", f"{made.due.year}", "Datenschutzaufsicht"):
        assert word in pages[0], word
    assert "two further months" in pages[1]
    assert Action.objects.filter(kind="extract.extended", case=request.case).count() == 1
    sign_extract(actor, request.key, read_through=True)
    assert list(verify()) == []


def test_on_the_last_day_it_can_be_extended_and_after_it_no_more(
    actor: "Actor", case_with: "MakeCase", ask: "Ask"
) -> None:
    early, late = ask(actor, case_with(HELD)), ask(actor, case_with(HELD))
    with travel(early.due):
        assert extend_request(actor, early.key, WHY).told_on == early.due
    with travel(late.due + timedelta(days=1)), pytest.raises(NotDone, match="abgelaufen"):
        extend_request(actor, late.key, WHY)
    assert Extension.objects.count() == 1


def test_without_reasons_or_for_what_was_answered_or_refused_nothing_is_extended(
    actor: "Actor", case_with: "MakeCase", ask: "Ask"
) -> None:
    request = ask(actor, case_with(HELD))
    with pytest.raises(NotDone, match="Gründe"):
        extend_request(actor, request.key, Longer(Extension.Ground.MANY, "  ", HandOver.Way.POST))
    sign_extract(actor, request.key, read_through=True)
    refused = ask(actor, case_with(HELD), asker="other")
    for found in (request, refused):
        with pytest.raises(NotDone, match="schon beantwortet"):
            extend_request(actor, found.key, WHY)
    assert not Extension.objects.exists()


def test_the_page_offers_it_within_the_month_and_shows_what_was_told(
    actor: "Actor",
    outsider: "Actor",
    case_with: "MakeCase",
    ask: "Ask",
    client_of: "Callable[[Actor], Client]",
) -> None:
    request = ask(actor, case_with(HELD))
    browser, address = client_of(actor), f"/auskunft/{request.key}/"
    assert "Frist verlängern" in browser.get(address).content.decode()
    empty = browser.post(address + "verlaengern/", {"ground": "", "reasons": "Akte groß", "way": ""})
    assert empty.status_code == 422
    assert "Akte groß" in empty.content.decode()
    sent = {"ground": "many", "reasons": "Viele Anfragen im Herbst.", "way": "post"}
    assert client_of(outsider).post(address + "verlaengern/", sent).status_code == 404
    assert browser.post(address + "verlaengern/", sent).status_code == 302
    page = browser.get(address).content.decode()
    assert "Viele Anfragen im Herbst." in page
    assert f"{extended_due_of(request.received_on):%d.%m.%Y}" in page
    assert "Frist verlängern" not in page
    assert f"/dokumente/{Extension.objects.get().document.key}/" in page
    other = ask(actor, case_with(HELD), key=uuid4())
    with travel(other.due + timedelta(days=1)):
        client = client_of(actor)
        assert "Frist verlängern" not in client.get(f"/auskunft/{other.key}/").content.decode()
        assert client.post(f"/auskunft/{other.key}/verlaengern/", sent).status_code == 409
