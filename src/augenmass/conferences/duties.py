"""The regular duty of this room: following measures up, ending seats of advisers whose authority ended, what never took place and what nobody closed."""

from datetime import timedelta

from augenmass.conferences.actions.advising import end_authorities
from augenmass.conferences.actions.ending import close_forgotten, end_forgotten
from augenmass.conferences.actions.following import follow_up
from augenmass.work.duties import Turn, duty


@duty("conferences.follow_up", every=timedelta(hours=1))
def follow_measures(turn: Turn) -> int:
    """Look after one measure, seat and conference after another, each by itself."""
    done = 0
    for ended in (follow_up(), end_authorities(), end_forgotten(), close_forgotten()):
        for _one in ended:
            done += 1
            turn.renew()
            if turn.stopping:
                return done
    return done
