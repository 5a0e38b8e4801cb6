"""Prospects in the invented Land: some that an officer found possible, two at the residence desk, one that came back, a person informed."""

from datetime import timedelta
from uuid import uuid4

from augenmass.access.actor import Actor, actor_for
from augenmass.cases.models import LegalPosition
from augenmass.directory.models import Account
from augenmass.law.time import today
from augenmass.letters.actions.signing import LetterIncomplete
from augenmass.prospects.actions.assessing import Finding, assess
from augenmass.prospects.actions.desk import Answer, Handed, answer, hand_over
from augenmass.prospects.actions.informing import inform
from augenmass.record.models import Case, Fact

FOUND = (
    ("25b", "Seit acht Jahren im Land, arbeitet, Sprache auf B1."),
    ("60c", "Ausbildungsvertrag als Pflegefachkraft liegt vor."),
    ("25a", "Besucht seit vier Jahren die Schule in Auenburg."),
)


def look_at_prospects() -> None:
    """Record findings in three suspended cases of one officer, hand them over, and let one come back."""
    officer = actor_for(Account.objects.get(username="okonkwo"))
    assert officer is not None
    found = LegalPosition.objects.filter(body=officer.body_id, lane="suspended").order_by("number")
    for position, (key, reason) in zip(found.select_related("case")[: len(FOUND)], FOUND, strict=False):
        _look(officer, position.case, key, reason)
    first = found.first()
    if first is not None:
        _inform(officer, first.case)


def _look(officer: Actor, case: Case, key: str, reason: str) -> None:
    officer.sights.clear()
    held = Fact.objects.filter(case=case, name=f"prospect_{key}_possible", closed_by=None).first()
    assess(officer, case.pk, Finding(key, True, reason, held.pk if held else None))
    assignee = officer.account_id if key == "60c" else None
    asked = Handed(uuid4(), (key,), reason, today() + timedelta(days=21), None, assignee)
    matter = hand_over(officer, case.pk, asked)
    if key == "25a":
        answer(
            officer,
            matter.key,
            Answer("refused", today(), "Der Schulbesuch war nicht erfolgreich im Sinne der Vorschrift."),
        )


def _inform(officer: Actor, case: Case) -> None:
    case.refresh_from_db()
    try:
        inform(officer, case.pk, case.version)
    except LetterIncomplete:
        return
