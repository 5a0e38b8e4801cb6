"""What a referral must carry: dated rules of the Land, and only whether something is there."""

from datetime import date

import pytest

from augenmass.cases.models import Document
from augenmass.directory.land import LandProfile, Parameter, profiles
from augenmass.law.vocabulary import VOCABULARY
from augenmass.referral.checklist import (
    DAYS,
    SHIPPED,
    Item,
    Kind,
    NotAnItem,
    days_for_first_check,
    missing,
    needed,
)

pytestmark = pytest.mark.unit
DAY = date(2026, 9, 10)


def land(value: object, name: str = "central_referral_needs", verified: bool = True) -> LandProfile:
    rule = Parameter(name, value, date(2026, 9, 1), date(2026, 12, 31), "Erlass", verified)
    return LandProfile("XM", "Mittelau", (rule,))


def test_the_shipped_list_holds_while_the_land_has_confirmed_none() -> None:
    assert needed(LandProfile("XM", "", ()), DAY) == SHIPPED
    assert needed(land(["fact:nationality"], verified=False), DAY) == SHIPPED
    assert needed(land(["fact:nationality"]), date(2027, 1, 1)) == SHIPPED


def test_the_list_of_the_land_holds_in_its_time() -> None:
    rules = land(["fact:nationality", "document:decision"])
    assert needed(rules, DAY) == (Item(Kind.FACT, "nationality"), Item(Kind.DOCUMENT, "decision"))


@pytest.mark.parametrize("wrong", ["nationality", "letter:x", "fact:"])
def test_what_is_no_item_is_named(wrong: str) -> None:
    with pytest.raises(NotAnItem, match=wrong):
        needed(land([wrong]), DAY)


def test_everything_in_the_shipped_lists_exists() -> None:
    lists = [needed(profile, DAY) for profile in profiles().values()]
    for item in (*SHIPPED, *(item for found in lists for item in found)):
        assert item.name in (VOCABULARY if item.kind is Kind.FACT else Document.Kind.values)


def test_what_is_missing_comes_in_the_order_of_the_list() -> None:
    items = needed(land(["fact:nationality", "document:decision", "fact:family_name"]), DAY)
    assert missing(items, {"family_name"}, set()) == items[:2]
    assert missing(items, {"family_name", "nationality"}, {"decision", "other"}) == ()


def test_a_fact_and_a_document_of_one_name_are_two_things() -> None:
    items = (Item(Kind.FACT, "decision"),)
    assert missing(items, set(), {"decision"}) == items


def test_the_days_of_the_first_check_are_the_lands() -> None:
    assert days_for_first_check(land(5, "central_first_check_days"), DAY) == 5
    assert days_for_first_check(land(5, "central_first_check_days", verified=False), DAY) == DAYS
