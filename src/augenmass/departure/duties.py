"""The regular duty of this room: nobody declares a departure without a human being asked to decide."""

from datetime import timedelta

from augenmass.departure.actions.declaring import ask_where_undecided
from augenmass.directory.models import Body
from augenmass.work.duties import Turn, duty


@duty("departure.ask_for_decisions", every=timedelta(minutes=1))
def ask_for_decisions(turn: Turn) -> int:
    """Look at every body's cases for declarations that wait without a task."""
    opened = 0
    for body_id in Body.objects.order_by("pk").values_list("pk", flat=True):
        if turn.stopping:
            break
        opened += ask_where_undecided(body_id)
    return opened
