"""Many promise, pay, take back and book at the same moment: the budget holds, no cent is lost, on PostgreSQL and on SQLite."""

from collections.abc import Callable
from contextlib import suppress
from random import Random
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body
from augenmass.fund.actions.booking import figures_of
from augenmass.fund.actions.budgets import BudgetForm, confirm_budget, propose_budget
from augenmass.fund.actions.promising import PromiseForm, note_occasion, promise, take_back
from augenmass.fund.actions.recovering import RecoveryForm, recover
from augenmass.fund.actions.signing import PaymentForm, prepare, refuse, sign
from augenmass.fund.models import Budget, Commitment, Payment, Posting, ProgrammeTerms, Recovery, Tranche
from augenmass.fund.rules.accounts import MOVES, Account, PostingKind
from augenmass.fund.rules.tranches import Occasion
from augenmass.law.time import today
from augenmass.record.models import Case
from augenmass.record.verify import verify
from augenmass.work.refusal import NotDone
from augenmass.work.tests.at_once import at_once

pytestmark = [pytest.mark.db, pytest.mark.django_db(transaction=True)]
WORKERS, TURNS = 6, 8


@pytest.fixture
def people(make_actor: MakeActor, body: Body, other_body: Body) -> list[tuple[Actor, Actor]]:
    """Who works and who signs, in two bodies that spend from the same fund."""
    return [
        (make_actor(f"w{number}", where, "caseworker"), make_actor(f"l{number}", where, "approver"))
        for number, where in enumerate([body, other_body] * (WORKERS // 2))
    ]


def one_turn(chance: Random, worker: Actor, signer: Actor, case: Case, terms: ProgrammeTerms) -> None:
    mine = list(Commitment.objects.filter(case=case))
    chosen = chance.choice(mine) if mine else None
    what = chance.randrange(7)
    if chosen is None or what == 0:
        promise(worker, case.pk, PromiseForm(uuid4(), terms.pk, chance.randint(1, 3), chance.randint(0, 3)))
    elif what == 1:
        take_back(worker, chosen.reference, "anders entschieden")
    elif what == 2:
        note_occasion(worker, chosen.reference, Occasion.DEPARTURE, today())
    elif what == 3:
        tranche = chance.choice(list(chosen.tranches.all()))
        prepare(worker, tranche.key, PaymentForm(uuid4(), "Haddad", "Schalter"))
    else:
        settle(chance, worker, signer, case)


def settle(chance: Random, worker: Actor, signer: Actor, case: Case) -> None:
    payments = list(Payment.objects.filter(tranche__commitment__case=case))
    payment = chance.choice(payments) if payments else None
    if payment is None:
        return
    if payment.state == Payment.State.SIGNED:
        cents = chance.randint(1, payment.cents)
        recover(worker, payment.key, RecoveryForm(uuid4(), cents, today(), "re_entry", "wieder eingereist"))
    elif chance.random() < 0.8:
        sign(signer, payment.key)
    else:
        refuse(signer, payment.key, "so nicht")


def balances(budget: Budget) -> None:
    """Every account from its postings; what is promised and paid is what tranches, payments and recoveries say."""
    accounts = dict.fromkeys(Account, 0)
    for kind, cents in Posting.objects.filter(budget=budget).values_list("kind", "cents"):
        out, into = MOVES[PostingKind(kind)]
        accounts[out] -= cents
        accounts[into] += cents
    assert sum(accounts.values()) == 0
    assert all(cents >= 0 for account, cents in accounts.items() if account is not Account.OUTSIDE), accounts
    held = figures_of(budget)
    assert held.balances
    assert held.free + held.committed + held.paid == held.budget
    unpaid = Tranche.objects.filter(state__in=["open", "payable"]).values_list("cents", flat=True)
    paid = Tranche.objects.filter(state="paid").values_list("cents", flat=True)
    signed = Payment.objects.filter(state="signed").values_list("cents", flat=True)
    assert accounts[Account.COMMITTED] == sum(unpaid)
    assert accounts[Account.PAID] == sum(paid) == sum(signed)
    assert accounts[Account.RECOVERED] == sum(Recovery.objects.values_list("cents", flat=True))
    for made in Commitment.objects.all():
        assert sum(made.tranches.values_list("cents", flat=True)) == made.cents
    numbers = list(Commitment.objects.values_list("number", flat=True))
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("seed", range(2))
def test_random_work_of_many_never_passes_the_budget(
    people: list[tuple[Actor, Actor]],
    manager: Actor,
    second_manager: Actor,
    give_budget: Callable[..., Budget],
    give_terms: Callable[..., ProgrammeTerms],
    case_with: MakeCase,
    seed: int,
) -> None:
    budget = give_budget(1_500_001)
    terms = give_terms(per_adult=120_007, per_minor=60_003)
    cases = [case_with(actor=worker) for worker, _signer in people]

    def work(number: int) -> None:
        chance, (worker, signer) = Random(seed * 100 + number), people[number]
        # Two of a body work on one case, so that they meet at its lock as well as at the lock of the fund.
        case = cases[number % 4]
        for _turn in range(TURNS):
            with suppress(NotDone, Case.DoesNotExist, Commitment.DoesNotExist, Payment.DoesNotExist):
                one_turn(chance, worker, signer, case, terms)

    def change_the_budget() -> None:
        chance = Random(seed)
        for _turn in range(TURNS):
            form = BudgetForm(uuid4(), today().year, chance.randint(900_000, 2_000_000), "Nachtrag")
            with suppress(NotDone):
                propose_budget(manager, form)
                confirm_budget(second_manager, form.key)

    turns = [(people[number][0], lambda number=number: work(number)) for number in range(WORKERS)]
    assert set(at_once(*turns, (manager, change_the_budget))) == {""}
    assert Commitment.objects.exists()
    balances(budget)
    assert list(verify()) == []


def test_the_last_money_is_promised_once(
    people: list[tuple[Actor, Actor]],
    give_budget: Callable[..., Budget],
    terms: ProgrammeTerms,
    case_with: MakeCase,
) -> None:
    budget = give_budget(250_000)
    cases = [case_with(actor=worker) for worker, _signer in people]

    def ask(number: int) -> None:
        with suppress(NotDone):
            promise(people[number][0], cases[number].pk, PromiseForm(uuid4(), terms.pk, 1, 0))

    asks = [(people[number][0], lambda number=number: ask(number)) for number in range(WORKERS)]
    assert set(at_once(*asks)) == {""}
    assert Commitment.objects.count() == 2
    assert figures_of(budget).free == 10_000
    balances(budget)


def test_one_form_sent_twice_at_once_promises_and_pays_once(
    actor: Actor, approver: Actor, budget: Budget, terms: ProgrammeTerms, case_with: MakeCase
) -> None:
    case, form, payment = case_with(), PromiseForm(uuid4(), terms.pk, 1, 0), PaymentForm(uuid4(), "Haddad", "Schalter")
    asks = [(actor, lambda: promise(actor, case.pk, form))] * 3
    assert set(at_once(*asks)) == {""}
    note_occasion(actor, form.key, Occasion.DEPARTURE, today())
    tranche = Tranche.objects.get(position=1)
    assert set(at_once(*[(actor, lambda: prepare(actor, tranche.key, payment))] * 3)) == {""}

    def pay() -> None:
        with suppress(NotDone):
            sign(approver, payment.key)

    assert set(at_once(*[(approver, pay)] * 3)) == {""}
    assert Commitment.objects.count() == Payment.objects.count() == 1
    assert figures_of(budget).paid == 60_000
    balances(budget)
