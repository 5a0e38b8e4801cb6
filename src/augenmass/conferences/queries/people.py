"""Who of a body can take part today, and which case a file number means."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.models import Account, Body
from augenmass.directory.queries import bodies_on, people_in
from augenmass.directory.roles import Permission, roles_with
from augenmass.law.time import today
from augenmass.work.queries.post import case_by_number
from augenmass.work.refusal import NotDone

MOST = 200


def people_of(body: Body) -> list[Account]:
    """People of a body whose roles of today take part in conferences, by name."""
    return list(people_in(body.pk, today(), roles_with(Permission.CONFERENCES))[:MOST])


def body_numbered(text: str) -> Body | None:
    """The body that exists today with this id in a form; None for anything else."""
    if not text.isascii() or not text.isdecimal() or len(text) > 18:
        return None
    return bodies_on(today()).filter(pk=int(text)).first()


def case_numbered(actor: Actor, number: str) -> int | None:
    """The id of a case that the actor's body works, by its file number; None for no number. Raises ``NotDone``."""
    if not number.strip():
        return None
    found = case_by_number(actor, number)
    if found is None:
        raise NotDone(_("Einen Fall mit diesem Aktenzeichen bearbeitet Ihre Stelle nicht."))
    return found.pk
