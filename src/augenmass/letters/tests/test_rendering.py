"""The PDF of a letter: accessible, marked as draft, the same bytes from the same data, and nothing in the data is ever markup."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

from augenmass.letters.document import plain_text
from augenmass.letters.render import RenderError, render
from augenmass.letters.tests.samples import PERSON, warning


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf), strict=True)


@cache
def pages_of(pdf: bytes) -> list[str]:
    """The text of each page. Reading it costs more than setting it, and several tests look at the same file."""
    return [page.extract_text() for page in read(pdf).pages]


def text_of(pdf: bytes) -> str:
    """The extracted text with line breaks, unbreakable and zero-width spaces evened out."""
    joined = " ".join(pages_of(pdf))
    return re.sub(r"\s+", " ", joined.replace("\u200b", "").replace("\u00a0", " "))


@pytest.fixture(scope="module")
def draft() -> bytes:
    return render("departure_warning", warning(), draft=True)


@pytest.fixture(scope="module")
def final() -> bytes:
    return render("departure_warning", warning(), draft=False)


def test_the_file_is_tagged_german_and_declares_itself_accessible_and_archivable(draft: bytes) -> None:
    root: Any = read(draft).trailer["/Root"].get_object()
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "/StructTreeRoot" in root
    assert bool(root["/MarkInfo"]["/Marked"])
    assert str(root["/Lang"]).lower().startswith("de")
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert re.search(r"pdfuaid:part[^0-9]*1", metadata)
    assert re.search(r"pdfaid:part[^0-9]*2", metadata)


def test_the_title_names_the_order_and_the_file_number(draft: bytes) -> None:
    found = read(draft).metadata
    assert found is not None
    assert found.title == "Ordnungsverfügung: Androhung der Abschiebung mit Ausreisefrist, 33.21-2026/00417"


def test_every_page_of_a_draft_says_so_and_no_page_of_the_final_letter_does(draft: bytes, final: bytes) -> None:
    assert all("ENTWURF – nicht unterzeichnet" in page for page in pages_of(draft))
    assert not any("ENTWURF" in page for page in pages_of(final))


def test_every_page_counts_itself(draft: bytes) -> None:
    pages = pages_of(draft)
    assert len(pages) >= 4
    for number, page in enumerate(pages, 1):
        assert f"Seite {number} von {len(pages)}" in page


def test_the_same_data_gives_the_same_bytes(final: bytes) -> None:
    assert render("departure_warning", warning(), draft=False) == final


HOSTILE = (
    '#eval("1+1") #sys.inputs',
    "*fett* _kursiv_ $x^2$ @verweis <marke>",
    "\\ \\u{41} `code` // kein Kommentar /* auch nicht */",
    "= Überschrift [Inhalt] {Code} ~ --- ...",
)

pytestmark = pytest.mark.whole


@pytest.mark.parametrize("hostile", HOSTILE)
def test_markup_in_names_and_reasons_appears_as_it_was_written(hostile: str) -> None:
    person = replace(PERSON, family_name=hostile)
    pdf = render("departure_warning", warning(person, own_reasons=f"Grund: {hostile} (Ende des Grundes)"), draft=False)
    text = text_of(pdf)
    assert f"Milan {hostile}" in text
    assert f"Grund: {hostile} (Ende des Grundes)" in text


def test_a_right_to_left_name_is_set_with_its_own_letters() -> None:
    person = replace(PERSON, first_names="محمد", family_name="العبيدي")
    text = text_of(render("departure_warning", warning(person), draft=False))
    assert {"م", "ح", "د", "ع"} <= set(text) or any("\ufb50" <= sign <= "\ufeff" for sign in text)


def test_a_cyrillic_name_is_set_with_its_own_letters() -> None:
    person = replace(PERSON, first_names="Олександр", family_name="Гнатюк")
    assert "Олександр Гнатюк" in text_of(render("departure_warning", warning(person), draft=False))


def test_a_very_long_name_without_a_break_stays_on_the_page() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff" * 6
    pdf = render("departure_warning", warning(replace(PERSON, family_name=name)), draft=False)
    right_edges: list[float] = []

    def remember(text: str, _cm: Any, matrix: list[float], _font: Any, size: float) -> None:
        if text.strip():
            right_edges.append(matrix[4])

    pages = read(pdf).pages
    text = "".join(page.extract_text(visitor_text=remember) for page in pages)
    assert name in re.sub(r"[\s\u200b\u00a0]", "", text)
    assert right_edges
    assert max(right_edges) < float(pages[0].mediabox.width) - 40


def test_the_address_stands_in_the_window_of_the_envelope(draft: bytes) -> None:
    """DIN 5008 form B: the window shows 20 to 105 mm from the left and 45 to 90 mm from the upper edge."""
    found: list[tuple[float, float]] = []

    def remember(text: str, cm: list[float], matrix: list[float], _font: Any, _size: float) -> None:
        if "Gartenstraße 12" in text:
            found.append((matrix[4] * cm[0] + cm[4], matrix[5] * cm[3] + cm[5]))

    page = read(draft).pages[0]
    page.extract_text(visitor_text=remember)
    assert len(found) == 1
    left, from_top = found[0][0] / 72 * 25.4, 297 - found[0][1] / 72 * 25.4
    assert 20 <= left <= 105
    assert 62 <= from_top <= 90


def test_the_text_version_says_what_the_pdf_says(final: bytes) -> None:
    pdf = text_of(final)
    for line in plain_text(warning()).replace("\u00a0", " ").splitlines():
        words = re.sub(r"^(- |\d+\. )", "", line).strip()
        for part in words.split(": ", 1) if ": " in words else [words]:
            assert re.sub(r"\s+", " ", part) in pdf


def test_an_unknown_template_is_refused_with_a_sentence() -> None:
    with pytest.raises(RenderError) as raised:
        render("decree", warning(), draft=False)
    assert raised.value.de == "Das Dokument „decree“ konnte nicht gesetzt werden: es gibt keine Vorlage dieses Namens."


def test_a_block_that_the_template_does_not_know_stops_the_letter() -> None:
    data = warning()
    data["sections"][1]["blocks"][0]["kind"] = "picture"
    with pytest.raises(RenderError, match="unknown kind of block"):
        render("departure_warning", data, draft=False)
