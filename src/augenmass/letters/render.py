"""Setting documents as PDF with typst.

Data reaches a template as JSON input and is placed as values, never formatted into markup: whatever a name or a reason
contains appears literally. Only the shipped fonts are used, so a document looks the same on every machine, and the time in the
file comes from the data, so the same data gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(__file__).parent / "fonts"

#: Template of each kind of document. The letters share one layout; what differs between them is their data.
_FILES = {
    "departure_warning": "letter.typ",
    "prospects_information": "letter.typ",
    "counselling_offer": "letter.typ",
    "joint_work_information": "letter.typ",
    "hearing": "letter.typ",
    "suspension_notice": "letter.typ",
    "hardship_information": "letter.typ",
    "return_information": "letter.typ",
    "portal_code": "letter.typ",
    "transmission": "letter.typ",
    "voucher": "letter.typ",
    "border_certificate": "certificate.typ",
    "agreement": "agreement.typ",
    "agreement_reminders": "reminders.typ",
    "pilot_report": "report.typ",
    "conference_minutes": "report.typ",
    "questionnaire": "questionnaire.typ",
    "invitation": "invitation.typ",
    "bundle": "bundle.typ",
    "catalogue": "catalogue.typ",
    "extract": "extract.typ",
    "leaves": "leaves.typ",
    "folios": "folios.typ",
}
#: Accessible (PDF/UA-1) and fit for the archive: PDF/A-2a, and PDF/A-3a where a file is attached.
_STANDARDS: Mapping[str, tuple[typst.PDFStandard, ...]] = {
    "departure_warning": ("ua-1", "a-2a"),
    "prospects_information": ("ua-1", "a-2a"),
    "counselling_offer": ("ua-1", "a-2a"),
    "joint_work_information": ("ua-1", "a-2a"),
    "hearing": ("ua-1", "a-2a"),
    "suspension_notice": ("ua-1", "a-2a"),
    "hardship_information": ("ua-1", "a-2a"),
    "return_information": ("ua-1", "a-2a"),
    "portal_code": ("ua-1", "a-2a"),
    "transmission": ("ua-1", "a-2a"),
    "voucher": ("ua-1", "a-2a"),
    "border_certificate": ("ua-1", "a-2a"),
    "agreement": ("ua-1", "a-2a"),
    "agreement_reminders": ("ua-1", "a-2a"),
    "pilot_report": ("ua-1", "a-2a"),
    "conference_minutes": ("ua-1", "a-2a"),
    "questionnaire": ("ua-1", "a-2a"),
    "invitation": ("ua-1", "a-2a"),
    "bundle": ("ua-1", "a-3a"),
    "catalogue": ("ua-1", "a-2a"),
    "extract": ("ua-1", "a-2a"),
    "leaves": ("ua-1", "a-2a"),
    "folios": ("a-2b",),
}


class RenderError(Exception):
    """A document could not be set. `de` and `en` are sentences for the user, the cause is in `__cause__`."""

    def __init__(self, template_id: str, reason: str) -> None:
        self.de = f"Das Dokument „{template_id}“ konnte nicht gesetzt werden: {reason}"
        self.en = f"The document “{template_id}” could not be typeset: {reason}"
        super().__init__(self.en)


def template_ids() -> tuple[str, ...]:
    """The documents that can be set."""
    return tuple(_FILES)


def render(template_id: str, data: Mapping[str, Any], *, draft: bool) -> bytes:
    """Set one document and return the PDF (PDF/UA-1, tagged, also PDF/A).

    `data` must be plain JSON (`document.Letter.to_json()`, `bundle.Bundle.to_json()`, the catalogue's `Book.to_json()`) with `date` as an ISO day, which becomes
    the time in the file. A draft carries a mark on each page. Raises `RenderError`, also for an unknown template.
    """
    if template_id not in _FILES:
        raise RenderError(template_id, "es gibt keine Vorlage dieses Namens.")
    day = date.fromisoformat(data["date"])
    prepared = dict(data) | {"draft": draft, "day": [day.year, day.month, day.day]}
    compiler = typst.Compiler(root=str(TEMPLATES), font_paths=_fonts(), ignore_system_fonts=True)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            str(TEMPLATES / _FILES[template_id]),
            format="pdf",
            sys_inputs={"data": json.dumps(prepared, ensure_ascii=False)},
            pdf_standards=list(_STANDARDS[template_id]),
            timestamp=int(datetime.combine(day, time(12), tzinfo=UTC).timestamp()),
        )
    except typst.TypstError as error:
        raise RenderError(template_id, error.message) from error
    # A warning is a missing font or a table that does not fit: a letter with such a fault must not leave the house.
    if warnings:
        raise RenderError(template_id, "; ".join(warning.message for warning in warnings))
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
