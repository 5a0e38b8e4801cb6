"""The duties of this room: sending mail, positions overtaken by time, tidying at night."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings

from augenmass.cases.models import LegalPosition
from augenmass.cases.positions import in_chunks, recompute_in_transactions
from augenmass.law.time import today
from augenmass.work.duties import Turn, duty
from augenmass.work.sending import send_waiting

CHUNK = 100
SEND_MAIL = "work.send_mail"
RECOMPUTE = "work.recompute_positions"
TIDY = "work.tidy"

duty(SEND_MAIL, every=timedelta(seconds=10))(send_waiting)


@duty(RECOMPUTE, every=timedelta(minutes=1))
def recompute_overtaken(turn: Turn) -> int:
    """Assess anew, in short transactions, every position that the calendar has overtaken; returns how many."""
    ids = list(LegalPosition.objects.filter(next_change__lte=today()).order_by("pk").values_list("pk", flat=True))
    done = 0
    for part in in_chunks(ids, CHUNK):
        if turn.stopping:
            break
        turn.renew()
        recompute_in_transactions(part)
        done += len(part)
    return done


@duty(TIDY, every=timedelta(hours=24))
def tidy(_turn: Turn) -> int:
    """Delete sessions that have ended. Nothing of the record is ever tidied away here."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return 0
