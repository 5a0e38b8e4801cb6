"""The sender takes a notice back or corrects it: the earlier content goes, and what rested on it is looked at again."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import Permission
from augenmass.notices.actions.delivering import end_due
from augenmass.notices.actions.erasing import erase
from augenmass.notices.actions.reopening import reopen
from augenmass.notices.actions.taking import NewNotice, Taken, check, held, write
from augenmass.notices.models import Notice
from augenmass.notices.queries.proceedings import of_proceedings
from augenmass.notices.queries.sent import receipt_of
from augenmass.notices.rules.kinds import STARTS, Channel, Erased, Kind
from augenmass.record.ledger import Entry, book
from augenmass.transmissions.parties import Partner
from augenmass.work.refusal import NotDone


def withdraw(actor: Actor, number: UUID) -> Notice:
    """Take back a notice of the own body. A second time changes nothing. Raises ``NotDone``, ``NotPermitted``, ``Notice.DoesNotExist``."""
    actor.require(Permission.SEND_NOTICES)
    return withdraw_of(actor, Partner(body=actor.body), own(actor, number))


def withdraw_of(actor: Actor, sender: Partner, notice: Notice) -> Notice:
    """Take back a notice of a known sender. Raises ``NotDone``."""
    _check_sender(sender, notice)
    if notice.gone == Erased.WITHDRAWN:
        return notice
    with _locked(actor, notice, "notice.withdrawn") as (e, fresh):
        _gone_or_taken_back(e, fresh, Erased.WITHDRAWN, _("Die Mitteilung wurde vom Absender zurückgenommen."))
    notice.refresh_from_db()
    return notice


def correct(actor: Actor, number: UUID, new: NewNotice, channel: Channel = Channel.FORM) -> Taken:
    """Replace a notice of the own body by what is right. The same key again gives the correction that is there.

    Raises ``NotTaken``, ``Returned``, ``NotDone``, ``NotPermitted`` and ``Notice.DoesNotExist``.
    """
    actor.require(Permission.SEND_NOTICES)
    return correct_of(actor, Partner(body=actor.body), own(actor, number), new, channel)


def correct_of(actor: Actor, sender: Partner, notice: Notice, new: NewNotice, channel: Channel) -> Taken:
    """Replace a notice of a known sender. Raises ``NotTaken``, ``Returned`` and ``NotDone``."""
    _check_sender(sender, notice)
    there = held(sender, new.key)
    if there is not None and there.corrects_id == notice.pk:
        return Taken(there, False)
    if there is not None or new.receiver_id != notice.receiver_id:
        raise NotDone(_("Eine Berichtigung geht an dieselbe Behörde und braucht einen eigenen Schlüssel."))
    check(actor, sender, notice.receiver, new)
    with _locked(actor, notice, "notice.corrected") as (e, fresh):
        _gone_or_taken_back(e, fresh, Erased.CORRECTED, _("Die Mitteilung wurde vom Absender berichtigt."))
        made = write(e, actor, sender, fresh.receiver, new, channel, corrects=fresh)
    return Taken(made, True)


def _check_sender(sender: Partner, notice: Notice) -> None:
    if (sender.body, sender.outside) != (notice.sender, notice.outside):
        raise NotDone(_("Diese Mitteilung stammt von einer anderen Stelle."))


def own(actor: Actor, number: UUID) -> Notice:
    """A notice of the actor's body. Raises ``Notice.DoesNotExist``."""
    return Notice.objects.select_related("content", "receiver").get(number=number, sender=actor.body_id)


@contextmanager
def _locked(actor: Actor, notice: Notice, kind: str) -> Iterator[tuple[Entry, Notice]]:
    """An entry on the case of a notice, which the sender neither sees nor learns of."""
    with as_system(SystemRole.TRANSMISSION):
        known = Notice.objects.filter(pk=notice.pk).values_list("case_id", flat=True)
        case_id = known.first()
        with book(actor, [case_id] if case_id is not None else [], of_any_body=True) as opened:
            rows = Notice.objects.select_for_update(of=("self",)).select_related("content", "receiver")
            fresh = rows.get(pk=notice.pk)
            if fresh.gone and receipt_of(fresh) != "examined":
                raise NotDone(
                    _("Der Inhalt dieser Mitteilung ist schon gelöscht. Zurückzunehmen oder zu berichtigen ist nichts.")
                )
            if fresh.case_id != case_id:
                raise NotDone(_("Die Mitteilung wird soeben bearbeitet. Bitte versuchen Sie es gleich noch einmal."))
            yield opened.entry(kind, opened.cases.get(case_id) if case_id is not None else None), fresh


def _gone_or_taken_back(e: Entry, notice: Notice, why: Erased, reason: str) -> None:
    """Take a notice back. Of one whose content is gone since the examination only the trace changes: to the sender both are alike."""
    if notice.gone:
        Notice.objects.filter(pk=notice.pk).update(gone=why.value)
        e.refer(notice=notice.pk, why=why.value)
    else:
        take_back(e, notice, why, reason)


def take_back(e: Entry, notice: Notice, why: Erased, reason: str) -> None:
    """Delete what a notice said and look again at what rested on it; a start whose end goes waits for an end again."""
    starts = _answered_by(notice)
    if e.case is not None:
        reopen(e, [notice], reason)
    erase(e, notice, why)
    for start in starts:
        Notice.objects.filter(pk=start.pk).update(end_due=end_due(start))


def _answered_by(end: Notice) -> list[Notice]:
    if end.kind != Kind.ENDED:
        return []
    linked = Notice.objects.filter(pk=end.start_id).select_related("content", "receiver") if end.start_id else ()
    found = {start.pk: start for start in [*of_proceedings(end), *linked] if start.kind in STARTS}
    return list(found.values())
