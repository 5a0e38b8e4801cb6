"""Many payments and postings: a page asks the database as often as with few, and cuts what it shows."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import Q, Sum
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.conftest import MakeActor, MakeCase
from augenmass.fund.actions.booking import posting
from augenmass.fund.actions.promising import PromiseForm, note_occasion, promise, take_back
from augenmass.fund.actions.recovering import RecoveryForm, recover
from augenmass.fund.actions.signing import PaymentForm, prepare, sign
from augenmass.fund.models import Budget, Commitment, Payment, Posting, ProgrammeTerms, Recovery
from augenmass.fund.queries import claims
from augenmass.fund.queries.year import year_of
from augenmass.fund.rules.accounts import PostingKind
from augenmass.fund.rules.tranches import Occasion
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.work.queries.paging import page_of

pytestmark = [pytest.mark.db, pytest.mark.django_db]
SignIn = Callable[[Actor], Client]
Promise = Callable[[], Payment]


@pytest.fixture
def prepared(actor: Actor, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms) -> Promise:
    """Makes a payment that waits, in a case of its own."""

    def make() -> Payment:
        made = promise(actor, case_with({"family_name": "Haddad"}).pk, PromiseForm(uuid4(), terms.pk, 1, 0))
        note_occasion(actor, made.reference, Occasion.DEPARTURE, today())
        return prepare(actor, made.tranches.get(position=1).key, PaymentForm(uuid4(), "Die Person selbst", "Schalter"))

    return make


@pytest.fixture
def signer(make_actor: MakeActor, actor: Actor) -> Actor:
    """Signs second in the body of the cases."""
    return make_actor("zweitzeichnung", actor.body, "approver")


def asked(client: Client, address: str) -> int:
    """How many questions a page asks the database, when it was opened once before."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_of_waiting_payments_asks_as_often_for_many(
    actor: Actor, signer: Actor, prepared: Promise, client_of: SignIn
) -> None:
    prepared()
    clients = [client_of(actor), client_of(signer)]
    few = [asked(client, reverse("payments")) for client in clients]
    for _ in range(4):
        prepared()
    assert [asked(client, reverse("payments")) for client in clients] == few


def test_waiting_payments_come_in_pages_for_who_signs_and_for_who_prepared(
    actor: Actor, signer: Actor, prepared: Promise, client_of: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "page_of", partial(page_of, size=2))
    numbers = [prepared().number for _ in range(3)]
    first = claims.waiting_payments(signer)
    assert [row.number for row in first.to_sign.rows] == numbers[:2]
    assert (first.to_sign.count, first.to_sign.pages, first.given.count) == (3, 2, 0)
    page = client_of(signer).get(reverse("payments"), {"page": 2}).content.decode()
    assert numbers[2] in page
    assert numbers[0] not in page
    own = claims.waiting_payments(actor, own_page=2)
    assert ([row.number for row in own.given.rows], own.to_sign.count) == (numbers[2:], 0)


def test_who_may_not_see_amounts_sees_no_waiting_payment(
    actor: Actor, make_actor: MakeActor, prepared: Promise
) -> None:
    prepared()
    found = claims.waiting_payments(make_actor("einspielung", actor.body, "intake"))
    assert (found.to_sign.count, found.given.count) == (0, 0)


def test_the_postings_of_a_commitment_are_found_by_their_whole_numbers(
    actor: Actor, signer: Actor, prepared: Promise
) -> None:
    paid, other = prepared(), prepared()
    sign(signer, paid.key)
    recover(actor, paid.key, RecoveryForm(uuid4(), 100, today(), Recovery.Ground.OTHER.value, "Ein Teil kam zurück."))
    made = Commitment.objects.get(tranches__payments=paid)
    take_back(actor, made.reference, "Die Ausreise findet nicht statt.")
    found = claims.postings_of(made, claims.payments_of(made))
    kinds = [PostingKind.COMMITTED, PostingKind.PAID, PostingKind.RECOVERED, PostingKind.CANCELLED]
    assert [row.kind for row in found] == kinds
    every = Posting.objects.filter(Q(number=made.number) | Q(number__startswith=f"{made.number}/"))
    assert {row.pk for row in found} == set(every.values_list("pk", flat=True))
    assert other.number not in {row.number for row in found}


def test_the_later_pages_of_the_postings_of_a_year_are_led_to(
    manager: Actor, budget: Budget, client_of: SignIn
) -> None:
    with entry(manager, "fund.budget_confirmed") as e:
        for number in range(60):
            e.seal_later(posting(budget, PostingKind.BUDGET_RAISED, 1, f"N-{number:03d}", None))
    client, address = client_of(manager), reverse("fund_postings", args=[budget.year])
    first, second = (client.get(address, query).content.decode() for query in ({}, {"page": 2}))
    assert "page=2" in first
    assert "N-059" in second
    assert "N-000" not in second


@pytest.mark.sqlite  # PostgreSQL reads a table of few rows whole, whatever its indexes
def test_the_sums_of_a_year_are_read_off_an_index(manager: Actor, budget: Budget) -> None:
    assert year_of(manager, budget).figures.budget == 1_000_000
    rows = Posting.objects.filter(budget=budget, body=manager.body_id).order_by()
    sums = rows.values_list("kind", "programme").annotate(cents=Sum("cents"))
    assert "COVERING INDEX fund_sums_of_year" in sums.explain()


def test_the_page_of_programmes_asks_as_often_for_many(
    manager: Actor, give_terms: Callable[..., ProgrammeTerms], client_of: SignIn
) -> None:
    give_terms()
    client, address = client_of(manager), reverse("fund_programmes")
    few = asked(client, address)
    for number in range(4):
        give_terms(f"programm-{number}")
    assert asked(client, address) == few
