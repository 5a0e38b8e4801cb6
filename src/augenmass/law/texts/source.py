"""Where texts come from: a folder or an archive with one file for each statute, in Markdown or XML, perhaps in several versions."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from augenmass.law.norms.statutes import STATUTES, units

LARGEST = 50_000_000
"""Bytes of one file, unpacked; the largest statute has about two million."""
_DATED = re.compile(r"^(?P<file>.+?)_(?P<day>\d{4}-\d\d-\d\d)$")


class TextsUnreadable(Exception):
    """Why texts cannot be read, as a German and an English sentence. ``cut``: because one is cut off."""

    def __init__(self, de: str, en: str, cut: bool = False) -> None:
        super().__init__(de)
        self.de = de
        self.en = en
        self.cut = cut


@dataclass(frozen=True, slots=True)
class StatuteText:
    """One statute as one file has it. ``day``: of the version where the file's name says so."""

    key: str
    day: date | None
    source: str
    units: Mapping[str, str]
    """Text by unit: ``AufenthG/59`` and ``AufenthG/59/1``."""
    ends_whole: bool = True
    """Whether the file ends with a whole line."""


def read_texts(path: Path) -> list[StatuteText]:
    """Return every text of a known statute in a folder (not below it), an archive or a file, older ones first.

    Raises ``TextsUnreadable``: no such path, nothing readable in it, a file that is no statute, too large or cut off.
    """
    if not path.exists():
        raise TextsUnreadable(f"{path}: gibt es nicht.", f"{path}: does not exist.")
    found = [text for name, content in _files(path) for text in _read(name, content)]
    if not found:
        raise TextsUnreadable(
            f"{path}: enthält keinen Text eines Gesetzes, aus dem Normen geschrieben sind.",
            f"{path}: holds no text of a statute that norms are written from.",
        )
    return sorted(found, key=lambda text: (text.key, text.day or date.max))


def newest(texts: list[StatuteText], on: date | None = None) -> dict[str, StatuteText]:
    """Return of each statute the newest text, or the newest not after a day. A text without a day counts as the newest."""
    chosen: dict[str, StatuteText] = {}
    for text in texts:
        if on is None or (text.day is not None and text.day <= on) or (text.day is None and text.key not in chosen):
            chosen[text.key] = text
    return chosen


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in sorted(path.iterdir()):
            if file.is_file() and file.suffix.lower() in (".md", ".xml", ".zip"):
                yield from _files(file)
        return
    if path.stat().st_size > LARGEST:
        raise TextsUnreadable(*_too_large(path.name))
    if path.suffix.lower() != ".zip":
        yield path.name, path.read_bytes()
        return
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
                if entry.file_size > LARGEST:
                    raise TextsUnreadable(*_too_large(f"{path.name}: {entry.filename}"))
                if entry.filename.lower().endswith((".xml", ".md")):
                    yield PurePosixPath(entry.filename).name, archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise TextsUnreadable(
            f"{path.name}: kein lesbares ZIP-Archiv; vielleicht ist es abgeschnitten.",
            f"{path.name}: not a readable ZIP archive; it may be cut off.",
        ) from error


def _too_large(name: str) -> tuple[str, str]:
    megabytes = LARGEST // 1_000_000
    return f"{name}: größer als {megabytes} MB.", f"{name}: larger than {megabytes} MB."


def _read(name: str, content: bytes) -> Iterator[StatuteText]:
    stem = PurePosixPath(name).stem
    dated = _DATED.match(stem)
    try:
        day = date.fromisoformat(dated["day"]) if dated else None
    except ValueError as error:
        raise TextsUnreadable(
            f"{name}: kein gültiger Tag im Dateinamen.", f"{name}: no valid day in the name of the file."
        ) from error
    if name.lower().endswith(".xml"):
        from augenmass.law.texts.xml import markdown_of

        key, text = markdown_of(content, name)
    else:
        key = next((key for key, statute in STATUTES.items() if statute.file == (dated["file"] if dated else stem)), "")
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise TextsUnreadable(f"{name}: kein Text in UTF-8.", f"{name}: no text in UTF-8.") from error
    if not key:
        return
    found = units(key, text)
    if not found:
        raise TextsUnreadable(
            f"{name}: Die Datei enthält keinen Paragraphen.", f"{name}: the file holds no section of a statute."
        )
    yield StatuteText(key, day, name, found, ends_whole=text.endswith("\n"))
