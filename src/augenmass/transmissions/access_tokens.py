"""Tokens with which this instance delivers to others: files of the data folder, never in the database."""

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings

from augenmass.transmissions.keys import FOLDER


def token_path(partner: UUID) -> Path:
    """Where the token of a partner lies."""
    return Path(settings.DATA) / FOLDER / f"{partner}.token"


def write_token(partner: UUID, token: str) -> None:
    """Keep the token of a partner, readable by the program's user only; replaces an older one as a whole."""
    path = token_path(partner)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(token)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def token_of(partner: UUID) -> str:
    """The token of a partner, "" where none was entered."""
    try:
        return token_path(partner).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""
