"""Reading the directory: bodies that exist on a day, and who works in them. It holds no case."""

from datetime import date

from django.db.models import Q, QuerySet

from augenmass.directory.models import Account, Body, Membership
from augenmass.directory.roles import Role


def bodies_on(on: date) -> QuerySet[Body]:
    """Bodies that exist on a day, by name."""
    return Body.objects.filter(Q(dissolved_on=None) | Q(dissolved_on__gt=on)).order_by("name", "pk")


def body_id_of(key: str) -> int | None:
    """The id of a body by its key, also of one that was dissolved."""
    return Body.objects.filter(key=key).values_list("pk", flat=True).first()


def memberships_on(on: date, body_id: int) -> QuerySet[Membership]:
    """Roles of people who may sign in, held in a body on a day."""
    held = Membership.objects.filter(body=body_id, account__is_active=True, valid_from__lte=on)
    return held.filter(Q(valid_to=None) | Q(valid_to__gte=on))


def roles_in(body_id: int, on: date) -> frozenset[Role]:
    """The roles that anybody holds in a body on a day."""
    return frozenset(Role(role) for role in memberships_on(on, body_id).values_list("role", flat=True).distinct())


def people_in(body_id: int, on: date, roles: frozenset[Role] | None = None) -> QuerySet[Account]:
    """Who holds one of some roles (any role) in a body on a day, by name."""
    held = memberships_on(on, body_id)
    if roles is not None:
        held = held.filter(role__in=[role.value for role in roles])
    return Account.objects.filter(pk__in=held.values("account_id")).order_by("name", "pk")
