"""The matrices of access that this installation has run with, so that one can be compared with the next."""

from augenmass.access.matrix import hash_of, lines, written
from augenmass.access.models import MatrixVersion
from augenmass.law.time import now


def note_matrix() -> MatrixVersion:
    """Keep the matrix that is in force, unless it is kept already."""
    content = written(lines())
    found, _made = MatrixVersion.objects.get_or_create(
        hash=hash_of(content), defaults={"content": content, "first_used_at": now()}
    )
    return found


def versions() -> list[MatrixVersion]:
    """All kept matrices, the newest first; the one in force is among them."""
    current = note_matrix()
    return sorted(MatrixVersion.objects.all(), key=lambda version: version != current)
