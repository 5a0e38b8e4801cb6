"""The legal position is a cache: thrown away and computed again it is the same; family and time move it."""

from datetime import date, timedelta

import pytest
from django.db.models import Q
from django.forms.models import model_to_dict

from augenmass.access.sight import sight_of
from augenmass.cases.actions.facts import (
    FactEntry,
    NotRecorded,
    Overtaken,
    dispute_fact,
    establish_fact,
    refuse_contradiction,
)
from augenmass.cases.actions.family import link_relative
from augenmass.cases.facts import current_facts, facts_as_of
from augenmass.cases.models import FamilyLink, LegalPosition, PositionMark, SearchWord
from augenmass.cases.positions import recompute, recompute_due
from augenmass.directory.land import LandProfile, Parameter, profile
from augenmass.law.clock import end_of_period
from augenmass.law.nodes import Period
from augenmass.law.time import now, today, travel
from augenmass.law.values import YES
from augenmass.record.models import Action, Fact

pytestmark = [pytest.mark.db, pytest.mark.django_db]

SUSPENDED = {"family_name": "Haddad", "first_names": "Karim", "suspension_kind": "impossible"}


def rows(case_id: int) -> tuple[object, ...]:
    position = model_to_dict(LegalPosition.objects.get(pk=case_id), exclude=["computed_at"])
    marks = sorted(PositionMark.objects.filter(case_id=case_id).values_list("kind", "key", "day"), key=str)
    words = sorted(SearchWord.objects.filter(case_id=case_id).values_list("word", flat=True))
    return position, marks, words


def test_thrown_away_and_computed_again_the_rows_are_the_same(case_with) -> None:
    case = case_with(SUSPENDED | {"suspension_valid_until": (today() + timedelta(days=20)).isoformat()})
    before = rows(case.pk)
    LegalPosition.objects.all().delete()
    PositionMark.objects.all().delete()
    SearchWord.objects.all().delete()
    recompute([case.pk])
    assert rows(case.pk) == before
    assert before[1]


def test_lapse_of_time_moves_a_case_when_its_next_change_comes(case_with) -> None:
    last = today() + timedelta(days=40)
    case = case_with(SUSPENDED | {"suspension_valid_until": last.isoformat()})
    position = LegalPosition.objects.get(pk=case.pk)
    assert position.lane == "suspended"
    assert today() < position.next_change <= last + timedelta(days=1)
    with travel(last + timedelta(days=1)):
        assert recompute_due() == 1
        assert LegalPosition.objects.get(pk=case.pk).lane != "suspended"


def test_a_correction_closes_the_old_value_and_keeps_it(actor, case_with) -> None:
    case = case_with({"family_name": "Haddad"})
    held = Fact.objects.get(case=case, name="family_name")
    fact = establish_fact(actor, case.pk, FactEntry("family_name", "Hadad", note="Pass im Original"), held.pk)
    held.refresh_from_db()
    assert held.value == "Haddad"
    assert held.closed_by is not None
    assert fact.replaces_id == held.pk
    assert LegalPosition.objects.get(pk=case.pk).name == "Hadad"
    assert Action.objects.filter(case=case, kind="fact.corrected").count() == 1


def test_the_second_of_two_officers_is_told_and_overwrites_nothing(actor, approver, case_with) -> None:
    case = case_with()
    establish_fact(actor, case.pk, FactEntry("family_name", "Haddad"), None)
    with pytest.raises(Overtaken) as caught:
        establish_fact(approver, case.pk, FactEntry("family_name", "Hadad"), None)
    assert caught.value.current is not None
    assert caught.value.current.value == "Haddad"
    assert Fact.objects.filter(case=case, name="family_name").count() == 1


def test_a_disputed_value_is_not_established(actor, case_with) -> None:
    case = case_with({"passport_held_by_authority": "yes"})
    fact = Fact.objects.get(case=case, name="passport_held_by_authority")
    with pytest.raises(NotRecorded):
        dispute_fact(actor, case.pk, fact.pk, " ")
    dispute_fact(actor, case.pk, fact.pk, "Die Person legt eine Quittung vor.")
    assert current_facts([case.pk], today())[case.pk].held["passport_held_by_authority"].disputed


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("family_name", "", "nicht bekannt"),
        ("date_of_birth", "31.02.1990", "Kalender"),
        ("date_of_birth", "1.1.2990", "Zukunft"),
        ("minor", "ja", "abgeleitet"),
        ("no_such_fact", "ja", "gibt es nicht"),
    ],
)
def test_what_cannot_be_recorded_is_said_in_a_sentence(actor, case_with, name: str, value: str, sentence: str) -> None:
    case = case_with()
    with pytest.raises(NotRecorded, match=sentence):
        establish_fact(actor, case.pk, FactEntry(name, value), None)
    assert not Fact.objects.filter(case=case).exists()


def test_as_of_tells_what_was_known_then(actor, case_with) -> None:
    with travel(date(2026, 3, 1)):
        case = case_with({"family_name": "Haddad"})
        held = Fact.objects.get(case=case, name="family_name")
    with travel(date(2026, 5, 1)):
        establish_fact(actor, case.pk, FactEntry("family_name", "Hadad", note="Pass"), held.pk)
    with travel(date(2026, 4, 1)):
        then = now()
    assert facts_as_of(case.pk, date(2026, 4, 1), then).text("family_name") == "Haddad"
    assert current_facts([case.pk], today())[case.pk].text("family_name") == "Hadad"


def test_an_invented_land_counts_the_holidays_of_a_real_one(actor, case_with) -> None:
    actor.body.land = "XM"
    actor.body.save()
    case = case_with({"family_name": "Haddad"})
    land = current_facts([case.pk], today())[case.pk].held["land"]
    assert land.value == "ST"
    epiphany = end_of_period(date(2026, 12, 6), Period(1, "months"), land.value)
    assert epiphany.land_known
    assert epiphany.earliest == epiphany.latest == date(2027, 1, 7)


def test_a_calendar_that_nobody_confirmed_counts_for_nothing() -> None:
    def calendar(verified: bool, since: date = date(2020, 1, 1)) -> str:
        named = Parameter("holiday_calendar", "ST", since, None, "Erlass", verified)
        return LandProfile("BW", "Baden-Württemberg", (named,)).holiday_calendar(date(2026, 1, 1))

    assert (calendar(True), calendar(False), calendar(True, date(2027, 1, 1))) == ("ST", "BW", "BW")
    assert profile("ST").holiday_calendar(date(2026, 1, 1)) == "ST"


def test_a_childs_date_of_birth_moves_the_parents_position(actor, case_with) -> None:
    parent, child = case_with({"family_name": "Haddad"}), case_with({"family_name": "Haddad"})
    link_relative(actor, parent.pk, child.number, FamilyLink.Relation.PARENT, same_household=True)
    assert "minor_child_in_household" not in current_facts([parent.pk], today())[parent.pk].held
    born = date(today().year - 9, 1, 2)
    establish_fact(actor, child.pk, FactEntry("date_of_birth", born.isoformat()), None)
    held = current_facts([parent.pk], today())[parent.pk].held
    assert held["minor_child_in_household"].value == YES
    assert held["child_under_twelve"].value == YES
    twelfth = date(born.year + 12, 1, 2)
    assert LegalPosition.objects.get(pk=parent.pk).next_change <= twelfth
    with travel(twelfth):
        assert "child_under_twelve" not in current_facts([parent.pk], today())[parent.pk].held


def test_no_family_link_does_not_say_that_there_is_no_child(case_with) -> None:
    case = case_with({"family_name": "Haddad"})
    assert "minor_child_in_household" not in current_facts([case.pk], today())[case.pk].held


def test_a_value_that_contradicts_another_waits_until_that_one_is_clear(actor, case_with) -> None:
    case = case_with({"departed_on": "2026-01-10"})
    with pytest.raises(NotRecorded, match="widerspricht"):
        establish_fact(actor, case.pk, FactEntry("entered_on", "2026-02-01"), None)
    dispute_fact(actor, case.pk, Fact.objects.get(case=case, name="departed_on").pk, "Grenzübertritt nicht belegt")
    establish_fact(actor, case.pk, FactEntry("entered_on", "2026-02-01"), None)
    assert Fact.objects.filter(case=case, name="entered_on").count() == 1


def test_a_fact_that_the_officer_may_not_see_refuses_nothing(intake_clerk, case_with, monkeypatch) -> None:
    case = case_with({"departed_on": "2026-01-10"})
    with pytest.raises(NotRecorded, match="widerspricht"):
        refuse_contradiction(intake_clerk, case, "entered_on", "2026-02-01")
    hidden = sight_of(intake_clerk, case).rows_q() & ~Q(name="departed_on")
    monkeypatch.setattr("augenmass.access.sight.Sight.rows_q", lambda self: hidden)
    refuse_contradiction(intake_clerk, case, "entered_on", "2026-02-01")
