"""A body with its two offices and its administration; everything settled, where a test asks for it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pytest

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.gate.models import Adoption, GateRelease
from augenmass.gate.tests import settled
from augenmass.gate.tests.settled import let_the_machine_be_well

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor


@pytest.fixture
def officer(make_actor: "MakeActor", body: Body) -> Actor:
    """Data protection of ``body``."""
    return make_actor("reimann", body, "data_protection")


@pytest.fixture
def head(approver: Actor) -> Actor:
    """The head of ``body``."""
    return approver


@pytest.fixture
def administrator(make_actor: "MakeActor", body: Body) -> Actor:
    return make_actor("sommer", body, "body_administrator")


@pytest.fixture
def machine_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program finds nothing wrong with the installation."""
    let_the_machine_be_well(monkeypatch)


Settle = Callable[..., Adoption]
Release = Callable[[], GateRelease]


@pytest.fixture
def settle(officer: Actor, head: Actor) -> Settle:
    """Record an item and confirm it."""
    return partial(settled.settled, officer, head)


@pytest.fixture
def released(officer: Actor, head: Actor, machine_well: None) -> Release:
    """Settle everything and release the body."""
    return partial(settled.released, officer, head)
