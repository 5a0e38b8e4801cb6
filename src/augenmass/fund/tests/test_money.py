"""Amounts are read as they are written in German, split and added without losing a cent."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.fund.rules.accounts import FIGURES, MOVES, Account, PostingKind, figures
from augenmass.fund.rules.money import LARGEST, NotAnAmount, Why, format_amount, parse_amount
from augenmass.fund.rules.tranches import Occasion, Part, Unsound, amount_for, months_later, problem_with, split

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.200,50", 120_050),
        ("1200,5", 120_050),
        ("1200", 120_000),
        ("1.200", 120_000),
        ("0,01", 1),
        (" 1 200,00 € ", 120_000),
        ("EUR 7", 700),
        ("999.999.999,99", LARGEST),
    ],
)
def test_an_amount_is_read(text: str, cents: int) -> None:
    assert parse_amount(text) == cents


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Why.EMPTY),
        ("€", Why.EMPTY),
        ("-5", Why.NEGATIVE),
        ("−5,00", Why.NEGATIVE),
        ("0", Why.ZERO),
        ("0,00", Why.ZERO),
        ("1,200.50", Why.POINT),
        ("1200.50", Why.POINT),
        ("1200.5", Why.POINT),
        ("1,200", Why.DECIMALS),
        ("12,", Why.DECIMALS),
        ("1,200,50", Why.COMMAS),
        ("12.00,50", Why.GROUPS),
        ("1.2000", Why.GROUPS),
        ("1.000.000.000,00", Why.TOO_LARGE),
        ("9" * 400, Why.TOO_LARGE),
        ("tausend", Why.NO_NUMBER),
        ("1e3", Why.NO_NUMBER),
        ("١٢٠", Why.NO_NUMBER),
        (",50", Why.NO_NUMBER),
        ("5 + 3", Why.NO_NUMBER),
    ],
)
def test_what_is_no_amount_says_why(text: str, why: Why) -> None:
    with pytest.raises(NotAnAmount) as said:
        parse_amount(text)
    assert said.value.why is why


def test_zero_is_an_amount_where_it_is_allowed() -> None:
    assert parse_amount("0", zero=True) == 0


@given(st.integers(0, LARGEST))
def test_an_amount_is_read_as_it_was_written(cents: int) -> None:
    assert parse_amount(format_amount(cents), zero=True) == cents
    assert parse_amount(format_amount(cents, ""), zero=True) == cents


@given(st.text(alphabet="0123456789.,-− €E", max_size=16))
def test_a_text_is_an_amount_or_says_why(text: str) -> None:
    with suppress(NotAnAmount):
        assert 0 < parse_amount(text) <= LARGEST


def test_amounts_below_zero_are_written_with_a_sign() -> None:
    assert format_amount(-120_050) == "−1.200,50\N{NO-BREAK SPACE}€"


def shares() -> st.SearchStrategy[list[int]]:
    cuts = st.lists(st.integers(1, 99), max_size=5, unique=True)
    return cuts.map(lambda found: [b - a for a, b in zip([0, *sorted(found)], [*sorted(found), 100], strict=True)])


@given(st.integers(0, LARGEST), shares())
def test_the_parts_are_the_whole_to_the_cent(cents: int, parts: list[int]) -> None:
    amounts = split(cents, parts)
    assert sum(amounts) == cents
    for amount, share in zip(amounts, parts, strict=True):
        assert abs(amount * 100 - cents * share) < 100


def test_a_cent_left_over_goes_to_the_largest_fraction() -> None:
    assert split(100, [33, 33, 34]) == [33, 33, 34]
    assert split(1, [50, 50]) == [1, 0]
    assert split(10, [33, 33, 34]) == [3, 3, 4]
    with pytest.raises(ValueError, match="shares"):
        split(10, [50, 40])


def test_an_amount_ends_at_the_ceiling() -> None:
    assert amount_for(2, 3, 120_000, 60_000, None) == 420_000
    assert amount_for(2, 3, 120_000, 60_000, 400_000) == 400_000


@pytest.mark.parametrize(
    ("parts", "unsound"),
    [
        ([], Unsound.NONE),
        ([("departure", 0, 100)], None),
        ([("departure", 0, 50), ("follow_up", 6, 50)], None),
        ([("departure", 0, 50), ("follow_up", 6, 40)], Unsound.SHARES),
        ([("departure", 0, 100), ("follow_up", 6, 0)], Unsound.SHARE),
        ([("departure", 3, 100)], Unsound.MONTHS),
        ([("follow_up", 0, 100)], Unsound.MONTHS),
        ([("follow_up", 61, 100)], Unsound.MONTHS),
        ([("follow_up", 6, 50), ("departure", 0, 50)], Unsound.ORDER),
        ([("departure", 0, 10)] * 7, Unsound.TOO_MANY),
    ],
)
def test_parts_that_make_no_whole_say_why(parts: list[tuple[str, int, int]], unsound: Unsound | None) -> None:
    assert problem_with([Part(Occasion(occasion), months, share) for occasion, months, share in parts]) is unsound


def test_months_end_on_the_last_day_of_a_short_month() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2023, 8, 31), 6) == date(2024, 2, 29)
    assert months_later(date(2026, 12, 5), 1) == date(2027, 1, 5)
    assert months_later(date(2026, 3, 31), 1) == date(2026, 4, 30)


@given(st.dictionaries(st.sampled_from(list(PostingKind)), st.integers(0, 10**9)))
def test_whatever_is_posted_balances(sums: dict[PostingKind, int]) -> None:
    assert figures((kind.value, cents) for kind, cents in sums.items()).balances


def test_every_posting_moves_between_two_accounts_and_shows_in_a_figure() -> None:
    assert set(MOVES) == set(PostingKind)
    assert all(out is not into for out, into in MOVES.values())
    assert {kind for kinds in FIGURES.values() for kind in kinds} == set(PostingKind)
    assert {account for move in MOVES.values() for account in move} == set(Account)
