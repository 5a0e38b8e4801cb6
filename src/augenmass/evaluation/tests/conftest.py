"""A ministry that runs a pilot with three places, a service that takes part, and files of the two others."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.agreements.tests.conftest import begun, counsellor, explained, office, signed
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.evaluation.actions.counting import join_pilot
from augenmass.evaluation.actions.preparing import NewPlace, Plan, add_place, open_pilot, prepare_pilot
from augenmass.evaluation.models import Pilot, Place
from augenmass.evaluation.rules.delivery_file import HEADS
from augenmass.evaluation.rules.measures import MEASURES
from augenmass.evaluation.words import german_words
from augenmass.law.quarters import Quarter
from augenmass.law.time import travel
from augenmass.record.spreadsheet import written

__all__ = ["begun", "counsellor", "explained", "office", "signed"]
FIRST, LAST = Quarter(2026, 1), Quarter(2026, 2)
OVER = LAST.last + timedelta(days=15)
"""The first day on which the whole pilot can be counted."""
OWN, BIG, SMALL = "15003000", "15002000", "15001000"
PLAN = Plan("Erprobung Nord", FIRST, LAST, "Wirkt es?\nWo hängt es?")


def seen(pilot: Pilot) -> int:
    """The newest version."""
    pilot.refresh_from_db()
    return pilot.version


@pytest.fixture
def _day() -> Iterator[None]:
    with travel(FIRST.first + timedelta(days=3)):
        yield


@pytest.fixture
def ministry(db: None) -> Body:
    return Body.objects.create(key="ministerium", kind=Body.Kind.MINISTRY, name="Ministerium", land="ST")


@pytest.fixture
def evaluator(make_actor: MakeActor, ministry: Body) -> Actor:
    return make_actor("hagen", ministry, "pilot_evaluation")


@pytest.fixture
def second(make_actor: MakeActor, ministry: Body) -> Actor:
    return make_actor("ostermann", ministry, "pilot_evaluation")


@pytest.fixture
def prepared(evaluator: Actor, office: Body) -> Pilot:
    """Prepared, with three places; the first is the service of this installation."""
    with reading_for(evaluator):
        made = prepare_pilot(evaluator, uuid4(), PLAN)
        for place in (
            NewPlace(OWN, "Nordheim", "", office.key),
            NewPlace(BIG, "Großstadt", "Beratung Großstadt"),
            NewPlace(SMALL, "Kleinort", "Beratung Kleinort"),
        ):
            add_place(evaluator, made.key, seen(made), place)
    made.refresh_from_db()
    return made


@pytest.fixture
def pilot(prepared: Pilot, second: Actor, counsellor: Actor) -> Pilot:
    """Running; the service takes part."""
    with reading_for(second):
        open_pilot(second, prepared.key, seen(prepared))
    own = Place.objects.get(pilot=prepared, municipality=OWN).key
    with reading_for(counsellor):
        join_pilot(counsellor, own)
    prepared.refresh_from_db()
    return prepared


MakeFile = Callable[..., bytes]


@pytest.fixture
def file() -> MakeFile:
    """A file with counts of places: the same number everywhere, unless said otherwise for (municipality, measure, outcome)."""

    def make(numbers: dict[str, int], quarters: tuple[Quarter, ...] = (FIRST, LAST), **other: int) -> bytes:
        names, rows = german_words(), []
        for municipality, number in numbers.items():
            for quarter in quarters:
                for key, measure in MEASURES.items():
                    for outcome in measure.outcomes:
                        count = other.get(f"{key}_{outcome}_{municipality}", number)
                        said = (names.measures[key], names.outcomes[key][outcome])
                        rows.append([municipality, str(quarter), *said, str(count)])
        return written(HEADS, rows)

    return make


def days(count: int) -> date:
    """A day of the first quarter."""
    return FIRST.first + timedelta(days=count)
