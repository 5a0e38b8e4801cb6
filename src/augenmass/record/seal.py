"""Salted digests: what the chain holds instead of content."""

import hashlib
import json
import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any
from uuid import UUID

SALT_BYTES = 16


def new_salt() -> bytes:
    """16 random bytes: without them a digest of few possible values could be guessed."""
    return os.urandom(SALT_BYTES)


@lru_cache(maxsize=64)
def _moment(value: datetime) -> str:
    """All rows of a transaction share their moment."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _plain(value: object) -> Any:
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"no digest for values of type {type(value).__name__}")


_CANONICAL = json.JSONEncoder(default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(salt: bytes, content: Iterable[object]) -> bytes:
    """SHA-256 over the salt and the canonical JSON of the content (32 bytes)."""
    return hashlib.sha256(salt + _CANONICAL.encode(list(content)).encode()).digest()


def action_digest(salt: bytes, content: Iterable[object], written: Iterable[bytes]) -> bytes:
    """Digest of an action: its own columns and the digests of everything it wrote (in any order)."""
    return sealed_together(digest_of(salt, content), written)


def sealed_together(own: bytes, written: Iterable[bytes]) -> bytes:
    """SHA-256 over the digest of an action's own columns and those of what it wrote (32 bytes)."""
    return hashlib.sha256(own + b"".join(sorted(written))).digest()


def link(previous: bytes, digest: bytes) -> bytes:
    """The next link of the chain."""
    return hashlib.sha256(previous + digest).digest()
