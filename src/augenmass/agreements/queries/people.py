"""Who works agreements in a body."""

from django.db.models import Q

from augenmass.access.actor import Actor
from augenmass.directory.models import Account, Membership
from augenmass.directory.roles import Role
from augenmass.law.time import today


def counsellors(actor: Actor) -> list[Account]:
    """The people of the actor's body who work agreements today, by name."""
    day = today()
    held = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day),
        body=actor.body_id,
        role=Role.INTEGRATION_COUNSELLOR,
        valid_from__lte=day,
    )
    return list(Account.objects.filter(is_active=True, pk__in=held.values("account")).order_by("name", "pk"))
