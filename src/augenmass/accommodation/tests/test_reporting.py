"""Reports of a house: taken once, refused with a sentence, and nothing of a case in the answer."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.models import AccessLine
from augenmass.access.reader import reading_for
from augenmass.access.visible import visible_to
from augenmass.accommodation.actions.houses import NewHouse, close_house, open_house
from augenmass.accommodation.actions.reporting import NotTaken, report_event
from augenmass.accommodation.models import House, Report, Resident
from augenmass.accommodation.queries import houses_of, list_of_house
from augenmass.accommodation.rules import Event, Standing
from augenmass.directory.models import Body
from augenmass.law.time import now, today
from augenmass.record.models import Action
from augenmass.record.verify import verify
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.accommodation.actions.reporting import NewReport, Taken
    from augenmass.conftest import MakeActor, MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
Say = Callable[..., "Taken"]


def test_an_arrival_puts_the_person_on_the_list_of_the_house(report: Say, staff: Actor, house: House) -> None:
    taken = report(Event.ARRIVAL)
    assert taken.new
    [line] = list_of_house(staff, house).rows
    assert (line.number, line.name, line.standing) == ("N-1", "Haddad, Karim", Standing.PRESENT)
    read = AccessLine.objects.latest("pk")
    assert (read.what, read.case, read.categories) == ("house", None, ["identity"])
    assert not list(verify())


def test_the_house_reads_no_case_and_its_answers_do_not_tell_whether_there_is_one(
    report: Say, staff: Actor, case_with: "MakeCase"
) -> None:
    case_with({"family_name": "Haddad", "first_names": "Karim"}, number="N-1")
    assert not visible_to(staff).exists()
    known, unknown = report(Event.ARRIVAL), report(Event.ARRIVAL, number="N-404", family_name="Omar")
    assert (known.new, known.says, known.report.state) == (unknown.new, unknown.says, unknown.report.state)
    assert not {"case", "case_id"} & set(Report._meta.get_fields())


def test_the_same_key_is_the_same_report_and_another_content_is_refused(
    staff: Actor, said: Callable[..., "NewReport"]
) -> None:
    sent = said(Event.ARRIVAL)
    first, again = report_event(staff, sent), report_event(staff, sent)
    assert (first.new, again.new, again.report.pk) == (True, False, first.report.pk)
    with pytest.raises(NotTaken, match="andere Meldung"):
        report_event(staff, said(Event.ABSENCE, 60, key=sent.key))
    assert Report.objects.count() == 1


def test_a_person_reported_twice_stands_once_on_the_list(report: Say) -> None:
    first, again = report(Event.ARRIVAL, 5), report(Event.ARRIVAL, 2)
    assert (again.new, again.report.pk) == (False, first.report.pk)
    assert "bereits gemeldet" in again.says
    assert (Resident.objects.count(), Report.objects.count()) == (1, 1)
    assert Action.objects.filter(kind="accommodation.reported").count() == 1


@pytest.mark.parametrize(
    ("event", "hours", "changes", "field", "sentence"),
    [
        (Event.ARRIVAL, -2, {}, "happened_at", "Zukunft"),
        (Event.ARRIVAL, 24 * 500, {}, "happened_at", "prüfen Sie das Jahr"),
        (Event.ABSENCE, 3, {}, "happened_at", "ab 24 Stunden"),
        (Event.TRANSFER, 1, {}, "to_place", "wohin verlegt"),
        (Event.TRANSFER, 1, {"to_postcode": "0699", "to_place": "Ort"}, "to_place", "wohin verlegt"),
        (Event.TRANSFER, 1, {"to_house": uuid4()}, "to_house", "gibt es im Land nicht"),
        (Event.ARRIVAL, 1, {"number": " "}, "number", "Nummer"),
        (Event.ABSENCE, 30, {"number": "N-9", "family_name": ""}, "family_name", "niemand auf der Liste"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(
    report: Say, event: Event, hours: float, changes: dict[str, str], field: str, sentence: str
) -> None:
    report(Event.ARRIVAL, 100)
    with pytest.raises(NotTaken, match=sentence) as refused:
        report(event, hours, **changes)
    assert refused.value.field == field
    assert Report.objects.count() == 1


def test_a_return_without_absence_is_taken_and_said(report: Say) -> None:
    report(Event.ARRIVAL, 100)
    assert "war nicht gemeldet" in report(Event.RETURN, 2).says
    assert Resident.objects.get().standing == Standing.PRESENT


def test_a_late_absence_does_not_undo_a_return(report: Say) -> None:
    report(Event.ARRIVAL, 100)
    report(Event.RETURN, 2)
    assert report(Event.ABSENCE, 50).new
    assert Resident.objects.get().standing == Standing.PRESENT


def test_a_closed_house_takes_nothing_new(report: Say, house: House) -> None:
    report(Event.ARRIVAL, 24 * 5)
    house.closed_on = today()
    house.save()
    with pytest.raises(NotTaken, match="geschlossen"):
        report(Event.RETURN, 0)
    assert report(Event.ABSENCE, 24 * 3).new


def test_only_staff_of_the_house_reports(
    said: Callable[..., "NewReport"], actor: Actor, make_actor: "MakeActor", body: Body
) -> None:
    with pytest.raises(NotPermitted):
        report_event(actor, said(Event.ARRIVAL))
    elsewhere = Body.objects.create(key="haus-b", kind=Body.Kind.RECEPTION_CENTRE, name="Andere", land="ST")
    stranger = make_actor("fremdes-haus", elsewhere, "accommodation")
    with reading_for(stranger), pytest.raises(House.DoesNotExist):
        report_event(stranger, said(Event.ARRIVAL))
    assert not houses_of(stranger).exists()


def test_a_house_is_opened_once_and_closed_when_it_is_empty(
    make_actor: "MakeActor", centre: Body, body: Body, report: Say, house: House
) -> None:
    head = make_actor("haupt", centre, "body_administrator")
    new = NewHouse(uuid4(), "Haus am Markt", "Markt 2", "06998", "Nordheim", body.pk)
    assert open_house(head, new) == open_house(head, new)
    with pytest.raises(NotDone, match="dieses Namens"):
        open_house(head, NewHouse(uuid4(), "Haus am Markt", "", "06998", "Nordheim", body.pk))
    with pytest.raises(NotDone, match="Postleitzahl"):
        open_house(head, NewHouse(uuid4(), "Haus 3", "", "6998", "Nordheim", body.pk))
    with pytest.raises(NotDone, match="Gemeldet wird an"):
        open_house(head, NewHouse(uuid4(), "Haus 3", "", "06998", "Nordheim", centre.pk))
    report(Event.ARRIVAL)
    with pytest.raises(NotDone, match="noch 1 Person"):
        close_house(head, house.key, today())
    report(Event.TRANSFER, 0, to_postcode="06998", to_place="Südheim")
    assert close_house(head, house.key, today() + timedelta(days=1)).closed_on is not None


def test_houses_are_the_administrations_to_open(staff: Actor, body: Body) -> None:
    with pytest.raises(NotPermitted):
        open_house(staff, NewHouse(uuid4(), "Haus", "", "06998", "Ort", body.pk))


def test_who_left_long_ago_is_no_longer_named(report: Say, staff: Actor, house: House) -> None:
    report(Event.ARRIVAL, 24 * 60)
    report(Event.DUTY_ENDED, 24 * 50)
    assert not list_of_house(staff, house).rows
    assert Resident.objects.get().since < now()
