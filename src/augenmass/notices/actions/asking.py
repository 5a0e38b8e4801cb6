"""Asking for ends: the sender of a start that found no end in time sees it on its page and gets a mail without content; so does the officer."""

from collections import Counter
from contextlib import suppress
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from augenmass.directory.models import Body
from augenmass.directory.queries import people_in
from augenmass.directory.roles import Permission, roles_with
from augenmass.law.time import today
from augenmass.notices.models import Notice
from augenmass.record.ledger import Entry, System, entry
from augenmass.work.actions.tasks import open_task
from augenmass.work.duties import Turn
from augenmass.work.models import Task
from augenmass.work.once import AlreadyDone
from augenmass.work.outbox import queue_if_usable

AGAIN = timedelta(days=60)
"""A sender that did not answer is asked again after this."""
CHUNK = 500
SENDERS = roles_with(Permission.SEND_NOTICES)


def ask_for_ends(turn: Turn) -> int:
    """Ask the senders of starts whose end is overdue, and set the officers a task; returns how many starts were asked about."""
    day, asked = today(), Counter[int]()
    late = Notice.objects.filter(Q(asked_on=None) | Q(asked_on__lte=day - AGAIN), gone="", end_due__lt=day)
    for notice in list(late.select_related("sender").order_by("end_due", "pk")[:CHUNK]):
        if turn.stopping:
            break
        turn.renew()
        # Where another worker asked or its end came meanwhile, the empty action is taken back.
        with suppress(AlreadyDone):
            _ask(notice, day)
            asked[notice.sender_id or 0] += 1
    for body_id, count in asked.items():
        if body_id:
            _tell(body_id, count)
    return sum(asked.values())


def _ask(notice: Notice, day: date) -> None:
    with entry(System(), "notice.end_asked", notice.case_id) as e:
        waits = Notice.objects.filter(pk=notice.pk, asked_on=notice.asked_on, gone="", end_due__lt=day)
        if not waits.update(asked_on=day):
            raise AlreadyDone
        e.refer(notice=notice.pk)
        _remind(e, notice)


def _remind(e: Entry, notice: Notice) -> None:
    """One open reminder for the officer of the case; of a notice without a case nobody here has to do anything."""
    about = notice.about_end
    if e.case is None or Task.objects.filter(case=e.case, about=about, done_by=None).exists():
        return
    open_task(
        e,
        kind=Task.Kind.RESUBMISSION,
        title=_("Ausgang des Verfahrens fehlt: bei %(body)s angefragt") % {"body": notice.sender_name},
        due=today() + AGAIN,
        assignee_id=e.case.officer_id,
        about=about,
    )


def _tell(body_id: int, count: int) -> None:
    body = Body.objects.get(pk=body_id)
    people = [person.email for person in people_in(body_id, today(), SENDERS)]
    with entry(System(), "notice.senders_told") as e:
        for address in people or [body.email]:
            queue_if_usable(e, address, _("Augenmaß: Zu Mitteilungen Ihrer Stelle fehlt der Ausgang"), _text(count))


def _text(count: int) -> str:
    return ngettext(
        "Zu %(count)s Verfahren, dessen Beginn Ihre Stelle mitgeteilt hat, fehlt die Mitteilung über den Ausgang. Sie finden es in Augenmaß unter „Mitteilungen“. Diese Nachricht enthält aus Gründen des Datenschutzes keine Einzelheiten.",
        "Zu %(count)s Verfahren, deren Beginn Ihre Stelle mitgeteilt hat, fehlt die Mitteilung über den Ausgang. Sie finden sie in Augenmaß unter „Mitteilungen“. Diese Nachricht enthält aus Gründen des Datenschutzes keine Einzelheiten.",
        count,
    ) % {"count": count}
