"""Which two days can be compared, and numbers of parts added up."""

from datetime import date, timedelta

import pytest

from augenmass.law.catalogue import BEGINS, Catalogue
from augenmass.law.columns import Columns
from augenmass.law.comparison import NotComparable, Tally, check_days, compare, moved_in

pytestmark = pytest.mark.unit
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("earlier", "later", "de", "en"),
    [
        (BEGINS - DAY, BEGINS, "Der Rechtskatalog beginnt am 04.05.2026", "begins on 2026-05-04"),
        (BEGINS, date.min, "Zum 01.01.0001 ist nichts festgestellt", "Nothing is established for 0001-01-01"),
        (BEGINS + DAY, BEGINS, "(04.05.2026) liegt vor dem ersten (05.05.2026)", "lies before the first"),
    ],
)
def test_days_that_cannot_be_compared_say_why(earlier: date, later: date, de: str, en: str) -> None:
    with pytest.raises(NotComparable) as refused:
        check_days(earlier, later)
    assert de in refused.value.de
    assert en in refused.value.en


def test_days_from_the_beginning_to_the_end_of_the_calendar_can_be_compared() -> None:
    check_days(BEGINS, BEGINS)
    check_days(BEGINS, date.max)


def test_numbers_of_parts_add_up_and_survive_being_written() -> None:
    law = Catalogue.shipped()
    part = compare(law, Columns(3), BEGINS, BEGINS + DAY)
    tally = Tally()
    tally.add(part)
    tally.add(part)
    assert tally.cases == 6
    assert tally.lanes == {way: 2 * number for way, number in part.lanes().items()}
    assert Tally.from_json(tally.to_json()) == tally
    assert Tally.from_json({}) == Tally()
    assert moved_in({("yes", "yes"): 5, ("yes", "no"): 2, ("no", "not_established"): 1}) == 3
