"""How many weeks ahead a body renews suspensions: set by who distributes its work."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.cases.models import LegalPosition, PositionMark
from augenmass.cases.renewal_lead import PARAMETER
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.norms.occasions import LEADS_IN_WEEKS
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.work.refusal import NotDone


def set_renewal_lead(actor: Actor, weeks: int | None) -> None:
    """Set the lead of the actor's body, or go back to the rule of the Land (None). The worker assesses the cases anew.

    Raises ``NotDone`` for other weeks than ``LEADS_IN_WEEKS``, ``NotPermitted``.
    """
    actor.require_writing()
    actor.require(Permission.REASSIGN)
    if weeks is not None and weeks not in LEADS_IN_WEEKS:
        raise NotDone(_("Bitte wählen Sie einen der angebotenen Zeiträume."))
    with entry(actor, "body.renewal_lead_set") as e:
        body = Body.objects.select_for_update().get(pk=actor.body_id)
        kept = {name: value for name, value in body.policies.items() if name != PARAMETER}
        body.policies = kept if weeks is None else {**kept, PARAMETER: weeks}
        body.save(update_fields=["policies"])
        e.refer(weeks=weeks)
        with as_system(SystemRole.EVALUATION):
            held = PositionMark.objects.filter(body=body, kind=PositionMark.Kind.DEADLINE, key="suspension_expiry")
            LegalPosition.objects.filter(case__in=held.values("case")).update(next_change=today())
