"""Promising an amount in a case, and taking back what was not yet paid of it."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.fund.actions.booking import figures_of, lock, open_budget, post
from augenmass.fund.due_sources import about_expected, about_payable
from augenmass.fund.models import UNPAID, Budget, Cancellation, Commitment, Payment, ProgrammeTerms, Tranche
from augenmass.fund.refusal import NotBooked
from augenmass.fund.rules.accounts import PostingKind
from augenmass.fund.rules.money import format_amount
from augenmass.fund.rules.tranches import amount_for, parts_of, split
from augenmass.law.time import today
from augenmass.record.ledger import Entry
from augenmass.record.models import Case
from augenmass.work.actions.tasks import close_tasks

MOST_PEOPLE = 20


def commit(entry: Entry, *, case: Case, terms: ProgrammeTerms, adults: int, minors: int, reference: UUID) -> Commitment:
    """Promise what the terms give to so many people, from the budget of this year; the same reference again is the same commitment.

    The case is the entry's locked case; the caller asked for the right. Raises ``NotBooked`` when the terms do not hold today or the
    budget does not suffice.
    """
    if entry.case is None or entry.case.pk != case.pk:
        raise ValueError("a commitment belongs to the case of its entry")
    fund = lock(terms.programme.fund_id)
    held = Commitment.objects.filter(reference=reference).first()
    if held is not None:
        if held.case_id != case.pk:
            raise NotBooked(_("Zu diesem Vorgang ist bereits in einem anderen Fall etwas bewilligt."))
        return held
    terms = ProgrammeTerms.objects.select_related("programme__fund__body").get(pk=terms.pk)
    _check_terms(terms, case)
    cents = _amount(terms, adults, minors)
    budget = open_budget(fund, today().year)
    _check_money(budget, terms, cents)
    return _write(entry, budget, terms, cents, Commitment(reference=reference, case=case, adults=adults, minors=minors))


def _check_terms(terms: ProgrammeTerms, case: Case) -> None:
    said = {"name": terms.programme.name_de}
    if terms.programme.fund.body.land != case.body.land:
        raise NotBooked(_("Das Programm „%(name)s“ gehört zu einem anderen Land.") % said)
    if terms.state != ProgrammeTerms.State.CONFIRMED:
        raise NotBooked(_("Die Bedingungen des Programms „%(name)s“ sind noch nicht bestätigt.") % said)
    if today() < terms.since:
        raise NotBooked(
            _("Diese Bedingungen des Programms „%(name)s“ gelten erst ab dem %(day)s.")
            % {**said, "day": f"{terms.since:%d.%m.%Y}"}
        )
    if terms.until is not None and today() > terms.until:
        raise NotBooked(
            _(
                "Diese Bedingungen des Programms „%(name)s“ sind am %(day)s ausgelaufen. Nach ihnen kann nichts mehr bewilligt werden; "
                "bitte prüfen Sie, welche heute gelten."
            )
            % {**said, "day": f"{terms.until:%d.%m.%Y}"}
        )


def _amount(terms: ProgrammeTerms, adults: int, minors: int) -> int:
    if adults < 0 or minors < 0 or not 1 <= adults + minors <= MOST_PEOPLE:
        raise NotBooked(_("Bewilligt wird für mindestens eine und höchstens zwanzig Personen."))
    cents = amount_for(adults, minors, terms.per_adult, terms.per_minor, terms.ceiling)
    if cents == 0:
        raise NotBooked(_("Nach den Bedingungen des Programms ergibt sich für diese Personen kein Betrag."))
    return cents


def _check_money(budget: Budget, terms: ProgrammeTerms, cents: int) -> None:
    free = figures_of(budget).free
    if cents > free:
        raise NotBooked(
            _("Der Haushalt %(year)s reicht nicht: Gebraucht werden %(needed)s, frei sind %(free)s.")
            % {"year": budget.year, "needed": format_amount(cents), "free": format_amount(free)}
        )
    if terms.ceiling_of_year is None:
        return
    left = terms.ceiling_of_year + figures_of(budget, terms.programme).free
    if cents > left:
        raise NotBooked(
            _(
                "Für „%(name)s“ ist die Obergrenze des Jahres erreicht: Gebraucht werden %(needed)s, übrig sind %(left)s."
            )
            % {"name": terms.programme.name_de, "needed": format_amount(cents), "left": format_amount(max(left, 0))}
        )


def _write(entry: Entry, budget: Budget, terms: ProgrammeTerms, cents: int, made: Commitment) -> Commitment:
    budget.numbers += 1
    budget.save(update_fields=["numbers"])
    assert entry.book.who.account_id is not None
    made.terms, made.cents, made.made_on = terms, cents, today()
    made.made_by_id = entry.book.who.account_id
    made.number = f"{budget.year}-{budget.numbers:05d}"
    entry.seal(made)
    parts = parts_of(terms.tranches)
    amounts = split(cents, [part.share for part in parts])
    Tranche.objects.bulk_create(
        Tranche(
            commitment=made,
            position=position,
            occasion=part.occasion.value,
            months_after=part.months_after,
            cents=amount,
            budget=budget,
        )
        for position, (part, amount) in enumerate(zip(parts, amounts, strict=True), start=1)
        if amount
    )
    post(entry, budget, PostingKind.COMMITTED, cents, number=made.number, programme=terms.programme)
    entry.refer(commitment=made.pk)
    return made


def cancel(entry: Entry, *, reference: UUID, reason: str) -> Commitment:
    """Take back what was not yet paid; it is free again in the year that holds it. Nothing happens where nothing is left to take back.

    Payments that wait for a signature are withdrawn. Raises ``NotBooked`` where nothing was promised for the reference.
    """
    commitment = locked_commitment(reference)
    left = list(commitment.tranches.filter(state__in=UNPAID).select_related("budget__fund"))
    if not left:
        return commitment
    if not reason.strip():
        raise NotBooked(_("Bitte geben Sie an, warum die Bewilligung zurückgenommen wird."))
    cents = sum(tranche.cents for tranche in left)
    entry.seal(Cancellation(commitment=commitment, cents=cents, reason=reason.strip()[:500], on=today()))
    Payment.objects.filter(tranche__in=left, state=Payment.State.WAITING).update(
        state=Payment.State.WITHDRAWN, decided_at=entry.book.at, decided_by=entry.book.who.account_id
    )
    for tranche in left:
        tranche.state = Tranche.State.CANCELLED
        tranche.save(update_fields=["state"])
        close_tasks(entry, about_payable(tranche))
        close_tasks(entry, about_expected(tranche))
        post(
            entry,
            tranche.budget,
            PostingKind.CANCELLED,
            tranche.cents,
            number=f"{commitment.number}/{tranche.position}",
            programme=commitment.terms.programme,
        )
    entry.refer(commitment=commitment.pk)
    return commitment


def locked_commitment(reference: UUID) -> Commitment:
    """What was promised for a reference, its fund locked. Raises ``NotBooked``."""
    held = Commitment.objects.select_related("terms__programme").filter(reference=reference).first()
    if held is None:
        raise NotBooked(_("Zu diesem Vorgang ist nichts bewilligt."))
    lock(held.terms.programme.fund_id)
    return held
