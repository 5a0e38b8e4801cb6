"""Cut off at any point between signature and receipt: exactly one message at the other side, or a state that says what to do."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.law.time import now, travel
from augenmass.record.ledger import Book, Entry
from augenmass.record.models import Action, Case
from augenmass.record.verify import verify
from augenmass.transmissions.actions import delivering
from augenmass.transmissions.actions.composing import transmit
from augenmass.transmissions.actions.deciding import Acceptance, accept
from augenmass.transmissions.actions.delivering import ATTEMPTS, deliver, deliver_waiting, try_again
from augenmass.transmissions.actions.taking_in import take_in
from augenmass.transmissions.models import Envelope, OutsideBody, Received, ReceivedContent, Transmission
from augenmass.transmissions.posting import Unreachable, Unwilling
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.kinds import Channel
from augenmass.transmissions.rules.message import read_message
from augenmass.transmissions.tests.conftest import TOLD, Compose
from augenmass.transmissions.tests.elsewhere import Elsewhere

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor

pytestmark = [pytest.mark.db, pytest.mark.django_db]
State = Envelope.State


class Cut(Exception):
    """The power fails."""


@pytest.fixture
def there() -> Elsewhere:
    return Elsewhere()


@pytest.fixture
def outside(there: Elsewhere, make_actor: "MakeActor", body: Body) -> OutsideBody:
    administrator = make_actor("verwalt", body, "body_administrator")
    with reading_for(administrator):
        return there.known_to(administrator, url="http://fern.example")


def cut_at_write(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Fail at the so many-th sealed row, or when the book is finished."""
    counted = iter(range(1, 10_000))
    seal, finish = Entry.seal, Book.finish

    def count_then(do: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any) -> Any:
            if next(counted) == number:
                raise Cut
            return do(*arguments)

        return counting

    monkeypatch.setattr(Entry, "seal", count_then(seal))
    monkeypatch.setattr(Book, "finish", count_then(finish))


def until_nothing_cuts(monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any], nothing: Callable[[], bool]) -> int:
    """Do something again and again, cut off one write later each time; after every cut nothing may be half done."""
    for number in range(1, 60):
        with monkeypatch.context() as patched:
            cut_at_write(patched, number)
            with suppress(Cut):
                act()
                return number
        assert nothing()
    raise AssertionError("never came to an end")


def test_a_signature_that_is_cut_off_leaves_nothing_and_the_form_can_be_sent_again(
    actor: Actor, held_case: Case, compose: Compose, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = compose()

    def sign() -> None:
        with reading_for(actor):
            transmit(actor, held_case.pk, asked)

    writes = until_nothing_cuts(
        monkeypatch,
        sign,
        lambda: not (Transmission.objects.exists() or Received.objects.exists() or Envelope.objects.exists()),
    )
    assert writes > 6
    assert Received.objects.filter(message=asked.key).count() == 1
    assert not list(verify())


def test_taking_in_that_is_cut_off_leaves_nothing_and_the_file_can_be_taken_again(
    actor: Actor, there: Elsewhere, outside: OutsideBody, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = there.message(actor)
    before = Action.objects.count()

    def take() -> None:
        with reading_for(actor):
            take_in(actor, text, Channel.FILE)

    writes = until_nothing_cuts(
        monkeypatch, take, lambda: not Received.objects.exists() and Action.objects.count() == before
    )
    assert writes > 3
    assert (Received.objects.count(), ReceivedContent.objects.count()) == (1, 1)
    assert not list(verify())


def test_a_decision_that_is_cut_off_can_be_taken_again(
    actor: Actor, clerk: Actor, held_case: Case, compose: Compose, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reading_for(actor):
        made = transmit(actor, held_case.pk, compose())

    def decide() -> None:
        with reading_for(clerk):
            accept(clerk, made.key, Acceptance())

    def undecided() -> bool:
        made.refresh_from_db()
        return made.state == "delivered" and Received.objects.get(message=made.key).state == "new"

    until_nothing_cuts(monkeypatch, decide, undecided)
    made.refresh_from_db()
    assert made.state == "accepted"
    assert Envelope.objects.filter(kind="acceptance").count() == 1


class OtherSide:
    """Takes each message in once and gives the same receipt again; fails where it is told to."""

    def __init__(self, there: Elsewhere, actor: Actor) -> None:
        self.there, self.actor = there, actor
        self.taken: dict[str, str] = {}
        self.calls = 0
        self.fails: Callable[[], None] = lambda: None
        self.loses_answer = False

    def post(self, _outside: OutsideBody, text: str) -> str:
        self.calls += 1
        self.fails()
        message, _raw = read_message(text)
        number = str(message.head.message)
        if number not in self.taken:
            self.taken[number] = self.there.receipt(self.actor, "arrival", message.head.message)
        if self.loses_answer:
            raise Unreachable
        return self.taken[number]


@pytest.fixture
def other(there: Elsewhere, outside: OutsideBody, actor: Actor, monkeypatch: pytest.MonkeyPatch) -> OtherSide:
    side = OtherSide(there, actor)
    monkeypatch.setattr(delivering, "post", side.post)
    return side


@pytest.fixture
def envelope(actor: Actor, held_case: Case, compose: Compose, outside: OutsideBody) -> Envelope:
    told = {**TOLD, "on_request": "yes", "register_suffices": "no"}
    with reading_for(actor):
        made = transmit(
            actor, held_case.pk, compose(receiver_id=None, outside_id=outside.pk, purpose="residence_law", told=told)
        )
    return Envelope.objects.get(message=made.key)


class Turn:
    stopping = False

    def renew(self) -> None:
        pass


def delivered(envelope: Envelope) -> bool:
    envelope.refresh_from_db()
    transmission = Transmission.objects.get(key=envelope.message)
    return (envelope.state, transmission.state) == (State.DELIVERED, "delivered")


def test_the_worker_delivers_and_keeps_the_receipt(envelope: Envelope, other: OtherSide) -> None:
    assert deliver_waiting(Turn()) == 1
    assert delivered(envelope)
    assert deliver_waiting(Turn()) == 0
    assert other.calls == 1


def test_a_lost_answer_leads_to_another_attempt_and_one_message(envelope: Envelope, other: OtherSide) -> None:
    other.loses_answer = True
    assert deliver_waiting(Turn()) == 0
    envelope.refresh_from_db()
    assert (envelope.state, envelope.attempts) == (State.WAITING, 1)
    assert envelope.problem
    assert deliver_waiting(Turn()) == 0, "the next attempt waits its time"
    other.loses_answer = False
    with travel(envelope.not_before):
        assert deliver_waiting(Turn()) == 1
    assert delivered(envelope)
    assert len(other.taken) == 1
    assert other.calls == 2


def test_a_receipt_whose_writing_is_cut_off_comes_again(
    envelope: Envelope, other: OtherSide, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = now()
    for number in range(1, 20):
        with monkeypatch.context() as patched, travel(at):
            cut_at_write(patched, number)
            with suppress(Cut):
                deliver(envelope.pk)
        envelope.refresh_from_db()
        if envelope.state == State.DELIVERED:
            break
        at = max(at, envelope.not_before)
    assert delivered(envelope)
    assert len(other.taken) == 1
    assert Received.objects.filter(kind="arrival").count() == 1
    assert not list(verify())


def test_when_nobody_answers_for_long_the_state_says_what_to_do(
    actor: Actor, envelope: Envelope, other: OtherSide, there: Elsewhere
) -> None:
    def fails() -> None:
        raise Unreachable

    other.fails = fails
    at = now()
    for _ in range(ATTEMPTS):
        with travel(at):
            deliver_waiting(Turn())
        envelope.refresh_from_db()
        at = max(at, envelope.not_before)
    assert (envelope.state, envelope.attempts) == (State.FAILED, ATTEMPTS)
    assert "anderem Weg" in envelope.problem
    other.fails = lambda: None
    with reading_for(actor):
        try_again(actor, envelope.message)
    assert deliver_waiting(Turn()) == 1
    assert delivered(envelope)


def test_a_refusal_is_shown_with_the_sentence_of_the_other_side(envelope: Envelope, other: OtherSide) -> None:
    def fails() -> None:
        raise Unwilling("Der Schlüssel ist gesperrt.")

    other.fails = fails
    assert deliver_waiting(Turn()) == 0
    envelope.refresh_from_db()
    assert (envelope.state, envelope.problem) == (State.FAILED, "Der Schlüssel ist gesperrt.")


def test_what_was_disputed_after_the_signature_is_not_sent(
    actor: Actor, envelope: Envelope, other: OtherSide, held_case: Case
) -> None:
    from augenmass.cases.actions.facts import dispute_fact

    with reading_for(actor):
        dispute_fact(actor, held_case.pk, held_case.facts.get(name="family_name").pk, "Stimmt nicht.")
    assert deliver_waiting(Turn()) == 0
    envelope.refresh_from_db()
    assert envelope.state == State.FAILED
    assert other.calls == 0
    with reading_for(actor), pytest.raises(NotSent, match="neu zusammen"):
        try_again(actor, envelope.message)


def test_a_forged_receipt_counts_for_nothing(envelope: Envelope, other: OtherSide, actor: Actor) -> None:
    forger = Elsewhere(address=other.there.address)
    other.taken[str(envelope.message)] = forger.receipt(actor, "arrival", envelope.message)
    assert deliver_waiting(Turn()) == 0
    assert not delivered(envelope)
    assert envelope.state == State.WAITING
