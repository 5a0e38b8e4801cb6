"""Locking a fund and writing its postings, inside an entry under way."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _

from augenmass.access.reader import SystemRole, as_system
from augenmass.fund.models import Budget, Fund, Posting, Programme
from augenmass.fund.refusal import NotBooked
from augenmass.fund.rules.accounts import Figures, PostingKind, figures
from augenmass.law.time import today
from augenmass.record.ledger import Entry


def lock(fund_id: int) -> Fund:
    """Lock the row of a fund until the transaction ends; read no amount before. Cases are locked earlier, the chain later."""
    return Fund.objects.select_for_update(no_key=True).get(pk=fund_id)


def open_budget(fund: Fund, year: int) -> Budget:
    """The budget of a year in which may still be booked. Raises ``NotBooked``."""
    budget = Budget.objects.filter(fund=fund, year=year).first()
    if budget is None:
        raise NotBooked(
            _(
                "Für %(year)s ist noch kein Haushalt des Rückkehrfonds festgelegt. Bitte wenden Sie sich an die Stelle, die ihn verwaltet."
            )
            % {"year": year}
        )
    require_open(budget)
    return budget


def require_open(budget: Budget) -> None:
    """Raise ``NotBooked`` when a year is closed."""
    if budget.closed_at is not None:
        raise NotBooked(
            _(
                "Das Haushaltsjahr %(year)s ist abgeschlossen. In ihm wird nichts mehr bewilligt, ausgezahlt oder gebucht."
            )
            % {"year": budget.year}
        )


def figures_of(budget: Budget, programme: Programme | None = None) -> Figures:
    """The figures of a year, or what of them belongs to one programme. Sums only: any body of the Land that spends may ask."""
    with as_system(SystemRole.FUND):
        rows: QuerySet[Posting] = Posting.objects.filter(budget=budget).order_by()
        if programme is not None:
            rows = rows.filter(programme=programme)
        return figures(rows.values_list("kind").annotate(cents=Sum("cents")))


def posting(budget: Budget, kind: PostingKind, cents: int, number: str, programme: Programme | None) -> Posting:
    """A posting of today, not yet written."""
    return Posting(
        body_id=budget.fund.body_id,
        budget=budget,
        kind=kind.value,
        cents=cents,
        on=today(),
        number=number,
        programme=programme,
    )


def post(
    e: Entry,
    budget: Budget,
    kind: PostingKind,
    cents: int,
    *,
    number: str = "",
    programme: Programme | None = None,
    on: date | None = None,
) -> Posting:
    """Write one movement of money. The fund must be locked and the year open. Raises ``NotBooked`` when an account would fall below zero."""
    require_open(budget)
    made = posting(budget, kind, cents, number, programme)
    if on is not None:
        made.on = on
    e.seal(made)
    left = figures_of(budget)
    if left.free < 0 or left.committed < 0:
        raise NotBooked(
            _("So viel ist im Haushaltsjahr %(year)s nicht mehr da. Bitte laden Sie die Seite neu.")
            % {"year": budget.year}
        )
    return made


def post_many(e: Entry, made: Iterable[Posting]) -> None:
    """Write the many postings of a closing together; the caller has checked their sum."""
    for one in made:
        e.seal_later(one)
