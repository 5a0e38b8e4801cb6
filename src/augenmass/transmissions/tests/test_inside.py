"""From case to inbox of another body in the same instance: composed, signed, decided, with receipts."""

import json
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.record.models import Case
from augenmass.record.verify import verify
from augenmass.transmissions.actions.composing import confirm, transmit, withdraw
from augenmass.transmissions.actions.deciding import Acceptance, accept, give_back
from augenmass.transmissions.models import Envelope, Received, Transmission
from augenmass.transmissions.queries.received import content_held, find_received, inbox, received_of
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.kinds import MessageKind, ReturnReason
from augenmass.transmissions.tests.conftest import Compose
from augenmass.work.models import Task

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db]
State = Transmission.State


def sent(actor: Actor, case: Case, compose: Compose, *names: str) -> Transmission:
    with reading_for(actor):
        made = transmit(actor, case.pk, compose(*names))
        made.refresh_from_db()
    return made


def test_what_was_signed_lies_in_the_inbox_of_the_other_body(
    actor: Actor, clerk: Actor, held_case: Case, compose: Compose
) -> None:
    made = sent(actor, held_case, compose, "family_name", "date_of_birth", "address_town")
    assert made.state == State.DELIVERED
    with reading_for(clerk):
        (received,) = inbox(clerk, "new").rows
        found = find_received(clerk, received.message)
        content = json.loads(found.content.text)["content"]
    assert {item["name"] for item in content["items"]} == {"family_name", "date_of_birth", "address_town"}
    assert [basis["provision"] for basis in content["basis"]] == ["AufenthG/90/3", "AsylG/8/2a"]
    assert {duty["kind"] for duty in content["duties"]} >= {"binding", "deletion"}
    assert content["regime"] == "gdpr"
    assert not list(verify())


def test_accepting_tells_the_sender_with_a_signed_receipt(
    actor: Actor, clerk: Actor, held_case: Case, compose: Compose
) -> None:
    made = sent(actor, held_case, compose)
    with reading_for(clerk):
        accept(clerk, made.key, Acceptance())
        accept(clerk, made.key, Acceptance())
    made.refresh_from_db()
    assert made.state == State.ACCEPTED
    receipts = Envelope.objects.filter(refers_to=made.key).order_by("pk")
    assert [receipt.kind for receipt in receipts] == [MessageKind.ARRIVAL, MessageKind.ACCEPTANCE]
    assert not list(verify())


def test_giving_back_deletes_the_content_and_gives_the_sender_a_task(
    actor: Actor, clerk: Actor, held_case: Case, compose: Compose
) -> None:
    made = sent(actor, held_case, compose)
    with reading_for(clerk):
        give_back(clerk, made.key, ReturnReason.PERSON_UNKNOWN)
        with pytest.raises(NotSent, match="soeben entschieden"):
            accept(clerk, made.key, Acceptance())
    made.refresh_from_db()
    assert made.state == State.RETURNED
    received = Received.objects.select_related("content").get(message=made.key)
    assert not content_held(received)
    assert received.content.text == ""
    assert Task.objects.get(case=held_case, about=made.about).assignee_id == actor.account_id
    assert not list(verify())


def test_the_same_form_sent_twice_makes_one(actor: Actor, held_case: Case, compose: Compose) -> None:
    asked = compose()
    with reading_for(actor):
        assert transmit(actor, held_case.pk, asked).pk == transmit(actor, held_case.pk, asked).pk
    assert Received.objects.filter(kind=MessageKind.TRANSMISSION).count() == 1


@pytest.mark.parametrize(
    ("names", "changes", "says"),
    [
        (("criminal_proceedings_open",), {}, "dürfen so nicht übermittelt werden: .*Strafverfahren"),
        (("illness_claimed",), {}, "dürfen so nicht"),
        (("family_name",), {"told": {}}, "dürfen so nicht"),
        (("family_name",), {"reasons": " "}, "begründen"),
        (("family_name",), {"facts": ()}, "nichts ausgewählt"),
        (("family_name",), {"facts": (999_999,)}, "gilt nicht mehr"),
        (("family_name",), {"receiver_id": 0}, "gibt es nicht"),
        (("family_name",), {"purpose": "nonsense"}, "nicht bekannt"),
        (("family_name",), {"kind": MessageKind.ARRIVAL}, "entsteht von selbst"),
        (("family_name",), {"asks": ("nonsense",)}, "Merkmal gibt es nicht"),
        (("family_name",), {"template": "nonsense"}, "Vorlage"),
        (("family_name",), {"person_category": "nonsense"}, "Personengruppe"),
    ],
)
def test_what_may_not_go_is_refused_with_a_sentence_and_nothing_is_kept(
    actor: Actor, held_case: Case, compose: Compose, names: tuple[str, ...], changes: dict[str, object], says: str
) -> None:
    with reading_for(actor), pytest.raises(NotSent, match=says):
        transmit(actor, held_case.pk, compose(*names, **changes))
    assert not Transmission.objects.exists()
    assert not Received.objects.exists()


def test_a_body_that_is_gone_or_takes_no_part_receives_nothing(
    actor: Actor, held_case: Case, compose: Compose, benefits: Body
) -> None:
    operation = Body.objects.create(key="betrieb", kind=Body.Kind.OPERATION, name="Betrieb", land="ST")
    Body.objects.filter(pk=benefits.pk).update(dissolved_on="2026-01-01")
    with reading_for(actor):
        for receiver, says in ((benefits.pk, "nicht mehr"), (operation.pk, "nimmt an"), (actor.body_id, "eigene")):
            with pytest.raises(NotSent, match=says):
                transmit(actor, held_case.pk, compose(receiver_id=receiver))


def test_a_second_person_signs_where_the_body_asks_for_one(
    actor: Actor, approver: Actor, clerk: Actor, held_case: Case, compose: Compose, body: Body
) -> None:
    body.policies = {"second_person": {"transmission": True}}
    body.save(update_fields=["policies"])
    actor.body.refresh_from_db()
    waiting = sent(actor, held_case, compose)
    assert waiting.state == State.WAITING
    assert not Received.objects.exists()
    task = Task.objects.get(about=waiting.about)
    assert (task.kind, task.not_by_id) == (Task.Kind.SIGNATURE, actor.account_id)
    with reading_for(actor), pytest.raises(NotPermitted):
        confirm(actor, waiting.key)
    with reading_for(approver):
        signed = confirm(approver, waiting.key)
    assert (signed.signature.signed_by_id, signed.signature.second_by_id) == (actor.account_id, approver.account_id)
    assert received_of(clerk).count() == 1
    with reading_for(actor), pytest.raises(NotSent, match="schon unterzeichnet"):
        withdraw(actor, waiting.key)


def test_what_may_no_longer_go_when_the_second_person_signs_stops_the_signature(
    actor: Actor, approver: Actor, held_case: Case, compose: Compose, body: Body
) -> None:
    from augenmass.cases.actions.facts import dispute_fact

    body.policies = {"second_person": {"transmission": True}}
    body.save(update_fields=["policies"])
    actor.body.refresh_from_db()
    waiting = sent(actor, held_case, compose, "family_name")
    with reading_for(actor):
        dispute_fact(actor, held_case.pk, waiting.facts[0], "Der Name stimmt nicht.")
    with reading_for(approver), pytest.raises(NotSent, match="Nicht festgestellt ist: Familienname"):
        confirm(approver, waiting.key)
    assert not Received.objects.exists()


def test_others_see_nothing_of_it(actor: Actor, outsider: Actor, held_case: Case, compose: Compose) -> None:
    made = sent(actor, held_case, compose)
    with reading_for(outsider):
        assert not received_of(outsider).exists()
        with pytest.raises(Received.DoesNotExist):
            accept(outsider, made.key, Acceptance())
        with pytest.raises(Case.DoesNotExist):
            transmit(outsider, held_case.pk, compose(key=uuid4()))


def test_facts_are_taken_over_with_their_regime(
    actor: Actor, outsider: Actor, held_case: Case, compose: Compose, case_with: "MakeCase"
) -> None:
    told = {**compose().told, "on_request": "yes", "register_suffices": "no"}
    asked = compose(
        "family_name", "date_of_birth", "address_town", purpose="residence_law", told=told, receiver_id=outsider.body_id
    )
    with reading_for(actor):
        transmit(actor, held_case.pk, asked)
    theirs = case_with({"family_name": "Haddad", "date_of_birth": "1990-01-31"}, actor=outsider)
    with reading_for(outsider):
        with pytest.raises(NotSent, match="steht im Fall schon so"):
            accept(outsider, asked.key, Acceptance(theirs.pk, ("family_name",)))
        accept(outsider, asked.key, Acceptance(theirs.pk, ("address_town",)))
        fact = theirs.facts.get(name="address_town")
        assert (fact.value, fact.origin.regime, fact.source.label) == (
            "Nordheim",
            "gdpr",
            "Übermittlung von Ausländerbehörde Nordheim",
        )
    assert not list(verify())


def test_of_a_person_with_two_files_one_is_chosen_knowingly(
    actor: Actor, outsider: Actor, held_case: Case, compose: Compose, case_with: "MakeCase"
) -> None:
    told = {**compose().told, "on_request": "yes", "register_suffices": "no"}
    asked = compose("family_name", "date_of_birth", purpose="residence_law", told=told, receiver_id=outsider.body_id)
    with reading_for(actor):
        transmit(actor, held_case.pk, asked)
    first, second = (case_with({"family_name": "Haddad", "date_of_birth": "1990-01-31"}, actor=outsider) for _ in "ab")
    with reading_for(outsider):
        with pytest.raises(NotSent, match=f"mehrere Akten: {first.number}, {second.number}"):
            accept(outsider, asked.key, Acceptance(second.pk))
        accept(outsider, asked.key, Acceptance(second.pk, despite_others=True))
    assert Received.objects.get(message=asked.key).case_id == second.pk
