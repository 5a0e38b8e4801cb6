"""A house of a reception centre, its staff, and a worker that delivers what they report."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.accommodation.actions.reporting import NewReport, Taken
    from augenmass.accommodation.models import House
    from augenmass.accommodation.rules import Event
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body


class Turn:
    """A worker that is not asked to stop."""

    stopping = False

    def renew(self) -> None:
        """Nothing takes the duty over."""


@pytest.fixture
def centre(db: None) -> "Body":
    from augenmass.directory.models import Body

    return Body.objects.create(
        key="aufnahme", kind=Body.Kind.RECEPTION_CENTRE, name="Aufnahmeeinrichtung Nordheim", land="ST"
    )


@pytest.fixture
def staff(make_actor: "MakeActor", centre: "Body") -> "Actor":
    """Keeps the list of the houses of the centre."""
    return make_actor("engel", centre, "accommodation")


@pytest.fixture
def house(centre: "Body", body: "Body") -> "House":
    from augenmass.accommodation.models import House

    return House.objects.create(
        body=centre, authority=body, name="Haus am Kanal", street="Am Kanal 7", postcode="06999", town="Nordheim"
    )


@pytest.fixture
def said(house: "House") -> Callable[..., "NewReport"]:
    """Makes what is reported of the person with number N-1."""

    def make(event: "Event", hours: float = 1, **changes: Any) -> "NewReport":
        from augenmass.accommodation.actions.reporting import NewReport
        from augenmass.law.time import now

        at: datetime = now() - timedelta(hours=hours)
        given = {"number": "N-1", "family_name": "Haddad", "first_names": "Karim", **changes}
        return NewReport(given.pop("key", uuid4()), given.pop("house", house.key), event, at, **given)

    return make


@pytest.fixture
def report(staff: "Actor", said: Callable[..., "NewReport"]) -> Callable[..., "Taken"]:
    """Reports as the staff of the house."""

    def make(event: "Event", hours: float = 1, **changes: Any) -> "Taken":
        from augenmass.access.reader import reading_for
        from augenmass.accommodation.actions.reporting import report_event

        with reading_for(staff):
            return report_event(staff, said(event, hours, **changes))

    return make


@pytest.fixture
def deliver(db: None) -> Callable[[], int]:
    """One turn of the worker."""

    def turn() -> int:
        from augenmass.access.reader import SystemRole, as_system
        from augenmass.accommodation.actions.delivering import deliver_waiting

        with as_system(SystemRole.WORKER):
            return deliver_waiting(Turn())

    return turn
