"""Writing the access log."""

from collections.abc import Iterable

from augenmass.access.actor import Actor, Purpose
from augenmass.access.models import AccessLine
from augenmass.law.time import now


def read(
    actor: Actor,
    what: str,
    *,
    case_id: int | None = None,
    categories: Iterable[str] = (),
    rows: int = 1,
    reason: str = "",
    purpose: Purpose | None = None,
) -> None:
    """Note one read by a person: a case, a list, a search, an export; purpose and reason of the actor unless given."""
    AccessLine.objects.create(
        at=now(),
        account=actor.account_id,
        body=actor.body_id,
        purpose=purpose or actor.purpose,
        what=what,
        case=case_id,
        categories=sorted(categories),
        rows=rows,
        reason=reason or actor.reason,
    )
