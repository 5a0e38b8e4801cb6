"""What a report of a house is: not a forecast, not said twice, and in the order in which things happened, however late it comes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from augenmass.accommodation.rules import (
    Event,
    Follow,
    Happened,
    Problem,
    Standing,
    Target,
    days_to_look,
    follows,
    hours_of_absence,
    is_late,
    problem_with,
    said_before,
    standing_after,
    without_absence,
)
from augenmass.directory.land import LandProfile, Parameter

pytestmark = pytest.mark.unit
NOW = datetime(2026, 9, 10, 12, tzinfo=UTC)
ELSEWHERE = Target(named=True)


def ago(event: Event, hours: float) -> Happened:
    return Happened(event, NOW - timedelta(hours=hours))


def problem(
    new: Happened, *others: Happened, hours: int = 24, closed_on: date | None = None, target: Target | None = None
) -> Problem | None:
    return problem_with(new, NOW, others, hours, closed_on, target)


def land(**values: int) -> LandProfile:
    rows = tuple(Parameter(name, value, date(2026, 9, 1), None, "Erlass", True) for name, value in values.items())
    return LandProfile("XM", "Mittelau", rows)


def test_what_has_not_happened_is_not_reported_and_a_fast_clock_is_forgiven() -> None:
    assert problem(ago(Event.ARRIVAL, -1)) is Problem.FUTURE
    assert problem(ago(Event.ARRIVAL, -0.05)) is None


def test_a_year_ago_is_a_slip_of_the_pen() -> None:
    assert problem(ago(Event.ARRIVAL, 24 * 400)) is Problem.TOO_OLD


def test_a_closed_house_reports_only_what_happened_before() -> None:
    assert problem(ago(Event.ARRIVAL, 1), closed_on=date(2026, 9, 10)) is Problem.HOUSE_CLOSED
    assert problem(ago(Event.ARRIVAL, 30), closed_on=date(2026, 9, 10)) is None


def test_an_absence_of_a_few_hours_is_nobodys_concern_unless_the_land_says_so() -> None:
    assert problem(ago(Event.ABSENCE, 5)) is Problem.TOO_SHORT
    assert problem(ago(Event.ABSENCE, 5), hours=4) is None
    assert problem(ago(Event.ABSENCE, 25)) is None


def test_an_absence_reported_late_counts_only_until_the_person_was_back() -> None:
    assert problem(ago(Event.ABSENCE, 50), ago(Event.RETURN, 45)) is Problem.TOO_SHORT
    assert problem(ago(Event.ABSENCE, 50), ago(Event.RETURN, 10)) is None


def test_the_rule_of_the_land_holds_from_its_day_on_and_only_confirmed() -> None:
    rules = land(accommodation_absence_hours=8, accommodation_absence_days=5)
    assert (hours_of_absence(rules, date(2026, 9, 2)), days_to_look(rules, date(2026, 9, 2))) == (8, 5)
    assert (hours_of_absence(rules, date(2026, 8, 31)), days_to_look(rules, date(2026, 8, 31))) == (24, 3)
    unsure = Parameter("accommodation_absence_hours", 2, date(2020, 1, 1), None, "?", False)
    assert hours_of_absence(LandProfile("XM", "", (unsure,)), date(2026, 9, 2)) == 24


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (None, Problem.NO_TARGET),
        (Target(named=False), Problem.NO_TARGET),
        (Target(named=True, same=True), Problem.SAME_HOUSE),
        (Target(named=True, closed_on=date(2026, 9, 1)), Problem.TARGET_CLOSED),
        (ELSEWHERE, None),
    ],
)
def test_a_transfer_leads_to_another_house_that_is_open(target: Target | None, expected: Problem | None) -> None:
    assert problem(ago(Event.TRANSFER, 1), target=target) is expected


def test_the_same_said_again_is_found_in_whichever_order_it_comes() -> None:
    absent = ago(Event.ABSENCE, 50)
    assert said_before(ago(Event.ABSENCE, 30), [absent]) == absent
    assert said_before(ago(Event.ABSENCE, 90), [absent]) == absent
    assert said_before(ago(Event.ABSENCE, 30), [absent, ago(Event.RETURN, 40)]) is None
    assert said_before(ago(Event.RETURN, 40), [absent]) is None


def test_a_return_without_an_absence_is_known_as_one() -> None:
    assert without_absence(ago(Event.RETURN, 1), [ago(Event.ARRIVAL, 90)])
    assert not without_absence(ago(Event.RETURN, 1), [ago(Event.ABSENCE, 90)])
    assert not without_absence(ago(Event.TRANSFER, 1), [])


def test_how_somebody_stands_follows_what_happened_last_not_what_came_last() -> None:
    late = [ago(Event.ARRIVAL, 90), ago(Event.RETURN, 10), ago(Event.ABSENCE, 50)]
    assert standing_after(late) == (Standing.PRESENT, late[1].at)
    assert standing_after([*late, ago(Event.TRANSFER, 1)])[0] is Standing.LEFT
    same = [ago(Event.ABSENCE, 50), Happened(Event.RETURN, NOW - timedelta(hours=50))]
    assert standing_after(same)[0] is Standing.PRESENT


def test_an_absence_is_looked_into_unless_anything_later_is_known() -> None:
    absent = ago(Event.ABSENCE, 50)
    assert follows(absent, [ago(Event.ARRIVAL, 90)], planned=False) is Follow.TASK
    assert follows(absent, [ago(Event.RETURN, 10)], planned=False) is Follow.NOTICE
    assert follows(absent, [ago(Event.ARRIVAL, 10)], planned=False) is Follow.NOTICE


def test_a_return_asks_for_work_only_where_something_was_planned() -> None:
    assert follows(ago(Event.RETURN, 1), [], planned=False) is Follow.NOTICE
    assert follows(ago(Event.RETURN, 1), [], planned=True) is Follow.TASK


def test_an_arrival_that_was_overtaken_is_only_told() -> None:
    assert follows(ago(Event.ARRIVAL, 50), [], planned=False) is Follow.TASK
    assert follows(ago(Event.ARRIVAL, 50), [ago(Event.TRANSFER, 10)], planned=False) is Follow.NOTICE
    assert follows(ago(Event.TRANSFER, 50), [ago(Event.ARRIVAL, 10)], planned=False) is Follow.TASK


def test_a_report_of_days_ago_is_late() -> None:
    assert is_late(NOW - timedelta(days=3), NOW)
    assert not is_late(NOW - timedelta(days=1), NOW)
