"""What was sent of a file goes with it; what came in and belongs to no case goes as answered post does; the record stays whole."""

from datetime import timedelta
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.law.time import today, travel
from augenmass.record.models import Case, Fact
from augenmass.record.verify import verify
from augenmass.retention.refusal import NotDecided
from augenmass.retention.tests.aged import closed_case, in_mittelau, run_all
from augenmass.transmissions.actions.admitting import verified
from augenmass.transmissions.actions.composing import Composition, transmit
from augenmass.transmissions.actions.deciding import Acceptance, accept, give_back
from augenmass.transmissions.models import Envelope, Received, ReceivedContent, SignedTransmission, Transmission
from augenmass.transmissions.refusal import NotTaken
from augenmass.transmissions.rules.kinds import MessageKind, ReturnReason
from augenmass.transmissions.tests.conftest import TOLD

pytestmark = pytest.mark.db


@pytest.fixture
def clerk(make_actor: MakeActor) -> Actor:
    """Decides in a benefits office of the same Land."""
    office = Body.objects.create(key="leistung", kind=Body.Kind.BENEFITS, name="Leistungsbehörde", land="XM")
    return make_actor("leist", office, "benefits_officer")


def told(actor: Actor, case: Case, clerk: Actor) -> Transmission:
    facts = Fact.objects.filter(case=case, name__in=("family_name", "date_of_birth")).values_list("pk", flat=True)
    with reading_for(actor):
        return transmit(
            actor,
            case.pk,
            Composition(
                key=uuid4(),
                kind=MessageKind.TRANSMISSION,
                purpose="asylum_benefits",
                reasons="Für die Leistungen nötig.",
                facts=tuple(facts),
                receiver_id=clerk.body.pk,
                told=TOLD,
            ),
        )


def test_what_was_sent_goes_with_the_file_once_it_was_decided(
    officer_for_data: Actor, approver: Actor, actor: Actor, clerk: Actor
) -> None:
    case = closed_case(actor, "ALT-1")
    sent = told(actor, case, clerk)
    with pytest.raises(NotDecided, match="nichts zu löschen"):  # a transmission that waits for an answer is work
        run_all(officer_for_data, approver)

    with reading_for(clerk):
        accept(clerk, sent.key, Acceptance())
    run_all(officer_for_data, approver)
    assert not Case.objects.filter(pk=case.pk).exists()
    assert not Transmission.objects.exists()
    assert not SignedTransmission.objects.exists()
    assert not Envelope.objects.filter(text__contains="Vergangen").exists()
    assert Received.objects.filter(body=clerk.body).exists(), "what the receiver holds is the receiver's"
    assert list(verify()) == []


def test_what_was_given_back_goes_after_the_months_of_post(
    actor: Actor, clerk: Actor, make_actor: MakeActor, officer_for_data: Actor
) -> None:
    del officer_for_data  # moves the sender to the Land with periods
    sent = told(actor, closed_case(actor, "ALT-2"), clerk)
    with reading_for(clerk):
        give_back(clerk, sent.key, ReturnReason.NOT_COMPETENT)
    office = in_mittelau(clerk.body)
    first, second = make_actor("erste", office, "data_protection"), make_actor("zweite", office, "approver")
    signed = Envelope.objects.get(message=sent.key).text
    with travel(today() + timedelta(days=900)):
        run = run_all(first, second)
    # The message, its head, and the two receipts that went back.
    assert dict(run.records.values_list("rule", "counts")) == {"messages": {"messages": 4}}
    assert not ReceivedContent.objects.filter(received__body=office).exists()
    with pytest.raises(NotTaken, match="schon eingegangen"):
        verified(signed)
    assert list(verify()) == []
