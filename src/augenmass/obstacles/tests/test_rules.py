"""How numbers of cases are rounded, and when an obstacle begins."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.obstacles.rules import day_fits, rounded

pytestmark = pytest.mark.unit
ON = date(2026, 8, 17)


@given(st.integers(1, 100_000))
def test_a_rounded_number_is_near_never_small_and_rounding_it_again_changes_nothing(cases: int) -> None:
    shown = rounded(cases)
    assert shown >= 5
    assert shown % 5 == 0
    assert rounded(shown) == shown
    assert abs(shown - cases) <= max(4, cases // 20 + 3)


def test_an_obstacle_begins_in_the_past() -> None:
    assert day_fits(ON, ON)
    assert not day_fits(date(2026, 8, 18), ON)
    assert not day_fits(date(1985, 1, 1), ON)
