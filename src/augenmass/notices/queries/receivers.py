"""To whom a notice can go, and who sends any."""

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.directory.queries import bodies_on
from augenmass.directory.roles import Permission
from augenmass.law.time import today


def receivers() -> QuerySet[Body]:
    """Foreigners' authorities that exist today: the Residence Act names no other receiver of these notices."""
    return bodies_on(today()).filter(kind=Body.Kind.FOREIGNERS_AUTHORITY)


def sends(actor: Actor) -> bool:
    """Whether the actor gives notice in the name of its body."""
    return actor.may(Permission.SEND_NOTICES) and not actor.reads_only
