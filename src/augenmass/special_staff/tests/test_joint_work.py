"""Who sees what of a nominated case, who does what in it, and what a body without an own task learns."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Actor, Purpose
from augenmass.access.models import Grant
from augenmass.access.reader import SystemRole, as_system, reading_for
from augenmass.access.visible import visible_to
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.record.models import Case
from augenmass.special_staff.actions.deciding import confirm, end_with
from augenmass.special_staff.actions.nominating import NewNomination, nominate
from augenmass.special_staff.actions.planning import (
    NewStep,
    add_step,
    contribute,
    finish_step,
    release,
    take_in,
    take_out,
)
from augenmass.special_staff.models import Contribution, Nomination, PlanStep, Release
from augenmass.special_staff.queries.nominations import (
    nominations,
    one_nomination,
    own_steps,
    released_to,
    visible_nominations,
)
from augenmass.special_staff.rules.groups import Group
from augenmass.work.actions.tasks import finish_task, reschedule_task
from augenmass.work.models import Task
from augenmass.work.queries.tasks import visible_tasks
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase

pytestmark = pytest.mark.db


def _take_in(actor: Actor, found: Nomination, body: Body) -> Nomination:
    found.refresh_from_db()
    take_in(actor, found.key, found.version, body.pk, "§ 86 AufenthG", "wirkt am Plan mit")
    return Nomination.objects.get(pk=found.pk)


def _step(body: Body) -> NewStep:
    return NewStep(uuid4(), body.pk, PlanStep.Field.INTEGRATION, "Wohnung und Arbeit klären", today() + timedelta(10))


def test_a_city_takes_part_does_its_step_and_reads_no_reasons(
    actor: Actor,
    second: Actor,
    city: Actor,
    other_city: Actor,
    outsider: Actor,
    confirmed: Nomination,
    case: Case,
    said: "Callable[..., NewNomination]",
) -> None:
    with reading_for(city):
        assert not nominations(city, ended=False).rows
    with reading_for(actor):
        with pytest.raises(NotDone, match="nimmt nicht teil"):
            add_step(actor, confirmed.key, confirmed.version, _step(city.body))
        found = _take_in(actor, confirmed, city.body)
        with pytest.raises(NotDone, match="schon teil"):
            take_in(actor, found.key, found.version, city.body_id, "§ 86", "noch einmal")
        new = _step(city.body)
        step, again = (add_step(actor, found.key, found.version, new) for _ in range(2))
        assert step.pk == again.pk
        with pytest.raises(NotDone, match="andere Stelle"):
            finish_step(actor, step.key, "von uns")
    with reading_for(outsider):
        assert not visible_nominations(outsider).exists()
        assert not PlanStep.objects.filter(nomination__in=visible_nominations(outsider)).exists()
    with reading_for(actor):
        found.refresh_from_db()
        _take_in(actor, found, other_city.body)
    with reading_for(city):
        shown = one_nomination(city, confirmed.key)
        assert not shown.own
        assert not shown.citations
        assert [row.pk for row in own_steps(city)] == [step.pk]
        [task] = visible_tasks(city)
        assert (task.about, task.body_id) == (step.about, city.body_id)
        key = uuid4()
        assert (
            contribute(city, confirmed.key, key, "Ein Platz ist frei.").pk
            == contribute(city, confirmed.key, key, "x").pk
        )
        with pytest.raises(NotDone, match="herausgekommen"):
            finish_step(city, step.key, " ")
        done, twice = finish_step(city, step.key, "Platz ab März"), finish_step(city, step.key, "anders")
        assert (done.result, twice.result) == ("Platz ab März", "Platz ab März")
        assert not visible_tasks(city).exists()
    with reading_for(other_city):
        theirs = one_nomination(other_city, confirmed.key)
        assert not theirs.contributions, "what a body adds goes to the body of the case"
    with reading_for(actor):
        assert [row.body_id for row in one_nomination(actor, confirmed.key).contributions] == [city.body_id]
        found.refresh_from_db()
        own = add_step(actor, found.key, found.version, _step(actor.body))
        with pytest.raises(NotDone, match="endet mit dem Vorgang"):
            finish_task(actor, Task.objects.get(about=own.about).key)
        found.refresh_from_db()
        end_with(actor, found.key, found.version, "title_kept", "")
        anew = nominate(actor, case.pk, said())
    with reading_for(second):
        anew = confirm(second, anew.key, anew.version)
    with reading_for(actor):
        _take_in(actor, anew, city.body)
    with reading_for(city):
        assert [row.key for row in visible_nominations(city)] == [anew.key], (
            "what was shared before stays with what ended"
        )
    with reading_for(actor):
        anew.refresh_from_db()
        end_with(actor, anew.key, anew.version, "ended", "")
        assert not Task.objects.filter(about=own.about, done_by=None).exists()
    with reading_for(city):
        assert not visible_to(city).filter(pk=case.pk).exists(), "the access ends with the nomination"
        assert not Contribution.objects.filter(nomination__in=visible_nominations(city)).exists()


def test_a_ministry_that_supervises_learns_only_what_is_released_to_it(
    actor: Actor, ministry: Actor, confirmed: Nomination, case: Case
) -> None:
    with reading_for(actor):
        with pytest.raises(NotDone, match="führt nur die Aufsicht"):
            take_in(actor, confirmed.key, confirmed.version, ministry.body_id, "§ 86", "Sonderstab")
        opened = GrantForm(
            ministry.body_id, ("identity",), Purpose.COOPERATION, "§ 86", "Aufsicht", today() + timedelta(9)
        )
        grant_access(actor, case.pk, opened)
        item = uuid4()
        for _ in range(2):
            release(actor, confirmed.key, item, ministry.body_id, "Die Maßnahme läuft.", "§ 15 LOG")
    with reading_for(ministry):
        assert not visible_to(ministry).exists(), "an access that was granted opens nothing to a supervising ministry"
        assert not visible_nominations(ministry).exists()
        assert [row.text for row in released_to(ministry)] == ["Die Maßnahme läuft."]
        assert [row.giver.name for row in released_to(ministry)] == [case.body.name]
        with pytest.raises(Nomination.DoesNotExist):
            one_nomination(ministry, confirmed.key)
    with reading_for(actor):
        confirmed.refresh_from_db()
        end_with(actor, confirmed.key, confirmed.version, "ended", "")
    with reading_for(ministry):
        assert not released_to(ministry), "it reads what was released no longer than the nomination runs"


def test_a_body_whose_access_ran_out_is_taken_in_again(actor: Actor, city: Actor, confirmed: Nomination) -> None:
    with reading_for(actor):
        found = _take_in(actor, confirmed, city.body)
        Grant.objects.filter(about=found.about).update(valid_until=today() - timedelta(1))
        shown = one_nomination(actor, found.key)
        assert city.body not in shown.bodies
        assert city.body in shown.invited
        assert city.body in shown.leaving, "its open steps can be taken back"
        _take_in(actor, found, city.body)
    with reading_for(city):
        assert visible_nominations(city).get() == confirmed


def test_a_body_that_is_taken_out_reads_nothing_and_its_steps_come_back(
    actor: Actor, second: Actor, city: Actor, ministry: Actor, confirmed: Nomination, case: Case
) -> None:
    with reading_for(actor):
        found = _take_in(actor, confirmed, city.body)
        step = add_step(actor, found.key, found.version, _step(city.body))
        done = add_step(actor, found.key, PlanStep.objects.get(pk=step.pk).nomination.version, _step(city.body))
    with reading_for(city):
        finish_step(city, done.key, "erledigt")
    with reading_for(actor):
        release(actor, found.key, uuid4(), ministry.body_id, "Die Maßnahme läuft.", "§ 15 LOG")
        found.refresh_from_db()
        assert {body.pk for body in one_nomination(actor, found.key).leaving} == {city.body_id, ministry.body_id}
        for body in (city.body_id, ministry.body_id):
            found = take_out(actor, found.key, found.version, body)
        with pytest.raises(NotDone, match="nimmt nicht teil"):
            take_out(actor, found.key, found.version, city.body_id)
        assert not one_nomination(actor, found.key).leaving
        assert [(task.about, task.body_id) for task in visible_tasks(actor).filter(title=step.text)] == [
            (step.about, actor.body_id)
        ]
        finish_step(actor, step.key, "selbst geklärt")
    with reading_for(city):
        assert not visible_to(city).filter(pk=case.pk).exists()
        assert not visible_nominations(city).exists()
        assert not visible_tasks(city).exists()
    with reading_for(ministry):
        assert not released_to(ministry)
    assert not Task.objects.filter(about=step.about, done_by=None).exists()
    assert PlanStep.objects.get(pk=done.pk).body_id == city.body_id


def test_a_task_of_another_body_is_not_put_off_by_the_body_of_the_case(
    actor: Actor, city: Actor, confirmed: Nomination
) -> None:
    with reading_for(actor):
        found = _take_in(actor, confirmed, city.body)
        step = add_step(actor, found.key, found.version, _step(city.body))
        with pytest.raises(Task.DoesNotExist):
            reschedule_task(actor, Task.objects.get(about=step.about).key, today() + timedelta(90))


def test_a_ministry_with_alien_law_as_its_own_task_reads_the_file(
    actor: Actor, ministry: Actor, confirmed: Nomination, case: Case
) -> None:
    ministry.body.policies = {"alien_law_own_task": True}
    ministry.body.save()
    with reading_for(actor):
        _take_in(actor, confirmed, ministry.body)
    with reading_for(ministry):
        assert visible_to(ministry).filter(pk=case.pk).exists()
        assert not one_nomination(ministry, confirmed.key).own


@pytest.mark.pg
def test_row_security_keeps_what_is_not_shared(
    actor: Actor, city: Actor, ministry: Actor, outsider: Actor, confirmed: Nomination
) -> None:
    with reading_for(actor):
        found = _take_in(actor, confirmed, city.body)
        add_step(actor, found.key, found.version, _step(city.body))
        release(actor, found.key, uuid4(), ministry.body_id, "frei", "§ 1 LOG")
    seen = {}
    for who in (actor, city, ministry, outsider):
        with reading_for(who):
            seen[who.account.username] = [table.objects.count() for table in (Nomination, PlanStep, Release)]
    assert list(seen.values()) == [[1, 1, 1], [1, 1, 0], [0, 0, 1], [0, 0, 0]]


def test_the_list_follows_the_day_of_review_whatever_the_file_says(
    actor: Actor, second: Actor, case_with: "MakeCase", said: "Callable[..., NewNomination]"
) -> None:
    from augenmass.special_staff.rules.groups import Ground
    from augenmass.special_staff.tests.conftest import FACTS, fact_of

    made = []
    for days, state in ((30, "TR"), (10, "GE"), (20, "SY")):
        case = case_with({**FACTS, "nationality": state})
        ground = Ground(
            fact_of(case, "police_classification"), "LKA", today() - timedelta(5), today() + timedelta(days)
        )
        with reading_for(actor):
            row = nominate(actor, case.pk, said(Group.CLASSIFIED, (ground,)))
        with reading_for(second):
            made.append(confirm(second, row.key, row.version).pk)
    with reading_for(actor):
        assert [row.pk for row in nominations(actor, ended=False).rows] == [made[1], made[2], made[0]]


def test_unused_groups_carry_nothing(
    actor: Actor, second: Actor, case: Case, said: "Callable[..., NewNomination]", monkeypatch: pytest.MonkeyPatch
) -> None:
    from augenmass.special_staff.actions import deciding

    with reading_for(actor):
        row = nominate(actor, case.pk, said())
    monkeypatch.setattr(deciding, "groups_used", lambda land, on: ("convicted",))
    with reading_for(second), pytest.raises(NotDone, match="nicht mehr verwendet"):
        confirm(second, row.key, row.version)
    with as_system(SystemRole.WORKER):
        assert Nomination.objects.get().state == "proposed"
