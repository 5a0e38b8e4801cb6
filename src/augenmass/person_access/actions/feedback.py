"""Feedback to the operator of the door: given without any name, looked at by the administration, forgotten after half a year."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.person_access.models import Feedback
from augenmass.record.ledger import entry
from augenmass.record.once import once
from augenmass.work.duties import Turn

LASTS = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Told:
    """What the form says; ``key`` comes from it."""

    key: UUID
    kind: Feedback.Kind
    text: str
    contact: str
    language: str


def give_feedback(told: Told) -> Feedback:
    """Keep what somebody told; the same form sent twice leaves one. Who is signed in is not asked."""
    with as_system(SystemRole.PORTAL):
        return once(
            lambda: Feedback.objects.filter(key=told.key).first(),
            lambda: Feedback.objects.create(
                key=told.key,
                kind=told.kind,
                text=told.text.strip(),
                contact=told.contact.strip(),
                language=told.language,
                arrived_on=today(),
            ),
        )


def require_operation(actor: Actor) -> None:
    """Raise ``NotPermitted`` for whoever neither operates the installation nor administers a body."""
    if not (actor.may(Permission.OPERATE) or actor.may(Permission.ADMINISTER)):
        raise NotPermitted(Permission.OPERATE)


def close_feedback(actor: Actor, key: UUID) -> Feedback:
    """Set aside what was dealt with. Raises ``NotPermitted`` and ``Feedback.DoesNotExist``."""
    require_operation(actor)
    with as_system(SystemRole.PORTAL):
        found = Feedback.objects.get(key=key)
    if found.done_by_id is None:
        with entry(actor, "portal.feedback_done") as e:
            e.refer(feedback=found.pk)
            with as_system(SystemRole.PORTAL):
                Feedback.objects.filter(pk=found.pk, done_by=None).update(done_by=e.action_id)
    return found


def forget_feedback(turn: Turn) -> int:
    """Delete what is older than half a year, dealt with or not; returns how much."""
    if turn.stopping:
        return 0
    return Feedback.objects.filter(arrived_on__lt=today() - LASTS).delete()[0]
