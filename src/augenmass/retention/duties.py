"""The worker's duties of this room: carry confirmed runs on, delete files that no row names."""

from datetime import timedelta

from augenmass.retention.actions import deleting
from augenmass.retention.erased_list import add_to_list
from augenmass.work.duties import Turn, duty


@duty("retention.advance", every=timedelta(seconds=5))
def advance_runs(turn: Turn) -> int:
    """Carry every confirmed run on; returns how many lines were settled."""

    def stopping() -> bool:
        turn.renew()
        return turn.stopping

    settled = sum(deleting.advance(run, stopping) for run in deleting.waiting_runs())
    add_to_list()
    return settled + deleting.erase_files(stopping)
