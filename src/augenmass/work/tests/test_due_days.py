"""Telling of due days: which deadlines have a lead, a turn that was cut short, what ended meanwhile, who is told by mail."""

import threading
from datetime import date, timedelta

import pytest

from augenmass.access.actor import Actor
from augenmass.conftest import MakeCase
from augenmass.law.catalogue import Catalogue
from augenmass.law.time import travel
from augenmass.work import due_days
from augenmass.work.announcing import NAME, late_title
from augenmass.work.due_days import DueDay, Window, told_by_rooms
from augenmass.work.due_sources import LEADS, ON_THE_DAY, SAID_BY_ANOTHER, lead_of
from augenmass.work.duties import duty_called
from augenmass.work.lease import take
from augenmass.work.models import DueNotice, DutyRun, OutgoingMail, Task
from augenmass.work.worker import _do, run_once

DAY = date(2026, 8, 20)


def test_every_deadline_that_is_named_here_is_one_of_the_catalogue() -> None:
    rules = {rule.id for rule in Catalogue.shipped().deadlines}
    assert set(LEADS) | ON_THE_DAY | SAID_BY_ANOTHER | set(told_by_rooms) <= rules
    assert all(lead_of(rule) >= 0 for rule in rules)


def test_a_title_says_by_how_many_days_it_came_late_and_stays_short_enough() -> None:
    assert late_title("Frist", DAY, DAY + timedelta(1)) == "Frist"
    late = late_title("F" * 250, DAY, DAY + timedelta(12))
    assert late.endswith("(um 12 Tage verspätet angelegt, vorgesehen war der 20.08.2026)")
    assert len(late) <= 200


@pytest.mark.db
@pytest.mark.django_db(databases="__all__")
class TestTelling:
    @pytest.fixture(autouse=True)
    def _one_source(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.given: list[DueDay] = []
        self.windows: list[Window] = []
        monkeypatch.setattr(due_days, "_sources", {"test": due_days.Source(self._days, "thing:")})

    def _days(self, _body: object, window: Window) -> list[DueDay]:
        self.windows.append(window)
        return self.given

    def test_of_one_thing_the_last_day_counts_and_takes_the_place_of_the_earlier(self, case_with: MakeCase) -> None:
        case = case_with()
        self.given = [
            DueDay(case.pk, "thing:1", DAY, "Erster"),
            DueDay(case.pk, "thing:1", DAY + timedelta(1), "Zweiter"),
        ]
        with travel(DAY):
            assert run_once(NAME) == 1
        task = Task.objects.get(case=case, done_by=None)
        assert (task.title, task.assignee_id) == ("Zweiter", case.officer_id)
        assert DueNotice.objects.get().day == DAY + timedelta(1)

    def test_what_is_no_longer_given_ends_its_task(self, case_with: MakeCase) -> None:
        case = case_with()
        self.given = [DueDay(case.pk, "thing:1", DAY, "Etwas", urgent=True)]
        with travel(DAY):
            assert run_once(NAME) == 1
            assert OutgoingMail.objects.get().recipient == case.officer.email  # type: ignore[union-attr]
            assert run_once(NAME) == 0
            assert Task.objects.get(case=case).done_by is None
            self.given = []
            assert run_once(NAME) == 0
        assert Task.objects.get(case=case).done_by is not None

    def test_who_no_longer_works_here_is_given_nothing(self, case_with: MakeCase, actor: Actor) -> None:
        case = case_with()
        actor.account.is_active = False
        actor.account.save()
        self.given = [DueDay(case.pk, "thing:1", DAY, "Etwas", urgent=True)]
        with travel(DAY):
            assert run_once(NAME) == 1
        assert Task.objects.get(case=case).assignee is None
        assert OutgoingMail.objects.get().recipient == case.body.email

    def test_a_turn_that_was_cut_short_does_not_count(self, case_with: MakeCase) -> None:
        case = case_with()
        self.given = [DueDay(case.pk, f"thing:{number}", DAY, "Etwas") for number in range(3)]
        with travel(DAY):
            run_once(NAME)
            self.given, self.windows, stop = (
                [*self.given, DueDay(case.pk, "thing:9", DAY, "Neu")],
                [],
                threading.Event(),
            )
        with travel(DAY + timedelta(9)):
            stop = threading.Event()
            held = take(duty_called(NAME), "a worker", stop, at_once=True)
            assert held is not None
            stop.set()
            assert _do(held) == 0
            assert not Task.objects.filter(about="thing:9").exists()
            assert run_once(NAME) == 1
        assert self.windows[-1] == Window(DAY, DAY + timedelta(9), stood_still=True)
        assert DutyRun.objects.get(name=NAME).last_success is not None
