"""How long a conference is kept after it was closed, cancelled or returned: as the post of the body that requested it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from augenmass.access.inspection import start_of
from augenmass.conferences.models import (
    AdviserLink,
    Approval,
    Conference,
    Item,
    Lead,
    Measure,
    Minutes,
    Participant,
    Point,
    Reach,
    Release,
    Revision,
)
from augenmass.record.holdings import Sweep


def _ended(body_id: int, before: date) -> "Sequence[QuerySet[Any]]":
    over = Q(closed_on__lt=before) | Q(state=Conference.State.RETURNED, decided_at__lt=start_of(before))
    gone = Conference.objects.filter(over, body=body_id)
    ids = gone.values("pk")
    items = Item.objects.filter(conference__in=ids)
    return (
        AdviserLink.objects.filter(participant__conference__in=ids),
        Approval.objects.filter(minutes__conference__in=ids),
        Minutes.objects.filter(conference__in=ids),
        Measure.objects.filter(item__conference__in=ids),
        Revision.objects.filter(item__conference__in=ids),
        Release.objects.filter(conference__in=ids),
        items.exclude(about=None),
        items,
        Point.objects.filter(conference__in=ids),
        Participant.objects.filter(conference__in=ids),
        Lead.objects.filter(conference__in=ids),
        Reach.objects.filter(conference__in=ids),
        gone,
    )


SWEEP = Sweep("conferences", "post_retention_months", _ended)
