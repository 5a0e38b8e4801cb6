"""Periods, service and timers, against cases counted by hand and against the calendar of holidays."""

from datetime import UTC, date, datetime, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law import calendar, service, timers
from augenmass.law.clock import Term, end_of_period, interrupted_period
from augenmass.law.language import days, months, weeks, years
from augenmass.law.nodes import Period
from augenmass.law.service import WeekendShift
from augenmass.law.time import BERLIN

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("start", "period", "land", "end"),
    [
        (date(2026, 9, 1), days(7), "ST", date(2026, 9, 8)),
        (date(2026, 9, 1), weeks(2), "ST", date(2026, 9, 15)),
        (date(2026, 9, 3), days(30), "ST", date(2026, 10, 5)),  # 3 October is a holiday and a Saturday
        (date(2026, 1, 31), months(1), "ST", date(2026, 3, 2)),  # 28 February is a Saturday
        (date(2028, 1, 31), months(1), "ST", date(2028, 2, 29)),
        (date(2026, 3, 30), months(1), "BW", date(2026, 4, 30)),
        (date(2025, 12, 6), months(1), "ST", date(2026, 1, 7)),  # Epiphany is a holiday in Saxony-Anhalt
        (date(2025, 12, 6), months(1), "NW", date(2026, 1, 6)),
        (date(2026, 11, 24), months(1), "MV", date(2026, 12, 24)),
        (date(2026, 11, 25), months(1), "MV", date(2026, 12, 28)),  # Christmas, then a weekend
        (date(2026, 3, 6), months(1), "ST", date(2026, 4, 7)),  # Easter Monday
        (date(2024, 2, 29), years(1), "ST", date(2025, 2, 28)),
        (date(2026, 10, 20), days(11), "ST", date(2026, 11, 2)),  # Reformation Day falls on a Saturday
        (date(2025, 10, 10), weeks(3), "ST", date(2025, 11, 3)),  # Reformation Day on a Friday, then a weekend
        (date(2025, 10, 10), weeks(3), "NW", date(2025, 10, 31)),
    ],
)
def test_a_period_ends_as_counted_by_hand(start, period, land, end):
    term = end_of_period(start, period, land)
    assert (term.earliest, term.latest) == (end, end)
    assert term.land_known


def test_the_computation_is_told_step_by_step():
    how = end_of_period(date(2025, 10, 10), weeks(3), "ST").how
    assert [reason.cite for reason in how] == ["BGB/187/1", "BGB/188/2", "VwVfG/31/3/1"]
    assert how[0].de == "Tag des Ereignisses: 10.10.2025; er zählt nicht mit."
    assert how[1].de == "Dauer: 3 Wochen, rechnerisches Ende: 31.10.2025."
    assert "Feiertag (Reformationstag) in Sachsen-Anhalt" in how[2].de
    assert "2025-11-03" in how[2].en


def test_without_a_land_the_end_spans_what_any_land_gives():
    term = end_of_period(date(2025, 10, 10), weeks(3))
    assert (term.earliest, term.latest) == (date(2025, 10, 31), date(2025, 11, 3))
    assert not term.land_known
    assert any("Land ist nicht bekannt" in reason.de for reason in term.how)
    assert any("Land unknown" in reason.en for reason in term.how)


def test_a_land_without_holidays_on_file_is_named_and_the_end_spans_what_any_land_gives():
    term = end_of_period(date(2025, 10, 10), weeks(3), "XM")
    assert (term.earliest, term.latest, term.land_known) == (date(2025, 10, 31), date(2025, 11, 3), False)
    assert any("Für das Land „XM“ sind keine Feiertage hinterlegt" in reason.de for reason in term.how)
    assert not any("Land ist nicht bekannt" in reason.de for reason in term.how)


@pytest.mark.parametrize("year", [1980, 1990, 2150])
def test_a_year_whose_holidays_are_not_known_is_named(year):
    term = end_of_period(date(year, 12, 1), days(24), "ST")
    assert any(f"Für das Jahr {year} sind keine Feiertage hinterlegt" in reason.de for reason in term.how)
    assert any("No holidays are on file for the year" in reason.en for reason in term.how)


@pytest.mark.parametrize(
    ("start", "period"),
    [(date(9999, 12, 20), days(30)), (date(2026, 1, 1), days(10**9)), (date(2026, 1, 1), years(10**9))],
)
@pytest.mark.parametrize("moves", [True, False])
def test_a_period_beyond_the_calendar_has_no_established_end(start, period, moves):
    term = end_of_period(start, period, "ST", shift_to_working_day=moves)
    assert any("reicht über den Kalender hinaus" in reason.de for reason in term.how)


def test_an_unknown_start_is_not_called_beyond_the_calendar():
    how = end_of_period(calendar.UNKNOWN_DAY, days(30), "ST").how
    assert not any("Kalender" in reason.de or "Jahr" in reason.de for reason in how)


def test_a_named_last_day_does_not_move():
    term = end_of_period(date(2026, 9, 3), days(30), "ST", shift_to_working_day=False)
    assert term.latest == date(2026, 10, 3)
    assert term.how[-1].cite == "VwVfG/31/3/2"


def test_a_partial_start_gives_an_interval():
    march = (date(2026, 3, 1).toordinal(), date(2026, 3, 31).toordinal())
    term = end_of_period(march, months(1), "ST")
    assert (term.earliest, term.latest, term.exact) == (date(2026, 4, 1), date(2026, 4, 30), False)


def test_a_period_does_not_run_backwards():
    with pytest.raises(ValueError, match="backwards"):
        end_of_period(date(2026, 1, 1), days(-1))


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1995, 1, 1), date(2200, 12, 31)),
    st.builds(Period, st.integers(0, 60), st.sampled_from(["days", "weeks", "months"])),
    st.sampled_from(calendar.LANDS),
)
def test_a_period_ends_on_the_first_working_day_from_its_counted_end(start, period, land):
    end = end_of_period(start, period, land).latest
    counted = date.fromordinal(calendar.shift(start.toordinal(), period.count, period.unit))
    free = holidays.country_holidays("DE", subdiv=land, years={counted.year, end.year})
    assert end.weekday() < 5
    assert end not in free
    between = [counted + timedelta(days=i) for i in range((end - counted).days)]
    assert all(day.weekday() >= 5 or day in free for day in between)


@settings(max_examples=60, deadline=None)
@given(st.dates(), st.integers(-1200, 1200), st.sampled_from(["days", "weeks", "months", "years"]), st.integers(0, 400))
def test_a_later_day_never_ends_earlier(day, count, unit, more):
    first = day.toordinal()
    later = min(first + more, calendar.LAST)
    assert calendar.shift(first, count, unit) <= calendar.shift(later, count, unit)


def test_an_interrupted_period_runs_anew_in_full():
    term = interrupted_period(date(2026, 9, 1), days(14), [(date(2026, 9, 10), date(2026, 10, 1))], "ST")
    assert (term.earliest, term.latest, term.running) == (date(2026, 10, 15), date(2026, 10, 15), True)
    assert "AufenthG/59/1/6" in {reason.cite for reason in term.how}


def test_an_interruption_without_end_stops_the_period():
    term = interrupted_period(date(2026, 9, 1), days(14), [(date(2026, 9, 10), None)], "ST")
    assert not term.running


def test_a_loss_after_the_end_changes_nothing():
    term = interrupted_period(date(2026, 9, 1), days(14), [(date(2026, 9, 16), date(2026, 10, 1))], "ST")
    assert term == end_of_period(date(2026, 9, 1), days(14), "ST")


def test_where_the_end_is_uncertain_a_loss_may_or_may_not_interrupt():
    start = (date(2026, 9, 1).toordinal(), date(2026, 9, 7).toordinal())
    term = interrupted_period(start, days(14), [(date(2026, 9, 17), date(2026, 10, 1))], "ST")
    assert (term.earliest, term.latest) == (date(2026, 9, 15), date(2026, 10, 15))


@pytest.mark.parametrize(
    ("dispatched", "day"),
    [
        (date(2024, 12, 30), date(2025, 1, 2)),
        (date(2025, 1, 2), date(2025, 1, 6)),
        (date(2026, 8, 3), date(2026, 8, 7)),
    ],
)
def test_a_posted_decision_counts_on_the_fourth_day_and_before_2025_on_the_third(dispatched, day):
    term = service.by_post(dispatched)
    assert term is not None
    assert (term.earliest, term.latest) == (day, day)


def test_the_day_of_the_fiction_moves_only_for_a_stated_reason():
    tuesday = date(2026, 8, 4)
    assert _day(service.by_post(tuesday)) == date(2026, 8, 8)
    moved = service.by_post(tuesday, shift=WeekendShift("ST", "VwVfG/31/3/1"))
    assert _day(moved) == date(2026, 8, 10)
    assert moved is not None
    assert moved.how[-1].cite == "VwVfG/31/3/1"


def test_a_later_proven_access_counts_and_an_earlier_one_does_not():
    posted = date(2026, 8, 3)
    assert _day(service.by_post(posted, received=date(2026, 8, 12))) == date(2026, 8, 12)
    assert _day(service.by_post(posted, received=date(2026, 8, 4))) == date(2026, 8, 7)
    assert _day(service.by_registered_letter(posted, received=date(2026, 8, 4))) == date(2026, 8, 4)


def test_a_disputed_access_without_proof_is_not_established():
    assert service.by_post(date(2026, 8, 3), disputed=True) is None
    assert _day(service.by_post(date(2026, 8, 3), received=date(2026, 8, 5), disputed=True)) == date(2026, 8, 5)


def test_a_partial_day_of_dispatch_gives_an_interval():
    august = (date(2026, 8, 1).toordinal(), date(2026, 8, 31).toordinal())
    term = service.by_electronic_means(august)
    assert term is not None
    assert (term.earliest, term.latest) == (date(2026, 8, 5), date(2026, 9, 4))


def test_other_ways_of_service_name_their_day():
    day = date(2026, 8, 3)
    assert _day(service.by_handing_over(day)) == day
    assert _day(service.by_record_of_service(day)) == day
    assert _day(service.by_actual_receipt(day)) == day
    assert _day(service.by_retrieval(day)) == date(2026, 8, 4)
    notice = service.by_public_notice(day)
    assert (notice.earliest, notice.latest) == (date(2026, 8, 17), date(2026, 8, 18))


def test_a_period_from_a_fiction_tells_the_whole_way():
    served = service.by_post(date(2026, 8, 3))
    assert served is not None
    term = end_of_period(served, months(1), "ST")
    assert term.latest == date(2026, 9, 7)
    assert [reason.cite for reason in term.how] == ["VwVfG/41/2/1", "BGB/187/1", "BGB/188/2"]


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (
            datetime(2026, 10, 24, 12, tzinfo=BERLIN),
            24,
            datetime(2026, 10, 25, 11, tzinfo=BERLIN),
        ),  # an hour more that night
        (datetime(2026, 3, 28, 12, tzinfo=BERLIN), 24, datetime(2026, 3, 29, 13, tzinfo=BERLIN)),  # an hour less
        (datetime(2026, 6, 1, 12, tzinfo=BERLIN), 48, datetime(2026, 6, 3, 12, tzinfo=BERLIN)),
    ],
)
def test_hours_pass_through_the_change_of_the_clocks(start, hours, end):
    timer = timers.after_hours(start, hours, "VwVfG/31/6")
    assert timer.ends == end
    assert timer.ends.replace(tzinfo=None) == end.replace(tzinfo=None)
    assert timer.over(end)
    assert timer.left(end - timedelta(hours=1)) == timedelta(hours=1)
    assert len(timer.how) == (1 if start.month == 6 else 2)


def test_the_following_day_ends_at_midnight_in_berlin():
    timer = timers.end_of_following_day(datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "GG/104/2/3")
    assert timer.ends == datetime(2026, 7, 4, 0, 0, tzinfo=BERLIN)
    with pytest.raises(ValueError, match="time zone"):
        timers.end_of_following_day(datetime(2026, 7, 1), "GG/104/2/3")


def _day(term: Term | None) -> date:
    assert term is not None
    assert term.exact
    return term.latest
