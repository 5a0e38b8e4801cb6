"""A hold is ordered by one person and lifted by a second, and keeps the file whenever it comes before the deletion."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError

from augenmass.access.actor import Actor, NotPermitted
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body
from augenmass.law.time import today, travel
from augenmass.record.models import Action, Case
from augenmass.record.verify import verify
from augenmass.retention.actions.holds import HoldForm, lift_hold, set_hold
from augenmass.retention.actions.runs import confirm, propose
from augenmass.retention.models import LegalHold
from augenmass.retention.queries.due import findings
from augenmass.retention.queries.preview import how
from augenmass.retention.queries.runs import holds_of
from augenmass.retention.refusal import NotDecided
from augenmass.retention.tests.aged import BAN, closed_case, run_all, settled, work_off

pytestmark = pytest.mark.db
WHY = "Klage gegen den Kostenbescheid, 3 K 12/26"


def held(actor: Actor, number: str = "ALT-1", reason: str = WHY, days: int = 90) -> LegalHold:
    return set_hold(actor, HoldForm(uuid4(), number, reason, today() + timedelta(days=days)))


def test_a_held_file_is_never_due(officer_for_data: Actor, actor: Actor) -> None:
    closed_case(actor, "ALT-1")
    held(officer_for_data)
    assert [how(one) for one in findings(actor.body, today())] == ["held"]
    with pytest.raises(NotDecided):
        propose(officer_for_data, uuid4())
    with travel(today() + timedelta(days=400)):  # the day of review has passed: it does not end by itself
        assert [how(one) for one in findings(actor.body, today())] == ["held"]


def test_a_hold_between_proposal_and_run_keeps_the_file(officer_for_data: Actor, approver: Actor, actor: Actor) -> None:
    case = closed_case(actor, "ALT-1")
    run = propose(officer_for_data, uuid4())
    held(officer_for_data)
    confirm(approver, run.key)
    work_off()
    run.refresh_from_db()
    assert (run.state, settled(run)) == ("done", [("case_file", "kept", "held")])
    assert Case.objects.filter(pk=case.pk).exists()


def test_a_hold_keeps_data_of_a_removal_too(officer_for_data: Actor, case_with: MakeCase, actor: Actor) -> None:
    case_with({"family_name": "Haddad", **BAN}, number="N-1")
    held(officer_for_data, "N-1")
    assert [how(one) for one in findings(actor.body, today())] == ["held"]


def test_lifted_by_a_second_person_the_file_goes_with_the_hold(
    officer_for_data: Actor, approver: Actor, actor: Actor
) -> None:
    closed_case(actor, "ALT-1")
    hold = held(officer_for_data)
    with pytest.raises(NotDecided, match="zweite Person"):
        lift_hold(officer_for_data, hold.key, "Das Verfahren ist beendet.")
    lift_hold(approver, hold.key, "Das Verfahren ist beendet.")
    with pytest.raises(NotDecided, match="bereits aufgehoben"):
        lift_hold(approver, hold.key, "Das Verfahren ist beendet.")
    run = run_all(officer_for_data, approver)
    assert settled(run) == [("case_file", "erased", "")]
    assert not LegalHold.objects.exists()
    assert list(verify()) == []


def test_nobody_lifts_their_own_even_by_plain_sql(officer_for_data: Actor, actor: Actor) -> None:
    closed_case(actor, "ALT-1")
    hold = held(officer_for_data)
    with pytest.raises(IntegrityError):
        LegalHold.objects.filter(pk=hold.pk).update(lifted_by=officer_for_data.account)


def test_the_same_form_twice_makes_one_hold(officer_for_data: Actor, actor: Actor) -> None:
    closed_case(actor, "ALT-1")
    form = HoldForm(uuid4(), " ALT-1 ", WHY, today() + timedelta(days=9))
    assert set_hold(officer_for_data, form) == set_hold(officer_for_data, form)
    assert LegalHold.objects.count() == Action.objects.filter(kind="hold.set").count() == 1


@pytest.mark.parametrize(
    ("number", "reason", "days", "says"),
    [
        ("ALT-9", WHY, 9, "Aktenzeichen gibt es"),
        ("ALT-1", "kurz", 9, "Grund in einem Satz"),
        ("ALT-1", WHY, 0, "Zukunft"),
    ],
)
def test_what_is_wrong_with_an_order_is_said(
    officer_for_data: Actor, actor: Actor, number: str, reason: str, days: int, says: str
) -> None:
    closed_case(actor, "ALT-1")
    with pytest.raises(NotDecided, match=says):
        held(officer_for_data, number, reason, days)
    assert not LegalHold.objects.exists()


def test_rights_and_bodies(officer_for_data: Actor, actor: Actor, make_actor: MakeActor, other_body: Body) -> None:
    closed_case(actor, "ALT-1")
    hold = held(officer_for_data)
    other = make_actor("andere", other_body, "data_protection")
    with pytest.raises(NotDecided, match="Aktenzeichen gibt es"):
        held(other)
    with pytest.raises(LegalHold.DoesNotExist):
        lift_hold(other, hold.key, "Das Verfahren ist beendet.")
    assert holds_of(other) == []
    assert holds_of(officer_for_data) == [hold]
    for act in (lambda: held(actor), lambda: lift_hold(actor, hold.key, WHY), lambda: holds_of(actor)):
        with pytest.raises(NotPermitted):
            act()
