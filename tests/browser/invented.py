"""Whom and what the preparation of the browser tests invents."""

from io import BytesIO

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
