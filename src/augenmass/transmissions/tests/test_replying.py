"""A body without case files answers a request out of its inbox: what the matrix lets go, once, signed, and nothing else."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.law.transmission.catalogue import ROW_OF
from augenmass.record.models import Case
from augenmass.record.verify import verify
from augenmass.transmissions.actions.composing import transmit
from augenmass.transmissions.actions.deciding import Acceptance, accept, give_back
from augenmass.transmissions.actions.delivering import take_out
from augenmass.transmissions.actions.following import Following, recall
from augenmass.transmissions.actions.replying import Answering, confirm_reply, reply, withdraw_reply
from augenmass.transmissions.actions.taking_in import take_in
from augenmass.transmissions.models import Envelope, Received, Reply, Transmission
from augenmass.transmissions.queries.received import in_view, items_of, waiting_messages
from augenmass.transmissions.queries.replies import offer_to_answer, waiting_replies
from augenmass.transmissions.queries.sent import receipts_of
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules import replying as rules
from augenmass.transmissions.rules.kinds import Channel, MessageKind, ReturnReason
from augenmass.transmissions.rules.replying import SENTENCES
from augenmass.transmissions.rules.templates import TEMPLATES
from augenmass.transmissions.tests.conftest import RULED_OUT, TOLD, Compose
from augenmass.transmissions.tests.elsewhere import Elsewhere
from augenmass.work.models import Task

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor

pytestmark = [pytest.mark.db, pytest.mark.django_db]
MAY_ANSWER = {**RULED_OUT, "register_suffices": "no", "necessity_affirmed": "yes"}
BY_REGISTER = {**TOLD, "onward_allowed_directly": "yes", "register_block": "no"}
GIVEN = {"present_since": "01.03.2021", "benefits_ground": "suspended"}


def answering(**changes: Any) -> Answering:
    given: dict[str, Any] = {"key": uuid4(), "sentence": "facts", "given": GIVEN, "told": MAY_ANSWER}
    return Answering(**(given | changes))


@pytest.fixture
def asked(actor: Actor, held_case: Case, compose: Compose) -> Transmission:
    """A request to the benefits office."""
    letter = TEMPLATES["benefits_request"]
    composition = compose(
        kind=MessageKind.REQUEST,
        template=letter.id,
        purpose=letter.purpose,
        asks=letter.asks,
        told=BY_REGISTER,
    )
    with reading_for(actor):
        return transmit(actor, held_case.pk, composition)


@pytest.fixture
def accepted(clerk: Actor, asked: Transmission) -> Transmission:
    """The request, which the benefits office accepted without a file."""
    with reading_for(clerk):
        accept(clerk, asked.key, Acceptance())
    return asked


@pytest.fixture
def colleague(make_actor: "MakeActor", benefits: Body) -> Actor:
    return make_actor("leist2", benefits, "benefits_officer")


def test_an_answer_closes_the_clock_and_shows_with_its_request(
    actor: Actor, clerk: Actor, held_case: Case, accepted: Transmission
) -> None:
    clock = Task.objects.get(case=held_case, about=accepted.about, done_by=None)
    with reading_for(clerk):
        made = reply(clerk, accepted.key, answering())
    assert made.state == Reply.State.DELIVERED
    clock.refresh_from_db()
    assert clock.done_by_id is not None
    assert [came.message for came in receipts_of(accepted) if came.kind == "answer"] == [made.key]
    came = Received.objects.select_related("content").get(message=made.key)
    assert (came.case_id, came.refers_to, came.body_id) == (held_case.pk, accepted.key, actor.body_id)
    assert {item.name: item.value for item in items_of(came)} == {
        "present_since": "2021-03-01",
        "benefits_ground": "suspended",
    }
    assert set(made.signature.provisions) == {item.data_class for item in items_of(came)}
    with reading_for(actor):
        accept(actor, made.key, Acceptance(take=("present_since",)))
    fact = held_case.facts.get(name="present_since")
    assert fact.source.label == "Übermittlung von Leistungsbehörde Nordheim"
    made.refresh_from_db()
    assert made.state == Reply.State.ACCEPTED
    assert not Task.objects.filter(case=held_case, done_by=None).exists()
    assert not list(verify())


def test_what_waits_for_an_answer_is_counted_until_it_is_given(clerk: Actor, accepted: Transmission) -> None:
    with reading_for(clerk):
        assert (waiting_messages(clerk), in_view(clerk, "to_answer").count()) == (1, 1)
        reply(clerk, accepted.key, answering(sentence="nothing_held", given={}))
        assert (waiting_messages(clerk), in_view(clerk, "decided").count()) == (0, 1)
    answer = Received.objects.select_related("content").get(kind="answer")
    assert SENTENCES["nothing_held"].wording in answer.content.text
    assert not items_of(answer)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"told": {}}, "dürfen so nicht übermittelt werden"),
        ({"told": {**MAY_ANSWER, "social_data": "yes"}}, "dürfen so nicht übermittelt werden"),
        ({"told": {"nonsense": "yes"}}, "nicht bekannt"),
        ({"given": {"illness_claimed": "yes"}}, "dürfen so nicht übermittelt werden"),
        ({"given": {}}, "keine Angabe eingetragen"),
        ({"given": {"present_since": "  "}}, "keine Angabe eingetragen"),
        ({"given": {"present_since": "-"}}, "Nicht festgestellt ist"),
        ({"given": {"present_since": "gestern"}}, "gestern"),
        ({"given": {"nonsense": "yes"}}, "Merkmal gibt es nicht"),
        ({"given": {"address_town": "x\x00"}}, "unlesbares Zeichen"),
        ({"given": {"address_town": "x" * 1001}}, "zu lang"),
        ({"sentence": "nonsense"}, "wie Sie das Ersuchen beantworten"),
        ({"sentence": "nothing_held"}, "Mit diesem Satz gehen keine Angaben"),
        ({"person_category": "nonsense"}, "Personengruppe"),
    ],
)
def test_what_may_not_be_answered_is_refused_with_a_sentence_and_nothing_is_kept(
    clerk: Actor, accepted: Transmission, changes: dict[str, Any], says: str
) -> None:
    with reading_for(clerk), pytest.raises(NotSent, match=says):
        reply(clerk, accepted.key, answering(**changes))
    assert not Reply.objects.exists()
    assert not Received.objects.filter(kind="answer").exists()


def test_a_derived_fact_cannot_be_entered() -> None:
    from augenmass.law.vocabulary import VOCABULARY

    derived = next(name for name, declared in VOCABULARY.items() if declared.derived)
    assert not rules.can_be_given(derived)


def test_the_same_form_sent_twice_makes_one_and_another_answer_is_refused(
    clerk: Actor, colleague: Actor, accepted: Transmission
) -> None:
    entered = answering()
    with reading_for(clerk):
        assert reply(clerk, accepted.key, entered).pk == reply(clerk, accepted.key, entered).pk
    with reading_for(colleague), pytest.raises(NotSent, match="schon beantwortet"):
        reply(colleague, accepted.key, answering())
    assert Received.objects.filter(kind="answer").count() == 1


def test_only_an_accepted_request_is_answered_and_only_by_who_received_it(
    actor: Actor, clerk: Actor, outsider: Actor, asked: Transmission, held_case: Case, compose: Compose
) -> None:
    with reading_for(clerk), pytest.raises(NotSent, match="zuerst an"):
        reply(clerk, asked.key, answering())
    for stranger in (outsider, actor):
        with reading_for(stranger), pytest.raises(Received.DoesNotExist):
            reply(stranger, asked.key, answering())
    with reading_for(actor):
        told = transmit(actor, held_case.pk, compose())
    with reading_for(clerk):
        accept(clerk, told.key, Acceptance())
        with pytest.raises(NotSent, match="ist keines"):
            reply(clerk, told.key, answering())
        give_back(clerk, asked.key, ReturnReason.PERSON_UNKNOWN)
        with pytest.raises(NotSent, match="zurückgegeben oder"):
            reply(clerk, asked.key, answering())


def test_who_may_not_receive_may_not_answer(make_actor: "MakeActor", benefits: Body, accepted: Transmission) -> None:
    administrator = make_actor("verw", benefits, "body_administrator")
    with reading_for(administrator), pytest.raises(NotPermitted):
        reply(administrator, accepted.key, answering())


def test_a_recalled_request_is_no_longer_answered(actor: Actor, clerk: Actor, accepted: Transmission) -> None:
    with reading_for(actor):
        recall(actor, accepted.key, Following(uuid4(), "Versehen."))
    with reading_for(clerk), pytest.raises(NotSent, match="zurückgerufen"):
        reply(clerk, accepted.key, answering())


def test_an_answer_for_outside_goes_as_a_file_until_its_provision_ends(
    clerk: Actor, make_actor: "MakeActor", benefits: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Elsewhere()
    there.known_to(make_actor("verw", benefits, "body_administrator"))
    text = there.message(clerk, head__kind="request", content__items=[], content__basis=[])
    with reading_for(clerk):
        message = take_in(clerk, text, Channel.FILE).received.message
        accept(clerk, message, Acceptance())
        made = reply(clerk, message, answering(given={"present_since": "2021"}))
        assert made.state == Reply.State.SIGNED
        assert take_out(clerk, made.key).state == Envelope.State.HANDED_OVER
        ended = {
            name: replace(row, norm=replace(row.norm, until=today() - timedelta(days=1)))
            for name, row in ROW_OF.items()
        }
        monkeypatch.setattr("augenmass.transmissions.rules.checking.ROW_OF", ended)
        with pytest.raises(NotSent, match="darf nicht mehr übermittelt werden"):
            take_out(clerk, made.key)
        take_in(clerk, there.receipt(clerk, "arrival", made.key), Channel.FILE)
    made.refresh_from_db()
    assert made.state == Reply.State.DELIVERED


def test_a_second_person_signs_where_the_body_asks_for_one(
    clerk: Actor, colleague: Actor, accepted: Transmission, benefits: Body
) -> None:
    benefits.policies = {"second_person": {"transmission": True}}
    benefits.save(update_fields=["policies"])
    clerk.body.refresh_from_db()
    with reading_for(clerk):
        waiting = reply(clerk, accepted.key, answering())
        assert waiting.state == Reply.State.WAITING
        assert not Envelope.objects.filter(kind="answer").exists()
        assert not waiting_replies(clerk).exists()
        with pytest.raises(NotSent, match="andere Person"):
            confirm_reply(clerk, waiting.key)
        withdraw_reply(clerk, waiting.key)
        withdraw_reply(clerk, waiting.key)
        again = reply(clerk, accepted.key, answering())
    with reading_for(colleague):
        assert [found.pk for found in waiting_replies(colleague)] == [again.pk]
        signed = confirm_reply(colleague, again.key)
        with pytest.raises(NotSent, match="wartet nicht mehr"):
            confirm_reply(colleague, again.key)
    assert (signed.signature.signed_by_id, signed.signature.second_by_id) == (clerk.account_id, colleague.account_id)
    assert signed.state == Reply.State.DELIVERED
    assert not list(verify())


def test_an_answer_that_comes_back_makes_the_request_open_again(
    actor: Actor, clerk: Actor, accepted: Transmission
) -> None:
    with reading_for(clerk):
        made = reply(clerk, accepted.key, answering())
    with reading_for(actor):
        give_back(actor, made.key, ReturnReason.INCOMPLETE)
    made.refresh_from_db()
    assert made.state == Reply.State.RETURNED
    with reading_for(clerk):
        assert in_view(clerk, "to_answer").count() == 1
        assert reply(clerk, accepted.key, answering()).state == Reply.State.DELIVERED
    assert not list(verify())


def test_the_form_offers_what_is_asked_and_only_what_may_go(clerk: Actor, accepted: Transmission) -> None:
    came = Received.objects.select_related("content", "sender", "outside").get(message=accepted.key)
    with reading_for(clerk):
        closed = offer_to_answer(clerk, came, (), {})
        assert not closed.open
        assert set(closed.barred) == set(TEMPLATES["benefits_request"].asks)
        assert "on_request" not in closed.offer.questions
        opened = offer_to_answer(clerk, came, ("address_town", "illness_claimed", "nonsense"), MAY_ANSWER)
    assert {"present_since", "address_town"} <= set(opened.open)
    assert "illness_claimed" in opened.barred
    assert "nonsense" not in (*opened.open, *opened.barred)
