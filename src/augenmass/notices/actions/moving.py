"""When a case goes to another body, its notices go with it."""

from augenmass.notices.models import Notice
from augenmass.record.models import Case


def follow(case: Case, body_id: int) -> None:
    """Give the notices of a case to the body that took it over; called in the transaction that moves the case."""
    Notice.objects.filter(case=case).update(holder=body_id)
