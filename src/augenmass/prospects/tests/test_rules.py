"""How prospects stand and when renewals are wanted, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.law.catalogue import Catalogue
from augenmass.law.norms.occasions import EXPIRY_LEAD_DAYS
from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.prospects.gate import ENFORCING, NAMES
from augenmass.prospects.queries.case import IN_PLAIN_WORDS
from augenmass.prospects.rules import (
    MOST_WEEKS,
    Standing,
    bars,
    contradicts,
    is_late,
    lead_days,
    may_fit,
    standing,
    wanted_on,
)

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


def test_the_lead_of_the_land_stays_within_what_the_catalogue_sees_as_an_occasion() -> None:
    assert [lead_days(weeks) for weeks in (2, 4, 9, 0, None, "3", True)] == [14, 28, 28, 7, 28, 28, 28]
    assert 7 * MOST_WEEKS == EXPIRY_LEAD_DAYS


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


def test_the_letter_has_plain_words_for_every_prospect() -> None:
    assert set(IN_PLAIN_WORDS) == set(NAMES)
