"""Binding the leaves of a file to one PDF: index, pages with their numbers, and a sheet in place of what is withheld."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from augenmass.disclosure.models import Inspection
from augenmass.disclosure.queries.pieces import Piece, sheets
from augenmass.disclosure.rules.leaves import Leaf, spans
from augenmass.law.norms.statutes import cite_text
from augenmass.law.time import today
from augenmass.letters.document import german_day
from augenmass.letters.render import render

Entry = dict[str, str]


@override("de")
def index_of(pieces: Sequence[Piece], leaves: Iterable[Leaf]) -> list[Entry]:
    """The index: leaves, title and day of each piece, and what of it is withheld by which provision; no line for what has no leaf."""
    by_piece: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        by_piece.setdefault(leaf.page[0], []).append(leaf)
    lines = [_line(piece, by_piece[piece.key]) for piece in pieces if piece.key in by_piece]
    return [line for _first, line in sorted(lines, key=lambda pair: pair[0])]


def _line(piece: Piece, leaves: list[Leaf]) -> tuple[int, Entry]:
    whole = all(leaf.provision for leaf in leaves)
    provisions = sorted({leaf.provision for leaf in leaves if leaf.provision})
    remarks = [
        _("Blatt %(leaves)s nicht vorgelegt (%(provision)s)")
        % {
            "leaves": spans(leaf.number for leaf in leaves if leaf.provision == provision),
            "provision": cite_text(provision),
        }
        for provision in provisions
    ]
    return leaves[0].number, {
        "leaves": spans(leaf.number for leaf in leaves),
        "title": piece.kind if whole else piece.title,
        "day": german_day(piece.on.isoformat()),
        "remark": "\n".join(remarks),
    }


@override("de")
def bind(inspection: Inspection, pieces: Sequence[Piece], leaves: Sequence[Leaf], signed_by: str, draft: bool) -> bytes:
    """The whole bundle. A draft says so on its index. A file that has no pages is attached, unless its sheet is withheld."""
    writer = PdfWriter()
    _append(writer, _cover(inspection, index_of(pieces, leaves), signed_by, draft))
    readers = {piece.key: PdfReader(BytesIO(piece.pdf)) for piece in pieces}
    stamps = PdfReader(BytesIO(_folios([leaf.number for leaf in leaves]))) if leaves else None
    for position, leaf in enumerate(leaves):
        page = _withheld(leaf) if leaf.provision else readers[leaf.page[0]].pages[leaf.page[1] - 1]
        added = writer.add_page(page)
        assert stamps is not None
        _stamp(added, stamps.pages[position])
    shown = {leaf.page[0] for leaf in leaves if not leaf.provision}
    for piece in pieces:
        if piece.attached is not None and piece.key in shown:
            writer.add_attachment(*piece.attached)
    writer.add_metadata({"/Title": _title(inspection)})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _title(inspection: Inspection) -> str:
    return _("Akte %(number)s zur Einsicht") % {"number": inspection.case.number}


def _append(writer: PdfWriter, pdf: bytes) -> None:
    for page in PdfReader(BytesIO(pdf)).pages:
        writer.add_page(page)


def _cover(inspection: Inspection, index: list[Entry], signed_by: str, draft: bool) -> bytes:
    rows = [[line["leaves"], line["title"], line["day"], line["remark"]] for line in index]
    header = [_("Blatt"), _("Inhalt"), _("Tag"), _("Bemerkung")]
    pairs = [
        [_("Aktenzeichen"), inspection.case.number],
        [_("Behörde"), inspection.case.body.name],
        [_("Für"), inspection.name],
        [_("Grundlage"), cite_text(inspection.provision)],
        [_("Zusammengestellt am"), german_day(today().isoformat())],
        [_("Unterzeichnet von"), signed_by or "–"],
    ]
    texts = [
        _("Die Blattzahlen gelten für alle Bündel dieser Akte und ändern sich nicht."),
    ]
    table: dict[str, Any] = {"header": header, "widths": [2, 6, 2, 5], "rows": rows}
    sheet = {"heading": _title(inspection), "pairs": pairs, "texts": texts, "table": table if rows else None}
    return sheets([sheet], _title(inspection), draft)


def _withheld(leaf: Leaf) -> PageObject:
    text = _("Diese Seite wird nicht vorgelegt. Vorschrift: %(provision)s.") % {"provision": cite_text(leaf.provision)}
    title = _("Blatt %(number)s") % {"number": leaf.number}
    return PdfReader(BytesIO(sheets([{"heading": title, "pairs": [], "texts": [text], "table": None}], title))).pages[0]


def _folios(numbers: list[int]) -> bytes:
    folios = [_("Blatt %(number)s") % {"number": number} for number in numbers]
    data = {"language": "de", "date": today().isoformat(), "title": "", "author": "", "keywords": [], "folios": folios}
    return render("folios", data | {"words": {"draft": "", "draft_short": ""}}, draft=False)


def _stamp(page: PageObject, stamp: PageObject) -> None:
    """Lay the number over the lower right corner, whatever the size and rotation of the page."""
    page.transfer_rotation_to_content()
    across = float(page.mediabox.right) - float(stamp.mediabox.right)
    up = float(page.mediabox.bottom) - float(stamp.mediabox.bottom)
    page.merge_transformed_page(stamp, Transformation().translate(across, up))
