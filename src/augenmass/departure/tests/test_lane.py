"""The voluntary lane from the opening to the certificate that comes back; what it refuses, and with which sentence."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from pypdf import PdfReader

from augenmass.access.actor import Actor, NotPermitted
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.cases.models import LegalPosition
from augenmass.departure.actions import applying
from augenmass.departure.actions.certifying import (
    Returned,
    confirm_departure,
    issue_certificates,
    withdraw_certificate,
)
from augenmass.departure.actions.declaring import declare, withdraw_declaration
from augenmass.departure.actions.notice import acknowledge_notice
from augenmass.departure.actions.opening import Elsewhere, Opening, end_departure, name_companion, open_departure
from augenmass.departure.actions.travelling import Journey, book_journey, cancel_journey
from augenmass.departure.models import Application, Booking, Certificate, Companion, Departure, Member, Notice
from augenmass.departure.queries.checking import is_valid_code
from augenmass.departure.queries.departures import find_departure
from augenmass.departure.tests.conftest import TODAY, make_terms, told
from augenmass.directory.models import Body
from augenmass.fund.models import Commitment, Tranche
from augenmass.law.time import travel
from augenmass.record.models import Action, Case, Fact
from augenmass.record.verify import verify
from augenmass.steps.actions import taking as step
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase
    from augenmass.departure.tests.conftest import Open
    from augenmass.fund.models import ProgrammeTerms

pytestmark = [pytest.mark.db, pytest.mark.django_db]
ADDRESS = "https://augenmass.example/bescheinigung/"
BORDER = Certificate.CameFrom.BORDER


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(TODAY):
        yield


def facts(case: Case) -> dict[str, str]:
    return dict(Fact.objects.filter(case=case, closed_by=None).values_list("name", "value"))


def answer(actor: Actor, case: Case, says: str = "accepted") -> None:
    case.refresh_from_db()
    form = step.StepForm({"departure_declaration_answer": says}, "Die Ausreise ist gesichert", case.version, uuid4())
    step.begin(actor, case.pk, "answer_declaration", form)


def journey(days: int = 30) -> Journey:
    return Journey(uuid4(), "Fluggesellschaft, Flug 123", "Berlin – Tiflis", TODAY + timedelta(days=days))


def code_of(certificate: Certificate) -> str:
    from django.core.files.storage import default_storage

    with default_storage.open(certificate.document.path) as file:
        text = "".join(page.extract_text() for page in PdfReader(file).pages)
    after = text.split("Code", 1)[1]
    return next(word for word in after.split() if word.count("-") == 3)


def test_the_whole_lane(actor: Actor, person: Case, filed: Callable[..., Application]) -> None:
    application = filed()
    departure = application.departure
    assert facts(person)["return_support_applied"] == "yes"
    answer(actor, person)
    applying.approve_application(actor, application.key)
    assert find_departure(actor, departure.key).state == "approved"
    assert Commitment.objects.get(reference=application.key).cents == 100_000
    book_journey(actor, departure.key, journey())
    assert facts(person)["departure_planned_on"] == "2026-09-16"
    [certificate] = issue_certificates(actor, departure.key, date(2026, 9, 20), ADDRESS)
    assert find_departure(actor, departure.key).state == "booked"
    assert LegalPosition.objects.get(case=person).lane == "voluntary"
    assert is_valid_code(code_of(certificate))
    with travel(date(2026, 9, 28)):
        confirm_departure(actor, certificate.key, Returned(date(2026, 9, 16), BORDER))
    assert facts(person)["departed_on"] == "2026-09-16"
    assert facts(person)["departure_proven"] == "yes"
    assert find_departure(actor, departure.key).state == "departed"
    assert [tranche.state for tranche in Tranche.objects.order_by("position")] == ["payable", "open"]
    with travel(date(2027, 3, 20)):
        applying.report_follow_up(actor, application.key, date(2027, 3, 18))
        with pytest.raises(NotDone, match="keine Nachzahlung"):
            applying.report_follow_up(actor, application.key, date(2027, 3, 18))
    assert [tranche.state for tranche in Tranche.objects.order_by("position")] == ["payable", "payable"]
    assert list(verify()) == []


def test_the_same_form_sent_twice_makes_one_row(
    actor: Actor, person: Case, opened: "Open", terms: "ProgrammeTerms"
) -> None:
    asked = Opening(uuid4())
    departure = open_departure(actor, person.pk, asked)
    assert open_departure(actor, person.pk, asked).pk == departure.pk
    notice, trip, application = told(), journey(), uuid4()
    for _ in range(2):
        acknowledge_notice(actor, departure.key, notice)
        applying.draft_application(actor, departure.key, application, terms.pk)
    declare(actor, departure.key, TODAY)
    for _ in range(2):
        book_journey(actor, departure.key, trip)
        issue_certificates(actor, departure.key, TODAY, ADDRESS)
    counted = [model.objects.count() for model in (Departure, Notice, Application, Booking, Certificate)]
    assert counted == [1, 1, 1, 1, 1]


def test_a_second_departure_of_the_same_person_is_refused_while_one_is_open(opened: "Open") -> None:
    opened()
    with pytest.raises(NotDone, match="schon eine freiwillige Ausreise offen"):
        opened()


def test_others_neither_see_it_nor_act_on_it(
    actor: Actor, outsider: Actor, intake_clerk: Actor, opened: "Open", person: Case
) -> None:
    departure = opened()
    with pytest.raises(Departure.DoesNotExist):
        declare(outsider, departure.key, TODAY)
    with pytest.raises(NotPermitted):
        declare(intake_clerk, departure.key, TODAY)
    with pytest.raises(Case.DoesNotExist):
        open_departure(outsider, person.pk, Opening(uuid4()))
    with pytest.raises(Departure.DoesNotExist):
        find_departure(intake_clerk, departure.key)


def test_nothing_is_applied_for_before_the_notice(actor: Actor, opened: "Open", terms: "ProgrammeTerms") -> None:
    departure = opened()
    drafted = applying.draft_application(actor, departure.key, uuid4(), terms.pk)
    with pytest.raises(NotDone, match="zuerst die Belehrung"):
        applying.file_application(actor, drafted.key, TODAY)
    acknowledge_notice(actor, departure.key, told())
    with pytest.raises(NotDone, match="zuerst die Belehrung"):
        applying.file_application(actor, drafted.key, TODAY - timedelta(days=1))
    applying.file_application(actor, drafted.key, TODAY)
    assert Application.objects.get().state == "filed"


def test_a_programme_that_ended_between_application_and_approval_approves_nothing(
    actor: Actor, filed: Callable[..., Application]
) -> None:
    application = filed()
    application.terms.until = TODAY
    application.terms.save(update_fields=["until"])
    with travel(TODAY + timedelta(days=1)), pytest.raises(NotDone, match=r"galt bis 17\.08\.2026"):
        applying.approve_application(actor, application.key)
    assert Application.objects.get().state == "filed"
    assert not Commitment.objects.exists()


def test_an_approval_past_the_budget_is_refused_and_nothing_is_changed(
    actor: Actor, approver: Actor, body: "object", opened: "Open"
) -> None:
    dear = make_terms(body, actor, approver, per_adult=99_999_999)  # type: ignore[arg-type]
    departure = opened()
    acknowledge_notice(actor, departure.key, told())
    drafted = applying.draft_application(actor, departure.key, uuid4(), dear.pk)
    applying.file_application(actor, drafted.key, TODAY)
    with pytest.raises(NotDone, match="reicht nicht"):
        applying.approve_application(actor, drafted.key)
    assert Application.objects.get().state == "filed"


def test_what_was_decided_on_an_application_is_not_decided_again(
    actor: Actor, filed: Callable[..., Application]
) -> None:
    application = filed()
    applying.refuse_application(actor, application.key, "Fördermittel bereits erhalten")
    for act in (
        lambda: applying.approve_application(actor, application.key),
        lambda: applying.withdraw_application(actor, application.key, "doch nicht"),
    ):
        with pytest.raises(NotDone, match="inzwischen: abgelehnt"):
            act()


def test_a_withdrawn_application_frees_what_was_committed(actor: Actor, filed: Callable[..., Application]) -> None:
    application = filed()
    applying.approve_application(actor, application.key)
    applying.approve_application(actor, application.key)
    applying.withdraw_application(actor, application.key, "Reist ohne Förderung")
    assert {tranche.state for tranche in Tranche.objects.all()} == {"cancelled"}
    assert find_departure(actor, application.departure.key).state == "requested"


@pytest.mark.parametrize(
    "course", ["refused", "withdrawn", "withdrawn after approval", "ended", "declaration withdrawn"]
)
def test_support_is_no_longer_applied_for_when_the_application_comes_to_nothing(
    course: str, actor: Actor, person: Case, child: Case, opened: "Open", filed: Callable[..., Application]
) -> None:
    application = filed(opened(child))
    if course == "withdrawn after approval":
        applying.approve_application(actor, application.key)
    match course:
        case "refused":
            applying.refuse_application(actor, application.key, "Voraussetzungen fehlen")
        case "ended":
            end_departure(actor, application.departure.key, "Findet nicht statt")
        case "declaration withdrawn":
            withdraw_declaration(actor, application.departure.key, "Schreiben vom heutigen Tag")
        case _:
            applying.withdraw_application(actor, application.key, "Reist ohne Förderung")
    for one in (person, child):
        held = Fact.objects.get(case=one, name="return_support_applied", closed_by=None)
        assert (held.value, held.replaces.value) == ("no", "yes")  # type: ignore[union-attr]
        assert "Antrag" in held.note
    assert list(verify()) == []


def test_another_application_or_an_officers_own_finding_keeps_the_fact(
    actor: Actor, approver: Actor, body: Body, person: Case, filed: Callable[..., Application]
) -> None:
    first = filed()
    second = applying.draft_application(actor, first.departure.key, uuid4(), make_terms(body, actor, approver).pk)
    applying.file_application(actor, second.key, TODAY)
    applying.refuse_application(actor, first.key, "Voraussetzungen fehlen")
    assert facts(person)["return_support_applied"] == "yes"
    held = Fact.objects.get(case=person, name="return_support_applied", closed_by=None)
    establish_fact(actor, person.pk, FactEntry("return_support_applied", "nein", note="Irrtum"), held.pk)
    held = Fact.objects.get(case=person, name="return_support_applied", closed_by=None)
    establish_fact(actor, person.pk, FactEntry("return_support_applied", "ja", note="Antrag bei IOM"), held.pk)
    applying.withdraw_application(actor, second.key, "Reist ohne Förderung")
    assert facts(person)["return_support_applied"] == "yes"


def test_a_family_leaves_together_and_a_child_of_age_counts_as_an_adult(
    actor: Actor, person: Case, child: Case, opened: "Open", filed: Callable[..., Application]
) -> None:
    application = filed(opened(child))
    assert (application.adults, application.minors, application.amount_cents) == (1, 1, 150_000)
    assert facts(child)["departure_declared_on"] == facts(person)["departure_declared_on"] == "2026-08-17"
    with travel(date(2026, 10, 1)):
        applying.approve_application(actor, application.key)
    application.refresh_from_db()
    assert (application.adults, application.minors) == (2, 0)
    assert Commitment.objects.get().cents == 200_000


def test_the_payment_waits_for_the_last_of_the_family(
    actor: Actor, child: Case, opened: "Open", filed: Callable[..., Application]
) -> None:
    application = filed(opened(child))
    applying.approve_application(actor, application.key)
    first, second = issue_certificates(actor, application.departure.key, TODAY, ADDRESS)
    confirm_departure(actor, first.key, Returned(TODAY, BORDER))
    assert not Tranche.objects.filter(state="payable").exists()
    assert find_departure(actor, application.departure.key).state == "approved"
    confirm_departure(actor, second.key, Returned(TODAY, BORDER))
    assert Tranche.objects.filter(state="payable").count() == 1
    assert not Member.objects.filter(open=True).exists()


def test_a_relative_of_another_body_is_named_and_nothing_more(
    actor: Actor, outsider: Actor, person: Case, opened: "Open", case_with: "MakeCase"
) -> None:
    elsewhere = case_with({"family_name": "Haddad"}, actor=outsider)
    with pytest.raises(NotDone, match="deren Fall Ihre Dienststelle bearbeitet"):
        opened(elsewhere)
    departure = opened()
    with pytest.raises(NotDone, match="Person und die Stelle"):
        name_companion(actor, departure.key, Elsewhere("Mira Haddad", " "))
    for _ in range(2):
        name_companion(actor, departure.key, Elsewhere("Mira Haddad", "Ausländerbehörde in Sachsen"))
    assert Companion.objects.count() == 1
    assert [member.case_id for member in Member.objects.all()] == [person.pk]
    assert not Fact.objects.filter(case=elsewhere, name="departure_declared_on").exists()


def test_a_departure_is_confirmed_once(actor: Actor, opened: "Open") -> None:
    departure = opened()
    declare(actor, departure.key, TODAY)
    [certificate] = issue_certificates(actor, departure.key, TODAY, ADDRESS)
    code = code_of(certificate)
    confirm_departure(actor, certificate.key, Returned(TODAY, BORDER))
    assert not is_valid_code(code)
    with pytest.raises(NotDone, match=r"bereits bestätigt, zum 17\.08\.2026"):
        confirm_departure(actor, certificate.key, Returned(TODAY, BORDER))
    assert Action.objects.filter(kind="departure.confirmed").count() == 1


@pytest.mark.parametrize(("days", "says"), [(1, "Zukunft"), (-1, "vor der Ausstellung")])
def test_a_day_of_departure_that_cannot_be_meant_is_refused(actor: Actor, opened: "Open", days: int, says: str) -> None:
    departure = opened()
    declare(actor, departure.key, TODAY)
    [certificate] = issue_certificates(actor, departure.key, TODAY, ADDRESS)
    with pytest.raises(NotDone, match=says):
        confirm_departure(actor, certificate.key, Returned(TODAY + timedelta(days=days), BORDER))


def test_unknown_changed_withdrawn_and_expired_codes_are_not_known(actor: Actor, opened: "Open") -> None:
    departure = opened()
    declare(actor, departure.key, TODAY)
    [certificate] = issue_certificates(actor, departure.key, TODAY + timedelta(days=9), ADDRESS)
    code = code_of(certificate)
    changed = ("1" if code[0] != "1" else "2") + code[1:]
    assert is_valid_code(code.lower())
    assert not any(is_valid_code(typed) for typed in (changed, "", "0" * 20, "' or 1=1 --"))
    with travel(TODAY + timedelta(days=10)):
        assert not is_valid_code(code)
    withdraw_certificate(actor, certificate.key)
    assert not is_valid_code(code)
    with pytest.raises(NotDone, match="schon zurückgezogen"):
        withdraw_certificate(actor, certificate.key)
    [again] = issue_certificates(actor, departure.key, TODAY + timedelta(days=9), ADDRESS)
    assert is_valid_code(code_of(again))
    assert code_of(again) != code


def test_the_code_stands_nowhere_but_in_the_document(actor: Actor, opened: "Open") -> None:
    departure = opened()
    declare(actor, departure.key, TODAY)
    [certificate] = issue_certificates(actor, departure.key, TODAY, ADDRESS)
    code = code_of(certificate).replace("-", "")
    assert code not in certificate.code.code_digest
    assert code not in str([action.references for action in Action.objects.all()])


def test_a_journey_is_moved_and_cancelled(actor: Actor, opened: "Open", person: Case) -> None:
    departure = opened()
    with pytest.raises(NotDone, match="zuerst die Erklärung"):
        book_journey(actor, departure.key, journey())
    declare(actor, departure.key, TODAY)
    book_journey(actor, departure.key, journey(20))
    moved = book_journey(actor, departure.key, journey(25))
    assert sorted(Booking.objects.values_list("state", flat=True)) == ["booked", "moved"]
    assert facts(person)["departure_planned_on"] == "2026-09-11"
    cancel_journey(actor, moved.key)
    with pytest.raises(NotDone, match="verlegt oder storniert"):
        cancel_journey(actor, moved.key)
    with pytest.raises(NotDone, match="Vergangenheit"):
        book_journey(actor, departure.key, journey(-1))
    assert find_departure(actor, departure.key).state == "requested"


def test_an_ended_departure_takes_money_journey_and_certificate_with_it(
    actor: Actor, person: Case, filed: Callable[..., Application]
) -> None:
    application = filed()
    key = application.departure.key
    applying.approve_application(actor, application.key)
    book_journey(actor, key, journey())
    [certificate] = issue_certificates(actor, key, TODAY, ADDRESS)
    with pytest.raises(NotDone, match="warum"):
        end_departure(actor, key, " ")
    end_departure(actor, key, "Die Person hat einen Antrag nach § 25b gestellt.")
    assert not is_valid_code(code_of(certificate))
    assert Application.objects.get().state == "withdrawn"
    assert {tranche.state for tranche in Tranche.objects.all()} == {"cancelled"}
    assert Task.objects.filter(case=person, title__contains="stornieren", done_by=None).exists()
    with pytest.raises(NotDone, match="beendet"):
        book_journey(actor, key, replace(journey(), key=uuid4()))
    assert "departure_declared_on" in facts(person)


def test_a_declaration_that_is_taken_back_ends_it_and_can_be_made_again_the_same_day(
    actor: Actor, person: Case, opened: "Open"
) -> None:
    departure = opened()
    with pytest.raises(NotDone, match="keine Erklärung"):
        withdraw_declaration(actor, departure.key, "am Telefon")
    declare(actor, departure.key, TODAY)
    answer(actor, person)
    withdraw_declaration(actor, departure.key, "Am Telefon am 17. August")
    assert facts(person)["departure_declaration_answer"] == "withdrawn"
    again = opened()
    declare(actor, again.key, TODAY)
    assert "departure_declaration_answer" not in facts(person)
    assert LegalPosition.objects.get(case=person).lane == "voluntary"
    assert list(verify()) == []
