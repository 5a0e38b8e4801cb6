"""What the program stands on can go away: the database, or the room on the disk. Told from errors of the program itself."""

import errno
from enum import StrEnum

from django.db import InterfaceError, OperationalError

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
DISK_FULL = "53100"
"""SQLSTATE of PostgreSQL for a full disk."""
TRY_AGAIN_SECONDS = 15


class Ground(StrEnum):
    """What failed under the program."""

    AWAY = "away"
    FULL = "full"


def ground_of(error: BaseException | None) -> Ground | None:
    """What failed when an error ended a request; None for an error of the program."""
    if _no_space(error):
        return Ground.FULL
    return Ground.AWAY if isinstance(error, OperationalError | InterfaceError) else None


def _no_space(error: BaseException | None) -> bool:
    """Whether there was no room to write: of a file, of SQLite or of PostgreSQL."""
    cause = error.__cause__ if error is not None else None
    return (
        (isinstance(error, OSError) and error.errno in NO_SPACE)
        or getattr(cause, "sqlite_errorname", "") == "SQLITE_FULL"
        or getattr(cause, "sqlstate", "") == DISK_FULL
    )
