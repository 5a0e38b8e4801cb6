"""Dates that an officer releases: shown until they lie behind or are taken back, once for a form."""

from datetime import time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.law.time import now, today, travel
from augenmass.person_access.actions.days import NewDay, release_day, withdraw_day
from augenmass.person_access.actions.visits import recognise, sign_in_by_code
from augenmass.person_access.models import Access, ReleasedDay
from augenmass.person_access.queries.own import days_of
from augenmass.record.models import Case
from augenmass.record.verify import verify
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.person_access.tests.conftest import PrintCode

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def wanted(days: int) -> NewDay:
    day = today() + timedelta(days=days)
    return NewDay(uuid4(), ReleasedDay.Kind.PICK_UP, day, time(14, 30), "Zimmer 12")


def test_a_released_date_is_shown_until_it_lies_behind_or_is_taken_back(
    actor: Actor, access: Access, print_code: "PrintCode"
) -> None:
    person = recognise(sign_in_by_code(print_code(access)))
    assert person is not None
    first, second = wanted(3), wanted(5)
    for new in (first, first, second):
        release_day(actor, access.case_id, new)
    assert [(one.day, one.time, one.place) for one in days_of(person)] == [
        (new.day, new.time, new.place) for new in (first, second)
    ]
    withdraw_day(actor, second.key)
    assert [one.day for one in days_of(person)] == [first.day]
    with travel(now() + timedelta(days=4)):
        assert days_of(person) == []
    assert not list(verify())


def test_a_day_that_is_past_or_without_place_is_refused(actor: Actor, case: Case) -> None:
    with pytest.raises(NotDone, match="Vergangenheit"):
        release_day(actor, case.pk, wanted(-1))
    with pytest.raises(NotDone, match="Ort"):
        release_day(actor, case.pk, NewDay(uuid4(), ReleasedDay.Kind.TALK, today(), None, "  "))


def test_another_body_releases_nothing(outsider: Actor, case: Case) -> None:
    with pytest.raises(Case.DoesNotExist):
        release_day(outsider, case.pk, wanted(3))
