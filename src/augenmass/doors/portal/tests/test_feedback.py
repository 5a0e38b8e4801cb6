"""Feedback to the operator: without signing in, without a name, listed for the administration, forgotten after half a year."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from augenmass.access.actor import Actor
from augenmass.law.time import today, travel
from augenmass.person_access.actions.feedback import LASTS, forget_feedback
from augenmass.person_access.models import Access, Feedback
from augenmass.record.models import Action

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body
    from augenmass.doors.portal.tests.conftest import Enter

pytestmark = [pytest.mark.db, pytest.mark.django_db]
ADDRESS, LIST = "/portal/rueckmeldung/", "/verwaltung/rueckmeldungen/"


class Turn:
    stopping = False

    def renew(self) -> None:
        """Nothing to extend."""


def told(**changed: str) -> dict[str, str]:
    """A form as its page sends it."""
    return {"key": str(uuid4()), "about": "barrier", "text": "Der Knopf ist zu klein.", "contact": "", **changed}


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def test_whoever_is_signed_in_leaves_nothing_of_themselves(access: Access, enter: "Enter") -> None:
    client, actions = enter(access), Action.objects.count()
    sent = told()
    for _time in range(2):
        assert client.post(ADDRESS, sent).status_code == 200
    kept = Feedback.objects.values().get()
    assert Action.objects.count() == actions
    assert set(kept) == {"id", "key", "kind", "text", "contact", "language", "arrived_on", "done_by_id"}
    assert kept["contact"] == ""
    assert "Haddad" not in str(kept)


def test_a_stranger_tells_something_and_what_is_missing_is_said() -> None:
    client = Client()
    answer = client.post(ADDRESS, told(text="  "))
    assert answer.status_code == 422
    assert client.post(ADDRESS, told(about="")).status_code == 422
    assert client.post(ADDRESS, told(text="x" * 3001)).status_code == 422
    assert not Feedback.objects.exists()
    assert client.post(ADDRESS, told(contact="anna@example.org")).status_code == 200
    assert Feedback.objects.get().contact == "anna@example.org"


def test_too_much_at_once_is_slowed_and_nothing_is_lost() -> None:
    client = Client()
    answers = [client.post(ADDRESS, told(text="Noch etwas")) for _time in range(6)]
    assert Feedback.objects.count() == 5
    assert answers[-1].status_code == 422
    assert "Noch etwas" in answers[-1].content.decode()


def test_the_administration_reads_it_and_sets_it_aside_and_nobody_else(
    actor: Actor, make_actor: "MakeActor", body: "Body", client_of: Callable[[Actor], Client]
) -> None:
    Client().post(ADDRESS, told())
    desk = client_of(make_actor("sommer", body, "body_administrator"))
    assert "Der Knopf ist zu klein." in desk.get(LIST).content.decode()
    key = str(Feedback.objects.get().key)
    assert desk.post(LIST, {"key": key}).status_code == 302
    assert Feedback.objects.get().done_by_id is not None
    assert [desk.post(LIST, {"key": wrong}).status_code for wrong in ("x", str(uuid4()))] == [404, 404]
    assert client_of(actor).get(LIST).status_code == 403
    assert client_of(actor).post(LIST, {"key": key}).status_code == 403


def test_it_is_forgotten_after_half_a_year() -> None:
    Client().post(ADDRESS, told())
    with travel(today() + LASTS):
        assert forget_feedback(Turn()) == 0
    with travel(today() + LASTS + timedelta(days=1)):
        assert forget_feedback(Turn()) == 1
    assert not Feedback.objects.exists()


def test_the_statement_names_what_the_operator_set(settings: Any) -> None:
    bare = Client().get("/portal/barrierefreiheit/").content.decode()
    assert "noch nicht genannt" in bare
    assert "Ombudsstelle Ihres Landes" in bare
    settings.ACCESSIBILITY_CONTACT = "Stelle für Barrierefreiheit, 0340 1"
    settings.ACCESSIBILITY_ENFORCEMENT = "Ombudsstelle des Landes (erfunden)"
    settings.ACCESSIBILITY_CHECKED_ON = today()
    named = Client().get("/portal/barrierefreiheit/").content.decode()
    assert "Stelle für Barrierefreiheit, 0340 1" in named
    assert "Ombudsstelle des Landes (erfunden)" in named
    assert "noch nicht genannt" not in named
