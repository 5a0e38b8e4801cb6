"""The export of a body still names cases that it referred away: they are returned, not opened a second time."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.competence.rules import Matter
from augenmass.intake.actions.advance import advance
from augenmass.intake.actions.confirm import confirm_taking
from augenmass.intake.actions.whole_file import Imported, import_file
from augenmass.intake.models import StagedRow
from augenmass.intake.tests.tables import write_csv
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.referral.actions.opening import ReferralForm, refer_case
from augenmass.referral.actions.taking_over import Acceptance, accept_referral

pytestmark = [pytest.mark.db, pytest.mark.django_db]
HEAD = ("Aktenzeichen", "Name", "Duldung bis")
TakeIn = Callable[..., Imported]


@pytest.fixture
def take_in(intake_clerk: Actor, tmp_path: Path) -> TakeIn:
    def take(until: str, *, preview_only: bool = False) -> Imported:
        rows = [HEAD, ("33-1", "Kaya", until), ("33-2", "Diallo", until)]
        return import_file(
            intake_clerk, write_csv(tmp_path / "x.csv", rows), "Fachverfahren", preview_only=preview_only
        )

    return take


def move_away(actor: Actor, outsider: Actor) -> None:
    case = Case.objects.get(number="33-1")
    day = today() + timedelta(days=7)
    form = ReferralForm(uuid4(), outsider.body_id, Matter.RESIDENCE, "AufenthG § 71", "Umzug", day)
    accept_referral(outsider, refer_case(actor, case.pk, form).key, Acceptance(outsider.account_id))


def test_a_case_that_was_referred_away_is_returned_in_the_preview(
    take_in: TakeIn, actor: Actor, outsider: Actor
) -> None:
    take_in("30.11.2030")
    move_away(actor, outsider)
    again = take_in("31.12.2030")
    assert (again.counts.created, again.counts.changed, again.counts.returned) == (0, 1, 1)
    assert Case.objects.filter(number="33-1").count() == 1
    [problem] = StagedRow.objects.get(run=again.run, file_number="33-1").problems
    assert problem["code"] == "referred_away"


def test_a_case_that_moves_between_preview_and_taking_is_neither_written_nor_doubled(
    take_in: TakeIn, actor: Actor, outsider: Actor, intake_clerk: Actor
) -> None:
    take_in("30.11.2030")
    staged = take_in("31.12.2030", preview_only=True)
    move_away(actor, outsider)
    advance(confirm_taking(intake_clerk, staged.run))
    moved = Case.objects.get(number="33-1")
    assert moved.body == outsider.body
    held = Fact.objects.filter(case=moved, name="suspension_valid_until", closed_by=None)
    assert [fact.value for fact in held] == ["2030-11-30"]
    assert StagedRow.objects.get(run=staged.run, file_number="33-1").verdict == StagedRow.Verdict.RETURNED
