"""What the person is told of a nomination: what it rests on, which bodies take part, how long; and the letters that told it."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.models import Grant
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.letters.models import Dispatch, Letter
from augenmass.letters.queries.letters import letters_of
from augenmass.letters.rules.joint_work import TEMPLATE, JointWork
from augenmass.special_staff.models import Citation, Nomination
from augenmass.special_staff.rules.groups import Group


def joint_work_of(found: Nomination) -> JointWork:
    """What a letter tells of a confirmed nomination, in German. Every body is named that reads or read something."""
    assert found.review_on is not None
    assert found.valid_until is not None
    joined = list(Grant.objects.filter(case=found.case_id, about=found.about).select_related("body").order_by("pk"))
    released = list(found.releases.select_related("body").order_by("pk"))
    bodies = {row.body_id: row.body for row in joined if row.ended_by_id is None and row.valid_until >= today()}
    reading = [body for body in bodies.values() if body.kind == Body.Kind.MINISTRY]
    supervising = {row.body_id: row.body for row in released if row.ended_at is None and row.body_id not in bodies}
    once = {row.body_id: row.body for row in joined} | {row.body_id: row.body for row in released}
    left = [body for pk, body in once.items() if pk not in bodies and pk not in supervising]
    return JointWork(
        reason=found.group,
        grounds=tuple(_line(found.group, row) for row in found.citations.all()),
        bodies=_names([body for body in bodies.values() if body not in reading]),
        reading_file=_names(reading),
        supervising=_names(list(supervising.values())),
        review=found.review_on,
        until=found.valid_until,
        ended=found.ended_on,
        left=_names(left),
    )


def letters_about(actor: Actor, found: Nomination) -> QuerySet[Letter]:
    """The letters that were written of a nomination of the actor's body, newest first."""
    return letters_of(actor, found.case_id).filter(template=TEMPLATE, begun_at__gte=found.proposed_at, erased_by=None)


def sent_on(letters: Sequence[Letter]) -> date | None:
    """The day on which one of the letters was last sent and did not come back."""
    sent = Dispatch.objects.filter(letter__in=letters, returned=None).order_by("-dispatched_on").first()
    return sent.dispatched_on if sent is not None else None


def _names(bodies: Sequence[Body]) -> tuple[str, ...]:
    return tuple(body.name for body in bodies)


def _line(group: str, cited: Citation) -> str:
    match group:
        case Group.CLASSIFIED:
            until = f", gilt bis {cited.until:%d.%m.%Y}" if cited.until else ""
            return f"{cited.source}, Einstufung vom {cited.on:%d.%m.%Y}{until}"
        case Group.CONVICTED:
            final = f", rechtskräftig seit {cited.final_on:%d.%m.%Y}" if cited.final_on else ""
            return f"{cited.source}, Urteil vom {cited.on:%d.%m.%Y}{final} ({cited.provision})"
        case _:
            return f"{cited.provision}: {cited.source}, {cited.on:%d.%m.%Y}"
