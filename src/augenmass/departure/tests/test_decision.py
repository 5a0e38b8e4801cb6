"""Every declaration reaches a human decision, to the last hour; nothing in this room opens the lane of enforcement."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.cases.actions.facts import FactEntry
from augenmass.cases.models import LegalPosition
from augenmass.departure.actions.certifying import issue_certificates
from augenmass.departure.actions.declaring import ask_where_undecided, declare
from augenmass.departure.actions.notice import acknowledge_notice
from augenmass.departure.actions.opening import Elsewhere, end_departure, name_companion
from augenmass.departure.actions.travelling import Journey, book_journey
from augenmass.departure.queries.statistics import decisions_told
from augenmass.departure.tests.conftest import TODAY, told
from augenmass.law.norms.specimens import WARNED
from augenmass.law.time import travel
from augenmass.record.models import Case
from augenmass.steps.actions import taking as step
from augenmass.work.actions.second_person import record_fact
from augenmass.work.actions.tasks import finish_task
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase
    from augenmass.departure.tests.conftest import Open

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(TODAY):
        yield


@pytest.fixture
def enforced(case_with: "MakeCase") -> Case:
    """Somebody whose removal is arranged."""
    made = case_with({**WARNED, "removal_arranged_on": "2026-08-14"})
    assert lane(made) == "enforcement"
    return made


def lane(case: Case) -> str:
    return LegalPosition.objects.get(case=case).lane


def asked(case: Case) -> list[Task]:
    return list(Task.objects.filter(case=case, about__startswith="declaration:", done_by=None))


def answer(actor: Actor, case: Case, says: str) -> None:
    case.refresh_from_db()
    form = step.StepForm({"departure_declaration_answer": says}, "Begründung", case.version, uuid4())
    step.begin(actor, case.pk, "answer_declaration", form)


def test_a_declaration_while_a_removal_is_arranged_stops_it_and_asks_at_once(
    actor: Actor, enforced: Case, opened: "Open"
) -> None:
    departure = opened(case=enforced)
    declare(actor, departure.key, TODAY)
    [task] = asked(enforced)
    assert task.title.startswith("Sofort über Ausreiseerklärung entscheiden")
    assert task.due == TODAY
    assert lane(enforced) == "voluntary"
    case = Case.objects.get(pk=enforced.pk)
    with pytest.raises((step.Blocked, step.NotPossible)):
        step.begin(actor, case.pk, "arrange_removal", step.StepForm({}, "Trotzdem", case.version, uuid4()))
    answer(actor, enforced, "accepted")
    assert asked(enforced) == []


def test_a_second_declaration_is_refused_while_the_first_waits_and_taken_when_it_was_declined(
    actor: Actor, enforced: Case, opened: "Open"
) -> None:
    departure = opened(case=enforced)
    declare(actor, departure.key, TODAY)
    with pytest.raises(NotDone, match="liegt bereits vor"):
        declare(actor, departure.key, TODAY)
    answer(actor, enforced, "declined")
    assert lane(enforced) == "enforcement"
    declare(actor, departure.key, TODAY)
    assert lane(enforced) == "voluntary"
    assert len(asked(enforced)) == 1
    with pytest.raises(NotDone, match="Zukunft"):
        declare(actor, departure.key, TODAY + timedelta(days=1))


def test_however_a_declaration_came_into_the_record_somebody_is_asked(actor: Actor, enforced: Case) -> None:
    record_fact(actor, enforced.pk, FactEntry("departure_declared_on", TODAY.isoformat()), None)
    assert asked(enforced) == []
    assert ask_where_undecided(actor.body_id) == 1
    assert ask_where_undecided(actor.body_id) == 0
    [task] = asked(enforced)
    finish_task(actor, task.key)
    assert ask_where_undecided(actor.body_id) == 1, "ticked off without a decision"
    answer(actor, enforced, "declined")
    assert ask_where_undecided(actor.body_id) == 0
    assert asked(enforced) == []


def test_nothing_in_the_room_opens_the_lane_of_enforcement(actor: Actor, case_with: "MakeCase", opened: "Open") -> None:
    case = case_with({**WARNED, "hardship_pending": "yes"})
    before = lane(case)
    assert before != "enforcement"
    departure = opened(case=case)
    journey = Journey(uuid4(), "Bahn", "Berlin – Wien", TODAY + timedelta(days=9))
    acts: list[Callable[[], object]] = [
        lambda: acknowledge_notice(actor, departure.key, told()),
        lambda: name_companion(actor, departure.key, Elsewhere("Mira", "Andere Stelle")),
        lambda: declare(actor, departure.key, TODAY),
        lambda: book_journey(actor, departure.key, journey),
        lambda: issue_certificates(actor, departure.key, TODAY, "https://augenmass.example/"),
        lambda: end_departure(actor, departure.key, "kein Visum"),
    ]
    for act in acts:
        act()
        assert lane(case) != "enforcement"


def test_an_open_declaration_outlives_the_end_of_the_departure(actor: Actor, enforced: Case, opened: "Open") -> None:
    departure = opened(case=enforced)
    declare(actor, departure.key, TODAY)
    end_departure(actor, departure.key, "Reise noch nicht möglich")
    assert lane(enforced) == "voluntary"
    assert len(asked(enforced)) == 1


def test_the_numbers_of_decisions_leave_small_ones_out(actor: Actor, case_with: "MakeCase", opened: "Open") -> None:
    assert decisions_told(actor).declared == 0
    for number in range(4):
        case = case_with({"family_name": "Haddad"})
        departure = opened(case=case)
        declare(actor, departure.key, TODAY)
        if number == 1:
            assert decisions_told(actor).declared is None
        answer(actor, case, "accepted")
    numbers = decisions_told(actor)
    assert (numbers.declared, numbers.answers["accepted"], numbers.waiting) == (4, 4, 0)
    assert numbers.median_hours is None, "no agreement with the staff yet"
