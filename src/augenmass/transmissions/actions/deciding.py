"""Deciding about what came in: accept it with or without a case, take facts over, send it back, delete what was recalled."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import sight_of
from augenmass.access.visible import worked_by
from augenmass.cases.actions.facts import NotRecorded, refuse_act, refuse_contradiction
from augenmass.cases.acts import is_act, waits_for_evidence
from augenmass.cases.affected import affected_by
from augenmass.cases.facts import current_facts
from augenmass.cases.positions import recompute
from augenmass.cases.second_person import facts_of_two
from augenmass.directory.roles import Permission
from augenmass.law.facts import FormatError, canonical, parse_value
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.erasure import empty_rows
from augenmass.record.ledger import Book, Entry, book
from augenmass.record.models import Case, Dispute, Fact, Source
from augenmass.transmissions.actions.handing_over import hand_over
from augenmass.transmissions.actions.writing import Outgoing, write_message
from augenmass.transmissions.models import FactOrigin, Received, ReceivedContent, Transmission
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.queries.received import cases_of_person, content_of_received, items_of, received_of
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.kinds import COMPOSED, MessageKind, ReturnReason
from augenmass.transmissions.rules.message import Item, Receipt
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task

State = Received.State
DECIDED = (*(kind.value for kind in COMPOSED), MessageKind.CORRECTION.value)
"""Kinds that a person decides about."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """With which case a message belongs, if any, and which of its facts are taken into that case (names)."""

    case_id: int | None = None
    take: tuple[str, ...] = ()
    despite_others: bool = False
    """That the person has another file here was seen, and this one is meant."""


def accept(actor: Actor, message: UUID, chosen: Acceptance) -> Received:
    """Accept a message; its sender gets a signed acceptance. A second time changes nothing.

    Facts that are taken over are established in the case with this message as their source, and keep its regime.
    Raises ``NotSent``, ``NotPermitted``, ``Case.DoesNotExist`` and ``Received.DoesNotExist``.
    """
    received = _to_decide(actor, message)
    if received.state == State.ACCEPTED:
        return received
    # An answer lies with the case that asked, whether or not that case was chosen again.
    case_id = received.case_id if chosen.case_id is None else chosen.case_id
    case = worked_by(actor).select_related("body").get(pk=case_id) if case_id is not None else None
    if case is not None:
        actor.require(Permission.TRANSMIT)
    if chosen.take and case is None:
        raise NotSent(_("Angaben können nur in einen Fall übernommen werden. Bitte wählen Sie zuerst den Fall."))
    if case is not None and case.pk != received.case_id and not chosen.despite_others:
        _refuse_twins(actor, received)
    with _deciding(actor, received, case) as opened:
        e = opened.entry("transmission.accepted", opened.case(case.pk) if case is not None else None)
        _settle(e, actor, received, State.ACCEPTED)
        Received.objects.filter(pk=received.pk).update(case=case)
        if case is not None:
            _take_over(e, actor, case, received, chosen.take)
            close_tasks(e, received.about)
            if received.kind == MessageKind.REQUEST.value:
                _ask_for_answer(e, actor, received)
        _answer(e, actor, received, MessageKind.ACCEPTANCE, Receipt())
    received.refresh_from_db()
    return received


def give_back(actor: Actor, message: UUID, reason: ReturnReason) -> Received:
    """Send a message back with a reason; its content is deleted here. A second time changes nothing. Raises as ``accept``."""
    received = _to_decide(actor, message)
    if received.state == State.RETURNED:
        return received
    with _deciding(actor, received, None) as opened:
        e = opened.entry("transmission.returned")
        _settle(e, actor, received, State.RETURNED, reason.value)
        _erase(e, received)
        _answer(e, actor, received, MessageKind.RETURN, Receipt(reason=reason))
    received.refresh_from_db()
    return received


def delete_recalled(actor: Actor, message: UUID) -> Received:
    """Delete the content of a message that its sender recalled, and tell the sender. A second time changes nothing.

    Facts that were taken over from it stay in the case, disputed: whether another source carries them is for a person to say.
    """
    received = _found(actor, message)
    if received.state == State.DELETED:
        return received
    if received.state != State.RECALLED:
        raise NotSent(_("Diese Nachricht hat ihr Absender nicht zurückgerufen. Gelöscht wird sie nach ihrer Frist."))
    recall = Received.objects.filter(refers_to=received.message, kind=MessageKind.RECALL.value).last()
    assert recall is not None
    with _deciding(actor, received, received.case) as opened:
        e = opened.entry("transmission.deleted", opened.cases.get(received.case_id or 0))
        if not Received.objects.filter(pk=received.pk, state=State.RECALLED).update(
            state=State.DELETED, decided_by=actor.account, changed_at=e.book.at
        ):
            raise NotSent(_("Über diese Nachricht wurde soeben entschieden. Bitte laden Sie die Seite neu."))
        e.refer(received=received.pk)
        _erase(e, received)
        if e.case is not None:
            _dispute_taken(e, received)
            close_tasks(e, received.about)
        _answer(e, actor, recall, MessageKind.DELETED, Receipt())
    received.refresh_from_db()
    return received


def _refuse_twins(actor: Actor, received: Received) -> None:
    files = cases_of_person(actor, items_of(received))
    if len(files) > 1:
        raise NotSent(
            _(
                "Zu dieser Person gibt es mehrere Akten: %(numbers)s. Bitte prüfen Sie, welche gilt, und bestätigen Sie Ihre Auswahl."
            )
            % {"numbers": ", ".join(case.number for case in files)}
        )


def _found(actor: Actor, message: UUID) -> Received:
    actor.require(Permission.RECEIVE)
    actor.require_writing()
    if actor.program:
        raise NotSent(_("Ein Programm entscheidet nicht über eine Nachricht. Bitte entscheiden Sie auf ihrer Seite."))
    return received_of(actor).select_related("content", "case", "sender", "outside").get(message=message)


def _to_decide(actor: Actor, message: UUID) -> Received:
    received = _found(actor, message)
    if received.kind not in DECIDED:
        raise NotSent(_("Über eine Nachricht dieser Art wird nicht entschieden."))
    return received


@contextmanager
def _deciding(actor: Actor, received: Received, case: Case | None) -> Iterator[Book]:
    """A book over the receiver's case and, inside the instance, the case that the message came from."""
    with as_system(SystemRole.TRANSMISSION):
        ids = set() if case is None else {case.pk}
        if received.sender_id is not None:
            ids |= set(Transmission.objects.filter(key=received.message).values_list("case_id", flat=True))
        with book(actor, ids, of_any_body=True) as opened:
            yield opened


def _settle(e: Entry, actor: Actor, received: Received, state: State, reason: str = "") -> None:
    """Decide once: of two at the same moment one wins. Raises ``NotSent``."""
    waits = Received.objects.filter(pk=received.pk, state=State.NEW)
    if not waits.update(state=state, reason=reason, decided_by=actor.account, changed_at=e.book.at):
        raise NotSent(_("Über diese Nachricht wurde soeben entschieden. Bitte laden Sie die Seite neu."))
    e.refer(received=received.pk)


def _answer(e: Entry, actor: Actor, received: Received, kind: MessageKind, receipt: Receipt) -> None:
    partner = Partner(body=received.sender, outside=received.outside)
    envelope = write_message(e, Outgoing(actor.body, partner, kind, received.message, receipt=receipt))
    hand_over(e, envelope)


def _ask_for_answer(e: Entry, actor: Actor, received: Received) -> None:
    content = content_of_received(received)
    open_task(
        e,
        kind=Task.Kind.TASK,
        title=_("Ersuchen von %(body)s beantworten") % {"body": received.sender_name},
        due=content.answer_by if content is not None and content.answer_by is not None else today(),
        assignee_id=actor.account_id,
        about=received.about,
    )


def _erase(e: Entry, received: Received) -> None:
    """Delete the content; its salted digest stays in the chain, which still verifies."""
    empty_rows(e, ReceivedContent.objects.filter(received=received), text="")


def _dispute_taken(e: Entry, received: Received) -> None:
    taken = Fact.objects.filter(origin__received=received, case=e.case, closed_by=None, disputed_by=None)
    for fact in taken:
        e.dispute(fact.pk)
        e.seal(Dispute(fact=fact, reason=_("Der Absender hat die Übermittlung zurückgerufen.")))
    e.book.flush()
    assert e.case is not None
    recompute(affected_by([e.case.pk]))


def _take_over(e: Entry, actor: Actor, case: Case, received: Received, names: Collection[str]) -> None:
    """Establish the chosen facts in the case. Raises ``NotSent`` for one that cannot be taken over."""
    if not names:
        return
    actor.require(Permission.RECORD_FACTS)
    content = content_of_received(received)
    items = {item.name: item for item in content.items} if content is not None else {}
    label = _("Übermittlung von %(body)s") % {"body": received.sender_name}
    source, _made = Source.objects.get_or_create(body_id=case.body_id, kind=Source.Kind.OFFICER, label=label[:200])
    taken = [(_established(e, actor, source, items.get(name), name), items[name]) for name in dict.fromkeys(names)]
    e.book.flush()
    e.refer(facts=[fact.pk for fact, _item in taken])
    for fact, item in taken:
        e.seal(
            FactOrigin(
                fact=fact,
                received=received,
                regime=received.regime,
                person_category=content.person_category or "" if content is not None else "",
                assessment=item.assessment,
            )
        )
    recompute(affected_by([case.pk]))


def _established(e: Entry, actor: Actor, source: Source, item: Item | None, name: str) -> Fact:
    assert e.case is not None
    value = _value(actor, e.case, item, name)
    assert item is not None
    return e.establish(name, value, source_id=source.pk, true_from=item.true_from, true_to=item.true_to)


def _value(actor: Actor, case: Case, item: Item | None, name: str) -> str:
    """The canonical value of a fact that can be taken over. Raises ``NotSent``."""
    declared = VOCABULARY.get(name)
    if item is None or declared is None or declared.derived or name not in sight_of(actor, case).names:
        raise NotSent(_("Diese Angabe kann nicht übernommen werden: %(name)s.") % {"name": name})
    known = current_facts([case.pk], today())[case.pk].held if is_act(name) else {}
    if name in facts_of_two(case.body) or waits_for_evidence(name, known, today()):
        raise NotSent(
            _("„%(fact)s“ entsteht mit zwei Unterschriften. Bitte erfassen Sie die Angabe im Fall mit ihrem Nachweis.")
            % {"fact": declared.de}
        )
    held = Fact.objects.filter(case=case.pk, name=name, closed_by=None, true_from=item.true_from).first()
    if held is not None:
        says = (
            _("„%(fact)s“ steht im Fall schon so.")
            if held.value == item.value
            else _("„%(fact)s“ steht im Fall anders. Bitte klären Sie das zuerst im Fall.")
        )
        raise NotSent(says % {"fact": declared.de})
    try:
        refuse_contradiction(actor, case, name, item.value)
        refuse_act(case.pk, name, item.value, known)
        value = parse_value(declared, item.value)
    except (NotRecorded, FormatError) as error:
        raise NotSent(str(error)) from error
    if value is None or canonical(declared, value) != item.value:
        raise NotSent(_("Der Wert von „%(fact)s“ ist keiner, den diese Anwendung kennt.") % {"fact": declared.de})
    return item.value
