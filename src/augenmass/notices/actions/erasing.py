"""Deleting the content of a notice: a trace without content stays, and the chain still verifies."""

from django.utils.translation import gettext as _

from augenmass.law.time import today
from augenmass.notices.models import Notice, NoticeContent
from augenmass.notices.rules.kinds import Erased
from augenmass.record.erasure import empty_rows
from augenmass.record.ledger import Entry
from augenmass.work.actions.tasks import close_tasks
from augenmass.work.models import Task

KEEPS_CASE = (Erased.WITHDRAWN, Erased.CORRECTED)
"""After these the case still says that there was a notice: what rested on it was looked at again. Of the others it says nothing."""


def erase(e: Entry, notice: Notice, why: Erased) -> None:
    """Delete what a notice says, in an entry under way; its task ends."""
    empty_rows(e, NoticeContent.objects.filter(notice=notice), **NoticeContent.EMPTY)
    if e.case is not None:
        _end_tasks(e, notice, why)
    changes: dict[str, object] = {} if why in KEEPS_CASE else {"case": None}
    Notice.objects.filter(pk=notice.pk).update(
        state=Notice.State.ERASED, gone=why.value, gone_on=today(), end_due=None, start=None, **changes
    )
    Notice.objects.filter(start=notice).update(start=None)
    if why not in KEEPS_CASE:
        _forget_case(notice)
    # Why the content of what does not matter went says the trace, which lies with no case.
    e.refer(notice=notice.pk, **({"why": why.value} if e.case is None or why in KEEPS_CASE else {}))


def _end_tasks(e: Entry, notice: Notice, why: Erased) -> None:
    """End the tasks about a notice and its end; of one that leaves no trace on the case they say neither sender nor kind any more."""
    abouts = (notice.about, notice.about_end)
    for about in abouts:
        close_tasks(e, about)
    if why not in KEEPS_CASE:
        Task.objects.filter(case=e.case, about__in=abouts).update(title=_("Mitteilung einer öffentlichen Stelle"))


def _forget_case(notice: Notice) -> None:
    """What it corrected, and so on, lies with no case any more either."""
    earlier = notice.corrects_id
    while earlier is not None:
        Notice.objects.filter(pk=earlier).update(case=None)
        earlier = Notice.objects.filter(pk=earlier).values_list("corrects", flat=True).first()
