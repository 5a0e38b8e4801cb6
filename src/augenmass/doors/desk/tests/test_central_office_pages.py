"""The central office's door as pages: a list of what is missing in one click, a queue, a clock, numbers of work."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.competence.models import Referral
from augenmass.competence.rules import Matter
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body, Unit
from augenmass.law.time import today
from augenmass.record.models import Case
from augenmass.referral.actions.opening import ReferralForm, refer_case
from augenmass.work.models import BookedDeadline

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
SignIn = Callable[[Actor], Client]


@pytest.fixture
def office(make_actor: MakeActor, body: Body) -> Actor:
    central = Body.objects.create(key="zrs", kind=Body.Kind.CENTRAL_RETURN_OFFICE, name="Zentrale Stelle", land="ST")
    return make_actor("falk", central, "central_office")


@pytest.fixture
def case(case_with: MakeCase) -> Case:
    return case_with({"family_name": "Haddad"})


@pytest.fixture
def referral(actor: Actor, office: Actor, case: Case) -> Referral:
    form = ReferralForm(
        uuid4(), office.body_id, Matter.ENFORCEMENT, "AufenthG § 71", "Bitte übernehmen", today() + timedelta(days=9)
    )
    return refer_case(actor, case.pk, form)


def text(client: Client, name: str, *args: object, query: str = "") -> str:
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_what_is_missing_goes_back_in_one_click_and_the_sender_completes_and_sends_again(
    client_of: SignIn, actor: Actor, office: Actor, referral: Referral, case: Case
) -> None:
    desk = client_of(office)
    assert referral.number in text(desk, "central_queue", query="?ansicht=incomplete")
    page = text(desk, "referral", referral.key)
    assert "Dokument: Bescheid" in page
    assert "Mit dieser Liste zurückgeben" in page
    address = reverse("referral_return_missing", args=[referral.key])
    assert desk.post(address).status_code == 302
    assert desk.post(address).status_code == 302
    assert referral.number in text(desk, "central_queue", query="?ansicht=returned")
    sender = client_of(actor)
    page = text(sender, "referral", referral.key)
    assert "Das fehlt" in page
    assert f"?wie={referral.key}" in page
    again = text(sender, "referral_new", case.key, query=f"?wie={referral.key}")
    assert "Bitte übernehmen" in again
    assert 'value="enforcement"' in again
    assert "Zentrale Stelle" in again


def test_an_incomplete_case_is_taken_over_only_with_the_tick_and_then_the_clock_runs(
    client_of: SignIn, office: Actor, referral: Referral
) -> None:
    desk = client_of(office)
    address = reverse("referral_accept", args=[referral.key])
    refused = desk.post(address, {"officer": str(office.account_id), "unit": "", "number": ""})
    assert refused.status_code == 409
    assert "Es fehlt noch" in refused.content.decode()
    assert "Trotz des Fehlenden übernehmen" in refused.content.decode()
    form = {"officer": str(office.account_id), "unit": "", "number": "", "despite_missing": "on"}
    assert desk.post(address, form).status_code == 302
    assert BookedDeadline.objects.count() == 1
    assert referral.number in text(desk, "central_queue", query="?ansicht=checking")
    page = text(desk, "referral", referral.key)
    assert "Erste Prüfung erledigt" in page
    assert "An abgebende Stelle zurückgeben" in page
    assert "Erste Prüfung der zentralen Stelle" in text(desk, "deadlines", query="?zeitraum=month")
    assert desk.post(reverse("referral_checked", args=[referral.key])).status_code == 302
    assert "Erste Prüfung erledigt" not in text(desk, "referral", referral.key)


def test_a_stale_page_gets_a_sentence(client_of: SignIn, actor: Actor, office: Actor, referral: Referral) -> None:
    client_of(actor).post(reverse("referral_revoke", args=[referral.key]), {"reason": ""})
    late = client_of(office).post(reverse("referral_return_missing", args=[referral.key]))
    assert late.status_code == 409
    assert "inzwischen zurückgezogen" in late.content.decode()


def test_a_body_that_was_dissolved_meanwhile_is_refused_with_a_sentence(
    client_of: SignIn, actor: Actor, office: Actor, case: Case
) -> None:
    Body.objects.filter(pk=office.body_id).update(dissolved_on=today())
    sent = {
        "key": str(uuid4()),
        "receiver": str(office.body_id),
        "matter": "enforcement",
        "provision": "§ 71",
        "reason": "Bitte übernehmen",
        "deadline": f"{today():%d.%m.%Y}",
    }
    answer = client_of(actor).post(reverse("referral_new", args=[case.key]), sent)
    assert answer.status_code == 422
    assert "gibt es nicht oder nicht mehr" in answer.content.decode()


def test_an_address_with_nonsense_opens_an_empty_form(client_of: SignIn, actor: Actor, case: Case) -> None:
    text(client_of(actor), "referral_new", case.key, query="?wie=abc")
    text(client_of(actor), "referral_new", case.key, query=f"?wie={uuid4()}")


def test_the_queue_is_the_offices(client_of: SignIn, actor: Actor, office: Actor, referral: Referral) -> None:
    assert client_of(actor).get(reverse("central_queue")).status_code == 403
    assert "Eingang der zentralen Stelle" in text(client_of(office), "referrals")
    assert "Eingang der zentralen Stelle" not in text(client_of(actor), "referrals")


def test_the_head_says_how_much_a_unit_can_work_on(client_of: SignIn, office: Actor, make_actor: MakeActor) -> None:
    Unit.objects.create(body=office.body, key="nord", name="Team Nord")
    head = client_of(make_actor("chefin", office.body, "approver"))
    wrong = head.post(reverse("central_capacity"), {"capacity_0": "-1"})
    assert wrong.status_code == 422
    assert head.post(reverse("central_capacity"), {"capacity_0": "40", "capacity_1": ""}).status_code == 302
    assert "von 40" in text(client_of(office), "central_queue")
    assert client_of(office).post(reverse("central_capacity"), {"capacity_0": "1"}).status_code == 403
