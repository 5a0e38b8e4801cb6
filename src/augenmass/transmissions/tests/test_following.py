"""What follows an earlier message: requests with a clock, reminders, answers, corrections and recalls; and who received what."""

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.cases.actions.facts import FactEntry, dispute_fact, establish_fact
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.record.verify import verify
from augenmass.transmissions.actions.composing import transmit
from augenmass.transmissions.actions.deciding import Acceptance, accept, delete_recalled
from augenmass.transmissions.actions.following import Following, correct, recall, remind
from augenmass.transmissions.models import Received, Transmission
from augenmass.transmissions.queries.received import content_held, content_of_received, items_of
from augenmass.transmissions.queries.sent import overtaken, received_by_whom, to_follow
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.enquiring import ask
from augenmass.transmissions.rules.kinds import MessageKind
from augenmass.transmissions.rules.templates import TEMPLATES
from augenmass.transmissions.tests.conftest import RULED_OUT, TOLD, Compose
from augenmass.work.models import Task

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db]
ASKED_FOR = {**TOLD, "on_request": "yes", "register_suffices": "no"}
BY_REGISTER = {**TOLD, "onward_allowed_directly": "yes", "register_block": "no"}


def why(reasons: str = "Die Anschrift war falsch.") -> Following:
    return Following(uuid4(), reasons)


def received(key: UUID) -> Received:
    return Received.objects.select_related("content").get(message=key)


@pytest.fixture
def told(actor: Actor, clerk: Actor, held_case: Case, compose: Compose) -> Transmission:
    """Told the benefits office, which accepted."""
    with reading_for(actor):
        made = transmit(actor, held_case.pk, compose("family_name", "address_town"))
    with reading_for(clerk):
        accept(clerk, made.key, Acceptance())
    return made


def moved_to(actor: Actor, case: Case, town: str) -> None:
    held = case.facts.get(name="address_town", closed_by=None)
    with reading_for(actor):
        establish_fact(actor, case.pk, FactEntry("address_town", town, note="Umzug"), held.pk)


def test_a_correction_follows_who_received_the_old_value(
    actor: Actor, clerk: Actor, held_case: Case, told: Transmission
) -> None:
    assert to_follow(actor, held_case.pk) == []
    moved_to(actor, held_case, "Südheim")
    assert [(sent.key, names) for sent, names in to_follow(actor, held_case.pk)] == [(told.key, ["address_town"])]
    with reading_for(actor):
        made = correct(actor, told.key, why())
    assert to_follow(actor, held_case.pk) == []
    came = received(made.key)
    assert (came.kind, came.state, came.refers_to) == ("correction", "new", told.key)
    assert {item.value for item in items_of(came)} == {"Haddad", "Südheim"}
    with reading_for(clerk):
        accept(clerk, made.key, Acceptance())
    assert not list(verify())


def test_a_correction_goes_only_where_the_matrix_still_lets_it(
    actor: Actor, held_case: Case, told: Transmission
) -> None:
    for name in ("family_name", "address_town"):
        with reading_for(actor):
            dispute_fact(actor, held_case.pk, held_case.facts.get(name=name).pk, "Bestritten.")
    assert overtaken(told) == ["address_town", "family_name"]
    with reading_for(actor), pytest.raises(NotSent, match="rufen Sie die Übermittlung zurück"):
        correct(actor, told.key, why())


def test_a_recall_deletes_at_the_receiver_and_comes_back_signed(
    actor: Actor, clerk: Actor, held_case: Case, told: Transmission
) -> None:
    with reading_for(actor):
        made = recall(actor, told.key, why())
        again = Following(uuid4(), "Noch einmal")
        with pytest.raises(NotSent, match="schon zurückgegeben, zurückgerufen"):
            recall(actor, told.key, again)
    assert received(told.key).state == "recalled"
    with reading_for(clerk):
        delete_recalled(clerk, told.key)
        delete_recalled(clerk, told.key)
    told.refresh_from_db()
    made.refresh_from_db()
    assert (told.state, made.state) == ("deleted", "accepted")
    assert not content_held(received(told.key))
    assert not list(verify())


def test_a_recall_of_something_already_deleted_is_answered_so(
    actor: Actor, clerk: Actor, held_case: Case, compose: Compose
) -> None:
    from augenmass.transmissions.models import ReceivedContent

    with reading_for(actor):
        made = transmit(actor, held_case.pk, compose())
    with reading_for(clerk):
        accept(clerk, made.key, Acceptance())
    # Its retention was over meanwhile.
    content = received(made.key).content
    ReceivedContent.objects.filter(pk=content.pk).update(text="", erased_by=content.action_id)
    with reading_for(actor):
        recall(actor, made.key, why())
    made.refresh_from_db()
    assert made.state == "deleted"
    assert received(made.key).state == "accepted"


@pytest.fixture
def request_key(actor: Actor, outsider: Actor, held_case: Case, compose: Compose) -> UUID:
    """Asked another authority for an address."""
    asked = compose(
        "family_name",
        kind=MessageKind.REQUEST,
        template="registration_address",
        purpose="residence_law",
        told=BY_REGISTER,
        receiver_id=outsider.body_id,
        asks=("address_street", "address_town"),
    )
    with reading_for(actor):
        return transmit(actor, held_case.pk, asked).key


def clocks(case: Case, key: UUID) -> list[tuple[str, object]]:
    return list(Task.objects.filter(case=case, about=f"transmission:{key}", done_by=None).values_list("kind", "due"))


def test_a_request_runs_a_clock_until_it_is_answered(
    actor: Actor, outsider: Actor, held_case: Case, request_key: UUID, compose: Compose, case_with: "MakeCase"
) -> None:
    within = TEMPLATES["registration_address"].answer_within
    assert within is not None
    assert clocks(held_case, request_key) == [("resubmission", today() + within)]
    content = content_of_received(received(request_key))
    assert content is not None
    assert [asked.name for asked in content.asked] == ["address_street", "address_town"]
    assert content.answer_by == today() + within

    theirs = case_with({"family_name": "Haddad", "address_town": "Westheim"}, actor=outsider)
    facts = Fact.objects.filter(case=theirs, name="address_town").values_list("pk", flat=True)
    answer = compose(
        kind=MessageKind.ANSWER,
        purpose="residence_law",
        told=ASKED_FOR,
        facts=tuple(facts),
        receiver_id=actor.body_id,
        refers_to=request_key,
    )
    with reading_for(outsider):
        with pytest.raises(NotSent, match="nehmen Sie es zuerst an"):
            transmit(outsider, theirs.pk, answer)
        accept(outsider, request_key, Acceptance(theirs.pk))
        assert Task.objects.get(case=theirs, about=f"received:{request_key}", done_by=None).due == today() + within
        transmit(outsider, theirs.pk, answer)
    assert not Task.objects.filter(case=theirs, about=f"received:{request_key}", done_by=None).exists()
    assert clocks(held_case, request_key) == []
    assert received(answer.key).case_id == held_case.pk
    assert Task.objects.get(about=f"received:{answer.key}").assignee_id == actor.account_id
    assert not list(verify())


def test_a_reminder_starts_the_clock_anew(actor: Actor, held_case: Case, request_key: UUID) -> None:
    Task.objects.filter(about=f"transmission:{request_key}").update(due=today() - timedelta(days=3))
    with reading_for(actor):
        made = remind(actor, request_key, why("Die Frist ist um."))
    assert received(made.key).kind == "reminder"
    assert content_of_received(received(made.key)) is None
    assert clocks(held_case, request_key) == [("resubmission", today() + timedelta(days=14))]


def test_who_received_what_is_told_without_values(actor: Actor, held_case: Case, told: Transmission) -> None:
    (passed,) = received_by_whom([held_case.pk])
    assert (passed.receiver, passed.receiver_kind, passed.purpose) == (
        "Leistungsbehörde Nordheim",
        "asylum_benefits_office",
        "asylum_benefits",
    )
    assert passed.citations[0] == "§ 90 Abs. 3 AufenthG"
    assert sorted(passed.names) == ["address_town", "family_name"]
    assert "Haddad" not in repr(passed)
    assert received_by_whom([]) == []


@pytest.mark.parametrize("template", [one for one in TEMPLATES.values() if one.provision])
def test_every_letter_can_rest_on_the_provision_that_it_names(template: object) -> None:
    """With the answers that its norm needs, identity or the number of the register may go."""
    from augenmass.law.transmission.catalogue import ROW_OF
    from augenmass.transmissions.rules.enquiring import Way
    from augenmass.transmissions.rules.templates import Template

    assert isinstance(template, Template)
    row = ROW_OF[template.provision]
    assert set(template.receivers) <= set(row.receivers)
    assert template.purpose in row.purposes
    needed = {name: value for name, value in (row.example or {}).items() if value in ("yes", "no")}
    for receiver in template.receivers:
        way = Way("foreigners_authority", receiver, template.purpose, template.occasion)
        answered = ask(way, {**RULED_OUT, **needed}, ["identity"], today())
        assert answered.answer.allowed, template.id
