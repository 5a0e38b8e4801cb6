"""Tranches that fall due: one that can be paid, and one after the departure that can follow from a day on."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from augenmass.directory.models import Body
from augenmass.fund.models import Tranche
from augenmass.work.due_days import DueDay, Window, source

ABOUT = "tranche:"
FOLLOW_UP_LEAD = 14
"""From how many days before a part after the departure can follow on its proof is asked for."""


@source("fund.tranches", ends=ABOUT)
def tranches(body: Body, window: Window) -> Iterable[DueDay]:
    """What nobody has paid yet. The case may be closed: after a departure money is still owed."""
    found = Tranche.objects.filter(commitment__case__body=body).select_related("commitment")
    for tranche in found.filter(state=Tranche.State.PAYABLE, payable_from__lte=window.day):
        yield payable(tranche)
    for tranche in found.filter(state=Tranche.State.OPEN, expected_on__lte=window.until(FOLLOW_UP_LEAD)):
        yield expected(tranche)


def payable(tranche: Tranche, known_on: date | None = None) -> DueDay:
    """The day from which on a tranche can be paid. ``known_on``: when its occasion was recorded."""
    assert tranche.payable_from is not None
    title = _("Rate %(number)s des Rückkehrfonds ist fällig: Auszahlung vorbereiten") % _said(tranche)
    case_id, about = tranche.commitment.case_id, about_payable(tranche)
    return DueDay(case_id, about, tranche.payable_from, title, known_on=known_on, urgent=True)


def expected(tranche: Tranche, known_on: date | None = None) -> DueDay:
    """The day from which on a part after the departure can follow. ``known_on``: when the departure was recorded."""
    assert tranche.expected_on is not None
    title = _("Rate %(number)s des Rückkehrfonds kann ab %(day)s folgen: Nachweis erfragen") % _said(tranche)
    case_id, about = tranche.commitment.case_id, about_expected(tranche)
    return DueDay(case_id, about, tranche.expected_on, title, FOLLOW_UP_LEAD, known_on, urgent=True)


def about_payable(tranche: Tranche) -> str:
    """How tasks name a tranche that can be paid."""
    return f"{ABOUT}{tranche.commitment.reference}:{tranche.position}"


def about_expected(tranche: Tranche) -> str:
    """How tasks name a tranche whose proof is still to come."""
    return f"{about_payable(tranche)}:expected"


def _said(tranche: Tranche) -> dict[str, str]:
    """The number under which the treasury finds it, and from when on it is expected."""
    day = f"{tranche.expected_on:%d.%m.%Y}" if tranche.expected_on else ""
    return {"number": f"{tranche.commitment.number}/{tranche.position}", "day": day}
