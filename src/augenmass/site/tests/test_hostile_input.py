"""What a hostile page, address or file tries, and what must not leave the house: other sites, logs, caches, spreadsheets."""

import json
import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from django.test import Client, override_settings
from django.urls import reverse

from augenmass.intake.models import ImportRun, StagedRow
from augenmass.intake.queries.returned import write_returned
from augenmass.law.time import now
from augenmass.record.models import Source
from augenmass.site import logs

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]


def test_a_form_of_another_site_is_never_shown_as_ours() -> None:
    sent = {"text": "Bitte sofort abschieben"}

    answer = Client(headers={"origin": "https://elsewhere.example"}).post("/posteingang/neu/", sent)
    assert answer.status_code in {302, 403}
    assert "Bitte sofort" not in answer.content.decode()

    own = Client(headers={"origin": "http://testserver"}).post("/posteingang/neu/", sent)
    assert (own.status_code, "Bitte sofort" in own.content.decode()) == (401, True)


def test_what_is_far_too_large_is_refused_unread(client_of: "Callable[[Actor], Client]", actor: "Actor") -> None:
    announced = {"CONTENT_LENGTH": str(2_000_000_000), "CONTENT_TYPE": "multipart/form-data; boundary=x"}
    assert client_of(actor).generic("POST", "/import/", **announced).status_code == 413
    announced["CONTENT_LENGTH"] = str(20_000_000)
    assert Client().generic("POST", "/import/", **announced).status_code == 401


def test_who_may_not_read_of_health_sees_neither_titles_nor_filters_nor_entries_about_it(
    client_of: "Callable[[Actor], Client]", actor: "Actor", intake_clerk: "Actor", case_with: "MakeCase"
) -> None:
    from augenmass.cases.actions.documents import DocumentText, add_document
    from augenmass.cases.models import Document, PositionMark
    from augenmass.law.vocabulary import VOCABULARY

    case = case_with({"family_name": "Amani"})
    add_document(actor, case.pk, b"%PDF-1.7", DocumentText(Document.Kind.MEDICAL, "Gutachten der Fachklinik"))
    of_health = next(name for name, declared in VOCABULARY.items() if declared.category == "health")
    PositionMark.objects.get_or_create(case_id=case.pk, body=case.body, kind=PositionMark.Kind.BLOCKER, key=of_health)
    seen = {}
    for reader in (actor, intake_clerk):
        browser = client_of(reader)
        seen[reader] = (
            "Fachklinik" in browser.get(reverse("case", args=[case.key])).content.decode(),
            "Amani" in browser.get(f"/faelle/?blocker={of_health}").content.decode(),
            browser.get(reverse("fact_record", args=[case.key, of_health])).status_code,
        )
    assert seen == {actor: (True, True, 200), intake_clerk: (False, False, 404)}


@override_settings(
    ALLAUTH_TRUSTED_PROXY_COUNT=1, CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
)
def test_behind_a_proxy_one_who_guesses_locks_nobody_else_out(actor: "Actor") -> None:
    def answer(address: str, name: str, password: str) -> int:
        # The first address is what the browser claims; only the last one comes from the proxy.
        client = Client(headers={"x-forwarded-for": f"192.0.2.{len(name)}, {address}"})
        return client.post("/anmelden/", {"login": name, "password": password}).status_code

    for number in range(22):
        answer("198.51.100.7", f"niemand{'x' * number}", "geraten")
    assert answer("198.51.100.7", "berger", "ein langes Kennwort") != 302
    assert answer("198.51.100.8", "berger", "ein langes Kennwort") == 302


@pytest.mark.parametrize("name", ["my_day", "worklist", "post", "tasks", "signatures", "deadlines"])
def test_no_cache_keeps_a_page(name: str, client_of: "Callable[[Actor], Client]", actor: "Actor") -> None:
    assert client_of(actor).get(reverse(name))["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "query", ["officer=²", f"officer={'9' * 40}", f"unit={'9' * 40}", "officer=-1", "lane=%00", "q=%00", "page=9999999"]
)
def test_an_odd_address_of_the_worklist_finds_nothing_or_everything_but_never_fails(
    query: str, client_of: "Callable[[Actor], Client]", actor: "Actor", case_with: "MakeCase"
) -> None:
    case_with({"family_name": "Amani"})
    assert client_of(actor).get(f"/faelle/?{query}").status_code == 200


def test_a_number_beyond_every_number_is_no_fact(
    client_of: "Callable[[Actor], Client]", actor: "Actor", case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Amani"})
    address = reverse("fact_dispute", args=[case.key, "family_name"])
    assert client_of(actor).post(address, {"fact": "9" * 5000, "reason": "falsch"}).status_code == 302


def test_a_value_may_hold_until_the_last_day_that_a_register_writes(actor: "Actor", case_with: "MakeCase") -> None:
    from augenmass.cases.actions.facts import FactEntry, establish_fact

    case = case_with({"family_name": "Amani"})
    entered = FactEntry("language", "de", true_from=date(2020, 1, 1), true_to=date(9999, 12, 31))
    assert establish_fact(actor, case.pk, entered, None).true_to == date(9999, 12, 31)


def test_a_returned_cell_or_head_is_never_a_formula(intake_clerk: "Actor", tmp_path: Path) -> None:
    cells = ["=1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "-12,5", "+49 30 1234", "O'Neill"]
    source = Source.objects.create(body=intake_clerk.body, kind=Source.Kind.IMPORT, label="Fachverfahren")
    run = ImportRun.objects.create(
        body=intake_clerk.body,
        source=source,
        file_name="x.csv",
        sha256="0" * 64,
        size=1,
        headers=["=cmd|x", *"bcdef"],
        uploaded_by=intake_clerk.account,
        uploaded_at=now(),
    )
    StagedRow.objects.create(run=run, number=2, file_number="", cells=cells, verdict="returned", problems=[])

    path = tmp_path / "returned.csv"
    assert write_returned(intake_clerk, run, path) == 1
    head, row = path.read_text(encoding="utf-8-sig").splitlines()

    assert head.startswith("'=cmd|x;b;")
    assert row == "'=1+1;'-2+3+cmd|' /C calc'!A0;'@SUM(A1);-12,5;+49 30 1234;O'Neill;2;"


def test_a_log_line_names_the_kind_and_place_of_an_error_and_nothing_that_was_typed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = logging.getLogger()
    before, of_structlog = (root.handlers, root.level), structlog.get_config()
    try:
        logs.configure_logs("INFO")
        try:
            raise ValueError("Key (name)=(Amani) already exists")
        except ValueError:
            logging.getLogger("django.request").error("%s: %s", "Server Error", "/faelle/?q=Amani", exc_info=True)
        line = capsys.readouterr().err.strip()
    finally:
        root.handlers, root.level = before
        structlog.configure(**of_structlog)
    assert "Amani" not in line
    said = json.loads(line)
    assert said["error"] == "ValueError"
    assert said["at"][0].startswith(__file__)
