"""The same form sent twice makes one row: the key of the row comes from the form and is unique."""

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError

Row = TypeVar("Row")


class AlreadyDone(Exception):
    """Raised inside a transaction to take it back, because somebody else was quicker."""


def once(there: Callable[[], Row | None], make: Callable[[], Row]) -> Row:
    """Make a row unless it is there; of two requests at the same time the later one gets the row of the earlier.

    ``make`` runs in a transaction of its own. Raises ``IntegrityError`` when the key belongs to a row elsewhere.
    """
    found = there()
    if found is not None:
        return found
    try:
        return make()
    except IntegrityError:
        found = there()
        if found is None:
            raise
        return found
