"""The pages of a letter: what is missing is said, drafts are not overwritten, only a proof starts a deadline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.axe import axe

from augenmass.access.models import AccessLine
from augenmass.doors.desk.forms.letters import WarningForm
from augenmass.doors.desk.tests import chromium
from augenmass.law.time import travel
from augenmass.letters.actions.drafting import begin_letter
from augenmass.letters.actions.signing import Signer, sign_letter
from augenmass.letters.models import Letter
from augenmass.letters.queries.letters import deadlines_of, draft_of
from augenmass.letters.render import render
from augenmass.letters.tests.conftest import READY, SIGNING_DAY
from augenmass.letters.tests.samples import warning
from augenmass.record.ledger import entry

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(SIGNING_DAY):
        yield


@pytest.fixture
def case(case_with: MakeCase, actor: Actor) -> Case:
    actor.body.land = "XM"
    actor.body.save()
    return case_with(READY)


@pytest.fixture
def letter(case: Case, actor: Actor) -> Letter:
    return begin_letter(actor, case.pk, "departure_warning", uuid4())


@pytest.fixture
def client(client_of: Callable[[Actor], Client], actor: Actor) -> Client:
    return client_of(actor)


def filled(letter: Letter, **changes: Any) -> dict[str, Any]:
    return {
        "edition": letter.edition,
        "period_length": "30",
        "period_unit": "days",
        "period_ground": "",
        "target_state": "MK",
        "other_target_state": "RS",
        "obligation": ["enforceable_decision"],
        "facts": "Sie sind am 04.05.2022 eingereist <b>ohne Auszeichnung</b>.",
        "obstacles": "Sie haben keine Kinder und keine Angehörigen hier.",
        "own_reasons": "Der Zweck Ihres Aufenthalts ist entfallen.",
        "discretion": "Die Frist genügt, um Verträge zu kündigen.",
        "dispatch_method": "certificate",
        "second_language": "en",
        **changes,
    }


def signed(letter: Letter, client: Client, actor: Actor) -> Letter:
    client.post(reverse("letter_edit", args=[letter.key]), filled(letter))
    letter.refresh_from_db()
    with entry(actor, "step.signed", letter.case_id) as e:
        sign_letter(e, letter, Signer(actor.account))
    letter.refresh_from_db()
    return letter


def sent(letter: Letter, client: Client, actor: Actor) -> Letter:
    signed(letter, client, actor)
    form = {"key": uuid4(), "method": "certificate", "dispatched_on": "23.11.2026", "note": "RR 1234"}
    assert client.post(reverse("letter_dispatch", args=[letter.key]), form).status_code == 302
    return letter


def test_a_new_draft_says_everything_that_is_missing_with_a_way_to_it(letter: Letter, client: Client) -> None:
    page = client.get(reverse("letter", args=[letter.key])).content.decode()
    assert "Nennen Sie mindestens einen Staat, in den abgeschoben werden soll" in page
    assert "Beschreiben Sie den Sachverhalt" in page
    assert reverse("letter_edit", args=[letter.key]) in page


def test_a_gap_in_the_record_links_to_the_fact(case_with: MakeCase, actor: Actor, client: Client) -> None:
    bare = case_with({"family_name": "Arsovski"})
    letter = begin_letter(actor, bare.pk, "departure_warning", uuid4())
    page = client.get(reverse("letter", args=[letter.key])).content.decode()
    assert reverse("fact_record", args=[bare.key, "victim_indications"]) in page


def test_a_filled_draft_shows_addressee_remedy_and_the_words(letter: Letter, client: Client) -> None:
    assert client.post(reverse("letter_edit", args=[letter.key]), filled(letter)).status_code == 302
    page = client.get(reverse("letter", args=[letter.key])).content.decode()
    assert "Milan Arsovski" in page
    assert "Ausländerbehörde Nordheim, Marktplatz 1, 06999 Nordheim" in page
    assert "Nordmazedonien oder Serbien" in page
    assert "&lt;b&gt;ohne Auszeichnung&lt;/b&gt;" in page
    assert "Das fehlt noch" not in page


def test_the_draft_as_pdf_is_locked_in_and_never_kept(letter: Letter, client: Client) -> None:
    incomplete = client.get(reverse("letter_pdf", args=[letter.key]))
    assert incomplete.status_code == 409
    client.post(reverse("letter_edit", args=[letter.key]), filled(letter))
    found = client.get(reverse("letter_pdf", args=[letter.key]))
    assert found.content.startswith(b"%PDF-")
    assert found["Content-Security-Policy"].endswith("sandbox")
    assert found["Cache-Control"] == "private, no-store"


def test_reading_a_letter_stands_in_the_access_log(letter: Letter, client: Client, actor: Actor) -> None:
    client.get(reverse("letter", args=[letter.key]))
    assert AccessLine.objects.filter(what="letter", case=letter.case_id, account=actor.account_id).exists()


def test_an_older_page_is_told_and_its_text_kept(letter: Letter, client: Client) -> None:
    client.post(reverse("letter_edit", args=[letter.key]), filled(letter))
    late = client.post(reverse("letter_edit", args=[letter.key]), filled(letter, facts="Mein später Text im Formular."))
    assert late.status_code == 409
    assert "Mein später Text im Formular." in late.content.decode()
    letter.refresh_from_db()
    assert "04.05.2022" in draft_of(letter).facts


@pytest.mark.parametrize(
    ("field", "value"),
    [("period_length", "0"), ("period_length", "viele"), ("target_state", "ZZ"), ("facts", "a\x00b")],
)
def test_entries_that_are_no_values_are_sent_back(letter: Letter, client: Client, field: str, value: str) -> None:
    answer = client.post(reverse("letter_edit", args=[letter.key]), filled(letter, **{field: value}))
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()


def test_no_other_body_opens_the_letter(letter: Letter, client_of: Callable[[Actor], Client], outsider: Actor) -> None:
    stranger = client_of(outsider)
    for name in ("letter", "letter_pdf", "letter_edit", "letter_dispatch", "letter_service", "letter_returned"):
        assert stranger.get(reverse(name, args=[letter.key])).status_code == 404


def test_from_dispatch_to_proof_by_the_pages(letter: Letter, client: Client, actor: Actor) -> None:
    sent(letter, client, actor)
    assert "Es läuft keine Frist" in client.get(reverse("letter", args=[letter.key])).content.decode()
    form = {"served_on": "25.11.2026", "manner": "letterbox", "instruction": "correct"}
    with travel(date(2026, 12, 1)):
        without = client.post(reverse("letter_service", args=[letter.key]), form)
        assert without.status_code == 422
        assert "Ohne Nachweis beginnt keine Frist." in without.content.decode()
        scan = SimpleUploadedFile("urkunde.pdf", render("departure_warning", warning(), draft=True))
        assert client.post(reverse("letter_service", args=[letter.key]), form | {"file": scan}).status_code == 302
        page = client.get(reverse("letter", args=[letter.key])).content.decode()
    assert "Zugestellt am 25.11.2026" in page
    assert "wartet auf die zweite Lesung" in page
    assert deadlines_of(letter).count() == 2


def test_a_file_that_is_no_document_is_refused_with_a_sentence(letter: Letter, client: Client, actor: Actor) -> None:
    sent(letter, client, actor)
    form = {"served_on": "23.11.2026", "manner": "letterbox", "file": SimpleUploadedFile("urkunde.pdf", b"MZ kein PDF")}
    answer = client.post(reverse("letter_service", args=[letter.key]), form)
    assert answer.status_code == 422
    assert 'id="id_file_error"' in answer.content.decode()
    assert not deadlines_of(letter).exists()


def test_returned_mail_by_the_page(letter: Letter, client: Client, actor: Actor) -> None:
    sent(letter, client, actor)
    form = {"reason": "moved", "returned_on": "23.11.2026"}
    assert client.post(reverse("letter_returned", args=[letter.key]), form).status_code == 302
    page = client.get(reverse("letter", args=[letter.key])).content.decode()
    assert "Zurückgekommen am 23.11.2026" in page
    assert reverse("letter_dispatch", args=[letter.key]) in page
    assert not deadlines_of(letter).exists()


def test_a_signed_letter_opens_its_file_and_cannot_be_edited(letter: Letter, client: Client, actor: Actor) -> None:
    signed(letter, client, actor)
    document = letter.signature.document
    assert client.get(reverse("letter_pdf", args=[letter.key]))["Location"] == reverse("document", args=[document.key])
    assert client.get(reverse("letter_edit", args=[letter.key])).status_code == 302
    page = client.get(reverse("letter", args=[letter.key])).content.decode()
    assert letter.signature.sha256 in page


def test_every_field_of_the_draft_stands_in_one_group(letter: Letter) -> None:
    form = WarningForm(draft_of(letter), letter.edition)
    grouped = [bound.name for group in form.groups() for bound in group.fields]
    assert sorted(grouped) == sorted(bound.name for bound in form.visible_fields())


def test_what_the_step_established_is_not_asked_again(letter: Letter) -> None:
    draft = draft_of(letter).with_step({"warning_target_state": "MK", "departure_period_days": "14"}, "Gründe")
    form = WarningForm(draft, letter.edition)
    assert {"period_length", "target_state", "own_reasons"}.isdisjoint(form.fields)
    assert "other_target_state" in form.fields


@pytest.mark.sqlite
@pytest.mark.browser
@pytest.mark.skipif(not chromium.CHROMIUM.exists(), reason="needs Chromium")
def test_in_the_browser_axe_finds_nothing_and_nothing_scrolls_sideways(
    letter: Letter, client: Client, actor: Actor
) -> None:
    pages = {
        "draft": client.get(reverse("letter", args=[letter.key])),
        "edit": client.post(reverse("letter_edit", args=[letter.key]), filled(letter, period_length="x")),
    }
    sent(letter, client, actor)
    pages |= {
        name: client.get(reverse(name, args=[letter.key])) for name in ("letter", "letter_service", "letter_returned")
    }
    for name, answer in pages.items():
        with chromium.shown(answer.content.decode()) as (page, complaints):
            for width in (1280, 390):
                page.set_viewport_size({"width": width, "height": 900})
                assert axe(page) == [], name
                assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), name
            assert complaints == [], name
