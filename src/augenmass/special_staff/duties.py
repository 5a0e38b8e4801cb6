"""The nightly duty of this room: nominations whose last day is over, or that nothing carries any more, end by themselves."""

from contextlib import suppress
from datetime import timedelta

from augenmass.special_staff.actions.deciding import StillCarried, lapse, over
from augenmass.special_staff.models import Nomination
from augenmass.work.duties import Turn, duty

END = "special_staff.end"


@duty(END, every=timedelta(hours=1))
def end_what_is_over(turn: Turn) -> int:
    """End one nomination after the other, each by itself; returns how many."""
    ended = 0
    for found in Nomination.objects.exclude(state=Nomination.State.ENDED).select_related("case__body").order_by("pk"):
        if over(found):
            with suppress(StillCarried):
                lapse(found)
                ended += 1
        turn.renew()
        if turn.stopping:
            break
    return ended
