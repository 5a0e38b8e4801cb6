"""The offer of counselling: its letter comes with the signature, in two languages, with a mark until a translator confirms."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from augenmass.access.actor import NotPermitted
from augenmass.cases.models import LegalPosition
from augenmass.cases.queries.not_offered import not_offered
from augenmass.law.time import today
from augenmass.letters.actions.contacts import name_counselling
from augenmass.letters.actions.dispatch import SentLetter, Service, record_dispatch, record_service
from augenmass.letters.actions.fixed import write_letter
from augenmass.letters.document import plain_text
from augenmass.letters.models import Dispatch, Letter, ServiceProof
from augenmass.letters.queries.fixed import fixed_preview
from augenmass.letters.render import render
from augenmass.letters.rules.fixed import OFFER
from augenmass.letters.tests.conftest import READY
from augenmass.letters.tests.samples import warning
from augenmass.record.models import Action, Case, Fact
from augenmass.record.verify import verify
from augenmass.steps.actions import taking as act
from augenmass.steps.queries.bundle import bundle_of
from augenmass.work.models import BookedDeadline, Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]

CONTACT = "Rückkehrberatung Nordheim, Am Markt 3, Telefon 0391 55 501, dienstags 9 bis 12 Uhr"
MARK = "Übersetzung noch nicht bestätigt"


@pytest.fixture
def administrator(make_actor: MakeActor, body: Body) -> Actor:
    return make_actor("sommer", body, "body_administrator")


@pytest.fixture
def named(administrator: Actor, actor: Actor) -> None:
    """The body has an address and names a counselling service."""
    actor.body.street, actor.body.postcode, actor.body.town = "Rathausplatz 1", "06999", "Nordheim"
    actor.body.save()
    name_counselling(administrator, (CONTACT,), ())
    actor.body.refresh_from_db()


@pytest.fixture
def case(case_with: MakeCase, named: None) -> Case:
    before = (today() - timedelta(days=2)).isoformat()
    return case_with(READY | {"prospects_checked_on": before, "rights_informed_on": before, "language": "ti"})


def offered(actor: Actor, case: Case) -> Any:
    case.refresh_from_db()
    form = act.StepForm({}, "Vor dem Vollzug anzubieten", case.version, uuid4())
    return act.begin(actor, case.pk, "offer_counselling", form)


def test_with_the_signature_of_the_step_the_letter_is_signed_too(actor: Actor, case: Case) -> None:
    taken = offered(actor, case)
    letter = Letter.objects.get()
    assert (letter.state, letter.taking, letter.template) == (Letter.State.SIGNED, taken.key, "counselling_offer")
    text = plain_text(letter.signature.data)
    assert CONTACT in text
    assert "ergebnisoffen" in text
    assert "60a Absatz 5b" in text.replace("\u00a0", " ")
    assert Fact.objects.filter(case=case, name="counselling_offered_on", closed_by=None).exists()
    assert bundle_of(actor, taken).startswith(b"%PDF-")
    assert list(verify()) == []


def test_who_speaks_another_language_gets_english_with_the_mark_and_a_word_about_it(actor: Actor, case: Case) -> None:
    offered(actor, case)
    data = Letter.objects.get().signature.data
    assert {section["language"] for section in data["appended"]} == {"en"}
    text = plain_text(data)
    assert MARK in text
    assert "Translation not yet confirmed" in text
    assert "not yet available in your language (Tigrinya)" in text


@pytest.mark.parametrize(
    ("language", "appended"), [("de", ""), ("en", "en"), ("ar", "ar"), ("prs", "fa"), ("ka", "en"), ("", "")]
)
def test_the_translation_goes_by_the_language_of_the_person(
    actor: Actor, case_with: MakeCase, named: None, language: str, appended: str
) -> None:
    facts = READY | ({"language": language} if language else {})
    data = fixed_preview(actor, case_with(facts), OFFER).data
    assert data is not None
    assert {section["language"] for section in data["appended"]} == ({appended} if appended else set())
    assert ("not yet available in your language" in plain_text(data)) is (language == "ka")


def test_where_something_is_missing_the_offer_stands_and_a_task_reminds(
    actor: Actor, case_with: MakeCase, named: None
) -> None:
    before = (today() - timedelta(days=2)).isoformat()
    facts = {name: value for name, value in READY.items() if name != "address_street"}
    case = case_with(facts | {"prospects_checked_on": before, "rights_informed_on": before})
    assert offered(actor, case).state == "signed"
    assert not Letter.objects.exists()
    assert Task.objects.filter(case=case, done_by=None, title__contains="nachholen").count() == 1
    with pytest.raises(NotDone, match="fehlen noch Angaben"):
        write_letter(actor, case.pk, OFFER, "", uuid4())


def test_the_letter_is_made_again_only_after_the_offer_and_once_for_a_form(actor: Actor, case: Case) -> None:
    with pytest.raises(NotDone, match="zuerst den Schritt"):
        write_letter(actor, case.pk, OFFER, "", uuid4())
    offered(actor, case)
    key = uuid4()
    assert write_letter(actor, case.pk, OFFER, "en", key) == write_letter(actor, case.pk, OFFER, "en", key)
    assert Letter.objects.count() == 2
    assert Action.objects.filter(kind="letter.counselling_offered").count() == 1


def test_its_dispatch_and_service_start_no_deadline_and_write_no_fact_of_a_warning(actor: Actor, case: Case) -> None:
    offered(actor, case)
    letter = Letter.objects.get()
    record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.HANDED_OVER, today()))
    scan = render("departure_warning", warning(), draft=True)
    record_service(actor, letter.key, Service(ServiceProof.Manner.ACKNOWLEDGED, today(), scan))
    letter.refresh_from_db()
    assert letter.state == Letter.State.SERVED
    assert not Fact.objects.filter(case=case, name__startswith="warning_").exists()
    assert not BookedDeadline.objects.exists()


def test_who_names_counselling_overwrites_nobody(administrator: Actor, actor: Actor, named: None) -> None:
    with pytest.raises(NotPermitted):
        name_counselling(actor, ("A",), (CONTACT,))
    with pytest.raises(NotDone, match="inzwischen geändert"):
        name_counselling(administrator, ("A",), ())
    with pytest.raises(NotDone, match="Höchstens"):
        name_counselling(administrator, ("x" * 301,), (CONTACT,))
    name_counselling(administrator, ("A", "B"), (CONTACT,))
    actor.body.refresh_from_db()
    assert actor.body.policies["letters"]["counselling"] == ["A", "B"]


def test_the_list_names_cases_before_enforcement_without_an_offer_and_no_others(
    actor: Actor, outsider: Actor, case: Case, case_with: MakeCase
) -> None:
    suspended, other = case_with(READY), case_with(READY)
    LegalPosition.objects.filter(case__in=[case, other]).update(lane="enforcement")
    LegalPosition.objects.filter(case=suspended).update(lane="suspended")
    assert {row.case for row in not_offered(actor).rows} == {case, other}
    assert not_offered(outsider).count == 0
    offered(actor, case)
    LegalPosition.objects.filter(case=case).update(lane="enforcement")
    assert [row.case for row in not_offered(actor, 99).rows] == [other]
