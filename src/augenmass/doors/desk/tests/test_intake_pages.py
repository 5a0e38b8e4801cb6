"""The pages of an import, from upload to the file with the returned rows, without scripts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from augenmass.access.models import AccessLine
from augenmass.intake.actions.advance import advance, waiting_runs
from augenmass.intake.models import ImportRun
from augenmass.record.models import Case

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]

TABLE = "AZ;Name;Vorname;Geb.-Datum;Nachnahme\r\n33-1;Kaya;Elif;31.12.1990;x\r\n33-2;=HYPERLINK(1);Awa;31.02.1990;x\r\n"


@pytest.fixture
def client(client_of: Callable[[Actor], Client], intake_clerk: Actor) -> Client:
    return client_of(intake_clerk)


def upload(client: Client, content: str = TABLE) -> ImportRun:
    file = SimpleUploadedFile("export.csv", content.encode("cp1252"), "text/csv")
    answer = client.post(reverse("imports"), {"source": "Fachverfahren", "file": file})
    assert answer.status_code == 302
    return ImportRun.objects.latest("pk")


def mapped(run: ImportRun) -> dict[str, str]:
    return {f"column_{position}": str(column["target"]) for position, column in enumerate(run.columns)}


def carry_on() -> None:
    for run in waiting_runs():
        advance(run)


def page(client: Client, run: ImportRun, query: str = "") -> str:
    answer = client.get(reverse("import", args=[run.key]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_whole_way_from_upload_to_result(client: Client) -> None:
    run = upload(client)
    text = page(client, run)
    assert "Spalten zuordnen" in text
    assert "31.12.1990" in text

    client.post(reverse("import_mapping", args=[run.key]), mapped(run))
    assert "wird gelesen" in page(client, run)
    carry_on()
    text = page(client, run)
    assert "Vorschau des Imports" in text
    assert "gibt es im Kalender nicht" in text
    assert "Kaya, Elif" in page(client, run, "?ansicht=created")
    assert not Case.objects.exists()

    client.post(reverse("import_take", args=[run.key]))
    assert "Zeilen werden übernommen" in page(client, run)
    carry_on()
    assert "Ergebnis des Imports" in page(client, run)
    assert Case.objects.get().number == "33-1"


def test_a_guessed_column_is_marked_and_can_be_corrected(client: Client) -> None:
    run = upload(client, "AZ;Familiename\r\n33-1;Kaya\r\n")
    assert "ähnlicher Name" in page(client, run)

    client.post(reverse("import_mapping", args=[run.key]), mapped(run) | {"column_1": "birth_name"})
    carry_on()
    client.post(reverse("import_take", args=[run.key]))
    carry_on()

    assert Case.objects.get().facts.get(name="birth_name").value == "Kaya"


def test_a_mapping_without_file_number_is_refused_with_a_sentence(client: Client) -> None:
    run = upload(client)

    answer = client.post(reverse("import_mapping", args=[run.key]), mapped(run) | {"column_0": ""})

    assert answer.status_code == 422
    assert "Keine Spalte ist dem Aktenzeichen zugeordnet" in answer.content.decode()


def test_a_changed_row_shows_old_and_new_value(client: Client) -> None:
    for content in ("AZ;Name\r\n33-1;Kaya\r\n", "AZ;Name\r\n33-1;Brandt\r\n"):
        run = upload(client, content)
        client.post(reverse("import_mapping", args=[run.key]), mapped(run))
        carry_on()
        text = page(client, run)
        client.post(reverse("import_take", args=[run.key]))
        carry_on()

    assert "<del>" in text
    assert "Kaya" in text
    assert "<ins>" in text
    assert "Brandt" in text


def test_the_state_is_asked_for_as_a_fragment_and_ends_with_a_reload(client: Client) -> None:
    run = upload(client)
    client.post(reverse("import_mapping", args=[run.key]), mapped(run))

    busy = client.get(reverse("import_progress", args=[run.key]))
    carry_on()
    through = client.get(reverse("import_progress", args=[run.key]))

    assert "every 2s" in busy.content.decode()
    assert "<html" not in busy.content.decode()
    assert through["HX-Refresh"] == "true"


def returned_file(client: Client, ending: str) -> bytes:
    run = upload(client)
    client.post(reverse("import_mapping", args=[run.key]), mapped(run))
    carry_on()
    answer = client.get(reverse("import_returned", args=[run.key, ending]))
    assert answer.status_code == 200
    return b"".join(answer)  # type: ignore[arg-type]


def test_returned_rows_come_back_as_they_were_with_their_reasons(client: Client) -> None:
    rows = list(csv.reader(io.StringIO(returned_file(client, "csv").decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["AZ", "Name", "Vorname", "Geb.-Datum", "Nachnahme", "Zeile", "Grund der Rückgabe"]
    assert rows[1][:6] == ["33-2", "'=HYPERLINK(1)", "Awa", "31.02.1990", "x", "3"]
    assert "31.02.1990" in rows[1][6]


def test_returned_rows_in_a_workbook_are_text_and_never_formulas(client: Client) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(returned_file(client, "xlsx"))).active
    assert sheet["B2"].value == "=HYPERLINK(1)"
    assert sheet["B2"].data_type == "s"


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)])
def test_a_file_of_another_kind_is_refused_beside_its_field(client: Client, content: bytes) -> None:
    file = SimpleUploadedFile("export.csv", content, "text/csv")

    answer = client.post(reverse("imports"), {"source": "Fachverfahren", "file": file})

    assert answer.status_code == 422
    assert not ImportRun.objects.exists()


def test_reading_a_preview_is_written_to_the_access_log(client: Client) -> None:
    run = upload(client)
    client.post(reverse("import_mapping", args=[run.key]), mapped(run))
    carry_on()
    page(client, run, "?ansicht=created")

    assert AccessLine.objects.filter(what="import_preview", rows=1).exists()


def test_other_roles_and_other_bodies_do_not_reach_a_run(
    client: Client, client_of: Callable[[Actor], Client], actor: Actor, outsider: Actor
) -> None:
    run = upload(client)

    for stranger in (actor, outsider):
        for name in ("import", "import_progress"):
            assert client_of(stranger).get(reverse(name, args=[run.key])).status_code == 403
        assert client_of(stranger).post(reverse("import_take", args=[run.key])).status_code == 403


def test_an_intake_clerk_of_another_body_finds_no_run(
    client: Client, client_of: Callable[[Actor], Client], make_actor: Callable[..., Actor], other_body: object
) -> None:
    run = upload(client)
    foreign = client_of(make_actor("nachbar", other_body, "intake"))

    assert foreign.get(reverse("import", args=[run.key])).status_code == 404
    assert "export.csv" not in foreign.get(reverse("imports")).content.decode()


def test_a_double_click_on_take_is_told_that_the_run_went_on(client: Client) -> None:
    run = upload(client)
    client.post(reverse("import_mapping", args=[run.key]), mapped(run))
    carry_on()
    client.post(reverse("import_take", args=[run.key]))

    again = client.post(reverse("import_take", args=[run.key]), follow=True)

    assert "inzwischen weiter" in again.content.decode()
