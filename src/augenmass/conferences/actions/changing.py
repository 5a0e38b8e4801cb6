"""What every change of a conference begins with: the right, the seat, the lock on the conference, and minutes that hold no more."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import SystemRole, as_system
from augenmass.conferences.models import Conference, Minutes, Participant
from augenmass.conferences.queries.seats import leads, may_decide, may_take_part, seat_in
from augenmass.directory.roles import Permission
from augenmass.record.ledger import Entry, entry
from augenmass.work.refusal import NotDone

State = Conference.State


@dataclass(frozen=True, slots=True)
class Change:
    """A change under way: the action, the locked conference, and the actor's seat in it (None for a gatekeeper without one)."""

    entry: Entry
    conference: Conference
    seat: Participant | None

    @property
    def own_seat(self) -> Participant:
        """The seat. Raises ``NotPermitted`` for somebody who has none."""
        if self.seat is None:
            raise NotPermitted(Permission.CONFERENCES)
        return self.seat


@contextmanager
def changing(
    actor: Actor,
    kind: str,
    key: UUID,
    states: Collection[State],
    *,
    as_lead: bool = False,
    as_gatekeeper: bool = False,
    case_id: int | None = None,
) -> Iterator[Change]:
    """One action on a conference that is locked. ``case_id``: a case of the actor's body that gets or loses a task by it.

    Raises ``NotPermitted``, ``Conference.DoesNotExist`` for who is no participant's body, ``NotDone`` where it is in another state.
    """
    require_part(actor)
    # What is written concerns other bodies; the actor's right is asked here, before the program writes in its own name.
    with as_system(SystemRole.CONFERENCE), entry(actor, kind, case_id) as e:
        # The row is locked without a join: another body's line in ``reaches`` would wait for the same lock.
        reached = Conference.objects.filter(reaches__body=actor.body_id).values("pk")
        found = Conference.objects.select_for_update().get(key=key, pk__in=reached)
        if as_lead and not leads(actor, found):
            raise NotPermitted(Permission.CONFERENCES)
        if as_gatekeeper and not may_decide(actor, found):
            raise NotPermitted(Permission.CONFERENCES)
        if found.state not in states:
            raise NotDone(
                _("Die Konferenz hat inzwischen einen anderen Stand: %(state)s. Bitte laden Sie die Seite neu.")
                % {"state": found.get_state_display()}
            )
        e.refer(conference=found.pk)
        yield Change(e, found, seat_in(actor, found))


def require_part(actor: Actor) -> None:
    """Raise ``NotPermitted`` for somebody whose role takes no part in conferences, and for programs."""
    actor.require(Permission.CONFERENCES)
    actor.require_writing()
    if not may_take_part(actor):
        raise NotPermitted(Permission.CONFERENCES)


def reading_seat(change: Change) -> Participant:
    """The actor's seat, from which they read and tell. Raises ``NotPermitted``, ``NotDone`` before the statement was accepted."""
    seat = change.own_seat
    if seat.accepted_at is None:
        raise NotDone(_("Bitte bestätigen Sie zuerst die Erklärung zur Vertraulichkeit."))
    return seat


def minutes_changed(change: Change) -> None:
    """Replace the edition that holds: what was approved is no longer what stands there."""
    held = Minutes.objects.filter(conference=change.conference, replaced_at=None)
    held.update(replaced_at=change.entry.book.at)
