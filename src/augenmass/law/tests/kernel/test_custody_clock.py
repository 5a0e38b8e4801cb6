"""The clock of custody: release to the hour through the change of the clocks, and a total that adds up."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.law.custody_clock import (
    COUNTED,
    OPEN_COUNT,
    TOTAL_DAYS,
    Stretch,
    days_used,
    latest_release,
    longest_end,
    total_end,
)
from augenmass.law.time import BERLIN
from augenmass.law.vocabulary import VOCABULARY

TODAY = date(2026, 8, 20)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@st.composite
def stretches(draw: st.DrawFn) -> list[Stretch]:
    found = []
    for _ in range(draw(st.integers(1, 5))):
        first = draw(DAYS)
        last = draw(st.none() | st.integers(0, 400).map(lambda count, first=first: first + timedelta(days=count)))
        found.append(Stretch(draw(st.sampled_from([*COUNTED, *OPEN_COUNT])), first, last))
    return found


@pytest.mark.parametrize(
    ("seized", "hours"),
    [
        (datetime(2026, 8, 18, 0, 0, tzinfo=BERLIN), 48),
        (datetime(2026, 8, 18, 23, 0, tzinfo=BERLIN), 25),
        (datetime(2026, 3, 28, 23, 0, tzinfo=BERLIN), 24),  # the clocks go forward on the following day
        (datetime(2026, 10, 24, 0, 0, tzinfo=BERLIN), 49),  # and back
        (datetime(2026, 8, 17, 22, 30, tzinfo=UTC), 47.5),  # half past midnight in Berlin
    ],
)
def test_release_is_due_with_the_end_of_the_following_day_in_berlin(seized: datetime, hours: float) -> None:
    timer = latest_release(seized)
    assert timer.ends.astimezone(UTC) - seized.astimezone(UTC) == timedelta(hours=hours)
    assert not timer.over(timer.ends - timedelta(seconds=1))
    assert timer.over(timer.ends)


@given(MOMENTS)
def test_release_is_never_earlier_than_a_short_day_nor_later_than_two_days_and_an_hour(seized: datetime) -> None:
    timer = latest_release(seized)
    assert timedelta(hours=23) < timer.ends.astimezone(UTC) - seized <= timedelta(hours=49)
    assert timer.ends.astimezone(BERLIN).time().isoformat() == "00:00:00"


@given(MOMENTS, MOMENTS)
def test_who_is_seized_later_is_not_released_earlier(a: datetime, b: datetime) -> None:
    first, second = sorted((a, b))
    assert latest_release(first).ends <= latest_release(second).ends


def test_each_kind_of_release_names_its_own_sentence() -> None:
    seized = datetime(2026, 8, 18, 9, 0, tzinfo=BERLIN)
    assert latest_release(seized, "asylum").how[0].cite == "AsylG/69/4/4"
    assert latest_release(seized, "departure").how[0].cite == "FamFG/428/1/2"
    with pytest.raises(ValueError, match="time zone"):
        latest_release(datetime(2026, 8, 18))


def test_six_months_and_twelve_add_up_to_eighteen_with_what_came_before() -> None:
    before = Stretch("preparatory", date(2025, 1, 1), date(2025, 1, 31))
    now = Stretch("securing", date(2025, 2, 1))
    alone, together = total_end([now], TODAY), total_end([before, now], TODAY)
    assert together.earliest == alone.earliest - timedelta(days=31)
    assert together.latest == date(2026, 7, 1)
    assert alone.earliest == date(2025, 2, 1) + timedelta(days=TOTAL_DAYS - 1)
    assert alone.latest == date(2026, 8, 1)


def test_a_break_moves_the_end_by_its_days() -> None:
    first = Stretch("securing", date(2025, 6, 1), date(2025, 6, 30))
    again = Stretch("securing", date(2025, 8, 1))
    whole = Stretch("securing", date(2025, 6, 1))
    day = date(2025, 9, 1)
    assert total_end([first, again], day).latest == total_end([whole], day).latest + timedelta(days=31)


def test_a_kind_whose_count_is_open_widens_the_answer_only_to_the_earlier_side() -> None:
    now = Stretch("securing", date(2026, 6, 1))
    extra = Stretch("supplementary", date(2026, 5, 1), date(2026, 5, 28))
    used = days_used([extra, now], TODAY)
    assert (used.certain, used.possible) == (81, 109)
    assert used.left == (TOTAL_DAYS - 109, TOTAL_DAYS - 81)
    assert total_end([extra, now], TODAY).latest == total_end([now], TODAY).latest
    assert total_end([extra, now], TODAY).earliest < total_end([now], TODAY).earliest


@given(stretches(), DAYS)
def test_days_are_counted_once_and_never_shrink_as_time_goes_on(held: list[Stretch], today: date) -> None:
    used, later = days_used(held, today), days_used(held, today + timedelta(days=1))
    assert used == days_used([*held, *held], today)
    assert used.certain <= used.possible
    assert 0 <= later.possible - used.possible <= 1
    assert 0 <= later.certain - used.certain <= 1


@given(stretches(), stretches(), DAYS)
def test_more_custody_never_moves_the_end_further_away(held: list[Stretch], more: list[Stretch], today: date) -> None:
    base = [Stretch("securing", min(today, date(2026, 1, 1))), *held]
    alone, together = total_end(base, today), total_end([*base, *more], today)
    assert alone.earliest <= alone.latest
    assert together.earliest <= alone.earliest
    assert together.earliest <= together.latest


@given(DAYS, st.integers(1, 28))
def test_a_longest_time_never_ends_later_for_weekends(first: date, count: int) -> None:
    term = longest_end(first, count, "days", "AufenthG/62b/1/1")
    assert (term.latest - first).days == count
    assert (term.latest - term.earliest).days == 1


def test_wrong_entries_are_refused() -> None:
    with pytest.raises(ValueError, match="no kind"):
        days_used([Stretch("criminal", date(2026, 1, 1))], TODAY)
    with pytest.raises(ValueError, match="before it begins"):
        days_used([Stretch("securing", date(2026, 1, 2), date(2026, 1, 1))], TODAY)
    with pytest.raises(ValueError, match="has begun"):
        total_end([Stretch("securing", date(2026, 9, 1))], TODAY)
    with pytest.raises(ValueError, match="backwards"):
        longest_end(TODAY, -1, "days", "AufenthG/62/6/1")


def test_every_kind_of_custody_of_the_vocabulary_counts_or_is_open_or_is_none() -> None:
    kinds = {choice.key for choice in VOCABULARY["custody_kind"].choices}
    assert {*COUNTED, *OPEN_COUNT} == kinds - {"none", "criminal"}
