"""Pages of pilots: two people, a file with mistakes, a report as page, PDF and CSV with the same cells, and who gets none of it."""

import csv
import io
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from augenmass.access.actor import Actor
from augenmass.evaluation.models import Delivery, Pilot, Place, Report, SealedSheet
from augenmass.evaluation.paper import sheet_pdf
from augenmass.evaluation.tests.conftest import (
    BIG,
    OVER,
    OWN,
    SMALL,
    MakeFile,
    begun,
    counsellor,
    days,
    evaluator,
    explained,
    file,
    ministry,
    office,
    pilot,
    prepared,
    second,
    seen,
)
from augenmass.law.time import travel
from augenmass.letters.wording.paper_languages import PAPER_LANGUAGES

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
__all__ = ["begun", "counsellor", "evaluator", "explained", "file", "ministry", "office", "pilot", "prepared", "second"]
ClientOf = Callable[[Actor], "Client"]


def upload(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("lieferung.csv", content, "text/csv")


def test_two_people_bring_a_pilot_under_way(evaluator: Actor, second: Actor, client_of: ClientOf) -> None:
    client = client_of(evaluator)
    form = {
        "key": str(uuid4()),
        "pilot_name": "Erprobung Süd",
        "first_quarter": "2026/1",
        "last_quarter": "2027",
        "pilot_questions": "Wirkt es?",
        "smallest": "5",
    }
    refused = client.post("/erprobungen/neu/", form)
    assert refused.status_code == 422
    assert "„2027“ ist kein Vierteljahr" in refused.content.decode()
    assert "Erprobung Süd" in refused.content.decode()
    assert client.post("/erprobungen/neu/", form | {"last_quarter": "2027/2"}).status_code == 302
    made = Pilot.objects.get()
    address = f"/erprobungen/{made.key}/"
    place = {"seen": "0", "municipality": "1500", "place_name": "Ort", "service_name": "Beratung"}
    assert client.post(address + "ort/", place).status_code == 409
    assert client.post(address + "ort/", place | {"municipality": "15001000"}).status_code == 302
    assert client.post(address + "tun/eroeffnen/", {"seen": str(seen(made))}).status_code == 409
    assert client_of(second).post(address + "tun/eroeffnen/", {"seen": str(seen(made))}).status_code == 302
    made.refresh_from_db()
    assert made.state == "open"
    assert client.post(address + "tun/loeschen/", {"seen": "1"}).status_code == 404


def test_a_file_with_mistakes_is_told_row_by_row(
    pilot: Pilot, evaluator: Actor, client_of: ClientOf, file: MakeFile
) -> None:
    client, address = client_of(evaluator), f"/erprobungen/{pilot.key}/lieferung/"
    with travel(OVER):
        template = client.get(f"/erprobungen/{pilot.key}/vorlage/").content.decode("utf-8-sig")
        wrong = template.replace(';"";', ";").encode()
        answer = client.post(address, {"seen": str(seen(pilot)), "file": upload(wrong)})
        assert answer.status_code == 422
        assert "Zeile 2: „“ ist keine Anzahl" in answer.content.decode()
        assert "Nichts wurde übernommen" in answer.content.decode()
        assert not Delivery.objects.exists()
        assert client.post(address, {"seen": str(seen(pilot)), "file": upload(b"%PDF-1.7 " * 40)}).status_code == 422
        assert client.post(address, {"seen": str(seen(pilot))}).status_code == 422
        sent = {"seen": str(seen(pilot)), "file": upload(file({BIG: 40, SMALL: 2}))}
        assert client.post(address, sent).status_code == 302
    assert Delivery.objects.count() == 4


def test_page_pdf_and_csv_say_the_same(pilot: Pilot, evaluator: Actor, client_of: ClientOf, file: MakeFile) -> None:
    client = client_of(evaluator)
    with travel(OVER):
        sent = {"seen": str(seen(pilot)), "file": upload(file({BIG: 37, SMALL: 2}))}
        client.post(f"/erprobungen/{pilot.key}/lieferung/", sent)
        assert "Bericht erstellen" in client.get(f"/erprobungen/{pilot.key}/").content.decode()
        answer = client.post(f"/erprobungen/{pilot.key}/bericht/", {"seen": str(seen(pilot)), "up_to": "2026/2"})
        assert answer.status_code == 302
        after = client.get(f"/erprobungen/{pilot.key}/").content.decode()
        assert "Bericht erstellen" not in after
        assert "Weitere Berichte gibt es nicht." in after
        address = answer["Location"]
        page = client.get(f"{address}?nachrechnen=1").content.decode()
        rows = list(csv.reader(io.StringIO(client.get(f"{address}daten/").content.decode("utf-8-sig")), delimiter=";"))
        pdf = PdfReader(io.BytesIO(client.get(f"{address}pdf/").content))
    assert "Neu gerechnet: Lieferungen und Tabellen sind dieselben." in page
    assert "keine Vergleichsgruppe" in page
    shown = [cell for table in Report.objects.get().content["measures"] for row in table["quarters"] for cell in row[1]]
    in_file = [row[6] for row in rows if row[3] == "Vierteljahr" and row[5] != "zusammen"]
    assert in_file == ["nicht gezeigt" if cell is None else str(cell) for cell in shown]
    text = " ".join(part.extract_text() for part in pdf.pages)
    assert "keine Vergleichsgruppe" in " ".join(text.split())
    assert Report.objects.get().content_digest[:20] in text.replace("\n", "").replace("\u200b", "")
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("de")
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_nobody_else_opens_any_of_it(
    pilot: Pilot, actor: Actor, counsellor: Actor, ministry: "Body", make_actor: "MakeActor", client_of: ClientOf
) -> None:
    both = make_actor("beides", ministry, "pilot_evaluation", "special_staff")
    for reader, status in ((actor, 403), (counsellor, 403), (both, 404)):
        assert client_of(reader).get(f"/erprobungen/{pilot.key}/").status_code == status
    assert client_of(actor).get("/erprobungen/teilnahme/").status_code == 403


def test_a_service_takes_part_and_types_in_a_sheet(pilot: Pilot, counsellor: Actor, client_of: ClientOf) -> None:
    client, place = client_of(counsellor), Place.objects.get(pilot=pilot, municipality=OWN)
    Place.objects.filter(pk=place.pk).update(joined_at=None)
    address = f"/erprobungen/teilnahme/{place.key}/"
    with travel(days(9)):
        assert client.get(address + "bogen/").status_code == 404
        assert client.post(address).status_code == 302
        page = client.get("/erprobungen/teilnahme/").content.decode()
        assert "Bogen vom Papier eintragen" in page
        sheet = {"key": str(uuid4()), **dict.fromkeys(("understood", "had_a_say", "service_kept_word"), "fully")}
        assert client.post(address + "bogen/", sheet).status_code == 422
        sheet |= {"helps": "not", "felt_free": "none", "most_helpful": "talks"}
        assert client.post(address + "bogen/", sheet).status_code == 302
        assert client.post(address + "bogen/", sheet).status_code == 422
        entry = {"offered_quarter": "2026/1", "offered_people": "-3"}
        refused = client.post(address + "angeboten/", entry)
        assert (refused.status_code, 'value="-3"' in refused.content.decode()) == (422, True)
        assert client.post(address + "angeboten/", entry | {"offered_people": "11"}).status_code == 302
        assert "2026/1: 11" in client.get("/erprobungen/teilnahme/").content.decode()
    assert SealedSheet.objects.count() == 1
    assert client.get("/erprobungen/teilnahme/bogen/xx/").status_code == 404


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_the_sheet_is_set_in_every_language_without_any_mark(language: str) -> None:
    first, again = sheet_pdf(language), sheet_pdf(language)
    assert first == again, "two sheets are the same to the byte"
    reader = PdfReader(io.BytesIO(first))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].startswith(language[:2])
    text = "".join(page.extract_text() for page in reader.pages)
    assert ("Die Vereinbarung hilft mir." in text) is (language == "de")
