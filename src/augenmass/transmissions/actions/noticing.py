"""Telling earlier receivers of a change (GDPR Article 19): a task as soon as a fact changes that was transmitted, and its end without notice.

A notice that is sent ends it as well (``references.after_signing``).
"""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.visible import worked_q
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.transmissions.actions.following import Following
from augenmass.transmissions.actions.references import OUT
from augenmass.transmissions.models import Transmission
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.kinds import MessageKind
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Note, Task
from augenmass.work.once import once

LONGEST = 2000


def set_tasks(entries: Collection[Entry]) -> None:
    """Give the officers of the cases a task for every transmission that carried a changed fact; an open one covers further changes."""
    changing = {made.case.pk: made for made in entries if made.case is not None}
    changed = frozenset().union(*(made.changed_facts for made in entries))
    with as_system(SystemRole.TRANSMISSION):
        sent = Transmission.objects.filter(case__in=changing, state__in=OUT).select_related("receiver", "outside")
        touched = [one for one in sent if not changed.isdisjoint(one.facts)]
        keys = [one.key for one in touched]
        # Who got a correction holds what the correction carried; that one is followed.
        done = Transmission.objects.filter(refers_to__in=keys, kind=MessageKind.CORRECTION.value, state__in=OUT)
        corrected = set(done.values_list("refers_to", flat=True))
        held = Task.objects.filter(about__in=[one.notice for one in touched], done_by=None)
        there = set(held.values_list("about", flat=True))
        for one in touched:
            if one.key not in corrected and one.notice not in there:
                _set(changing[one.case_id], one)


def _set(made: Entry, sent: Transmission) -> None:
    assert made.case is not None
    open_task(
        made,
        kind=Task.Kind.NOTICE,
        title=_("%(body)s über eine geänderte Angabe unterrichten") % {"body": sent.receiver_name},
        due=today(),
        assignee_id=made.case.officer_id,
        about=sent.notice,
    )


def dismiss_notice(actor: Actor, key: UUID, entered: Following) -> Transmission:
    """End the task without telling the receiver; the reason becomes a note in the file. The same form sent twice changes nothing more.

    Raises ``NotSent``, ``NotPermitted`` and ``Transmission.DoesNotExist``.
    """
    actor.require(Permission.TRANSMIT)
    mine = Transmission.objects.filter(worked_q(actor, prefix="case__"))
    sent = mine.select_related("case", "receiver", "outside").get(key=key)
    reasons = entered.reasons.strip()
    if not reasons:
        raise NotSent(_("Bitte begründen Sie, warum der Empfänger nicht unterrichtet wird."))
    if "\x00" in reasons or len(reasons) > LONGEST:
        raise NotSent(_("Die Begründung ist zu lang oder enthält ein unlesbares Zeichen."))
    once(
        lambda: Note.objects.filter(key=entered.key, case_id=sent.case_id).first(),
        lambda: _dismiss(actor, sent, entered.key, reasons),
    )
    return sent


def _dismiss(actor: Actor, sent: Transmission, key: UUID, reasons: str) -> Note:
    with entry(actor, "transmission.notice_dismissed", sent.case_id) as e:
        if not close_tasks(e, sent.notice):
            raise NotSent(_("Zu dieser Übermittlung ist keine Unterrichtung offen. Bitte laden Sie die Seite neu."))
        text = _("%(body)s wird über eine geänderte Angabe nicht unterrichtet: %(reasons)s") % {
            "body": sent.receiver_name,
            "reasons": reasons,
        }
        note = Note(key=key, case=e.case, author_id=actor.account_id, at=e.book.at, text=text)
        e.seal(note)
        e.refer(transmission=sent.pk, note=note.pk)
    return note
