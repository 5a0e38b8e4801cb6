"""The warning from the step to the hand-back: letter drafted with the step, signed by two, served, given back as one file."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse
from pypdf import PdfReader

from augenmass.law.norms.specimens import OBLIGED
from augenmass.law.time import travel
from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.actions.dispatch import SentLetter, Service, record_dispatch, record_service
from augenmass.letters.actions.drafting import discard_draft, save_draft
from augenmass.letters.actions.signing import LetterIncomplete
from augenmass.letters.models import Dispatch, Letter, ServiceProof
from augenmass.letters.queries.letters import draft_of, letter_of_taking
from augenmass.record.models import Action, Fact
from augenmass.steps.actions import taking as act
from augenmass.steps.models import StepTaking
from augenmass.steps.queries.bundle import NotSigned, bundle_of
from augenmass.work.models import BookedDeadline, Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]

DAY = date(2026, 8, 17)
CONTACT = {
    "sex": "d",
    "address_street": "Gartenstraße 12",
    "address_postal_code": "06999",
    "address_town": "Nordheim",
    "leading_file_place": "Fachverfahren Nordheim",
}


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(DAY):
        yield


@pytest.fixture
def case(case_with: "MakeCase", actor: "Actor") -> "Case":
    actor.body.land = "XM"
    actor.body.save()
    recorded = {name: value for name, value in OBLIGED.items() if not VOCABULARY[name].derived}
    return case_with({**recorded, **CONTACT})


def form(case: "Case", **inputs: str) -> act.StepForm:
    case.refresh_from_db()
    reasons = "Der Zweck des Aufenthalts ist entfallen, eine Perspektive besteht nicht."
    return act.StepForm(inputs=inputs, reasons=reasons, seen_version=case.version, submission=uuid4())


def begun(case: "Case", actor: "Actor") -> tuple[StepTaking, Letter]:
    taking = act.begin(actor, case.pk, "issue_warning", form(case, warning_target_state="Georgien"))
    letter = letter_of_taking(actor, taking.key)
    assert letter is not None
    return taking, letter


def complete(letter: Letter, actor: "Actor") -> Letter:
    entered = replace(
        draft_of(letter),
        period_length=21,
        obligation=("enforceable_decision",),
        facts="Der Antrag wurde abgelehnt; die Ablehnung ist vollziehbar.",
        obstacles="Familie und Kinder leben nicht im Bundesgebiet.",
        discretion="Die Frist genügt, um die Wohnung zu kündigen.",
        hearing_waived_reasons="Es wurde bereits im Antragsverfahren angehört.",
    )
    return save_draft(actor, letter.key, entered, letter.edition)


def signed(case: "Case", actor: "Actor", approver: "Actor") -> StepTaking:
    taking, letter = begun(case, actor)
    complete(letter, actor)
    case.refresh_from_db()
    act.give_to_sign(actor, taking, case.version)
    case.refresh_from_db()
    act.sign_second(approver, taking, case.version)
    taking.refresh_from_db()
    return taking


def taking_letter(actor: "Actor", taking: StepTaking) -> Letter:
    letter = letter_of_taking(actor, taking.key)
    assert letter is not None
    return letter


def test_the_step_drafts_its_letter_with_the_state_and_reasons_of_its_form(case: "Case", actor: "Actor") -> None:
    taking, letter = begun(case, actor)
    draft = draft_of(letter)
    assert taking.state == StepTaking.State.DRAFT
    assert draft.target_states == ("GE",)
    assert draft.own_reasons.startswith("Der Zweck des Aufenthalts")


def test_an_incomplete_letter_is_not_given_to_sign_and_nothing_changes(
    case: "Case", actor: "Actor", client_of: "Callable[[Actor], Client]"
) -> None:
    taking, letter = begun(case, actor)
    case.refresh_from_db()
    version, actions = case.version, Action.objects.count()
    with pytest.raises(LetterIncomplete, match="Beschreiben Sie den Sachverhalt"):
        act.give_to_sign(actor, taking, version)
    page = client_of(actor).post(reverse("taking_sign", args=[taking.key]), {"seen_version": version})
    assert page.status_code == 409
    assert "Beschreiben Sie den Sachverhalt" in page.content.decode()
    for row in (taking, letter, case):
        row.refresh_from_db()
    assert (taking.state, letter.state) == (StepTaking.State.DRAFT, Letter.State.DRAFT)
    assert (case.version, Action.objects.count()) == (version, actions)
    assert not Task.objects.filter(case=case).exists()


def test_a_gap_that_comes_after_the_first_signature_stops_the_second(
    case: "Case", actor: "Actor", approver: "Actor"
) -> None:
    taking, letter = begun(case, actor)
    letter = complete(letter, actor)
    case.refresh_from_db()
    act.give_to_sign(actor, taking, case.version)
    save_draft(actor, letter.key, replace(draft_of(letter), facts=""), letter.edition)
    case.refresh_from_db()
    with pytest.raises(LetterIncomplete):
        act.sign_second(approver, taking, case.version)
    taking.refresh_from_db()
    letter.refresh_from_db()
    assert (taking.state, letter.state) == (StepTaking.State.WAITING, Letter.State.DRAFT)
    assert not Fact.objects.filter(case=case, name="warning_issued_on").exists()


def test_who_signs_second_cannot_write_the_letter_that_the_first_gave(
    case: "Case", actor: "Actor", approver: "Actor"
) -> None:
    taking, letter = begun(case, actor)
    letter = complete(letter, actor)
    case.refresh_from_db()
    act.give_to_sign(actor, taking, case.version)
    slipped_in = replace(draft_of(letter), facts="Etwas anderes.")
    with pytest.raises(NotDone, match="zweite Unterschrift"):
        save_draft(approver, letter.key, slipped_in, letter.edition)
    with pytest.raises(NotDone, match="zweite Unterschrift"):
        discard_draft(approver, letter.key)
    case.refresh_from_db()
    seen = case.version
    assert save_draft(actor, letter.key, slipped_in, letter.edition).edition == letter.edition + 1
    with pytest.raises(act.Overtaken):
        act.sign_second(approver, taking, seen)


def test_nobody_gives_or_changes_the_draft_of_another_in_their_name(
    case: "Case", actor: "Actor", body: "Body", make_actor: "MakeActor"
) -> None:
    other = make_actor("zander", body, "caseworker", "approver")
    taking, _letter = begun(case, actor)
    with pytest.raises(act.NotPossible, match="andere Person"):
        act.revise(other, taking, form(case, warning_target_state="Georgien"))
    case.refresh_from_db()
    with pytest.raises(act.NotPossible, match="andere Person"):
        act.give_to_sign(other, taking, case.version)
    taking.refresh_from_db()
    assert taking.state == StepTaking.State.DRAFT


def test_signing_establishes_what_letter_and_step_say(case: "Case", actor: "Actor", approver: "Actor") -> None:
    taking = signed(case, actor, approver)
    facts = dict(Fact.objects.filter(case=case, closed_by=None).values_list("name", "value"))
    assert facts["warning_issued_on"] == "2026-08-17"
    assert facts["warning_target_state"] == "GE"
    assert facts["departure_period_days"] == "21"
    letter = taking_letter(actor, taking)
    assert letter.signature.sha256 == taking.signature.letter_sha256
    assert letter.signature.second_by == approver.account


def test_the_signed_step_is_given_back_as_one_counted_file(case: "Case", actor: "Actor", approver: "Actor") -> None:
    taking = signed(case, actor, approver)
    pdf = bundle_of(actor, taking)
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]
    assert all(f"Blatt {number} von {len(pages)}" in text for number, text in enumerate(pages, 1))
    assert "Fachverfahren Nordheim" in pages[0]
    assert taking.signature.letter_sha256 in pages[0].replace(" ", "")
    assert "festgestellt:" in pages[1]
    assert "AufenthG" in pages[1]
    assert bundle_of(actor, taking) == pdf


def test_the_hand_back_stays_the_same_when_facts_change_afterwards(
    case: "Case", actor: "Actor", approver: "Actor"
) -> None:
    taking = signed(case, actor, approver)
    letter = taking_letter(actor, taking)
    before = bundle_of(actor, taking)
    with travel(date(2026, 8, 31)):
        record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.CERTIFICATE, date(2026, 8, 19)))
        proof = Service(ServiceProof.Manner.HANDED_OVER, date(2026, 8, 21), before, "correct")
        record_service(actor, letter.key, proof)
        assert bundle_of(actor, taking) == before
    due = dict(BookedDeadline.objects.filter(case=case).values_list("rule", "due"))
    assert due == {"warning_objection": date(2026, 9, 21), "departure_period": date(2026, 9, 11)}


def test_an_unsigned_step_has_nothing_to_give_back(
    case: "Case", actor: "Actor", client_of: "Callable[[Actor], Client]"
) -> None:
    taking, _letter = begun(case, actor)
    with pytest.raises(NotSigned):
        bundle_of(actor, taking)
    assert client_of(actor).get(reverse("taking_bundle", args=[taking.key])).status_code == 404


def test_the_page_of_a_signed_step_gives_the_file_out_to_its_own_body(
    case: "Case", actor: "Actor", approver: "Actor", outsider: "Actor", client_of: "Callable[[Actor], Client]"
) -> None:
    taking = signed(case, actor, approver)
    address = reverse("taking_bundle", args=[taking.key])
    page = client_of(actor).get(reverse("taking", args=[taking.key])).content.decode()
    assert address in page
    assert reverse("letter", args=[taking_letter(actor, taking).key]) in page
    assert "Ausreisefrist in Tagen" in page
    found = client_of(actor).get(address)
    assert found.content.startswith(b"%PDF-")
    assert found["Cache-Control"] == "private, no-store"
    assert client_of(outsider).get(address).status_code == 404
