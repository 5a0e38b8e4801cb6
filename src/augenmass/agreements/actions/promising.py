"""Asking other bodies for a service, and their answers by a link without an account."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.actions.changing import advance, changing, edition_in_work
from augenmass.agreements.actions.days import keep_days
from augenmass.agreements.actions.drafting import check_day
from augenmass.agreements.models import Agreement, Edition, Promise, ProviderLink
from augenmass.agreements.rules.content import MOST_STEPS
from augenmass.agreements.rules.link import PROVIDER
from augenmass.agreements.wording.mails import PROVIDER as WORDS
from augenmass.law.time import day_of, today
from augenmass.record.ledger import Entry, System, entry
from augenmass.work.outbox import queue_mail
from augenmass.work.refusal import NotDone

LASTS = timedelta(days=21)
"""How long a link is good; another one is sent with a click."""
State, Purpose = Promise.State, ProviderLink.Purpose


@dataclass(frozen=True, slots=True)
class NewPromise:
    """What is asked of whom, until when; ``key`` comes from the form."""

    key: UUID
    provider: str
    email: str
    service: str
    due: date
    name_shown: bool = False
    anyway: bool = False
    kind: str = Promise.Kind.OTHER.value


def ask(actor: Actor, key: UUID, seen: int, asked: NewPromise, address: Callable[[str], str]) -> Promise:
    """Ask a body for a service: it gets a mail with a link and answers without an account.

    ``address`` makes the address of the page from the secret. Raises ``NoWorkingDay``, ``NotDone``, ``NotPermitted``.
    """
    _check(actor, asked)
    with changing(actor, "agreement.service_asked", key, seen) as (e, agreement):
        edition = edition_in_work(agreement)
        if edition.stage != Edition.Stage.DRAFT:
            raise NotDone(_("Der Text dieser Fassung steht schon. Öffnen Sie ihn wieder, um etwas zu ändern."))
        content = edition.said
        if len(content.promises) >= MOST_STEPS:
            raise NotDone(_("Mehr als 30 Leistungen kann eine Vereinbarung nicht haben."))
        made = Promise.objects.create(
            key=asked.key,
            agreement=agreement,
            provider=asked.provider.strip(),
            email=asked.email.strip(),
            service=asked.service.strip(),
            kind=asked.kind,
            due=asked.due,
            name_shown=asked.name_shown,
        )
        kept = replace(content, promises=(*content.promises, made.key))
        Edition.objects.filter(pk=edition.pk).update(content=kept.to_json())
        e.refer(promise=made.pk)
        _send(e, made, Purpose.ANSWER, address)
    return made


def ask_again(actor: Actor, key: UUID, seen: int, promise: UUID, address: Callable[[str], str]) -> None:
    """Send another link; the one before opens nothing any more. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.link_sent", key, seen) as (e, agreement):
        found = _of(agreement, promise)
        if not agreement.running or found.state not in (State.ASKED, State.ACCEPTED):
            raise NotDone(_("Diese Stelle hat schon geantwortet, oder die Vereinbarung ist beendet."))
        e.refer(promise=found.pk)
        _send(e, found, Purpose.ANSWER if found.state == State.ASKED else Purpose.DELIVERED, address)


def take_back(actor: Actor, key: UUID, seen: int, promise: UUID) -> None:
    """Take a request back that was not accepted, or set one aside that was declined. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.request_taken_back", key, seen) as (e, agreement):
        found = _of(agreement, promise)
        if found.state not in (State.ASKED, State.DECLINED):
            raise NotDone(_("Diese Leistung ist zugesagt. Sprechen Sie mit der Stelle, bevor Sie etwas ändern."))
        Promise.objects.filter(pk=found.pk).update(state=State.TAKEN_BACK)
        found.links.filter(used_at=None).update(used_at=e.book.at)
        for edition in agreement.editions.filter(stage=Edition.Stage.DRAFT):
            held = edition.said
            kept = replace(held, promises=tuple(one for one in held.promises if one != promise))
            Edition.objects.filter(pk=edition.pk).update(content=kept.to_json())
        e.refer(promise=found.pk)


def note_delivered(actor: Actor, key: UUID, seen: int, promise: UUID, on: date) -> None:
    """Note what the person or the provider said: the service was given. Raises ``NotDone``, ``NotPermitted``."""
    if on > today():
        raise NotDone(_("Der Tag liegt in der Zukunft."))
    with changing(actor, "agreement.service_noted", key, seen) as (e, agreement):
        found = _of(agreement, promise)
        if found.state != State.ACCEPTED:
            raise NotDone(_("Die Leistung ist noch nicht zugesagt."))
        Promise.objects.filter(pk=found.pk).update(state=State.DELIVERED, delivered_on=on)
        found.links.filter(used_at=None).update(used_at=e.book.at)
        e.refer(promise=found.pk)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a provider says by a link: ``yes`` accepts, or confirms that the service was given."""

    yes: bool
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a provider sees: the one service, who asks, and the person's name where the person wants that."""

    purpose: str
    service: str
    provider: str
    due: date
    body: str
    counsellor: str
    telephone: str
    person: str


def open_link(token: str) -> Opened | None:
    """What a link opens today; None for one that is forged, used, expired or replaced. Nothing else of the agreement is read."""
    with as_system(SystemRole.AGREEMENT):
        link = _valid(token)
        if link is None:
            return None
        promise, agreement = link.promise, link.promise.agreement
        return Opened(
            link.purpose,
            promise.service,
            promise.provider,
            promise.due,
            agreement.body.name,
            agreement.counsellor.name,
            agreement.counsellor.telephone or agreement.body.telephone,
            agreement.participant.name if promise.name_shown else "",
        )


def reply(token: str, said: Reply) -> None:
    """Answer by a link, once. Raises ``NotDone``."""
    if not said.name.strip() or len(said.name) > 200 or len(said.note) > 500:
        raise NotDone(_("Bitte nennen Sie Ihren Namen; eine Bemerkung hat höchstens 500 Zeichen."))
    with as_system(SystemRole.AGREEMENT), entry(System(), "agreement.service_answered") as e:
        link = _valid(token)
        used = link and ProviderLink.objects.filter(pk=link.pk, used_at=None).update(used_at=e.book.at)
        if link is None or not used:
            raise NotDone(_("Dieser Link gilt nicht mehr. Bitte wenden Sie sich an die Beratungsstelle."))
        agreement = Agreement.objects.select_for_update().get(pk=link.promise.agreement_id)
        advance(agreement)
        Promise.objects.filter(pk=link.promise_id).update(
            **_answered(link, said, day_of(e.book.at)), answered_by=said.name.strip(), note=said.note.strip()
        )
        keep_days(agreement)
        e.refer(agreement=agreement.pk, promise=link.promise_id, yes=said.yes)


def _answered(link: ProviderLink, said: Reply, day: date) -> dict[str, object]:
    if link.purpose == Purpose.ANSWER:
        return {"state": State.ACCEPTED, "accepted_on": day} if said.yes else {"state": State.DECLINED}
    return {"state": State.DELIVERED, "delivered_on": day} if said.yes else {}


def _valid(token: str) -> ProviderLink | None:
    key = PROVIDER.key_in(token)
    held = ProviderLink.objects.select_related(
        "promise__agreement__participant", "promise__agreement__body", "promise__agreement__counsellor"
    )
    found = held.filter(key=key, used_at=None, valid_until__gte=today()).first() if key is not None else None
    open_ = (Agreement.State.DRAFT, Agreement.State.ACTIVE)
    return found if found is not None and found.promise.agreement.state in open_ else None


def _send(e: Entry, promise: Promise, purpose: str, address: Callable[[str], str]) -> None:
    promise.links.filter(used_at=None).update(used_at=e.book.at)
    link = ProviderLink.objects.create(
        promise=promise, purpose=purpose, valid_until=day_of(e.book.at) + LASTS, made_at=e.book.at
    )
    said = {
        "body": promise.agreement.body.name,
        "address": address(PROVIDER.token_of(link.key)),
        "day": f"{link.valid_until:%d.%m.%Y}",
    }
    queue_mail(e, promise.email, WORDS.subject, WORDS.text.format(**said))


def _of(agreement: Agreement, promise: UUID) -> Promise:
    found = agreement.promises.filter(key=promise).first()
    if found is None:
        raise NotDone(_("Diese Anfrage gibt es nicht."))
    return found


def _check(actor: Actor, asked: NewPromise) -> None:
    if not asked.provider.strip() or not asked.service.strip() or len(asked.service) > 300 or len(asked.provider) > 200:
        raise NotDone(_("Bitte nennen Sie Stelle und Leistung; beides ist kurz zu halten."))
    try:
        validate_email(asked.email.strip())
    except ValidationError as error:
        raise NotDone(_("Die E-Mail-Adresse der Stelle ist nicht gültig.")) from error
    check_day(asked.due, actor.body.land, asked.anyway)
