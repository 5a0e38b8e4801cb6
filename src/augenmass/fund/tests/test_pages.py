"""The pages of the fund: budget and terms by two people, a commitment, its payment with voucher, what comes back, the closing."""

import io
from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from augenmass.access.actor import Actor
from augenmass.access.models import AccessLine
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body
from augenmass.fund.actions.budgets import BudgetForm, confirm_budget, propose_budget
from augenmass.fund.actions.promising import PromiseForm, note_occasion, promise
from augenmass.fund.actions.signing import PaymentForm, prepare
from augenmass.fund.models import (
    Budget,
    BudgetChange,
    Commitment,
    Payment,
    Posting,
    Programme,
    ProgrammeTerms,
    TermsEnd,
)
from augenmass.fund.rules.tranches import Occasion
from augenmass.law.time import BERLIN, today, travel
from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db]
SignIn = Callable[[Actor], Client]


def send(client: Client, name: str, *args: object, **data: object) -> str:
    """Send a form; what the page after it says, or the page with the form itself."""
    answer = client.post(reverse(name, args=args), {"key": uuid4(), **data}, follow=True)
    assert answer.status_code in (200, 422), answer.status_code
    return answer.content.decode()


def look(client: Client, name: str, *args: object, query: str = "") -> str:
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def promised(actor: Actor, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms) -> Commitment:
    made = promise(actor, case_with({"family_name": "Haddad"}).pk, PromiseForm(uuid4(), terms.pk, 1, 1))
    note_occasion(actor, made.reference, Occasion.DEPARTURE, today())
    return made


def test_a_budget_is_proposed_and_confirmed_by_another(
    client_of: SignIn,
    manager: Actor,
    second_manager: Actor,
) -> None:
    first, second = client_of(manager), client_of(second_manager)
    assert "Noch kein Haushalt" in look(first, "fund")
    page = send(first, "fund_budget", year=today().year, cents="1.200.000,50", reason="Haushaltsplan")
    assert "wartet jetzt auf die Bestätigung" in page
    change = BudgetChange.objects.get()
    assert "andere Person" in send(first, "fund_budget_confirm", change.key)
    assert "Der Haushalt ist festgelegt" in send(second, "fund_budget_confirm", change.key)
    page = look(second, "fund")
    assert page.count("1.200.000,50\N{NO-BREAK SPACE}€") >= 3
    assert "am-fund__free" in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("1,200.50", "statt 1,200.50"),
        ("-5", "nicht negativ"),
        ("viel", "kein Betrag"),
        ("9.999.999.999,00", "größer als"),
    ],
)
def test_an_amount_that_cannot_be_meant_is_refused_with_a_sentence(
    client_of: SignIn,
    manager: Actor,
    typed: str,
    says: str,
) -> None:
    page = send(client_of(manager), "fund_budget", year=today().year, cents=typed, reason="Haushaltsplan")
    assert says in page
    assert typed in page
    assert not BudgetChange.objects.exists()


def test_terms_are_proposed_confirmed_and_ended_by_two(
    client_of: SignIn,
    manager: Actor,
    second_manager: Actor,
) -> None:
    first, second = client_of(manager), client_of(second_manager)
    send(first, "fund_programmes", programme="starthilfe", name_de="Starthilfe")
    asked = {"since": "01.01.2020", "per_adult": "1.200", "per_minor": "600", "basis": "Erlass"}
    parts = {"occasion_1": "departure", "months_1": 0, "share_1": 50, "occasion_2": "follow_up", "months_2": 6}
    assert "nicht 100 Prozent" in send(first, "fund_terms", "starthilfe", **asked, **parts, share_2=40)
    assert "warten jetzt" in send(first, "fund_terms", "starthilfe", **asked, **parts, share_2=50)
    made = ProgrammeTerms.objects.get()
    assert "andere Person" in send(first, "fund_terms_confirm", made.key)
    assert "sind bestätigt" in send(second, "fund_terms_confirm", made.key)
    page = look(first, "fund_programmes")
    assert "50 % bei der Ausreise" in page
    send(first, "fund_end", made.key, until=f"{today():%d.%m.%Y}", reason="ausgelaufen")
    assert "ist bestätigt" in send(second, "fund_end_confirm", TermsEnd.objects.get().key)
    made.refresh_from_db()
    assert made.until == today()
    assert Programme.objects.get().name_de == "Starthilfe"


def test_a_case_shows_what_was_promised_and_a_new_promise_is_made(
    client_of: SignIn,
    actor: Actor,
    case_with: MakeCase,
    budget: Budget,
    terms: ProgrammeTerms,
) -> None:
    case, client = case_with({"family_name": "Haddad"}), client_of(actor)
    assert "Nichts bewilligt" in look(client, "case", case.key)
    form = {"key": uuid4(), "terms": terms.pk, "adults": 2, "minors": 1}
    for _again in range(2):
        page = send(client, "commitment_new", case.key, **form)
    assert "3.000,00" in page
    assert Commitment.objects.count() == 1
    assert "frei sind" in send(client, "commitment_new", case.key, terms=terms.pk, adults=20, minors=0)
    page = look(client, "case", case.key)
    assert f"{today().year}-00001" in page
    assert "1.500,00" in page


def test_a_payment_takes_two_and_its_voucher_is_accessible(
    client_of: SignIn, actor: Actor, approver: Actor, promised: Commitment
) -> None:
    officer, head = client_of(actor), client_of(approver)
    tranche = promised.tranches.get(position=1)
    assert "Zahlung vorbereiten" in look(officer, "commitment", promised.reference)
    send(officer, "payment_new", tranche.key, payee="Haddad, Samir", paid_to="Schalter")
    payment = Payment.objects.get()
    assert payment.number in look(head, "payments")
    assert officer.post(reverse("payment_sign", args=[payment.key])).status_code == 403
    assert officer.get(reverse("payment_voucher", args=[payment.key])).status_code == 404
    assert "ist angewiesen" in send(head, "payment_sign", payment.key)
    assert "bereits entschieden" in send(head, "payment_sign", payment.key)
    answer = officer.get(reverse("payment_voucher", args=[payment.key]))
    assert answer["Content-Type"] == "application/pdf"
    file = PdfReader(io.BytesIO(answer.content))
    text = file.pages[0].extract_text()
    assert "900,00" in text
    assert payment.number in text
    assert "Haddad, Samir" in text
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert file.trailer["/Root"]["/Lang"] == "de-DE"


def test_what_comes_back_is_booked(client_of: SignIn, actor: Actor, approver: Actor, promised: Commitment) -> None:
    made = prepare(actor, promised.tranches.get(position=1).key, PaymentForm(uuid4(), "Haddad", "Schalter"))
    send(client_of(approver), "payment_sign", made.key)
    form = {
        "cents": "500,00",
        "received_on": f"{today():%d.%m.%Y}",
        "recovery_ground": "re_entry",
        "reason": "eingereist",
    }
    assert "ist gebucht" in send(client_of(actor), "recovery_new", made.key, **form)
    assert "höchstens 400,00" in send(client_of(actor), "recovery_new", made.key, **form)
    page = look(client_of(actor), "commitment", promised.reference)
    assert "Wiedereinreise" in page
    assert page.count("500,00") >= 2


def test_a_payment_is_refused_with_a_reason(
    client_of: SignIn, actor: Actor, approver: Actor, promised: Commitment
) -> None:
    made = prepare(actor, promised.tranches.get(position=1).key, PaymentForm(uuid4(), "Haddad", "Schalter"))
    assert "warum" in send(client_of(approver), "payment_refuse", made.key)
    assert "nichts ausgezahlt" in send(client_of(approver), "payment_refuse", made.key, reason="falsches Konto")
    assert "falsches Konto" in look(client_of(actor), "payment", made.key)


def test_occasions_and_taking_back_on_the_page(client_of: SignIn, actor: Actor, promised: Commitment) -> None:
    client, day = client_of(actor), f"{today():%d.%m.%Y}"
    assert "frühestens" in send(client, "commitment_payable", promised.reference, occasion="follow_up", occasion_on=day)
    assert "keine weitere" in send(
        client, "commitment_payable", promised.reference, occasion="departure", occasion_on=day
    )
    assert "Datum" in send(client, "commitment_payable", promised.reference, occasion="departure", occasion_on="bald")
    assert "warum" in send(client, "commitment_cancel", promised.reference, reason="")
    assert "wieder frei" in send(client, "commitment_cancel", promised.reference, reason="zurückgenommen")


def test_every_figure_unfolds_into_its_postings(
    client_of: SignIn,
    manager: Actor,
    promised: Commitment,
) -> None:
    client, year = client_of(manager), today().year
    page = look(client, "fund")
    assert "Haddad" not in page
    assert promised.case.number not in page
    page = look(client, "fund_postings", year, query="?zahl=free")
    assert "8.200,00" in page
    assert "−1.800,00" in page
    assert "Keine Buchungen" in look(client, "fund_postings", year, query="?zahl=paid")
    assert "Starthilfe" in look(client, "fund_postings", year, query="?zahl=committed&programm=starthilfe")


def test_the_treasury_gets_every_posting(client_of: SignIn, manager: Actor, promised: Commitment) -> None:
    answer = client_of(manager).get(reverse("fund_export", args=[today().year]))
    rows = answer.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + Posting.objects.count()
    assert rows[2].split(";")[3:8] == ["bewilligt", "frei", "gebunden", "1.800,00", f"{today().year}-00001"]
    assert AccessLine.objects.filter(what="fund_export", rows=2).exists()


def test_a_year_is_closed_on_its_page(client_of: SignIn, manager: Actor, second_manager: Actor) -> None:
    with travel(datetime(2026, 12, 15, 12, tzinfo=BERLIN)):
        form = BudgetForm(uuid4(), 2026, 500_000, "Haushaltsplan")
        propose_budget(manager, form)
        confirm_budget(second_manager, form.key)
        client = client_of(manager)
        assert "sure_error" in send(client, "fund_close", 2026, rest="lapse")
        assert "noch kein Haushalt festgelegt" in send(client, "fund_close", 2026, rest="carry", sure="on")
        page = send(client, "fund_close", 2026, rest="lapse", sure="on")
    assert "ist abgeschlossen" in page
    assert "verfallen" in page
    assert client.get(reverse("fund_close", args=[2025])).status_code == 404


def test_amounts_are_seen_only_by_who_sees_the_case_and_its_benefits(
    client_of: SignIn,
    make_actor: MakeActor,
    outsider: Actor,
    manager: Actor,
    other_body: Body,
    promised: Commitment,
) -> None:
    address = reverse("commitment", args=[promised.reference])
    assert client_of(outsider).get(address).status_code == 404
    assert client_of(manager).get(address).status_code == 403
    police = make_actor("wache", promised.case.body, "police_liaison")
    assert client_of(police).get(address).status_code == 404


def test_the_fund_is_not_seen_by_another_body_that_signs(
    client_of: SignIn,
    approver: Actor,
    budget: Budget,
    terms: ProgrammeTerms,
) -> None:
    page = look(client_of(approver), "fund")
    assert "Noch kein Haushalt" in page
    assert client_of(approver).get(reverse("fund_postings", args=[today().year])).status_code == 404
    assert Case.objects.count() == 0
