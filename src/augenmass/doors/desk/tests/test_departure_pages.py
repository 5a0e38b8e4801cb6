"""Pages of the voluntary departure, and the public one that checks a certificate."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.access.models import AccessLine
from augenmass.departure.actions.declaring import declare
from augenmass.departure.actions.opening import Opening, open_departure
from augenmass.departure.models import Application, Certificate, CertificateCode, Departure
from augenmass.departure.rules.code import digest_of_code, new_code
from augenmass.departure.tests.conftest import PERSON, TODAY, make_terms
from augenmass.law.time import travel
from augenmass.record.models import Case

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(TODAY):
        yield


@pytest.fixture
def case(case_with: "MakeCase") -> Case:
    return case_with(PERSON)


@pytest.fixture
def departure(actor: Actor, case: Case) -> Departure:
    return open_departure(actor, case.pk, Opening(uuid4()))


def send(client: Client, name: str, of: Any, status: int = 302, /, **fields: str) -> Any:
    answer = client.post(reverse(name, args=[of]), fields)
    assert answer.status_code == status, re.sub(r"\s+", " ", answer.content.decode())[:3000]
    return answer


def test_a_departure_is_opened_from_its_case_and_stands_in_the_list(actor: Actor, case: Case, client_of) -> None:
    client = client_of(actor)
    page = client.get(reverse("departure_new", args=[case.key]))
    assert page.status_code == 200
    assert b"Wer reist gemeinsam aus?" not in page.content
    answer = send(client, "departure_new", case.key, key=str(uuid4()))
    assert answer["Location"] == reverse("departure", args=[Departure.objects.get().key])
    listed = client.get(reverse("returns")).content.decode()
    assert "Haddad" in listed
    assert "Belehrung" in listed
    for query in ("stand=departed", "offen=on", "stand=unsinn"):
        assert client.get(reverse("returns") + f"?{query}").status_code == 200
    assert "Haddad" not in client.get(reverse("returns") + "?stand=departed").content.decode()
    assert "Haddad" not in client.get(reverse("returns") + "?offen=on").content.decode()
    assert AccessLine.objects.filter(what="departures").exists()


def test_the_lane_by_its_forms(actor: Actor, approver: Actor, body, departure: Departure, client_of) -> None:
    terms = make_terms(body, actor, approver)
    client, key = client_of(actor), departure.key
    told = {"language": "Georgisch", "told_by": "Berger", "acknowledged_by": "Karim Haddad"}
    send(client, "departure_notice", key, key=str(uuid4()), told_on="17.08.2026", **told)
    send(client, "departure_declare", key, declared_on="17.08.2026")
    shown = client.get(reverse("departure", args=[key])).content.decode()
    assert "Ein Mensch muss entscheiden" in shown
    assert "answer_declaration" in shown
    assert "Haddad" in client.get(reverse("returns") + "?offen=on").content.decode()
    send(client, "departure_apply", key, key=str(uuid4()), terms=str(terms.pk))
    application = Application.objects.get().key
    send(client, "application_file", application, filed_on="17.08.2026")
    send(client, "application_approve", application)
    trip = {"carrier": "Flug 1", "route": "Berlin – Tiflis", "travels_on": "16.09.2026"}
    send(client, "departure_book", key, key=str(uuid4()), **trip)
    send(client, "departure_certify", key, valid_until="20.09.2026")
    certificate = Certificate.objects.get()
    with travel(date(2026, 9, 18)):
        send(client, "certificate_returned", certificate.key, departed_on="16.09.2026", came_from="border")
        again = send(client, "certificate_returned", certificate.key, 409, departed_on="17.09.2026", came_from="border")
        assert "bereits bestätigt, zum 16.09.2026" in again.content.decode()
    departure.refresh_from_db()
    assert departure.state == "departed"


def test_what_is_wrong_is_said_at_its_form_and_what_was_typed_stays(
    actor: Actor, departure: Departure, client_of
) -> None:
    client = client_of(actor)
    told = {"language": "Georgisch", "told_by": "Berger", "acknowledged_by": "Karim Haddad"}
    answer = send(client, "departure_notice", departure.key, 409, key=str(uuid4()), told_on="18.08.2026", **told)
    assert "liegt in der Zukunft" in answer.content.decode()
    assert 'value="Georgisch"' in answer.content.decode()
    answer = send(client, "departure_declare", departure.key, 422, declared_on="irgendwann")
    assert "am-error-summary" in answer.content.decode()
    send(client, "departure_withdraw", departure.key, 409, reason="am Telefon")
    send(client, "departure_book", departure.key, 422, key=str(uuid4()), carrier="x")


def test_no_other_body_opens_the_page(outsider: Actor, departure: Departure, case: Case, client_of) -> None:
    client = client_of(outsider)
    assert client.get(reverse("departure", args=[departure.key])).status_code == 404
    assert client.get(reverse("departure_new", args=[case.key])).status_code == 404
    assert (
        client.post(reverse("departure_declare", args=[departure.key]), {"declared_on": "17.08.2026"}).status_code
        == 404
    )
    assert "Haddad" not in client.get(reverse("returns")).content.decode()


def test_a_page_of_many_departures_asks_no_more_than_one_of_few(
    actor: Actor, case_with: "MakeCase", client_of, django_assert_max_num_queries
) -> None:
    for _ in range(6):
        made = open_departure(actor, case_with(PERSON).pk, Opening(uuid4()))
        declare(actor, made.key, TODAY)
    client = client_of(actor)
    client.get(reverse("returns"))
    with django_assert_max_num_queries(34):
        assert client.get(reverse("returns")).status_code == 200


@pytest.fixture
def code(actor: Actor, departure: Departure) -> str:
    """The code of a certificate that counts."""
    from augenmass.departure.actions.certifying import issue_certificates

    declare(actor, departure.key, TODAY)
    issue_certificates(actor, departure.key, TODAY, "https://augenmass.example/")
    made = new_code()
    CertificateCode.objects.update(code_digest=digest_of_code(made))
    return made


def checked(typed: str, client: Client | None = None) -> str:
    answer = (client or Client()).post(reverse("certificate_check"), {"code": typed})
    assert answer.status_code == 200
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"|content="[^"]*"', "", answer.content.decode())


def test_everybody_learns_of_a_code_whether_it_counts_and_nothing_else(code: str) -> None:
    page = checked(code)
    assert "ausgestellt und ist gültig" in page
    for word in ("Haddad", "Karim", "Nordheim", "N-0001", "Georgien"):
        assert word not in page
    assert "gültig" in Client().get(reverse("certificate_check") + f"?code={code}").content.decode()


def test_unknown_changed_withdrawn_and_used_codes_give_the_same_page(code: str) -> None:
    verdicts = []
    changed = code[:-1] + ("2" if code[-1] != "2" else "3")
    for typed in (changed, "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ"):
        verdicts.append(checked(typed).replace(typed, "…"))
    CertificateCode.objects.update(valid=False)
    verdicts.append(checked(code).replace(code, "…"))
    assert len(set(verdicts)) == 1
    assert "nicht bekannt" in verdicts[0]


def test_the_public_page_asks_the_database_as_often_whatever_the_code(code: str, django_assert_num_queries) -> None:
    for typed in (code, new_code(), "x"):
        with django_assert_num_queries(1):
            checked(typed)


def test_the_public_page_has_no_scripts_and_asks_for_no_sign_in() -> None:
    page = Client().get(reverse("certificate_check"))
    assert page.status_code == 200
    assert b"<script" not in page.content
    assert page["Cache-Control"] == "private, no-store"


def test_too_many_questions_are_put_off() -> None:
    from django.conf import settings

    limits = {**settings.ACCOUNT_RATE_LIMITS, "certificate_checks": "2/m/ip"}
    with override_settings(ACCOUNT_RATE_LIMITS=limits):
        client = Client(REMOTE_ADDR="192.0.2.77")
        statuses = [client.post(reverse("certificate_check"), {"code": "x"}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
