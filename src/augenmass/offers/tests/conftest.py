"""A town that keeps offers, a counsellor who looks for them, files as towns write them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body
    from augenmass.offers.models import Offer

Put = Callable[..., "Offer"]
WriteFile = Callable[..., Path]
ROW = {"kind": "Integrationskurs", "name": "Kurs am Vormittag", "ags": "15001000", "municipality": "Nordheim"}


@pytest.fixture
def town(db: None) -> "Body":
    """A municipality."""
    from augenmass.directory.models import Body

    return Body.objects.create(key="nordheim", kind=Body.Kind.MUNICIPALITY, name="Gemeinde Nordheim", land="ST")


@pytest.fixture
def keeper(make_actor: "MakeActor", town: "Body") -> "Actor":
    """Who keeps the town's offers."""
    return make_actor("paulsen", town, "municipal_officer")


@pytest.fixture
def put(keeper: "Actor") -> Put:
    """Adds an offer of the town from the cells of a row."""

    def make(**cells: str) -> "Offer":
        from augenmass.law.time import today
        from augenmass.offers.actions.keeping import add_offer
        from augenmass.offers.rules.reading import read_entry

        return add_offer(keeper, uuid4(), read_entry(ROW | cells, today()))

    return make


@pytest.fixture
def write_file(tmp_path: Path) -> WriteFile:
    """Writes a table as a file: heads and rows of words."""

    def make(text: str, encoding: str = "utf-8", name: str = "angebote.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return make
