"""The three values and their words."""

from itertools import product

import numpy as np
import pytest

from augenmass.law.values import NO, UNKNOWN, YES, and_, from_word, label, not_, or_, word

pytestmark = pytest.mark.unit
ALL = (NO, UNKNOWN, YES)


@pytest.mark.parametrize(("a", "b"), [*product(ALL, ALL)])
def test_and_is_the_lesser_and_or_the_greater_value(a, b):
    assert and_(a, b) == min(a, b)
    assert or_(a, b) == max(a, b)
    assert not_(and_(a, b)) == or_(not_(a), not_(b))


def test_nothing_asked_of_all_is_yes_and_of_any_is_no():
    assert (and_(), or_()) == (YES, NO)


def test_negation_keeps_what_is_not_established():
    assert [not_(value) for value in ALL] == [YES, UNKNOWN, NO]


def test_words_and_values_undo_each_other():
    assert [word(value) for value in ALL] == ["no", "not_established", "yes"]
    assert [from_word(word(value)) for value in ALL] == [*ALL]
    with pytest.raises(KeyError):
        word(2)


def test_labels_are_german_first():
    assert label(UNKNOWN) == "nicht festgestellt"
    assert label(UNKNOWN, "en") == "not established"


def test_the_operators_work_on_arrays_too():
    a, b = np.array(ALL * 3), np.repeat(np.array(ALL), 3)
    assert (a & b).tolist() == [min(x, y) for x, y in zip(a, b, strict=True)]
    assert (a | b).tolist() == [max(x, y) for x, y in zip(a, b, strict=True)]
