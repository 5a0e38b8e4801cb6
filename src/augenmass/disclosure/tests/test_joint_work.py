"""Joint work of several bodies stands in a person's extract, unless it is written down why they are not told of it yet."""

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.conferences.actions.requesting import Meeting, accept_request, add_point, request_conference
from augenmass.conferences.tests.conftest import request_of
from augenmass.disclosure.queries.journeys import journeys_of
from augenmass.law.time import now
from augenmass.special_staff.actions.nominating import nominate
from augenmass.special_staff.models import Nomination
from augenmass.special_staff.tests.conftest import case, said  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from collections.abc import Callable

    from augenmass.record.models import Case
    from augenmass.special_staff.actions.nominating import NewNomination

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]


def _lines(found: "Case") -> list[tuple[str, str]]:
    return [(line.what.de, line.detail.de) for line in journeys_of(found, ())]


@pytest.mark.parametrize(("told", "lines"), [("yes", 1), ("no", 0)])
def test_a_conference_is_told_as_soon_as_it_is_admitted(
    actor: Actor,
    approver: Actor,
    case: "Case",  # noqa: F811
    told: str,
    lines: int,
) -> None:
    why = "" if told == "yes" else "Sonst wäre der Zweck gefährdet."
    with reading_for(actor):
        made = request_conference(actor, request_of(actor.body_id, told=told, told_reason=why))
        add_point(actor, made.key, uuid4(), "Fall 1", 15, case.pk)
        assert _lines(case) == []
    with reading_for(approver):
        accept_request(approver, made.key, Meeting(now() + timedelta(days=7), 60, "Raum 1", ""))
    with reading_for(actor):
        found = _lines(case)
    assert len(found) == lines
    for line in found:
        assert line == ("Fallkonferenz mehrerer Stellen", f"Federführung: {actor.body.name}; Stand: angenommen")


def test_a_nomination_is_told_unless_a_provision_stands_against_it(
    actor: Actor,
    case: "Case",  # noqa: F811
    said: "Callable[..., NewNomination]",  # noqa: F811
) -> None:
    made = nominate(actor, case.pk, said())
    [(what, _detail)] = _lines(case)
    assert "Sonderstab" in what
    Nomination.objects.filter(pk=made.pk).update(not_told_until=now().date() + timedelta(days=30))
    assert _lines(case) == []
