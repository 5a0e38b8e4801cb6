"""What would change an answer of the catalogue: one line for each fact, without the formulas of the norms."""

import re

import pytest

from augenmass.law.changes import what_would_change
from augenmass.law.norms.specimens import PERSON, SUSPENDED
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.tests.norms.asking import SHIPPED, held

pytestmark = pytest.mark.unit

FORMULA = re.compile(r"Stichtag|reference day|nicht festgestellt|not established|\bplus\b|\bminus\b|zutrifft|holds")


@pytest.mark.parametrize("recorded", [PERSON, SUSPENDED], ids=["a new file", "a suspension"])
def test_every_question_names_a_fact_once_and_in_a_sentence(recorded: dict[str, str]) -> None:
    facts = held(recorded)
    for question in ("obligation_enforceable", "recheck_current", "suspension_claim", "may_issue_warning"):
        changes = what_would_change(SHIPPED, question, facts, EXAMPLE_DAY)
        named = [change.fact for change in changes]
        assert len(named) == len(set(named))
        for change in changes:
            for sentence in (change.needed_de, change.needed_en):
                assert sentence.endswith(".")
                assert not FORMULA.search(re.sub("[„“][^“”]*[“”]", "", sentence)), sentence
