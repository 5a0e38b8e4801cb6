"""The document of the law as PDF: accessible, complete, and nothing in it is ever markup."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from augenmass.lawbook.book.binding import bind
from augenmass.letters.render import render

pytestmark = pytest.mark.whole
DAY = date(2026, 8, 20)


def test_the_pdf_is_tagged_accessible_and_holds_every_norm() -> None:
    book = bind(DAY, statute="VwZG").to_json()
    book["sections"][-1]["heading"] += ' #eval("1+1") *fett* @marke'

    pdf = PdfReader(BytesIO(render("catalogue", book, draft=False)), strict=True)
    root: Any = pdf.trailer["/Root"].get_object()
    metadata = root["/Metadata"].get_object().get_data().decode()
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).replace("\u00a0", " ").split())

    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("de")
    assert "pdfuaid" in metadata
    assert pdf.outline
    assert '#eval("1+1") *fett* @marke' in text
    for one in book["sections"]:
        if ":norms:" in one["anchor"]:
            assert f"Kennung: {one['anchor'].split(':', 2)[2]}" in text
