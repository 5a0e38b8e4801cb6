"""Paying with two signatures, money that came back, and the closing of a year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor, NotPermitted
from augenmass.conftest import MakeCase
from augenmass.fund.actions.booking import figures_of
from augenmass.fund.actions.budgets import BudgetForm, confirm_budget, propose_budget, refuse_budget
from augenmass.fund.actions.closing import close_year
from augenmass.fund.actions.promising import PromiseForm, note_occasion, promise, take_back
from augenmass.fund.actions.recovering import RecoveryForm, recover
from augenmass.fund.actions.signing import PaymentForm, prepare, refuse, sign
from augenmass.fund.models import Budget, Commitment, Payment, Posting, ProgrammeTerms
from augenmass.fund.refusal import NotBooked
from augenmass.fund.rules.tranches import Occasion
from augenmass.law.time import BERLIN, now, today, travel
from augenmass.record.verify import verify
from augenmass.work.announcing import NAME
from augenmass.work.models import OutgoingMail, Task
from augenmass.work.worker import run_once

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
DECEMBER = datetime(2026, 12, 10, 12, tzinfo=BERLIN)
NEXT_YEAR = datetime(2027, 6, 20, 12, tzinfo=BERLIN)


@pytest.fixture
def december() -> object:
    """A day on which the year may be closed."""
    with travel(DECEMBER):
        yield


@pytest.fixture
def promised(december: None, actor: Actor, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms) -> Commitment:
    """1.200 euros in two halves; the person has departed today, so that the first half can be paid."""
    made = promise(actor, case_with().pk, PromiseForm(uuid4(), terms.pk, 1, 0))
    note_occasion(actor, made.reference, Occasion.DEPARTURE, today())
    return made


def form() -> PaymentForm:
    return PaymentForm(uuid4(), "Haddad, Samir", "Auszahlung am Schalter")


def paid(actor: Actor, approver: Actor, made: Commitment) -> Payment:
    return sign(approver, prepare(actor, made.tranches.get(position=1).key, form()).key)


def test_a_tranche_is_paid_by_two(actor: Actor, approver: Actor, promised: Commitment, budget: Budget) -> None:
    payment = paid(actor, approver, promised)
    assert (payment.state, payment.number) == ("signed", "2026-00001/1")
    held = figures_of(budget)
    assert (held.paid, held.committed, held.free) == (60_000, 60_000, 880_000)
    with pytest.raises(NotBooked, match="bereits entschieden"):
        sign(approver, payment.key)
    with pytest.raises(NotBooked, match="Stand: ausgezahlt"):
        prepare(actor, promised.tranches.get(position=1).key, form())
    assert list(verify()) == []


def test_a_tranche_that_falls_due_is_a_task_of_the_officer_with_a_mail_without_content(
    actor: Actor, approver: Actor, promised: Commitment, client_of: Callable[[Actor], Client]
) -> None:
    task = Task.objects.get(case=promised.case, done_by=None)
    assert task.title == f"Rate {promised.number}/1 des Rückkehrfonds ist fällig: Auszahlung vorbereiten"
    assert (task.assignee_id, task.due) == (actor.account_id, today())
    mail = OutgoingMail.objects.get()
    assert mail.recipient == actor.account.email
    assert promised.number not in mail.subject + mail.text
    page = client_of(actor).get(reverse("task", args=[task.key])).content.decode()
    assert reverse("commitment", args=[promised.reference]) in page
    assert run_once(NAME) == 0
    paid(actor, approver, promised)
    assert not Task.objects.filter(case=promised.case, done_by=None).exists()


def test_a_later_part_is_told_of_two_weeks_ahead_and_ends_with_its_proof_or_with_taking_back(
    actor: Actor, promised: Commitment
) -> None:
    with travel(NEXT_YEAR - timedelta(days=25)):
        assert run_once(NAME) == 0
    with travel(NEXT_YEAR - timedelta(days=24)):
        assert run_once(NAME) == 1
        assert Task.objects.get(title__contains="Nachweis erfragen", done_by=None).due == date(2027, 6, 3)
    with travel(NEXT_YEAR):
        note_occasion(actor, promised.reference, Occasion.FOLLOW_UP, today())
        assert not Task.objects.filter(title__contains="Nachweis erfragen", done_by=None).exists()
        assert Task.objects.filter(title__contains="ist fällig", done_by=None).count() == 2
        take_back(actor, promised.reference, "nicht mehr nötig")
    assert not Task.objects.filter(done_by=None).exists()


def test_nobody_signs_what_they_prepared(actor: Actor, approver: Actor, promised: Commitment) -> None:
    tranche = promised.tranches.get(position=1)
    own = prepare(approver, tranche.key, form())
    with pytest.raises(NotBooked, match="andere Person"):
        sign(approver, own.key)
    with pytest.raises(NotPermitted):
        sign(actor, own.key)
    with pytest.raises(NotBooked, match="Programm"):
        sign(replace(approver, program="abc"), own.key)


def test_the_same_form_prepares_once_and_a_second_one_is_refused(actor: Actor, promised: Commitment) -> None:
    tranche, sent = promised.tranches.get(position=1), form()
    assert prepare(actor, tranche.key, sent) == prepare(actor, tranche.key, sent)
    with pytest.raises(NotBooked, match="wartet schon"):
        prepare(actor, tranche.key, form())
    with pytest.raises(NotBooked, match="noch nicht fällig"):
        prepare(actor, promised.tranches.get(position=2).key, form())


def test_a_refused_payment_is_prepared_again_under_another_number(
    actor: Actor, approver: Actor, promised: Commitment
) -> None:
    tranche = promised.tranches.get(position=1)
    first = prepare(actor, tranche.key, form())
    with pytest.raises(NotBooked, match="warum"):
        refuse(approver, first.key, "")
    assert refuse(approver, first.key, "falsches Konto").state == "refused"
    second = prepare(actor, tranche.key, form())
    assert second.number == "2026-00001/1-2"
    assert refuse(actor, second.key, "").state == "withdrawn"


def test_another_body_reaches_nothing(outsider: Actor, promised: Commitment) -> None:
    with pytest.raises(Commitment.DoesNotExist):
        take_back(outsider, promised.reference, "versehentlich")


def test_taking_back_withdraws_what_waits_and_keeps_what_is_paid(
    actor: Actor, approver: Actor, promised: Commitment, budget: Budget
) -> None:
    waiting = prepare(actor, promised.tranches.get(position=1).key, form())
    take_back(actor, promised.reference, "Erklärung zurückgenommen")
    assert Payment.objects.get(pk=waiting.pk).state == "withdrawn"
    with pytest.raises(NotBooked, match="bereits entschieden"):
        sign(approver, waiting.key)
    assert figures_of(budget).free == 1_000_000


def test_money_comes_back_but_is_not_spent_again(
    actor: Actor, approver: Actor, promised: Commitment, budget: Budget
) -> None:
    payment = paid(actor, approver, promised)
    back = RecoveryForm(uuid4(), 50_000, today(), "re_entry", "wieder eingereist")
    assert recover(actor, payment.key, back) == recover(actor, payment.key, back)
    with pytest.raises(NotBooked, match=r"höchstens 100,00"):
        recover(actor, payment.key, replace(back, key=uuid4()))
    held = figures_of(budget)
    assert (held.recovered, held.paid, held.free) == (50_000, 60_000, 880_000)
    assert held.balances
    for changed, words in (
        ({"received_on": today() + timedelta(days=1)}, "Zukunft"),
        ({"received_on": today() - timedelta(days=1)}, "vor der Zahlung"),
        ({"reason": " "}, "kurz"),
        ({"ground": "sonst"}, "Grund"),
    ):
        with pytest.raises(NotBooked, match=words):
            recover(actor, payment.key, replace(back, key=uuid4(), **changed))
    assert list(verify()) == []


def test_a_year_is_closed_and_what_is_open_lapses(
    actor: Actor, approver: Actor, manager: Actor, promised: Commitment, budget: Budget
) -> None:
    payment = paid(actor, approver, promised)
    close_year(manager, 2026, "lapse")
    held = figures_of(budget)
    assert (held.free, held.committed, held.paid, held.lapsed) == (0, 0, 60_000, 940_000)
    assert held.balances
    assert promised.tranches.get(position=2).state == "lapsed"
    for act in (
        lambda: promise(actor, promised.case_id, PromiseForm(uuid4(), promised.terms_id, 1, 0)),
        lambda: recover(actor, payment.key, RecoveryForm(uuid4(), 1, today(), "other", "Rest")),
        lambda: close_year(manager, 2026, "lapse"),
        lambda: propose_budget(manager, BudgetForm(uuid4(), 2026, 5, "Nachtrag")),
    ):
        with pytest.raises(NotBooked, match="abgeschlossen"):
            act()
    assert list(verify()) == []


def test_a_payment_after_the_closing_is_refused(
    actor: Actor, approver: Actor, manager: Actor, promised: Commitment
) -> None:
    waiting = prepare(actor, promised.tranches.get(position=1).key, form())
    with pytest.raises(NotBooked, match="Zweitzeichnung"):
        close_year(manager, 2026, "lapse")
    refuse(actor, waiting.key, "")
    close_year(manager, 2026, "lapse")
    with pytest.raises(NotBooked, match="Stand: verfallen"):
        prepare(actor, promised.tranches.get(position=1).key, form())


def test_open_commitments_are_carried_into_the_next_year(
    actor: Actor,
    approver: Actor,
    manager: Actor,
    promised: Commitment,
    budget: Budget,
    give_budget: Callable[..., Budget],
) -> None:
    with pytest.raises(NotBooked, match="Für 2027 ist noch kein Haushalt"):
        close_year(manager, 2026, "carry")
    following = give_budget(500_000, 2027)
    close_year(manager, 2026, "carry")
    before, after = figures_of(budget), figures_of(following)
    assert (before.carried_out, before.lapsed, before.committed) == (120_000, 880_000, 0)
    assert (after.carried_in, after.committed, after.free, after.whole) == (120_000, 120_000, 500_000, 620_000)
    assert before.balances
    assert after.balances
    with travel(NEXT_YEAR):
        note_occasion(actor, promised.reference, Occasion.FOLLOW_UP, today())
        sign(approver, prepare(actor, promised.tranches.get(position=2).key, form()).key)
        take_back(actor, promised.reference, "Rest wird nicht gebraucht")
    after = figures_of(following)
    assert (after.paid, after.committed, after.free) == (60_000, 0, 560_000)
    assert after.balances
    assert list(verify()) == []


def test_a_year_is_not_closed_before_its_last_month(manager: Actor, budget: Budget) -> None:
    with travel(datetime(2026, 11, 30, 12, tzinfo=BERLIN)), pytest.raises(NotBooked, match=r"1\. Dezember 2026"):
        close_year(manager, 2026, "lapse")
    with travel(NEXT_YEAR), pytest.raises(NotBooked, match="wählen"):
        close_year(manager, 2026, "")


def test_years_are_closed_in_their_order(manager: Actor, budget: Budget, give_budget: Callable[..., Budget]) -> None:
    with travel(datetime(2027, 12, 31, 12, tzinfo=BERLIN)):
        give_budget(1, 2027)
        with pytest.raises(NotBooked, match="früheres"):
            close_year(manager, 2027, "lapse")


def test_a_budget_is_set_by_two_and_lowered_no_further_than_is_free(
    manager: Actor, second_manager: Actor, promised: Commitment, budget: Budget
) -> None:
    low = BudgetForm(uuid4(), 2026, 100_000, "Haushaltssperre")
    assert propose_budget(manager, low) == propose_budget(manager, low)
    with pytest.raises(NotBooked, match="andere Person"):
        confirm_budget(manager, low.key)
    with pytest.raises(NotBooked, match="wartet schon"):
        propose_budget(second_manager, replace(low, key=uuid4()))
    with pytest.raises(NotBooked, match=r"nur 8\.800,00"):
        confirm_budget(second_manager, low.key)
    assert refuse_budget(second_manager, low.key).state == "refused"
    fits = BudgetForm(uuid4(), 2026, 120_000, "Haushaltssperre")
    propose_budget(manager, fits)
    confirm_budget(second_manager, fits.key)
    held = figures_of(budget)
    assert (held.budget, held.free) == (120_000, 0)
    with pytest.raises(NotBooked, match="bereits entschieden"):
        confirm_budget(second_manager, fits.key)


@pytest.mark.parametrize("year", [2020, 2099])
def test_a_budget_of_a_wrong_year_is_refused(december: None, manager: Actor, year: int) -> None:
    with pytest.raises(NotBooked, match="2025 bis 2028"):
        propose_budget(manager, BudgetForm(uuid4(), year, 1, "Haushalt"))


def test_who_only_works_on_cases_sets_no_budget(actor: Actor) -> None:
    with pytest.raises(NotPermitted):
        propose_budget(actor, BudgetForm(uuid4(), today().year, 1, "Haushalt"))


def test_postings_name_no_case(actor: Actor, approver: Actor, promised: Commitment) -> None:
    paid(actor, approver, promised)
    names = {field.name for field in Posting._meta.get_fields()}
    assert names == {
        *("id", "action", "erased_by", "salt", "digest", "body", "budget", "kind", "cents", "on", "number", "programme")
    }
    assert now().year == 2026
