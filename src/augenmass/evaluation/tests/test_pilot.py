"""A pilot from its preparation to its last report: two people, fixed places, frozen quarters, tables that come out the same."""

from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.directory.roles import GIVEN_IN, PERMISSIONS, Permission, Role
from augenmass.evaluation.actions import reporting
from augenmass.evaluation.actions.counting import count_due, join_pilot
from augenmass.evaluation.actions.delivering import NotTaken, take_delivery
from augenmass.evaluation.actions.offering import enter_offered
from augenmass.evaluation.actions.preparing import (
    NewPlace,
    Plan,
    add_place,
    amend_pilot,
    change_plan,
    close_pilot,
    open_pilot,
    prepare_pilot,
    remove_place,
)
from augenmass.evaluation.actions.reporting import is_reproduced, make_report
from augenmass.evaluation.models import Delivery, Pilot, Place, Report
from augenmass.evaluation.queries.pilots import named_in, one_pilot, visible_pilots
from augenmass.evaluation.rights import may_evaluate
from augenmass.evaluation.rules.measures import MEASURES, measures_of
from augenmass.evaluation.tests.conftest import BIG, FIRST, LAST, OVER, OWN, PLAN, SMALL, MakeFile, seen
from augenmass.intake.rules.problem import FileRefused
from augenmass.law.quarters import Quarter
from augenmass.law.time import travel
from augenmass.record.models import Action
from augenmass.work.refusal import NotDone

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]


def test_who_prepared_a_pilot_does_not_open_it(prepared: Pilot, evaluator: Actor, second: Actor) -> None:
    with reading_for(evaluator), pytest.raises(NotDone, match="andere Person"):
        open_pilot(evaluator, prepared.key, seen(prepared))
    with reading_for(second):
        open_pilot(second, prepared.key, seen(prepared))
    prepared.refresh_from_db()
    assert (prepared.state, prepared.opened_by_id) == ("open", second.account_id)
    assert list(Action.objects.order_by("pk").values_list("kind", flat=True)) == [
        "pilot.prepared",
        *["pilot.place_added"] * 3,
        "pilot.opened",
    ]


def test_the_same_form_sent_twice_prepares_one(evaluator: Actor) -> None:
    key = uuid4()
    with reading_for(evaluator):
        assert prepare_pilot(evaluator, key, PLAN).pk == prepare_pilot(evaluator, key, PLAN).pk
    assert Pilot.objects.count() == 1


def test_an_open_pilot_keeps_its_places_and_its_time(pilot: Pilot, evaluator: Actor) -> None:
    place = Place.objects.filter(pilot=pilot)[0]
    with reading_for(evaluator):
        for act in (
            lambda: change_plan(evaluator, pilot.key, seen(pilot), PLAN),
            lambda: add_place(evaluator, pilot.key, seen(pilot), NewPlace("15009000", "Neu", "")),
            lambda: remove_place(evaluator, pilot.key, seen(pilot), place.key),
        ):
            with pytest.raises(NotDone, match="eröffnet"):
                act()
    assert pilot.places.count() == 3


def test_the_smallest_number_only_rises_and_says_why(pilot: Pilot, evaluator: Actor) -> None:
    with reading_for(evaluator):
        for smallest, reason in ((4, "kleiner"), (8, " ")):
            with pytest.raises(NotDone):
                amend_pilot(evaluator, pilot.key, seen(pilot), "Wirkt es?", smallest, reason)
        amend_pilot(evaluator, pilot.key, seen(pilot), "Wirkt es?", 8, "Beschluss des Beirats")
    assert [(one.number, one.smallest, one.reason) for one in pilot.editions.all()] == [
        (1, 5, ""),
        (2, 8, "Beschluss des Beirats"),
    ]


def test_who_was_slower_is_told(prepared: Pilot, evaluator: Actor) -> None:
    read = prepared.version
    with reading_for(evaluator):
        change_plan(evaluator, prepared.key, read, PLAN)
        with pytest.raises(NotDone, match="inzwischen geändert"):
            change_plan(evaluator, prepared.key, read, PLAN)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(" ", FIRST, LAST, "Wirkt es?"),
        Plan("Name", FIRST, LAST, " "),
        Plan("Name", LAST, FIRST, "Wirkt es?"),
        Plan("Name", FIRST, Quarter(2040, 1), "Wirkt es?"),
        Plan("Name", FIRST, LAST, "Wirkt es?", 4),
        Plan("Name", FIRST, LAST, "Wirkt es?", 51),
    ],
)
def test_a_plan_that_is_none_is_refused(evaluator: Actor, plan: Plan) -> None:
    with reading_for(evaluator), pytest.raises(NotDone):
        prepare_pilot(evaluator, uuid4(), plan)
    assert not Pilot.objects.exists()


def test_the_right_is_alone_and_given_in_no_body_that_decides_about_residence() -> None:
    assert {role for role, rights in PERMISSIONS.items() if Permission.PILOTS in rights} == {Role.PILOT_EVALUATION}
    assert PERMISSIONS[Role.PILOT_EVALUATION] == {Permission.PILOTS}
    assert {kind for kind, roles in GIVEN_IN.items() if Role.PILOT_EVALUATION in roles} == {"ministry", "municipality"}


def test_who_reads_cases_or_sits_in_an_authority_sees_no_pilot(
    pilot: Pilot, make_actor: MakeActor, ministry: Body, body: Body
) -> None:
    both = make_actor("beides", ministry, "pilot_evaluation", "special_staff")
    wrong = make_actor("amt", body, "pilot_evaluation")
    for actor in (both, wrong):
        assert not may_evaluate(actor)
        with reading_for(actor):
            assert not visible_pilots(actor).exists()
            with pytest.raises(NotPermitted):
                prepare_pilot(actor, uuid4(), PLAN)


def test_another_body_sees_no_pilot_and_another_service_none_that_names_this_one(
    pilot: Pilot, make_actor: MakeActor, counsellor: Actor
) -> None:
    town = Body.objects.create(key="stadt", kind=Body.Kind.MUNICIPALITY, name="Stadt", land="ST")
    other = make_actor("fremd", town, "pilot_evaluation")
    service = make_actor("berater2", town, "integration_counsellor")
    with reading_for(other):
        assert may_evaluate(other)
        with pytest.raises(Pilot.DoesNotExist):
            one_pilot(other, pilot.key)
    first = pilot.places.all()[0].key
    with reading_for(service):
        assert named_in(service) == []
        with pytest.raises(Place.DoesNotExist):
            join_pilot(service, first)
    with reading_for(counsellor):
        assert [one.place.name for one in named_in(counsellor)] == ["Nordheim"]


def test_reports_freeze_what_they_show_and_come_out_the_same(pilot: Pilot, evaluator: Actor, file: MakeFile) -> None:
    with travel(OVER), reading_for(evaluator):
        take_delivery(evaluator, pilot.key, seen(pilot), file({BIG: 40, SMALL: 2}))
        first = make_report(evaluator, pilot.key, seen(pilot), FIRST)
        with pytest.raises(NotTaken):
            take_delivery(evaluator, pilot.key, seen(pilot), file({BIG: 41}, (FIRST,)))
        last = make_report(evaluator, pilot.key, seen(pilot), LAST)
        with pytest.raises(NotDone, match="längere Zeit"):
            make_report(evaluator, pilot.key, seen(pilot), FIRST)
        with pytest.raises(NotDone, match="ganze Zeit"):
            make_report(evaluator, pilot.key, seen(pilot), LAST)
        assert (first.compares, last.compares) == (False, True)
        assert all(table["places"] is None for table in first.content["measures"])
        assert is_reproduced(first)
        assert is_reproduced(last)
        Delivery.objects.filter(place__municipality=SMALL, number=1).update(numbers={"begun": [3]})
        assert not is_reproduced(Report.objects.get(pk=last.pk))


def test_a_small_place_is_in_no_cell_and_not_in_the_difference(pilot: Pilot, evaluator: Actor, file: MakeFile) -> None:
    with travel(OVER), reading_for(evaluator):
        take_delivery(evaluator, pilot.key, seen(pilot), file({BIG: 40, SMALL: 2}))
        made = make_report(evaluator, pilot.key, seen(pilot), LAST)
    for table in made.content["measures"]:
        places = {number: (cells, total) for number, cells, total in table["places"] or ()}
        if places and table["key"] in ("steps_person", "reviews", "amended"):
            # Two quarters with two agreements each may be the same two: hidden, and with them what they could be taken from.
            assert all(cell is None for cell in places[3][0])
            assert all(big is None or whole is None for big, whole in zip(places[2][0], table["all"][0], strict=True))


def test_nothing_is_counted_before_its_time_and_nothing_of_who_did_not_agree(
    prepared: Pilot, second: Actor, counsellor: Actor, evaluator: Actor
) -> None:
    with reading_for(second):
        open_pilot(second, prepared.key, seen(prepared))
    with travel(OVER):
        assert list(count_due()) == []
        own = Place.objects.get(pilot=prepared, municipality=OWN).key
        with reading_for(counsellor):
            join_pilot(counsellor, own)
    with travel(FIRST.last):
        assert list(count_due()) == []
        with reading_for(evaluator), pytest.raises(NotDone, match="Tag nach seinem Ende"):
            make_report(evaluator, prepared.key, seen(prepared), FIRST)
    with travel(OVER):
        assert [one.quarter for one in count_due()] == [FIRST, LAST]
        assert list(count_due()) == []


def test_a_pilot_is_closed_after_its_last_report_and_then_takes_nothing(
    pilot: Pilot, evaluator: Actor, file: MakeFile
) -> None:
    with travel(OVER), reading_for(evaluator):
        with pytest.raises(NotDone, match="zuerst den Bericht"):
            close_pilot(evaluator, pilot.key, seen(pilot))
        take_delivery(evaluator, pilot.key, seen(pilot), file({BIG: 40}))
        make_report(evaluator, pilot.key, seen(pilot), LAST)
        close_pilot(evaluator, pilot.key, seen(pilot))
        with pytest.raises(NotDone, match="solange die Erprobung läuft"):
            take_delivery(evaluator, pilot.key, seen(pilot), file({SMALL: 40}))


def test_what_was_offered_is_entered_until_the_quarter_is_counted_and_missing_is_not_zero(
    pilot: Pilot, counsellor: Actor, evaluator: Actor, make_actor: MakeActor
) -> None:
    own = Place.objects.get(pilot=pilot, municipality=OWN)
    with travel(FIRST.last), reading_for(counsellor):
        for people in (9, 12):
            enter_offered(counsellor, own.key, FIRST, people)
        assert named_in(counsellor)[0].offered == {FIRST: 12}
        for quarter, people in ((LAST, 3), (FIRST, -1), (FIRST, 100_001)):
            with pytest.raises(NotDone):
                enter_offered(counsellor, own.key, quarter, people)
    with travel(OVER):
        assert [one.numbers.get("offered") for one in count_due()] == [[12], None]
        with reading_for(counsellor), pytest.raises(NotDone, match="schon gezählt"):
            enter_offered(counsellor, own.key, FIRST, 13)
        with reading_for(evaluator):
            made = make_report(evaluator, pilot.key, seen(pilot), LAST)
        table = next(one for one in made.content["measures"] if one["key"] == "offered")
        assert (table["delivered"], table["quarters"], table["all"]) == (1, [["2026/1", [12], 12]], [[12], 12])
    town = Body.objects.create(key="stadt", kind=Body.Kind.MUNICIPALITY, name="Stadt", land="ST")
    other = make_actor("fremd", town, "integration_counsellor")
    with travel(FIRST.last), reading_for(other), pytest.raises(Place.DoesNotExist):
        enter_offered(other, own.key, FIRST, 1)


def test_a_report_of_the_rules_of_before_is_made_again_and_followed_by_one_of_today(
    pilot: Pilot, evaluator: Actor, file: MakeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with travel(OVER), reading_for(evaluator):
        take_delivery(evaluator, pilot.key, seen(pilot), file({BIG: 40, SMALL: 2}))
        with monkeypatch.context() as before:
            before.setattr(reporting, "RULES", "1")
            old = make_report(evaluator, pilot.key, seen(pilot), FIRST)
        assert [one["key"] for one in old.content["measures"]] == list(measures_of("1"))
        assert "offered" not in measures_of("1")
        new = make_report(evaluator, pilot.key, seen(pilot), LAST)
        assert [one["key"] for one in new.content["measures"]] == list(MEASURES)
        assert is_reproduced(old)
        assert is_reproduced(new)


WHOLE = "Gemeindeschlüssel;Vierteljahr;Messgröße;Ausgang;Anzahl\n"
BAD = {
    "place": "99999999;2026/1;Begonnene Vereinbarungen;begonnen;5",
    "quarter": f"{BIG};1/2026;Begonnene Vereinbarungen;begonnen;5",
    "not_open": f"{BIG};2031/1;Begonnene Vereinbarungen;begonnen;5",
    "measure": f"{BIG};2026/1;Rückkehr;begonnen;5",
    "outcome": f"{BIG};2026/1;Begonnene Vereinbarungen;unterschrieben;5",
    "count": f"{BIG};2026/1;Begonnene Vereinbarungen;begonnen;-5",
    "twice": f"{BIG};2026/1;Begonnene Vereinbarungen;begonnen;5\n{BIG};2026/1;begonnene  vereinbarungen;Begonnen;6",
    "incomplete": f"{BIG};2026/1;Unterschriebene Vereinbarungen;Kopie nur auf Deutsch;5",
    "empty": "",
}


@pytest.mark.parametrize("code", BAD)
def test_a_file_with_a_mistake_is_taken_in_no_part(code: str, pilot: Pilot, evaluator: Actor) -> None:
    good = "" if code == "empty" else f"{BIG};2026/2;Begonnene Vereinbarungen;begonnen;30\n"
    with travel(OVER), reading_for(evaluator), pytest.raises(NotTaken) as caught:
        take_delivery(evaluator, pilot.key, seen(pilot), (WHOLE + good + BAD[code] + "\n").encode())
    assert [wrong.code for wrong in caught.value.wrong] == [code]
    assert not Delivery.objects.exists()
    assert not Action.objects.filter(kind="pilot.delivered").exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n" + bytes(200), bytes(range(256)) * 20])
def test_what_is_no_table_is_said_to_be_none(content: bytes, pilot: Pilot, evaluator: Actor) -> None:
    with travel(OVER), reading_for(evaluator), pytest.raises((FileRefused, NotDone)):
        take_delivery(evaluator, pilot.key, seen(pilot), content)


def test_columns_that_are_missing_are_named_and_a_file_of_windows_is_read(pilot: Pilot, evaluator: Actor) -> None:
    row = f"{BIG};2026/1;Begonnene Vereinbarungen;begonnen;5\n"
    with travel(OVER), reading_for(evaluator):
        with pytest.raises(NotDone, match="Messgröße, Ausgang"):
            take_delivery(evaluator, pilot.key, seen(pilot), b"Gemeindeschl\xfcssel;Vierteljahr;Anzahl\n1;2;3\n")
        with pytest.raises(NotDone, match="zu groß"):
            take_delivery(evaluator, pilot.key, seen(pilot), b"x" * 2_000_001)
        assert take_delivery(evaluator, pilot.key, seen(pilot), (WHOLE + row).encode("cp1252")) == 1
        assert take_delivery(evaluator, pilot.key, seen(pilot), (WHOLE + row).encode("utf-8-sig")) == 1
    assert Delivery.objects.get().numbers == {"begun": [5]}


def test_no_file_speaks_for_a_service_that_is_counted_here(pilot: Pilot, evaluator: Actor, file: MakeFile) -> None:
    with travel(OVER), reading_for(evaluator), pytest.raises(NotTaken) as caught:
        take_delivery(evaluator, pilot.key, seen(pilot), file({OWN: 9}, (FIRST,)))
    assert {wrong.code for wrong in caught.value.wrong} == {"place"}
