"""The regular duty of this room: the numbers of every body, at night."""

from datetime import timedelta

from augenmass.overview.actions import count_bodies
from augenmass.work.duties import Turn, duty


@duty("overview.count", every=timedelta(hours=24))
def count_all(turn: Turn) -> int:
    """Count body after body, each by itself."""
    counted = 0
    for _body in count_bodies():
        counted += 1
        turn.renew()
        if turn.stopping:
            break
    return counted
