"""What the worker makes of reports: a task, a notice, a mail without content; and a list for people where nobody is found."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.accommodation.actions.delivering import DELIVERED_WITHIN
from augenmass.accommodation.actions.matching import match_resident, set_aside
from augenmass.accommodation.actions.noting import take_note
from augenmass.accommodation.duties import DELIVER
from augenmass.accommodation.models import House, Report, Resident
from augenmass.accommodation.queries import new_reports, reports_on, unmatched_list
from augenmass.accommodation.rules import Event
from augenmass.competence.models import Area
from augenmass.conftest import LONG_AGO
from augenmass.directory.models import Absence, Account, Body
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.record.models import Action, Case
from augenmass.record.verify import verify
from augenmass.work.duties import duty_called
from augenmass.work.models import OutgoingMail, Task
from augenmass.work.queries.standing_in import standing
from augenmass.work.refusal import NotDone
from augenmass.work.regular import SEND_MAIL

if TYPE_CHECKING:
    from augenmass.accommodation.actions.reporting import Taken
    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
Say = Callable[..., "Taken"]
Deliver = Callable[[], int]
KARIM = {"family_name": "Haddad", "first_names": "Karim"}


@pytest.fixture
def case(case_with: "MakeCase") -> Case:
    return case_with(KARIM, number="N-1")


def open_titles(case: Case) -> list[str]:
    return list(Task.objects.filter(case=case, done_by=None).order_by("pk").values_list("title", flat=True))


def test_the_two_duties_that_bring_a_report_to_its_officer_turn_within_a_minute() -> None:
    assert duty_called(DELIVER).every + duty_called(SEND_MAIL).every <= DELIVERED_WITHIN == timedelta(minutes=1)


def test_an_absence_reaches_the_officer_as_notice_task_and_mail_without_content(
    report: Say, deliver: Deliver, case: Case, actor: Actor
) -> None:
    report(Event.ARRIVAL, 100)
    report(Event.ABSENCE, 30)
    assert new_reports(actor, standing(actor)).count == 0
    assert deliver() == 2
    with reading_for(actor):
        assert [row.event for row in new_reports(actor, standing(actor)).rows] == [Event.ABSENCE, Event.ARRIVAL]
    task = Task.objects.get(title__startswith="Abwesenheit")
    assert (task.assignee_id, task.due) == (actor.account_id, today() + timedelta(days=3))
    mails = OutgoingMail.objects.all()
    assert {mail.recipient for mail in mails} == {"berger@example.org"}
    for mail in mails:
        assert not any(word in mail.subject + mail.text for word in ("Haddad", "Karim", "N-1", "Kanal", "Abwesen"))
    assert deliver() == 0
    assert not list(verify())


def test_a_return_ends_the_task_of_the_absence_and_asks_for_work_only_where_something_was_planned(
    report: Say, deliver: Deliver, case: Case
) -> None:
    report(Event.ABSENCE, 30)
    deliver()
    report(Event.RETURN, 2)
    deliver()
    assert open_titles(case) == []
    action = Action.objects.filter(kind="accommodation.delivered").latest("pk")
    assert action.references["ends"] == [Report.objects.get(event=Event.ABSENCE).pk]


def test_a_return_shows_what_was_planned_to_the_officer(report: Say, deliver: Deliver, case_with: "MakeCase") -> None:
    planned = (today() + timedelta(days=9)).isoformat()
    case = case_with({**KARIM, "departure_planned_on": planned}, number="N-1")
    report(Event.ABSENCE, 30)
    report(Event.RETURN, 2)
    deliver()
    assert open_titles(case) == ["Rückkehr nach Haus am Kanal gemeldet: Geplantes prüfen"]
    assert Report.objects.get(event=Event.RETURN).planned


def test_an_absence_that_comes_after_its_return_sets_no_task(report: Say, deliver: Deliver, case: Case) -> None:
    report(Event.RETURN, 2)
    deliver()
    report(Event.ABSENCE, 50)
    deliver()
    assert open_titles(case) == []
    assert Report.objects.filter(state=Report.State.DELIVERED, noted_by=None).count() == 2


def test_an_arrival_in_another_house_ends_the_search_too(
    report: Say, deliver: Deliver, case: Case, house: House, centre: Body
) -> None:
    other = House.objects.create(
        body=centre, authority=house.authority, name="Haus B", postcode="06998", town="Südheim"
    )
    report(Event.ABSENCE, 30)
    deliver()
    report(Event.ARRIVAL, 1, house=other.key)
    deliver()
    assert open_titles(case) == ["Ankunft in Haus B: Anschrift prüfen und erfassen"]


def test_a_transfer_to_another_district_names_the_body_that_would_be_responsible(
    report: Say, deliver: Deliver, case: Case, other_body: Body
) -> None:
    Area.objects.create(
        body=other_body, matter="residence", postcode_from="06100", postcode_to="06199", valid_from=LONG_AGO
    )
    report(Event.TRANSFER, 1, to_postcode="06120", to_place="Südheim")
    deliver()
    assert open_titles(case) == ["Verlegung gemeldet: Anschrift erfassen, Abgabe an Ausländerbehörde Südheim prüfen"]
    case.refresh_from_db()
    assert case.body_id != other_body.pk


def test_where_the_rule_names_nobody_the_transfer_is_checked_by_hand(report: Say, deliver: Deliver, case: Case) -> None:
    report(Event.TRANSFER, 1, to_postcode="06120", to_place="Südheim")
    deliver()
    assert open_titles(case) == ["Verlegung gemeldet: Anschrift und Zuständigkeit prüfen"]


def test_the_end_of_the_duty_leads_to_the_next_step(report: Say, deliver: Deliver, case: Case) -> None:
    report(Event.DUTY_ENDED, 1)
    deliver()
    assert open_titles(case) == ["Wohnpflicht in Haus am Kanal beendet: nächsten Schritt festlegen"]


def test_no_report_writes_a_fact(report: Say, deliver: Deliver, case: Case) -> None:
    before = case.facts.count()
    report(Event.ARRIVAL, 100)
    report(Event.TRANSFER, 1, to_postcode="06120", to_place="Südheim")
    deliver()
    assert case.facts.count() == before


def test_the_stand_in_is_told_too_and_without_an_officer_the_body(
    report: Say, deliver: Deliver, case: Case, actor: Actor, approver: Actor
) -> None:
    Absence.objects.create(
        account=actor.account,
        stand_in=approver.account,
        first_day=today(),
        last_day=today(),
        recorded_by=actor.account,
    )
    report(Event.ARRIVAL)
    deliver()
    assert set(OutgoingMail.objects.values_list("recipient", flat=True)) == {
        "berger@example.org",
        "leitner@example.org",
    }
    OutgoingMail.objects.all().delete()
    Account.objects.filter(pk=actor.account_id).update(is_active=False)
    report(Event.DUTY_ENDED, 0)
    deliver()
    assert list(OutgoingMail.objects.values_list("recipient", flat=True)) == ["abh@nordheim.example"]


@pytest.mark.parametrize("changes", [{"number": "N-404"}, {"family_name": "Omar"}])
def test_an_unknown_person_waits_for_a_human(
    report: Say, deliver: Deliver, case: Case, actor: Actor, changes: dict[str, str]
) -> None:
    report(Event.ARRIVAL, 100, **changes)
    deliver()
    assert Task.objects.count() == 0
    with reading_for(actor):
        [resident] = unmatched_list(actor).rows
        match_resident(actor, resident.pk, "n-1")
    assert deliver() == 1
    assert open_titles(case) == ["Ankunft in Haus am Kanal: Anschrift prüfen und erfassen"]
    assert unmatched_list(actor).count == 0
    report(Event.ABSENCE, 30, **changes)
    deliver()
    assert len(open_titles(case)) == 2
    assert not list(verify())


def test_two_people_who_match_at_once_match_once(report: Say, deliver: Deliver, case: Case, actor: Actor) -> None:
    report(Event.ARRIVAL, number="N-404")
    deliver()
    resident = Resident.objects.get()
    match_resident(actor, resident.pk, "N-1")
    with pytest.raises(Resident.DoesNotExist):
        match_resident(actor, resident.pk, "N-1")


def test_a_number_that_is_not_ones_own_case_is_refused(
    report: Say, deliver: Deliver, actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case_with(KARIM, number="S-7", actor=outsider)
    report(Event.ARRIVAL, number="N-404")
    deliver()
    pk = Resident.objects.get().pk
    with pytest.raises(NotDone, match="keinen Fall"):
        match_resident(actor, pk, "S-7")
    with pytest.raises(Resident.DoesNotExist):
        match_resident(outsider, pk, "S-7")
    set_aside(actor, pk)
    assert unmatched_list(actor).count == 0


def test_who_is_not_of_the_house_nor_of_the_authority_finds_nobody(
    report: Say, deliver: Deliver, staff: Actor, intake_clerk: Actor
) -> None:
    report(Event.ARRIVAL, number="N-404")
    deliver()
    assert unmatched_list(intake_clerk).count == 0
    with pytest.raises(NotPermitted):
        match_resident(staff, Resident.objects.get().pk, "N-1")


def test_the_officer_takes_note_once(report: Say, deliver: Deliver, case: Case, actor: Actor, outsider: Actor) -> None:
    taken = report(Event.ARRIVAL)
    deliver()
    with reading_for(actor):
        take_note(actor, case.pk, taken.report.key)
        take_note(actor, case.pk, taken.report.key)
        assert new_reports(actor, standing(actor)).count == 0
        assert [row.noted_by_id is not None for row in reports_on(actor, case)] == [True]
    assert Action.objects.filter(kind="accommodation.noted").count() == 1
    with pytest.raises(Report.DoesNotExist):
        take_note(outsider, case.pk, taken.report.key)


def test_a_case_that_moved_takes_its_reports_along(
    report: Say, deliver: Deliver, case: Case, actor: Actor, outsider: Actor
) -> None:
    report(Event.ARRIVAL, 100)
    deliver()
    with entry(actor, "test.moved", case.pk):
        Case.objects.filter(pk=case.pk).update(body=outsider.body, officer=outsider.account, number="S-1")
    report(Event.ABSENCE, 30)
    deliver()
    with reading_for(outsider):
        assert len(reports_on(outsider, case)) == 2
        assert [row.event for row in new_reports(outsider, standing(outsider)).rows] == [Event.ABSENCE, Event.ARRIVAL]
    with reading_for(actor):
        assert reports_on(actor, case) == []
    assert Task.objects.get(title__startswith="Abwesenheit").assignee_id == outsider.account_id


def test_a_worker_that_was_away_catches_up(report: Say, deliver: Deliver, case: Case) -> None:
    for hours, event in ((200, Event.ARRIVAL), (90, Event.ABSENCE), (40, Event.RETURN), (30, Event.ABSENCE)):
        report(event, hours, key=uuid4())
    assert deliver() == 4
    assert open_titles(case) == [
        "Ankunft in Haus am Kanal: Anschrift prüfen und erfassen",
        "Abwesenheit aus Haus am Kanal gemeldet: klären",
    ]
