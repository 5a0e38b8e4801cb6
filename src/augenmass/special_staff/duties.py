"""The duties of this room: nominations whose last day is over, that nobody decided on, or that nothing carries any more, end by themselves; missed reviews are asked for."""

from contextlib import suppress
from datetime import timedelta

from augenmass.special_staff.actions.deciding import lapse, over
from augenmass.special_staff.actions.missed import ask_second_person, missed
from augenmass.special_staff.models import Nomination
from augenmass.work.duties import Turn, duty
from augenmass.work.once import AlreadyDone

END = "special_staff.end"
MISSED = "special_staff.missed_reviews"


@duty(END, every=timedelta(hours=1))
def end_what_is_over(turn: Turn) -> int:
    """End one nomination after the other, each by itself; returns how many."""
    ended = 0
    for found in Nomination.objects.exclude(state=Nomination.State.ENDED).select_related("case__body").order_by("pk"):
        if over(found):
            with suppress(AlreadyDone):
                lapse(found)
                ended += 1
        turn.renew()
        if turn.stopping:
            break
    return ended


@duty(MISSED, every=timedelta(hours=6))
def ask_for_missed_reviews(turn: Turn) -> int:
    """Ask the second person for each review that nobody made; returns how many were asked for."""
    asked = 0
    for found in missed():
        asked += ask_second_person(found.pk)
        turn.renew()
        if turn.stopping:
            break
    return asked
