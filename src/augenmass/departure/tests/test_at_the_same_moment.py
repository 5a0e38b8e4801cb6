"""Two do the same at the same moment: one wins, the other gets a sentence, nothing is promised or confirmed twice, on PostgreSQL."""

from datetime import timedelta
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.conftest import MakeCase
from augenmass.departure.actions import applying
from augenmass.departure.actions.certifying import Returned, confirm_departure, issue_certificates
from augenmass.departure.actions.declaring import declare
from augenmass.departure.actions.notice import acknowledge_notice
from augenmass.departure.actions.opening import Opening, end_departure, open_departure
from augenmass.departure.models import Application, Certificate, Departure
from augenmass.departure.queries.checking import is_valid_code
from augenmass.departure.tests.conftest import make_terms, told
from augenmass.fund.models import Commitment, Tranche
from augenmass.law.time import today
from augenmass.record.verify import verify
from augenmass.work.tests.at_once import at_once

pytestmark = [pytest.mark.pg, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def departure(actor: Actor, case_with: MakeCase) -> Departure:
    return open_departure(actor, case_with({"family_name": "Haddad"}).pk, Opening(uuid4()))


def test_two_open_a_departure_of_one_person(actor: Actor, approver: Actor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Haddad"})
    said = at_once(
        (actor, lambda: open_departure(actor, case.pk, Opening(uuid4()))),
        (approver, lambda: open_departure(approver, case.pk, Opening(uuid4()))),
    )
    assert sorted(bool(words) for words in said) == [False, True], said
    assert "schon eine freiwillige Ausreise offen" in "".join(said)
    assert Departure.objects.count() == 1


def test_one_confirms_what_another_confirms(actor: Actor, approver: Actor, departure: Departure) -> None:
    declare(actor, departure.key, today())
    [certificate] = issue_certificates(actor, departure.key, today(), "https://augenmass.example/")
    back = Returned(today(), Certificate.CameFrom.BORDER)
    said = at_once(
        (actor, lambda: confirm_departure(actor, certificate.key, back)),
        (approver, lambda: confirm_departure(approver, certificate.key, back)),
    )
    assert sorted(bool(words) for words in said) == [False, True], said
    assert "bereits bestätigt" in "".join(said)
    assert list(verify()) == []


def test_one_approves_what_another_ends(actor: Actor, approver: Actor, departure: Departure) -> None:
    terms = make_terms(actor.body, actor, approver, since=today(), until=today() + timedelta(days=9))
    acknowledge_notice(actor, departure.key, told())
    drafted = applying.draft_application(actor, departure.key, uuid4(), terms.pk)
    applying.file_application(actor, drafted.key, today())
    said = at_once(
        (actor, lambda: applying.approve_application(actor, drafted.key)),
        (approver, lambda: end_departure(approver, departure.key, "bleibt")),
    )
    assert not any(words.startswith("unforeseen") for words in said), said
    assert Application.objects.get().state == "withdrawn"
    assert set(Tranche.objects.values_list("state", flat=True)) <= {"cancelled"}
    assert Commitment.objects.count() == (said[0] == "")


def test_the_public_page_reads_a_code_in_nobodys_name(actor: Actor, departure: Departure) -> None:
    from augenmass.access.reader import NOBODY, reading_as
    from augenmass.departure.models import CertificateCode
    from augenmass.departure.rules.code import digest_of_code

    declare(actor, departure.key, today())
    issue_certificates(actor, departure.key, today(), "https://augenmass.example/")
    CertificateCode.objects.update(code_digest=digest_of_code("7K2M9"))
    with reading_as(NOBODY):
        assert is_valid_code("7K2M9")
        assert not Certificate.objects.exists()
