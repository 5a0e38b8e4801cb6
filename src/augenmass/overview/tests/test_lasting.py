"""How long something lasted, with what still lasts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.overview.rules.lasting import FOR_QUARTILES, Quartiles, Spell, quartiles

spells = st.lists(st.builds(Spell, st.integers(0, 400), st.booleans()), max_size=60)


@pytest.mark.unit
def test_without_open_cases_the_median_is_that_of_the_days() -> None:
    assert quartiles([Spell(day, True) for day in range(1, 13)]) == Quartiles(3, 6, 9)


@pytest.mark.unit
def test_open_cases_make_it_longer_and_are_not_left_out() -> None:
    ended = [Spell(day, True) for day in range(1, 13)]
    waiting = [Spell(30, False)] * 12
    assert quartiles([*ended, *waiting]) == Quartiles(6, 12, None)


@pytest.mark.unit
def test_the_example_of_freireich_gives_the_published_median() -> None:
    """Remission under 6-mercaptopurine, in weeks: median 23 (Freireich and others 1963)."""
    ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    still = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    drawn = [*(Spell(week, True) for week in ended), *(Spell(week, False) for week in still)]
    assert quartiles(drawn).median == 23


@pytest.mark.unit
def test_days_of_few_people_are_not_shown() -> None:
    assert quartiles([Spell(5, True)] * 4) == Quartiles()
    assert quartiles([Spell(5, True)] * 9) == Quartiles(median=5)


@pytest.mark.unit
@given(spells)
def test_quartiles_are_days_that_occurred_in_order(drawn: list[Spell]) -> None:
    found = quartiles(drawn)
    shown = [day for day in (found.first, found.median, found.third) if day is not None]
    assert shown == sorted(shown)
    assert {spell.days for spell in drawn if spell.ended} >= set(shown)
    if sum(spell.ended for spell in drawn) < FOR_QUARTILES:
        assert found.first is found.third is None


@pytest.mark.unit
@given(spells, st.integers(0, 400))
def test_one_more_open_case_never_makes_it_shorter(drawn: list[Spell], days: int) -> None:
    before, after = quartiles(drawn).median, quartiles([*drawn, Spell(days, False)]).median
    if before is not None:
        assert after is None or after >= before
