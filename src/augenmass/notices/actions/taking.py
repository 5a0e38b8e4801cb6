"""Taking a notice in: by a form, over the interface or out of a signed package. Sent twice it is one notice.

What has no provision goes back at once: then only that it went back, to whom and why is written down. Everything else waits for the
worker, which looks for the case. Whether there is one the sender never learns.
"""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.access.actor import Actor
from augenmass.cases.words import fold
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, today
from augenmass.notices.models import LandProvision, Notice, NoticeContent, ReturnedNotice
from augenmass.notices.queries.receivers import receivers
from augenmass.notices.queries.sent import receipt_of
from augenmass.notices.rules.checking import (
    ASSIGN_WITHIN,
    FIELDS,
    Problem,
    Said,
    name_key,
    problems_with,
    reference_key,
    same_person,
)
from augenmass.notices.rules.kinds import Channel, ReturnReason
from augenmass.notices.rules.lawful import LAND_LAW, Statements, reason_to_return
from augenmass.record.ledger import Entry, Who, entry
from augenmass.transmissions.parties import Partner
from augenmass.work.once import AlreadyDone, once
from augenmass.work.refusal import NotDone

SENTENCES = {
    Problem.FUTURE: gettext_noop(
        "Dieser Tag liegt in der Zukunft. Mitgeteilt wird nur, was schon geschehen ist. Bitte prüfen Sie das Datum."
    ),
    Problem.TOO_OLD: gettext_noop("Dieser Tag liegt mehr als fünf Jahre zurück. Bitte prüfen Sie das Jahr."),
    Problem.NO_NAME: gettext_noop("Bitte nennen Sie den Familiennamen der Person."),
    Problem.NO_TEXT: gettext_noop("Bitte schreiben Sie in wenigen Sätzen, was bekannt geworden ist."),
    Problem.NO_OFFENCES: gettext_noop(
        "Bitte nennen Sie die gesetzlichen Vorschriften, um die es im Verfahren geht (§ 87 Abs. 4 Satz 1 AufenthG)."
    ),
    Problem.NO_REFERENCE: gettext_noop(
        "Bitte nennen Sie Ihr Aktenzeichen. Sonst lässt sich der Ausgang dem Beginn nicht zuordnen."
    ),
    Problem.NO_OUTCOME: gettext_noop("Bitte wählen Sie, womit das Verfahren geendet hat."),
    Problem.OUTCOME_WITHOUT_END: gettext_noop(
        "Einen Ausgang hat nur ein erledigtes Verfahren. Bitte prüfen Sie die Art der Mitteilung."
    ),
    Problem.BORN: gettext_noop("Dieses Geburtsdatum kann nicht stimmen. Bitte prüfen Sie es."),
}
RETURNED = {
    ReturnReason.NO_PROVISION: gettext_noop(
        "Die Mitteilung nennt keine Vorschrift und geht an Sie zurück. Von ihrem Inhalt ist nichts gespeichert; festgehalten ist nur, dass sie zurückgegangen ist. Bitte nennen Sie die Vorschrift."
    ),
    ReturnReason.WRONG_PROVISION: gettext_noop(
        "Die genannte Vorschrift passt nicht zur Art der Mitteilung. Sie geht an Sie zurück, von ihrem Inhalt ist nichts gespeichert. Bitte wählen Sie Art und Vorschrift, die zusammengehören."
    ),
    ReturnReason.NOT_ALLOWED: gettext_noop(
        "Die genannte Vorschrift erlaubt Ihrer Stelle diese Mitteilung nach Ihren Angaben nicht. Sie geht an Sie zurück, von ihrem Inhalt ist nichts gespeichert. Bitte prüfen Sie, was Sie bestätigen können."
    ),
    ReturnReason.NOT_CONFIRMED: gettext_noop(
        "Die Rechtsprüfung hat diese Vorschrift des Polizeirechts als Grundlage abgelehnt. Die Mitteilung geht an Sie zurück, von ihrem Inhalt ist nichts gespeichert."
    ),
}


class NotTaken(NotDone):
    """Why a notice is not taken as it is; nothing was written. ``field`` is the entry it is about."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class Returned(NotTaken):
    """That a notice went back to its sender: only this was written down."""

    def __init__(self, reason: ReturnReason) -> None:
        super().__init__("statements" if reason is ReturnReason.NOT_ALLOWED else "provision", _(RETURNED[reason]))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class NewNotice:
    """What a sender says. ``key`` is the sender's own; ``provision`` a norm of the matrix or ``LAND_LAW`` with ``land_law`` as text."""

    key: UUID
    receiver_id: int
    said: Said
    provision: str
    statements: Statements
    land_law: str = ""
    file_number: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """The notice that stands now and whether it is new."""

    notice: Notice
    new: bool

    @property
    def says(self) -> str:
        """What the sender should know of a repetition; "" of a new one."""
        return "" if self.new else _("Diese Mitteilung liegt bereits vor. Es wurde nichts doppelt gespeichert.")


def hand_in(actor: Actor, new: NewNotice, channel: Channel = Channel.FORM) -> Taken:
    """Give notice to a foreigners' authority in the name of the actor's body.

    The same key, or the same said in another spelling, gives the notice that is there. Raises ``NotTaken``, ``Returned``, ``NotPermitted``.
    """
    actor.require(Permission.SEND_NOTICES)
    return take(actor, Partner(body=actor.body), new, channel)


def take(who: Actor, sender: Partner, new: NewNotice, channel: Channel) -> Taken:
    """Take a notice of a known sender. Raises as ``hand_in``."""
    receiver = receivers().filter(pk=new.receiver_id).first()
    if receiver is None:
        raise NotTaken("receiver", _("Mitteilungen gehen an eine Ausländerbehörde, die hier geführt wird."))
    made: list[Taken] = []

    def make() -> Notice:
        check(who, sender, receiver, new)
        made.append(_take(who, sender, receiver, new, channel))
        return made[0].notice

    notice = once(lambda: held(sender, new.key), make)
    if made:
        return made[0]
    _check_same(notice, new)
    return Taken(notice, False)


def held(sender: Partner, key: UUID) -> Notice | None:
    """The notice of a sender under its own key."""
    found = Notice.objects.filter(sender=sender.body, outside=sender.outside, key=key)
    return found.select_related("content", "receiver").first()


def check(who: Who, sender: Partner, receiver: Body, new: NewNotice) -> None:
    """Refuse what is incomplete and send back what no provision carries. Raises ``NotTaken`` and ``Returned``."""
    reason = reason_to_return(sender.kind, new.said.kind, new.provision, new.land_law, new.statements, today())
    if reason is None and new.provision == LAND_LAW:
        declined = LandProvision.objects.filter(land=_land(sender, receiver), text=law_text(new.land_law))
        if declined.filter(state=LandProvision.State.DECLINED).exists():
            reason = ReturnReason.NOT_CONFIRMED
    if reason is not None:
        _note_return(who, sender, receiver, new.key, reason)
        raise Returned(reason)
    problems = problems_with(new.said, today())
    if problems:
        raise NotTaken(FIELDS[problems[0]], _(SENTENCES[problems[0]]))


def _note_return(who: Who, sender: Partner, receiver: Body, key: UUID, reason: ReturnReason) -> None:
    """Write down that a notice went back; of what it said nothing is kept."""

    def make() -> ReturnedNotice:
        with entry(who, "notice.returned") as e:
            row = ReturnedNotice.objects.create(
                key=key,
                sender=sender.body,
                sender_name=sender.name,
                receiver=receiver,
                reason=reason.value,
                returned_at=e.book.at,
            )
            e.refer(returned=row.pk, reason=reason.value)
        return row

    once(lambda: ReturnedNotice.objects.filter(receiver=receiver, sender_name=sender.name, key=key).first(), make)


def _check_same(notice: Notice, new: NewNotice) -> None:
    # Examined is examined: whether its content is still here is nothing that the sender learns.
    if receipt_of(notice) == "examined":
        raise NotTaken(
            "key", _("Diese Mitteilung ist bereits geprüft. Bitte teilen Sie Neues in einer eigenen Mitteilung mit.")
        )
    if not notice.content_held:
        raise NotTaken("key", _("Diese Mitteilung haben Sie zurückgenommen oder berichtigt."))
    held_content = notice.content
    as_said = content_of(notice, new)
    same = all(getattr(held_content, name) == getattr(as_said, name) for name in NoticeContent.EMPTY)
    if not same or (notice.kind, notice.receiver_id) != (new.said.kind.value, new.receiver_id):
        raise NotTaken(
            "key", _("Unter diesem Schlüssel liegt bereits eine andere Mitteilung vor. Es wurde nichts geändert.")
        )


class _Said(AlreadyDone):
    """Takes the transaction back: the notice says nothing new."""

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self.notice = notice


def _take(who: Actor, sender: Partner, receiver: Body, new: NewNotice, channel: Channel) -> Taken:
    try:
        with entry(who, "notice.received") as e:
            # Notices to one authority are compared one after the other: two of the same at once would both be new. The weaker lock
            # lets others write rows that name this body; they hold the chain's head by then, which this action waits for last.
            Body.objects.select_for_update(of=("self",), no_key=True).get(pk=receiver.pk)
            before = said_before(sender, new)
            if before is not None:
                raise _Said(before)
            return Taken(write(e, who, sender, receiver, new, channel), True)
    except _Said as said:
        return Taken(said.notice, False)


def said_before(sender: Partner, new: NewNotice) -> Notice | None:
    """A notice of the same sender that says the same of the same person, however the name is spelt, and that is not examined yet.

    Of one that was examined the sender does not learn whether it is still here.
    """
    said = new.said
    key, reference = key_of_name(said), reference_key(said.reference)
    rows = NoticeContent.objects.filter(
        notice__sender=sender.body,
        notice__outside=sender.outside,
        notice__receiver=new.receiver_id,
        notice__kind=said.kind.value,
        notice__gone="",
        occurred_on=said.occurred_on,
    ).exclude(notice__state=Notice.State.EXAMINED)
    by_name = rows.filter(name_key=key) if not reference else rows.filter(reference_key=reference)
    for row in by_name.select_related("notice", "notice__receiver").order_by("pk")[:20]:
        if row.outcome == (said.outcome or "") and same_person((row.name_key, row.born_on), (key, said.born_on)):
            notice = row.notice
            notice.content = row
            return notice
    return None


def write(
    e: Entry,
    who: Actor,
    sender: Partner,
    receiver: Body,
    new: NewNotice,
    channel: Channel,
    corrects: Notice | None = None,
) -> Notice:
    """Write a checked notice in an entry under way."""
    land_law = None
    if new.provision == LAND_LAW:
        land_law, _made = LandProvision.objects.get_or_create(land=_land(sender, receiver), text=law_text(new.land_law))
    notice = Notice(
        key=new.key,
        sender=sender.body,
        outside=sender.outside,
        sender_name=sender.name,
        receiver=receiver,
        holder=receiver,
        kind=new.said.kind.value,
        provision=new.provision,
        land_provision=land_law,
        channel=channel.value,
        arrived_at=e.book.at,
        corrects=corrects,
        author=who.account if sender.body is not None and sender.body.pk == who.body_id else None,
        due=day_of(e.book.at) + ASSIGN_WITHIN,
    )
    e.seal(notice)
    e.seal(content_of(notice, new))
    e.refer(notice=notice.pk, kind=notice.kind)
    return notice


def content_of(notice: Notice, new: NewNotice) -> NoticeContent:
    """The content of a notice, not saved."""
    said = new.said
    return NoticeContent(
        notice=notice,
        family_name=_line(said.family_name)[:120],
        first_names=_line(said.first_names)[:120],
        born_on=said.born_on,
        file_number=_line(new.file_number)[:60],
        reference=_line(said.reference)[:80],
        offences=_line(said.offences)[:300],
        outcome=said.outcome.value if said.outcome is not None else "",
        occurred_on=said.occurred_on,
        text=said.text.strip()[:4000],
        name_key=key_of_name(said),
        reference_key=reference_key(said.reference),
    )


def key_of_name(said: Said) -> str:
    """How the name of a notice is compared."""
    return name_key(fold(f"{said.family_name} {said.first_names}"))


def law_text(text: str) -> str:
    """A provision of police law as it is kept: on one line."""
    return _line(text)[:200]


def _land(sender: Partner, receiver: Body) -> str:
    return sender.body.land if sender.body is not None else receiver.land


def _line(text: str) -> str:
    return " ".join(text.split())
