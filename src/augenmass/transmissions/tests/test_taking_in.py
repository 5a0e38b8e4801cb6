"""What comes from outside: verified before anything is kept, taken once, refused with a sentence, returned with a signed reason."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.law.time import today, travel
from augenmass.record.ledger import System
from augenmass.record.models import Action, Case
from augenmass.record.verify import verify
from augenmass.transmissions.actions.admitting import Admitted
from augenmass.transmissions.actions.composing import transmit
from augenmass.transmissions.actions.deciding import Acceptance, accept, delete_recalled
from augenmass.transmissions.actions.delivering import take_out
from augenmass.transmissions.actions.partners import close_partner, revoke_partner_key
from augenmass.transmissions.actions.taking_in import take_in
from augenmass.transmissions.models import Envelope, OutsideBody, Received, ReceivedContent, Transmission
from augenmass.transmissions.queries.received import content_held
from augenmass.transmissions.refusal import NotSent, NotTaken
from augenmass.transmissions.rules.kinds import Channel
from augenmass.transmissions.rules.message import read_message
from augenmass.transmissions.tests.conftest import TOLD, Compose
from augenmass.transmissions.tests.elsewhere import Elsewhere, item

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db]
Took = Callable[..., Admitted]


@pytest.fixture
def administrator(make_actor: "MakeActor", body: Body) -> Actor:
    return make_actor("verwalt", body, "body_administrator")


@pytest.fixture
def there() -> Elsewhere:
    return Elsewhere()


@pytest.fixture
def outside(there: Elsewhere, administrator: Actor) -> OutsideBody:
    with reading_for(administrator):
        return there.known_to(administrator)


@pytest.fixture
def take(actor: Actor) -> Took:
    def took(text: str, channel: Channel = Channel.FILE) -> Admitted:
        with reading_for(actor):
            return take_in(actor, text, channel)

    return took


def test_a_signed_file_is_taken_in_once_with_a_signed_receipt(
    actor: Actor, there: Elsewhere, outside: OutsideBody, take: Took
) -> None:
    text = there.message(actor)
    first, second = take(text), take(text)
    assert (first.again, second.again) == (False, True)
    assert first.received == second.received
    assert first.receipt is not None
    assert first.receipt == second.receipt
    receipt, _raw = read_message(first.receipt.text)
    assert (receipt.head.kind, receipt.head.refers_to) == ("arrival", first.received.message)
    assert Received.objects.count() == 1
    assert not list(verify())


def refused(take: Took, text: str) -> NotTaken:
    before = Action.objects.count()
    with pytest.raises(NotTaken) as caught:
        take(text)
    assert Action.objects.count() == before
    assert not ReceivedContent.objects.exists()
    assert str(caught.value).rstrip().endswith((".", ")"))
    return caught.value


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"head__sender__address": "abh-fremd@fern.example"}, "unknown_sender"),
        ({"head__sender__kind": "land_police"}, "unknown_sender"),
        ({"head__receiver__address": "abh-nirgends@localhost"}, "no_such_receiver"),
        ({"head__receiver__address": "abh-nordheim@anderswo.example"}, "no_such_receiver"),
        ({"schema": "2"}, "unknown_version"),
        ({"schema": None}, "unknown_version"),
        ({"head__kind": "nonsense"}, "not_fitting"),
        ({"head__kind": "arrival"}, "not_fitting"),
        ({"head__kind": "answer"}, "not_fitting"),
        ({"head__message": "17"}, "not_fitting"),
        ({"head__created_at": "2026-11-20T08:00:00"}, "not_fitting"),
        ({"head__created_at": "2126-11-20T08:00:00+00:00"}, "from_the_future"),
        ({"content__religion": "x"}, "not_fitting"),
        ({"content__duties": []}, "not_fitting"),
        ({"content__items": [item() | {"value": ""}]}, "not_fitting"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(
    actor: Actor, there: Elsewhere, outside: OutsideBody, take: Took, change: dict[str, Any], code: str
) -> None:
    assert refused(take, there.message(actor, **change)).code == code


def test_forged_altered_and_truncated_messages_are_refused(
    actor: Actor, there: Elsewhere, outside: OutsideBody, take: Took
) -> None:
    text = there.message(actor)
    assert refused(take, there.signed(there.raw(actor), Ed25519PrivateKey.generate())).code == "unknown_key"
    assert refused(take, text.replace("Haddad", "Hadad")).code == "forged"
    signature = json.loads(text)["signature"]
    other = json.loads(there.message(actor))
    assert refused(take, json.dumps({**other, "signature": signature})).code == "forged"
    for piece in (
        text[:-1],
        text[: len(text) // 2],
        "",
        "null",
        "[]",
        "kein JSON",
        text.replace('"head"', '"schema": "1", "head"'),
    ):
        assert refused(take, piece).code == "not_readable"
    assert refused(take, json.dumps({"schema": "1", "x": "x" * 300_000})).code == "too_large"
    assert refused(take, json.dumps({**json.loads(text), "signature": None})).code == "not_fitting"


def test_a_replayed_number_with_another_text_is_refused(
    actor: Actor, there: Elsewhere, outside: OutsideBody, take: Took
) -> None:
    number = str(uuid4())
    take(there.message(actor, head__message=number))
    with pytest.raises(NotTaken) as caught:
        take(there.message(actor, head__message=number, content__items=[item(value="Anders")]))
    assert caught.value.code == "replayed"
    assert Received.objects.count() == 1


def test_a_key_proves_nothing_before_and_after_its_days_or_when_it_is_revoked(
    actor: Actor, administrator: Actor, there: Elsewhere, take: Took
) -> None:
    with reading_for(administrator):
        outside = there.known_to(administrator, valid_from=today(), valid_until=today() + timedelta(days=5))
    early = there.message(actor, head__created_at=f"{today() - timedelta(days=1)}T12:00:00+00:00")
    assert refused(take, early).code == "key_not_yet"
    text = there.message(actor)
    with travel(today() + timedelta(days=6)):
        assert refused(take, text).code == "key_expired"
    with reading_for(administrator):
        revoke_partner_key(administrator, outside.key, json.loads(text)["signature"]["key"])
    assert refused(take, text).code == "key_revoked"


def test_of_a_closed_partner_nothing_is_taken_in(
    actor: Actor, administrator: Actor, there: Elsewhere, outside: OutsideBody, take: Took
) -> None:
    with reading_for(administrator):
        close_partner(administrator, outside.key)
    assert refused(take, there.message(actor)).code == "key_revoked"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"content__basis__0__provision": "AufenthG/999"}, "no_provision"),
        ({"content__basis": []}, "no_provision"),
        ({"content__basis__0__provision": "AsylG/8/1c/1@2026-05-04"}, "provision_ended"),
        ({"content__basis__0__provision": "AufenthG/90/3"}, "not_competent"),
        ({"content__purpose": "asylum_benefits"}, "not_allowed"),
        ({"content__items": [item("criminal_proceedings_open", "criminal", "yes")]}, "not_allowed"),
        ({"content__items": [item("criminal_proceedings_open", "identity", "yes")]}, "not_allowed"),
        ({"content__items": [item("unknown_thing", "identity", "yes")]}, "not_allowed"),
        ({"content__regime": "police"}, "incomplete"),
        ({"head__test": False}, "test"),
    ],
)
def test_what_its_provisions_do_not_carry_goes_back_and_is_not_kept(
    actor: Actor, there: Elsewhere, outside: OutsideBody, take: Took, change: dict[str, Any], reason: str
) -> None:
    raw = there.raw(actor)
    for path, value in change.items():
        if path == "content__basis__0__provision":
            raw["content"]["basis"][0]["provision"] = value
        else:
            raw = there.raw(actor, **{path: value})
    found = take(there.signed(raw))
    assert (found.received.state, found.received.reason) == ("returned", reason)
    assert not ReceivedContent.objects.exists()
    assert found.receipt is not None
    message, _raw = read_message(found.receipt.text)
    assert message.head.kind == "return"
    assert message.receipt is not None
    assert message.receipt.reason == reason


def test_only_the_receiver_takes_in_its_messages(
    actor: Actor, administrator: Actor, outsider: Actor, there: Elsewhere, outside: OutsideBody
) -> None:
    with reading_for(outsider), pytest.raises(NotTaken, match="an eine andere Stelle gerichtet"):
        take_in(outsider, there.message(actor), Channel.FILE)
    with reading_for(administrator), pytest.raises(NotPermitted):
        take_in(administrator, there.message(actor), Channel.FILE)


def to_outside(actor: Actor, case: Case, compose: Compose, outside: OutsideBody) -> Transmission:
    told = {**TOLD, "on_request": "yes", "register_suffices": "no"}
    with reading_for(actor):
        asked = compose(receiver_id=None, outside_id=outside.pk, purpose="residence_law", told=told)
        return transmit(actor, case.pk, asked)


def test_receipts_from_outside_move_the_transmission_whatever_their_order(
    actor: Actor, there: Elsewhere, outside: OutsideBody, take: Took, held_case: Case, compose: Compose
) -> None:
    made = to_outside(actor, held_case, compose, outside)
    assert made.state == "signed"
    with reading_for(actor):
        envelope = take_out(actor, made.key)
    assert envelope.state == Envelope.State.HANDED_OVER
    take(there.receipt(actor, "acceptance", made.key))
    take(there.receipt(actor, "arrival", made.key))
    made.refresh_from_db()
    assert made.state == "accepted"
    envelope.refresh_from_db()
    assert envelope.state == Envelope.State.DELIVERED


def test_a_receipt_that_belongs_to_nothing_is_refused(
    actor: Actor,
    there: Elsewhere,
    outside: OutsideBody,
    take: Took,
    administrator: Actor,
    held_case: Case,
    compose: Compose,
) -> None:
    assert refused(take, there.receipt(actor, "acceptance", uuid4())).code == "nothing_sent"
    made = to_outside(actor, held_case, compose, outside)
    third = Elsewhere(address="abh-dritt@dritt.example")
    with reading_for(administrator):
        third.known_to(administrator)
    assert refused(take, third.receipt(actor, "acceptance", made.key)).code == "nothing_sent"


def test_a_recall_leads_to_deletion_and_a_signed_answer(
    actor: Actor, there: Elsewhere, outside: OutsideBody, take: Took, case_with: "MakeCase"
) -> None:
    case = case_with({"date_of_birth": "1990-01-31"})
    first = take(there.message(actor)).received
    with reading_for(actor):
        accept(actor, first.message, Acceptance(case.pk, ("family_name",)))
        with pytest.raises(NotSent, match="nicht zurückgerufen"):
            delete_recalled(actor, first.message)
    take(there.signed(there.raw(actor, head__kind="recall", head__refers_to=str(first.message), content=None)))
    first.refresh_from_db()
    assert first.state == Received.State.RECALLED
    with reading_for(actor):
        delete_recalled(actor, first.message)
    first = Received.objects.select_related("content").get(pk=first.pk)
    assert not content_held(first)
    assert case.facts.get(name="family_name").disputed_by_id is not None
    assert not list(verify())
    again = take(there.signed(there.raw(actor, head__kind="recall", head__refers_to=str(first.message), content=None)))
    assert already(again)


@pytest.mark.parametrize("kind", ["recall", "correction"])
def test_what_follows_something_that_is_not_here_is_answered_as_deleted(
    actor: Actor, there: Elsewhere, outside: OutsideBody, take: Took, kind: str
) -> None:
    content = None if kind == "recall" else there.raw(actor)["content"]
    text = there.signed(there.raw(actor, head__kind=kind, head__refers_to=str(uuid4()), content=content))
    found = take(text)
    assert already(found)
    assert not ReceivedContent.objects.exists()


def already(found: Admitted) -> bool:
    assert found.receipt is not None
    message, _raw = read_message(found.receipt.text)
    assert message.receipt is not None
    return message.head.kind == "deleted" and message.receipt.already


def test_the_installation_itself_takes_in_for_every_body(actor: Actor, there: Elsewhere, outside: OutsideBody) -> None:
    found = take_in(System(), there.message(actor), Channel.FILE)
    assert found.received.body_id == actor.body_id
    assert UUID(str(found.received.message))
