"""Paying tranches: the occasion of each is there, one person prepares the payment, a second one signs it."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.fund.actions.committing import locked_commitment
from augenmass.fund.models import Commitment, Tranche
from augenmass.fund.refusal import NotBooked
from augenmass.fund.rules.tranches import Occasion, months_later
from augenmass.law.time import today
from augenmass.record.ledger import Entry


def occasion(entry: Entry, *, reference: UUID, occasion: Occasion | str, on: date) -> list[Tranche]:
    """Say that the occasion of tranches was there on a day: they can be paid from then on. Saying it again changes nothing.

    A departure also says from when the later tranches can follow. Raises ``NotBooked``.
    """
    commitment = locked_commitment(reference)
    if on > today():
        raise NotBooked(_("Der Tag liegt in der Zukunft. Eine Rate wird erst fällig, wenn ihr Anlass eingetreten ist."))
    there = _departed if Occasion(occasion) is Occasion.DEPARTURE else _followed_up
    changed = there(commitment, on)
    if changed:
        entry.refer(tranches=[tranche.pk for tranche in changed])
    return changed


def _departed(commitment: Commitment, on: date) -> list[Tranche]:
    later = commitment.tranches.filter(state=Tranche.State.OPEN, occasion=Occasion.FOLLOW_UP, expected_on=None)
    for tranche in later:
        tranche.expected_on = months_later(on, tranche.months_after)
        tranche.save(update_fields=["expected_on"])
    now = commitment.tranches.filter(state=Tranche.State.OPEN, occasion=Occasion.DEPARTURE)
    return [_payable(tranche, on) for tranche in now]


def _followed_up(commitment: Commitment, on: date) -> list[Tranche]:
    tranche = commitment.tranches.filter(state=Tranche.State.OPEN, occasion=Occasion.FOLLOW_UP).first()
    if tranche is None:
        return []
    if tranche.expected_on is None:
        raise NotBooked(_("Die Ausreise ist noch nicht bestätigt. Vorher wird keine spätere Rate fällig."))
    if on < tranche.expected_on:
        raise NotBooked(
            _("Die nächste Rate wird frühestens am %(day)s fällig.") % {"day": f"{tranche.expected_on:%d.%m.%Y}"}
        )
    return [_payable(tranche, on)]


def _payable(tranche: Tranche, on: date) -> Tranche:
    tranche.state, tranche.payable_from = Tranche.State.PAYABLE, on
    tranche.save(update_fields=["state", "payable_from"])
    return tranche
