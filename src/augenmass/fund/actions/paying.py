"""Paying tranches: the occasion of each is there, one person prepares the payment, a second one signs it."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.fund.actions.committing import locked_commitment
from augenmass.fund.due_sources import FOLLOW_UP_LEAD, about_expected, expected, payable
from augenmass.fund.models import Commitment, Tranche
from augenmass.fund.refusal import NotBooked
from augenmass.fund.rules.tranches import Occasion, months_later
from augenmass.law.time import today
from augenmass.record.ledger import Entry
from augenmass.work.actions.tasks import close_tasks
from augenmass.work.announcing import tell_in


def occasion(entry: Entry, *, reference: UUID, occasion: Occasion | str, on: date) -> list[Tranche]:
    """Say that the occasion of tranches was there on a day: they can be paid from then on. Saying it again changes nothing.

    A departure also says from when the later tranches can follow. Raises ``NotBooked``.
    """
    commitment = locked_commitment(reference)
    if on > today():
        raise NotBooked(_("Der Tag liegt in der Zukunft. Eine Rate wird erst fällig, wenn ihr Anlass eingetreten ist."))
    departed = Occasion(occasion) is Occasion.DEPARTURE
    changed = _departed(entry, commitment, on) if departed else _followed_up(commitment, on)
    if changed:
        entry.refer(tranches=[tranche.pk for tranche in changed])
    for tranche in changed:
        close_tasks(entry, about_expected(tranche))
        tell_in(entry, payable(tranche, known_on=today()), today())
    return changed


def _departed(entry: Entry, commitment: Commitment, on: date) -> list[Tranche]:
    later = commitment.tranches.filter(state=Tranche.State.OPEN, occasion=Occasion.FOLLOW_UP, expected_on=None)
    for tranche in later:
        tranche.expected_on = months_later(on, tranche.months_after)
        tranche.save(update_fields=["expected_on"])
        if tranche.expected_on <= today() + timedelta(days=FOLLOW_UP_LEAD):
            tell_in(entry, expected(tranche, known_on=today()), today())
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
