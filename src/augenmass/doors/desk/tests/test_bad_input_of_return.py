"""What goes wrong on the way of return, through its pages: each is refused in a sentence, and nothing that was entered is lost."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.cases.actions.family import link_relative
from augenmass.cases.models import FamilyLink
from augenmass.departure.actions.applying import approve_application, draft_application, file_application
from augenmass.departure.actions.certifying import Returned, confirm_departure, issue_certificates
from augenmass.departure.actions.declaring import declare
from augenmass.departure.actions.notice import acknowledge_notice
from augenmass.departure.actions.opening import Opening, open_departure
from augenmass.departure.models import Application, Certificate, Companion, Departure
from augenmass.departure.tests.conftest import PERSON, TODAY, make_terms, told
from augenmass.fund.actions.closing import close_year
from augenmass.fund.models import Commitment, Payment, ProgrammeTerms, Tranche
from augenmass.law.time import travel
from augenmass.record.models import Case, Fact

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase
    from augenmass.directory.models import Body

pytestmark = [pytest.mark.db, pytest.mark.django_db]
SignIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(TODAY):
        yield


@pytest.fixture
def terms(body: "Body", actor: Actor, approver: Actor) -> ProgrammeTerms:
    return make_terms(body, actor, approver)


@pytest.fixture
def departure(actor: Actor, case_with: "MakeCase") -> Departure:
    """Opened, told of the consequences and declared."""
    made = open_departure(actor, case_with(PERSON).pk, Opening(uuid4()))
    acknowledge_notice(actor, made.key, told())
    declare(actor, made.key, TODAY)
    return made


@pytest.fixture
def filed(actor: Actor, departure: Departure, terms: ProgrammeTerms) -> Application:
    return file_application(actor, draft_application(actor, departure.key, uuid4(), terms.pk).key, TODAY)


def send(client: Client, name: str, of: UUID, status: int = 302, /, **fields: str) -> str:
    """Send a form of a page; what the page says after it."""
    answer: Any = client.post(reverse(name, args=[of]), fields)
    page = re.sub(r"\s+", " ", answer.content.decode())
    assert answer.status_code == status, page[-3000:]
    return page if status != 302 else client.get(answer["Location"]).content.decode()


def test_a_relative_in_another_land_is_not_offered_and_only_named(
    client_of: SignIn, actor: Actor, departure: Departure, make_actor: Any, case_with: "MakeCase"
) -> None:
    from augenmass.directory.models import Body

    there = Body.objects.create(key="abh-fern", kind=Body.Kind.FOREIGNERS_AUTHORITY, name="Fern", land="BY")
    elsewhere = case_with(
        {**PERSON, "first_names": "Mira"}, number="B-1", actor=make_actor("fern", there, "caseworker")
    )
    mine, client = case_with(PERSON), client_of(actor)
    page = send(client, "departure_new", mine.key, key=str(uuid4()), relatives=str(elsewhere.key))
    assert "B-1" not in page
    named = Departure.objects.get(case=mine)
    page = send(client, "departure_companion", named.key, 422, name="Mira Haddad", body_name="", note="Schwester")
    assert 'value="Mira Haddad"' in page
    assert 'value="Schwester"' in page
    send(client, "departure_companion", named.key, name="Mira Haddad", body_name="Fern, Bayern", note="Schwester")
    assert Companion.objects.get().departure == named
    assert not Fact.objects.filter(case=elsewhere, name="departure_declared_on").exists()


def test_a_departure_confirmed_twice_says_when_it_was(client_of: SignIn, actor: Actor, departure: Departure) -> None:
    [certificate] = issue_certificates(actor, departure.key, TODAY, "https://augenmass.example/")
    confirm_departure(actor, certificate.key, Returned(TODAY, Certificate.CameFrom.BORDER))
    page = send(
        client_of(actor), "certificate_returned", certificate.key, 409, departed_on="17.08.2026", came_from="border"
    )
    assert "bereits bestätigt, zum 17.08.2026" in page
    assert Fact.objects.filter(name="departed_on").count() == 1


def test_a_wrong_day_of_the_departure_keeps_what_was_entered(
    client_of: SignIn, actor: Actor, departure: Departure
) -> None:
    [certificate] = issue_certificates(actor, departure.key, TODAY, "https://augenmass.example/")
    for wrong, status, says in (("18.08.2026", 409, "liegt in der Zukunft"), ("31.02.2026", 422, "am-error-summary")):
        page = send(
            client_of(actor), "certificate_returned", certificate.key, status, departed_on=wrong, came_from="mission"
        )
        assert says in page
        assert f'value="{wrong}"' in page
        assert re.search(r'value="mission"[^>]*checked', page)
    assert not Fact.objects.filter(name="departed_on").exists()


def test_reasons_that_are_refused_stay_in_their_row(client_of: SignIn, actor: Actor, filed: Application) -> None:
    client, long = client_of(actor), "Die Person reist ohne Förderung. " * 40
    page = send(client, "application_withdraw", filed.key, 422, reason=long)
    assert long.strip() in page
    approve_application(actor, filed.key)
    page = send(client, "application_refuse", filed.key, 409, reason="zu spät gestellt")
    assert "Dieser Antrag ist inzwischen: bewilligt." in page


def test_a_programme_that_ended_between_application_and_approval(
    client_of: SignIn, actor: Actor, filed: Application, terms: ProgrammeTerms
) -> None:
    ProgrammeTerms.objects.filter(pk=terms.pk).update(until=date(2026, 8, 31))
    with travel(date(2026, 9, 1)):
        page = send(client_of(actor), "application_approve", filed.key, 409)
    assert "galt bis 31.08.2026" in page
    assert not Commitment.objects.exists()
    filed.refresh_from_db()
    assert filed.state == "filed"


def test_an_application_that_nobody_decided_is_taken_back_after_the_departure(
    client_of: SignIn, actor: Actor, departure: Departure, filed: Application
) -> None:
    [certificate] = issue_certificates(actor, departure.key, TODAY, "https://augenmass.example/")
    confirm_departure(actor, certificate.key, Returned(TODAY, Certificate.CameFrom.MISSION))
    client = client_of(actor)
    page = client.get(reverse("departure", args=[departure.key])).content.decode()
    assert reverse("application_approve", args=[filed.key]) not in page
    assert "zurückgesandt von einer deutschen Auslandsvertretung" in page
    page = send(client, "application_withdraw", filed.key, reason="Ist ohne Förderung ausgereist.")
    assert "Ist ohne Förderung ausgereist." in page
    filed.refresh_from_db()
    assert filed.state == "withdrawn"


def test_a_payment_after_the_closing_of_the_year(
    client_of: SignIn, actor: Actor, body: "Body", make_actor: Any, filed: Application, departure: Departure
) -> None:
    approve_application(actor, filed.key)
    [certificate] = issue_certificates(actor, departure.key, TODAY, "https://augenmass.example/")
    confirm_departure(actor, certificate.key, Returned(TODAY, Certificate.CameFrom.BORDER))
    tranche = Tranche.objects.get(state="payable")
    with travel(date(2026, 12, 31)):
        close_year(make_actor("kaemmerer", body, "fund_manager"), 2026, "lapse")
        page = send(
            client_of(actor),
            "payment_new",
            tranche.key,
            422,
            key=str(uuid4()),
            payee="Karim Haddad",
            paid_to="Schalter",
        )
    assert "Stand: verfallen" in page
    assert 'value="Karim Haddad"' in page
    assert not Payment.objects.exists()


def test_a_declaration_that_is_taken_back_needs_its_reason_and_ends_the_departure(
    client_of: SignIn, actor: Actor, departure: Departure
) -> None:
    client = client_of(actor)
    assert "am-error-summary" in send(client, "departure_withdraw", departure.key, 422, reason=" ")
    page = send(client, "departure_withdraw", departure.key, reason="am 17.08. am Telefon")
    assert "am 17.08. am Telefon" in page
    assert "Neu eröffnen" in page
    again = send(client, "departure_withdraw", departure.key, 409, reason="noch einmal")
    assert "ist beendet" in again


def test_a_child_that_comes_of_age_on_the_way_is_named_before_and_after(
    client_of: SignIn, actor: Actor, case_with: "MakeCase"
) -> None:
    parent = case_with(PERSON)
    child = case_with({"family_name": "Haddad", "first_names": "Lina", "date_of_birth": "2008-09-01"})
    link_relative(actor, parent.pk, child.number, FamilyLink.Relation.PARENT, True)
    client = client_of(actor)
    page = send(client, "departure_new", parent.key, key=str(uuid4()), relatives=str(child.key))
    assert "wird am 01.09.2026 volljährig" in page
    address = reverse("departure", args=[Departure.objects.get().key])
    with travel(date(2026, 9, 2)):
        assert "ist seit dem 01.09.2026 volljährig" in client.get(address).content.decode()


@pytest.mark.parametrize("wrong", ["1,200.50", "12,3456", "1200,5,0", "12.00,5"])
def test_an_amount_with_its_comma_in_the_wrong_place(
    client_of: SignIn, actor: Actor, approver: Actor, filed: Application, departure: Departure, wrong: str
) -> None:
    from augenmass.fund.actions.signing import PaymentForm, prepare, sign

    approve_application(actor, filed.key)
    [certificate] = issue_certificates(actor, departure.key, TODAY, "https://augenmass.example/")
    confirm_departure(actor, certificate.key, Returned(TODAY, Certificate.CameFrom.BORDER))
    payment = prepare(actor, Tranche.objects.get(state="payable").key, PaymentForm(uuid4(), "Haddad", "Schalter"))
    sign(approver, payment.key)
    entered = {"received_on": "17.08.2026", "recovery_ground": "re_entry", "reason": "wieder eingereist"}
    page = send(client_of(actor), "recovery_new", payment.key, 422, key=str(uuid4()), cents=wrong, **entered)
    assert f'value="{wrong}"' in page
    assert "wieder eingereist" in page
    assert "am-error-summary" in page


def test_somebody_elses_page_of_a_departure_cannot_be_sent(
    client_of: SignIn, outsider: Actor, filed: Application
) -> None:
    client = client_of(outsider)
    for name in ("application_file", "application_approve", "application_refuse", "application_withdraw"):
        assert client.post(reverse(name, args=[filed.key])).status_code in (403, 404)
    assert Application.objects.get().state == "filed"
    assert Case.objects.count() == 1
