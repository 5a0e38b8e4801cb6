"""The regular duty of this room: erasing what the law lets be kept for ten years."""

from datetime import timedelta

from augenmass.funded_return.actions import erase_due
from augenmass.work.duties import Turn, duty


@duty("funded_return.erase", every=timedelta(hours=24))
def erase_in_time(turn: Turn) -> int:
    """Erase in short transactions until nothing is due."""
    erased = 0
    while not turn.stopping and (more := erase_due()):
        erased += more
        turn.renew()
    return erased
