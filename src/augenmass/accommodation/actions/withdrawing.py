"""A house takes back a report that was wrong, with the reason. Nothing is deleted: the report stays and says who took it back and why."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.accommodation.models import House, Report, Resident, Withdrawal
from augenmass.accommodation.rules import Event, Happened, Standing, standing_after
from augenmass.directory.roles import Permission
from augenmass.record.ledger import Entry, entry
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

LONGEST = 500
State = Report.State


def withdraw_report(actor: Actor, key: UUID, reason: str) -> Withdrawal:
    """Take back a report of a house of the actor's body. A second time gives the withdrawal that is there.

    What follows from it in a case the worker does; the house does not learn of it. Raises ``NotDone`` (no reason),
    ``NotPermitted`` and ``Report.DoesNotExist``.
    """
    actor.require(Permission.ACCOMMODATION)
    found = Report.objects.select_related("resident").get(key=key, sender=actor.body_id)
    said = " ".join(reason.split())
    if not said or len(said) > LONGEST:
        raise NotDone(_("Bitte schreiben Sie in höchstens 500 Zeichen, warum die Meldung falsch war."))
    return once(lambda: Withdrawal.objects.filter(report=found).first(), lambda: _withdraw(actor, found, said))


def _withdraw(actor: Actor, found: Report, reason: str) -> Withdrawal:
    with entry(actor, "accommodation.report_withdrawn") as e:
        # Reports of one house are written one after the other, as they are taken.
        House.objects.select_for_update(of=("self",)).get(pk=found.resident.house_id)
        made = _made(e, actor, found, reason)
        e.refer(report=found.pk, withdrawal=made.pk)
        _list_again(found.resident)
    return made


def _made(e: Entry, actor: Actor, found: Report, reason: str) -> Withdrawal:
    before = Report.objects.filter(pk=found.pk, state__in=[State.WAITING, State.UNMATCHED])
    nobody_knows = bool(before.update(state=State.WITHDRAWN))
    made = Withdrawal(report=found, reason=reason, author=actor.account, withdrawn_at=e.book.at, delivered=nobody_knows)
    e.seal(made)
    return made


def _list_again(resident: Resident) -> None:
    """How the person stands by the reports that are left; without any they are no longer on the list."""
    left = [
        Happened(Event(row.event), row.happened_at) for row in resident.reports.filter(withdrawal=None).order_by("pk")
    ]
    standing, since = standing_after(left) if left else (Standing.LEFT, resident.since)
    Resident.objects.filter(pk=resident.pk).update(standing=standing, since=since)
