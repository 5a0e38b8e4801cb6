"""How an item stands by what was recorded of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import pytest

from augenmass.gate.rules import BY_KEY, ITEMS, STAFF_AGREEMENT, State, state_of

DAY = date(2026, 11, 26)


@dataclass(frozen=True)
class Row:
    kind: str = "adopted"
    review_on: date | None = None
    confirmed: bool = True
    withdrawn: bool = False
    version: str = ""


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([], State.MISSING),
        ([Row()], State.SETTLED),
        ([Row(review_on=DAY)], State.SETTLED),
        ([Row(review_on=DAY - timedelta(days=1))], State.LAPSED),
        ([Row(confirmed=False)], State.WAITING),
        ([Row(withdrawn=True)], State.MISSING),
        ([Row(kind="not_needed")], State.EXCEPTED),
        ([Row(confirmed=False), Row()], State.SETTLED),
        ([Row(confirmed=False), Row(review_on=DAY - timedelta(days=1))], State.WAITING),
        ([Row(withdrawn=True), Row()], State.SETTLED),
        ([Row(review_on=DAY - timedelta(days=1)), Row()], State.LAPSED),
    ],
)
def test_the_newest_confirmed_record_counts(rows: list[Row], state: State) -> None:
    assert state_of(rows, DAY)[0] is state


def test_what_was_approved_in_another_version_has_lapsed() -> None:
    assert state_of([Row(version="a")], DAY, "a")[0] is State.SETTLED
    assert state_of([Row(version="a")], DAY, "b")[0] is State.LAPSED
    assert state_of([Row(version="b"), Row(version="a")], DAY, "b")[0] is State.SETTLED


EVERY = [
    Row(kind, review_on, confirmed, withdrawn)
    for kind in ("adopted", "not_needed", "exception")
    for review_on in (None, DAY - timedelta(days=1), DAY)
    for confirmed in (True, False)
    for withdrawn in (True, False)
]
HISTORIES = [[], *([row] for row in EVERY), *(list(pair) for pair in product(EVERY, EVERY))]


def test_nothing_is_clear_without_a_record_that_two_people_made_and_nobody_took_back() -> None:
    for told in HISTORIES:
        state, counts = state_of(told, DAY)
        if state.clear:
            assert counts is not None
            assert counts.confirmed
            assert not counts.withdrawn
            assert counts.review_on is None or counts.review_on >= DAY


def test_withdrawing_everything_leaves_it_missing() -> None:
    for told in HISTORIES:
        gone = [Row(row.kind, row.review_on, row.confirmed, withdrawn=True) for row in told]
        assert state_of(gone, DAY) == (State.MISSING, None)


def test_every_item_has_a_key_of_its_own_and_the_agreement_is_one() -> None:
    assert len(BY_KEY) == len(ITEMS)
    assert STAFF_AGREEMENT in BY_KEY
