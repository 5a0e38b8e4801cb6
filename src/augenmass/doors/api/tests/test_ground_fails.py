"""The database goes away or the disk is full: a program is told in its own form, wherever in its call that happens."""

import errno
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.db import InterfaceError, OperationalError

from augenmass.law.altered import CatalogueAltered

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.doors.api.tests.conftest import Calls

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.mark.parametrize(
    ("place", "error", "says"),
    [
        ("entrance.recognise", OperationalError("gone"), "Datenbank"),
        ("entrance.recognise", InterfaceError("closed"), "Datenbank"),
        ("limits.count", OSError(errno.ENOSPC, "full"), "Speicherplatz"),
        ("routes.cases.worklist", OperationalError("gone"), "Datenbank"),
        ("routes.cases.worklist", CatalogueAltered("abc"), "Regelkatalog"),
    ],
)
def test_it_is_a_problem_with_a_time_to_wait(
    calls_of: "Callable[[Actor], Calls]",
    actor: "Actor",
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    error: Exception,
    says: str,
) -> None:
    calls = calls_of(actor)

    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(f"augenmass.doors.api.{place}", fails)
    answer = calls.get("/cases")
    assert answer.status_code == 503
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Retry-After"] == "15"
    assert answer.json()["type"] == "urn:augenmass:problem:unavailable"
    assert says in answer.json()["detail"]
    assert "gone" not in answer.content.decode()


def test_an_error_of_ours_before_the_program_is_recognised_is_a_problem_too(
    calls_of: "Callable[[Actor], Calls]", actor: "Actor", monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = calls_of(actor)
    monkeypatch.setattr("augenmass.doors.api.entrance.recognise", lambda *_: 1 / 0)
    answer = calls.get("/cases")
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert "division" not in answer.content.decode()
