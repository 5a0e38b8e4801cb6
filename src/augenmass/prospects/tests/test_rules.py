"""How prospects stand and when renewals are wanted, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.cases.renewal_lead import STANDARD, fitting
from augenmass.law.catalogue import Catalogue
from augenmass.law.norms.occasions import EXPIRY_LEAD_DAYS, LEADS_IN_WEEKS
from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.letters.rules.information import TEMPLATE
from augenmass.letters.wording.passages import languages
from augenmass.prospects.gate import ENFORCING, NAMES
from augenmass.prospects.rules import (
    Standing,
    bars,
    contradicts,
    may_fit,
    standing,
    wanted_on,
)
from augenmass.work.rules import is_late

pytestmark = pytest.mark.unit
ANSWERS = st.sampled_from((NO, UNKNOWN, YES))


@given(ANSWERS, ANSWERS, st.booleans())
def test_only_what_an_officer_excluded_and_the_law_does_not_affirm_stops_barring(
    law: int, officer: int, refused: bool
) -> None:
    excluded = officer == NO and (law != YES or refused)
    assert bars(standing(law, officer, refused=refused)) is not excluded
    assert bars(standing(law, officer, at_desk=True, refused=refused))


def test_what_nobody_looked_at_is_open_even_where_the_law_says_no() -> None:
    assert standing(NO, UNKNOWN) is Standing.OPEN


@given(ANSWERS, ANSWERS)
def test_the_person_is_told_of_everything_that_is_not_excluded(law: int, officer: int) -> None:
    assert may_fit(law, officer) is (officer == YES or (officer == UNKNOWN and law != NO))


def test_no_prospect_at_all_contradicts_one_that_is_possible() -> None:
    assert contradicts("no", {"25b": YES, "60c": NO})
    assert not contradicts("yes", {"25b": YES})
    assert not contradicts("no", {"25b": NO, "60c": UNKNOWN})


def test_the_lead_of_the_land_is_one_that_the_catalogue_knows() -> None:
    assert [fitting(weeks) for weeks in (2, 4, 5, 9, 99, 0, None, "3", True)] == [2, 4, 4, 8, 12, 1, 4, 4, 4]
    assert EXPIRY_LEAD_DAYS == 7 * STANDARD
    assert STANDARD in LEADS_IN_WEEKS


def test_a_suspension_that_became_known_late_is_not_the_servers_delay() -> None:
    ends = date(2026, 9, 10)
    assert wanted_on(ends, 28, date(2026, 1, 1)) == date(2026, 8, 13)
    assert wanted_on(ends, 28, date(2026, 9, 1)) == date(2026, 9, 1)


@given(st.integers(0, 40))
def test_a_day_after_is_in_time(days: int) -> None:
    wanted = date(2026, 8, 13)
    assert is_late(wanted, wanted + timedelta(days)) is (days > 1)


def test_the_room_stands_before_every_step_that_is_taken_against_the_person() -> None:
    shipped = Catalogue.shipped()
    assert set(ENFORCING) == {step.id for step in shipped.steps if shipped.question(step.question).against}


def test_the_letter_has_plain_words_for_every_prospect_in_every_language() -> None:
    for language in languages().values():
        passages = language.wordings[TEMPLATE].passages
        named = {key.removeprefix("prospect_") for key in passages if key.startswith("prospect_")}
        assert named == set(NAMES), language.key
