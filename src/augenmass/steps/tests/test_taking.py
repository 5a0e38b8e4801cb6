"""Taking a step: proven anew under the lock, never blocked, never stale, never twice, never alone where two are asked for."""

from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.law.time import today
from augenmass.record.models import Action, Case, Fact
from augenmass.steps.actions import taking as act
from augenmass.steps.models import StepTaking
from augenmass.steps.queries import NoSuchTaking, find_taking, lately_signed
from augenmass.work.actions.notes import write_note
from augenmass.work.models import Task
from augenmass.work.queries.notes import notes_of_case

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def form(case: Case, reasons: str = "Aktenlage geprüft", **inputs: str) -> act.StepForm:
    case.refresh_from_db()
    return act.StepForm(inputs=inputs, reasons=reasons, seen_version=case.version, submission=uuid4())


def test_a_step_that_is_answered_yes_is_signed_with_its_proof_and_writes_its_facts(actor: Actor, case_with) -> None:
    case = case_with({"family_name": "Amani", "file_number": "N-1"})
    taken = act.begin(actor, case.pk, "check_prospects", form(case, residence_prospect="nein"))
    assert taken.state == StepTaking.State.SIGNED
    assert taken.signature.proof["value"] == "yes"
    assert len(taken.signature.catalogue) == 64
    facts = dict(Fact.objects.filter(case=case, closed_by=None).values_list("name", "value"))
    assert facts["prospects_checked_on"] == today().isoformat()
    assert facts["residence_prospect"] == "no"
    assert Action.objects.filter(case=case, kind="step.signed").count() == 1


def test_the_same_form_sent_twice_makes_one_taking(actor: Actor, case_with) -> None:
    case = case_with({"family_name": "Amani"})
    sent = form(case, residence_prospect="nein")
    first = act.begin(actor, case.pk, "check_prospects", sent)
    second = act.begin(actor, case.pk, "check_prospects", sent)
    assert first.pk == second.pk
    assert StepTaking.objects.count() == 1


def test_a_blocked_step_is_refused_with_what_blocks_it_and_nothing_is_written(actor: Actor, case_with) -> None:
    case = case_with({"family_name": "Amani", "asylum_procedure_running": "yes"})
    with pytest.raises(act.Blocked) as caught:
        act.begin(actor, case.pk, "arrange_removal", form(case))
    assert caught.value.blockers
    assert not StepTaking.objects.exists()
    assert not Fact.objects.filter(case=case, name="removal_arranged_on").exists()


def test_a_stale_page_signs_nothing(actor: Actor, case_with) -> None:
    case = case_with({"family_name": "Amani"})
    stale = form(case, residence_prospect="nein")
    act.begin(actor, case.pk, "inform_about_rights", form(case, language="de"))
    with pytest.raises(act.Overtaken):
        act.begin(actor, case.pk, "check_prospects", stale)
    assert not Fact.objects.filter(case=case, name="prospects_checked_on").exists()


def test_without_reasons_nothing_is_signed(actor: Actor, case_with) -> None:
    case = case_with({"family_name": "Amani"})
    with pytest.raises(act.NotPossible, match="begründen"):
        act.begin(actor, case.pk, "check_prospects", form(case, reasons="  ", residence_prospect="nein"))


def test_where_the_body_asks_for_two_the_first_cannot_be_the_second(make_actor, body, case_with) -> None:
    body.policies = {"second_person": {"check_prospects": True}}
    body.save()
    first = make_actor("ahrens", body, "caseworker", "approver")
    second = make_actor("zander", body, "approver")
    case = case_with({"family_name": "Amani"}, actor=first)
    taken = act.begin(first, case.pk, "check_prospects", form(case, residence_prospect="nein"))
    assert taken.state == StepTaking.State.WAITING
    assert Task.objects.filter(case=case, kind=Task.Kind.SIGNATURE, done_by=None).count() == 1
    case.refresh_from_db()
    with pytest.raises(act.NotPossible, match="andere"):
        act.sign_second(first, taken, case.version)
    act.sign_second(second, taken, case.version)
    assert taken.signature.signed_by == first.account
    assert taken.signature.second_by == second.account
    assert not Task.objects.filter(case=case, done_by=None).exists()
    with pytest.raises(act.NotPossible):
        act.sign_second(second, taken, case.version)


def test_a_new_fact_between_the_signatures_stops_the_second(make_actor, body, actor: Actor, case_with) -> None:
    body.policies = {"second_person": {"inform_about_rights": True}}
    body.save()
    second = make_actor("zander", body, "approver")
    case = case_with({"family_name": "Amani"})
    taken = act.begin(actor, case.pk, "inform_about_rights", form(case, language="de"))
    case.refresh_from_db()
    seen = case.version
    act.begin(actor, case.pk, "check_prospects", form(case, residence_prospect="nein"))
    with pytest.raises(act.Overtaken):
        act.sign_second(second, taken, seen)
    taken.refresh_from_db()
    assert taken.state == StepTaking.State.WAITING


def test_a_case_of_another_body_does_not_exist(outsider: Actor, case_with) -> None:
    case = case_with({"family_name": "Amani"})
    with pytest.raises(Case.DoesNotExist):
        act.begin(outsider, case.pk, "check_prospects", form(case, residence_prospect="nein"))


def test_a_refused_step_goes_back_with_a_reason(make_actor, body, actor: Actor, case_with) -> None:
    body.policies = {"second_person": {"check_prospects": True}}
    body.save()
    second = make_actor("zander", body, "approver")
    case = case_with({"family_name": "Amani"})
    taken = act.begin(actor, case.pk, "check_prospects", form(case, residence_prospect="nein"))
    with pytest.raises(act.NotPossible):
        act.refuse(second, taken, " ")
    act.refuse(second, taken, "§ 25b nicht geprüft")
    taken.refresh_from_db()
    assert taken.state == StepTaking.State.REFUSED
    assert Task.objects.filter(assignee=actor.account, done_by=None).count() == 1


def test_a_step_that_is_done_and_current_is_not_taken_again(actor: Actor, case_with) -> None:
    case = case_with({"family_name": "Amani"})
    act.begin(actor, case.pk, "check_prospects", form(case, residence_prospect="nein"))
    with pytest.raises(act.NotPossible, match="Anlass"):
        act.begin(actor, case.pk, "check_prospects", form(case, residence_prospect="ja"))


def test_a_form_of_one_case_is_not_taken_for_another(actor: Actor, case_with) -> None:
    first, second = case_with({"family_name": "Amani"}), case_with({"family_name": "Berisha"})
    sent = form(first, residence_prospect="nein")
    act.begin(actor, first.pk, "check_prospects", sent)
    with pytest.raises(act.NotPossible, match="anderen Schritt"):
        act.begin(actor, second.pk, "check_prospects", sent)


def test_who_only_takes_data_in_reads_no_reasons_notes_or_letters(actor: Actor, intake_clerk: Actor, case_with) -> None:
    case = case_with({"family_name": "Amani"})
    taken = act.begin(actor, case.pk, "check_prospects", form(case, residence_prospect="nein"))
    write_note(actor, case.pk, uuid4(), "Gespräch mit der Beratungsstelle")
    assert find_taking(actor, taken.key) == taken
    assert len(notes_of_case(actor, case.pk)) == 1
    with pytest.raises(NoSuchTaking):
        find_taking(intake_clerk, taken.key)
    assert notes_of_case(intake_clerk, case.pk) == []
    assert lately_signed(intake_clerk) == []
