"""Notes for the file."""

from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q
from augenmass.work.models import Note


def notes_of_case(actor: Actor, case_id: int, most: int = 100) -> list[Note]:
    """Notes of a case, newest first, for its page (one query; the page writes the access line)."""
    found = Note.objects.filter(casework_q(actor, prefix="case__"), case=case_id, erased_by=None)
    return list(found.select_related("author")[:most])
