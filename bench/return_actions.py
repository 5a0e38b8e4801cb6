"""What is rare enough to be done by the ordinary actions, one by one: the fund over three years, obstacles, referrals to the central office."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from bench.return_rooms import Approved, document
from bench.return_stock import Staff

YEARS = 3
BUDGET = 50_000_000_00
OBSTACLES, JOINS, ANSWERS = 300, 6, 3
TOGETHER = 100
"""So many actions are written in one transaction: what is measured is reading, not writing."""
Named = Callable[[str], Any]


def set_up_fund(named: Named, day: date) -> dict[int, list[int]]:
    """Programmes and budgets of three years by the ordinary actions, each in its time; gives the ids of the terms by year."""
    from augenmass.fund.actions.budgets import BudgetForm, confirm_budget, propose_budget
    from augenmass.fund.actions.programmes import TermsForm, add_programme, confirm_terms, propose_terms
    from augenmass.fund.rules.tranches import Occasion, Part
    from augenmass.law.time import travel

    first, second = named("kaminski"), named("ahrens")
    parts = (Part(Occasion.DEPARTURE, 0, 50), Part(Occasion.FOLLOW_UP, 6, 50))
    years = range(day.year - YEARS + 1, day.year + 1)
    terms: dict[int, list[int]] = {year: [] for year in years}
    for number in range(1, 5):
        programme = add_programme(first, f"programm-{number}", f"Programm {number} (erfunden)")
        for year in years:
            span = (date(year, 1, 1), date(year, 12, 31))
            amounts = (100_000 + number * 5_000, 50_000)
            form = TermsForm(uuid4(), programme.pk, *span, *amounts, parts, 400_000, None, "Erlass (erfunden)")
            propose_terms(first, form)
            terms[year].append(confirm_terms(second, form.key).pk)
    for year in years:
        with travel(min(day, date(year, 1, 2))):
            form = BudgetForm(uuid4(), year, BUDGET, f"Haushaltsplan {year} (erfunden)")
            propose_budget(first, form)
            confirm_budget(second, form.key)
    return terms


def fill_fund(named: Named, staff: Mapping[int, Staff], approved: Iterable[Approved], day: date) -> None:
    """Promise, pay and take back in the order of days, and close the years that are over."""
    from augenmass.fund.actions.closing import close_year
    from augenmass.law.time import travel
    from augenmass.record.models import Case

    rows = sorted(approved, key=lambda row: row.begun)
    bodies = dict(Case.objects.filter(pk__in=[row.case_id for row in rows]).values_list("pk", "body_id"))
    for year in range(day.year - YEARS + 1, day.year + 1):
        of_year = [row for row in rows if row.begun.year == year]
        _in_parts(of_year, lambda number, row: _support(staff[bodies[row.case_id]], row, number, day))
        if year < day.year:
            with travel(date(year, 12, 31)):
                close_year(named("kaminski"), year, "carry")


def _in_parts(rows: Sequence[Any], act: Callable[[int, Any], None]) -> None:
    from django.db import transaction

    for start in range(0, len(rows), TOGETHER):
        with transaction.atomic():
            for number, row in enumerate(rows[start : start + TOGETHER], start):
                act(number, row)


def _support(staff: Staff, row: Approved, number: int, day: date) -> None:
    """One commitment, as far as its departure has come; of those that left some payments wait, some money came back."""
    from augenmass.fund.actions.promising import PromiseForm, note_occasion, promise, take_back
    from augenmass.fund.actions.signing import PaymentForm, prepare, sign
    from augenmass.fund.models import Tranche
    from augenmass.law.time import travel

    staff.officer.sights.clear()
    with travel(row.begun):
        made = promise(staff.officer, row.case_id, PromiseForm(row.reference, row.terms_id, 1, number % 3))
        if row.departed_on is None and number % 5 == 0:
            take_back(staff.officer, row.reference, "Die Ausreise findet nicht statt.")
    if row.departed_on is None or row.departed_on.year > row.begun.year:
        return
    paid_on = row.departed_on
    with travel(paid_on):
        note_occasion(staff.officer, row.reference, "departure", row.departed_on)
        tranche = Tranche.objects.get(commitment=made, position=1)
        payment = prepare(staff.officer, tranche.key, PaymentForm(uuid4(), "Die Person selbst", "Schalter"))
        if row.begun.year < day.year or number % 4:
            sign(staff.head, payment.key)
            if number % 9 == 0:
                _came_back(staff, payment, paid_on)


def _came_back(staff: Staff, payment: Any, on: date) -> None:
    from augenmass.fund.actions.recovering import RecoveryForm, recover

    recover(staff.officer, payment.key, RecoveryForm(uuid4(), payment.cents // 4, on, "not_collected", "Rest zurück"))


def fill_obstacles(named: Named, staff: Sequence[Staff], day: date) -> None:
    """Obstacles that bodies reported, joined and a ministry answered, over two years."""
    _in_parts(range(OBSTACLES), lambda _place, number: _obstacle(named("ahlers"), staff, number, day))


def _obstacle(ministry: Any, staff: Sequence[Staff], number: int, day: date) -> None:
    from augenmass.law.time import travel
    from augenmass.obstacles.actions.answering import NewAnswer, answer_obstacle
    from augenmass.obstacles.actions.reporting import Report, join_obstacle, report_obstacle
    from augenmass.obstacles.models import Obstacle

    begun = day - timedelta(days=700 - number * 2)
    kinds, text = Obstacle.Kind.values, "Anfragen bleiben unbeantwortet; es gibt keinen Termin. " * 6
    with travel(begun):
        said = (f"Hemmnis {number} der Praxis (erfunden)", text, begun, kinds[number % len(kinds)], "GE")
        made = report_obstacle(staff[number % len(staff)].officer, Report(uuid4(), *said, "Vertretung (erfunden)", 40))
        for other in range(1, JOINS):
            join_obstacle(staff[(number + other) % len(staff)].officer, made.key, 10 * other)
    for seen in range(number % (ANSWERS + 1)):
        on = min(day, begun + timedelta(days=20 * (seen + 1)))
        with travel(on):
            status = ("examined", "agreed", "solved")[seen]
            answer_obstacle(ministry, made.key, NewAnswer(uuid4(), seen, status, on, "Es ist veranlasst. " * 8))


def fill_queue(central: Staff, senders: Sequence[tuple[Staff, Sequence[int], int]]) -> list[int]:
    """Referrals to the central office: waiting (some complete), given back, rejected, taken over. Returns the cases that moved.

    ``senders``: each with its cases and of how many of them one is referred.
    """
    asked = [(staff, case_id) for staff, ids, every in senders for case_id in ids[every - 1 :: every]]
    moved: list[int] = []
    _in_parts(asked, lambda number, row: _refer(central, *row, number, moved))
    return moved


def _refer(central: Staff, sender: Staff, case_id: int, number: int, moved: list[int]) -> None:
    from augenmass.competence.rules import CENTRAL_BODY, Matter
    from augenmass.law.time import today
    from augenmass.record.ledger import entry
    from augenmass.referral.actions.answering import reject_referral, return_referral
    from augenmass.referral.actions.opening import ReferralForm, refer_case
    from augenmass.referral.actions.taking_over import Acceptance, accept_referral

    if number % 3 == 0:
        with entry(sender.officer, "document.added", case_id) as written:
            for kind in ("decision", "service"):
                document(written, kind, "Bescheid")
    deadline = today() + timedelta(days=1 + number % 20)
    why = (CENTRAL_BODY, "Bitte um Übernahme des Vollzugs.", deadline)
    form = ReferralForm(uuid4(), central.officer.body_id, Matter.ENFORCEMENT, *why)
    made = refer_case(sender.officer, case_id, form)
    match number % 8:
        case 5:
            return_referral(central.officer, made.key, "Der Bescheid fehlt.")
        case 6:
            reject_referral(central.officer, made.key, "Ein Eilantrag ist offen.")
        case 7:
            accept_referral(central.officer, made.key, Acceptance(central.officer.account_id, despite_missing=True))
            moved.append(case_id)
