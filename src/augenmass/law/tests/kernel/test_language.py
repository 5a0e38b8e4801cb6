"""What the language refuses to say, and that trees are values."""

from datetime import date

import pytest

from augenmass.law import language as say
from augenmass.law.nodes import AllOf, Fact, Period

pytestmark = pytest.mark.unit


def test_trees_compare_and_hash_by_content():
    first = say.all_of(say.fact("a"), say.day("x").before(say.TODAY + say.days(3)), cite="AufenthG/59/1/1")
    second = say.all_of(say.fact("a"), say.before(say.day("x"), say.TODAY + say.days(3)), cite="AufenthG/59/1/1")
    assert first == second
    assert hash(first) == hash(second)
    assert first == AllOf((Fact("a"), say.day("x").before(say.TODAY + say.days(3))), "AufenthG/59/1/1")


def test_a_presumption_without_provision_is_refused():
    with pytest.raises(say.LanguageError, match="provision"):
        say.presumed(say.fact("a"), unless=say.fact("b"), cite="")


def test_a_comparison_of_today_with_itself_is_refused():
    with pytest.raises(say.LanguageError, match="one side"):
        say.before(say.TODAY, say.TODAY + say.days(1))


@pytest.mark.parametrize(
    "build",
    [
        say.all_of,
        say.any_of,
        say.none_of,
        lambda: say.is_in("status"),
        lambda: say.at_least(3, say.fact("a"), say.fact("b")),
        lambda: say.at_least(0, say.fact("a")),
        lambda: say.deadline(say.TODAY, say.days(-1)),
    ],
)
def test_empty_and_impossible_conditions_are_refused(build):
    with pytest.raises(say.LanguageError):
        build()


def test_days_move_in_both_directions():
    assert (say.on(date(2026, 1, 1)) - say.months(2)).period == Period(-2, "months")  # type: ignore[attr-defined]
