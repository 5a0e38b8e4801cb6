"""Applications for travel documents: barred while asylum is open, recorded once, with the facts and tasks that follow."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.cases.recipients import sources
from augenmass.law.time import today
from augenmass.record.models import Action, Case, Fact
from augenmass.record.verify import verify
from augenmass.travel_papers.actions.applications import NewApplication, open_application
from augenmass.travel_papers.actions.events import NewEvent, record_event
from augenmass.travel_papers.models import Application, ApplicationEvent
from augenmass.travel_papers.queries import applications, counts, durations_of, one_application, particulars
from augenmass.travel_papers.recipients import forms_sent
from augenmass.travel_papers.tests.test_rules import NEVER_ASKED
from augenmass.work.models import Task
from augenmass.work.queries.calendar import days_of
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase

pytestmark = pytest.mark.db
PERSON = {
    "family_name": "Haddad",
    "first_names": "Karim",
    "date_of_birth": "1990-01-31",
    "nationality": "GE",
    "passport_kind": "none",
    "central_register_number": "170904056789",
}


@pytest.fixture
def case(case_with: "MakeCase") -> Case:
    """Somebody who never asked for asylum."""
    return case_with({**PERSON, **NEVER_ASKED})


def _new(**other: object) -> NewApplication:
    filed = NewApplication(uuid4(), "GE", "substitute", "authority", today() - timedelta(days=100))
    return replace(filed, **other)


def _event(seen: int, kind: str, **other: object) -> NewEvent:
    return replace(NewEvent(uuid4(), seen, kind, today() - timedelta(days=10)), **other)


def _values(case: Case) -> dict[str, str]:
    return dict(Fact.objects.filter(case=case, closed_by=None).values_list("name", "value"))


def _tasks(case: Case) -> list[tuple[str, date]]:
    return list(Task.objects.filter(case=case, done_by=None).order_by("due").values_list("kind", "due"))


def test_it_is_recorded_once_and_stands_in_the_record(actor: Actor, case: Case) -> None:
    said = _new()
    with reading_for(actor):
        first, again = open_application(actor, case.pk, said), open_application(actor, case.pk, said)
    assert first.pk == again.pk
    assert _values(case)["substitute_document_requested"] == "yes"
    assert Action.objects.get(kind="travel_paper.filed").references["application"] == first.pk
    assert list(verify()) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"asylum_procedure_running": "yes"}, "steht dem entgegen"),
        ({"asylum_not_finally_refused": "yes"}, "steht dem entgegen"),
        ({"protection_status": "refugee"}, "steht dem entgegen"),
        ({"asylum_not_finally_refused": None}, "Nicht festgestellt"),
        ({"protection_status": None}, "Nicht festgestellt"),
        ({"asylum_follow_up_pending": "yes"}, "steht dem entgegen"),
    ],
)
def test_none_is_opened_while_asylum_or_protection_is_open_or_not_ruled_out(
    actor: Actor, case_with: "MakeCase", change: dict[str, str | None], says: str
) -> None:
    facts = {name: value for name, value in {**PERSON, **NEVER_ASKED, **change}.items() if value is not None}
    made = case_with(facts)
    with pytest.raises(NotDone, match=says):
        open_application(actor, made.pk, _new())
    assert not Application.objects.exists()
    assert "substitute_document_requested" not in _values(made)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"country": "DE"}, "Staat"),
        ({"country": "ZZ"}, "Staat"),
        ({"kind": "x"}, "was beantragt ist"),
        ({"applicant": ""}, "was beantragt ist"),
        ({"filed_on": date(2999, 1, 1)}, "Zukunft"),
        ({"filed_on": date(1950, 1, 1)}, "zu weit entfernt"),
    ],
)
def test_what_cannot_be_right_is_refused_with_a_sentence(
    actor: Actor, case: Case, change: dict[str, object], says: str
) -> None:
    with pytest.raises(NotDone, match=says):
        open_application(actor, case.pk, _new(**change))


def test_only_who_works_on_the_case_may(actor: Actor, outsider: Actor, make_actor: "MakeActor", case: Case) -> None:
    with pytest.raises(NotPermitted):
        open_application(make_actor("schutz", actor.body, "data_protection"), case.pk, _new())
    with reading_for(outsider), pytest.raises(Case.DoesNotExist):
        open_application(outsider, case.pk, _new())
    made = open_application(actor, case.pk, _new())
    with reading_for(outsider):
        with pytest.raises(Application.DoesNotExist):
            one_application(outsider, made.key)
        assert applications(outsider, "open").rows == []
        assert counts(outsider) == {"open": 0, "issued": 0, "closed": 0}


def test_a_second_one_of_the_same_kind_waits_for_the_end_of_the_first(actor: Actor, case: Case) -> None:
    first = open_application(actor, case.pk, _new())
    with pytest.raises(NotDone, match="läuft schon"):
        open_application(actor, case.pk, _new())
    open_application(actor, case.pk, _new(kind="passport"))
    record_event(actor, first.key, _event(0, "withdrawn"))
    assert open_application(actor, case.pk, _new()).pk != first.pk


def test_only_particulars_of_the_list_go_on_a_form_and_the_extract_says_so(actor: Actor, case: Case) -> None:
    made = open_application(actor, case.pk, _new())
    offered = [fact.name for fact in particulars(actor, case)]
    assert offered == ["family_name", "first_names", "date_of_birth", "nationality"]
    for names in ((), ("central_register_number",), ("asylum_procedure_running",), ("sex",)):
        with pytest.raises(NotDone, match=r"Liste|kreuzen"):
            record_event(actor, made.key, _event(0, "forms_sent", fact_names=names))
    sent = record_event(actor, made.key, _event(0, "forms_sent", fact_names=("family_name", "nationality")))
    assert forms_sent in sources
    [passed] = forms_sent([case.pk])
    assert passed.fact_names == {"family_name", "nationality"}
    assert passed.on == sent.on
    assert "Georgien" in passed.recipient


def test_when_an_asylum_application_comes_in_nothing_more_is_given_but_the_end_can_be_recorded(
    actor: Actor, case: Case
) -> None:
    made = open_application(actor, case.pk, _new())
    Fact.objects.filter(case=case, name="asylum_procedure_running").update(value="yes")
    for said in (_event(0, "forms_sent", fact_names=("family_name",)), _event(0, "hearing_set")):
        with pytest.raises(NotDone, match="steht dem entgegen"):
            record_event(actor, made.key, said)
    record_event(actor, made.key, _event(0, "withdrawn"))
    made.refresh_from_db()
    assert made.state == Application.State.WITHDRAWN
    assert _values(case)["substitute_document_requested"] == "no"


def test_a_hearing_sets_a_task_that_its_result_ends(actor: Actor, case: Case) -> None:
    made = open_application(actor, case.pk, _new())
    ahead, past = today() + timedelta(days=20), today() - timedelta(days=20)
    record_event(actor, made.key, _event(0, "hearing_set", on=ahead))
    assert _tasks(case) == [("task", ahead)]
    record_event(actor, made.key, _event(1, "hearing_set", on=past))
    assert _tasks(case) == [("task", today())], "the earliest is asked for first"
    with pytest.raises(NotDone, match="Zukunft"):
        record_event(actor, made.key, _event(2, "hearing_result", on=ahead, result="recognised"))
    with pytest.raises(NotDone, match="keine Vorsprache"):
        record_event(actor, made.key, _event(2, "hearing_result", result="recognised"))
    with pytest.raises(NotDone, match="Ergebnis"):
        record_event(actor, made.key, _event(2, "hearing_result", on=past))
    record_event(actor, made.key, _event(2, "hearing_result", on=past, result="pending"))
    assert _tasks(case) == [("task", today() + timedelta(days=28))]
    record_event(actor, made.key, _event(3, "hearing_result", on=past, result="recognised"))
    assert _tasks(case) == [("task", ahead)], "the hearing that is still to come keeps its task"


def test_a_document_becomes_facts_and_its_expiry_a_task(actor: Actor, case: Case) -> None:
    made = open_application(actor, case.pk, _new())
    until = today() + timedelta(days=400)
    said = _event(0, "issued", valid_until=until, passport_number="PE 12345")
    first, again = record_event(actor, made.key, said), record_event(actor, made.key, said)
    assert first.pk == again.pk
    held = _values(case)
    assert (held["passport_kind"], held["passport_number"]) == ("substitute", "PE 12345")
    assert held["passport_valid_until"] == until.isoformat()
    assert held["substitute_document_requested"] == "no"
    assert _tasks(case) == [("resubmission", until - timedelta(days=90))]
    assert "PE 12345" not in str(list(Action.objects.values_list("references", flat=True)))
    assert list(verify()) == []
    # A newer document takes the place of the task.
    newer = open_application(actor, case.pk, _new())
    later = today() + timedelta(days=30)
    record_event(actor, newer.key, _event(0, "issued", valid_until=later))
    assert _tasks(case) == [("resubmission", today())]
    assert _values(case)["passport_valid_until"] == later.isoformat()


def test_a_confirmation_of_identity_writes_no_document(actor: Actor, case: Case) -> None:
    made = open_application(actor, case.pk, _new(kind="confirmation"))
    record_event(actor, made.key, _event(0, "issued"))
    assert _values(case)["passport_kind"] == "none"
    assert "substitute_document_requested" not in _values(case)


def test_of_two_who_write_at_once_the_second_is_asked_to_read(actor: Actor, approver: Actor, case: Case) -> None:
    made = open_application(actor, case.pk, _new())
    record_event(actor, made.key, _event(0, "refused"))
    with pytest.raises(NotDone, match="inzwischen"):
        record_event(approver, made.key, _event(0, "issued"))
    with pytest.raises(NotDone, match="abgeschlossen"):
        record_event(approver, made.key, _event(1, "issued"))
    assert ApplicationEvent.objects.count() == 1
    assert _values(case)["passport_kind"] == "none"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"on": date(2999, 1, 1)}, "Zukunft"),
        ({"on": date(2020, 1, 1)}, "vor dem Antrag"),
        ({"valid_until": date(2020, 1, 1)}, "Gültigkeit"),
        ({"valid_until": date(2999, 1, 1)}, "Gültigkeit"),
        ({"note": "x" * 501}, "zu lang"),
        ({"result": "x"}, "Ergebnis"),
    ],
)
def test_an_event_that_cannot_be_is_refused(actor: Actor, case: Case, change: dict[str, object], says: str) -> None:
    made = open_application(actor, case.pk, _new())
    with pytest.raises(NotDone, match=says):
        record_event(actor, made.key, _event(0, "issued", **change))
    with pytest.raises(NotDone, match="was geschehen ist"):
        record_event(actor, made.key, _event(0, "lost"))
    made.refresh_from_db()
    assert (made.state, made.version) == ("open", 0)


def test_how_long_it_took_is_learned_from_the_own_decided_applications_only(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    for days in (30, 60, 90, 120):
        _decided(actor, case_with, days)
    _decided(actor, case_with, 10, "withdrawn")
    _decided(outsider, case_with, 50)
    [few] = durations_of(actor, "GE")
    assert (few.kind, few.found, few.open) == ("substitute", None, 0)
    _decided(actor, case_with, 80, "refused")
    [found] = durations_of(actor, "GE")
    assert found.found is not None
    assert (found.found.count, found.found.median) == (5, 80)
    assert durations_of(actor, "TR") == []
    with reading_for(outsider):
        assert [row.found for row in durations_of(outsider, "GE")] == [None]


def _decided(who: Actor, case_with: "MakeCase", days: int, end: str = "issued") -> None:
    made = case_with({**PERSON, **NEVER_ASKED}, actor=who)
    filed = today() - timedelta(days=days + 5)
    application = open_application(who, made.pk, _new(filed_on=filed))
    record_event(who, application.key, _event(0, end, on=filed + timedelta(days=days)))


def test_a_hearing_stands_in_the_officers_calendar_until_its_result(actor: Actor, case: Case) -> None:
    made = open_application(actor, case.pk, _new())
    ahead, past = today() + timedelta(days=20), today() - timedelta(days=20)
    record_event(actor, made.key, _event(0, "hearing_set", on=ahead))
    record_event(actor, made.key, _event(1, "hearing_set", on=past))
    assert [dated.day for dated in days_of(actor) if dated.kind == "appointment"] == [past, ahead]
    record_event(actor, made.key, _event(2, "hearing_result", on=past, result="recognised"))
    assert [dated.day for dated in days_of(actor) if dated.kind == "appointment"] == [ahead]
