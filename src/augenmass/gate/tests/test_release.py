"""Releasing a body: both offices, everything settled, and what hangs on it: banner and measures of staff."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import override_settings

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.gate.actions.items import withdraw_adoption
from augenmass.gate.actions.release import confirm_release, propose_release, withdraw_release
from augenmass.gate.checks import Check
from augenmass.gate.models import Adoption, GateRelease
from augenmass.gate.queries import (
    head_right,
    is_released,
    line_of,
    needs_release,
    staff_measures_allowed,
    standing,
    standing_of,
    standings,
    states_of_bodies,
    technical_lines,
    unreleased,
)
from augenmass.gate.refusal import NotSettled
from augenmass.gate.rules import ITEMS
from augenmass.gate.tests.conftest import Release, Settle
from augenmass.law.time import today, travel
from augenmass.record.models import Action

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor

pytestmark = pytest.mark.db
WHY = "Die Vereinbarung wurde gekündigt."


def test_nothing_is_proposed_while_a_point_is_open(officer: Actor, settle: Settle, machine_well: None) -> None:
    for item in ITEMS[1:]:
        settle(item.key)
    with pytest.raises(NotSettled, match="Folgenabschätzung"):
        propose_release(officer, uuid.uuid4())
    settle(ITEMS[0].key)
    assert propose_release(officer, uuid.uuid4()).proposed_as == "data_protection"


def test_a_check_of_the_program_stands_in_the_way_too(
    officer: Actor, head: Actor, settle: Settle, machine_well: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for item in ITEMS:
        settle(item.key)
    asked = propose_release(head, uuid.uuid4())
    broken = [Check("clock", "Uhr", lambda: "Die Uhr steht.", False, "Betrieb")]
    monkeypatch.setattr("augenmass.gate.queries.CHECKS", broken)
    with pytest.raises(NotSettled, match="Uhr"):
        confirm_release(officer, asked.key)
    assert not is_released(officer.body)


def test_both_offices_release_and_never_one_person(
    officer: Actor,
    head: Actor,
    administrator: Actor,
    actor: Actor,
    settle: Settle,
    machine_well: None,
    make_actor: "MakeActor",
) -> None:
    for item in ITEMS:
        settle(item.key)
    for nobody in (administrator, actor):
        with pytest.raises(NotPermitted):
            propose_release(nobody, uuid.uuid4())
    key = uuid.uuid4()
    asked = propose_release(officer, key)
    assert propose_release(officer, key) == asked
    with pytest.raises(NotSettled, match="bereits vorgeschlagen"):
        propose_release(head, uuid.uuid4())
    with pytest.raises(NotSettled, match="andere Person"):
        confirm_release(officer, asked.key)
    with pytest.raises(NotSettled, match="andere Amt"):
        confirm_release(make_actor("zweiter-datenschutz", officer.body, "data_protection"), asked.key)
    assert not is_released(officer.body)
    done = confirm_release(head, asked.key)
    assert (done.confirmed_by, done.confirmed_as) == (head.account, "head")
    assert is_released(officer.body)
    with pytest.raises(NotSettled, match="bereits entschieden"):
        confirm_release(head, asked.key)
    kinds = Action.objects.filter(kind__in=["gate.proposed", "gate.confirmed"]).order_by("sequence")
    assert [(action.kind, action.references["office"]) for action in kinds] == [
        ("gate.proposed", "data_protection"),
        ("gate.confirmed", "head"),
    ]


def test_who_holds_both_offices_counts_as_the_one_that_is_missing(
    make_actor: "MakeActor", officer: Actor, head: Actor, settle: Settle, machine_well: None
) -> None:
    for item in ITEMS:
        settle(item.key)
    both = make_actor("beides", officer.body, "data_protection", "approver")
    asked = propose_release(officer, uuid.uuid4())
    assert confirm_release(both, asked.key).confirmed_as == "head"
    withdraw_release(officer, asked.key, WHY)
    asked = propose_release(both, uuid.uuid4())
    assert asked.proposed_as == "data_protection"
    with pytest.raises(NotSettled, match="andere Person"):
        confirm_release(both, asked.key)


def test_the_table_itself_refuses_one_office_as_both(officer: Actor, released: Release) -> None:
    made = released()
    with pytest.raises(IntegrityError), transaction.atomic():
        GateRelease.objects.filter(pk=made.pk).update(confirmed_as="data_protection")


def test_anybody_of_the_three_withdraws_alone_with_a_reason(
    administrator: Actor, officer: Actor, outsider: Actor, released: Release, make_actor: "MakeActor"
) -> None:
    made = released()
    with pytest.raises(NotSettled, match="begründen"):
        withdraw_release(administrator, made.key, "")
    with pytest.raises(GateRelease.DoesNotExist):
        withdraw_release(make_actor("fremde-leitung", outsider.body, "approver"), made.key, WHY)
    assert is_released(officer.body)
    withdraw_release(administrator, made.key, WHY)
    assert not is_released(officer.body)
    with pytest.raises(NotSettled, match="bereits zurückgezogen"):
        withdraw_release(officer, made.key, WHY)


def test_a_document_that_is_withdrawn_or_lapses_ends_the_release_by_itself(
    officer: Actor, settle: Settle, released: Release
) -> None:
    released()
    settle("information", review_on=today() + timedelta(days=10))
    assert is_released(officer.body)
    with travel(today() + timedelta(days=11)):
        assert not is_released(officer.body)
        found = standing(officer.body)
        assert found.confirmed
        assert not found.released
    agreement = Adoption.objects.get(item="processing")
    withdraw_adoption(officer, agreement.key, WHY)
    assert not is_released(officer.body)


def test_tables_of_access_that_change_after_they_were_approved_end_the_release(
    officer: Actor, settle: Settle, released: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    released()
    monkeypatch.setattr("augenmass.gate.queries.present", lambda: {"access_tables": "another"})
    assert not is_released(officer.body)
    line = line_of(officer, "access_tables")
    assert line is not None
    assert "seither geändert" in line.missing
    monkeypatch.setattr("augenmass.gate.actions.items.present", lambda: {"access_tables": "another"})
    settle("access_tables")
    assert is_released(officer.body)


def test_a_check_that_fails_later_is_said_and_does_not_end_the_release(
    officer: Actor, released: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    released()
    assert standing(officer.body).well
    broken = [Check("worker", "Hintergrunddienst", lambda: "Er schweigt.", False, "Betrieb")]
    monkeypatch.setattr("augenmass.gate.queries.CHECKS", broken)
    found = standing(officer.body)
    assert found.released
    assert not found.well


def test_the_page_says_so_only_in_production_and_until_the_own_body_is_released(
    officer: Actor, actor: Actor, outsider: Actor, released: Release
) -> None:
    assert not unreleased(actor)
    with override_settings(PRODUCTION=True):
        assert unreleased(actor)
        assert unreleased(None)
        made = released()
        with reading_for(actor):
            assert not unreleased(actor)
        with reading_for(outsider):
            assert unreleased(outsider)
        assert unreleased(None), "another body is not released"
        withdraw_release(officer, made.key, WHY)
        assert unreleased(actor)


def test_nobody_signed_in_reads_it_until_every_body_is_released(actor: Actor, released: Release) -> None:
    with override_settings(PRODUCTION=True):
        assert unreleased(None)
        released()
        with reading_for(None):
            assert not unreleased(None)


def test_a_database_that_is_away_and_was_never_asked_counts_as_not_released(
    actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_bodies: object) -> set[int]:
        raise DatabaseError

    monkeypatch.setattr("augenmass.gate.queries._said", {})
    monkeypatch.setattr("augenmass.gate.queries._released_among", fails)
    with override_settings(PRODUCTION=True):
        assert unreleased(actor)
        assert unreleased(None)


def test_measures_of_staff_need_the_switch_the_release_and_the_agreement(
    officer: Actor, body: Body, other_body: Body, settle: Settle, released: Release
) -> None:
    with override_settings(PRODUCTION=True):
        assert not staff_measures_allowed(body)
        made = released()
        assert not staff_measures_allowed(body), "the operation has not switched it on"
        with override_settings(STAFF_MEASURES=True):
            assert staff_measures_allowed(body)
            assert not staff_measures_allowed(other_body)
            with travel(today() + timedelta(days=1)):
                settle("staff_agreement", kind="not_needed", says="Es gibt hier keine Personalvertretung.")
                assert is_released(body)
                assert not staff_measures_allowed(body), "said not to apply is no agreement"
                settle("staff_agreement")
                assert staff_measures_allowed(body)
                withdraw_release(officer, made.key, WHY)
                assert not staff_measures_allowed(body)


def test_which_bodies_need_a_release_and_who_their_head_is(body: Body) -> None:
    assert needs_release(body)
    assert head_right(body).value == "second_signature"
    for kind, right in (("police", "administer"), ("central_return_office", "second_signature")):
        assert head_right(Body(key="x", kind=kind, land="ST")).value == right
    for kind in ("court", "operation"):
        assert not needs_release(Body(key="x", kind=kind, land="ST"))
    assert not needs_release(Body(key="x", kind="police", land="ST", dissolved_on=today()))


def test_the_operation_sees_states_and_checks_and_nothing_that_a_body_recorded(
    make_actor: "MakeActor", actor: Actor, officer: Actor, settle: Settle
) -> None:
    home = Body.objects.create(key="betrieb", kind=Body.Kind.OPERATION, name="Betrieb", land="ST")
    operator = make_actor("winkler", home, "operator")
    settle("processing")
    assert standing_of(operator) is None
    assert states_of_bodies(operator) == [(officer.body, False)]
    lines = technical_lines(operator)
    assert lines
    assert all(line.adoption is None and line.waiting is None for line in lines)
    with pytest.raises(NotPermitted):
        states_of_bodies(officer)
    with pytest.raises(NotPermitted):
        standing_of(actor)
    assert [found.body for found in standings()] == [officer.body]
