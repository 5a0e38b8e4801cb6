"""The officer takes note of a report, so that it no longer stands on "Mein Tag"."""

from uuid import UUID

from augenmass.access.actor import Actor
from augenmass.accommodation.models import Report
from augenmass.accommodation.queries import reports_of
from augenmass.directory.roles import Permission
from augenmass.record.ledger import entry


def take_note(actor: Actor, case_id: int, key: UUID) -> None:
    """Take note of one report on a case. A second time changes nothing. Raises ``Report.DoesNotExist``, ``NotPermitted``."""
    actor.require(Permission.TAKE_STEPS)
    report = reports_of(actor).get(key=key, resident__case=case_id)
    if report.noted_by_id is not None:
        return
    with entry(actor, "accommodation.noted", case_id) as e:
        Report.objects.filter(pk=report.pk, noted_by=None).update(noted_by=e.action_id)
        e.refer(report=report.pk)
