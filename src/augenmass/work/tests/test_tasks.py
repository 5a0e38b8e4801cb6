"""Tasks, resubmissions and notes."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Absence
from augenmass.law.time import travel
from augenmass.record.models import Action, Case
from augenmass.work.actions.notes import write_note
from augenmass.work.actions.tasks import (
    NewTask,
    create_task,
    finish_task,
    give_task,
    reschedule_task,
)
from augenmass.work.models import Note, Task
from augenmass.work.queries.notes import notes_of_case
from augenmass.work.queries.standing_in import standing
from augenmass.work.queries.tasks import TaskFilter, task_detail, task_list, tasks_of_case
from augenmass.work.refusal import NotDone

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _a_monday():
    with travel(DAY):
        yield


def task_for(
    actor: Actor, case: Case, due: date = DAY, kind: Task.Kind = Task.Kind.TASK, key: UUID | None = None
) -> Task:
    return create_task(actor, case.pk, NewTask(key or uuid4(), kind, "Passkopie anfordern", due, actor.account_id))


def titles(actor: Actor, section: str) -> list[int]:
    return [task.pk for task in task_list(actor, standing(actor), TaskFilter(section)).rows]


def test_the_same_form_sent_twice_makes_one_task_and_one_action(actor: Actor, case_with: MakeCase) -> None:
    case, key = case_with(), uuid4()
    first, second = task_for(actor, case, key=key), task_for(actor, case, key=key)
    assert first.pk == second.pk
    assert Action.objects.filter(kind="task.created").count() == 1


def test_a_task_ticked_off_twice_is_done_once(actor: Actor, case_with: MakeCase) -> None:
    task = task_for(actor, case_with())
    done = [finish_task(actor, task.key).done_by_id, finish_task(actor, task.key).done_by_id]
    assert done[0] == done[1]
    assert Action.objects.filter(kind="task.done").count() == 1
    assert tasks_of_case(actor, task.case_id) == []


def test_a_task_moves_between_the_sections_of_the_list_with_its_day(actor: Actor, case_with: MakeCase) -> None:
    task = task_for(actor, case_with())
    assert titles(actor, "today") == [task.pk]
    reschedule_task(actor, task.key, DAY + timedelta(days=7))
    assert (titles(actor, "today"), titles(actor, "coming")) == ([], [task.pk])
    with travel(DAY + timedelta(days=8)):
        assert titles(actor, "overdue") == [task.pk]
    assert Action.objects.get(kind="task.rescheduled").references["after"] == "2026-03-09"


def test_a_resubmission_stands_in_its_own_section(actor: Actor, case_with: MakeCase) -> None:
    task = task_for(actor, case_with(), kind=Task.Kind.RESUBMISSION)
    assert (titles(actor, "resubmission"), titles(actor, "today")) == ([task.pk], [])


@pytest.mark.parametrize("due", [DAY - timedelta(days=1), DAY + timedelta(days=3000)])
def test_a_task_for_an_impossible_day_is_refused_and_leaves_nothing(
    actor: Actor, case_with: MakeCase, due: date
) -> None:
    case = case_with()
    with pytest.raises(NotDone):
        task_for(actor, case, due=due)
    assert not Task.objects.exists()
    assert not Action.objects.filter(kind="task.created").exists()


def test_second_signatures_cannot_be_made_or_ticked_off_by_hand(actor: Actor, case_with: MakeCase) -> None:
    case = case_with()
    with pytest.raises(NotDone):
        task_for(actor, case, kind=Task.Kind.SIGNATURE)
    task = task_for(actor, case)
    Task.objects.filter(pk=task.pk).update(kind=Task.Kind.SIGNATURE)
    with pytest.raises(NotDone):
        finish_task(actor, task.key)


def test_another_body_sees_and_changes_no_task(actor: Actor, outsider: Actor, case_with: MakeCase) -> None:
    task = task_for(actor, case_with())
    with pytest.raises(Task.DoesNotExist):
        task_detail(outsider, task.key)
    with pytest.raises(Task.DoesNotExist):
        finish_task(outsider, task.key)
    with pytest.raises(Case.DoesNotExist):
        create_task(outsider, task.case_id, NewTask(uuid4(), Task.Kind.TASK, "x", DAY))
    with pytest.raises(NotDone):
        give_task(actor, task.key, outsider.account_id)


def test_somebody_without_the_right_creates_no_task(actor: Actor, intake_clerk: Actor, case_with: MakeCase) -> None:
    case = case_with()
    with pytest.raises(NotPermitted):
        task_for(intake_clerk, case)


def test_the_stand_in_sees_the_tasks_of_the_absent_colleague(
    actor: Actor, make_actor: MakeActor, case_with: MakeCase
) -> None:
    stand_in = make_actor("vogt", actor.body, "caseworker")
    task = task_for(actor, case_with())
    assert titles(stand_in, "today") == []
    Absence.objects.create(
        account=actor.account, stand_in=stand_in.account, first_day=DAY, last_day=DAY, recorded_by=actor.account
    )
    assert titles(stand_in, "today") == [task.pk]
    with travel(DAY + timedelta(days=1)):
        assert titles(stand_in, "overdue") == []


def test_a_note_is_kept_once_and_listed_newest_first(actor: Actor, outsider: Actor, case_with: MakeCase) -> None:
    case, key = case_with(), uuid4()
    write_note(actor, case.pk, key, "Telefonat mit der Kanzlei:\r\nUnterlagen folgen.")
    write_note(actor, case.pk, key, "Telefonat mit der Kanzlei:\r\nUnterlagen folgen.")
    with travel(DAY + timedelta(days=1)):
        write_note(actor, case.pk, uuid4(), "Unterlagen eingegangen.")
    assert [note.text for note in notes_of_case(actor, case.pk)] == [
        "Unterlagen eingegangen.",
        "Telefonat mit der Kanzlei:\nUnterlagen folgen.",
    ]
    assert notes_of_case(outsider, case.pk) == []


def test_a_note_is_sealed_so_that_a_later_change_shows(actor: Actor, case_with: MakeCase) -> None:
    note = write_note(actor, case_with().pk, uuid4(), "Vorsprache am 2. März.")
    assert bytes(note.digest) == note.compute_digest()
    Note.objects.filter(pk=note.pk).update(text="Keine Vorsprache.")
    changed = Note.objects.get(pk=note.pk)
    assert bytes(changed.digest) != changed.compute_digest()


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 20_001, "Text\x00"])
def test_a_note_that_cannot_be_kept_is_refused_with_a_sentence(actor: Actor, case_with: MakeCase, text: str) -> None:
    case = case_with()
    with pytest.raises(NotDone, match="Vermerk"):
        write_note(actor, case.pk, uuid4(), text)
    assert not Note.objects.exists()
