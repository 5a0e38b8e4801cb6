"""A transmitted fact that changes gives the officer a task until the receiver is told, or somebody says why not."""

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.cases.actions.facts import FactEntry, dispute_fact, establish_fact
from augenmass.record.models import Case
from augenmass.record.verify import verify
from augenmass.transmissions.actions.composing import transmit
from augenmass.transmissions.actions.deciding import Acceptance, accept, give_back
from augenmass.transmissions.actions.following import Following, correct, recall
from augenmass.transmissions.actions.noticing import dismiss_notice
from augenmass.transmissions.models import Transmission
from augenmass.transmissions.queries.sent import notice_settled, notice_waits
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.kinds import ReturnReason
from augenmass.transmissions.tests.conftest import Compose
from augenmass.work.actions.tasks import finish_task
from augenmass.work.models import Note, Task
from augenmass.work.queries.standing_in import standing
from augenmass.work.queries.tasks import TaskFilter, task_list
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from django.db.models import QuerySet

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture
def told(actor: Actor, clerk: Actor, held_case: Case, compose: Compose) -> Transmission:
    """Told the benefits office, which accepted."""
    with reading_for(actor):
        made = transmit(actor, held_case.pk, compose("family_name", "address_town"))
    with reading_for(clerk):
        accept(clerk, made.key, Acceptance())
    return made


def why(reasons: str = "Die Anschrift war falsch.") -> Following:
    return Following(uuid4(), reasons)


def change(actor: Actor, case: Case, name: str, value: str) -> None:
    held = case.facts.get(name=name, closed_by=None)
    with reading_for(actor):
        establish_fact(actor, case.pk, FactEntry(name, value, note="Umzug"), held.pk)


def open_ones(sent: Transmission) -> "QuerySet[Task]":
    return Task.objects.filter(about=sent.notice, done_by=None)


def test_a_change_of_a_transmitted_fact_gives_the_officer_one_task(
    actor: Actor, held_case: Case, told: Transmission
) -> None:
    change(actor, held_case, "illness_claimed", "no")
    assert not open_ones(told).exists(), "that was not transmitted"
    change(actor, held_case, "address_town", "Südheim")
    task = open_ones(told).get()
    assert (task.kind, task.case_id, task.assignee_id) == ("notice", held_case.pk, held_case.officer_id)
    with reading_for(actor):
        listed = task_list(actor, standing(actor), TaskFilter("today")).rows
        dispute_fact(actor, held_case.pk, held_case.facts.get(name="family_name").pk, "Bestritten.")
    assert task.pk in [found.pk for found in listed]
    assert open_ones(told).get().pk == task.pk, "an open task covers further changes"
    assert not list(verify())


@pytest.mark.parametrize("follow", [correct, recall])
def test_a_notice_that_is_signed_ends_the_task(actor: Actor, held_case: Case, told: Transmission, follow) -> None:  # type: ignore[no-untyped-def]
    change(actor, held_case, "address_town", "Südheim")
    with reading_for(actor):
        made = follow(actor, told.key, why())
    assert not open_ones(told).exists()
    assert notice_settled(told)
    change(actor, held_case, "address_town", "Westheim")
    assert not open_ones(told).exists(), "who was corrected or recalled holds it no more"
    assert open_ones(made).exists() is (follow is correct)


def test_a_notice_that_waits_for_its_second_signature_leaves_the_task(
    actor: Actor, held_case: Case, told: Transmission
) -> None:
    actor.body.policies = {"second_person": {"transmission": True}}
    actor.body.save(update_fields=["policies"])
    change(actor, held_case, "address_town", "Südheim")
    with reading_for(actor):
        correct(actor, told.key, why())
    assert open_ones(told).exists()


def test_it_is_dismissed_with_a_reason_that_stands_in_the_file(
    actor: Actor, held_case: Case, told: Transmission
) -> None:
    change(actor, held_case, "address_town", "Südheim")
    entered = why("Nur die Schreibweise wurde berichtigt.")
    with reading_for(actor):
        with pytest.raises(NotSent, match="begründen"):
            dismiss_notice(actor, told.key, why("  "))
        with pytest.raises(NotSent, match="unlesbares"):
            dismiss_notice(actor, told.key, why("x\x00"))
        dismiss_notice(actor, told.key, entered)
        dismiss_notice(actor, told.key, entered)
        with pytest.raises(NotSent, match="keine Unterrichtung offen"):
            dismiss_notice(actor, told.key, why())
    note = Note.objects.get(case=held_case)
    assert (
        note.text
        == "Leistungsbehörde Nordheim wird über eine geänderte Angabe nicht unterrichtet: Nur die Schreibweise wurde berichtigt."
    )
    assert not notice_waits(told)
    change(actor, held_case, "family_name", "Hadad")
    assert notice_waits(told), "the next change is another one"
    assert not list(verify())


def test_it_cannot_be_ticked_off_without_a_word(
    actor: Actor, outsider: Actor, clerk: Actor, held_case: Case, told: Transmission
) -> None:
    change(actor, held_case, "address_town", "Südheim")
    with reading_for(actor), pytest.raises(NotDone, match="endet mit dem Vorgang"):
        finish_task(actor, open_ones(told).get().key)
    with reading_for(outsider), pytest.raises(Transmission.DoesNotExist):
        dismiss_notice(outsider, told.key, why())
    with reading_for(clerk), pytest.raises(NotPermitted):
        dismiss_notice(clerk, told.key, why())


def test_what_came_back_or_was_recalled_asks_for_no_notice(
    actor: Actor, clerk: Actor, held_case: Case, compose: Compose
) -> None:
    with reading_for(actor):
        returned = transmit(actor, held_case.pk, compose("address_town", "family_name"))
    change(actor, held_case, "address_town", "Südheim")
    assert open_ones(returned).exists()
    with reading_for(clerk):
        give_back(clerk, returned.key, ReturnReason.PERSON_UNKNOWN)
    assert not open_ones(returned).exists()
    change(actor, held_case, "family_name", "Hadad")
    assert not open_ones(returned).exists()
