"""Reading transmissions of funded returns: the body that sent them, and the people who handle post in the body that got them."""

from uuid import UUID

from django.db.models import Q, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.directory.queries import bodies_on
from augenmass.directory.roles import Permission
from augenmass.funded_return.models import FundedReturn
from augenmass.law.time import today
from augenmass.work.queries.paging import Page, page_of

RECEIVING = (Body.Kind.FOREIGNERS_AUTHORITY, Body.Kind.CENTRAL_RETURN_OFFICE)


def receivers_for(actor: Actor) -> QuerySet[Body]:
    """The authorities to which an actor's body can transmit."""
    return bodies_on(today()).filter(kind__in=RECEIVING).exclude(pk=actor.body_id)


def visible_transmissions(actor: Actor) -> QuerySet[FundedReturn]:
    """What the actor's body sent, for who sends; what it got, for who handles its post. Nothing in a support session."""
    ways = Q(pk__in=[])
    if actor.may(Permission.FUNDED_RETURN):
        ways |= Q(sender=actor.body_id)
    if actor.may(Permission.POST):
        ways |= Q(receiver=actor.body_id)
    return FundedReturn.objects.filter(ways, erased_by=None).select_related("sender", "receiver")


def transmissions(actor: Actor, page: int = 1) -> Page[FundedReturn]:
    """One page, the newest first. Writes an access line."""
    found = page_of(visible_transmissions(actor).order_by("-pk"), page)
    log.read(actor, "funded_returns", categories=["identity"], rows=len(found.rows))
    return found


def one_transmission(actor: Actor, key: UUID) -> FundedReturn:
    """One of them. Writes an access line. Raises ``FundedReturn.DoesNotExist``."""
    found = visible_transmissions(actor).get(key=key)
    log.read(actor, "funded_return", categories=["identity"])
    return found
