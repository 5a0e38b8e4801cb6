"""Writing a table byte for byte the same every time: CSV with `;`, or a plain XLSX workbook."""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_DAY_OF_ARCHIVES = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def write_table(path: Path, heads: Sequence[str], rows: Iterable[Sequence[str]], encoding: str = "utf-8-sig") -> int:
    """Write heads and rows to `path`, as XLSX when it ends so, otherwise as CSV in `encoding`.

    Returns the number of rows. Letters that the encoding lacks lose their marks (č becomes c).
    """
    if path.suffix.lower() == ".xlsx":
        return write_workbook(path, heads, rows)
    lines = 0
    with path.open("w", encoding=encoding, errors="strict", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        for row in _with_head(heads, rows):
            writer.writerow([_written(cell, encoding) for cell in row])
            lines += 1
    return lines - 1


def write_workbook(path: Path, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a workbook of one sheet in which every cell is text; returns the number of rows without the head."""
    lines = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        _part(archive, "[Content_Types].xml", _CONTENT_TYPES)
        _part(archive, "_rels/.rels", _relationship(f"{_OFFICE}/officeDocument", "xl/workbook.xml"))
        _part(archive, "xl/_rels/workbook.xml.rels", _relationship(f"{_OFFICE}/worksheet", "worksheets/sheet1.xml"))
        _part(
            archive,
            "xl/workbook.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
            '<sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        with archive.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as raw:
            sheet = io.TextIOWrapper(raw, encoding="utf-8", newline="")
            sheet.write(f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}"><sheetData>')
            for row in _with_head(heads, rows):
                lines += 1
                sheet.write(f'<row r="{lines}">{"".join(_cells(lines, row))}</row>')
            sheet.write("</sheetData></worksheet>")
            sheet.flush()
            sheet.detach()
    return lines - 1


def _with_head(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield heads
    yield from rows


def _written(cell: str, encoding: str) -> str:
    try:
        cell.encode(encoding)
    except UnicodeEncodeError:
        plain = unicodedata.normalize("NFKD", cell.translate({0x131: "i", 0x11F: "g", 0x142: "l", 0x259: "e"}))
        return plain.encode(encoding, "ignore").decode(encoding)
    return cell


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY_OF_ARCHIVES)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _part(archive: zipfile.ZipFile, name: str, text: str) -> None:
    archive.writestr(_entry(name), text)


def _relationship(kind: str, target: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def _cells(number: int, row: Sequence[str]) -> Iterator[str]:
    for position, text in enumerate(row):
        if text:
            yield (
                f'<c r="{column_letters(position)}{number}" t="inlineStr">'
                f'<is><t xml:space="preserve">{escape(_printable(text))}</t></is></c>'
            )


def column_letters(position: int) -> str:
    """A, B, …, Z, AA, … for positions from 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _printable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")
