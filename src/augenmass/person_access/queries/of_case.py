"""What officers see of the way in: who may sign in, whether a code is open, what was released, what was handed in.

When somebody signed in, with what, and what they wrote to counselling is not among it.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q
from augenmass.law.time import now, today
from augenmass.person_access.models import Access, Code, ReleasedDay, Submission
from augenmass.person_access.rules import holds
from augenmass.record.models import Case


@dataclass(frozen=True, slots=True)
class AccessRow:
    """A way in with its newest open code."""

    access: Access
    open_code: Code | None
    expired: bool
    """Whether the last day of a representative is over."""


def accesses_of(actor: Actor, case: Case) -> list[AccessRow]:
    """The ways in of a case that was found, those that ended left out."""
    rows = Access.objects.filter(casework_q(actor, prefix="case__"), case=case, ended_by=None)
    codes = Code.objects.filter(access__in=rows, used_at=None, ended_at=None, expires_at__gt=now())
    opened = {code.access_id: code for code in codes}
    return [
        AccessRow(row, opened.get(row.pk), not holds(row.valid_until, today()))
        for row in rows.select_related("authority", "opened_by")
    ]


def released_days_of(actor: Actor, case: Case) -> QuerySet[ReleasedDay]:
    """The dates that the person sees now or will have seen, not those that were taken back."""
    rows = ReleasedDay.objects.filter(casework_q(actor, prefix="case__"), case=case, ended_by=None, erased_by=None)
    return rows.filter(day__gte=today()).select_related("released_by")


def submissions_of(actor: Actor, case: Case) -> QuerySet[Submission]:
    """What was handed in, newest first."""
    rows = Submission.objects.filter(casework_q(actor, prefix="case__"), case=case, erased_by=None)
    return rows.select_related("access", "document", "post", "taken_by__actor")


def find_access(actor: Actor, key: UUID) -> Access:
    """One way in. Raises ``Access.DoesNotExist``."""
    return Access.objects.filter(casework_q(actor, prefix="case__")).select_related("case").get(key=key)


def find_submission(actor: Actor, key: UUID) -> Submission:
    """One thing that was handed in. Raises ``Submission.DoesNotExist``."""
    rows = Submission.objects.filter(casework_q(actor, prefix="case__"), erased_by=None)
    return rows.select_related("case").get(key=key)


def find_day(actor: Actor, key: UUID) -> ReleasedDay:
    """One released date. Raises ``ReleasedDay.DoesNotExist``."""
    return ReleasedDay.objects.filter(casework_q(actor, prefix="case__")).select_related("case").get(key=key)
