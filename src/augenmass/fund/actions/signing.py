"""Preparing the payment of a tranche and signing it, by two different people who both work on the case."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.directory.roles import Permission
from augenmass.fund.actions.booking import lock, post, require_open
from augenmass.fund.due_sources import about_payable
from augenmass.fund.models import Payment, Tranche
from augenmass.fund.refusal import NotBooked, NotFitting
from augenmass.fund.rules.accounts import PostingKind
from augenmass.record.ledger import Entry, entry
from augenmass.record.once import AlreadyDone, once
from augenmass.work.actions.tasks import close_tasks


@dataclass(frozen=True, slots=True)
class PaymentForm:
    """Who gets the money and where to; ``key`` comes from the form."""

    key: UUID
    payee: str
    account: str


def prepare(actor: Actor, tranche_key: UUID, asked: PaymentForm) -> Payment:
    """Prepare the payment of a tranche that can be paid. The same form sent twice prepares once.

    Raises ``NotBooked``, ``NotPermitted`` and ``Tranche.DoesNotExist``.
    """
    actor.require_writing()
    actor.require(Permission.TAKE_STEPS)
    _refuse_program(actor)
    tranche = Tranche.objects.select_related("commitment").get(key=tranche_key, commitment__case__in=worked_by(actor))
    for field, text in (("payee", asked.payee), ("account", asked.account)):
        if not text.strip():
            raise NotFitting(field, _("Bitte geben Sie an, wer das Geld bekommt und wohin es geht."))
    same = Payment.objects.filter(key=asked.key, tranche=tranche)
    try:
        return once(same.first, lambda: _prepare(actor, tranche, asked))
    except AlreadyDone:
        return same.get()


def _prepare(actor: Actor, found: Tranche, asked: PaymentForm) -> Payment:
    with entry(actor, "fund.payment_prepared", found.commitment.case_id) as e:
        lock(found.budget.fund_id)
        if Payment.objects.filter(key=asked.key).exists():
            raise AlreadyDone
        tranche = _locked(found.pk)
        if tranche.state != Tranche.State.PAYABLE:
            raise NotBooked(
                _("Diese Rate kann nicht ausgezahlt werden. Stand: %(state)s.") % {"state": tranche.get_state_display()}
            )
        require_open(tranche.budget)
        earlier = tranche.payments.count()
        if tranche.payments.filter(state=Payment.State.WAITING).exists():
            raise NotBooked(_("Für diese Rate wartet schon eine Zahlung auf die Zweitzeichnung."))
        made = Payment(
            key=asked.key,
            tranche=tranche,
            number=f"{tranche.commitment.number}/{tranche.position}" + (f"-{earlier + 1}" if earlier else ""),
            cents=tranche.cents,
            payee=asked.payee.strip()[:200],
            account=asked.account.strip()[:200],
            prepared_by_id=actor.account_id,
            prepared_at=e.book.at,
        )
        e.seal(made)
        e.refer(payment=made.pk)
    return made


def sign(actor: Actor, key: UUID) -> Payment:
    """Sign as the second person: the tranche is paid. Raises ``NotBooked``, ``NotPermitted`` and ``Payment.DoesNotExist``."""
    actor.require(Permission.SECOND_SIGNATURE)

    def pay(e: Entry, payment: Payment) -> None:
        if payment.prepared_by_id == actor.account_id:
            raise NotBooked(_("Ihre eigene Zahlung muss eine andere Person unterzeichnen."))
        tranche = _locked(payment.tranche_id)
        if tranche.state != Tranche.State.PAYABLE:
            raise NotBooked(
                _("Diese Rate kann nicht ausgezahlt werden. Stand: %(state)s.") % {"state": tranche.get_state_display()}
            )
        programme = tranche.commitment.terms.programme
        post(e, tranche.budget, PostingKind.PAID, payment.cents, number=payment.number, programme=programme)
        tranche.state = Tranche.State.PAID
        tranche.save(update_fields=["state"])
        close_tasks(e, about_payable(tranche))
        payment.state = Payment.State.SIGNED

    return _decide(actor, key, "fund.payment_signed", pay)


def refuse(actor: Actor, key: UUID, reason: str) -> Payment:
    """Refuse as the second person, or withdraw what one prepared. Raises ``NotBooked``, ``NotPermitted`` and ``Payment.DoesNotExist``."""

    def turn_down(_e: Entry, payment: Payment) -> None:
        own = payment.prepared_by_id == actor.account_id
        if not own:
            actor.require(Permission.SECOND_SIGNATURE)
            if not reason.strip():
                raise NotBooked(_("Bitte geben Sie an, warum Sie die Zahlung ablehnen."))
        payment.state = Payment.State.WITHDRAWN if own else Payment.State.REFUSED
        payment.decision_reason = reason.strip()[:500]

    return _decide(actor, key, "fund.payment_refused", turn_down)


def _decide(actor: Actor, key: UUID, kind: str, act: Callable[[Entry, Payment], None]) -> Payment:
    actor.require_writing()
    actor.require(Permission.TAKE_STEPS)
    _refuse_program(actor)
    found = Payment.objects.select_related("tranche__commitment", "tranche__budget").get(
        key=key, tranche__commitment__case__in=worked_by(actor)
    )
    with entry(actor, kind, found.tranche.commitment.case_id) as e:
        lock(found.tranche.budget.fund_id)
        payment = Payment.objects.get(pk=found.pk)
        if payment.state != Payment.State.WAITING:
            raise NotBooked(
                _("Über diese Zahlung ist bereits entschieden. Stand: %(state)s.")
                % {"state": payment.get_state_display()}
            )
        act(e, payment)
        payment.decided_by, payment.decided_at = actor.account, e.book.at
        payment.save(update_fields=["state", "decided_by", "decided_at", "decision_reason"])
        e.refer(payment=payment.pk)
    return payment


def _locked(pk: int) -> Tranche:
    """A tranche as it stands now; its fund is locked."""
    return Tranche.objects.select_related("budget__fund", "commitment__terms__programme").get(pk=pk)


def _refuse_program(actor: Actor) -> None:
    if actor.program:
        raise NotBooked(
            _("Ein Programm bereitet keine Zahlung vor und unterzeichnet keine. Das tut eine Person auf ihrer Seite.")
        )
