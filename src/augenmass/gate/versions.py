"""What a body approved, where the program holds it: when that reads otherwise later, the approval is one of something else."""

from functools import cache

from augenmass.access import matrix, released
from augenmass.gate.rules import ACCESS_TABLES


@cache
def present() -> dict[str, str]:
    """Digest of what an item is about, by the item; only of items about something that the program holds."""
    return {ACCESS_TABLES: access_tables()}


def access_tables() -> str:
    """Digest of who reads what and learns what. Who confirmed a line for an installation, and comments, do not count."""
    cells = sorted(matrix.cells_of(matrix.written(matrix.lines())).items())
    learned = sorted(
        (sorted(line.questions), sorted(line.roles), sorted(line.purposes), line.learns.name, line.position)
        for line in released.lines()
    )
    return matrix.hash_of(repr((cells, learned)))
