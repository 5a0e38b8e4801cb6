"""What tests of several rooms do at the gate: settle an item, settle and release a body, let the program find nothing wrong."""

import uuid
from datetime import date

import pytest

from augenmass.access.actor import Actor
from augenmass.gate import checks
from augenmass.gate.actions.items import NewAdoption, confirm_adoption, record_adoption
from augenmass.gate.actions.release import confirm_release, propose_release
from augenmass.gate.models import Adoption, GateRelease
from augenmass.gate.rules import ITEMS
from augenmass.law.time import today


def told(kind: str = "adopted", review_on: date | None = None, **more: object) -> NewAdoption:
    """What is entered, whole unless the test says otherwise."""
    values = {"key": uuid.uuid4(), "says": "Akte 10-2026/17, Registratur", "decided_on": today(), **more}
    return NewAdoption(kind=kind, review_on=review_on, **values)  # type: ignore[arg-type]


def settled(first: Actor, second: Actor, item: str, **more: object) -> Adoption:
    """An item that one recorded and the other confirmed."""
    return confirm_adoption(second, record_adoption(first, item, told(**more)).key)  # type: ignore[arg-type]


def released(officer: Actor, head: Actor) -> GateRelease:
    """Every item settled and the body released; the program must find nothing wrong."""
    for item in ITEMS:
        settled(officer, head, item.key)
    return confirm_release(head, propose_release(officer, uuid.uuid4()).key)


def let_the_machine_be_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every check says that nothing is missing."""
    well = [checks.Check(one.key, one.title, lambda: "", one.excusable, one.who) for one in checks.CHECKS]
    monkeypatch.setattr("augenmass.gate.queries.CHECKS", well)
