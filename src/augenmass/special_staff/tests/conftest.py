"""A case with what can carry a nomination, a second person, a city, and ministries with and without an own task."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body
    from augenmass.record.models import Case
    from augenmass.special_staff.actions.nominating import NewNomination
    from augenmass.special_staff.models import Nomination
    from augenmass.work.models import Task

FACTS = {
    "police_classification": "yes",
    "convicted_of_general_offence": "yes",
    "legal_duty_breached": "yes",
    "date_of_birth": "1990-05-04",
}
WHY = "Mehrere Stellen arbeiten an demselben Fall, ohne voneinander zu wissen."
MILDER = "Gespräche und Auflagen wurden geprüft; sie erreichen das Ziel allein nicht."


@pytest.fixture
def second(make_actor: "MakeActor", body: "Body") -> "Actor":
    return make_actor("zweite", body, "approver")


@pytest.fixture
def case(case_with: "MakeCase") -> "Case":
    return case_with(FACTS)


@pytest.fixture
def city(make_actor: "MakeActor", db: None) -> "Actor":
    from augenmass.directory.models import Body

    made = Body.objects.create(key="stadt", kind=Body.Kind.MUNICIPALITY, name="Stadt Nordheim", land="ST")
    return make_actor("stadt", made, "municipal_officer")


@pytest.fixture
def other_city(make_actor: "MakeActor", db: None) -> "Actor":
    from augenmass.directory.models import Body

    made = Body.objects.create(key="stadt2", kind=Body.Kind.MUNICIPALITY, name="Stadt Südheim", land="ST")
    return make_actor("stadt2", made, "municipal_officer")


@pytest.fixture
def ministry(make_actor: "MakeActor", db: None) -> "Actor":
    """Supervises only."""
    from augenmass.directory.models import Body

    made = Body.objects.create(key="mi", kind=Body.Kind.MINISTRY, name="Ministerium", land="ST")
    return make_actor("stab", made, "special_staff")


@pytest.fixture
def said(case: "Case") -> Callable[..., "NewNomination"]:
    """What a form says of the case: classified until in forty days."""

    def make(group: str = "classified", grounds: "tuple[Any, ...] | None" = None, **changes: Any) -> "NewNomination":
        from augenmass.law.time import today
        from augenmass.special_staff.actions.nominating import NewNomination
        from augenmass.special_staff.rules.groups import Ground

        if grounds is None:
            grounds = (
                Ground(
                    fact_of(case, "police_classification"),
                    "Landeskriminalamt",
                    today() - timedelta(20),
                    today() + timedelta(40),
                ),
            )
        given = {"key": uuid4(), "reasons": WHY, "less_severe": MILDER, **changes}
        return NewNomination(given.pop("key"), group, given.pop("reasons"), given.pop("less_severe"), grounds, **given)

    return make


def fact_of(case: "Case", name: str) -> int:
    from augenmass.access.reader import SystemRole, as_system
    from augenmass.record.models import Fact

    with as_system(SystemRole.WORKER):
        return Fact.objects.get(case=case, name=name, closed_by=None).pk


def telling(found: "Nomination") -> "list[Task]":
    """The open tasks to tell the person of a nomination."""
    from augenmass.work.models import Task

    return list(Task.objects.filter(about=found.about_telling, done_by=None))


@pytest.fixture
def confirmed(actor: "Actor", second: "Actor", case: "Case", said: "Callable[..., NewNomination]") -> "Nomination":
    from augenmass.access.reader import reading_for
    from augenmass.special_staff.actions.deciding import confirm
    from augenmass.special_staff.actions.nominating import nominate

    with reading_for(actor):
        made = nominate(actor, case.pk, said())
    with reading_for(second):
        return confirm(second, made.key, made.version)
