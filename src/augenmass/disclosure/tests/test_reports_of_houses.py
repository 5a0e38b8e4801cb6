"""What a house reported of a person stands in their extract."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from augenmass.access.actor import Actor
from augenmass.accommodation.rules import Event
from augenmass.accommodation.tests.conftest import centre, deliver, house, report, said, staff  # noqa: F401 - fixtures
from augenmass.disclosure.queries.held import Held, read_file
from augenmass.disclosure.queries.left_out import left_out

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]


def test_the_person_learns_what_was_reported_of_them(
    report: Callable[..., Any],  # noqa: F811
    deliver: Callable[[], int],  # noqa: F811
    case_with: "MakeCase",
    actor: Actor,
) -> None:
    case = case_with({"family_name": "Haddad", "first_names": "Karim"}, number="N-1")
    report(Event.ARRIVAL, 100)
    deliver()
    held = Held()
    read_file(actor, case, left_out([case.pk]), held)
    assert [(piece.sender, piece.kind.en) for piece in held.post] == [("Haus am Kanal", "Arrival")]
