"""The return fund of the invented Land: a budget, two programmes, some commitments in every state, by the ordinary actions."""

from datetime import date
from uuid import uuid4

from augenmass.access.actor import Actor, actor_for
from augenmass.directory.models import Account
from augenmass.fund.actions.budgets import BudgetForm, confirm_budget, propose_budget
from augenmass.fund.actions.programmes import TermsForm, add_programme, confirm_terms, propose_terms
from augenmass.fund.actions.promising import PromiseForm, note_occasion, promise, take_back
from augenmass.fund.actions.recovering import RecoveryForm, recover
from augenmass.fund.actions.signing import PaymentForm, prepare, sign
from augenmass.fund.models import Commitment, Payment, ProgrammeTerms, Recovery
from augenmass.fund.rules.tranches import Occasion, Part
from augenmass.law.time import today
from augenmass.record.models import Case

BUDGET = 30_000_00
FAMILIES = ((1, 0), (2, 3), (1, 1), (1, 0), (2, 0), (1, 2), (1, 0), (2, 1))
"""Adults and minors of each commitment."""


def fill_fund() -> None:
    """Set the budget and promise, pay and take back in the first cases of the authority; once, after the import."""
    first, second, officer, head = (_actor(name) for name in ("kaminski", "ahrens", "okonkwo", "vogt"))
    year = today().year
    budget = BudgetForm(uuid4(), year, BUDGET, f"Haushaltsplan {year}, Titel 684 01 (erfunden)")
    propose_budget(first, budget)
    confirm_budget(second, budget.key)
    propose_budget(first, BudgetForm(uuid4(), year + 1, BUDGET + 2_000_00, f"Entwurf des Haushaltsplans {year + 1}"))
    terms = _programmes(first, second)
    cases = Case.objects.filter(body=officer.body).order_by("number")[: len(FAMILIES)]
    made = [
        promise(officer, case.pk, PromiseForm(uuid4(), terms.pk, adults, minors))
        for case, (adults, minors) in zip(cases, FAMILIES, strict=False)
    ]
    for number, commitment in enumerate(made):
        _carry_on(officer, head, commitment, number)


def _programmes(first: Actor, second: Actor) -> ProgrammeTerms:
    """Start-up money in two instalments, travel money in one; the second one has new terms that wait."""
    halves = (Part(Occasion.DEPARTURE, 0, 50), Part(Occasion.FOLLOW_UP, 6, 50))
    whole = (Part(Occasion.DEPARTURE, 0, 100),)
    year, source = today().year, "Erlass des Ministeriums (erfunden)"
    start = add_programme(first, "starthilfe", "Starthilfe Mittelau", "Start-up assistance Mittelau")
    travel = add_programme(first, "reisebeihilfe", "Reisebeihilfe", "Travel money")
    asked = [
        TermsForm(uuid4(), start.pk, date(year, 1, 1), None, 120_000, 60_000, halves, 400_000, None, source),
        TermsForm(uuid4(), travel.pk, date(year, 1, 1), date(year, 12, 31), 20_000, 10_000, whole, None, None, source),
        TermsForm(uuid4(), travel.pk, date(year + 1, 1, 1), None, 25_000, 12_500, whole, None, 50_000_000, source),
    ]
    for form in asked:
        propose_terms(first, form)
    for form in asked[:2]:
        confirm_terms(second, form.key)
    return ProgrammeTerms.objects.get(key=asked[0].key)


def _carry_on(officer: Actor, head: Actor, made: Commitment, number: int) -> None:
    """Each a step further: promised, departed, prepared, paid, come back, taken back."""
    if number == 0:
        return
    if number == 1:
        take_back(officer, made.reference, "Die Erklärung zur freiwilligen Ausreise wurde zurückgenommen.")
        return
    note_occasion(officer, made.reference, Occasion.DEPARTURE, today())
    if number == 2:
        return
    payment = prepare(
        officer, made.tranches.get(position=1).key, PaymentForm(uuid4(), "Die Person selbst", "Auszahlung am Schalter")
    )
    if number > 3:
        _pay(officer, head, payment, comes_back=number == 4)


def _pay(officer: Actor, head: Actor, payment: Payment, comes_back: bool) -> None:
    sign(head, payment.key)
    if comes_back:
        ground = Recovery.Ground.NOT_COLLECTED.value
        recover(officer, payment.key, RecoveryForm(uuid4(), payment.cents // 4, today(), ground, "Rest nicht abgeholt"))


def _actor(username: str) -> Actor:
    found = actor_for(Account.objects.get(username=username))
    assert found is not None
    return found
