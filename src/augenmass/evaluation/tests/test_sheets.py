"""Nothing in the database ties an answer to a person: looked for in every table, before and after, with the order of rows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.following import hold_review
from augenmass.agreements.actions.joining import join_by_code, make_join_code
from augenmass.agreements.models import Agreement, SheetGiven
from augenmass.agreements.tests.conftest import version
from augenmass.doors.portal.tests.conftest import access, case, enter, print_code
from augenmass.evaluation.actions.delivering import take_delivery
from augenmass.evaluation.actions.reporting import make_report
from augenmass.evaluation.actions.sheets import Sheet, hand_in, type_in
from augenmass.evaluation.models import AnswerCounts, Pilot, Place, SealedSheet, UsedSheet
from augenmass.evaluation.rules.questions import QUESTIONS, NotAnAnswer
from augenmass.evaluation.sheet_keys import KeyMissing, path_of
from augenmass.evaluation.tests.conftest import BIG, LAST, OVER, MakeFile, days, seen
from augenmass.law.time import travel
from augenmass.person_access.models import Access
from augenmass.record.models import Action
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.doors.portal.tests.conftest import Enter

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
__all__ = ["access", "case", "enter", "print_code"]
ANSWERS = dict.fromkeys(QUESTIONS, "none") | {"helps": "not", "felt_free": "not"}


@pytest.fixture
def joined(pilot: Pilot, access: Access, counsellor: Actor, signed: Callable[..., Agreement]) -> Agreement:
    """A signed agreement that the person joined to their access, in a service that takes part."""
    with travel(days(20)), reading_for(counsellor):
        agreement = signed("uk")
        code = make_join_code(counsellor, agreement.key, version(agreement))
        assert join_by_code(access.case_id, code)
    return agreement


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    return {model._meta.db_table: sorted(map(repr, model._base_manager.values_list())) for model in apps.get_models()}


def take(client: Any, agreement: Agreement) -> str:
    answer = client.post(f"/portal/vereinbarung/{agreement.key}/bogen/")
    assert answer.status_code == 302
    return str(answer["Location"])


def test_handing_in_leaves_a_sealed_sheet_and_a_digest_and_nothing_else(
    joined: Agreement, access: Access, enter: "Enter", pilot: Pilot
) -> None:
    with travel(days(21)):
        client = enter(access)
        address = take(client, joined)
        before = everything()
        said = client.get(address)
        assert said.status_code == 200
        assert access.name not in said.content.decode(), "where answers are without a name, none stands"
        assert access.name in client.get("/portal/vereinbarung/").content.decode()
        assert client.post(address, ANSWERS).status_code == 200
        after = everything()
    changed = {table: set(after[table]) - set(before[table]) for table in after if after[table] != before[table]}
    assert set(changed) == {"evaluation_sealedsheet", "evaluation_usedsheet"}
    sealed, used = SealedSheet.objects.get(), UsedSheet.objects.get()
    assert {field.name for field in SealedSheet._meta.get_fields()} == {"id", "pilot", "sealed"}
    assert {field.name for field in UsedSheet._meta.get_fields()} == {"id", "digest"}
    assert sealed.pilot_id == pilot.pk
    assert b"felt_free" not in bytes(sealed.sealed)
    secret = address.strip("/").rpartition("/")[2].rpartition(":")[0]
    assert secret not in used.digest
    assert str(joined.key) not in address


def test_taking_a_sheet_leaves_that_it_was_taken_and_not_which(
    joined: Agreement, access: Access, enter: "Enter"
) -> None:
    with travel(days(21)):
        client = enter(access)
        client.get("/portal/vereinbarung/")
        before, actions = everything(), Action.objects.count()
        address = take(client, joined)
        after = everything()
    changed = {table: set(after[table]) - set(before[table]) for table in after if after[table] != before[table]}
    assert set(changed) == {"agreements_sheetgiven"}
    assert Action.objects.count() == actions
    secret = address.strip("/").rpartition("/")[2].partition(":")[0]
    assert all(secret not in str(rows) for rows in after.values())


def test_ids_and_order_of_rows_do_not_tell_who_came_first(pilot: Pilot) -> None:
    with travel(days(5)):
        for number in range(12):
            hand_in(Sheet(pilot.key, f"bogen {number}"), ANSWERS)
    for table in ("evaluation_sealedsheet", "evaluation_usedsheet"):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM {table}")
            ids = [row[0] for row in cursor.fetchall()]
        assert len(set(ids)) == 12
        assert min(ids) > 1_000_000
    in_order = [UsedSheet.objects.get(digest=_digest(f"bogen {number}")).pk for number in range(12)]
    assert in_order != sorted(in_order)
    lengths = {len(bytes(sheet.sealed)) for sheet in SealedSheet.objects.all()}
    assert len(lengths) == 1


def _digest(secret: str) -> str:
    import hashlib

    return hashlib.sha256(secret.encode()).hexdigest()


def test_a_sheet_counts_once_and_is_given_once_an_occasion(
    joined: Agreement, access: Access, enter: "Enter", counsellor: Actor
) -> None:
    with travel(days(21)):
        client = enter(access)
        address = take(client, joined)
        assert client.post(f"/portal/vereinbarung/{joined.key}/bogen/").status_code == 404
        assert "bogen/" not in client.get("/portal/vereinbarung/").content.decode()
        assert client.post(address, ANSWERS).status_code == 200
        assert client.post(address, ANSWERS).status_code == 404
        assert client.get(address[:-3] + "xx/").status_code == 404
    assert SealedSheet.objects.count() == 1
    with travel(days(40)):
        with reading_for(counsellor):
            hold_review(counsellor, joined.key, version(joined), days(39), "")
        take(enter(access), joined)
    assert sorted(SheetGiven.objects.values_list("occasion", flat=True)) == ["review", "signed"]


def test_an_answer_that_is_not_on_the_sheet_is_said_to_the_person(
    joined: Agreement, access: Access, enter: "Enter", pilot: Pilot
) -> None:
    with travel(days(21)):
        client = enter(access)
        address = take(client, joined)
        assert client.post(address, {"helps": "fünf Sterne"}).status_code == 422
        with pytest.raises(NotAnAnswer):
            hand_in(Sheet(pilot.key, "anders"), {"helps": "fünf Sterne"})
        assert client.post(address, {}).status_code == 200
    assert SealedSheet.objects.count() == 1


def test_nobody_else_takes_a_sheet_for_the_person(joined: Agreement, access: Access, enter: "Enter") -> None:
    with travel(days(21)):
        client = enter(access)
        assert client.post(f"/portal/vereinbarung/{uuid4()}/bogen/").status_code == 404
        Access.objects.filter(pk=access.pk).update(kind=Access.Kind.GUARDIAN)
        assert client.post(f"/portal/vereinbarung/{joined.key}/bogen/").status_code == 404
    assert not SheetGiven.objects.exists()


def test_all_are_opened_at_once_and_only_counts_are_left(
    pilot: Pilot, evaluator: Actor, counsellor: Actor, file: MakeFile
) -> None:
    place = Place.objects.get(pilot=pilot, body=counsellor.body_id)
    with travel(days(5)):
        for number in range(20):
            hand_in(Sheet(pilot.key, f"bogen {number}"), {"helps": "fully" if number < 12 else "rather"})
        key = uuid4()
        with reading_for(counsellor):
            type_in(counsellor, place.key, key, {"helps": "fully"})
            with pytest.raises(NotDone, match="schon abgegeben"):
                type_in(counsellor, place.key, key, {"helps": "fully"})
    with travel(OVER), reading_for(evaluator):
        take_delivery(evaluator, pilot.key, seen(pilot), file({BIG: 40}))
        moved = path_of(pilot.sheet_key).rename(path_of(pilot.sheet_key).with_suffix(".fort"))
        with pytest.raises(KeyMissing):
            make_report(evaluator, pilot.key, seen(pilot), LAST)
        assert SealedSheet.objects.count() == 21
        moved.rename(path_of(pilot.sheet_key))
        made = make_report(evaluator, pilot.key, seen(pilot), LAST)
    assert not SealedSheet.objects.exists()
    answers = dict(made.content["answers"]["questions"])
    assert made.content["answers"]["sheets"] == 21
    assert answers["helps"] == [13, 8, 0, 0, 0]
    assert answers["most_helpful"] == [0, 0, 0, 0, 21]
    with travel(LAST.last), pytest.raises(NotDone, match="beendet"):
        hand_in(Sheet(pilot.key, "zu spät"), {})


def test_too_few_sheets_are_deleted_unopened(pilot: Pilot, evaluator: Actor, file: MakeFile) -> None:
    with travel(days(5)):
        for number in range(4):
            hand_in(Sheet(pilot.key, f"bogen {number}"), ANSWERS)
    with travel(OVER), reading_for(evaluator):
        take_delivery(evaluator, pilot.key, seen(pilot), file({BIG: 40}))
        made = make_report(evaluator, pilot.key, seen(pilot), LAST)
    assert made.content["answers"] == {"sheets": None, "questions": []}
    assert AnswerCounts.objects.get().counts == {}
    assert not SealedSheet.objects.exists()
