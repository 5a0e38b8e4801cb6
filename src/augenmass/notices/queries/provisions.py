"""Provisions of Land police law as senders named them, for legal review."""

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.notices.models import LandProvision


def provisions_of(actor: Actor) -> QuerySet[LandProvision]:
    """Those of the actor's Land, what is not reviewed first."""
    if not actor.may(Permission.REVIEW_LAW) or actor.reads_only:
        return LandProvision.objects.none()
    found = LandProvision.objects.filter(land=actor.body.land).select_related("reviewed_by__actor")
    return found.order_by("-state", "text")
