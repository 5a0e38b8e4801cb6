"""Composing and signing a transmission. Whatever a page showed, everything is asked again under the lock of the case."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import visible_facts
from augenmass.access.visible import worked_by, worked_q
from augenmass.cases.facts import current_facts
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, today
from augenmass.law.transmission.catalogue import transmission_catalogue
from augenmass.law.transmission.duties import Duty
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.ledger import Entry, book, entry
from augenmass.record.models import Case
from augenmass.transmissions.actions.admitting import cases_about
from augenmass.transmissions.actions.handing_over import hand_over
from augenmass.transmissions.actions.references import after_signing, check_reference
from augenmass.transmissions.actions.writing import Outgoing, write_message
from augenmass.transmissions.content import content_of, held_facts
from augenmass.transmissions.models import OutsideBody, SignedTransmission, Transmission
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.classes import matrix_kind
from augenmass.transmissions.rules.enquiring import (
    Answered,
    Bar,
    HeldFact,
    NotCarried,
    Way,
    ask,
    duties_of,
    from_record,
    picked,
)
from augenmass.transmissions.rules.kinds import COMPOSED, FOLLOWING, MessageKind, PersonCategory, Regime
from augenmass.transmissions.rules.message import WITH_CONTENT, Content
from augenmass.transmissions.rules.templates import TEMPLATES, Template
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.once import AlreadyDone, once

State = Transmission.State
SENT_OUT = (*COMPOSED, *FOLLOWING)
WITHOUT_FACTS = (MessageKind.REMINDER, MessageKind.RECALL)
POLICY = "transmission"
"""Under which name a body's rules ask for a second person; no statute asks for one."""


@dataclass(frozen=True, slots=True)
class Composition:
    """What an officer puts together. ``receiver`` is a body of this instance, ``outside`` one of the address book; one of the two."""

    key: UUID
    kind: MessageKind
    purpose: str
    reasons: str
    facts: tuple[int, ...] = ()
    receiver_id: int | None = None
    outside_id: int | None = None
    occasion: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    person_category: str = ""
    template: str = ""
    refers_to: UUID | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """A transmission as it would go at this moment."""

    partner: Partner
    facts: tuple[HeldFact, ...]
    answered: Answered | None
    """None where no facts go (a reminder)."""

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact.data_class for fact in self.facts))

    @property
    def carried(self) -> dict[str, list[str]]:
        return self.answered.carried(self.classes) if self.answered is not None else {}


def transmit(actor: Actor, case_id: int, asked: Composition) -> Transmission:
    """Sign and send, or give to the second person where the body's rules ask for one. The same form sent twice makes one.

    Raises ``NotSent`` (a sentence: to whom, what or why it cannot go), ``NotPermitted`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.TRANSMIT)
    _by_a_person(actor)
    worked_by(actor).get(pk=case_id)
    same = Transmission.objects.filter(key=asked.key, case=case_id, sender=actor.body_id)
    return once(same.first, lambda: _transmit(actor, case_id, asked))


def _transmit(actor: Actor, case_id: int, asked: Composition) -> Transmission:
    try:
        with _signing(actor, "transmission.prepared", case_id, asked.refers_to) as e:
            if Transmission.objects.filter(key=asked.key).exists():
                raise AlreadyDone
            transmission, settled = _prepared(e, actor, asked)
            if actor.body.asks_second_person(POLICY, default=False):
                _ask_second(e, transmission)
            else:
                e.kind = "transmission.signed"
                sign_and_send(e, actor, transmission, settled)
            return transmission
    except AlreadyDone:
        return Transmission.objects.get(key=asked.key, case=case_id, sender=actor.body_id)


@contextmanager
def _signing(actor: Actor, kind: str, case_id: int, refers_to: UUID | None) -> Iterator[Entry]:
    """An action on the own case; inside the instance the case at the other end of an earlier message is locked with it.

    Raises ``Case.DoesNotExist`` when the case left the actor's body meanwhile.
    """
    with as_system(SystemRole.TRANSMISSION):
        others = cases_about(refers_to)
    with book(actor, {case_id, *others}, of_any_body=True) as opened:
        case = opened.case(case_id)
        if case.body_id != actor.body_id:
            raise Case.DoesNotExist
        yield opened.entry(kind, case)


def confirm(actor: Actor, key: UUID) -> Transmission:
    """Sign as the second person: everything is asked again, and what no longer may go stops the signature.

    Raises ``NotSent``, ``NotPermitted`` and ``Transmission.DoesNotExist``.
    """
    actor.require(Permission.SECOND_SIGNATURE)
    _by_a_person(actor)
    found = _own(actor, key)
    if found.prepared_by_id == actor.account_id:
        raise NotSent(_("Sie haben diese Übermittlung vorbereitet. Zeichnen muss sie eine andere Person."))
    with _signing(actor, "transmission.confirmed", found.case_id, found.refers_to) as e:
        transmission = Transmission.objects.get(pk=found.pk)
        if transmission.state != State.WAITING:
            raise NotSent(
                _("Diese Übermittlung wartet nicht mehr auf eine Zweitzeichnung. Bitte laden Sie die Seite neu.")
            )
        close_tasks(e, transmission.about)
        asked = composition_of(transmission)
        settled = settle(actor, transmission.case, asked)
        check_reference(actor.body_id, found.case_id, asked.kind, asked.refers_to, settled.partner)
        sign_and_send(e, actor, transmission, settled)
    return transmission


def withdraw(actor: Actor, key: UUID) -> Transmission:
    """Give up a transmission that waits for its second signature. A second time changes nothing."""
    actor.require(Permission.TRANSMIT)
    found = _own(actor, key)
    if found.state == State.WITHDRAWN:
        return found
    with entry(actor, "transmission.withdrawn", found.case_id) as e:
        waits = Transmission.objects.filter(pk=found.pk, state=State.WAITING)
        if not waits.update(state=State.WITHDRAWN, changed_at=e.book.at):
            raise NotSent(_("Diese Übermittlung ist schon unterzeichnet. Sie können sie auf ihrer Seite zurückrufen."))
        close_tasks(e, found.about)
        e.refer(transmission=found.pk)
    found.refresh_from_db()
    return found


def settle(actor: Actor, case: Case, asked: Composition) -> Settled:
    """What would go now, with the answer of the matrix. Raises ``NotSent`` with a sentence for whatever may not go."""
    partner = _partner(actor, asked)
    if not asked.facts:
        return Settled(partner, (), None)
    rows = visible_facts(actor, case).filter(pk__in=asked.facts, closed_by=None, erased_by=None)
    held = held_facts(rows, today())
    way = Way(matrix_kind(actor.body.kind) or "", partner.kind, asked.purpose, asked.occasion)
    classes = {fact.data_class for fact in held}
    if len(held) != len(set(asked.facts)) or not classes:
        raise NotSent(
            _(
                "Eine der gewählten Angaben gilt nicht mehr oder ist für Sie nicht sichtbar. Bitte laden Sie die Seite neu."
            )
        )
    answered = ask_for(case, way, asked.told, classes)
    try:
        facts = picked(answered, held, asked.facts)
    except NotCarried as error:
        raise NotSent(not_carried(error)) from error
    return Settled(partner, facts, answered)


def preview(actor: Actor, case: Case, asked: Composition) -> Content:
    """Exactly what would travel, from the same functions that write it; nothing is written. Raises ``NotSent``."""
    _check(asked)
    settled = settle(actor, case, asked)
    template = TEMPLATES.get(asked.template)
    due = today() + template.answer_within if template is not None and template.answer_within else None
    return content_of(asked, settled.facts, settled.answered, _duties(settled), wording=template, answer_by=due)


def ask_for(case: Case, way: Way, told: Mapping[str, str], classes: set[str]) -> Answered:
    """Ask the matrix for a case: what its record says to the brakes cannot be answered otherwise. Raises ``NotSent``."""
    fixed = from_record(current_facts([case.pk], today())[case.pk].held, today())
    try:
        return ask(way, told, sorted(classes), today(), fixed)
    except ValueError as error:
        raise NotSent(_("Zweck, Anlass oder Stelle ist der Übermittlungsmatrix nicht bekannt.")) from error


def sign_and_send(e: Entry, actor: Actor, transmission: Transmission, settled: Settled) -> SignedTransmission:
    """Sign what was settled on the locked case in this same action, and hand it over. Raises ``NotSent``."""
    template = TEMPLATES.get(transmission.template)
    due = day_of(e.book.at) + template.answer_within if template is not None and template.answer_within else None
    signature = SignedTransmission(
        transmission=transmission,
        provisions=settled.carried,
        duties=[duty.de for duty in _duties(settled)],
        catalogue=transmission_catalogue().hash,
        regime=settled.answered.regime.value if settled.answered is not None else Regime.GDPR.value,
        signed_by_id=actor.account_id
        if transmission.prepared_by_id == actor.account_id
        else transmission.prepared_by_id,
        second_by_id=None if transmission.prepared_by_id == actor.account_id else actor.account_id,
        signed_at=e.book.at,
        answer_due=due,
    )
    e.seal(signature)
    envelope = write_message(e, _outgoing(actor, transmission, settled, template, due))
    Transmission.objects.filter(pk=transmission.pk).update(state=State.SIGNED, changed_at=e.book.at)
    transmission.state, transmission.changed_at = State.SIGNED, e.book.at
    e.refer(transmission=transmission.pk)
    after_signing(e, transmission)
    if due is not None:
        _watch(e, transmission, due)
    hand_over(e, envelope)
    return signature


def composition_of(transmission: Transmission) -> Composition:
    """What was put together, read from what is kept."""
    return Composition(
        key=transmission.key,
        kind=MessageKind(transmission.kind),
        purpose=transmission.purpose,
        reasons=transmission.reasons,
        facts=tuple(transmission.facts),
        receiver_id=transmission.receiver_id,
        outside_id=transmission.outside_id,
        occasion=transmission.occasion,
        told=transmission.told,
        asks=tuple(transmission.asks),
        person_category=transmission.person_category,
        template=transmission.template,
        refers_to=transmission.refers_to,
    )


def _duties(settled: Settled) -> tuple[Duty, ...]:
    return duties_of(settled.answered, settled.classes) if settled.answered is not None else ()


def _outgoing(
    actor: Actor, transmission: Transmission, settled: Settled, template: Template | None, due: date | None
) -> Outgoing:
    kind = MessageKind(transmission.kind)
    content = None
    if kind in WITH_CONTENT:
        content = content_of(
            composition_of(transmission),
            settled.facts,
            settled.answered,
            _duties(settled),
            wording=template,
            answer_by=due,
        )
    return Outgoing(
        sender=actor.body,
        receiver=settled.partner,
        kind=kind,
        refers_to=transmission.refers_to,
        content=content,
        message=transmission.key,
        transmission=transmission,
    )


def _watch(e: Entry, transmission: Transmission, due: date) -> None:
    title = _("Antwort von %(body)s abwarten") % {"body": transmission.receiver_name}
    asked = MessageKind(transmission.kind)
    if asked is MessageKind.REMINDER:
        # The clock of the request runs anew.
        close_tasks(e, f"transmission:{transmission.refers_to}")
    open_task(
        e,
        kind=Task.Kind.RESUBMISSION,
        title=title,
        due=due,
        assignee_id=transmission.prepared_by_id,
        about=f"transmission:{transmission.refers_to}" if asked is MessageKind.REMINDER else transmission.about,
    )


def _prepared(e: Entry, actor: Actor, asked: Composition) -> tuple[Transmission, Settled]:
    """Check everything and keep what was put together. Raises ``NotSent``."""
    assert e.case is not None
    _check(asked)
    settled = settle(actor, e.case, asked)
    check_reference(actor.body_id, e.case.pk, asked.kind, asked.refers_to, settled.partner)
    if settled.answered is not None and settled.answered.regime is Regime.POLICE and not asked.person_category:
        raise NotSent(
            _("Für diesen Zweck gilt Polizeirecht. Bitte geben Sie an, zu welcher Personengruppe die Person gehört.")
        )
    transmission = Transmission(
        key=asked.key,
        case=e.case,
        sender_id=actor.body_id,
        receiver=settled.partner.body,
        outside=settled.partner.outside,
        kind=asked.kind.value,
        template=asked.template,
        purpose=asked.purpose,
        occasion=asked.occasion,
        told={name: value for name, value in asked.told.items() if value in ("yes", "no")},
        facts=[fact.id for fact in settled.facts],
        names=[fact.name for fact in settled.facts],
        asks=list(asked.asks),
        classes=list(settled.classes),
        reasons=asked.reasons.strip()[:2000],
        person_category=asked.person_category,
        refers_to=asked.refers_to,
        prepared_by_id=actor.account_id,
        prepared_at=e.book.at,
        changed_at=e.book.at,
    )
    e.seal(transmission)
    e.refer(transmission=transmission.pk)
    return transmission, settled


def _check(asked: Composition) -> None:
    if asked.kind not in SENT_OUT:
        raise NotSent(_("Eine Nachricht dieser Art entsteht von selbst und wird nicht zusammengestellt."))
    if not asked.reasons.strip():
        raise NotSent(
            _("Bitte begründen Sie, warum die Übermittlung erforderlich ist. Die Begründung bleibt in der Akte.")
        )
    if asked.kind not in WITHOUT_FACTS and not asked.facts:
        raise NotSent(
            _("Es ist nichts ausgewählt. Bitte wählen Sie mindestens eine Angabe, die übermittelt werden darf.")
        )
    if unknown := [name for name in asked.asks if name not in VOCABULARY]:
        raise NotSent(_("Dieses Merkmal gibt es nicht: %(names)s.") % {"names": ", ".join(unknown)})
    if asked.person_category and asked.person_category not in set(PersonCategory):
        raise NotSent(_("Diese Personengruppe gibt es nicht."))
    if asked.template and asked.template not in TEMPLATES:
        raise NotSent(_("Diese Vorlage gibt es nicht mehr. Bitte beginnen Sie neu."))


def _partner(actor: Actor, asked: Composition) -> Partner:
    """Who receives. Raises ``NotSent`` for nobody, oneself, or a body that no longer exists or takes no part."""
    partner = Partner(
        body=Body.objects.filter(pk=asked.receiver_id).first() if asked.receiver_id is not None else None,
        outside=OutsideBody.objects.filter(pk=asked.outside_id, body=actor.body_id).first()
        if asked.outside_id is not None
        else None,
    )
    if (partner.body is None) == (partner.outside is None):
        raise NotSent(_("Diese Stelle gibt es nicht. Bitte wählen Sie eine Stelle aus der Liste."))
    if partner.ended(today()):
        raise NotSent(_("Diese Stelle gibt es nicht mehr. Bitte wählen Sie eine andere."))
    if partner.body is not None and partner.body.pk == actor.body_id:
        raise NotSent(_("Ihre eigene Dienststelle hat die Angaben bereits."))
    if not partner.kind or not matrix_kind(actor.body.kind):
        raise NotSent(_("Eine Stelle dieser Art nimmt an Übermittlungen nicht teil."))
    return partner


def not_carried(error: NotCarried) -> str:
    """The sentence for facts that may not go."""
    names = ", ".join(VOCABULARY[name].de if name in VOCABULARY else name for name in error.names)
    sentences = {
        Bar.NOT_HELD: _("Diese Angaben gelten nicht mehr: %(names)s. Bitte laden Sie die Seite neu."),
        Bar.NOT_ESTABLISHED: _(
            "Nicht festgestellt ist: %(names)s. Bestrittene und offene Angaben werden nicht übermittelt."
        ),
        Bar.NOT_ALLOWED: _(
            "Diese Angaben dürfen so nicht übermittelt werden: %(names)s. Keine Vorschrift trägt ihre Datenart, oder eine Sperre steht entgegen oder ist offen."
        ),
    }
    return sentences[error.why] % {"names": names}


def _ask_second(e: Entry, transmission: Transmission) -> None:
    title = _("Übermittlung an %(body)s zeichnen") % {"body": transmission.receiver_name}
    open_task(
        e,
        kind=Task.Kind.SIGNATURE,
        title=title,
        due=today(),
        not_by_id=transmission.prepared_by_id,
        about=transmission.about,
    )


def _own(actor: Actor, key: UUID) -> Transmission:
    found = Transmission.objects.filter(worked_q(actor, prefix="case__"), sender=actor.body_id)
    return found.select_related("case", "receiver", "outside").get(key=key)


def _by_a_person(actor: Actor) -> None:
    if actor.program:
        raise NotSent(_("Ein Programm übermittelt nicht. Bitte unterzeichnen Sie die Übermittlung auf ihrer Seite."))
