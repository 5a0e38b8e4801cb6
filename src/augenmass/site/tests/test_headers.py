"""What every answer tells the browser: pages, answers to programs, documents."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client, override_settings
from django.urls import reverse

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db]
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize("address", ["/anmelden/", "/gibt-es-nicht/", "/api/v1/cases"])
def test_every_answer_is_for_this_browser_and_this_site_only(address: str) -> None:
    answer = Client().get(address, headers={"origin": "https://elsewhere.example"})
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    policy = answer["Content-Security-Policy"]
    for directive in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "script-src 'self'"):
        assert directive in policy, directive
    assert "unsafe" not in policy
    assert "object-src" not in policy  # falls back to default-src
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
    assert not {"server", "x-powered-by"} & {name.lower() for name in answer.headers}


@pytest.mark.parametrize("address", ["/static/desk/desk.js", "/static/desk/mark.svg", "/healthz"])
def test_files_of_the_surface_carry_the_policy_too(address: str) -> None:
    answer = Client().get(address)
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    answer.close()


@override_settings(SECURE_HSTS_SECONDS=31_536_000, SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
def test_over_https_the_browser_is_told_to_stay_there() -> None:
    assert Client().get("/anmelden/", secure=True)["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in Client().get("/anmelden/").headers


@pytest.mark.parametrize("address", ["/", "/faelle/", "/anmelden/", "/api/v1/cases", "/static/desk/desk.js"])
def test_no_answer_echoes_a_request(address: str, client_of: "Callable[[Actor], Client]", actor: "Actor") -> None:
    answer = client_of(actor).generic("TRACE", address, headers={"x-secret": "sent-along"})
    assert answer.status_code in {302, 401, 405}
    assert b"sent-along" not in answer.getvalue()


def test_a_page_is_in_no_frame(client_of: "Callable[[Actor], Client]", actor: "Actor") -> None:
    assert client_of(actor).get("/faelle/")["X-Frame-Options"] == "DENY"


def test_a_document_runs_nothing_and_says_what_it_is(
    client_of: "Callable[[Actor], Client]", actor: "Actor", case_with: "MakeCase"
) -> None:
    from augenmass.cases.actions.documents import DocumentText, add_document
    from augenmass.cases.models import Document

    case = case_with({"family_name": "Amani"})
    kept = add_document(actor, case.pk, b"%PDF-1.7 <script>", DocumentText(Document.Kind.OTHER, "Brief; \r\nX-Y: 1"))
    answer = client_of(actor).get(reverse("document", args=[kept.key]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].endswith("; sandbox")
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "X-Y" not in answer.headers
    assert list(answer.streaming_content)
