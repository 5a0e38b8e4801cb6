"""Writing the access log."""

from collections.abc import Iterable

from augenmass.access.actor import Actor, Purpose
from augenmass.access.models import AccessLine
from augenmass.access.reader import SystemRole, as_system
from augenmass.law.time import now
from augenmass.record.models import Case


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
        case_body=_body_of(actor, case_id) if case_id is not None else None,
        categories=sorted(categories),
        rows=rows,
        reason=(reason or actor.reason)[:500],
        program=actor.program,
    )


def _body_of(actor: Actor, case_id: int) -> int | None:
    """The body responsible for a case; the actor mostly looked at it already, and then it costs no question."""
    seen = actor.sights.get(case_id)
    if seen is not None and seen.own:
        return actor.body_id
    with as_system(SystemRole.CONTROL):
        return Case.objects.filter(pk=case_id).values_list("body_id", flat=True).first()
