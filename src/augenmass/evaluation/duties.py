"""The regular duty of this room: counting the quarters of services that take part, at night."""

from datetime import timedelta

from augenmass.evaluation.actions.counting import count_due
from augenmass.work.duties import Turn, duty


@duty("evaluation.count", every=timedelta(hours=24))
def count_quarters(turn: Turn) -> int:
    """Count place after place, each by itself."""
    counted = 0
    for _delivery in count_due():
        counted += 1
        turn.renew()
        if turn.stopping:
            break
    return counted
