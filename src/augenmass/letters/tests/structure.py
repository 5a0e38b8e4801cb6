"""What PDF/UA asks of a file, as far as its structure shows it: read with pypdf, for the tests of every letter."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

_HEADING = re.compile(r"/H([1-6])")


@dataclass(slots=True)
class Structure:
    """Tags in their order, the languages that elements declare, what is wrong."""

    tags: list[str] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def headings(self) -> list[int]:
        """Levels of the headings in their order."""
        return [int(found[1]) for tag in self.tags if (found := _HEADING.fullmatch(tag))]


def structure_of(pdf: bytes) -> Structure:
    """Read a file: what its tree says, and everything that PDF/UA would object to in it."""
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    root: Any = reader.trailer["/Root"].get_object()
    found = Structure()
    found.wrong += _of_document(reader, root)
    if "/StructTreeRoot" in root:
        tree = root["/StructTreeRoot"].get_object()
        _walk(tree.get("/K"), found)
    found.wrong += _of_headings(found.headings())
    for number, page in enumerate(reader.pages, 1):
        found.wrong += [
            f"Seite {number}: {says}" for says in (*_of_page(page), *_of_fonts(page), *_unmarked(page, reader))
        ]
    return found


def _of_document(reader: PdfReader, root: Any) -> Iterator[str]:
    if "/StructTreeRoot" not in root or not root.get("/MarkInfo", {}).get("/Marked"):
        yield "ohne Struktur"
    if not str(root.get("/Lang", "")):
        yield "ohne Sprache"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "der Titel wird nicht angezeigt"
    if reader.metadata is None or not reader.metadata.title:
        yield "ohne Titel"
    metadata = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    if not re.search(r"pdfuaid:part[^0-9]*1", metadata):
        yield "sagt nicht, dass es PDF/UA-1 ist"


def _walk(node: Any, found: Structure) -> None:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            _walk(child, found)
        return
    if not isinstance(node, dict) or "/S" not in node:
        return
    tag = str(node["/S"])
    found.tags.append(tag)
    if "/Lang" in node:
        found.languages.add(str(node["/Lang"]))
    if tag == "/Figure" and not str(node.get("/Alt", "")):
        found.wrong.append("eine Abbildung ohne Alternativtext")
    _walk(node.get("/K"), found)


def _of_headings(levels: list[int]) -> Iterator[str]:
    if not levels or levels[0] != 1:
        yield "die erste Überschrift ist nicht die oberste"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"auf Überschrift {before} folgt {after}"


def _of_page(page: Any) -> Iterator[str]:
    if page.get("/Tabs") != "/S" and "/Annots" in page:
        yield "die Reihenfolge der Anmerkungen folgt nicht der Struktur"
    if "/StructParents" not in page:
        yield "nicht mit der Struktur verbunden"


def _of_fonts(page: Any) -> Iterator[str]:
    for name, reference in page.get("/Resources", {}).get("/Font", {}).items():
        font = reference.get_object()
        for one in (part.get_object() for part in font.get("/DescendantFonts", [font])):
            described = one["/FontDescriptor"].get_object()
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described):
                yield f"die Schrift {name} ist nicht eingebettet"
        if "/ToUnicode" not in font:
            yield f"die Schrift {name} sagt nicht, welche Zeichen sie zeigt"


def _unmarked(page: Any, reader: PdfReader) -> Iterator[str]:
    """Text outside of marked content: neither a part of the structure nor an artifact."""
    depth = 0
    content = page.get_contents()
    for _operands, operator in ContentStream(content, reader).operations if content is not None else ():
        if operator in (b"BDC", b"BMC"):
            depth += 1
        elif operator == b"EMC":
            depth -= 1
        elif operator in (b"Tj", b"TJ") and depth == 0:
            yield "Text außerhalb der Struktur"
            return
