"""The sheet of a state: in versions, each by one person and read by another, naming nobody."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.travel_papers.actions.sheets import NewSheet, confirm_sheet, drop_sheet, write_sheet
from augenmass.travel_papers.models import Sheet
from augenmass.travel_papers.queries import newest_number, sheet_of, sheets
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor

pytestmark = pytest.mark.db


def _new(seen: int = 0, **other: object) -> NewSheet:
    said = NewSheet(uuid4(), "GE", seen, "Geburtsurkunde\nLichtbild", "Termin vereinbaren\nVorsprechen", "Botschaft")
    return replace(said, **other)


def test_a_version_holds_when_another_person_has_read_it(actor: Actor, approver: Actor, outsider: Actor) -> None:
    said = _new()
    with reading_for(actor):
        first, again = write_sheet(actor, said), write_sheet(actor, said)
        assert first.pk == again.pk
        assert sheet_of(actor, "GE").holds is None
        with pytest.raises(NotDone, match="andere Person"):
            confirm_sheet(actor, first.key)
    with reading_for(approver):
        confirm_sheet(approver, first.key)
        with pytest.raises(NotDone, match="schon entschieden"):
            confirm_sheet(approver, first.key)
    with reading_for(outsider):
        shown = sheet_of(outsider, "GE")
        assert shown.holds == first, "every body reads it"
        second = write_sheet(outsider, _new(1, where="Generalkonsulat"))
        assert sheet_of(outsider, "GE").holds == first, "until it is read, the earlier one holds"
    confirm_sheet(actor, second.key)
    shown = sheet_of(actor, "GE")
    assert (shown.holds, shown.waits, shown.earlier) == (second, None, [first])
    assert sheets(actor) == [second]


def test_one_waits_at_a_time_and_who_did_not_read_the_newest_writes_nothing(actor: Actor, approver: Actor) -> None:
    waiting = write_sheet(actor, _new())
    with pytest.raises(NotDone, match="wartet schon"):
        write_sheet(approver, _new(1))
    drop_sheet(approver, waiting.key)
    assert sheet_of(actor, "GE").waits is None
    with pytest.raises(NotDone, match="inzwischen neu"):
        write_sheet(approver, _new(0))
    assert newest_number("GE") == 1
    made = write_sheet(approver, _new(1))
    assert made.number == 2
    with pytest.raises(Sheet.DoesNotExist):
        confirm_sheet(actor, waiting.key)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"country": "DE"}, "Staat"),
        ({"country": "Georgien"}, "Staat"),
        ({"documents": " "}, "nicht fehlen"),
        ({"where": ""}, "nicht fehlen"),
        ({"steps": "x" * 3001}, "zu lang"),
        ({"durations": "x" * 501}, "zu lang"),
        ({"remarks": "Herr Haddad hilft."}, "angesprochen"),
    ],
)
def test_what_cannot_be_right_is_refused_with_a_sentence(actor: Actor, change: dict[str, object], says: str) -> None:
    with pytest.raises(NotDone, match=says):
        write_sheet(actor, _new(**change))
    assert not Sheet.objects.exists()


def test_who_works_on_no_case_reads_and_does_not_write(actor: Actor, make_actor: "MakeActor") -> None:
    made = write_sheet(actor, _new())
    reader = make_actor("stab", actor.body, "data_protection")
    assert sheet_of(reader, "GE").waits == made
    for act in (lambda: write_sheet(reader, _new(1)), lambda: confirm_sheet(reader, made.key)):
        with pytest.raises(NotPermitted):
            act()
