"""From the preview of closed files over the proposal and the second person to the erased file, and the record is still whole."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.models import AccessLine
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.actions.family import link_relative
from augenmass.cases.models import Document, FamilyLink, LegalPosition
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body
from augenmass.law.time import today, travel
from augenmass.record.holdings import holdings
from augenmass.record.ledger import entry
from augenmass.record.models import Action, Case, ErasedRow, Fact, Source
from augenmass.record.verify import verify
from augenmass.retention.actions.runs import confirm, propose, refuse
from augenmass.retention.models import DeletionRun, DueRecord, Remainder
from augenmass.retention.queries.due import findings
from augenmass.retention.queries.preview import cases_of, how, preview
from augenmass.retention.refusal import NotDecided
from augenmass.retention.rules import REMOVAL_NAMES
from augenmass.retention.tests.aged import BAN, closed_case, run_all, settled, work_off
from augenmass.work.actions.notes import write_note
from augenmass.work.actions.tasks import NewTask, create_task
from augenmass.work.models import Note, Task

pytestmark = pytest.mark.db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
BY = DocumentText(Document.Kind.DECISION, "Bescheid Vergangen")


def test_a_closed_file_is_previewed_proposed_confirmed_and_erased(
    officer_for_data: Actor, approver: Actor, actor: Actor
) -> None:
    case = closed_case(actor, "ALT-1")
    document = add_document(actor, case.pk, PDF, BY)
    write_note(actor, case.pk, uuid4(), "Frau Vergangen sprach vor.")
    [line] = preview(officer_for_data, today()).due
    assert (line.cases, line.rows["facts"], line.rows["documents"], line.rows["notes"]) == (1, 5, 1, 1)

    run = run_all(officer_for_data, approver)

    assert run.state == DeletionRun.State.DONE
    [erased] = run.records.filter(rule="case_file")
    assert (erased.state, erased.counts["facts"], erased.counts["notes"]) == (DueRecord.State.ERASED, 5, 1)
    assert not Case.objects.filter(pk=case.pk).exists()
    for holding in holdings().values():
        assert not holding.of_cases([case.pk]).exists(), holding.label
    assert not default_storage.exists(document.path)
    assert not Source.objects.filter(label__contains="Vergangen").exists()
    assert list(verify()) == []
    assert ErasedRow.objects.filter(label="record.fact").count() == 5
    assert list(Remainder.objects.values_list("closed_in", "outcome", "cases")) == [(2012, "departed", 1)]


def test_nothing_of_the_case_is_left_in_its_actions(officer_for_data: Actor, approver: Actor, actor: Actor) -> None:
    case = closed_case(actor, "ALT-1")
    write_note(actor, case.pk, uuid4(), "Frau Vergangen sprach vor.")
    ids = set(Action.objects.filter(case=case.pk).values_list("pk", flat=True))
    run_all(officer_for_data, approver)
    for action in Action.objects.filter(pk__in=ids):
        assert (action.case_id, action.actor_id, action.references, bytes(action.salt)) == (None, None, {}, b"")
    [erasing] = Action.objects.filter(kind="retention.erased")
    assert erasing.case_id is None
    assert set(erasing.references) == {"run", "line", "provision", "erased", "seal"}


def test_the_actors_of_the_record_and_the_one_who_proposed_are_named(
    officer_for_data: Actor, approver: Actor, actor: Actor
) -> None:
    closed_case(actor, "ALT-1")
    run = run_all(officer_for_data, approver)
    kinds = ["retention.proposed", "retention.confirmed", "retention.finished"]
    acted = dict(Action.objects.filter(kind__in=kinds, references__run=run.pk).values_list("kind", "actor_id"))
    assert acted == dict(zip(kinds, [officer_for_data.account_id, approver.account_id, None], strict=True))


def test_a_file_of_another_case_with_the_same_document_keeps_it(
    officer_for_data: Actor, approver: Actor, actor: Actor, case_with: MakeCase
) -> None:
    old, living = closed_case(actor, "ALT-1"), case_with({"family_name": "Haddad"})
    document = add_document(actor, old.pk, PDF, BY)
    add_document(actor, living.pk, PDF, BY)
    run_all(officer_for_data, approver)
    assert default_storage.exists(document.path)
    assert Document.objects.get().case_id == living.pk


def test_one_person_alone_deletes_nothing(officer_for_data: Actor, actor: Actor) -> None:
    closed_case(actor, "ALT-1")
    run = propose(officer_for_data, uuid4())
    with pytest.raises(NotDecided, match="andere Person"):
        confirm(officer_for_data, run.key)
    work_off()
    assert settled(run) == [("case_file", "waiting", "")]
    with pytest.raises(IntegrityError):
        DeletionRun.objects.filter(pk=run.pk).update(state="running", decided_by=officer_for_data.account)


def test_the_right_is_asked_for_everything(actor: Actor, officer_for_data: Actor) -> None:
    closed_case(actor, "ALT-1")
    run = propose(officer_for_data, uuid4())
    for act in (
        lambda: preview(actor, today()),
        lambda: cases_of(actor, today(), "case_file", "due", 1),
        lambda: propose(actor, uuid4()),
        lambda: confirm(actor, run.key),
        lambda: refuse(actor, run.key),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_another_body_neither_sees_nor_decides(
    officer_for_data: Actor, actor: Actor, make_actor: MakeActor, other_body: Body
) -> None:
    closed_case(actor, "ALT-1")
    run = propose(officer_for_data, uuid4())
    other = make_actor("andere", other_body, "data_protection", "approver")
    assert not preview(other, today()).lines
    for act in (confirm, refuse):
        with pytest.raises(DeletionRun.DoesNotExist):
            act(other, run.key)


def test_the_same_form_twice_makes_one_run_and_a_second_open_one_is_refused(
    officer_for_data: Actor, approver: Actor, actor: Actor
) -> None:
    closed_case(actor, "ALT-1")
    key = uuid4()
    assert propose(officer_for_data, key) == propose(officer_for_data, key)
    with pytest.raises(NotDecided, match="schon einen Vorschlag"):
        propose(approver, uuid4())
    assert DeletionRun.objects.count() == 1


def test_a_decision_is_taken_once(officer_for_data: Actor, approver: Actor, actor: Actor) -> None:
    closed_case(actor, "ALT-1")
    run = propose(officer_for_data, uuid4())
    assert refuse(approver, run.key).state == DeletionRun.State.REFUSED
    with pytest.raises(NotDecided, match="bereits entschieden"):
        confirm(approver, run.key)
    again = propose(officer_for_data, uuid4())
    assert refuse(officer_for_data, again.key).state == DeletionRun.State.WITHDRAWN
    assert Case.objects.count() == 1


def test_nothing_to_delete_is_no_run(officer_for_data: Actor, case_with: MakeCase) -> None:
    case_with({"family_name": "Haddad"})
    with pytest.raises(NotDecided, match="nichts zu löschen"):
        propose(officer_for_data, uuid4())


def test_looking_is_noted_without_a_case(officer_for_data: Actor, actor: Actor) -> None:
    closed_case(actor, "ALT-1")
    preview(officer_for_data, today())
    lines, total = cases_of(officer_for_data, today(), "case_file", "due", 1)
    assert ([line.number for line in lines], total) == (["ALT-1"], 1)
    noted = AccessLine.objects.filter(account=officer_for_data.account_id)
    assert list(noted.values_list("what", "case", "rows")) == [("retention", None, 1)] * 2


def test_in_a_land_without_a_period_the_file_stays_and_the_page_says_why(
    make_actor: MakeActor, body: Body, actor: Actor
) -> None:
    closed_case(actor, "ALT-1")  # the Land's profile names no period
    officer = make_actor("reimann", body, "data_protection")
    [line] = preview(officer, today()).lines
    assert (line.how, line.cases) == ("no_period", 1)
    with pytest.raises(NotDecided):
        propose(officer, uuid4())


def test_what_is_reopened_between_proposal_and_run_stays(
    officer_for_data: Actor, approver: Actor, actor: Actor
) -> None:
    case = closed_case(actor, "ALT-1")
    run = propose(officer_for_data, uuid4())
    closing = Fact.objects.get(case=case, name="case_closed_on")
    from augenmass.cases.actions.facts import dispute_fact

    dispute_fact(actor, case.pk, closing.pk, "Der Vorgang wurde wieder aufgenommen.")
    confirm(approver, run.key)
    work_off()
    assert settled(run) == [("case_file", "kept", "not_due")]
    assert Case.objects.filter(pk=case.pk).exists()


def test_an_open_task_keeps_the_file(officer_for_data: Actor, approver: Actor, actor: Actor) -> None:
    case = closed_case(actor, "ALT-1")
    create_task(actor, case.pk, NewTask(uuid4(), Task.Kind.TASK, "Kosten einziehen", today() + timedelta(days=3)))
    assert [how(one) for one in findings(actor.body, today())] == ["work"]


def test_the_file_of_a_relative_at_work_keeps_the_file_until_it_is_closed(
    officer_for_data: Actor, approver: Actor, actor: Actor, case_with: MakeCase
) -> None:
    old, living = closed_case(actor, "ALT-1"), case_with({"family_name": "Vergangen", "first_names": "Ida"})
    link_relative(actor, old.pk, living.number, FamilyLink.Relation.PARENT, same_household=True)
    assert [how(one) for one in findings(actor.body, today())] == ["kin"]
    with entry(actor, "fact.established", living.pk) as e:
        e.establish("case_closed_on", "2020-05-05", source_id=Source.objects.get(label="Akte").pk)
    assert [how(one) for one in findings(actor.body, today())] == ["due", "not_due"]
    run_all(officer_for_data, approver)
    assert not FamilyLink.objects.exists()
    assert Case.objects.get() == living
    assert list(verify()) == []


def test_data_of_a_removal_go_from_a_file_that_goes_on(
    officer_for_data: Actor, approver: Actor, actor: Actor, case_with: MakeCase
) -> None:
    case = case_with({"family_name": "Haddad", **BAN})
    fact = Fact.objects.get(case=case, name="entry_ban_until")
    before = LegalPosition.objects.get(case=case).computed_at
    with travel(today() + timedelta(days=1)):
        run = run_all(officer_for_data, approver)
    assert settled(run) == [("removal_data", "erased", "")]
    assert not Fact.objects.filter(case=case, name__in=REMOVAL_NAMES).exists()
    assert Fact.objects.filter(case=case).count() == 1
    assert ErasedRow.objects.filter(label="record.fact", row=fact.pk).exists()
    assert LegalPosition.objects.get(case=case).computed_at > before
    assert Action.objects.filter(case=case, kind="fact.erased").count() == 1
    assert list(verify()) == []
    assert [how(one) for one in findings(actor.body, today())] == []


def test_a_file_is_erased_after_its_data_of_a_removal_were(
    officer_for_data: Actor, approver: Actor, actor: Actor
) -> None:
    closed_case(actor, "ALT-1", case_closed_on="2020-05-05", **BAN)
    first = run_all(officer_for_data, approver)
    assert settled(first) == [("removal_data", "erased", "")]
    with travel(today().replace(year=2031)):
        assert settled(run_all(officer_for_data, approver))[0] == ("case_file", "erased", "")
    assert list(verify()) == []
    assert not Note.objects.exists()
