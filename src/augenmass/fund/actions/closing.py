"""Closing a year: what was promised and not paid is carried on or lapses, what is free lapses, and nothing is booked any more."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.fund.actions.booking import figures_of, lock, post_many, posting, require_open
from augenmass.fund.actions.deciding import require_manager
from augenmass.fund.models import UNPAID, Budget, BudgetChange, Payment, Posting, Tranche
from augenmass.fund.refusal import NotBooked
from augenmass.fund.rules.accounts import PostingKind
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry

DECEMBER = 12


def close_year(actor: Actor, year: int, rest: str) -> Budget:
    """Close a year of the fund of the actor's body; ``rest`` says what becomes of open commitments (``Budget.Rest``).

    It cannot be opened again. Raises ``NotBooked``, ``NotPermitted`` and ``Budget.DoesNotExist``.
    """
    require_manager(actor)
    if rest not in Budget.Rest.values:
        raise NotBooked(_("Bitte wählen Sie, was aus den offenen Bewilligungen wird."))
    found = Budget.objects.get(fund__body=actor.body_id, year=year)
    with entry(actor, "fund.year_closed") as e:
        lock(found.fund_id)
        budget = Budget.objects.select_related("fund").get(pk=found.pk)
        # Tranches lie in cases of every body of the Land that spends; the manager learns none of them.
        with as_system(SystemRole.FUND):
            _check(budget)
            into = _next(budget) if rest == Budget.Rest.CARRY else None
            _settle(e, budget, into)
        budget.closed_at, budget.closed_by, budget.rest = e.book.at, actor.account, rest
        budget.save(update_fields=["closed_at", "closed_by", "rest"])
        e.refer(budget=budget.pk)
    return budget


def _check(budget: Budget) -> None:
    require_open(budget)
    day = today()
    if budget.year > day.year or (budget.year == day.year and day.month < DECEMBER):
        raise NotBooked(
            _("Das Haushaltsjahr %(year)s kann frühestens am 1. Dezember %(year)s abgeschlossen werden.")
            % {"year": budget.year}
        )
    if Budget.objects.filter(fund=budget.fund_id, year__lt=budget.year, closed_at=None).exists():
        raise NotBooked(_("Ein früheres Haushaltsjahr ist noch offen. Bitte schließen Sie zuerst dieses ab."))
    if Payment.objects.filter(tranche__budget=budget, state=Payment.State.WAITING).exists():
        raise NotBooked(
            _(
                "Noch warten Zahlungen dieses Jahres auf die Zweitzeichnung. Sie müssen zuerst unterzeichnet oder abgelehnt werden."
            )
        )
    if budget.changes.filter(state=BudgetChange.State.WAITING).exists():
        raise NotBooked(_("Noch wartet ein Vorschlag zum Haushalt dieses Jahres auf die zweite Person."))


def _next(budget: Budget) -> Budget:
    following = Budget.objects.filter(
        fund=budget.fund_id, year=budget.year + 1, changes__state=BudgetChange.State.CONFIRMED
    ).first()
    if following is None:
        raise NotBooked(
            _(
                "Für %(year)s ist noch kein Haushalt festgelegt, in den übertragen werden könnte. Bitte legen Sie ihn zuerst fest."
            )
            % {"year": budget.year + 1}
        )
    require_open(following)
    return following


def _settle(e: Entry, budget: Budget, into: Budget | None) -> None:
    left = list(Tranche.objects.filter(budget=budget, state__in=UNPAID).select_related("commitment__terms__programme"))
    free = figures_of(budget).free
    made: list[Posting] = []
    for tranche in left:
        what = (tranche.cents, f"{tranche.commitment.number}/{tranche.position}", tranche.commitment.terms.programme)
        if into is None:
            made.append(posting(budget, PostingKind.LAPSED, *what))
        else:
            made.append(posting(budget, PostingKind.CARRIED_OUT, *what))
            made.append(posting(into, PostingKind.CARRIED_IN, *what))
    if free:
        made.append(posting(budget, PostingKind.REST_LAPSED, free, "", None))
    post_many(e, made)
    tranches = Tranche.objects.filter(budget=budget, state__in=UNPAID)
    if into is None:
        tranches.update(state=Tranche.State.LAPSED)
    else:
        tranches.update(budget=into)
