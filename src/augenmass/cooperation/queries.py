"""Reading regional standards: everybody with a role in a body reads them, the two bodies of a region keep theirs."""

from uuid import UUID

from django.db.models import Q, QuerySet

from augenmass.access.actor import Actor
from augenmass.cooperation.models import Edition, Standard
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.work.queries.paging import Page, page_of


def standards(actor: Actor) -> QuerySet[Standard]:
    """The standards of the actor's Land."""
    found = Standard.objects.filter(authority__land=actor.body.land)
    return found.select_related("police", "authority").order_by("region", "pk")


def kept_by(actor: Actor) -> QuerySet[Standard]:
    """The standards that the actor writes: those of the own body."""
    if not actor.may(Permission.KEEP_STANDARDS) or actor.reads_only:
        return Standard.objects.none()
    return standards(actor).filter(Q(police=actor.body_id) | Q(authority=actor.body_id))


def list_standards(actor: Actor, page: int = 1) -> Page[Standard]:
    """One page of them, by region."""
    return page_of(standards(actor), page)


def overdue_standards(actor: Actor) -> int:
    """How many standards that the actor keeps are past their yearly review."""
    return kept_by(actor).filter(review_due__lt=today()).count()


def find_standard(actor: Actor, key: UUID) -> Standard:
    """One standard. Raises ``Standard.DoesNotExist``."""
    return standards(actor).get(key=key)


def newest_edition(standard: Standard) -> Edition:
    """Its words as they hold now."""
    return standard.editions.select_related("author").get(number=standard.edition)


def editions_of(standard: Standard) -> list[Edition]:
    """All editions, the newest first."""
    return list(standard.editions.select_related("author").order_by("-number"))
