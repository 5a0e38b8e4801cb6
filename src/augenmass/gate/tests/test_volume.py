"""Unusual volume of reads: off until it is allowed, then against the person's own habit and the threshold of the Land."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import override_settings
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.access.models import AccessLine
from augenmass.directory.models import Body
from augenmass.gate.volume import NotReleased, volumes
from augenmass.law.time import BERLIN

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
DAY = date(2026, 8, 17)


@pytest.fixture
def officer(make_actor: "MakeActor", body: Body) -> Actor:
    """The data protection officer of ``body``."""
    return make_actor("reimann", body, "data_protection")


def noon(days: int = 0) -> datetime:
    return datetime(2026, 8, 17, 12, tzinfo=BERLIN) + timedelta(days=days)


def test_volume_is_off_until_it_is_released_and_the_page_says_why(
    officer: Actor, client_of: "Callable[[Actor], Client]"
) -> None:
    with pytest.raises(NotReleased):
        volumes(officer, DAY)
    assert "Personalrat" in client_of(officer).get(reverse("access_volume")).content.decode()


@override_settings(STAFF_MEASURES=True)
def test_a_day_stands_out_against_the_own_habit_or_the_threshold_of_the_land(
    officer: Actor, make_actor: "MakeActor", body: Body, client_of: "Callable[[Actor], Client]"
) -> None:
    body.land = "XM"  # its threshold is 400
    body.save()
    officer.body.land = "XM"
    usual, sudden, new, many = (make_actor(name, body, "caseworker") for name in ("usual", "sudden", "new", "many"))
    lines = []
    for reader, habit, reads in ((usual, 60, 70), (sudden, 20, 60), (new, 0, 60), (many, 390, 401)):
        for back in range(1, 8):
            lines += [values(reader, noon(-back)) for _ in range(habit)]
        lines += [values(reader, noon()) for _ in range(reads)]
    AccessLine.objects.bulk_create(lines)
    found = volumes(officer, DAY)
    assert found.threshold == 400
    said = {row.account.username: (row.habit, row.above_habit, row.above_threshold) for row in found.rows}
    assert said == {
        "usual": (60, False, False),
        "sudden": (20, True, False),
        "new": (None, False, False),
        "many": (390, False, True),
    }
    assert [row.account.username for row in found.rows][:2] == ["many", "sudden"]
    page = client_of(officer).get(reverse("access_volume"), {"tag": "17.08.2026"}).content.decode()
    assert "weit über dem Üblichen" in page


def values(reader: Actor, at: datetime) -> AccessLine:
    return AccessLine(account=reader.account_id, body=reader.body_id, purpose="case_work", what="case", at=at, case=1)
