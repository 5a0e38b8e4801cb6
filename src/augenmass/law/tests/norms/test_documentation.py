"""What the documentation says of the catalogue is so."""

import re
from pathlib import Path

from augenmass.law.vocabulary import VOCABULARY

FOLDER = Path(__file__).parents[5] / "docs" / "law"
NAME = re.compile(r"`([a-z][a-z0-9_]+)`")


def names_in(page: str) -> set[str]:
    """Return what a page sets in code letters and could be a fact."""
    return set(NAME.findall((FOLDER / page).read_text(encoding="utf-8")))


def test_every_unverified_fact_is_listed() -> None:
    unverified = {name for name, declaration in VOCABULARY.items() if declaration.unverified}
    assert unverified
    assert unverified <= names_in("README.md")


def test_every_assessment_is_listed_as_left_to_people() -> None:
    assessments = {name for name, declaration in VOCABULARY.items() if declaration.assessment}
    assert assessments - names_in("not-encoded.md") == set()


def test_the_page_about_what_is_left_to_people_names_only_facts_that_exist() -> None:
    assert names_in("not-encoded.md") <= set(VOCABULARY)
