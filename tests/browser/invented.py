"""Whom and what the preparation of the browser tests invents."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

NAMES = {
    "mouse": ("Sorg", "Mirela"),
    "keyboard": ("Talvik", "Anneke"),
    "without_script": ("Nemec", "Radko"),
    "race": ("Quist", "Ylva"),
    "twice": ("Orsini", "Fedra"),
    "stale": ("Ibsen", "Torvald"),
    "session": ("Ferrand", "Colette"),
    "files": ("Zander", "Milo"),
    "voluntary": ("Sandor", "Ilona"),
    "draft": ("Haas", "Livia"),
    "complete": ("Velden", "Oskar"),
    "waiting": ("Drossel", "Samira"),
    "signed": ("Kolbe", "Nadim"),
    "dispatched": ("Marten", "Elif"),
    "served": ("Aster", "Ravi"),
}
"""Invented people, by what their case is for. The last six have a warning in the state of that name."""


def blank_pdf() -> bytes:
    from pypdf import PdfWriter

    writer, target = PdfWriter(), BytesIO()
    writer.add_blank_page(width=595, height=842)
    writer.write(target)
    return target.getvalue()


def open_case(officer: Any, unit: Any, number: int, specimen: Mapping[str, str], **changes: str | None) -> Any:
    """A case of an officer in a unit, with the facts of a specimen changed; somebody who lives in the officer's district."""
    from augenmass.cases.positions import recompute
    from augenmass.law.norms.specimens import with_facts
    from augenmass.law.vocabulary import VOCABULARY
    from augenmass.record.ledger import book
    from augenmass.record.models import Case, Source

    home = {"address_street": f"Kastanienweg {number}", "address_postal_code": "99001", "address_town": "Auenburg"}
    facts = with_facts(specimen, land="XM", **{**home, **changes})
    with book(officer) as opened:
        case = Case.objects.create(
            number=f"BT-2026/{number:03d}",
            body=officer.body,
            unit=unit,
            officer=officer.account,
            created_at=opened.at,
        )
        source, _made = Source.objects.get_or_create(
            body=officer.body, kind=Source.Kind.OFFICER, label="Akte (erfunden)"
        )
        entry = opened.entry("case.opened", case)
        for name, value in facts.items():
            if not VOCABULARY[name].derived:
                entry.establish(name, value, source_id=source.pk)
        opened.flush()
        recompute([case.pk])
    return case
