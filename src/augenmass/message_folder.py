"""A folder in which sealed messages pass from the authority's program to a counselling service, and receipts come back.

Known by both programs; neither reads anything else of the other. ``KEY.message`` holds one sealed message, ``KEY.receipt`` the SHA-256
of exactly these bytes: that they are kept on the other side. Every file is written whole under another name, flushed to the disk and
then renamed, so that whoever looks sees all of it or nothing, also when the power fails.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISREG
from uuid import UUID

from augenmass.sealed_message import FORMAT

MESSAGE, RECEIPT, PART = ".message", ".receipt", ".part"
LARGEST = 100_000
"""Bytes; a message is far smaller. What is larger was not written by the program."""
MODE = 0o640
"""Readable for the group that both programs belong to; the content is sealed."""


def file_of(message: Mapping[str, str]) -> bytes:
    """The bytes of a message, the same whenever it is written."""
    content = {"format": FORMAT.decode(), "messages": [dict(message)]}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def digest_of(content: bytes) -> str:
    """SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def message_file(folder: Path, key: UUID) -> Path:
    """Where a message lies."""
    return folder / f"{key}{MESSAGE}"


def receipt_file(folder: Path, key: UUID) -> Path:
    """Where its receipt lies."""
    return folder / f"{key}{RECEIPT}"


def read(path: Path) -> bytes | None:
    """What a file holds; None where there is none, or one that no program wrote (a link, a pipe, larger than any message)."""
    try:
        # A pipe that somebody laid there would keep whoever opens it waiting for a writer.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            content = file.read(LARGEST + 1)
    except OSError as error:
        if isinstance(error, PermissionError):
            raise
        return None
    return content if len(content) <= LARGEST else None


def keys_in(folder: Path, ending: str) -> Iterator[UUID]:
    """Keys of the files with an ending, in order; other files are passed over. Raises ``OSError`` where there is no folder."""
    for name in sorted(path.name for path in folder.iterdir()):
        if name.endswith(ending):
            try:
                key = UUID(name.removesuffix(ending))
            except ValueError:
                continue
            if name == f"{key}{ending}":
                yield key


def write_whole(path: Path, content: bytes, time: float | None = None) -> None:
    """Write a file so that it is there whole or not at all. ``time``: the time that it shows, seconds since 1970."""
    part = path.with_name(path.name + PART)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, MODE), "wb") as file:
        file.write(content)
        file.flush()
        os.fchmod(file.fileno(), MODE)
        os.fsync(file.fileno())
    if time is not None:
        os.utime(part, (time, time))
    part.replace(path)
    _flush(path.parent)


def remove(folder: Path, key: UUID) -> None:
    """Take a message away and then its receipt: what is left of a run that was cut off is a receipt, never a message to be taken again."""
    message_file(folder, key).with_name(f"{key}{MESSAGE}{PART}").unlink(missing_ok=True)
    message_file(folder, key).unlink(missing_ok=True)
    receipt_file(folder, key).unlink(missing_ok=True)
    _flush(folder)


def _flush(folder: Path) -> None:
    """Flush the folder itself: a name that was changed is on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
