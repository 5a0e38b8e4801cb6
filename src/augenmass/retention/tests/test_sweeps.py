"""What belongs to no case goes when the months of the Land are over, and nothing that is still worked on."""

from datetime import timedelta
from pathlib import Path

import pytest

from augenmass.access.actor import Actor
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.intake.actions.whole_file import import_file
from augenmass.intake.models import ImportRun, StagedRow
from augenmass.law.time import today, travel
from augenmass.record.ledger import entry
from augenmass.record.verify import verify
from augenmass.retention.queries.preview import sweep_lines
from augenmass.retention.tests.aged import run_all
from augenmass.work.models import IncomingPost, OutgoingMail
from augenmass.work.outbox import queue_mail

pytestmark = pytest.mark.db
TABLE = "Aktenzeichen;Name;Geb.-Datum\n1;Ada;01.02.1990\n;Ida;00.00.1991\n"


@pytest.fixture
def filled(officer_for_data: Actor, intake_clerk: Actor, actor: Actor, tmp_path: Path) -> None:
    """An import with a row that was returned, answered post without a case, a mail that was sent."""
    path = tmp_path / "x.csv"
    path.write_text(TABLE)
    import_file(intake_clerk, path, "Fachverfahren")
    with entry(actor, "post.registered") as e:
        for state, answered in ((IncomingPost.State.ANSWERED, today()), (IncomingPost.State.NEW, None)):
            IncomingPost.objects.create(
                body=actor.body,
                kind="other",
                sender="Ada Vergangen",
                subject="Anfrage",
                received_on=today(),
                state=state,
                answered_on=answered,
                created_by_id=e.action_id,
            )
        for state in (OutgoingMail.State.SENT, OutgoingMail.State.UNCLEAR):
            mail = queue_mail(e, "leitung@example.org", "Neues", "Bitte melden Sie sich an.")
            OutgoingMail.objects.filter(pk=mail.pk).update(state=state)


def due(body: Body) -> dict[str, int]:
    return {line.key: line.rows for line in sweep_lines(body, today())}


@pytest.mark.usefixtures("filled")
def test_each_goes_after_its_own_months(officer_for_data: Actor, approver: Actor) -> None:
    body = officer_for_data.body
    assert StagedRow.objects.filter(verdict="returned").exists()
    assert due(body) == {
        "agreements": 0,
        "conferences": 0,
        "imports": 0,
        "post": 0,
        "messages": 0,
        "residents": 0,
        "notices": 0,
        "mails": 0,
    }
    with travel(today() + timedelta(days=200)):
        assert due(body) == {
            "agreements": 0,
            "conferences": 0,
            "imports": 0,
            "post": 0,
            "messages": 0,
            "residents": 0,
            "notices": 0,
            "mails": 1,
        }
    with travel(today() + timedelta(days=900)):
        assert due(body) == {
            "agreements": 0,
            "conferences": 0,
            "imports": 3,
            "post": 1,
            "messages": 0,
            "residents": 0,
            "notices": 0,
            "mails": 1,
        }
        run = run_all(officer_for_data, approver)
        assert due(body) == {
            "agreements": 0,
            "conferences": 0,
            "imports": 0,
            "post": 0,
            "messages": 0,
            "residents": 0,
            "notices": 0,
            "mails": 0,
        }
    assert not ImportRun.objects.exists()
    assert not StagedRow.objects.exists()
    assert IncomingPost.objects.get().state == IncomingPost.State.NEW
    assert OutgoingMail.objects.get().state == OutgoingMail.State.UNCLEAR
    counts = dict(run.records.values_list("rule", "counts"))
    assert counts == {"imports": {"imports": 3}, "post": {"post": 1}, "mails": {"mails": 1}}
    assert list(verify()) == []


@pytest.mark.usefixtures("filled")
def test_without_a_period_it_stays(make_actor: MakeActor, other_body: Body) -> None:
    with travel(today() + timedelta(days=900)):
        lines = sweep_lines(other_body, today())
    assert {(line.why, line.rows) for line in lines} == {("no_period", 0)}
