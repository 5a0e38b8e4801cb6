"""Asking a service for interpreting, its answer by a link, and taking a request back when the talk is held on another day or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Final
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.actions.changing import advance, changing
from augenmass.agreements.actions.releasing import send_taken_back
from augenmass.agreements.models import Agreement, Interpreting, Review
from augenmass.agreements.queries.agreements import visible_agreements
from augenmass.agreements.rules.languages import LANGUAGES
from augenmass.agreements.rules.link import INTERPRETER
from augenmass.agreements.wording.mails import INTERPRETER as WORDS
from augenmass.law.time import today
from augenmass.record.ledger import Entry, System, entry
from augenmass.work.outbox import queue_mail
from augenmass.work.refusal import NotDone

State = Interpreting.State
SHORTEST, LONGEST = 10, 480
MOST_OPEN: Final = 20


@dataclass(frozen=True, slots=True)
class NewInterpreting:
    """What is asked of whom; ``key`` comes from the form."""

    key: UUID
    day: date
    begins: time
    minutes: int
    way: str
    place: str
    language: str
    service: str
    email: str


def ask_interpreter(
    actor: Actor, key: UUID, seen: int, asked: NewInterpreting, address: Callable[[str], str]
) -> Interpreting:
    """Ask a service: it gets a mail with a link and answers without an account. The same form sent twice asks once.

    ``address`` makes the address of the page from the secret. Raises ``NotDone``, ``NotPermitted``.
    """
    there = Interpreting.objects.filter(key=asked.key, agreement__in=visible_agreements(actor).filter(key=key)).first()
    if there is not None:
        return there
    _check(asked)
    with changing(actor, "agreement.interpreter_asked", key, seen) as (e, agreement):
        if not agreement.running:
            raise NotDone(_("Diese Vereinbarung ist beendet."))
        if Interpreting.objects.filter(agreement=agreement, state=State.ASKED).count() >= MOST_OPEN:
            raise NotDone(_("Es sind schon viele Anfragen offen. Nehmen Sie zuerst einige zurück."))
        review = agreement.reviews.filter(state=Review.State.PLANNED, due=asked.day).first()
        made = Interpreting.objects.create(
            key=asked.key,
            agreement=agreement,
            review=review,
            language=asked.language,
            day=asked.day,
            begins=asked.begins,
            minutes=asked.minutes,
            way=asked.way,
            place=asked.place.strip(),
            service=asked.service.strip(),
            email=asked.email.strip(),
        )
        e.refer(interpreting=made.pk)
        _send(e, made, agreement, address)
    return made


def ask_interpreter_again(
    actor: Actor, key: UUID, seen: int, interpreting: UUID, address: Callable[[str], str]
) -> None:
    """Send another link; the one before opens nothing any more. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.interpreter_asked_again", key, seen) as (e, agreement):
        found = _of(agreement, interpreting)
        if found.state != State.ASKED or found.day < today():
            raise NotDone(_("Der Dienst hat schon geantwortet, oder der Tag ist vorbei."))
        found.link = uuid4()
        found.save(update_fields=["link"])
        e.refer(interpreting=found.pk)
        _send(e, found, agreement, address)


def take_interpreter_back(actor: Actor, key: UUID, seen: int, interpreting: UUID) -> None:
    """Take a request back, also one that was accepted: the service gets a mail. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.interpreter_taken_back", key, seen) as (e, agreement):
        found = _of(agreement, interpreting)
        if found.state not in (State.ASKED, State.CONFIRMED):
            raise NotDone(_("Diese Anfrage ist schon abgesagt oder zurückgenommen."))
        send_taken_back(e, agreement, [found])
        e.refer(interpreting=found.pk)


@dataclass(frozen=True, slots=True)
class OpenedRequest:
    """What a service sees: language, day, duration, place, who asks. Nothing of the agreement and nobody's name but the counsellor's."""

    state: str
    reference: str
    language: str
    day: date
    begins: time
    minutes: int
    way: str
    place: str
    service: str
    body: str
    counsellor: str
    telephone: str


def open_request(token: str) -> OpenedRequest | None:
    """What a link opens until its day is over; None for one that is forged, replaced or over."""
    with as_system(SystemRole.AGREEMENT):
        found = _linked(token)
        if found is None:
            return None
        body, counsellor = found.agreement.body, found.agreement.counsellor
        return OpenedRequest(
            found.state,
            found.reference,
            found.language,
            found.day,
            found.begins,
            found.minutes,
            found.way,
            found.place,
            found.service,
            body.name,
            counsellor.name,
            counsellor.telephone or body.telephone,
        )


def answer_request(token: str, yes: bool, name: str, note: str = "") -> None:
    """Accept or decline by a link, once. Raises ``NotDone``."""
    if not name.strip() or len(name) > 200 or len(note) > 500:
        raise NotDone(_("Bitte nennen Sie Ihren Namen; eine Bemerkung hat höchstens 500 Zeichen."))
    with as_system(SystemRole.AGREEMENT), entry(System(), "agreement.interpreter_answered") as e:
        found = _linked(token)
        answer = {
            "state": State.CONFIRMED if yes else State.DECLINED,
            "answered_by": name.strip(),
            "note": note.strip(),
        }
        open_ = Interpreting.objects.filter(state=State.ASKED)
        if found is None or not open_.filter(pk=found.pk).update(**answer):
            raise NotDone(_("Dieser Link gilt nicht mehr. Bitte wenden Sie sich an die Beratungsstelle."))
        advance(Agreement.objects.select_for_update().get(pk=found.agreement_id))
        e.refer(agreement=found.agreement_id, interpreting=found.pk, yes=yes)


def _linked(token: str) -> Interpreting | None:
    link = INTERPRETER.key_in(token)
    if link is None:
        return None
    held = Interpreting.objects.select_related("agreement__body", "agreement__counsellor")
    return held.filter(link=link, day__gte=today()).first()


def _send(e: Entry, found: Interpreting, agreement: Agreement, address: Callable[[str], str]) -> None:
    said = {
        "body": agreement.body.name,
        "address": address(INTERPRETER.token_of(found.link)),
        "reference": found.reference,
    }
    queue_mail(e, found.email, WORDS.subject, WORDS.text.format(**said))


def _of(agreement: Agreement, interpreting: UUID) -> Interpreting:
    found = Interpreting.objects.filter(agreement=agreement, key=interpreting).first()
    if found is None:
        raise NotDone(_("Diese Anfrage gibt es nicht."))
    return found


def _check(asked: NewInterpreting) -> None:
    if asked.day < today():
        raise NotDone(_("Der Tag liegt in der Vergangenheit."))
    if not SHORTEST <= asked.minutes <= LONGEST:
        raise NotDone(_("Die Dauer liegt zwischen 10 Minuten und 8 Stunden."))
    if asked.way not in Interpreting.Way.values or asked.language not in LANGUAGES or asked.language == "de":
        raise NotDone(_("Bitte wählen Sie Sprache und Weg aus der Liste."))
    if asked.way == Interpreting.Way.PLACE and not asked.place.strip():
        raise NotDone(_("Bitte nennen Sie den Ort."))
    if not asked.service.strip() or len(asked.service) > 200 or len(asked.place) > 200:
        raise NotDone(_("Bitte nennen Sie den Dienst; Name und Ort sind kurz zu halten."))
    try:
        validate_email(asked.email.strip())
    except ValidationError as error:
        raise NotDone(_("Die E-Mail-Adresse des Dienstes ist nicht gültig.")) from error
