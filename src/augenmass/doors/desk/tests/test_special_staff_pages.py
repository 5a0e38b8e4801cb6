"""The pages of the special staff: what a body that takes part reads of a case of another, and taking it out again."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.models import AccessLine
from augenmass.access.reader import reading_for
from augenmass.law.time import today
from augenmass.special_staff.actions.planning import NewStep, add_step, finish_step, release, take_in
from augenmass.special_staff.models import Nomination, PlanStep
from augenmass.special_staff.tests.conftest import case, city, confirmed, ministry, other_city, said, second

if TYPE_CHECKING:
    from django.test import Client

__all__ = ["case", "city", "confirmed", "ministry", "other_city", "said", "second"]
pytestmark = pytest.mark.db
SignIn = Callable[[Actor], "Client"]
GROUP = "Einstufung durch die zuständige Polizeidienststelle"


@pytest.fixture
def at(actor: Actor, city: Actor, other_city: Actor, confirmed: Nomination) -> str:
    """The address of a nomination in which two cities take part, each with a step; the other city's has a result."""

    def newest() -> Nomination:
        return Nomination.objects.get(pk=confirmed.pk)

    with reading_for(actor):
        for one in (city, other_city):
            take_in(actor, confirmed.key, newest().version, one.body_id, "§ 86 AufenthG", "wirkt mit")
            step = NewStep(
                uuid4(), one.body_id, PlanStep.Field.OTHER, f"Schritt {one.body.name}", today() + timedelta(9)
            )
            made = add_step(actor, confirmed.key, newest().version, step)
    with reading_for(other_city):
        finish_step(other_city, made.key, "Der Platz ist vergeben")
    return f"/sonderstab/fall/{confirmed.key}/"


def test_a_city_reads_no_reason_no_officer_and_no_result_of_others(
    client_of: SignIn, actor: Actor, second: Actor, city: Actor, at: str
) -> None:
    hidden = [GROUP, actor.account.name, second.account.name, "Der Platz ist vergeben"]
    own = client_of(actor).get(at).content.decode()
    assert [words for words in hidden if words not in own] == []
    for address in (at, "/sonderstab/"):
        page = client_of(city).get(address)
        assert page.status_code == 200
        assert [words for words in hidden if words in page.content.decode()] == []
    assert "Schritt Stadt Nordheim" in client_of(city).get(at).content.decode()


def test_a_body_is_taken_out_on_the_page(client_of: SignIn, actor: Actor, city: Actor, at: str) -> None:
    officer = client_of(actor)
    assert "Stelle herausnehmen" in officer.get(at).content.decode()
    assert "Stelle herausnehmen" not in client_of(city).get(at).content.decode()
    seen = Nomination.objects.get().version
    for wrong in ("", str(actor.body_id), "0"):
        assert officer.post(f"{at}herausnehmen/", {"seen": seen, "leaving": wrong}).status_code == 422
    assert officer.post(f"{at}herausnehmen/", {"seen": seen, "leaving": city.body_id}).status_code == 302
    assert client_of(city).get(at).status_code == 404


def test_what_others_read_of_a_case_stands_in_the_log_of_its_body(
    client_of: SignIn, actor: Actor, city: Actor, ministry: Actor, confirmed: Nomination, at: str
) -> None:
    with reading_for(actor):
        release(actor, confirmed.key, uuid4(), ministry.body_id, "Die Maßnahme läuft.", "§ 15 LOG")
    client_of(city).get(at)
    client_of(ministry).get("/sonderstab/")
    client_of(actor).get(at)
    lines = AccessLine.objects.filter(case=confirmed.case_id, case_body=actor.body_id).order_by("pk")
    seen = [(line.body, line.what, line.categories) for line in lines if line.what.startswith("special_staff")]
    assert seen == [
        (city.body_id, "special_staff_case", ["file", "identity"]),
        (ministry.body_id, "special_staff_released", ["file"]),
        (actor.body_id, "special_staff_case", ["criminal", "file", "identity"]),
    ]
