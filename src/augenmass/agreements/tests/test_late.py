"""What is late, by side: in the count, in the lists and on the page; a talk that was moved; a step that is due on a holiday."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.following import hold_review, move_review, note_done
from augenmass.agreements.models import Agreement
from augenmass.agreements.queries.agreements import agreements, counts, one_agreement, waiting_for
from augenmass.agreements.rules.content import Side
from augenmass.agreements.tests.conftest import version
from augenmass.law.time import today, travel

pytestmark = pytest.mark.db
Signed = Callable[..., Agreement]
ClientOf = Callable[[Actor], Client]


def _late(counsellor: Actor, made: Agreement) -> dict[Side, int]:
    return {line.side: line.late for line in one_agreement(counsellor, made.key).tallies}


def test_each_side_is_late_by_its_own_steps_alone(counsellor: Actor, signed: Signed) -> None:
    made = signed("de")
    with reading_for(counsellor), travel(today() + timedelta(weeks=12)):
        before = _late(counsellor, made)
        for step in made.steps.filter(side=Side.COUNSELLOR):
            note_done(counsellor, made.key, version(made), step.key, today())
        after = _late(counsellor, made)
    assert before[Side.PERSON] == after[Side.PERSON] == made.steps.filter(side=Side.PERSON).exclude(due=None).count()
    assert before[Side.COUNSELLOR] > after[Side.COUNSELLOR] == 1  # the talk that nobody held


def test_the_lists_follow_every_change(counsellor: Actor, signed: Signed, working_day: Callable[[int], date]) -> None:
    made = signed("de")
    far = today() + timedelta(weeks=12)
    with reading_for(counsellor):
        assert (counts(counsellor)["late"], counts(counsellor)["due"]) == (0, 0)
        with travel(far):
            assert (counts(counsellor)["late"], waiting_for(counsellor)) == (1, 1)
            assert [row.pk for row in agreements(counsellor, "late").rows] == [made.pk]
            for step in made.steps.all():
                note_done(counsellor, made.key, version(made), step.key, today())
            assert counts(counsellor)["late"] == 1  # the talk
            move_review(counsellor, made.key, version(made), working_day(1), "counsellor")
            assert (counts(counsellor)["late"], counts(counsellor)["due"]) == (0, 1)
            with travel(working_day(1)):
                hold_review(counsellor, made.key, version(made), today(), "")
                assert (counts(counsellor)["late"], counts(counsellor)["due"]) == (0, 0)


def test_a_talk_that_was_moved_is_late_by_its_new_day_and_who_moved_it_stays(
    counsellor: Actor, signed: Signed, client_of: ClientOf, working_day: Callable[[int], date]
) -> None:
    made = signed("de")
    for step in made.steps.all():
        with reading_for(counsellor):
            note_done(counsellor, made.key, version(made), step.key, today())
    first, later = made.reviews.get().due, working_day(9)
    with reading_for(counsellor):
        move_review(counsellor, made.key, version(made), later, "person")
        with travel(first + timedelta(days=1)):
            assert _late(counsellor, made)[Side.COUNSELLOR] == 0
        with travel(later + timedelta(days=1)):
            assert _late(counsellor, made)[Side.COUNSELLOR] == 1
    page = client_of(counsellor).get(f"/vereinbarungen/{made.key}/").content.decode()
    assert "auf Wunsch der Person" in page
    assert f"{later:%d.%m.%Y}" in page


def test_a_step_that_is_due_on_a_holiday_is_named_and_is_late_only_after_it(
    counsellor: Actor, signed: Signed, client_of: ClientOf
) -> None:
    made = signed("de")
    holiday = date(today().year + 1, 12, 25)
    step = made.steps.filter(side=Side.PERSON)[0]
    made.steps.exclude(pk=step.pk).update(done_on=today())
    made.steps.filter(pk=step.pk).update(due=holiday)
    browser: Client = client_of(counsellor)
    assert "Erster Weihnachtstag" in browser.get(f"/vereinbarungen/{made.key}/").content.decode()
    with reading_for(counsellor):
        with travel(holiday):
            assert _late(counsellor, made)[Side.PERSON] == 0
        with travel(holiday + timedelta(days=1)):
            assert _late(counsellor, made)[Side.PERSON] == 1
