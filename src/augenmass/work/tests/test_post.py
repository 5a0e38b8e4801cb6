"""Incoming post and what it does to a case."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.cases.facts import current_facts
from augenmass.cases.file_types import Refusal
from augenmass.cases.models import Document, LegalPosition
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Unit
from augenmass.law.catalogue import Catalogue
from augenmass.law.evaluate import answer
from augenmass.law.time import travel
from augenmass.law.values import NO
from augenmass.record.models import Action, Case, Fact
from augenmass.work.actions.post import NewPost, answer_post, assign_post, link_post, register_post
from augenmass.work.models import IncomingPost, OutgoingMail, Task
from augenmass.work.queries.post import PostFilter, case_candidates, post_counts, post_list
from augenmass.work.queries.standing_in import standing
from augenmass.work.refusal import NotDone
from augenmass.work.rules import URGENT_FACT

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
DAY = date(2026, 3, 2)
PDF = b"%PDF-1.7\n%%EOF"
Kind = IncomingPost.Kind


@pytest.fixture(autouse=True)
def _a_monday() -> Iterator[None]:
    with travel(DAY):
        yield


def letter(kind: Kind = Kind.COURT, **changes: object) -> NewPost:
    given = {"key": uuid4(), "sender": "Verwaltungsgericht", "subject": "Az. 3 B 12/26", "received_on": DAY} | changes
    return NewPost(kind=kind, **given)  # type: ignore[arg-type]


def urgent_facts(case: Case) -> list[Fact]:
    return list(Fact.objects.filter(case=case, name=URGENT_FACT, closed_by=None))


def gate(case: Case) -> int:
    """What the law answers to the question whether the entry may be relied on."""
    return answer(Catalogue.shipped(), "entry_reliable", current_facts([case.pk], DAY)[case.pk].held, DAY)


def test_a_page_may_write_a_mail_that_its_reader_cannot_read_yet(actor: Actor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Muster"})
    with reading_for(actor):
        register_post(actor, letter(Kind.URGENT_COURT, case_id=case.pk))
    assert OutgoingMail.objects.get().recipient == actor.account.email


def test_an_urgent_application_stops_the_gate_in_the_same_transaction_with_the_letter_as_evidence(
    actor: Actor, case_with: MakeCase
) -> None:
    case = case_with({"family_name": "Muster", URGENT_FACT: "no"})
    post = register_post(actor, letter(Kind.URGENT_COURT, case_id=case.pk, content=PDF))
    newest = max(urgent_facts(case), key=lambda fact: fact.pk)
    assert (newest.value, newest.evidence_id, newest.action.kind) == ("yes", post.document_id, "post.registered")
    assert gate(case) == NO
    assert "doubt_urgent_application" in LegalPosition.objects.get(case=case).content["doubts"]
    task = Task.objects.get(case=case)
    assert (task.kind, task.due, task.assignee_id) == (Task.Kind.POST, DAY, actor.account_id)


def test_the_officer_is_told_of_an_urgent_application_without_its_content(actor: Actor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Muster"})
    register_post(actor, letter(Kind.URGENT_COURT, case_id=case.pk))
    mail = OutgoingMail.objects.get()
    assert mail.recipient == actor.account.email
    assert not any(word in mail.subject + mail.text for word in ("Muster", case.number, "Eilantrag", "Gericht"))


def test_an_urgent_application_without_a_case_takes_effect_when_it_is_linked(actor: Actor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Muster"})
    post = register_post(actor, letter(Kind.URGENT_COURT))
    with pytest.raises(NotDone, match="zuerst einem Fall"):
        answer_post(actor, post.key, "Erledigt.")
    link_post(actor, post.key, case.pk)
    assert [fact.value for fact in urgent_facts(case)] == ["yes"]
    link_post(actor, post.key, case.pk)
    assert Task.objects.filter(case=case).count() == 1


def test_a_second_letter_in_the_same_proceedings_establishes_nothing_twice(actor: Actor, case_with: MakeCase) -> None:
    case = case_with()
    for _letter in range(2):
        register_post(actor, letter(Kind.URGENT_COURT, case_id=case.pk))
    assert len(urgent_facts(case)) == 1


def test_returned_mail_opens_a_task_for_the_officer(actor: Actor, case_with: MakeCase) -> None:
    case = case_with()
    register_post(actor, letter(Kind.RETURNED, case_id=case.pk))
    task = Task.objects.get(case=case)
    assert (task.kind, task.assignee_id) == (Task.Kind.RETURNED_MAIL, actor.account_id)


def test_a_failing_file_leaves_neither_letter_nor_fact(actor: Actor, case_with: MakeCase) -> None:
    case = case_with()
    with pytest.raises(Refusal):
        register_post(actor, letter(Kind.URGENT_COURT, case_id=case.pk, content=b"MZ"))
    assert not IncomingPost.objects.exists()
    assert urgent_facts(case) == []
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"received_on": DAY + timedelta(days=1)},
        {"received_on": DAY - timedelta(days=4000)},
        {"sender": "  "},
        {"subject": ""},
        {"content": PDF},
    ],
)
def test_a_letter_that_cannot_be_right_is_refused(actor: Actor, changes: dict[str, object]) -> None:
    with pytest.raises(NotDone):
        register_post(actor, letter(**changes))
    assert not IncomingPost.objects.exists()


def test_the_same_form_sent_twice_registers_one_letter(actor: Actor) -> None:
    new = letter()
    assert register_post(actor, new).pk == register_post(actor, new).pk
    assert Action.objects.filter(kind="post.registered").count() == 1


def test_a_letter_goes_to_a_person_then_to_a_team_and_is_closed_once(actor: Actor, make_actor: MakeActor) -> None:
    unit = Unit.objects.create(body=actor.body, key="sg1", name="Sachgebiet 1")
    colleague = make_actor("vogt", actor.body, "caseworker", unit=unit)
    post = register_post(actor, letter())
    assign_post(actor, post.key, assignee_id=colleague.account_id)
    assert post_counts(colleague, standing(colleague))["mine"] == 1
    assert post_counts(actor, standing(actor))["given"] == 1
    assign_post(actor, post.key, unit_id=unit.pk)
    assert post_counts(colleague, standing(colleague))["mine"] == 1
    answer_post(colleague, post.key, "Unterlagen übersandt.")
    answer_post(actor, post.key, "Noch einmal.")
    post.refresh_from_db()
    assert (post.answer, post.answered_on) == ("Unterlagen übersandt.", DAY)
    assert Action.objects.filter(kind="post.answered").count() == 1
    with pytest.raises(NotDone):
        assign_post(actor, post.key, assignee_id=actor.account_id)


@pytest.mark.parametrize("view", ["open", "mine", "new", "given", "answered"])
def test_the_counts_match_the_lists(actor: Actor, make_actor: MakeActor, case_with: MakeCase, view: str) -> None:
    colleague = make_actor("vogt", actor.body, "caseworker")
    case = case_with()
    register_post(actor, letter())
    register_post(actor, letter(case_id=case.pk))
    register_post(actor, letter(assignee_id=colleague.account_id))
    answer_post(actor, register_post(actor, letter(case_id=case.pk)).key, "Erledigt.")
    who = standing(actor)
    shown = post_list(actor, who, PostFilter(view))
    assert post_counts(actor, who)[view] == len(shown.rows) == shown.count >= 1


def test_a_letter_cannot_be_moved_from_case_to_case(actor: Actor, case_with: MakeCase) -> None:
    first, second = case_with(), case_with()
    post = register_post(actor, letter(case_id=first.pk))
    with pytest.raises(NotDone, match="bereits einem Fall"):
        link_post(actor, post.key, second.pk)


def test_another_body_reaches_neither_letters_nor_cases(actor: Actor, outsider: Actor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Muster"})
    post = register_post(actor, letter())
    with pytest.raises(IncomingPost.DoesNotExist):
        assign_post(outsider, post.key, assignee_id=outsider.account_id)
    with pytest.raises(Case.DoesNotExist):
        register_post(outsider, letter(case_id=case.pk))
    assert case_candidates(outsider, "Muster") == []
    assert [found.case_id for found in case_candidates(actor, "muster")] == [case.pk]


def test_somebody_without_the_right_to_handle_post_sees_none(actor: Actor, intake_clerk: Actor) -> None:
    register_post(actor, letter())
    assert post_list(intake_clerk, standing(intake_clerk), PostFilter()).count == 0
    with pytest.raises(NotPermitted):
        register_post(intake_clerk, letter())
