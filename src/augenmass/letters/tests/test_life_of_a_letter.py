"""From draft to service: each state only from the right one, and only proven service starts a deadline."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage

from augenmass.access.actor import NotPermitted
from augenmass.cases.facts import current_facts
from augenmass.law.catalogue import Catalogue
from augenmass.law.position import assess
from augenmass.law.time import travel
from augenmass.letters.actions.dispatch import (
    NotAccepted,
    Return,
    SentLetter,
    Service,
    record_dispatch,
    record_return,
    record_service,
)
from augenmass.letters.actions.drafting import DraftOvertaken, begin_letter, discard_draft, save_draft
from augenmass.letters.actions.of_step import discard_for_step, draft_for_step, sign_for_step
from augenmass.letters.actions.signing import LetterIncomplete, Signer, facts_of
from augenmass.letters.models import Dispatch, Letter, ReturnedMail, ServiceProof
from augenmass.letters.queries.letters import deadlines_of, draft_of, letter_of_taking, letters_of, preview
from augenmass.letters.queries.letters import letter as read_letter
from augenmass.letters.render import render
from augenmass.letters.tests.conftest import SIGNING_DAY, SignLetter
from augenmass.letters.tests.samples import warning
from augenmass.record.ledger import entry
from augenmass.record.models import Action, Fact
from augenmass.record.verify import verify
from augenmass.work.actions.deadlines import confirm_deadline
from augenmass.work.models import BookedDeadline, Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db]

PROOF = render("departure_warning", warning(), draft=True)
"""Any PDF will do as the scan of a certificate."""


def held(case_id: int, name: str) -> list[str]:
    return list(Fact.objects.filter(case_id=case_id, name=name, closed_by=None).values_list("value", flat=True))


def dispatched(letter: Letter, actor: Actor, method: Dispatch.Method = Dispatch.Method.CERTIFICATE) -> Dispatch:
    return record_dispatch(actor, letter.key, SentLetter(uuid4(), method, SIGNING_DAY))


def served(letter: Letter, actor: Actor, **changes: object) -> ServiceProof:
    service = Service(ServiceProof.Manner.LETTERBOX, date(2026, 11, 25), PROOF, instruction="correct")
    with travel(date(2026, 12, 1)):
        return record_service(actor, letter.key, replace(service, **changes))  # type: ignore[arg-type]


def test_a_new_draft_suggests_what_the_record_knows(ready_case: Case, actor: Actor) -> None:
    letter = begin_letter(actor, ready_case.pk, "departure_warning", uuid4())
    assert draft_of(letter).obligation == ("enforceable_decision",)
    assert letter.number == "33.21-2026/00417/1"


def test_the_same_form_twice_and_a_second_begin_give_the_one_open_draft(ready_case: Case, actor: Actor) -> None:
    key = uuid4()
    first = begin_letter(actor, ready_case.pk, "departure_warning", key)
    assert begin_letter(actor, ready_case.pk, "departure_warning", key).pk == first.pk
    assert begin_letter(actor, ready_case.pk, "departure_warning", uuid4()).pk == first.pk
    assert Letter.objects.count() == 1


def test_an_older_page_does_not_overwrite_a_newer_draft(draft: Letter, actor: Actor) -> None:
    with pytest.raises(DraftOvertaken) as raised:
        save_draft(actor, draft.key, replace(draft_of(draft), facts="etwas anderes"), draft.edition - 1)
    assert raised.value.letter.edition == draft.edition
    assert "04.05.2022" in draft_of(Letter.objects.get(pk=draft.pk)).facts


def test_saving_what_is_there_writes_nothing(draft: Letter, actor: Actor) -> None:
    before = Action.objects.count()
    save_draft(actor, draft.key, draft_of(draft), 1)
    assert Action.objects.count() == before


def test_other_bodies_do_not_see_the_letter(draft: Letter, outsider: Actor) -> None:
    assert not letters_of(outsider, draft.case_id).exists()
    with pytest.raises(Letter.DoesNotExist):
        read_letter(outsider, draft.key)
    with pytest.raises(Letter.DoesNotExist):
        save_draft(outsider, draft.key, draft_of(draft), draft.edition)


def test_the_intake_clerk_may_not_draft(ready_case: Case, intake_clerk: Actor) -> None:
    with pytest.raises(NotPermitted):
        begin_letter(intake_clerk, ready_case.pk, "departure_warning", uuid4())


def test_the_preview_names_addressee_and_remedy(draft: Letter, actor: Actor) -> None:
    found = preview(draft, actor.account)
    assert found.gaps == ()
    assert found.addressee is not None
    assert found.addressee.name == "Milan Arsovski"
    assert found.remedy is not None
    assert found.remedy.court.name == "Verwaltungsgericht Auenburg"


def test_a_disputed_address_is_no_address(draft: Letter, actor: Actor) -> None:
    with entry(actor, "fact.disputed", draft.case_id) as e:
        e.dispute(Fact.objects.get(case_id=draft.case_id, name="address_street").pk)
    assert [gap.field for gap in preview(draft, actor.account).gaps] == ["address"]


def test_signing_keeps_the_exact_file_and_its_checksum(draft: Letter, actor: Actor, sign: SignLetter) -> None:
    letter = sign(draft, actor)
    signed = letter.signature
    with default_storage.open(signed.document.path) as file:
        content = file.read()
    assert letter.state == Letter.State.SIGNED
    assert hashlib.sha256(content).hexdigest() == signed.sha256 == signed.document.sha256
    assert render("departure_warning", signed.data, draft=False) == content
    assert signed.data["closing"]["signed"] == "Unterzeichnet am 23.11.2026 um 12:00 Uhr"
    assert "Frist mit Ablauf des 23.12.2026" in str(signed.data["sections"])


def test_an_incomplete_letter_cannot_be_signed_and_all_gaps_are_named(
    draft: Letter, actor: Actor, sign: SignLetter
) -> None:
    letter = save_draft(actor, draft.key, replace(draft_of(draft), target_states=(), facts=""), draft.edition)
    with pytest.raises(LetterIncomplete) as raised:
        sign(letter, actor)
    assert {gap.field for gap in raised.value.gaps} == {"target_states", "facts"}
    assert Letter.objects.get(pk=letter.pk).state == Letter.State.DRAFT


def test_a_signed_letter_cannot_be_changed_or_discarded_or_signed_again(
    draft: Letter, actor: Actor, sign: SignLetter
) -> None:
    letter = sign(draft, actor)
    with pytest.raises(NotDone):
        save_draft(actor, letter.key, replace(draft_of(letter), facts="anders"), letter.edition)
    with pytest.raises(NotDone):
        discard_draft(actor, letter.key)
    with pytest.raises(NotDone):
        sign(letter, actor)


def test_the_signed_warning_tells_the_step_its_facts(draft: Letter, actor: Actor, sign: SignLetter) -> None:
    assert facts_of(sign(draft, actor).signature) == {
        "warning_issued_on": "2026-11-23",
        "warning_target_state": "MK",
        "departure_period_waived": "no",
        "departure_period_days": "30",
    }


def test_a_draft_is_not_dispatched(draft: Letter, actor: Actor) -> None:
    with pytest.raises(NotDone):
        dispatched(draft, actor)


def test_dispatch_alone_starts_no_deadline(draft: Letter, actor: Actor, sign: SignLetter) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    assert not BookedDeadline.objects.exists()
    assert held(letter.case_id, "warning_served_on") == []


def test_the_same_dispatch_form_twice_is_one_dispatch(draft: Letter, actor: Actor, sign: SignLetter) -> None:
    letter = sign(draft, actor)
    sent = SentLetter(uuid4(), Dispatch.Method.CERTIFICATE, SIGNING_DAY)
    assert record_dispatch(actor, letter.key, sent).pk == record_dispatch(actor, letter.key, sent).pk


@pytest.mark.parametrize("day", [SIGNING_DAY - timedelta(days=1), SIGNING_DAY + timedelta(days=1)])
def test_a_letter_leaves_neither_before_its_signature_nor_in_the_future(
    draft: Letter, actor: Actor, sign: SignLetter, day: date
) -> None:
    letter = sign(draft, actor)
    with pytest.raises(NotAccepted):
        record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.CERTIFICATE, day))


def test_proven_service_writes_the_facts_with_their_evidence(draft: Letter, actor: Actor, sign: SignLetter) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    proof = served(letter, actor)
    facts = {fact.name: fact for fact in Fact.objects.filter(case_id=letter.case_id, evidence=proof.document)}
    assert {name: fact.value for name, fact in facts.items()} == {
        "warning_served_on": "2026-11-25",
        "warning_service_method": "certificate",
        "warning_service_proven": "yes",
        "warning_instruction": "correct",
        "departure_period_until": "2026-12-28",
    }
    assert Letter.objects.get(pk=letter.pk).state == Letter.State.SERVED


def test_service_notes_both_deadlines_and_asks_a_second_reader(
    draft: Letter, actor: Actor, approver: Actor, sign: SignLetter
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    served(letter, actor)
    booked = {line.rule: line for line in deadlines_of(letter)}
    # 25 December 2026 is a Friday and a holiday, the next days Saturday and Sunday.
    assert {rule: line.due for rule, line in booked.items()} == {
        "warning_objection": date(2026, 12, 28),
        "departure_period": date(2026, 12, 28),
    }
    assert Task.objects.filter(kind=Task.Kind.SECOND_READING, done_by=None).count() == 2
    with pytest.raises(NotDone):
        confirm_deadline(actor, booked["departure_period"].key)
    confirmed = confirm_deadline(approver, booked["departure_period"].key)
    assert confirmed.second_reader_id == approver.account_id


@pytest.mark.parametrize(("instruction", "due"), [("wrong", date(2027, 11, 25)), ("missing", date(2027, 11, 25))])
def test_a_wrong_instruction_gives_the_remedy_a_year(
    draft: Letter, actor: Actor, sign: SignLetter, instruction: str, due: date
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    served(letter, actor, instruction=instruction)
    assert deadlines_of(letter).get(rule="warning_remedy_year").due == due


def test_an_instruction_nobody_looked_at_starts_no_deadline_for_the_remedy(
    draft: Letter, actor: Actor, sign: SignLetter
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    served(letter, actor, instruction="")
    assert set(deadlines_of(letter).values_list("rule", flat=True)) == {"departure_period"}
    assert held(letter.case_id, "warning_instruction") == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"content": None}, "document"),
        ({"served_on": date(2026, 11, 22)}, "served_on"),
        ({"served_on": date(2027, 1, 5)}, "served_on"),
        ({"manner": ServiceProof.Manner.ACKNOWLEDGED}, "manner"),
    ],
)
def test_service_without_proof_or_with_an_impossible_day_is_refused(
    draft: Letter, actor: Actor, sign: SignLetter, changes: dict[str, object], field: str
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    with pytest.raises(NotAccepted) as raised:
        served(letter, actor, **changes)
    assert [gap.field for gap in raised.value.gaps] == [field]
    assert not BookedDeadline.objects.exists()


def test_in_the_invented_land_a_deadline_is_reckoned_with_the_holidays_that_its_profile_names(
    draft: Letter, actor: Actor, sign: SignLetter
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    served(letter, actor)
    reasons = [reason["de"] for booked in deadlines_of(letter) for reason in booked.computed]
    assert reasons
    assert not any("Land ist nicht bekannt" in reason for reason in reasons)


def test_a_plain_letter_is_served_only_by_an_acknowledgement(draft: Letter, actor: Actor, sign: SignLetter) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor, Dispatch.Method.POST)
    with pytest.raises(NotAccepted):
        served(letter, actor)
    assert served(letter, actor, manner=ServiceProof.Manner.ACKNOWLEDGED).pk


def test_a_dispatch_by_post_establishes_the_day_of_posting_and_starts_nothing(
    draft: Letter, actor: Actor, sign: SignLetter
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor, Dispatch.Method.POST)
    fact = Fact.objects.get(case_id=letter.case_id, name="warning_posted_on")
    assert fact.value == SIGNING_DAY.isoformat()
    assert fact.source.label == f"Versand des Schreibens {letter.number}"
    assert fact.action.kind == "letter.dispatched"
    assert not BookedDeadline.objects.exists()
    assert held(letter.case_id, "warning_served_on") == []
    assert held(letter.case_id, "departure_period_until") == []
    known = current_facts([letter.case_id], SIGNING_DAY)[letter.case_id].held
    assert not assess(Catalogue.shipped(), known, SIGNING_DAY + timedelta(days=90)).deadlines
    assert list(verify()) == []


def test_the_day_of_posting_is_written_once_for_each_day(draft: Letter, actor: Actor, sign: SignLetter) -> None:
    letter = sign(draft, actor)
    with entry(actor, "fact.established", letter.case_id) as e:
        source = Fact.objects.filter(case_id=letter.case_id).latest("pk").source_id
        e.establish("warning_posted_on", SIGNING_DAY.isoformat(), source_id=source)
    dispatched(letter, actor)
    assert Fact.objects.filter(case_id=letter.case_id, name="warning_posted_on").count() == 1
    record_return(actor, letter.key, Return(ReturnedMail.Reason.NOT_COLLECTED, SIGNING_DAY))
    later = SIGNING_DAY + timedelta(days=3)
    with travel(later):
        record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.REGISTERED, later))
    assert held(letter.case_id, "warning_posted_on") == [later.isoformat()]


@pytest.mark.parametrize("method", [Dispatch.Method.HANDED_OVER])
def test_what_did_not_go_by_post_has_no_day_of_posting(
    draft: Letter, actor: Actor, sign: SignLetter, method: Dispatch.Method
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor, method)
    assert held(letter.case_id, "warning_posted_on") == []


def test_returned_mail_starts_nothing_disputes_the_address_and_opens_a_task(
    draft: Letter, actor: Actor, sign: SignLetter
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    with travel(date(2026, 12, 1)):
        record_return(actor, letter.key, Return(ReturnedMail.Reason.MOVED, date(2026, 11, 30)))
    assert Letter.objects.get(pk=letter.pk).state == Letter.State.RETURNED
    assert not BookedDeadline.objects.exists()
    assert held(letter.case_id, "warning_served_on") == []
    address = Fact.objects.filter(case_id=letter.case_id, name__startswith="address_")
    assert all(fact.disputed_by_id is not None for fact in address)
    task = Task.objects.get(kind=Task.Kind.RETURNED_MAIL)
    assert task.title == "Postrücklauf klären: verzogen"
    assert task.assignee_id == letter.case.officer_id


def test_a_letter_that_was_not_collected_leaves_the_address_alone(
    draft: Letter, actor: Actor, sign: SignLetter
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor, Dispatch.Method.REGISTERED)
    record_return(actor, letter.key, Return(ReturnedMail.Reason.NOT_COLLECTED, SIGNING_DAY))
    assert not Fact.objects.filter(case_id=letter.case_id).exclude(disputed_by=None).exists()


def test_after_returned_mail_the_letter_can_be_sent_again_and_served(
    draft: Letter, actor: Actor, sign: SignLetter
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    record_return(actor, letter.key, Return(ReturnedMail.Reason.NOT_COLLECTED, SIGNING_DAY))
    dispatched(letter, actor)
    served(letter, actor)
    assert Dispatch.objects.filter(letter=letter).count() == 2
    assert held(letter.case_id, "warning_served_on") == ["2026-11-25"]


def test_served_or_returned_is_final_for_that_dispatch(draft: Letter, actor: Actor, sign: SignLetter) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    served(letter, actor)
    with pytest.raises(NotDone):
        served(letter, actor)
    with pytest.raises(NotDone):
        record_return(actor, letter.key, Return(ReturnedMail.Reason.MOVED, SIGNING_DAY))


def test_a_step_drafts_signs_and_binds_what_it_establishes(ready_case: Case, draft: Letter, actor: Actor) -> None:
    taking = uuid4()
    inputs = {"warning_target_state": "MK", "departure_period_days": "14"}
    with entry(actor, "step.drafted", ready_case.pk) as e:
        letter = draft_for_step(
            e,
            actor,
            template="departure_warning",
            taking=taking,
            inputs=inputs,
            reasons="Gründe aus dem Schritt selbst.",
        )
    assert letter.pk == draft.pk
    changed = replace(draft_of(letter), period_length=30, own_reasons="anders", target_states=("RS",))
    letter = save_draft(actor, letter.key, changed, letter.edition)
    kept = draft_of(letter)
    assert (kept.period_length, kept.own_reasons) == (14, "Gründe aus dem Schritt selbst.")
    assert kept.target_states == ("MK", "RS")
    with entry(actor, "step.signed", ready_case.pk) as e:
        checksum = sign_for_step(e, taking=taking, signer=Signer(actor.account)).sha256
    found = letter_of_taking(actor, taking)
    assert found is not None
    assert found.signature.sha256 == checksum


def test_a_withdrawn_step_gives_its_draft_up(ready_case: Case, actor: Actor) -> None:
    taking = uuid4()
    with entry(actor, "step.drafted", ready_case.pk) as e:
        draft_for_step(e, actor, template="departure_warning", taking=taking, inputs={}, reasons="Gründe")
    with entry(actor, "step.withdrawn", ready_case.pk) as e:
        discard_for_step(e, taking=taking)
    assert letter_of_taking(actor, taking) is None
    with entry(actor, "step.signed", ready_case.pk) as e, pytest.raises(NotDone):
        sign_for_step(e, taking=taking, signer=Signer(actor.account))


def test_the_chain_verifies_after_a_whole_life_and_finds_an_altered_day_of_service(
    draft: Letter, actor: Actor, sign: SignLetter
) -> None:
    letter = sign(draft, actor)
    dispatched(letter, actor)
    record_return(actor, letter.key, Return(ReturnedMail.Reason.NOT_COLLECTED, SIGNING_DAY))
    dispatched(letter, actor)
    proof = served(letter, actor)
    assert list(verify()) == []
    ServiceProof.objects.filter(pk=proof.pk).update(served_on=date(2026, 11, 1))
    assert [(broken.model, broken.id) for broken in verify()] == [("letters.ServiceProof", proof.pk)]
