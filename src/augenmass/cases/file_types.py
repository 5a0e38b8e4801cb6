"""What a file is, by its content and never by its name."""

import io
import zipfile

from django.conf import settings
from django.core.files.base import File

PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", DOCX: ".docx"}
MOST_UNPACKED = 200_000_000
"""Bytes that a DOCX may unpack to."""
MOST_PARTS = 2_000
MOST_RATIO = 150
RATIO_COUNTS_FROM = 5_000_000
"""Text shrinks to a tenth or twentieth, a bomb to a thousandth; below this size it does not matter."""


class Refusal(Exception):
    """A file that is not taken; both sentences say what to do."""

    def __init__(self, de: str, en: str) -> None:
        super().__init__(de)
        self.de = de
        self.en = en


def read_at_most(file: File) -> bytes:
    """The content of an uploaded file; of one beyond the limit just enough that ``checked`` refuses it, never all of it."""
    return bytes(file.read(settings.UPLOAD_MEGABYTES * 1_000_000 + 1))


def media_type_of(content: bytes) -> str:
    """The media type of a PDF, PNG, JPEG or DOCX. Raises ``Refusal`` for anything else."""
    if not content:
        raise Refusal("Die Datei ist leer.", "The file is empty.")
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"PK\x03\x04"):
        return _docx(content)
    raise Refusal(
        "Diese Art von Datei wird nicht angenommen. Möglich sind PDF, PNG, JPEG und DOCX; es zählt der Inhalt, nicht der Name.",
        "This kind of file is not accepted. PDF, PNG, JPEG and DOCX are; the content counts, not the name.",
    )


def _docx(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise Refusal(
            "Die Datei ist beschädigt und lässt sich nicht öffnen.", "The file is damaged and cannot be opened."
        ) from error
    names = {entry.filename for entry in parts}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refusal(
            "Die Datei enthält Makros und wird nicht angenommen. Bitte speichern Sie sie ohne Makros oder als PDF.",
            "The file contains macros and is not accepted. Please save it without macros or as PDF.",
        )
    if _is_bomb(parts, len(content)):
        raise Refusal(
            "Die Datei wird entpackt ungewöhnlich groß und deshalb nicht angenommen.",
            "The file unpacks to an unusual size and is not accepted.",
        )
    if "word/document.xml" not in names:
        raise Refusal(
            "Das ist ein Archiv oder ein anderes Office-Dokument. Möglich sind PDF, PNG, JPEG und DOCX.",
            "This is an archive or another office document. PDF, PNG, JPEG and DOCX are accepted.",
        )
    return DOCX


def _is_bomb(parts: list[zipfile.ZipInfo], packed: int) -> bool:
    """Whether an archive unpacks out of all proportion; by its directory, nothing is unpacked to find out."""
    sizes = [(entry.file_size, entry.compress_size) for entry in parts]
    unpacked = sum(size for size, _packed in sizes)
    return (
        len(parts) > MOST_PARTS
        or unpacked > MOST_UNPACKED
        or any(
            size > RATIO_COUNTS_FROM and size > MOST_RATIO * max(small, 1)
            for size, small in (*sizes, (unpacked, packed))
        )
    )
