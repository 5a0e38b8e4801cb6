"""What a file is, judged by its content and never by its name."""

import zipfile
from enum import StrEnum
from pathlib import Path

from augenmass.intake.rules import limits
from augenmass.intake.rules.problem import FileRefused

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HEAD_BYTES = 65_536
_REFUSED_STARTS = (
    (b"%PDF", "file_is_pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_is_old_excel"),
    (b"\x89PNG", "file_is_image"),
    (b"\xff\xd8\xff", "file_is_image"),
    (b"GIF8", "file_is_image"),
    (b"\x1f\x8b", "file_is_archive"),
    (b"7z\xbc\xaf\x27\x1c", "file_is_archive"),
    (b"Rar!", "file_is_archive"),
    (b"{\\rtf", "file_is_archive"),
)
_MARKUP_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<meta", b"<workbook")


class Content(StrEnum):
    """The kinds of table that the intake reads."""

    TEXT = "text"
    WORKBOOK = "workbook"


def recognise(path: Path) -> Content:
    """Say what the file is; raises `FileRefused` with a sentence for everything that is no readable table."""
    size = path.stat().st_size
    if size == 0:
        raise FileRefused("file_empty")
    if size > limits.MAX_FILE_BYTES:
        megabyte = 1024 * 1024
        raise FileRefused("file_too_large", size=-(-size // megabyte), limit=limits.MAX_FILE_BYTES // megabyte)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if head.startswith(b"PK"):
        return _recognise_archive(path)
    for start, code in _REFUSED_STARTS:
        if head.startswith(start):
            raise FileRefused(code)
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(_MARKUP_STARTS):
        raise FileRefused("file_is_web_page")
    # Text holds no NUL bytes, save UTF-16, which announces itself; a few damaged cells are a matter of their rows.
    if not head.startswith(_UTF16_MARKS) and head.count(0) * 100 > len(head):
        raise FileRefused("file_is_binary")
    return Content.TEXT


def _recognise_archive(path: Path) -> Content:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            check_archive(entries, path.stat().st_size)
            if "mimetype" in names and archive.read("mimetype").startswith(b"application/vnd.oasis"):
                raise FileRefused("file_is_open_document")
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise FileRefused("file_damaged") from error
    if "xl/workbook.bin" in names:
        raise FileRefused("file_is_binary_excel")
    if "xl/workbook.xml" not in names:
        raise FileRefused("file_is_archive")
    return Content.WORKBOOK


def check_archive(entries: list[zipfile.ZipInfo], packed_bytes: int) -> None:
    """Refuse an archive that holds macros or would unpack out of all proportion; reads the directory only.

    The reader never unpacks more of an entry than the directory declares, so a false declaration only cuts it off.
    """
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise FileRefused("file_has_macros")
    unpacked = sum(entry.file_size for entry in entries)
    shared = sum(entry.file_size for entry in entries if entry.filename == "xl/sharedStrings.xml")
    disproportionate = unpacked > limits.RATIO_COUNTS_FROM_BYTES and unpacked > limits.MAX_RATIO * packed_bytes
    if (
        len(entries) > limits.MAX_ARCHIVE_ENTRIES
        or unpacked > limits.MAX_UNPACKED_BYTES
        or shared > limits.MAX_SHARED_STRINGS_BYTES
        or disproportionate
        or any(_is_bomb(entry) for entry in entries)
    ):
        raise FileRefused("file_unpacks_too_large")


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > limits.RATIO_COUNTS_FROM_BYTES and entry.file_size > limits.MAX_RATIO * max(
        entry.compress_size, 1
    )
