"""Setting the budget of a year, by two people; changing it later is setting it again."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.fund.actions.booking import figures_of, lock, post, require_open
from augenmass.fund.actions.deciding import check_waiting, require_decider, require_manager, settle, turn_down
from augenmass.fund.models import Budget, BudgetChange, Fund
from augenmass.fund.refusal import NotBooked, NotFitting
from augenmass.fund.rules.accounts import PostingKind
from augenmass.fund.rules.money import format_amount
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.record.once import once

YEARS_AHEAD = 2


@dataclass(frozen=True, slots=True)
class BudgetForm:
    """The whole budget of a year in cents, and where it was decided; ``key`` comes from the form."""

    key: UUID
    year: int
    cents: int
    reason: str


def propose_budget(actor: Actor, asked: BudgetForm) -> BudgetChange:
    """Propose the budget of a year. The same form sent twice makes one proposal. Raises ``NotBooked``, ``NotPermitted``."""
    require_manager(actor)
    earliest, latest = today().year - 1, today().year + YEARS_AHEAD
    if not earliest <= asked.year <= latest:
        raise NotFitting(
            "year",
            _("Ein Haushalt kann für die Jahre %(first)s bis %(last)s festgelegt werden. Bitte prüfen Sie das Jahr.")
            % {"first": earliest, "last": latest},
        )
    if not asked.reason.strip():
        raise NotFitting("reason", _("Bitte nennen Sie die Grundlage, zum Beispiel Haushaltsplan und Titel."))
    same = BudgetChange.objects.filter(key=asked.key, budget__fund__body=actor.body_id)
    return once(same.first, lambda: _propose(actor, asked))


def _propose(actor: Actor, asked: BudgetForm) -> BudgetChange:
    with entry(actor, "fund.budget_proposed") as e:
        fund, _made = Fund.objects.get_or_create(body=actor.body)
        fund = lock(fund.pk)
        budget, _made = Budget.objects.get_or_create(fund=fund, year=asked.year)
        require_open(budget)
        if budget.changes.filter(state=BudgetChange.State.WAITING).exclude(key=asked.key).exists():
            raise NotBooked(
                _(
                    "Für %(year)s wartet schon ein Vorschlag auf die zweite Person. Bitte lassen Sie ihn zuerst entscheiden."
                )
                % {"year": asked.year}
            )
        change = BudgetChange.objects.create(
            key=asked.key,
            budget=budget,
            cents=asked.cents,
            reason=asked.reason.strip()[:500],
            proposed_by=actor.account,
            proposed_at=e.book.at,
        )
        e.refer(budget_change=change.pk)
    return change


def confirm_budget(actor: Actor, key: UUID) -> BudgetChange:
    """Confirm as the second person. Raises ``NotBooked``, ``NotPermitted`` and ``BudgetChange.DoesNotExist``."""
    require_decider(actor)
    found = BudgetChange.objects.select_related("budget").get(key=key, budget__fund__body=actor.body_id)
    with entry(actor, "fund.budget_confirmed") as e:
        lock(found.budget.fund_id)
        change = BudgetChange.objects.select_related("budget__fund").get(pk=found.pk)
        check_waiting(actor, change)
        require_open(change.budget)
        held = figures_of(change.budget)
        more = change.cents - held.budget
        if held.free + more < 0:
            raise NotBooked(
                _("So weit kann der Haushalt nicht gesenkt werden: Frei sind nur %(free)s.")
                % {"free": format_amount(held.free)}
            )
        if more:
            kind = PostingKind.BUDGET_RAISED if more > 0 else PostingKind.BUDGET_LOWERED
            post(e, change.budget, kind, abs(more))
        settle(e, actor, change, BudgetChange.State.CONFIRMED)
        e.refer(budget_change=change.pk)
    return change


def refuse_budget(actor: Actor, key: UUID) -> BudgetChange:
    """Refuse as the second person, or withdraw one's own proposal. Raises as ``confirm_budget`` does."""
    require_decider(actor)
    found = BudgetChange.objects.select_related("budget").get(key=key, budget__fund__body=actor.body_id)
    with entry(actor, "fund.budget_refused") as e:
        lock(found.budget.fund_id)
        change = BudgetChange.objects.get(pk=found.pk)
        turn_down(e, actor, change)
        e.refer(budget_change=change.pk)
    return change
