"""A fact that otherwise only a step with two signatures writes: one person alone does not make the law believe it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from augenmass.access.actor import NotPermitted
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.actions.facts import FactEntry, NotRecorded, establish_fact
from augenmass.cases.facts import current_facts
from augenmass.cases.models import Document
from augenmass.cases.second_person import WAITING, facts_of_two
from augenmass.law.catalogue import Catalogue
from augenmass.law.norms.specimens import WARNED
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case, Dispute, Fact
from augenmass.record.verify import verify
from augenmass.work.actions.second_person import confirm_fact, dispute_recorded_fact, record_fact
from augenmass.work.models import Task
from augenmass.work.queries.standing_in import standing
from augenmass.work.queries.tasks import TaskFilter, task_list
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]

NAME = "removal_arranged_on"
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def case(case_with: "MakeCase") -> Case:
    return case_with({name: value for name, value in WARNED.items() if not VOCABULARY[name].derived})


def evidence(actor: "Actor", case: Case) -> int:
    return add_document(actor, case.pk, PDF, DocumentText(Document.Kind.OTHER, "Verfügung")).pk


def recorded(actor: "Actor", case: Case) -> Fact:
    return record_fact(actor, case.pk, FactEntry(NAME, "01.07.2026", evidence_id=evidence(actor, case)), None)


def believed(case: Case) -> bool:
    held = current_facts([case.pk], today())[case.pk].held.get(NAME)
    return held is not None and not held.disputed


def test_the_names_come_from_the_catalogue_and_the_policy_of_the_body(body: "Body") -> None:
    assert facts_of_two(body) == {
        "referred_to_central_body_on",
        "removal_announcement_issued_on",
        "removal_arranged_on",
        "suspension_revocation_issued_on",
        "warning_issued_on",
    }
    body.policies = {"second_person": {"arrange_removal": False, "close_case": True}}
    assert NAME not in facts_of_two(body)
    assert "case_closed_on" in facts_of_two(body)


def test_no_step_of_one_person_asks_for_such_a_fact(body: "Body") -> None:
    alone = [step for step in Catalogue.shipped().steps if not step.second_person]
    assert not facts_of_two(body).intersection(name for step in alone for name in step.asks)


def test_without_evidence_it_is_not_recorded(actor: "Actor", case: Case) -> None:
    with pytest.raises(NotRecorded, match="zwei Unterschriften"):
        record_fact(actor, case.pk, FactEntry(NAME, "01.07.2026"), None)
    assert not Fact.objects.filter(case=case, name=NAME).exists()


def test_one_person_alone_cannot_make_the_law_believe_it(actor: "Actor", case: Case) -> None:
    fact = recorded(actor, case)
    assert not believed(case)
    assert Dispute.objects.get(fact=fact).reason == WAITING
    again = FactEntry(NAME, "01.07.2026", evidence_id=fact.evidence_id, note="Es stimmt wirklich.")
    record_fact(actor, case.pk, again, fact.pk)
    assert not believed(case)
    establish_fact(actor, case.pk, again, Fact.objects.get(case=case, name=NAME, closed_by=None).pk)
    assert not believed(case)
    assert Task.objects.filter(case=case, kind=Task.Kind.SIGNATURE, done_by=None).count() == 1


def test_who_recorded_it_cannot_confirm_it_whatever_their_rights(
    body: "Body", make_actor: "MakeActor", case: Case
) -> None:
    head = make_actor("zander", body, "caseworker", "approver")
    fact = recorded(head, case)
    with pytest.raises(NotDone, match="andere Person"):
        confirm_fact(head, case.pk, fact.pk)
    assert not believed(case)


def test_who_may_not_sign_second_cannot_confirm(
    body: "Body", make_actor: "MakeActor", actor: "Actor", case: Case
) -> None:
    with pytest.raises(NotPermitted):
        confirm_fact(make_actor("kranz", body, "caseworker"), case.pk, recorded(actor, case).pk)


def test_another_body_cannot_confirm(other_body: "Body", make_actor: "MakeActor", actor: "Actor", case: Case) -> None:
    with pytest.raises(Case.DoesNotExist):
        confirm_fact(make_actor("fern", other_body, "approver"), case.pk, recorded(actor, case).pk)


def test_confirmed_it_counts_and_both_people_stand_in_the_record(actor: "Actor", approver: "Actor", case: Case) -> None:
    fact = recorded(actor, case)
    assert [task.title for task in task_list(approver, standing(approver), TaskFilter("to_sign")).rows] == [
        "Angabe bestätigen: Abschiebung veranlasst am"
    ]
    assert not task_list(actor, standing(actor), TaskFilter("to_sign")).rows
    confirmed = confirm_fact(approver, case.pk, fact.pk)
    assert believed(case)
    assert (confirmed.author_id, confirmed.value, confirmed.evidence_id) == (
        approver.account_id,
        fact.value,
        fact.evidence_id,
    )
    assert confirmed.replaces_id == fact.pk
    assert not Task.objects.filter(case=case, done_by=None).exists()
    with pytest.raises(NotDone, match="wartet nicht"):
        confirm_fact(approver, case.pk, confirmed.pk)
    assert list(verify()) == []


def test_what_was_disputed_for_another_reason_is_not_confirmed_away(
    actor: "Actor", approver: "Actor", case: Case
) -> None:
    fact = recorded(actor, case)
    dispute_recorded_fact(approver, case.pk, fact.pk, "Das Dokument betrifft einen anderen Fall.")
    with pytest.raises(NotDone, match="wartet nicht"):
        confirm_fact(approver, case.pk, fact.pk)
    assert not believed(case)
    assert not Task.objects.filter(case=case, done_by=None).exists()
    assert list(verify()) == []


def test_the_second_person_finds_the_task_and_confirms_on_the_page_of_the_fact(
    actor: "Actor", approver: "Actor", case: Case, client_of: "Callable[[Actor], Client]"
) -> None:
    form = reverse("fact_record", args=[case.key, NAME])
    first = client_of(actor)
    assert "zwei Unterschriften" in first.get(form).content.decode()
    assert first.post(form, {"value": "01.07.2026"}).status_code == 422
    sent = first.post(form, {"value": "01.07.2026", "evidence": evidence(actor, case)}, follow=True)
    assert "wartet auf die Bestätigung einer zweiten Person" in sent.content.decode()
    history = reverse("fact_history", args=[case.key, NAME])
    confirm = reverse("fact_confirm", args=[case.key, NAME])
    assert confirm not in first.get(history).content.decode()
    second = client_of(approver)
    assert history in second.get(reverse("tasks"), {"teil": "to_sign"}).content.decode()
    assert confirm in second.get(history).content.decode()
    fact = Fact.objects.get(case=case, name=NAME, closed_by=None)
    first.post(confirm, {"fact": fact.pk})
    assert not believed(case)
    second.post(confirm, {"fact": "x"})
    assert not believed(case)
    second.post(confirm, {"fact": fact.pk})
    assert believed(case)
    assert confirm not in second.get(history).content.decode()
