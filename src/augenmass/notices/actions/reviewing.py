"""Legal review of the provisions of Land police law that senders name."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.notices.models import LandProvision
from augenmass.record.ledger import entry
from augenmass.work.refusal import NotDone

State = LandProvision.State


def review(actor: Actor, pk: int, *, carries: bool) -> LandProvision:
    """Confirm that a provision carries notices, or decline it: then further ones go back. Raises ``NotDone``, ``LandProvision.DoesNotExist``."""
    actor.require(Permission.REVIEW_LAW)
    state = State.CONFIRMED if carries else State.DECLINED
    found = LandProvision.objects.get(pk=pk, land=actor.body.land)
    if found.state == state:
        return found
    with entry(actor, "notice.provision_reviewed") as e:
        won = LandProvision.objects.filter(pk=pk, state=found.state).update(state=state, reviewed_by=e.action_id)
        if not won:
            raise NotDone(_("Über diese Vorschrift wurde soeben entschieden. Bitte laden Sie die Seite neu."))
        e.refer(provision=pk, state=state.value)
    found.refresh_from_db()
    return found
