"""People of the authority say which case a person of a house's list is, or that none of theirs is meant."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.accommodation.models import Report, Resident
from augenmass.accommodation.queries import unmatched
from augenmass.directory.roles import Permission
from augenmass.record.ledger import Entry, entry
from augenmass.work.queries.post import case_by_number
from augenmass.work.refusal import NotDone

State = Report.State


def match_resident(actor: Actor, resident_id: int, number: str) -> Resident:
    """Say whose case it is, by the file number in the own body. The reports that waited then go to its officer.

    Raises ``NotDone``, ``NotPermitted`` and ``Resident.DoesNotExist``.
    """
    actor.require(Permission.POST)
    resident = unmatched(actor).get(pk=resident_id)
    case = case_by_number(actor, number)
    if case is None:
        raise NotDone(_("Unter diesem Aktenzeichen gibt es in Ihrer Dienststelle keinen Fall, den Sie sehen."))
    with entry(actor, "accommodation.matched", case.pk) as e:
        # Whoever looked the number up must still work the case now that it is locked.
        worked_by(actor).get(pk=case.pk)
        _settle(e, resident, case=case)
        Report.objects.filter(resident=resident, state=State.UNMATCHED).update(state=State.WAITING)
    resident.refresh_from_db()
    return resident


def set_aside(actor: Actor, resident_id: int) -> None:
    """Say that none of the own body's cases is meant. Raises as ``match_resident``."""
    actor.require(Permission.POST)
    resident = unmatched(actor).get(pk=resident_id)
    with entry(actor, "accommodation.set_aside") as e:
        _settle(e, resident, set_aside_by=e.action_id)


def _settle(e: Entry, resident: Resident, **changes: object) -> None:
    won = Resident.objects.filter(pk=resident.pk, case=None, set_aside_by=None).update(**changes)
    if not won:
        raise NotDone(
            _("Diese Person ist inzwischen zugeordnet. Es wurde nichts geändert. Bitte laden Sie die Seite neu.")
        )
    e.refer(resident=resident.pk)
