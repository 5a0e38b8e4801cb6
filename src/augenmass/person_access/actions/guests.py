"""Signing in for one's own agreement alone: by a code that the counsellor handed over. No authority and no case has a part in it."""

from datetime import datetime

from django.db import transaction

from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.models import DoorCode, DoorVisit
from augenmass.law.time import now
from augenmass.person_access.person import Guest
from augenmass.person_access.rules import (
    SEEN_AGAIN,
    SELECTOR_DIGITS,
    Refused,
    Wrong,
    digits_of,
    visit_over,
)
from augenmass.person_access.secrets import code_digest, new_token, token_digest


def sign_in_as_guest(typed: str) -> str:
    """Use a code of a counsellor; returns what the browser is to hold. Raises ``Refused``, the same for every reason."""
    digits = digits_of(typed)
    with as_system(SystemRole.AGREEMENT), transaction.atomic():
        code = _open_code(digits) if digits else None
        if code is not None and code.digest == code_digest(digits):
            DoorCode.objects.filter(pk=code.pk).update(used_at=now())
            return _begin_visit(code.participant_id)
        if code is not None:
            code.count_failure(now())
    raise Refused(Wrong.CODE)


def _open_code(digits: str) -> DoorCode | None:
    """The open code that the first digits name, locked, so that of two requests at once one uses it."""
    rows = DoorCode.objects.select_for_update().filter(used_at=None, ended_at=None, expires_at__gt=now())
    return rows.filter(selector=digits[:SELECTOR_DIGITS]).first()


def _begin_visit(participant_id: int) -> str:
    token, at = new_token(), now()
    DoorVisit.objects.create(participant_id=participant_id, digest=token_digest(token), begun_at=at, seen_at=at)
    return token


def recognise_guest(token: str) -> Guest | None:
    """Who holds this token; None where there is no such visit or it is over."""
    if not token:
        return None
    with as_system(SystemRole.AGREEMENT):
        rows = DoorVisit.objects.filter(digest=token_digest(token), ended_at=None).select_related("participant")
        visit = rows.first()
        if visit is None or visit_over(visit.begun_at, visit.seen_at, now()):
            return None
        if now() - visit.seen_at > SEEN_AGAIN:
            DoorVisit.objects.filter(pk=visit.pk).update(seen_at=now())
    return Guest(visit.pk, visit.participant_id, visit.participant.name)


def guest_leaves(guest: Guest) -> None:
    """End the visit."""
    with as_system(SystemRole.AGREEMENT):
        DoorVisit.objects.filter(pk=guest.visit_id, ended_at=None).update(ended_at=now())


def guest_visits(guest: Guest, most: int) -> list[tuple[datetime, str, bool]]:
    """When somebody signed in for this agreement, how, and whether it is this visit; newest first."""
    with as_system(SystemRole.AGREEMENT):
        rows = list(DoorVisit.objects.filter(participant=guest.participant_id)[:most])
    return [(row.begun_at, row.how, row.pk == guest.visit_id) for row in rows]
