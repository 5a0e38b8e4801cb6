"""Ids that say nothing: drawn by lot, so that neither they nor the order of rows in a file tell which came first."""

import secrets
from typing import Final

_LOTS: Final = 2**60


def by_lot() -> int:
    """An id."""
    return 1 + secrets.randbelow(_LOTS)
