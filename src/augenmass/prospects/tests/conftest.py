"""A case in which everything but the signature of a removal is established, and people around it."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.conftest import MakeCase
from augenmass.directory.models import Body
from augenmass.law.norms.specimens import SUSPENDED, WARNED
from augenmass.law.time import travel
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case
from augenmass.steps.actions import taking as act

DAY = date(2026, 8, 20)
CONTACT = {
    "sex": "d",
    "address_street": "Gartenstraße 12",
    "address_postal_code": "06999",
    "address_town": "Nordheim",
}


def recorded(facts: dict[str, str] | object) -> dict[str, str]:
    """What of a specimen is recorded: the program derives the rest."""
    return {name: value for name, value in dict(facts).items() if not VOCABULARY[name].derived}  # type: ignore[call-overload]


@pytest.fixture(autouse=True)
def _day(request: pytest.FixtureRequest) -> Iterator[None]:
    with travel(DAY):
        yield


@pytest.fixture
def invented(body: Body) -> Body:
    """The body in the invented Land, all of whose rules are confirmed; here the authority arranges removals itself."""
    body.land = "XM"
    body.save()
    return body


@pytest.fixture
def warned(invented: Body, case_with: MakeCase) -> Case:
    """Warned, the period over, every prospect looked at and excluded."""
    return case_with({**recorded(WARNED), **CONTACT})


@pytest.fixture
def suspended(invented: Body, case_with: MakeCase) -> Callable[..., Case]:
    def make(valid_until: str = "2026-09-10", **more: str) -> Case:
        return case_with({**recorded(SUSPENDED), "suspension_valid_until": valid_until, **CONTACT, **more})

    return make


def form(case: Case, **inputs: str) -> act.StepForm:
    """A form made from the case as it is now."""
    case.refresh_from_db()
    return act.StepForm(inputs, "Der Vorgang ist vollständig geprüft.", case.version, uuid4())


__all__ = ["Actor", "form", "recorded"]
