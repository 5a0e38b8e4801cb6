"""Every norm carries worked examples, and the catalogue answers each as written."""

import pytest

from augenmass.law.norm import Norm, Review
from augenmass.law.tests.norms.asking import SHIPPED, applies

BY_PARAGRAPH: dict[str, list[Norm]] = {}
for _norm in SHIPPED.norms:
    BY_PARAGRAPH.setdefault("/".join(_norm.id.split("/")[:2]).partition("@")[0], []).append(_norm)
ABOUT_THE_RECORD = {"AufenthG/59/2/1", "AufenthG/71/1/1", "AufenthG/97a"}
"""Norms whose condition is what the record holds: they are always answered."""


@pytest.mark.parametrize("paragraph", BY_PARAGRAPH)
def test_norms_answer_their_examples(paragraph: str) -> None:
    wrong = [
        f"{norm.id}: {example.de}: not {example.answer}"
        for norm in BY_PARAGRAPH[paragraph]
        for example in norm.examples
        if applies(norm.id, dict(example.facts), example.on) != example.answer
    ]
    assert wrong == []


def test_every_norm_shows_yes_no_and_not_established() -> None:
    for norm in SHIPPED.norms:
        shown = {example.answer for example in norm.examples}
        expected = {"yes", "no"} if norm.id in ABOUT_THE_RECORD else {"yes", "no", "not_established"}
        if norm.review is Review.UNVERIFIED:
            expected.remove("yes")
        assert shown == expected, norm.id


def test_a_norm_applies_only_within_its_time() -> None:
    facts = {"paternity_procedure_pending": "yes"}
    norm = SHIPPED.norm("AufenthG/60a/2/4")
    assert norm.since is not None
    assert applies(norm.id, facts, norm.since) == "yes"
    assert applies(norm.id, facts, norm.since.replace(day=28)) == "no"


def test_a_letter_posted_under_old_law_does_not_count_on_the_fourth_day() -> None:
    assert applies("VwVfG/41/2/1", {"warning_service_method": "post", "warning_posted_on": "2024-12-31"}) == "no"
    assert applies("VwVfG/41/2/1", {"warning_service_method": "post", "warning_posted_on": "2025-01-01"}) == (
        "not_established"
    ), "the first day of the rule was not read in the text"
    assert applies("VwVfG/41/2/1", {"warning_service_method": "post", "warning_posted_on": "2026-05-04"}) == "yes"


def test_the_catalogue_is_sound() -> None:
    assert SHIPPED.problems() == ()
