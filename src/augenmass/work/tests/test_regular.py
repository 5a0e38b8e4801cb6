"""The duties of the room: positions overtaken by time, tidying; and giving stacks of cases away."""

import re
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.models import AccessLine
from augenmass.cases.models import LegalPosition
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Absence
from augenmass.law.time import now, travel
from augenmass.record.models import Action, Case
from augenmass.work.actions.absence import NewAbsence, end_absence, record_absence
from augenmass.work.actions.reassign import Stack, preview_stack, reassign_case, reassign_stack
from augenmass.work.duties import all_duties, duty_called
from augenmass.work.queries.standing_in import absences
from augenmass.work.refusal import NotDone
from augenmass.work.regular import DELETE_LOG, RECOMPUTE, SEND_MAIL, TIDY, recompute_overtaken
from augenmass.work.worker import run_once

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
DAY = date(2026, 3, 2)
VARYING = re.compile(rb"[A-Za-z0-9]{64}|/abwesenheit/[0-9]+/beenden/")
"""What differs between two pages of the same words: the form token, and the address that was asked for."""


@pytest.fixture(autouse=True)
def _a_monday() -> Iterator[None]:
    with travel(DAY):
        yield


def test_the_duties_of_the_room_are_registered() -> None:
    assert {SEND_MAIL, RECOMPUTE, TIDY, DELETE_LOG} <= {found.name for found in all_duties()}


def test_the_worker_deletes_old_lines_of_the_access_log_once_a_day_for_the_whole_installation(actor: Actor) -> None:
    long_ago = {"account": actor.account_id, "body": actor.body_id, "purpose": "case_work", "what": "case"}
    AccessLine.objects.create(at=datetime(2024, 12, 1, 12, tzinfo=UTC), **long_ago)
    assert run_once(DELETE_LOG) == 1
    assert not AccessLine.objects.exists()
    assert duty_called(DELETE_LOG).shared


def test_positions_overtaken_by_the_calendar_are_computed_anew_and_only_those(
    actor: Actor, case_with: MakeCase
) -> None:
    ends = case_with({"suspension_kind": "impossible", "suspension_valid_until": "2026-03-05"})
    stays = case_with({"family_name": "Muster"})
    assert run_once(RECOMPUTE) == 0
    with travel(DAY + timedelta(days=30)):
        due = LegalPosition.objects.filter(next_change__lte=DAY + timedelta(days=30)).count()
        assert run_once(RECOMPUTE) == due >= 1
        assert run_once(RECOMPUTE) == 0
    computed = dict(LegalPosition.objects.values_list("case_id", "computed_for"))
    assert computed == {ends.pk: DAY + timedelta(days=30), stays.pk: computed[stays.pk]}


def test_after_an_upgrade_positions_of_the_older_catalogue_are_computed_anew_once(
    actor: Actor, case_with: MakeCase
) -> None:
    case = case_with({"family_name": "Muster"})
    new = LegalPosition.objects.get(case=case).catalogue
    LegalPosition.objects.filter(case=case).update(catalogue="older")
    assert (run_once(RECOMPUTE), run_once(RECOMPUTE)) == (1, 0)
    assert LegalPosition.objects.get(case=case).catalogue == new


def test_a_stopping_worker_leaves_positions_for_the_next_one(actor: Actor, case_with: MakeCase) -> None:
    case_with({"suspension_kind": "impossible", "suspension_valid_until": "2026-03-05"})
    stop = threading.Event()
    stop.set()

    class Turn:
        stopping = stop.is_set()

        def renew(self) -> None:
            pytest.fail("no chunk is begun any more")

    with travel(DAY + timedelta(days=30)):
        assert recompute_overtaken(Turn()) == 0


def test_ended_sessions_are_deleted_at_night() -> None:
    Session.objects.create(session_key="old", session_data="x", expire_date=now() - timedelta(days=400_0))
    Session.objects.create(session_key="new", session_data="x", expire_date=now() + timedelta(days=400_0))
    run_once(TIDY)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


def test_a_stack_moves_with_one_record_a_case_and_the_worklist_follows(
    actor: Actor, approver: Actor, case_with: MakeCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augenmass.work.actions.reassign.CHUNK", 2)
    cases = [case_with() for _number in range(5)]
    stack, seen = Stack(actor.account_id), list[tuple[int, int]]()
    assert preview_stack(approver, stack).cases == 5
    moved = reassign_stack(approver, stack, approver.account_id, lambda done, all_: seen.append((done, all_)))
    assert (moved, seen) == (5, [(2, 5), (4, 5), (5, 5)])
    assert Action.objects.filter(kind="case.reassigned").count() == 5
    assert set(LegalPosition.objects.values_list("officer", flat=True)) == {approver.account_id}
    assert {case.version for case in Case.objects.all()} == {cases[0].version + 1}
    assert reassign_stack(approver, stack, approver.account_id) == 0


def test_part_of_a_stack_and_single_cases_can_move(actor: Actor, approver: Actor, case_with: MakeCase) -> None:
    cases = [case_with() for _number in range(3)]
    assert reassign_stack(approver, Stack(actor.account_id, most=1), approver.account_id) == 1
    assert Case.objects.get(pk=cases[0].pk).officer_id == approver.account_id
    assert reassign_case(approver, cases[2].pk, approver.account_id)
    assert not reassign_case(approver, cases[2].pk, approver.account_id)


def test_cases_go_only_to_colleagues_and_only_by_those_with_the_right(
    actor: Actor, approver: Actor, outsider: Actor, case_with: MakeCase
) -> None:
    case = case_with()
    with pytest.raises(NotPermitted):
        reassign_stack(actor, Stack(None), approver.account_id)
    with pytest.raises(NotDone):
        reassign_stack(approver, Stack(actor.account_id), outsider.account_id)
    assert Case.objects.get(pk=case.pk).officer_id == actor.account_id


def test_the_stand_in_must_be_there_and_absences_do_not_overlap(
    actor: Actor, approver: Actor, make_actor: MakeActor
) -> None:
    vogt = make_actor("vogt", actor.body, "caseworker")
    week = (DAY, DAY + timedelta(days=4))
    record_absence(vogt, NewAbsence(vogt.account_id, approver.account_id, *week))
    with pytest.raises(NotDone, match="selbst abwesend"):
        record_absence(actor, NewAbsence(actor.account_id, vogt.account_id, *week))
    with pytest.raises(NotDone, match="bereits eine Abwesenheit"):
        record_absence(approver, NewAbsence(vogt.account_id, actor.account_id, *week))
    with pytest.raises(NotDone, match="nicht selbst"):
        record_absence(actor, NewAbsence(actor.account_id, actor.account_id, *week))
    with pytest.raises(NotPermitted):
        record_absence(actor, NewAbsence(approver.account_id, vogt.account_id, *week))
    assert Absence.objects.count() == 1


@pytest.mark.parametrize(("first", "last"), [(3, 2), (-5, -1), (0, 4000)])
def test_an_absence_with_impossible_days_is_refused(actor: Actor, approver: Actor, first: int, last: int) -> None:
    days = (DAY + timedelta(days=first), DAY + timedelta(days=last))
    with pytest.raises(NotDone):
        record_absence(actor, NewAbsence(actor.account_id, approver.account_id, *days))


def test_coming_back_early_ends_the_absence_yesterday(actor: Actor, approver: Actor) -> None:
    days = (DAY, DAY + timedelta(days=10))
    absence = record_absence(actor, NewAbsence(actor.account_id, approver.account_id, *days))
    with travel(DAY + timedelta(days=3)):
        end_absence(actor, absence.pk)
        end_absence(actor, absence.pk)
    absence.refresh_from_db()
    assert absence.last_day == DAY + timedelta(days=2)
    assert Action.objects.filter(kind="absence.ended").count() == 1
    coming = record_absence(
        actor, NewAbsence(actor.account_id, approver.account_id, DAY + timedelta(days=20), DAY + timedelta(days=21))
    )
    end_absence(actor, coming.pk)
    assert not Absence.objects.filter(pk=coming.pk).exists()


def test_whether_another_body_has_an_absence_is_not_told(
    actor: Actor, approver: Actor, outsider: Actor, make_actor: MakeActor, client_of: Callable[[Actor], Client]
) -> None:
    vogt = make_actor("vogt", outsider.body, "caseworker")
    foreign = record_absence(outsider, NewAbsence(outsider.account_id, vogt.account_id, DAY, DAY + timedelta(days=3)))
    for who in (actor, approver):
        browser = client_of(who)
        pages = [browser.post(f"/abwesenheit/{pk}/beenden/") for pk in (foreign.pk, foreign.pk + 999)]
        assert [page.status_code for page in pages] == [404, 404]
        there, nowhere = (VARYING.sub(b"", page.content) for page in pages)
        assert there == nowhere
    foreign.refresh_from_db()
    assert foreign.last_day == DAY + timedelta(days=3)


def test_absences_are_shown_to_those_they_concern_and_to_those_who_distribute_work(
    actor: Actor, approver: Actor, outsider: Actor, make_actor: MakeActor
) -> None:
    vogt, walter = (make_actor(name, actor.body, "caseworker") for name in ("vogt", "walter"))
    record_absence(vogt, NewAbsence(vogt.account_id, walter.account_id, DAY, DAY))
    assert [len(absences(who)) for who in (vogt, walter, approver, actor, outsider)] == [1, 1, 1, 0, 0]
