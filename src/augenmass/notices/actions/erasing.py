"""Deleting the content of a notice: a trace without content stays, and the chain still verifies."""

from augenmass.law.time import today
from augenmass.notices.models import Notice, NoticeContent
from augenmass.notices.rules.kinds import Erased
from augenmass.record.erasure import empty_rows
from augenmass.record.ledger import Entry
from augenmass.work.actions.tasks import close_tasks

KEEPS_CASE = (Erased.WITHDRAWN, Erased.CORRECTED)
"""After these the case still says that there was a notice: what rested on it was looked at again. Of the others it says nothing."""


def erase(e: Entry, notice: Notice, why: Erased) -> None:
    """Delete what a notice says, in an entry under way; its task ends."""
    empty_rows(e, NoticeContent.objects.filter(notice=notice), **NoticeContent.EMPTY)
    if e.case is not None:
        close_tasks(e, notice.about)
    changes: dict[str, object] = {} if why in KEEPS_CASE else {"case": None}
    Notice.objects.filter(pk=notice.pk).update(
        state=Notice.State.ERASED, gone=why.value, gone_on=today(), end_due=None, start=None, **changes
    )
    Notice.objects.filter(start=notice).update(start=None)
    if why not in KEEPS_CASE:
        _forget_case(notice)
    e.refer(notice=notice.pk, why=why.value)


def _forget_case(notice: Notice) -> None:
    """What it corrected, and so on, lies with no case any more either."""
    earlier = notice.corrects_id
    while earlier is not None:
        Notice.objects.filter(pk=earlier).update(case=None)
        earlier = Notice.objects.filter(pk=earlier).values_list("corrects", flat=True).first()
