"""When an application can be opened, how it can go on, and how durations are shown."""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import Held, parse_value
from augenmass.law.vocabulary import VOCABULARY
from augenmass.travel_papers.rules.course import (
    CLOSING,
    Happened,
    Problem,
    open_hearings,
    problem_with,
    problem_with_filing,
)
from augenmass.travel_papers.rules.durations import FEWEST, distribution, scale_of
from augenmass.travel_papers.rules.opening import bars

pytestmark = pytest.mark.unit
ON = date(2026, 8, 17)
FILED = date(2026, 3, 2)
NEVER_ASKED = {
    "asylum_procedure_running": "no",
    "asylum_not_finally_refused": "no",
    "asylum_follow_up_pending": "no",
    "prohibition_human_rights": "no",
    "prohibition_concrete_danger": "no",
    "protection_status": "none",
    "protected_in_other_member_state": "no",
    "prohibition_refugee": "no",
    "prohibition_serious_harm": "no",
    "checked_asylum_procedure_on": "2026-08-14",
    "checked_protection_status_on": "2026-08-14",
    "temporary_protection": "no",
    "checked_temporary_protection_on": "2026-08-14",
}


@cache
def _catalogue() -> Catalogue:
    return Catalogue.shipped()


def _held(facts: dict[str, str]) -> dict[str, Held]:
    return {name: Held(parse_value(VOCABULARY[name], value)) for name, value in facts.items()}  # type: ignore[arg-type]


def test_nothing_stands_against_it_where_all_is_ruled_out() -> None:
    assert bars(_catalogue(), _held(NEVER_ASKED), ON) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"asylum_procedure_running": "yes"},
        {"asylum_not_finally_refused": "yes"},
        {"prohibition_human_rights": "yes"},
        {"protection_status": "refugee"},
        {"protection_status": "subsidiary"},
        {"protection_status": "asylum"},
        {"temporary_protection": "yes"},
    ],
)
def test_a_running_procedure_or_protection_bars_it(change: dict[str, str]) -> None:
    found = bars(_catalogue(), _held({**NEVER_ASKED, **change}), ON)
    assert any(bar.certain for bar in found)


def test_a_pending_follow_up_application_is_never_leave() -> None:
    assert bars(_catalogue(), _held({**NEVER_ASKED, "asylum_follow_up_pending": "yes"}), ON)


@pytest.mark.parametrize(
    "name",
    [
        "asylum_procedure_running",
        "asylum_not_finally_refused",
        "asylum_follow_up_pending",
        "protection_status",
        "prohibition_refugee",
    ],
)
def test_what_is_not_established_is_no_leave_and_is_named(name: str) -> None:
    held = _held({known: value for known, value in NEVER_ASKED.items() if known != name})
    found = bars(_catalogue(), held, ON)
    assert found
    assert not any(bar.certain for bar in found)
    assert name in {missing for bar in found for missing in bar.missing}


def test_a_disputed_fact_is_no_leave() -> None:
    held = _held(NEVER_ASKED)
    held["asylum_not_finally_refused"] = Held(held["asylum_not_finally_refused"].value, disputed=True)
    assert bars(_catalogue(), held, ON)


def _day(days: int) -> date:
    return ON + timedelta(days=days)


SET, RESULT = "hearing_set", "hearing_result"


@pytest.mark.parametrize(
    ("new", "before", "found"),
    [
        (Happened("forms_sent", FILED), (), None),
        (Happened("forms_sent", date(2026, 3, 1)), (), Problem.BEFORE_FILED),
        (Happened("forms_sent", _day(1)), (), Problem.FUTURE),
        (Happened(SET, _day(40)), (), None),
        (Happened(SET, _day(800)), (), Problem.TOO_FAR),
        (Happened(RESULT, _day(-3), "recognised"), (), Problem.NO_HEARING),
        (Happened(RESULT, _day(-3), "recognised"), (Happened(SET, _day(-3)),), None),
        (Happened(RESULT, _day(-3), ""), (Happened(SET, _day(-3)),), Problem.NO_RESULT),
        (Happened(RESULT, _day(3), "recognised"), (Happened(SET, _day(3)),), Problem.FUTURE),
        (
            Happened(RESULT, _day(-3), "recognised"),
            (Happened(SET, _day(-3)), Happened(RESULT, _day(-3), "pending")),
            None,
        ),
        (
            Happened(RESULT, _day(-3), "recognised"),
            (Happened(SET, _day(-3)), Happened(RESULT, _day(-3), "not_held")),
            Problem.NO_HEARING,
        ),
        (Happened("issued", _day(-9)), (Happened("answered", _day(-3)),), Problem.BEFORE_LAST),
        (Happened("issued", _day(-9)), (Happened(SET, _day(30)),), None),
        (Happened("issued", _day(-9), valid_until=_day(-9)), (), Problem.VALIDITY),
        (Happened("issued", _day(-9), valid_until=date(2099, 1, 1)), (), Problem.VALIDITY),
        (Happened("issued", _day(-9), valid_until=date(2036, 1, 1)), (), None),
        (Happened("answered", ON), (Happened("refused", _day(-9)),), Problem.CLOSED),
        (Happened("issued", ON), (Happened("withdrawn", _day(-9)),), Problem.CLOSED),
    ],
)
def test_the_course_of_an_application(new: Happened, before: tuple[Happened, ...], found: Problem | None) -> None:
    assert problem_with(new, before, FILED, ON) is found


def test_nothing_follows_the_end() -> None:
    for end in CLOSING:
        for kind in ("forms_sent", SET, RESULT, "answered", *CLOSING):
            assert problem_with(Happened(kind, ON, "recognised"), (Happened(end, ON),), FILED, ON) is Problem.CLOSED


def test_a_filing_lies_in_the_past_and_not_too_far() -> None:
    assert problem_with_filing(ON, ON) is None
    assert problem_with_filing(_day(1), ON) is Problem.FUTURE
    assert problem_with_filing(date(1990, 1, 1), ON) is Problem.TOO_FAR


def test_open_hearings_are_those_without_a_result() -> None:
    held = [Happened(SET, _day(9)), Happened(SET, _day(-9)), Happened(RESULT, _day(-9), "recognised")]
    assert open_hearings(held) == [_day(9)]


def test_of_few_applications_nothing_is_shown() -> None:
    assert distribution([30] * (FEWEST - 1)) is None
    found = distribution([10, 20, 30, 40, 100])
    assert found is not None
    assert (found.count, found.first, found.median, found.third) == (5, 20, 30, 40)


@given(st.lists(st.integers(0, 4000), min_size=FEWEST, max_size=60))
def test_a_distribution_lies_between_the_shortest_and_the_longest_and_on_its_axis(days: list[int]) -> None:
    found = distribution(days)
    assert found is not None
    assert min(days) <= found.first <= found.median <= found.third <= max(days)
    assert found.third <= scale_of(found.third)
    assert distribution(list(reversed(days))) == found
