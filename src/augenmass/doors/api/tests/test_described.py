"""The description is the truth: it is committed as it is generated, and made-up calls of every operation are answered as described.

``AUGENMASS_API_EXAMPLES`` says how many calls of an operation are made up (``script/test --full`` makes more).
"""

import json
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Purpose
from augenmass.accommodation.actions.reporting import NewReport, report_event
from augenmass.accommodation.models import House
from augenmass.accommodation.rules import Event
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.models import Document
from augenmass.competence.rules import Matter
from augenmass.directory.models import Body
from augenmass.doors.api.interface import description
from augenmass.law.time import now, today
from augenmass.notices.actions.taking import NewNotice, hand_in
from augenmass.notices.rules.checking import Said
from augenmass.notices.rules.kinds import Kind
from augenmass.notices.rules.lawful import Statements
from augenmass.record.models import Fact
from augenmass.referral.actions.opening import ReferralForm, refer_case
from augenmass.statement import Statement
from augenmass.transmissions.tests.elsewhere import Elsewhere

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase

ROOT = Path(__file__).resolve().parents[5]
EXAMPLES = int(os.environ.get("AUGENMASS_API_EXAMPLES", "12"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
SCHEMA = json.loads(description())
OPERATIONS = sorted((path, method.upper()) for path, methods in SCHEMA["paths"].items() for method in methods)


def test_the_committed_description_is_the_generated_one() -> None:
    committed = (ROOT / "docs" / "api" / "openapi.json").read_text(encoding="utf-8")
    assert committed == description(), "augenmass api schema > docs/api/openapi.json"


def test_every_operation_names_its_scope_and_its_refusals() -> None:
    assert SCHEMA["openapi"].startswith("3.1")
    for path, method in OPERATIONS:
        described = SCHEMA["paths"][path][method.lower()]
        needed = {"401", "403", "413", "415", "422", "429"} | ({"409"} if method != "GET" else set())
        assert needed <= set(described["responses"]), (path, method)
        assert described["security"][0]["Token"] or path.endswith("/token")
        assert described["description"]


NOTICE = {
    "receiver": "abh-nordheim",
    "kind": "limit_breached",
    "provision": "AufenthG/87/2/1/2",
    "family_name": "Haddad",
    "born_on": None,
    "occurred_on": (today() - timedelta(days=1)).isoformat(),
    "outcome": None,
    "text": "Bei einer Kontrolle bekannt geworden.",
    "learned_on_duty": True,
    "no_special_rule": True,
}
MEANINGFUL = {
    "facts": {
        "name": "language",
        "value": "de",
        "seen_fact_id": None,
        "true_from": None,
        "true_to": None,
        "evidence": None,
    },
    "disputes": {"reason": "Die Person widerspricht."},
    "drafts": {"inputs": {"residence_prospect": "no"}, "reasons": "weil"},
    "openings": {"purpose": "cooperation", "reason": "Anfrage vom 3. November"},
    "referrals": {
        "receiver": "abh-suedheim",
        "provision": "AufenthG § 71",
        "reason": "Umzug",
        "deadline": (today() + timedelta(days=9)).isoformat(),
    },
    "revocation": {"reason": "Irrtum"},
    "withdrawal": {"reason": "Verwechslung"},
    "accommodation-events": {"event": "arrival", "happened_at": (now() - timedelta(days=1)).isoformat()},
    "notices": NOTICE,
    "correction": NOTICE,
    "statements": Statement(
        key=uuid4(),
        number="N-1",
        text="Ich möchte in Ruhe entscheiden.",
        language="de",
        sender="Beratung Nordheim",
        sender_public=False,
        approved_on=today() - timedelta(days=1),
        approved_how="paper",
        approved_language="fr",
        interpreter=True,
    ).signed(b"k" * 32),
}
"""Members that lead past the first refusal, by the last part of the path."""


OF_HOUSES = ("/api/v1/houses", "/api/v1/accommodation-events")
"""Called by somebody who reports for a house and reads no case."""
OF_POLICE = "/api/v1/notices"
"""Called by a liaison officer of the police."""


def leading(name: str, path: str) -> str:
    """Which of the ``known`` values lead somewhere for a parameter of a path."""
    if name != "key":
        return name
    if path.startswith("/api/v1/referrals/"):
        return "referral"
    if path.startswith(OF_HOUSES):
        return "report"
    return "opened" if path.endswith("/openings") else "key"


@pytest.fixture
def known(actor: "Actor", outsider: "Actor", case_with: "MakeCase", make_actor: "MakeActor") -> dict[str, list[Any]]:
    """Path parameters that lead somewhere."""
    case = case_with({"family_name": "Amani", "date_of_birth": "1990", "asylum_procedure_running": "yes"})
    add_document(actor, case.pk, b"%PDF-1.7", DocumentText(Document.Kind.COURT, "Beschluss"))
    foreign = case_with({"family_name": "Fremd"}, actor=outsider)
    until = today().replace(year=today().year + 1, month=1, day=1)
    form = GrantForm(actor.body_id, ("identity",), Purpose.COOPERATION, "AufenthG § 86", "Prüfung", until)
    grant_access(outsider, foreign.pk, form)
    moving = case_with({"family_name": "Umgezogen"})
    sent, received = (
        refer_case(
            of,
            found.pk,
            ReferralForm(uuid4(), to.body_id, Matter.RESIDENCE, "AufenthG § 71", "Umzug", today() + timedelta(days=9)),
        )
        for of, found, to in ((actor, moving, outsider), (outsider, case_with(actor=outsider), actor))
    )
    case.refresh_from_db()
    administrator = make_actor("verwalt", actor.body, "body_administrator")
    centre = Body.objects.create(key="aufnahme", kind=Body.Kind.RECEPTION_CENTRE, name="Aufnahme", land="ST")
    house = House.objects.create(body=centre, authority=actor.body, name="Haus", postcode="06999", town="Ort")
    staff = make_actor("engel", centre, "accommodation")
    came = NewReport(uuid4(), house.key, Event.ARRIVAL, now() - timedelta(days=2), "N-9", "Haddad")
    police = Body.objects.create(key="polizei", kind=Body.Kind.POLICE, name="Polizei", land="ST")
    liaison = make_actor("posten", police, "police_liaison")
    said = Said(Kind.LIMIT_BREACHED, today() - timedelta(days=2), "Omar", text="Bekannt geworden.")
    stated = Statements(learned_on_duty=True, no_special_rule=True)
    notice = hand_in(liaison, NewNotice(uuid4(), actor.body_id, said, "AufenthG/87/2/1/2", stated)).notice
    elsewhere = Elsewhere()
    elsewhere.known_to(administrator)
    return {
        "message": [json.loads(elsewhere.message(actor))],
        "referral": [str(sent.key), str(sent.key), str(received.key)],
        "version": [case.version],
        "house": [house.key],
        "staff": [staff],
        "liaison": [liaison],
        "number": [str(notice.number)],
        "report": [str(report_event(staff, came).report.key)],
        "key": [str(case.key), str(case.key), str(foreign.key)],
        "opened": [str(foreign.key)],
        "fact_id": [fact.pk for fact in Fact.objects.filter(case=case)],
        "name": ["family_name", "date_of_birth", "removal_course"],
        "question": ["may_arrange_removal", "may_hear"],
        "step": ["check_prospects", "check_prospects", "arrange_removal", "inform_about_rights"],
    }


@pytest.fixture
def _keeps_the_connection() -> Iterator[None]:
    """The server closes connections between requests; here they hold the transaction of the test."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.db
@pytest.mark.django_db
@pytest.mark.usefixtures("_keeps_the_connection")
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_made_up_calls_are_answered_as_described(
    path: str,
    method: str,
    mode: GenerationMode,
    actor: "Actor",
    token_of: Callable[..., str],
    known: dict[str, list[Any]],
    settings: Any,
) -> None:
    settings.API_CALLS_PER_MINUTE = 1_000_000
    police = known["liaison"][0] if path.startswith(OF_POLICE) else actor
    who = known["staff"][0] if path.startswith(OF_HOUSES) else police
    headers = {"Authorization": f"Bearer {token_of(who)}", "Accept-Language": "en"}
    schema = schemathesis.openapi.from_dict(json.loads(description()))
    schema.app = get_wsgi_application()
    called = schema[path][method]
    statuses: set[int] = set()

    @_settings
    @given(case=called.as_strategy(generation_mode=mode), data=st.data())
    def call(case: Any, data: Any) -> None:
        for name in case.path_parameters or {}:
            if data.draw(st.integers(0, 3)) < 3:
                case.path_parameters[name] = data.draw(st.sampled_from(known[leading(name, path)]))
        if mode is GenerationMode.POSITIVE and isinstance(case.body, dict) and data.draw(st.integers(0, 3)) < 3:
            if path.endswith("/messages"):
                case.body = known["message"][0]
                answer = case.call_and_validate(headers=headers, checks=CHECKS)
                statuses.add(answer.status_code)
                return
            case.body.update(MEANINGFUL[path.rsplit("/", 1)[-1]])
            if "house" in case.body:
                case.body["house"] = str(known["house"][0])
            if "seen_version" in case.body:
                case.body["seen_version"] = known["version"][0]
        answer = case.call_and_validate(headers=headers, checks=CHECKS)
        statuses.add(answer.status_code)

    call()
    if mode is GenerationMode.POSITIVE and not path.startswith("/api/v1/drafts"):
        assert statuses & {200, 201, 204}, "no call did anything"


_settings = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
