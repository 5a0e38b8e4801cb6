"""A house takes a wrong report back: nothing is deleted, the tasks that followed end or come back, who works the case is told."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.accommodation.actions.noting import take_note
from augenmass.accommodation.actions.reporting import Taken, report_event
from augenmass.accommodation.actions.withdrawing import withdraw_report
from augenmass.accommodation.models import House, Report, Resident, Withdrawal
from augenmass.accommodation.queries import list_of_house
from augenmass.accommodation.rules import Event
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body
from augenmass.record.models import Action, Case
from augenmass.record.verify import verify
from augenmass.work.actions.tasks import finish_task
from augenmass.work.models import OutgoingMail, Task
from augenmass.work.refusal import NotDone

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
Reports = Callable[..., Taken]
Deliver = Callable[[], int]


@pytest.fixture
def case(case_with: MakeCase) -> Case:
    return case_with({"family_name": "Haddad", "first_names": "Karim"}, number="N-1")


def take_back(staff: Actor, taken: Taken, reason: str = "Verwechslung") -> Withdrawal:
    with reading_for(staff):
        return withdraw_report(staff, taken.report.key, reason)


def open_titles(case: Case) -> list[str]:
    return list(Task.objects.filter(case=case, done_by=None).order_by("pk").values_list("title", flat=True))


def test_the_task_of_a_wrong_report_ends_and_the_officer_is_told(
    staff: Actor, actor: Actor, case: Case, report: Reports, deliver: Deliver
) -> None:
    taken = report(Event.ABSENCE, 50)
    assert deliver() == 1
    take_note(actor, case.pk, taken.report.key)
    assert len(open_titles(case)) == 1
    first = take_back(staff, taken)
    assert take_back(staff, taken, "noch einmal").pk == first.pk
    assert deliver() == 1
    assert deliver() == 0
    assert open_titles(case) == []
    held = Report.objects.get(pk=taken.report.pk)
    assert (held.noted_by, held.withdrawal.author, held.withdrawal.reason) == (None, staff.account, "Verwechslung")
    assert OutgoingMail.objects.count() == 2
    told = Action.objects.get(kind="accommodation.withdrawn", case=case)
    assert told.references["report"] == held.pk
    assert list(verify()) == []


def test_an_absence_that_a_wrong_return_had_ended_is_asked_again(
    staff: Actor, case: Case, report: Reports, deliver: Deliver
) -> None:
    report(Event.ABSENCE, 50)
    deliver()
    wrong = report(Event.RETURN, 3)
    deliver()
    assert open_titles(case) == []
    take_back(staff, wrong)
    deliver()
    assert open_titles(case) == ["Abwesenheit aus Haus am Kanal gemeldet: klären"]
    assert Resident.objects.get().standing == "away"


def test_what_somebody_ticked_off_or_another_report_answers_does_not_come_back(
    staff: Actor, actor: Actor, case: Case, report: Reports, deliver: Deliver
) -> None:
    report(Event.ABSENCE, 90)
    deliver()
    finish_task(actor, Task.objects.get(case=case).key)
    wrong = report(Event.RETURN, 60)
    deliver()
    take_back(staff, wrong)
    deliver()
    assert open_titles(case) == []
    report(Event.ARRIVAL, 30)
    deliver()
    assert [title.split()[0] for title in open_titles(case)] == ["Ankunft"]


def test_a_report_that_was_not_delivered_reaches_nobody(
    staff: Actor, house: House, case: Case, report: Reports, deliver: Deliver
) -> None:
    taken = report(Event.ARRIVAL, 3)
    take_back(staff, taken)
    assert deliver() == 0
    assert open_titles(case) == []
    with reading_for(staff):
        assert list_of_house(staff, house).rows == []
    anew = report(Event.ARRIVAL, 3)
    assert anew.new
    assert deliver() == 1
    assert len(open_titles(case)) == 1


def test_a_reason_is_needed_and_only_the_house_takes_back(
    staff: Actor, actor: Actor, case: Case, make_actor: MakeActor, report: Reports
) -> None:
    taken = report(Event.ARRIVAL, 3)
    for reason in (" ", "x" * 501):
        with pytest.raises(NotDone, match="Zeichen"):
            take_back(staff, taken, reason)
    with pytest.raises(NotPermitted):
        take_back(actor, taken)
    elsewhere = Body.objects.create(key="zwei", kind=Body.Kind.RECEPTION_CENTRE, name="Zweite Aufnahme", land="ST")
    with pytest.raises(Report.DoesNotExist):
        take_back(make_actor("zwei", elsewhere, "accommodation"), taken)
    assert not Withdrawal.objects.exists()


def test_the_page_of_a_person_takes_back_and_leads_to_the_right_report(
    staff: Actor,
    actor: Actor,
    house: House,
    case: Case,
    report: Reports,
    deliver: Deliver,
    client_of: Callable[[Actor], Client],
) -> None:
    report(Event.ARRIVAL, 90)
    taken = report(Event.ABSENCE, 50)
    deliver()
    client, person = client_of(staff), taken.report.resident_id
    page = reverse("house_resident", args=[house.key, person])
    assert "Abwesenheit" in client.get(page).content.decode()
    address = reverse("report_withdraw", args=[house.key, person, taken.report.key])
    wrong = client.post(address, {"withdrawal_reason": " ", "do": "withdraw"})
    assert wrong.status_code == 422
    sent: Any = client.post(address, {"withdrawal_reason": "Falscher Tag", "do": "anew"})
    assert sent.url == f"{reverse('house_report', args=[house.key])}?art=absence&person={person}"
    assert client.get(sent.url).status_code == 200
    assert "Falscher Tag" in client.get(page).content.decode()
    deliver()
    shown = client_of(actor).get(reverse("case_reports", args=[case.key])).content.decode()
    assert "Falscher Tag" in shown
    assert staff.account.name in shown
    assert client.get(reverse("house_resident", args=[house.key, 999])).status_code == 404


def test_a_program_takes_back_by_its_own_key(staff: Actor, said: Callable[..., Any], case: Case) -> None:
    program = replace(staff, program="heimprogramm")
    with reading_for(program):
        taken = report_event(program, said(Event.ARRIVAL, 3))
        assert withdraw_report(program, taken.report.key, "Doppelt eingelesen").report_id == taken.report.pk
