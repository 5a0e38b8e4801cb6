"""What the administration reads of the feedback on the door."""

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.person_access.actions.feedback import require_operation
from augenmass.person_access.models import Feedback

MOST = 200


def feedback_for(actor: Actor) -> list[Feedback]:
    """What was told, what is open first, then the newest; at most 200. Raises ``NotPermitted``."""
    require_operation(actor)
    with as_system(SystemRole.PORTAL):
        rows = list(Feedback.objects.order_by("-arrived_on", "-pk")[:MOST])
    return sorted(rows, key=lambda row: row.done_by_id is not None)
