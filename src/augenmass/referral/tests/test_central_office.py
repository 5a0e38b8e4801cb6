"""The door of the central office: what is missing goes back as a list, taking over starts the clock, the queue says how it stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted, actor_for
from augenmass.access.reader import reading_for
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.actions.facts import dispute_fact
from augenmass.cases.models import Document
from augenmass.cases.names import deadline_name
from augenmass.competence.models import Referral
from augenmass.competence.rules import Matter
from augenmass.departure.actions.declaring import declare
from augenmass.departure.actions.opening import Opening, open_departure
from augenmass.directory.models import Account, Body, Unit
from augenmass.law.time import today, travel
from augenmass.record.models import Action, Case, Fact
from augenmass.record.verify import verify
from augenmass.referral.actions.answering import reject_referral, return_incomplete, return_referral
from augenmass.referral.actions.capacity import set_capacity
from augenmass.referral.actions.first_check import finish_first_check
from augenmass.referral.actions.opening import NotReferred, ReferralForm, refer_case
from augenmass.referral.actions.taking_over import Acceptance, accept_referral
from augenmass.referral.checklist import FIRST_CHECK
from augenmass.referral.completeness import label, missing_of
from augenmass.referral.office import loads, queue, queue_counts
from augenmass.steps.actions.taking import StepForm, begin
from augenmass.work.actions.deadlines import confirm_deadline
from augenmass.work.models import BookedDeadline, Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
DAY = date(2026, 9, 10)
WHOLE = {
    "family_name": "Haddad",
    "first_names": "Karim",
    "date_of_birth": "1990-01-31",
    "nationality": "GE",
    "address_postal_code": "06999",
    "prospects_checked_on": "2026-08-01",
    "counselling_offered_on": "2026-08-02",
}
PDF = b"%PDF-1.7"


@dataclass
class Door:
    """A municipality with a case, and the central office to which it is referred."""

    sender: Actor
    office: Actor
    case: Case

    def refer(self, **changes: object) -> Referral:
        form = ReferralForm(
            uuid4(), self.office.body_id, Matter.ENFORCEMENT, "AufenthG § 71", "Übernahme", today() + timedelta(days=9)
        )
        with reading_for(self.sender):
            return refer_case(self.sender, self.case.pk, replace(form, **changes))

    def complete(self) -> None:
        with reading_for(self.sender):
            for kind in (Document.Kind.DECISION, Document.Kind.SERVICE):
                add_document(self.sender, self.case.pk, PDF + kind.encode(), DocumentText(kind, "Bescheid"))

    def again(self) -> Actor:
        """The office as the next request makes it."""
        found = actor_for(Account.objects.get(pk=self.office.account_id))
        assert found is not None
        return found

    def accept(self, referral: Referral, **chosen: bool) -> Referral:
        with reading_for(self.office):
            return accept_referral(self.office, referral.key, Acceptance(self.office.account_id, **chosen))


@pytest.fixture
def door(actor: Actor, make_actor: "MakeActor", case_with: "MakeCase") -> Door:
    central = Body.objects.create(key="zrs", kind=Body.Kind.CENTRAL_RETURN_OFFICE, name="Zentrale Stelle", land="ST")
    return Door(actor, make_actor("falk", central, "central_office"), case_with(WHOLE))


def test_what_is_missing_goes_back_as_a_list_in_one_click_and_comes_again(door: Door) -> None:
    referral = door.refer()
    assert [item.name for item in missing_of(referral)] == ["decision", "service"]
    assert queue_counts(door.office) == {"complete": 0, "incomplete": 1, "checking": 0, "returned": 0}
    with reading_for(door.office):
        [line] = queue(door.office, "incomplete").rows
        assert (line.gaps, line.age) == (2, 0)
        returned = return_incomplete(door.office, referral.key)
        assert return_incomplete(door.office, referral.key).pk == returned.pk
    assert returned.answer.missing == ["Dokument: Bescheid", "Dokument: Zustellungsnachweis"]
    assert Action.objects.filter(kind="referral.returned").count() == 1
    task = Task.objects.get(about=referral.about, done_by=None)
    assert (task.assignee_id, task.body_id) == (door.sender.account_id, door.sender.body_id)
    assert queue_counts(door.office)["returned"] == 1
    door.complete()
    again = door.refer()
    assert missing_of(again) == ()
    assert queue_counts(door.office) == {"complete": 1, "incomplete": 0, "checking": 0, "returned": 0}
    assert list(verify()) == []


def test_the_list_is_what_is_missing_when_it_goes_back(door: Door) -> None:
    referral = door.refer()
    door.complete()
    with reading_for(door.office), pytest.raises(NotReferred, match="Es fehlt nichts mehr"):
        return_incomplete(door.office, referral.key)
    referral.refresh_from_db()
    assert referral.state == Referral.State.IN_PROGRESS


def test_a_disputed_fact_counts_as_missing(door: Door) -> None:
    door.complete()
    fact = Fact.objects.get(case=door.case, name="nationality")
    dispute_fact(door.sender, door.case.pk, fact.pk, "Die Person widerspricht.")
    assert [label(item) for item in missing_of(door.refer())] == ["Staatsangehörigkeit"]


def test_taking_over_starts_the_clock_and_the_first_check_ends_it(door: Door, make_actor: "MakeActor") -> None:
    with travel(DAY):
        door.complete()
        referral = door.accept(door.refer())
        booked = BookedDeadline.objects.get(rule=FIRST_CHECK)
        assert (booked.begins_on, booked.due, booked.body_id) == (DAY, date(2026, 9, 24), door.office.body_id)
        assert booked.computed
        assert deadline_name(booked.rule) == "Erste Prüfung der zentralen Stelle"
        office = door.again()
        with reading_for(office):
            [line] = queue(office, "checking").rows
        assert (line.due, line.referral.pk) == (date(2026, 9, 24), referral.pk)
        with pytest.raises(NotDone, match="zweite Person"):
            confirm_deadline(office, booked.key)
    with travel(DAY + timedelta(days=5)):
        finish_first_check(office, referral.key)
        finish_first_check(office, referral.key)
        booked.refresh_from_db()
        assert booked.ended_by is not None
        assert not Task.objects.filter(about=referral.about, done_by=None).exists()
        assert queue_counts(office)["checking"] == 0
    assert Action.objects.filter(kind="referral.checked").count() == 1
    with pytest.raises(NotPermitted):
        finish_first_check(make_actor("lesend", door.office.body, "intake"), referral.key)


def test_what_was_taken_over_is_worked_by_the_office_also_the_voluntary_way(door: Door) -> None:
    with travel(DAY):
        door.complete()
        door.accept(door.refer())
        office = door.again()
        with reading_for(office):
            departure = open_departure(office, door.case.pk, Opening(uuid4()))
            declare(office, departure.key, DAY)
            door.case.refresh_from_db()
            inputs = {"departure_declaration_answer": "accepted"}
            form = StepForm(inputs, "Mit der Person vereinbart.", door.case.version, uuid4())
            taken = begin(office, door.case.pk, "answer_declaration", form)
    assert taken.state == "signed"


def test_an_incomplete_case_is_taken_over_only_by_who_says_so(door: Door) -> None:
    referral = door.refer()
    with pytest.raises(NotReferred, match=r"Es fehlt noch: Dokument: Bescheid; .*trotzdem"):
        door.accept(referral)
    door.case.refresh_from_db()
    assert door.case.body_id == door.sender.body_id
    taken = door.accept(referral, despite_missing=True)
    assert "Dokument: Bescheid" in taken.answer.reason


def test_a_case_between_two_authorities_passes_no_checklist_and_starts_no_clock(
    door: Door, outsider: Actor, case_with: "MakeCase"
) -> None:
    plain = case_with({})
    asked = ReferralForm(uuid4(), outsider.body_id, Matter.RESIDENCE, "§ 71", "Umzug", today())
    referral = refer_case(door.sender, plain.pk, asked)
    assert missing_of(referral) == ()
    with reading_for(outsider):
        accept_referral(outsider, referral.key, Acceptance(outsider.account_id))
    assert not BookedDeadline.objects.exists()


def test_handing_a_case_back_with_a_reason_ends_the_clock(door: Door) -> None:
    door.complete()
    door.accept(door.refer())
    office = door.again()
    back = ReferralForm(uuid4(), door.sender.body_id, Matter.RESIDENCE, "§ 71", "Titel beantragt", today())
    with reading_for(office):
        referral = refer_case(office, door.case.pk, back)
    with reading_for(door.sender):
        accept_referral(door.sender, referral.key, Acceptance(door.sender.account_id))
    assert BookedDeadline.objects.get().ended_by is not None
    assert not Task.objects.filter(case=door.case, kind=Task.Kind.SECOND_READING, done_by=None).exists()
    assert queue_counts(door.again())["checking"] == 0


def test_two_answers_at_once_leave_one(door: Door) -> None:
    referral = door.refer()
    return_incomplete(door.office, referral.key)
    for late in (
        lambda: door.accept(referral, despite_missing=True),
        lambda: reject_referral(door.office, referral.key, "nicht zuständig"),
    ):
        with pytest.raises(NotReferred, match="inzwischen zurückgegeben"):
            late()


@pytest.mark.parametrize(
    "answer",
    [
        return_incomplete,
        lambda office, key: return_referral(office, key, "Bescheid"),
        lambda office, key: reject_referral(office, key, "nicht zuständig"),
    ],
)
def test_nothing_goes_back_to_a_body_that_no_longer_exists(
    door: Door, answer: Callable[[Actor, object], Referral]
) -> None:
    referral = door.refer()
    Body.objects.filter(pk=door.sender.body_id).update(dissolved_on=today())
    with reading_for(door.office), pytest.raises(NotReferred, match="gibt es nicht mehr"):
        answer(door.office, referral.key)


def test_a_referral_to_a_body_that_no_longer_exists_is_refused_with_a_sentence(door: Door) -> None:
    Body.objects.filter(pk=door.office.body_id).update(dissolved_on=today())
    with pytest.raises(NotReferred, match="gibt es nicht oder nicht mehr"):
        door.refer()
    assert not Referral.objects.exists()


def test_the_sender_returns_nothing_and_no_other_body_sees_the_queue(door: Door, outsider: Actor) -> None:
    referral = door.refer()
    with pytest.raises(NotReferred, match="andere Stelle"):
        return_incomplete(door.sender, referral.key)
    with pytest.raises(Referral.DoesNotExist):
        return_incomplete(outsider, referral.key)
    for stranger in (door.sender, outsider):
        with pytest.raises(NotPermitted):
            queue(stranger, "incomplete")


def test_the_capacity_of_units_is_a_number_of_cases_and_names_nobody(
    door: Door, make_actor: "MakeActor", settings: object
) -> None:
    team = Unit.objects.create(body=door.office.body, key="team", name="Team Nord")
    head = make_actor("chefin", door.office.body, "approver")
    set_capacity(head, {"team": 0, "": None})
    door.complete()
    with reading_for(door.office):
        accept_referral(door.office, door.refer().key, Acceptance(door.office.account_id, team.pk))
    with reading_for(door.again()):
        [unit, none] = loads(door.again())
    assert (unit.name, unit.cases, unit.capacity, unit.over, unit.per_person) == ("Team Nord", 1, 0, True, None)
    assert (none.cases, none.capacity, none.over) == (0, None, False)
    with pytest.raises(NotDone, match="Sachgebiete"):
        set_capacity(head, {"anderes": 3})
    with pytest.raises(NotDone, match="Zahl"):
        set_capacity(head, {"team": -1})
    with pytest.raises(NotPermitted):
        set_capacity(door.office, {"team": 5})


def test_what_one_person_would_hold_is_told_only_where_it_is_released_and_of_no_small_unit(
    door: Door, make_actor: "MakeActor", monkeypatch: pytest.MonkeyPatch
) -> None:
    team = Unit.objects.create(body=door.office.body, key="team", name="Team Nord")
    for name in ("eins", "zwei"):
        make_actor(name, door.office.body, "central_office", unit=team)
    monkeypatch.setattr("augenmass.referral.office.staff_measures_allowed", lambda _body: True)
    assert loads(door.office)[0].per_person is None
    make_actor("drei", door.office.body, "central_office", unit=team)
    assert loads(door.office)[0].per_person == 0
    monkeypatch.setattr("augenmass.referral.office.staff_measures_allowed", lambda _body: False)
    assert loads(door.office)[0].per_person is None
