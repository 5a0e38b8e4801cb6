"""Runs of the actor's body, for people who may import."""

from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.intake.models import ImportRun
from augenmass.record.models import Source
from augenmass.work.queries.paging import Page, page_of


def visible_runs(actor: Actor) -> QuerySet[ImportRun]:
    """Runs of the actor's body. Raises `NotPermitted` without the right to import."""
    actor.require(Permission.IMPORT)
    return ImportRun.objects.filter(body_id=actor.body_id).select_related("source", "uploaded_by", "confirmed_by")


def runs(actor: Actor, page: int = 1) -> Page[ImportRun]:
    """One page of the runs, the newest first; they name no person concerned."""
    return page_of(visible_runs(actor), page)


def run_by_key(actor: Actor, key: UUID) -> ImportRun:
    """One run. Raises `ImportRun.DoesNotExist` and `NotPermitted`."""
    return visible_runs(actor).get(key=key)


def source_labels(actor: Actor) -> list[str]:
    """Names of sources that files came from before."""
    actor.require(Permission.IMPORT)
    found = Source.objects.filter(body_id=actor.body_id, kind=Source.Kind.IMPORT)
    return list(found.order_by("label").values_list("label", flat=True))
