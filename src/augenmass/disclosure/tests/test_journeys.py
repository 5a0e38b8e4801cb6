"""What houses reported and what was done for a voluntary departure: in the extract in both languages, and in the file for inspection."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from pypdf import PdfReader

from augenmass.access.actor import Actor
from augenmass.accommodation.rules import Event
from augenmass.accommodation.tests.conftest import centre, deliver, house, report, said, staff  # noqa: F401 - fixtures
from augenmass.conftest import MakeCase
from augenmass.departure.actions import applying
from augenmass.departure.actions.certifying import Returned, confirm_departure, issue_certificates
from augenmass.departure.actions.travelling import Journey, book_journey
from augenmass.departure.models import Certificate
from augenmass.departure.tests.conftest import TODAY, filed, opened, person, terms  # noqa: F401 - fixtures
from augenmass.disclosure.actions.inspection import Asked, open_inspection, sign_inspection
from augenmass.disclosure.actions.requests import sign_extract
from augenmass.disclosure.actions.restrictions import Wanted, decide_restriction, restrict
from augenmass.disclosure.models import Inspection, Restriction
from augenmass.disclosure.tests.conftest import Ask
from augenmass.fund.actions.signing import PaymentForm, prepare, sign
from augenmass.fund.models import Tranche
from augenmass.law.time import today, travel
from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]


@pytest.fixture
def left(actor: Actor, approver: Actor, filed: Callable[..., Any], person: Case) -> Case:  # noqa: F811
    """Somebody who was supported, departed and paid."""
    application = filed()
    applying.approve_application(actor, application.key)
    book_journey(actor, application.departure.key, Journey(uuid4(), "Linienflug", "Berlin – Tiflis", TODAY))
    issued = issue_certificates(actor, application.departure.key, TODAY, "https://example.org/")[0]
    confirm_departure(actor, issued.key, Returned(TODAY, Certificate.CameFrom.BORDER))
    tranche = Tranche.objects.get(position=1)
    payment = prepare(actor, tranche.key, PaymentForm(uuid4(), "Karim Haddad", "Schalter"))
    sign(approver, payment.key)
    return person


@pytest.fixture(autouse=True)
def _day() -> Any:
    with travel(TODAY):
        yield


def drawn(actor: Actor, case: Case, ask: Ask) -> dict[str, Any]:
    actor.sights.clear()
    return dict(sign_extract(actor, ask(actor, case).key, read_through=True).data)


def test_the_person_reads_their_departure_in_both_languages(left: Case, actor: Actor, ask: Ask) -> None:
    rows = drawn(actor, left, ask)["departures"]
    assert [row["what"]["de"] for row in rows] == sorted(
        [
            "Antrag auf Förderung der Ausreise",
            "Auszahlung angewiesen",
            "Belehrung über die Folgen eines Antrags auf Förderung",
            "Freiwillige Ausreise aufgenommen",
            "Förderung bewilligt",
            "Grenzübertrittsbescheinigung ausgestellt",
            "Reise",
        ]
    )
    details = {row["what"]["de"]: row["detail"] for row in rows}
    assert details["Auszahlung angewiesen"]["de"].endswith("an Karim Haddad")
    assert details["Grenzübertrittsbescheinigung ausgestellt"]["de"].startswith("gültig bis 17.08.2026")
    for row in rows:
        assert row["what"]["en"] != row["what"]["de"]
        assert row["detail"]["en"] != row["detail"]["de"]


def test_a_certificate_whose_document_is_restricted_is_not_named(
    left: Case, actor: Actor, approver: Actor, ask: Ask
) -> None:
    document = Certificate.objects.get(case=left).document
    wanted = Wanted(
        uuid4(), Restriction.Kind.DOCUMENT, str(document.key), Restriction.Provision.OTHERS_RIGHTS, "Schutz Dritter"
    )
    decide_restriction(approver, restrict(actor, left.pk, wanted).key, confirmed=True)
    named = [row["what"]["de"] for row in drawn(actor, left, ask)["departures"]]
    assert "Grenzübertrittsbescheinigung ausgestellt" not in named
    assert "Reise" in named


def test_counsel_reads_reports_and_departure_in_the_file_and_no_empty_leaf_where_there_is_none(
    left: Case,
    actor: Actor,
    report: Callable[..., Any],  # noqa: F811
    deliver: Callable[[], int],  # noqa: F811
    case_with: MakeCase,
) -> None:
    report(Event.ARRIVAL, 100, number=left.number)
    deliver()
    text = inspected(actor, left)
    for word in (
        "Meldungen von Unterkünften",
        "Haus am Kanal",
        "Ankunft",
        "Freiwillige Ausreise und Förderung",
        "Linienflug",
    ):
        assert word in text, word
    plain = inspected(actor, case_with({"family_name": "Amani"}))
    assert "Meldungen von Unterkünften" not in plain
    assert "Freiwillige Ausreise" not in plain


def inspected(actor: Actor, case: Case) -> str:
    actor.sights.clear()
    asked = open_inspection(actor, case.pk, Asked(uuid4(), Inspection.Provision.PARTY, "Kanzlei Sommer", today()))
    bundle = sign_inspection(actor, asked.key)
    with default_storage.open(bundle.document.path) as file:
        return "".join(page.extract_text() for page in PdfReader(BytesIO(file.read())).pages)
