"""Who stands in for whom, and which days are acceptable."""

from datetime import date, timedelta

import pytest

from augenmass.work.rules import (
    FARTHEST,
    Away,
    DayProblem,
    problem_with_due,
    problem_with_receipt,
    stands_in_for,
)

pytestmark = pytest.mark.unit
DAY = date(2026, 3, 2)
ANNA, BORIS, CLARA, DORA = 1, 2, 3, 4


def away(account: int, stand_in: int, first: int = 0, last: int = 0) -> Away:
    return Away(account, stand_in, DAY + timedelta(days=first), DAY + timedelta(days=last))


def test_the_first_and_the_last_day_of_an_absence_count() -> None:
    absence = away(ANNA, BORIS, 0, 2)
    seen = [stands_in_for(BORIS, [absence], DAY + timedelta(days=shift)) for shift in (-1, 0, 2, 3)]
    assert seen == [[], [ANNA], [ANNA], []]


def test_work_passes_on_when_the_stand_in_is_away_too() -> None:
    absences = [away(ANNA, BORIS), away(BORIS, CLARA)]
    assert stands_in_for(CLARA, absences, DAY) == [ANNA, BORIS]
    assert stands_in_for(BORIS, absences, DAY) == [ANNA]


def test_a_circle_of_stand_ins_ends_and_nobody_stands_in_for_themselves() -> None:
    assert stands_in_for(ANNA, [away(ANNA, BORIS), away(BORIS, ANNA)], DAY) == [BORIS]


def test_one_person_can_stand_in_for_several() -> None:
    assert stands_in_for(DORA, [away(CLARA, DORA), away(ANNA, DORA)], DAY) == [ANNA, CLARA]


@pytest.mark.parametrize(
    ("due", "problem"),
    [
        (DAY - timedelta(days=1), DayProblem.PAST),
        (DAY, None),
        (DAY + FARTHEST, None),
        (DAY + FARTHEST + timedelta(days=1), DayProblem.TOO_FAR),
    ],
)
def test_a_task_is_due_from_today_to_five_years_ahead(due: date, problem: DayProblem | None) -> None:
    assert problem_with_due(due, DAY) == problem


@pytest.mark.parametrize(
    ("received", "problem"),
    [
        (DAY + timedelta(days=1), DayProblem.FUTURE),
        (DAY, None),
        (DAY - FARTHEST, None),
        (DAY - FARTHEST - timedelta(days=1), DayProblem.TOO_FAR),
    ],
)
def test_a_letter_was_received_today_or_in_the_last_five_years(received: date, problem: DayProblem | None) -> None:
    assert problem_with_receipt(received, DAY) == problem
