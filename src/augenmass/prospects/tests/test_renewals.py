"""Suspensions: who is owed one, drafts prepared in one go, tasks set in time over two years, and made up for after a standstill."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor, NotPermitted
from augenmass.cases.models import PositionMark
from augenmass.cases.positions import recompute_due
from augenmass.conftest import MakeCase
from augenmass.directory.models import Body
from augenmass.law.norms.specimens import OBLIGED, SUSPENDED, with_facts
from augenmass.law.time import travel
from augenmass.prospects.actions.lead import set_renewal_lead
from augenmass.prospects.actions.renewing import Run, prepare_renewals
from augenmass.prospects.duties import NAME
from augenmass.prospects.models import RenewalNotice
from augenmass.prospects.queries.suspensions import suspensions
from augenmass.prospects.tests.conftest import DAY, form, recorded
from augenmass.record.models import Case, Fact
from augenmass.steps.actions import taking as act
from augenmass.steps.models import StepTaking
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone
from augenmass.work.worker import run_once

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]
MakeSuspended = Callable[..., Case]


def tasks_of(case: Case) -> list[str]:
    return list(
        Task.objects.filter(case=case, about__startswith="renewal:", done_by=None).values_list("title", flat=True)
    )


def run_of(*cases: Case, until: date = date(2027, 2, 28), reasons: str = "Der Grund besteht fort.") -> Run:
    return Run(uuid4(), tuple(case.key for case in cases), until, reasons)


def test_who_is_entitled_and_holds_none_is_a_deficit_of_the_body(
    actor: Actor, intake_clerk: Actor, outsider: Actor, invented: Body, case_with: MakeCase
) -> None:
    owed = case_with(recorded(with_facts(OBLIGED, removal_impossible_in_fact="yes")))
    case_with(recorded(OBLIGED))
    case_with(recorded(SUSPENDED))
    found = suspensions(actor, "owed")
    assert [row.case_id for row in found.page.rows] == [owed.pk]
    assert found.counts["owed"] == 1
    for other in (intake_clerk, outsider):
        assert suspensions(other, "owed").counts == {"owed": 0, "ending": 0, "late": 0}
    act.begin(
        actor,
        owed.pk,
        "grant_suspension",
        form(owed, suspension_kind="impossible", suspension_valid_until="2027-01-31"),
    )
    assert suspensions(actor, "owed").page.rows == []


def test_a_run_prepares_drafts_and_signs_nothing(actor: Actor, suspended: MakeSuspended) -> None:
    first, second, far = suspended(), suspended("2026-09-12"), suspended("2027-05-01")
    asked = run_of(first, second, far)
    prepared = prepare_renewals(actor, asked)
    assert [line.taking is not None for line in prepared] == [True, True, False]
    assert "Anlass" in prepared[2].refusal
    assert set(StepTaking.objects.values_list("state", flat=True)) == {"draft"}
    assert Fact.objects.get(case=first, name="suspension_valid_until", closed_by=None).value == "2026-09-10"
    prepare_renewals(actor, asked)
    assert StepTaking.objects.count() == 2
    taken = prepared[0].taking
    assert taken is not None
    first.refresh_from_db()
    act.give_to_sign(actor, taken, first.version)
    assert Fact.objects.get(case=first, name="suspension_valid_until", closed_by=None).value == "2027-02-28"
    assert [row.drafted for row in suspensions(actor, "ending").page.rows] == [True]


def test_a_run_that_makes_no_sense_is_refused_and_cases_of_others_are_not_touched(
    actor: Actor, outsider: Actor, suspended: MakeSuspended
) -> None:
    case = suspended()
    for asked in (run_of(), run_of(case, until=DAY), run_of(case, reasons=" "), run_of(*[case] * 51)):
        with pytest.raises(NotDone):
            prepare_renewals(actor, asked)
    assert prepare_renewals(outsider, run_of(case)) == []
    assert not StepTaking.objects.exists()


def test_the_worker_sets_one_task_and_the_renewal_ends_it(actor: Actor, suspended: MakeSuspended) -> None:
    case = suspended()
    assert run_once(NAME) == 1
    assert run_once(NAME) == 0
    assert tasks_of(case) == ["Duldung läuft am 10.09.2026 ab: Verlängerung prüfen"]
    act.begin(
        actor,
        case.pk,
        "renew_suspension",
        form(case, suspension_kind="impossible", suspension_valid_until="2027-02-28"),
    )
    assert tasks_of(case) == []


def test_a_worker_that_stood_still_catches_up_and_says_what_was_late(actor: Actor, suspended: MakeSuspended) -> None:
    soon, later, lapsed = suspended("2026-12-15"), suspended("2027-02-10"), suspended("2026-10-30")
    assert run_once(NAME) == 0
    back = date(2027, 1, 20)
    with travel(back):
        recompute_due()
        assert run_once(NAME) == 3
        assert tasks_of(lapsed)[0].startswith("Duldung ist am 30.10.2026 abgelaufen")
        assert "verspätet angelegt, vorgesehen war der 17.11.2026" in tasks_of(soon)[0]
        assert "verspätet" in tasks_of(later)[0]
        found = suspensions(actor, "late")
        assert {row.valid_until for row in found.page.rows} == {
            date(2026, 12, 15),
            date(2027, 2, 10),
            date(2026, 10, 30),
        }
        assert max(row.days_late for row in found.page.rows) == (back - date(2026, 10, 2)).days


@pytest.mark.parametrize(("weeks", "day"), [(2, date(2026, 8, 27)), (8, date(2026, 7, 16))])
def test_a_body_sets_its_own_lead_and_the_step_is_open_from_then_on(
    weeks: int, day: date, invented: Body, approver: Actor, actor: Actor, suspended: MakeSuspended
) -> None:
    with travel(date(2026, 7, 1)):
        case = suspended()
        set_renewal_lead(approver, weeks)
        assert recompute_due() == 1
    with travel(day - timedelta(1)):
        recompute_due()
        assert run_once(NAME) == 0
        assert not PositionMark.objects.filter(case=case, kind="step", key="renew_suspension").exists()
    with travel(day):
        recompute_due()
        assert run_once(NAME) == 1
        assert PositionMark.objects.filter(case=case, kind="step", key="renew_suspension").exists()
    assert RenewalNotice.objects.get(case=case).wanted_on == day
    with pytest.raises(NotDone):
        set_renewal_lead(approver, 5)
    with pytest.raises(NotPermitted):
        set_renewal_lead(actor, 2)
    set_renewal_lead(approver, None)
    invented.refresh_from_db()
    assert invented.policies == {}


def test_who_distributes_work_sets_the_lead_on_the_page(
    approver: Actor, actor: Actor, invented: Body, client_of: Callable[[Actor], Client]
) -> None:
    client, address = client_of(approver), reverse("suspensions_lead")
    assert "Vorlauf der Dienststelle" in client.get(reverse("suspensions") + "?ansicht=ending").content.decode()
    assert client.post(address, {"renewal_weeks": "5"}).status_code == 422
    assert client.post(address, {"renewal_weeks": "6"}).status_code == 302
    invented.refresh_from_db()
    assert invented.policies == {"suspension_renewal_weeks": 6}
    assert client_of(actor).post(address, {"renewal_weeks": "6"}).status_code == 403


@pytest.mark.sqlite
def test_over_two_years_with_standstills_no_renewal_is_missed(actor: Actor, suspended: MakeSuspended) -> None:
    """Days pass; officers renew some suspensions, the worker stands still now and then. Every end was announced, lateness was said."""
    chance = random.Random(20260820)
    cases = {suspended((DAY + timedelta(chance.randrange(5, 200))).isoformat()).pk: True for _ in range(4)}
    ends: set[tuple[int, date]] = set()
    down_until, ran = DAY, DAY
    for passed in range(0, 731, 3):
        day = DAY + timedelta(passed)
        with travel(datetime(day.year, day.month, day.day, 9, tzinfo=UTC)):
            recompute_due()
            if day >= down_until:
                run_once(NAME)
                ran = day
                if chance.random() < 0.06:
                    down_until = day + timedelta(chance.randrange(4, 60))
            held = Fact.objects.filter(case__in=cases, name="suspension_valid_until", closed_by=None)
            for case_id, value in held.values_list("case_id", "value"):
                until = date.fromisoformat(value)
                ends.add((case_id, until))
                if 0 <= (until - day).days <= 12 and chance.random() < 0.5:
                    renewed = (day + timedelta(chance.randrange(60, 200))).isoformat()
                    case = Case.objects.get(pk=case_id)
                    act.begin(
                        actor,
                        case_id,
                        "renew_suspension",
                        form(case, suspension_kind="impossible", suspension_valid_until=renewed),
                    )
                    if ran < until - timedelta(28):
                        ends.discard(
                            (case_id, until)
                        )  # renewed while the worker stood still: nothing was left to announce
    with travel(datetime(2028, 8, 30, 9, tzinfo=UTC)):
        recompute_due()
        run_once(NAME)
    notices = {(row.case_id, row.valid_until): row for row in RenewalNotice.objects.all()}
    due = {found for found in ends if found[1] - timedelta(28) <= date(2028, 8, 30)}
    assert due <= set(notices)
    assert len(due) > 10
    assert all(row.late is (row.days_late > 1) for row in notices.values())
    assert any(row.late for row in notices.values())
