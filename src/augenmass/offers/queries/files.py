"""Files that were uploaded for the directory: of the own body only."""

from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.offers.models import OfferFile
from augenmass.offers.queries.offers import may_keep

MOST = 20


def files_of(actor: Actor) -> list[OfferFile]:
    """The newest files, without their content."""
    return list(_visible(actor).select_related("uploaded_by").defer("content")[:MOST])


def one_file(actor: Actor, key: UUID) -> OfferFile:
    """One file. Raises ``OfferFile.DoesNotExist``."""
    return _visible(actor).get(key=key)


def _visible(actor: Actor) -> QuerySet[OfferFile]:
    if not may_keep(actor):
        return OfferFile.objects.none()
    return OfferFile.objects.filter(body=actor.body_id)
