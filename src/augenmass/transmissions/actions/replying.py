"""Answering a request out of the inbox, where the body holds no file of the person. Everything is asked again before each signature."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import GIVEN_IN, Permission, Role
from augenmass.law.facts import FormatError, Held, canonical, parse_value
from augenmass.law.time import today
from augenmass.law.transmission.catalogue import transmission_catalogue
from augenmass.law.transmission.duties import Duty
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.ledger import Entry, book
from augenmass.transmissions.actions.admitting import cases_about
from augenmass.transmissions.actions.composing import POLICY, not_carried
from augenmass.transmissions.actions.handing_over import hand_over
from augenmass.transmissions.actions.writing import Outgoing, write_message
from augenmass.transmissions.content import content_of
from augenmass.transmissions.models import Received, Reply, SignedReply
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.queries.received import items_of, received_of
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.classes import matrix_kind
from augenmass.transmissions.rules.enquiring import (
    Answered,
    HeldFact,
    NotCarried,
    Way,
    ask,
    duties_of,
    from_record,
    picked,
)
from augenmass.transmissions.rules.kinds import MessageKind, PersonCategory, Regime
from augenmass.transmissions.rules.message import Content
from augenmass.transmissions.rules.replying import SENTENCES, can_be_given, classes_of
from augenmass.work.once import AlreadyDone, once

State = Reply.State


@dataclass(frozen=True, slots=True)
class Answering:
    """What an officer enters. ``given``: values as typed, by the name of the fact; the receiver is who asked, the purpose what for."""

    key: UUID
    sentence: str
    given: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    person_category: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """An answer as it would go at this moment."""

    partner: Partner
    facts: tuple[HeldFact, ...]
    answered: Answered
    content: Content

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact.data_class for fact in self.facts))

    @property
    def duties(self) -> tuple[Duty, ...]:
        return duties_of(self.answered, self.classes)


def reply(actor: Actor, message: UUID, entered: Answering) -> Reply:
    """Sign and send an answer, or give it to the second person where the body's rules ask for one. The same form sent twice makes one.

    Raises ``NotSent`` (a sentence), ``NotPermitted`` and ``Received.DoesNotExist``.
    """
    request = _request(actor, message)
    same = Reply.objects.filter(key=entered.key, request=request, body=actor.body_id)
    try:
        return once(same.first, lambda: _reply(actor, request, entered))
    except IntegrityError as error:
        # Another answer to the same request at the same moment.
        raise _answered_already() from error


def _reply(actor: Actor, request: Received, entered: Answering) -> Reply:
    with as_system(SystemRole.TRANSMISSION):
        cases = cases_about(request.message)
    try:
        with book(actor, cases, of_any_body=True) as opened:
            e = opened.entry("transmission.reply_prepared")
            if Reply.objects.filter(key=entered.key, request=request).exists():
                raise AlreadyDone
            settled = settle(actor, _to_answer(request.pk), entered)
            made = _prepared(e, actor, request, entered, settled)
            if not actor.body.asks_second_person(POLICY, default=False):
                e.kind = "transmission.replied"
                _sign(e, actor, made, settled)
        return made
    except AlreadyDone:
        return Reply.objects.get(key=entered.key, request=request)


def confirm_reply(actor: Actor, key: UUID) -> Reply:
    """Sign an answer as the second person: everything is asked again. Raises ``NotSent``, ``NotPermitted``, ``Reply.DoesNotExist``."""
    actor.require(right_to_confirm(actor))
    found = _own(actor, key)
    if found.prepared_by_id == actor.account_id:
        raise NotSent(_("Sie haben diese Antwort vorbereitet. Zeichnen muss sie eine andere Person."))
    with as_system(SystemRole.TRANSMISSION):
        cases = cases_about(found.request.message)
    with book(actor, cases, of_any_body=True) as opened:
        e = opened.entry("transmission.replied")
        _leave_waiting(e, found, State.SIGNED)
        request = Received.objects.select_related("content", "sender", "outside").get(pk=found.request_id)
        _refuse_unless_accepted(request)
        _sign(e, actor, found, settle(actor, request, entered_before(found)))
    found.refresh_from_db()
    return found


def withdraw_reply(actor: Actor, key: UUID) -> Reply:
    """Give up an answer that waits for its second signature; the request is open again. A second time changes nothing."""
    found = _own(actor, key)
    if found.state == State.WITHDRAWN:
        return found
    with book(actor) as opened:
        _leave_waiting(opened.entry("transmission.reply_withdrawn"), found, State.WITHDRAWN)
    found.refresh_from_db()
    return found


def right_to_confirm(actor: Actor) -> Permission:
    """What a second person needs. Bodies of kinds without a role for second signatures let a second officer of the inbox sign."""
    has_approvers = Role.APPROVER in GIVEN_IN.get(actor.body.kind, frozenset())
    return Permission.SECOND_SIGNATURE if has_approvers else Permission.RECEIVE


def settle(actor: Actor, request: Received, entered: Answering) -> Settled:
    """What would go now, with the answer of the matrix; nothing is written. Raises ``NotSent`` with a sentence for whatever may not go."""
    partner = Partner(body=request.sender, outside=request.outside)
    if partner.ended(today()):
        raise NotSent(_("Die anfragende Stelle gibt es nicht mehr. Bitte geben Sie das Ersuchen zu den Akten."))
    held = _held(entered)
    answered = ask_to_answer(actor, request, partner, entered.told, [fact.name for fact in held])
    try:
        facts = picked(answered, held, [fact.id for fact in held])
    except NotCarried as error:
        raise NotSent(not_carried(error)) from error
    if answered.regime is Regime.POLICE and not entered.person_category:
        raise NotSent(
            _("Für diesen Zweck gilt Polizeirecht. Bitte geben Sie an, zu welcher Personengruppe die Person gehört.")
        )
    duties = duties_of(answered, tuple(fact.data_class for fact in facts))
    about = _About(request.purpose, entered.person_category)
    content = content_of(about, facts, answered, duties, wording=SENTENCES[entered.sentence])
    return Settled(partner, facts, answered, content)


def ask_to_answer(
    actor: Actor, request: Received, partner: Partner, told: Mapping[str, str], names: "list[str]"
) -> Answered:
    """Ask the matrix for an answer to a request: what the request itself says cannot be answered otherwise. Raises ``NotSent``."""
    way = Way(matrix_kind(actor.body.kind) or "", partner.kind, request.purpose)
    fixed = {"on_request": "yes", **from_record(_said(request), today())}
    try:
        return ask(way, told, classes_of(names), today(), fixed)
    except ValueError as error:
        raise NotSent(_("Zweck, Anlass oder Stelle ist der Übermittlungsmatrix nicht bekannt.")) from error


@dataclass(frozen=True, slots=True)
class _About:
    """What of the head of a content an answer has."""

    purpose: str
    person_category: str
    occasion: str = ""
    asks: tuple[str, ...] = ()


def _said(request: Received) -> dict[str, Held]:
    """What the request says of the person, for the brakes that it answers itself."""
    found = {}
    for item in items_of(request):
        if item.name in VOCABULARY:
            try:
                value = parse_value(VOCABULARY[item.name], item.value)
            except FormatError:
                continue
            if value is not None:
                found[item.name] = Held(value)
    return found


def _held(entered: Answering) -> list[HeldFact]:
    """The values that were entered, as they could travel; an empty one is not established and does not. Raises ``NotSent``."""
    sentence = SENTENCES.get(entered.sentence)
    if sentence is None:
        raise NotSent(_("Bitte wählen Sie, wie Sie das Ersuchen beantworten."))
    if entered.person_category and entered.person_category not in set(PersonCategory):
        raise NotSent(_("Diese Personengruppe gibt es nicht."))
    typed = {name: value.strip() for name, value in entered.given.items() if value.strip()}
    if sentence.with_facts and not typed:
        raise NotSent(
            _("Es ist keine Angabe eingetragen. Bitte tragen Sie eine ein, oder wählen Sie einen anderen Satz.")
        )
    if typed and not sentence.with_facts:
        raise NotSent(
            _("Mit diesem Satz gehen keine Angaben. Bitte leeren Sie die Felder, oder wählen Sie einen anderen Satz.")
        )
    return [
        HeldFact(id=number, name=name, value=_value(name, text), known_on=today())
        for number, (name, text) in enumerate(typed.items())
    ]


def _value(name: str, text: str) -> str:
    if not can_be_given(name):
        raise NotSent(_("Dieses Merkmal gibt es nicht: %(names)s.") % {"names": name})
    declared = VOCABULARY[name]
    if "\x00" in text or len(text) > 1000:
        raise NotSent(_("„%(fact)s“ ist zu lang oder enthält ein unlesbares Zeichen.") % {"fact": declared.de})
    try:
        value = parse_value(declared, text)
    except FormatError as error:
        says = error.en if get_language() == "en" else error.de
        raise NotSent(says) from error
    if value is None:
        raise NotSent(
            _("Nicht festgestellt ist: %(names)s. Bestrittene und offene Angaben werden nicht übermittelt.")
            % {"names": declared.de}
        )
    return canonical(declared, value)


def _prepared(e: Entry, actor: Actor, request: Received, entered: Answering, settled: Settled) -> Reply:
    made = Reply(
        key=entered.key,
        request=request,
        body_id=actor.body_id,
        sentence=entered.sentence,
        told={name: value for name, value in entered.told.items() if value in ("yes", "no")},
        given={fact.name: fact.value for fact in settled.facts},
        classes=list(settled.classes),
        person_category=entered.person_category,
        prepared_by_id=actor.account_id,
        prepared_at=e.book.at,
        changed_at=e.book.at,
    )
    e.seal(made)
    e.refer(reply=made.pk)
    return made


def _sign(e: Entry, actor: Actor, made: Reply, settled: Settled) -> None:
    mine = made.prepared_by_id == actor.account_id
    signature = SignedReply(
        reply=made,
        provisions=settled.answered.carried(settled.classes),
        duties=[duty.de for duty in settled.duties],
        catalogue=transmission_catalogue().hash,
        regime=settled.answered.regime.value,
        signed_by_id=made.prepared_by_id,
        second_by_id=None if mine else actor.account_id,
        signed_at=e.book.at,
    )
    e.seal(signature)
    Reply.objects.filter(pk=made.pk).update(state=State.SIGNED, changed_at=e.book.at)
    answers = Received.objects.filter(pk=made.request_id, state=Received.State.ACCEPTED)
    answers.update(state=Received.State.ANSWERED, changed_at=e.book.at)
    message = Outgoing(
        sender=actor.body,
        receiver=settled.partner,
        kind=MessageKind.ANSWER,
        refers_to=made.request.message,
        content=settled.content,
        message=made.key,
    )
    hand_over(e, write_message(e, message))
    made.refresh_from_db(fields=["state", "changed_at"])


def entered_before(made: Reply) -> Answering:
    """What was entered, read from what is kept."""
    return Answering(made.key, made.sentence, made.given, made.told, made.person_category)


def _leave_waiting(e: Entry, found: Reply, state: State) -> None:
    waits = Reply.objects.filter(pk=found.pk, state=State.WAITING)
    if not waits.update(state=state, changed_at=e.book.at):
        raise NotSent(_("Diese Antwort wartet nicht mehr auf eine Zweitzeichnung. Bitte laden Sie die Seite neu."))
    e.refer(reply=found.pk)


def _request(actor: Actor, message: UUID) -> Received:
    actor.require(Permission.RECEIVE)
    actor.require_writing()
    if actor.program:
        raise NotSent(_("Ein Programm übermittelt nicht. Bitte unterzeichnen Sie die Übermittlung auf ihrer Seite."))
    return received_of(actor).get(message=message)


def _to_answer(pk: int) -> Received:
    """The request, if it can be answered from the inbox now. Raises ``NotSent``."""
    request = Received.objects.select_related("content", "sender", "outside").select_for_update(of=("self",)).get(pk=pk)
    if request.kind != MessageKind.REQUEST.value:
        raise NotSent(_("Beantwortet wird ein Ersuchen. Diese Nachricht ist keines."))
    if request.case_id is not None:
        raise NotSent(_("Dieses Ersuchen gehört zu einem Fall. Bitte beantworten Sie es aus dem Fall."))
    if request.state == Received.State.ANSWERED or request.replies.exclude(state__in=Reply.OVER).exists():
        raise _answered_already()
    _refuse_unless_accepted(request)
    return request


def _refuse_unless_accepted(request: Received) -> None:
    if request.state == Received.State.NEW:
        raise NotSent(_("Bitte nehmen Sie das Ersuchen zuerst an."))
    if request.state != Received.State.ACCEPTED:
        raise NotSent(
            _("Dieses Ersuchen ist zurückgegeben oder vom Absender zurückgerufen. Es wird nicht mehr beantwortet.")
        )


def _answered_already() -> NotSent:
    return NotSent(_("Dieses Ersuchen ist schon beantwortet, oder eine Antwort wartet auf ihre Zweitzeichnung."))


def _own(actor: Actor, key: UUID) -> Reply:
    actor.require(Permission.RECEIVE)
    actor.require_writing()
    if actor.program:
        raise NotSent(_("Ein Programm übermittelt nicht. Bitte unterzeichnen Sie die Übermittlung auf ihrer Seite."))
    mine = Reply.objects.filter(body=actor.body_id, request__in=received_of(actor))
    return mine.select_related("request").get(key=key)
