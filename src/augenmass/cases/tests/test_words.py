"""Words that a case is found by."""

import pytest

from augenmass.access.actor import Purpose
from augenmass.access.matrix import categories_of
from augenmass.cases.words import SEARCHED, after_prefix, fold, words_of
from augenmass.directory.roles import Role
from augenmass.law.vocabulary import VOCABULARY

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Müller", "mueller"),
        ("MÜLLER", "mueller"),
        ("Şahin", "sahin"),
        ("Łukasz", "lukasz"),
        ("Strauß", "strauss"),
        ("Nuñez", "nunez"),
    ],
)
def test_letters_are_folded_so_that_spellings_meet(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_an_umlaut_is_found_with_and_without_its_e() -> None:
    assert {"mueller", "muller"} <= words_of(["Müller"])


def test_a_file_number_is_found_by_its_parts_and_run_together() -> None:
    assert {"33", "21", "10310", "332110310"} <= words_of(["33.21-10310"])


def test_arabic_names_are_kept_and_searchable() -> None:
    assert words_of(["محمد"]) == {"محمد"}


def test_the_range_of_a_prefix_holds_every_word_that_begins_with_it() -> None:
    assert "moh" <= "mohammed" < after_prefix("moh")
    assert not after_prefix("moh") > "moi"


def test_whoever_reads_the_cases_of_a_body_may_read_every_word_that_finds_them() -> None:
    """The index of words knows no categories: a role that may not read one of them must not search by it."""
    needed = {VOCABULARY[name].category for name in SEARCHED}
    for role in Role:
        held = categories_of(role, Purpose.CASE_WORK)
        assert not held or needed <= held, role
