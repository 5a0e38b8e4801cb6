"""Booking money that came back after a payment."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.directory.roles import Permission
from augenmass.fund.actions.booking import lock, open_budget, post
from augenmass.fund.models import Payment, Recovery
from augenmass.fund.refusal import NotBooked, NotFitting
from augenmass.fund.rules.accounts import PostingKind
from augenmass.fund.rules.money import format_amount
from augenmass.law.time import day_of, today
from augenmass.record.ledger import entry
from augenmass.record.once import AlreadyDone, once


@dataclass(frozen=True, slots=True)
class RecoveryForm:
    """How much came back, when, and why; ``key`` comes from the form."""

    key: UUID
    cents: int
    received_on: date
    ground: str
    reason: str


def recover(actor: Actor, payment_key: UUID, asked: RecoveryForm) -> Recovery:
    """Book what came back, in the year in which it came. The same form sent twice books once.

    Raises ``NotBooked``, ``NotPermitted`` and ``Payment.DoesNotExist``.
    """
    actor.require_writing()
    actor.require(Permission.TAKE_STEPS)
    payment = Payment.objects.select_related("tranche__commitment__terms__programme").get(
        key=payment_key, tranche__commitment__case__in=worked_by(actor)
    )
    _check(payment, asked)
    same = Recovery.objects.filter(key=asked.key, payment=payment)
    try:
        return once(same.first, lambda: _recover(actor, payment, asked))
    except AlreadyDone:
        return same.get()


def _check(payment: Payment, asked: RecoveryForm) -> None:
    if payment.state != Payment.State.SIGNED:
        raise NotBooked(_("Diese Zahlung ist nicht angewiesen; von ihr kann nichts zurückkommen."))
    if asked.ground not in Recovery.Ground.values:
        raise NotFitting("ground", _("Bitte wählen Sie einen Grund."))
    if not asked.reason.strip():
        raise NotFitting("reason", _("Bitte beschreiben Sie kurz, warum das Geld zurückkam."))
    if asked.received_on > today():
        raise NotFitting("received_on", _("Der Tag liegt in der Zukunft."))
    if payment.decided_at is not None and asked.received_on < day_of(payment.decided_at):
        raise NotFitting("received_on", _("Der Tag liegt vor der Zahlung."))


def _recover(actor: Actor, payment: Payment, asked: RecoveryForm) -> Recovery:
    commitment = payment.tranche.commitment
    programme = commitment.terms.programme
    with entry(actor, "fund.recovered", commitment.case_id) as e:
        fund = lock(programme.fund_id)
        if Recovery.objects.filter(key=asked.key).exists():
            raise AlreadyDone
        left = payment.cents - (payment.recoveries.aggregate(all=Sum("cents"))["all"] or 0)
        if asked.cents > left:
            raise NotFitting(
                "cents",
                _("Von dieser Zahlung können noch höchstens %(left)s zurückkommen.") % {"left": format_amount(left)},
            )
        made = Recovery(
            key=asked.key,
            payment=payment,
            number=f"{payment.number}/R{payment.recoveries.count() + 1}",
            cents=asked.cents,
            ground=asked.ground,
            reason=asked.reason.strip()[:500],
            received_on=asked.received_on,
            recorded_by_id=actor.account_id,
        )
        e.seal(made)
        post(
            e,
            open_budget(fund, asked.received_on.year),
            PostingKind.RECOVERED,
            asked.cents,
            number=made.number,
            programme=programme,
            on=asked.received_on,
        )
        e.refer(recovery=made.pk)
    return made
