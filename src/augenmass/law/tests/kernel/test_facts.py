"""Values as exports and people write them, and the text that is stored."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law.facts import FormatError, canonical, parse_value
from augenmass.law.tests.kernel.samples import STATUS, declared, one_day
from augenmass.law.values import NO, YES
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind

pytestmark = pytest.mark.unit
DAY = declared("born", Kind.DAY, de="Geburtsdatum", en="date of birth")
FLAG = declared("flag", de="Asylverfahren läuft", en="asylum procedure running")
NUMBER = declared("size", Kind.NUMBER, de="Größe", en="size", unit="Monate")
TEXT = declared("remark", Kind.TEXT)


def _span(first: date, last: date) -> tuple[int, int]:
    return first.toordinal(), last.toordinal()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31.12.1990", one_day(date(1990, 12, 31))),
        ("1.2.1990", one_day(date(1990, 2, 1))),
        ("1990-12-31", one_day(date(1990, 12, 31))),
        ("1990-12-31 00:00:00", one_day(date(1990, 12, 31))),
        (datetime(1990, 12, 31, 0, 0), one_day(date(1990, 12, 31))),
        (date(1990, 12, 31), one_day(date(1990, 12, 31))),
        ("00.12.1990", _span(date(1990, 12, 1), date(1990, 12, 31))),
        ("00.00.1990", _span(date(1990, 1, 1), date(1990, 12, 31))),
        ("1990", _span(date(1990, 1, 1), date(1990, 12, 31))),
        (1990, _span(date(1990, 1, 1), date(1990, 12, 31))),
        ("12/1990", _span(date(1990, 12, 1), date(1990, 12, 31))),
        ("02/1992", _span(date(1992, 2, 1), date(1992, 2, 29))),
        ("1990-12", _span(date(1990, 12, 1), date(1990, 12, 31))),
        ("1990-12-03/1991-01-05", _span(date(1990, 12, 3), date(1991, 1, 5))),
        ("00.00.0000", None),
        ("unbekannt", None),
        ("k. A.", None),
        ("-", None),
        ("  ", None),
        (None, None),
    ],
)
def test_days_are_read_as_exact_or_partial(text, expected):
    assert parse_value(DAY, text) == expected


@pytest.mark.parametrize("text", ["31.02.1990", "30.02.2024", "32.01.1990", "01.13.1990", "29.02.2023", "15.00.1990"])
def test_a_day_that_does_not_exist_is_refused_with_a_sentence(text):
    with pytest.raises(FormatError) as refused:
        parse_value(DAY, text)
    assert refused.value.de == f"Das Datum „{text}“ bei „Geburtsdatum“ gibt es im Kalender nicht."
    assert text in refused.value.en


@pytest.mark.parametrize("text", ["31.12.90", "gestern", "12345", "1.1.19901"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(FormatError):
        parse_value(DAY, text)


def test_a_year_of_two_digits_is_asked_for_in_full():
    with pytest.raises(FormatError, match="vier Ziffern"):
        parse_value(DAY, "31.12.90")


@pytest.mark.parametrize("text", ["ja", "Ja", "j", "x", "X", "1", 1, 1.0, True, "wahr", "yes", "TRUE"])
def test_words_for_yes(text):
    assert parse_value(FLAG, text) == YES


@pytest.mark.parametrize("text", ["nein", "N", "0", 0, False, "falsch", "no", "false"])
def test_words_for_no(text):
    assert parse_value(FLAG, text) == NO


def test_a_word_that_is_neither_is_refused():
    with pytest.raises(FormatError, match="weder als Ja noch als Nein"):
        parse_value(FLAG, "vielleicht")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,5", 12.5),
        ("1.234,56", 1234.56),
        ("1.234", 1234.0),
        ("12.5", 12.5),
        ("-3", -3.0),
        (7, 7.0),
        (1.25, 1.25),
        ("12 Monate", 12.0),
    ],
)
def test_numbers_are_read_the_german_way(text, expected):
    assert parse_value(NUMBER, text) == expected


@pytest.mark.parametrize("text", ["viele", "1,2,3", "1e5", "inf", "12,"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(FormatError, match="nicht als Zahl"):
        parse_value(NUMBER, text)


@pytest.mark.parametrize("text", ["tolerated", "GEDULDET", "geduldet", "duldung", "Tolerated"])
def test_choices_are_found_by_key_label_or_other_spelling(text):
    assert parse_value(STATUS, text) == "tolerated"


def test_an_unknown_choice_names_some_that_exist():
    with pytest.raises(FormatError) as refused:
        parse_value(STATUS, "sonstwas")
    assert "geduldet, erlaubt" in refused.value.de
    assert "tolerated, permitted" in refused.value.en


def test_control_characters_are_refused():
    with pytest.raises(FormatError, match="Steuerzeichen"):
        parse_value(TEXT, "a\x00b")


@settings(max_examples=80, deadline=None)
@given(
    st.one_of(
        st.tuples(st.just(FLAG), st.sampled_from([YES, NO])),
        st.tuples(st.just(NUMBER), st.floats(allow_nan=False, allow_infinity=False, width=32)),
        st.tuples(st.just(NUMBER), st.integers(-10_000_000, 10_000_000).map(lambda whole: whole / 1000)),
        st.tuples(
            st.just(DAY),
            st.tuples(st.dates(), st.dates()).map(lambda pair: tuple(sorted(day.toordinal() for day in pair))),
        ),
        st.tuples(st.just(DAY), st.dates().map(one_day)),
        st.tuples(st.just(STATUS), st.sampled_from(["tolerated", "permit"])),
    )
)
def test_reading_the_stored_text_gives_the_value_back(pair):
    declaration, value = pair
    text = canonical(declaration, value)
    assert parse_value(declaration, text) == value
    assert canonical(declaration, parse_value(declaration, text)) == text


@pytest.mark.parametrize(
    ("text", "stored"),
    [("31.12.1990", "1990-12-31"), ("12/1990", "1990-12"), ("00.00.1990", "1990"), ("1990-12-03/1991-01-05",) * 2],
)
def test_days_are_stored_as_precisely_as_they_are_known(text, stored):
    assert canonical(DAY, parse_value(DAY, text)) == stored


@pytest.mark.parametrize(
    ("declaration", "value"), [(FLAG, 1), (FLAG, "yes"), (NUMBER, float("nan")), (STATUS, "other"), (DAY, 3)]
)
def test_a_value_of_another_kind_is_not_stored(declaration, value):
    with pytest.raises(FormatError):
        canonical(declaration, value)


@pytest.mark.parametrize("name", ["Null", "None", "Ka", "N"])
def test_people_whose_names_look_like_nothing_keep_them(name: str) -> None:
    family_name = FactDeclaration(
        "family_name", Kind.TEXT, "Familienname", "Family name", "Der Name.", "The name.", "identity", "person"
    )
    assert parse_value(family_name, name) == name
    assert parse_value(family_name, " unbekannt ") is None
