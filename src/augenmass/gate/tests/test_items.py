"""Settling an item: who may, what is refused, never alone, withdrawn again."""

import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.cases.file_types import Refusal
from augenmass.gate.actions.items import confirm_adoption, record_adoption, withdraw_adoption
from augenmass.gate.models import Adoption
from augenmass.gate.queries import line_of
from augenmass.gate.refusal import NotSettled
from augenmass.gate.rules import State
from augenmass.gate.tests.conftest import Settle
from augenmass.gate.tests.settled import told
from augenmass.law.time import today, travel
from augenmass.record.models import Action

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor

pytestmark = pytest.mark.db
ITEM = "impact_assessment"


def state(actor: Actor, item: str = ITEM) -> State:
    line = line_of(actor, item)
    assert line is not None
    return line.state


def test_an_item_counts_when_a_second_person_confirmed_it(officer: Actor, head: Actor) -> None:
    made = record_adoption(officer, ITEM, told())
    assert state(officer) is State.WAITING
    with pytest.raises(NotSettled, match="andere Person"):
        confirm_adoption(officer, made.key)
    assert confirm_adoption(head, made.key).confirmed_by == head.account
    assert state(officer) is State.SETTLED
    with pytest.raises(NotSettled, match="bereits entschieden"):
        confirm_adoption(head, made.key)
    kinds = Action.objects.filter(kind__startswith="gate.").order_by("sequence").values_list("kind", flat=True)
    assert list(kinds) == ["gate.item_recorded", "gate.item_confirmed"]


def test_the_same_form_sent_twice_records_once_and_another_one_has_to_wait(officer: Actor, head: Actor) -> None:
    form = told()
    assert record_adoption(officer, ITEM, form) == record_adoption(officer, ITEM, form)
    with pytest.raises(NotSettled, match="wartet schon"):
        record_adoption(head, ITEM, told())
    assert Adoption.objects.count() == 1
    assert Action.objects.filter(kind="gate.item_recorded").count() == 1


def test_only_the_three_roles_record_and_only_the_offices_confirm(
    actor: Actor, officer: Actor, administrator: Actor, outsider: Actor, make_actor: "MakeActor"
) -> None:
    for stranger in (actor, outsider, make_actor("betrieb", outsider.body, "operator")):
        with pytest.raises(NotPermitted):
            record_adoption(stranger, ITEM, told())
    made = record_adoption(officer, ITEM, told())
    with pytest.raises(NotPermitted):
        confirm_adoption(administrator, made.key)
    other_head = make_actor("andere-leitung", outsider.body, "approver")
    for act in (confirm_adoption, lambda who, key: withdraw_adoption(who, key, "gehört uns nicht")):
        with pytest.raises(Adoption.DoesNotExist):
            act(other_head, made.key)


@pytest.mark.parametrize(
    ("item", "more", "sentence"),
    [
        ("gibt_es_nicht", {}, "gibt es nicht"),
        (ITEM, {"kind": "not_needed"}, "nicht möglich"),
        (ITEM, {"kind": "anything"}, "nicht möglich"),
        (ITEM, {"says": "  da  "}, "wo das Dokument liegt"),
        ("staff_agreement", {"kind": "not_needed", "says": "nein"}, "begründen"),
        (ITEM, {"decided_on": date(2999, 1, 1)}, "Zukunft"),
        (ITEM, {"review_on": date(2020, 1, 1)}, "muss in der Zukunft"),
        ("secret_key", {"kind": "exception"}, "nur im Programm"),
        ("mail", {"kind": "exception"}, "nur auf Zeit"),
    ],
)
def test_what_is_refused_says_why_and_leaves_nothing(
    officer: Actor, item: str, more: dict[str, object], sentence: str
) -> None:
    with pytest.raises(NotSettled, match=sentence):
        record_adoption(officer, item, told(**more))  # type: ignore[arg-type]
    assert not Adoption.objects.exists()


def test_a_file_is_checked_kept_and_named_by_its_content(officer: Actor) -> None:
    with pytest.raises(Refusal):
        record_adoption(officer, ITEM, told(content=b"MZ kein Dokument"))
    made = record_adoption(officer, ITEM, told(content=b"%PDF-1.7 Vereinbarung"))
    assert made.media_type == "application/pdf"
    with default_storage.open(made.path) as file:
        assert file.read() == b"%PDF-1.7 Vereinbarung"


def test_a_record_lapses_after_its_day_and_can_be_renewed(officer: Actor, settle: Settle) -> None:
    last = today() + timedelta(days=30)
    settle(ITEM, review_on=last)
    with travel(last):
        assert state(officer) is State.SETTLED
    with travel(last + timedelta(days=1)):
        assert state(officer) is State.LAPSED
        settle(ITEM, review_on=last + timedelta(days=365))
        assert state(officer) is State.SETTLED


def test_withdrawing_needs_a_reason_and_works_once(officer: Actor, administrator: Actor, settle: Settle) -> None:
    made = settle(ITEM)
    with pytest.raises(NotSettled, match="begründen"):
        withdraw_adoption(administrator, made.key, "weg")
    withdraw_adoption(administrator, made.key, "Die Bewertung ist überholt.")
    assert state(officer) is State.MISSING
    with pytest.raises(NotSettled, match="bereits zurückgezogen"):
        withdraw_adoption(administrator, made.key, "Die Bewertung ist überholt.")


def test_one_that_waits_can_be_dropped_and_is_then_not_confirmed(officer: Actor, head: Actor) -> None:
    made = record_adoption(officer, ITEM, told())
    withdraw_adoption(officer, made.key, "Falsche Akte genannt.")
    with pytest.raises(NotSettled, match="bereits entschieden"):
        confirm_adoption(head, made.key)
    record_adoption(officer, ITEM, told())
    assert state(officer) is State.WAITING


def test_an_exception_from_a_check_holds_for_its_time_and_only_where_one_is_possible(
    officer: Actor, settle: Settle
) -> None:
    last = today() + timedelta(days=90)
    assert state(officer, "backup") is State.MISSING
    settle("backup", kind="exception", review_on=last, says="Gesichert wird der ganze Server durch das Rechenzentrum.")
    assert state(officer, "backup") is State.EXCEPTED
    with travel(last + timedelta(days=1)):
        assert state(officer, "backup") is State.LAPSED


def test_the_table_itself_refuses_one_person_as_both(officer: Actor) -> None:
    made = record_adoption(officer, ITEM, told())
    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.filter(pk=made.pk).update(confirmed_by=officer.account)


@pytest.mark.pg
def test_postgresql_shows_what_a_body_recorded_to_that_body_only(officer: Actor, outsider: Actor) -> None:
    record_adoption(officer, ITEM, told(key=uuid.uuid4()))
    for reader, seen in ((officer, 1), (outsider, 0)):
        with reading_for(reader):
            assert Adoption.objects.count() == seen
            assert Adoption.objects.update(says="anders") == seen
