"""The page of signatures: everything that waits for a second person, not steps alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.record.models import Case
from augenmass.transmissions.actions.composing import transmit
from augenmass.transmissions.actions.deciding import Acceptance, accept
from augenmass.transmissions.actions.replying import Answering, reply
from augenmass.transmissions.actions.taking_in import take_in
from augenmass.transmissions.rules.kinds import Channel
from augenmass.transmissions.tests.conftest import Compose, benefits, compose, held_case  # noqa: F401  fixtures
from augenmass.transmissions.tests.elsewhere import Elsewhere
from augenmass.work.queries.standing_in import standing
from augenmass.work.queries.tasks import task_counts

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture
def asks_two(actor: Actor, body: Body) -> None:
    """The body lets every transmission be signed by two."""
    body.policies = {"second_person": {"transmission": True}}
    body.save(update_fields=["policies"])
    actor.body.refresh_from_db()


@pytest.mark.usefixtures("asks_two")
def test_a_transmission_that_waits_stands_beside_the_steps_and_is_counted(
    actor: Actor,
    approver: Actor,
    held_case: Case,  # noqa: F811
    compose: Compose,  # noqa: F811
    client_of: "Callable[[Actor], Client]",
) -> None:
    before = client_of(approver).get(reverse("signatures")).content.decode()
    assert "Warten auf Ihre Unterschrift: 0" in before
    with reading_for(actor):
        made = transmit(actor, held_case.pk, compose())
    address = reverse("transmission_sent", args=[made.key])
    page = client_of(approver).get(reverse("signatures")).content.decode()
    assert "Warten auf Ihre Unterschrift: 1" in page
    assert address in page
    assert "Leistungsbehörde Nordheim" in page
    with reading_for(approver):
        assert task_counts(approver, standing(approver))["to_sign"] == 1
    own = client_of(actor).get(reverse("signatures")).content.decode()
    assert "Warten auf Ihre Unterschrift" not in own
    assert address in own, "what the actor gave"
    client_of(approver).post(reverse("transmission_confirm", args=[made.key]))
    for reader in (actor, approver):
        assert address not in client_of(reader).get(reverse("signatures")).content.decode()


@pytest.mark.usefixtures("asks_two")
def test_an_answer_out_of_the_inbox_that_waits_stands_there_too(
    actor: Actor, approver: Actor, make_actor: "MakeActor", body: Body, client_of: "Callable[[Actor], Client]"
) -> None:
    there = Elsewhere()
    there.known_to(make_actor("verwalt", body, "body_administrator"))
    text = there.message(actor, head__kind="request", content__items=[], content__basis=[])
    with reading_for(actor):
        message = take_in(actor, text, Channel.FILE).received.message
        accept(actor, message, Acceptance())
        reply(actor, message, Answering(uuid4(), "nothing_held"))
    address = reverse("transmission_received", args=[message])
    page = client_of(approver).get(reverse("signatures")).content.decode()
    assert "Antwort an Ausländerbehörde Fern" in page
    assert address in page
    assert address not in client_of(actor).get(reverse("signatures")).content.decode()
