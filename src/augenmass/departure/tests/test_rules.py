"""Rules of the voluntary lane: stages, codes, days, and numbers that tell nobody's decision."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.departure.rules.code import ALPHABET, digest_of_code, new_code
from augenmass.departure.rules.days import (
    DayProblem,
    comes_of_age,
    heads,
    problem_with_departure,
    problem_with_validity,
)
from augenmass.departure.rules.decisions import LEAST, Decision, decisions, protect, told
from augenmass.departure.rules.lane import Mark, Progress, Stage, next_stage, stages, state_of

pytestmark = pytest.mark.unit
AT = datetime(2026, 8, 17, 9, tzinfo=UTC)
FIRST = date(2026, 8, 17)


def _days(text: str) -> tuple[date, date]:
    return date.fromisoformat(text), date.fromisoformat(text)


def test_a_code_has_a_hundred_bits_and_is_read_however_it_is_typed() -> None:
    code = new_code()
    assert len(code.replace("-", "")) == 20
    assert set(code.replace("-", "")) <= set(ALPHABET)
    assert len(ALPHABET) == 32
    assert digest_of_code(code) == digest_of_code(code.lower().replace("-", " "))
    assert digest_of_code("O1IL0") == digest_of_code("01110")


@given(st.text(max_size=400))
def test_whatever_is_typed_has_a_digest(typed: str) -> None:
    assert len(digest_of_code(typed)) == 64


def test_two_codes_are_not_the_same() -> None:
    assert len({new_code() for _ in range(200)}) == 200


def test_a_declaration_is_decided_before_anything_else_is_next() -> None:
    assert next_stage(Progress()) is Stage.NOTICE
    assert next_stage(Progress(declared=True)) is Stage.DECISION
    assert next_stage(Progress(noticed=True, declared=True, decided=True)) is Stage.BOOKING
    assert next_stage(Progress(noticed=True, declared=True, decided=True, applied=True)) is Stage.APPLICATION


def test_nothing_is_next_when_it_has_ended_and_the_payment_when_they_left() -> None:
    assert next_stage(Progress(ended=True)) is None
    assert next_stage(Progress(departed=True)) is None
    assert next_stage(Progress(departed=True, approved=True, follow_up_due=True)) is Stage.FOLLOW_UP


@given(st.builds(Progress, *[st.booleans()] * 11))
def test_one_stage_at_most_is_next_and_what_is_done_never_is(found: Progress) -> None:
    marks = dict(stages(found))
    assert sum(mark is Mark.NEXT for mark in marks.values()) == (next_stage(found) is not None)
    assert set(marks) == set(Stage)


@given(ended=st.booleans(), departed=st.booleans(), booked=st.booleans(), approved=st.booleans())
def test_whoever_left_has_left(ended: bool, departed: bool, booked: bool, approved: bool) -> None:
    state = state_of(ended=ended, departed=departed, booked=booked, approved=approved)
    assert (state == "departed") == departed
    assert (state == "ended") == (ended and not departed)


def test_a_child_counts_as_an_adult_from_its_birthday_on() -> None:
    born = _days("2008-10-01")
    assert heads([born, None], date(2026, 9, 30)) == (1, 1)
    assert heads([born, None], date(2026, 10, 1)) == (2, 0)


@pytest.mark.parametrize(
    ("born", "says"),
    [
        ("2008-10-01", date(2026, 10, 1)),
        ("2008-02-29", None),
        ("2009-10-01", None),
        ("2000-10-01", None),
    ],
)
def test_who_comes_of_age_on_the_way_is_named(born: str, says: date | None) -> None:
    assert comes_of_age(_days(born), FIRST, date(2027, 2, 1)) == says


def test_of_a_birth_known_in_part_the_first_possible_day_counts() -> None:
    assert comes_of_age((date(2008, 10, 1), date(2008, 10, 31)), FIRST, date(2027, 2, 1)) == date(2026, 10, 1)
    assert comes_of_age(None, FIRST, date(2027, 2, 1)) is None


def test_days_that_cannot_be_meant_have_a_reason() -> None:
    assert problem_with_validity(FIRST - timedelta(days=1), FIRST) is DayProblem.PAST
    assert problem_with_validity(FIRST + timedelta(days=181), FIRST) is DayProblem.TOO_FAR
    assert problem_with_validity(FIRST, FIRST) is None
    assert problem_with_departure(FIRST + timedelta(days=1), FIRST, FIRST) is DayProblem.FUTURE
    assert problem_with_departure(FIRST - timedelta(days=1), FIRST, FIRST) is DayProblem.BEFORE_ISSUE
    assert problem_with_departure(FIRST, FIRST, FIRST) is None


def _hours(count: int) -> datetime:
    return AT + timedelta(hours=count)


def test_each_declaration_is_matched_with_its_own_answer() -> None:
    found = decisions(
        declared=[(1, AT), (1, _hours(10)), (2, _hours(1))],
        answered=[(1, _hours(4), "declined"), (1, _hours(12), "accepted")],
        arranged={1: [_hours(5)]},
    )
    assert [(row.answer, row.hours, row.arranged) for row in found] == [
        ("declined", 4.0, False),
        ("", None, False),
        ("accepted", 2.0, True),
    ]


def test_a_corrected_day_is_no_second_declaration() -> None:
    assert len(decisions([(1, AT), (1, _hours(1))], [(1, _hours(2), "accepted")], {})) == 1


@given(st.lists(st.integers(0, 12), min_size=2, max_size=5))
def test_no_number_under_three_can_be_computed_from_what_is_told(counts: list[int]) -> None:
    parts = {str(place): number for place, number in enumerate(counts)}
    shown = protect(parts, sum(counts))
    hidden = [name for name, number in shown.items() if number is None]
    assert all(number == 0 or number >= LEAST for number in shown.values() if number is not None)
    assert len(hidden) != 1 or not any(0 < number < LEAST for number in counts) or len(counts) == 1


def test_the_median_is_told_from_three_decisions_on() -> None:
    rows = [Decision(AT, "accepted", _hours(hours)) for hours in (2, 5)]
    assert told(rows).median_hours is None
    assert told(rows).declared is None
    numbers = told([*rows, Decision(AT, "accepted", _hours(30))])
    assert numbers.median_hours == 5
    assert (numbers.declared, numbers.answers["accepted"], numbers.waiting) == (3, 3, 0)
