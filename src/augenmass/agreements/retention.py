"""How long an agreement is kept after its end: as the post of the body, with nothing left in a case, for it was never there."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from augenmass.access.inspection import start_of
from augenmass.agreements.models import (
    Agreement,
    DoorCode,
    DoorVisit,
    Edition,
    FamilyLink,
    Interpreting,
    KeptFile,
    Participant,
    PrintBatch,
    Promise,
    ProviderLink,
    Reminder,
    Review,
    SheetGiven,
    Signature,
    SignedCopy,
    Step,
)
from augenmass.record.holdings import Sweep


def _ended(body_id: int, before: date) -> "Sequence[QuerySet[Any]]":
    gone = Agreement.objects.filter(body=body_id, ended_on__lt=before).values("pk")
    editions = Edition.objects.filter(agreement__in=gone)
    left = Participant.objects.filter(body=body_id, agreements=None)
    return (
        SignedCopy.objects.filter(edition__in=editions.values("pk")),
        Signature.objects.filter(edition__in=editions.values("pk")),
        KeptFile.objects.filter(agreement__in=gone),
        ProviderLink.objects.filter(promise__agreement__in=gone),
        Promise.objects.filter(agreement__in=gone),
        Step.objects.filter(agreement__in=gone),
        Interpreting.objects.filter(agreement__in=gone),
        Review.objects.filter(agreement__in=gone),
        Reminder.objects.filter(agreement__in=gone),
        PrintBatch.objects.filter(body=body_id, reminders=None, made_at__lt=start_of(before)),
        SheetGiven.objects.filter(agreement__in=gone),
        FamilyLink.objects.filter(Q(wished_by__in=gone) | Q(asked__in=gone)),
        editions,
        Agreement.objects.filter(body=body_id, ended_on__lt=before),
        DoorVisit.objects.filter(participant__in=left.values("pk")),
        DoorCode.objects.filter(participant__in=left.values("pk")),
        left,
    )


SWEEP = Sweep("agreements", "post_retention_months", _ended)
