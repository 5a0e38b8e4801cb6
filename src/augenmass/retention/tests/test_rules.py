"""When something is due, and everything that keeps it from being established."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.directory.land import LandProfile, Parameter
from augenmass.law.vocabulary import RETENTION_CLASSES
from augenmass.retention.rules import (
    CASE_FILE,
    CLOSED,
    FILE_YEARS,
    REMOVAL,
    Answer,
    Open,
    Recorded,
    State,
    Values,
    cut_off,
    of_file,
    of_removal,
    outcome,
    period_of,
)

pytestmark = pytest.mark.unit
TEN = Parameter(FILE_YEARS, 10, date(2010, 1, 1), None, "Aktenordnung", verified=True)
ON = date(2026, 8, 17)


def values(**said: str) -> Values:
    return {name: [Recorded(value)] for name, value in said.items()}


def disputed(found: Values, name: str) -> Values:
    return {**found, name: [Recorded(found[name][0].value, disputed=True)]}


CLOSED_2012 = values(case_closed_on="2012-03-04", case_closed_reason="departed")
BAN_2013 = values(entry_ban_ordered_on="2010-01-10", entry_ban_until="2013-06-30")


def test_every_retention_class_of_the_vocabulary_has_a_rule_here() -> None:
    assert set(RETENTION_CLASSES) == {CASE_FILE, REMOVAL}


def test_a_file_goes_after_the_end_of_the_year_and_the_years_of_the_land() -> None:
    assert of_file(TEN, CLOSED_2012, date(2022, 12, 31)) == Answer(State.NOT_DUE, date(2022, 12, 31), "Aktenordnung")
    assert of_file(TEN, CLOSED_2012, date(2023, 1, 1)).state is State.DUE


@given(st.dates(date(1950, 1, 1), date(2026, 8, 17)), st.integers(1, 60))
def test_a_file_is_never_due_before_its_years_are_over(closed: date, years: int) -> None:
    period = Parameter(FILE_YEARS, years, date(2010, 1, 1), None, "Aktenordnung", verified=True)
    found = of_file(period, values(case_closed_on=closed.isoformat()), ON)
    assert found.last_day == date(closed.year + years, 12, 31)
    assert (found.state is State.DUE) == (found.last_day < ON)


def test_of_a_day_that_is_known_by_its_year_only_the_end_counts() -> None:
    assert of_file(TEN, values(case_closed_on="2015"), date(2025, 12, 31)).state is State.NOT_DUE


@pytest.mark.parametrize("period", [Open.NO_PERIOD, Open.NOT_CONFIRMED])
def test_without_a_confirmed_period_nothing_is_due(period: Open) -> None:
    assert of_file(period, CLOSED_2012, ON) == Answer(State.OPEN, why=period)


def test_a_disputed_day_of_closing_is_not_established() -> None:
    assert of_file(TEN, disputed(CLOSED_2012, CLOSED), ON).why == Open.DISPUTED


@pytest.mark.parametrize(
    ("value", "verified", "expected"),
    [
        (10, True, TEN.value),
        (10, False, Open.NOT_CONFIRMED),
        ("zehn", True, Open.NOT_CONFIRMED),
        (0, True, Open.NOT_CONFIRMED),
        (True, True, Open.NOT_CONFIRMED),
    ],
)
def test_a_period_is_a_confirmed_whole_number(value: object, verified: bool, expected: object) -> None:
    profile = LandProfile("XX", "X", (Parameter(FILE_YEARS, value, date(2010, 1, 1), None, "Aktenordnung", verified),))
    found = period_of(profile, FILE_YEARS, ON)
    assert (found.value if isinstance(found, Parameter) else found) == expected


def test_a_profile_without_the_parameter_or_before_its_day_has_no_period() -> None:
    profile = LandProfile("XX", "X", (TEN,))
    assert period_of(profile, "import_retention_months", ON) is Open.NO_PERIOD
    assert period_of(profile, FILE_YEARS, date(2009, 12, 31)) is Open.NO_PERIOD


def test_data_of_a_removal_go_ten_years_after_the_ban() -> None:
    before, after = of_removal(BAN_2013, date(2023, 6, 30)), of_removal(BAN_2013, date(2023, 7, 1))
    assert before is not None
    assert after is not None
    assert (before.state, before.last_day, before.provision) == (
        State.NOT_DUE,
        date(2023, 6, 30),
        "§ 91 Abs. 1 Satz 1 AufenthG",
    )
    assert after.state is State.DUE


def test_without_a_ban_the_data_of_a_departure_go_with_the_file() -> None:
    departed = {**CLOSED_2012, **values(departed_on="2012-02-01", departure_proven="yes", entry_ban_unlimited="no")}
    assert of_removal(departed, ON) is None
    assert of_file(TEN, departed, ON).state is State.DUE


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"entry_ban_ordered_on": "2010-01-10"}, Open.NO_END),
        ({"entry_ban_length_months": "30"}, Open.NO_END),
        ({"entry_ban_until": "2013-06-30", "entry_ban_unlimited": "yes"}, Open.UNLIMITED),
        ({"entry_ban_until": "2013-06-30", "removed_on": "2014-01-01"}, Open.YOUNGER),
    ],
)
def test_what_keeps_the_end_of_a_ban_open_keeps_the_file(said: dict[str, str], why: Open) -> None:
    found = of_removal(values(**said), ON)
    assert found is not None
    assert (found.state, found.why) == (State.OPEN, why)
    whole = of_file(TEN, {**CLOSED_2012, **values(**said)}, ON)
    assert (whole.state, whole.last_day) == (State.OPEN, None)


def test_a_disputed_ban_is_open_and_the_later_of_two_ends_counts() -> None:
    assert of_removal(disputed(BAN_2013, "entry_ban_until"), ON) == Answer(State.OPEN, why=Open.DISPUTED)
    longer = of_removal({**BAN_2013, **values(entry_ban_longer_until="2018-06-30")}, ON)
    assert longer is not None
    assert longer.last_day == date(2028, 6, 30)


def test_a_file_waits_for_its_data_of_a_removal() -> None:
    running = {**CLOSED_2012, **values(entry_ban_until="2020-06-30")}
    assert of_file(TEN, running, ON) == Answer(State.NOT_DUE, date(2030, 6, 30), "§ 91 Abs. 1 Satz 1 AufenthG")


def test_a_cut_off_lies_the_months_back() -> None:
    months = Parameter("mail_retention_months", 6, date(2010, 1, 1), None, "Aktenordnung", verified=True)
    assert cut_off(months, ON) == date(2026, 2, 17)
    assert cut_off(months, ON) + timedelta(days=1) == cut_off(months, ON + timedelta(days=1))


def test_only_an_undisputed_reason_is_counted() -> None:
    assert outcome(CLOSED_2012) == "departed"
    assert outcome(disputed(CLOSED_2012, "case_closed_reason")) == ""
    assert outcome(values(case_closed_on="2012-01-01")) == ""
