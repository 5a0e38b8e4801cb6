"""A police inspectorate, its liaison officer, notices that they hand in, and a worker that brings them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body
    from augenmass.notices.actions.taking import NewNotice, Taken
    from augenmass.notices.rules.kinds import Kind
    from augenmass.record.models import Case

FACTS = {"family_name": "Müller", "first_names": "Anna", "date_of_birth": "1990-01-31"}
BORN = date(1990, 1, 31)


class Turn:
    """A worker that is not asked to stop."""

    stopping = False

    def renew(self) -> None:
        """Nothing takes the duty over."""


@pytest.fixture
def inspectorate(db: None) -> "Body":
    from augenmass.directory.models import Body

    return Body.objects.create(
        key="polizei-nordheim", kind=Body.Kind.POLICE, name="Polizeiinspektion Nordheim", land="ST", email="p@n.example"
    )


@pytest.fixture
def liaison(make_actor: "MakeActor", inspectorate: "Body") -> "Actor":
    return make_actor("posten", inspectorate, "police_liaison")


@pytest.fixture
def saying(body: "Body") -> Callable[..., "NewNotice"]:
    """Makes what is said of Anna Müller; ``provision`` and all members of what is said can be given."""

    def make(kind: "Kind", **changes: Any) -> "NewNotice":
        from augenmass.law.time import today
        from augenmass.notices.actions.taking import NewNotice
        from augenmass.notices.rules.checking import Said
        from augenmass.notices.rules.kinds import OF_PROCEEDINGS, Kind
        from augenmass.notices.rules.lawful import LAND_LAW, PROVISIONS, Statements

        given = {"family_name": "Müller", "first_names": "Anna", "born_on": BORN, **changes}
        of_proceedings = kind in OF_PROCEEDINGS
        said = {
            "occurred_on": today() - timedelta(days=1),
            "reference": "201 Js 17/26" if of_proceedings else "",
            "offences": "§ 242 StGB" if of_proceedings else "",
            "text": "" if of_proceedings else "Bei einer Kontrolle bekannt geworden.",
        }
        own = ("key", "receiver_id", "provision", "statements", "land_law", "file_number")
        said |= {name: value for name, value in given.items() if name not in own}
        police_law = kind is Kind.POLICE_LAW
        return NewNotice(
            key=given.get("key") or uuid4(),
            receiver_id=given.get("receiver_id") or body.pk,
            said=Said(kind=kind, **said),
            provision=given.get("provision", LAND_LAW if police_law else PROVISIONS[kind][0]),
            statements=given.get("statements", Statements(True, True, True, True)),
            land_law=given.get("land_law", "§ 28 SOG LSA" if police_law else ""),
            file_number=given.get("file_number", ""),
        )

    return make


@pytest.fixture
def say(liaison: "Actor", saying: Callable[..., "NewNotice"]) -> Callable[..., "Taken"]:
    """Hands in as the liaison officer."""

    def make(kind: "Kind", **changes: Any) -> "Taken":
        from augenmass.access.reader import reading_for
        from augenmass.notices.actions.taking import hand_in

        with reading_for(liaison):
            return hand_in(liaison, saying(kind, **changes))

    return make


@pytest.fixture
def work(db: None) -> Callable[[], int]:
    """One turn of the worker with all duties of the room."""

    def turn() -> int:
        from augenmass.access.reader import SystemRole, as_system
        from augenmass.notices.actions.asking import ask_for_ends
        from augenmass.notices.actions.delivering import deliver_waiting, forget_unassigned

        with as_system(SystemRole.WORKER):
            return deliver_waiting(Turn()) + forget_unassigned(Turn()) + ask_for_ends(Turn())

    return turn


@pytest.fixture
def case(case_with: Callable[..., "Case"]) -> "Case":
    """The case of Anna Müller."""
    return case_with(FACTS, number="N-17")
