"""What an authority does towards a removal is not recorded beside the law: by hand it is refused, from a file it waits."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.cases.actions.facts import FactEntry, NotRecorded
from augenmass.cases.acts import ASKED_FIRST, enforcing
from augenmass.cases.facts import current_facts
from augenmass.conftest import MakeCase
from augenmass.directory.models import Body
from augenmass.intake.actions.whole_file import import_file
from augenmass.intake.tests.tables import write_csv
from augenmass.law.catalogue import Catalogue
from augenmass.law.norms.specimens import WARNED
from augenmass.law.time import travel
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case, Fact
from augenmass.record.verify import verify
from augenmass.work.actions.second_person import confirm_fact, record_fact
from augenmass.work.models import Task

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
BOOKING = "transport_booking_started"
DAY = date(2026, 8, 20)


@pytest.fixture(autouse=True)
def _invented(body: Body) -> "object":
    body.land = "XM"
    body.save()
    with travel(DAY):
        yield


def case_of(case_with: MakeCase, **changed: str | None) -> Case:
    facts = {name: value for name, value in {**WARNED, **changed}.items() if not VOCABULARY[name].derived and value}
    return case_with(facts)


def held(case: Case) -> Fact | None:
    return Fact.objects.filter(case=case, name=BOOKING, closed_by=None).first()


def test_the_questions_and_the_steps_are_those_of_the_catalogue() -> None:
    catalogue = Catalogue.shipped()
    assert {catalogue.question(question).id for question in ASKED_FIRST.values()} == {"may_book_removal"}
    assert set(ASKED_FIRST) <= set(VOCABULARY)
    assert all(catalogue.step(step).second_person for step in enforcing)


def test_a_booking_is_recorded_where_the_law_allows_it(actor: Actor, case_with: MakeCase) -> None:
    case = case_of(case_with)
    record_fact(actor, case.pk, FactEntry(BOOKING, "ja"), None)
    fact = held(case)
    assert fact is not None
    assert (fact.value, fact.disputed_by) == ("yes", None)


@pytest.mark.parametrize(
    "changed",
    [{"prospect_25_5_possible": "yes"}, {"prospect_25_5_possible": None}, {"hardship_pending": "yes"}],
    ids=["no", "not established", "hardship"],
)
@pytest.mark.parametrize(("name", "value"), [(BOOKING, "ja"), ("removal_date", "01.12.2026")])
def test_where_the_law_says_no_or_nothing_it_is_refused(
    changed: dict[str, str | None], name: str, value: str, actor: Actor, case_with: MakeCase
) -> None:
    case = case_of(case_with, **changed)
    with pytest.raises(NotRecorded, match="nicht mit Ja beantwortet"):
        record_fact(actor, case.pk, FactEntry(name, value), None)
    assert not Fact.objects.filter(case=case, name=name).exists()


def test_that_nothing_was_booked_can_always_be_said(actor: Actor, case_with: MakeCase) -> None:
    case = case_of(case_with, prospect_25_5_possible="yes")
    assert record_fact(actor, case.pk, FactEntry(BOOKING, "nein"), None).value == "no"


def test_the_page_says_why_and_keeps_what_was_entered(
    actor: Actor, case_with: MakeCase, client_of: Callable[[Actor], Client]
) -> None:
    case = case_of(case_with, prospect_25_5_possible="yes")
    client, address = client_of(actor), reverse("fact_record", args=[case.key, BOOKING])
    shown = client.post(address, {"value": "yes", "source": "Vermerk", "seen": ""}).content.decode()
    assert "Kann für eine Abschiebung gebucht werden?" in shown
    assert "Vermerk" in shown
    assert held(case) is None


def test_a_file_that_says_it_is_taken_and_waits_for_a_second_person_who_is_asked_the_same(
    actor: Actor, approver: Actor, intake_clerk: Actor, case_with: MakeCase, tmp_path: Path
) -> None:
    free, barred = case_of(case_with), case_of(case_with, prospect_25_5_possible="yes")
    rows = [("Aktenzeichen", VOCABULARY[BOOKING].de), (free.number, "ja"), (barred.number, "ja"), ("N-9000", "ja")]
    import_file(intake_clerk, write_csv(tmp_path / "export.csv", rows), "Fachverfahren")
    fact = held(free)
    assert fact is not None
    assert fact.disputed_by is None
    new = Case.objects.get(number="N-9000")
    for case in (barred, new):
        fact = held(case)
        assert fact is not None
        assert current_facts([case.pk], DAY)[case.pk].held[BOOKING].disputed
        assert Task.objects.get(case=case, about=f"fact:{BOOKING}", done_by=None).kind == "signature"
        with pytest.raises(NotRecorded, match="nicht mit Ja beantwortet"):
            confirm_fact(approver, case.pk, fact.pk)
    assert list(verify()) == []


def test_an_act_of_a_step_is_held_by_two_also_where_the_body_lets_one_sign(
    actor: Actor, body: Body, case_with: MakeCase
) -> None:
    body.policies = {"second_person": {"refer_to_central_body": False}}
    body.save()
    barred = case_of(case_with, prospect_25_5_possible="yes")
    with pytest.raises(NotRecorded, match="Dokument"):
        record_fact(actor, barred.pk, FactEntry("referred_to_central_body_on", "01.07.2026"), None)
    free = case_of(case_with)
    assert record_fact(actor, free.pk, FactEntry("referred_to_central_body_on", "01.07.2026"), None).disputed_by is None
