"""Wishes, consents and talks of linked agreements at the same moment, on PostgreSQL."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import NOBODY, reading_as, reading_for
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.families import agree_as_person, consent_to_link, plan_together, wish_link
from augenmass.agreements.models import Agreement, FamilyLink, Review
from augenmass.agreements.queries.own import Owner
from augenmass.agreements.tests.conftest import version
from augenmass.agreements.tests.test_at_the_same_moment import at_once
from augenmass.agreements.tests.test_families import given, linked, wish
from augenmass.record.verify import verify

pytestmark = [pytest.mark.pg, pytest.mark.django_db(transaction=True)]
Signed = Callable[..., Agreement]


def test_two_who_wish_each_other_at_once_make_one_link(counsellor: Actor, signed: Signed) -> None:
    one, two = signed("de"), signed("de", name="Petro Bondar")
    ways = [(one, two), (two, one)]
    said = at_once(
        *(
            (
                counsellor,
                lambda mine=mine, other=other, seen=mine.version: wish_link(
                    counsellor, mine.key, seen, uuid4(), other.key, given()
                ),
            )
            for mine, other in ways
        )
    )
    assert sorted(bool(words) for words in said) == [False, True], said
    assert "unforeseen" not in "".join(said)
    assert FamilyLink.objects.count() == 1
    assert list(verify()) == []


def test_the_same_form_sent_twice_at_once_notes_one_wish(counsellor: Actor, signed: Signed) -> None:
    one, two = signed("de"), signed("de", name="Petro Bondar")
    key, seen = uuid4(), version(one)
    send = (counsellor, lambda: wish_link(counsellor, one.key, seen, key, two.key, given()))
    assert at_once(send, send) == ["", ""]
    assert FamilyLink.objects.count() == 1


def test_a_consent_at_the_desk_and_one_at_the_door_at_once(counsellor: Actor, signed: Signed) -> None:
    one, two = signed("de"), signed("de", name="Petro Bondar")
    with reading_for(counsellor):
        link = wish(counsellor, one, two)
    seen, owner = version(two), Owner(participant_id=two.participant_id)
    said = at_once(
        (counsellor, lambda: consent_to_link(counsellor, two.key, seen, link.key, given())),
        (None, lambda: agree_as_person(owner, link.key, True)),
    )
    assert "unforeseen" not in "".join(said)
    assert said[1] == "", "the person at the door only says again what was noted"
    link.refresh_from_db()
    assert link.holds
    assert list(verify()) == []


def test_a_consent_while_the_other_agreement_ends_leaves_no_link(counsellor: Actor, signed: Signed) -> None:
    one, two = signed("de"), signed("de", name="Petro Bondar")
    with reading_for(counsellor):
        link = wish(counsellor, one, two)
    first, second = version(one), version(two)
    said = at_once(
        (counsellor, lambda: consent_to_link(counsellor, two.key, second, link.key, given())),
        (counsellor, lambda: withdraw(counsellor, one.key, first)),
    )
    assert "unforeseen" not in "".join(said)
    link.refresh_from_db()
    assert not link.holds


def test_two_who_plan_together_from_both_sides_at_once(
    counsellor: Actor, signed: Signed, working_day: Callable[[int], Any]
) -> None:
    one, two = signed("de"), signed("de", name="Petro Bondar")
    with reading_for(counsellor):
        link = linked(counsellor, one, two)
    first, second = version(one), version(two)
    said = at_once(
        (counsellor, lambda: plan_together(counsellor, (one.key, first), link.key, second, working_day(8), "person")),
        (counsellor, lambda: plan_together(counsellor, (two.key, second), link.key, first, working_day(9), "person")),
    )
    assert sorted(bool(words) for words in said) == [False, True], said
    assert "inzwischen geändert" in "".join(said)
    assert len(set(Review.objects.filter(state="planned").values_list("due", flat=True))) == 1
    assert list(verify()) == []


def test_row_security_gives_links_to_the_counsellors_of_the_body_alone(
    counsellor: Actor, actor: Actor, signed: Signed
) -> None:
    with reading_for(counsellor):
        linked(counsellor, signed("de"), signed("de", name="Petro Bondar"))
        assert FamilyLink.objects.count() == 1
    for nobody in (reading_for(actor), reading_as(NOBODY)):
        with nobody:
            assert not FamilyLink.objects.exists()
