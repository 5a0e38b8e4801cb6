"""Ends of a conference that nobody closes: cancelled by who leads or asked for it, lapsed where it never sat, closed by itself where it sat and was forgotten."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import SystemRole, as_system
from augenmass.conferences.actions.changing import changing
from augenmass.conferences.actions.inviting import call_off
from augenmass.conferences.models import AdviserLink, Conference, Measure, Participant
from augenmass.conferences.queries.seats import lead_of, leads
from augenmass.directory.land import profile
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, now, today
from augenmass.record.ledger import Entry, System, entry
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.once import AlreadyDone
from augenmass.work.refusal import NotDone

State = Conference.State
BEFORE_IT_SITS = (State.REQUESTED, State.ACCEPTED)
LAPSES_AFTER, LAPSES_OF_LAND = 60, "conference_lapses_after_days"
"""So many days after the request, or after the day of a meeting that was never opened, where the Land rules nothing else."""
MOST_DAYS: Final = 365
NOT_CLOSED = (State.MEETING, State.MINUTES)
CLOSES_AFTER = timedelta(days=365)
"""So long after its day a meeting that nobody closed is closed, so that the rule of deletion reaches it; what is still followed up waits as long after that."""


def cancel_conference(actor: Actor, key: UUID, reason: str) -> Conference:
    """Cancel a conference before it sits: who leads, and while it is only requested who asked for it.

    Whoever was invited is told. Raises ``NotDone``, ``NotPermitted``, ``Conference.DoesNotExist``.
    """
    if not reason.strip() or len(reason) > 1000:
        raise NotDone(_("Bitte schreiben Sie in einem Satz, warum die Konferenz nicht stattfindet."))
    refuse_person(actor, reason)
    with changing(actor, "conference.cancelled", key, BEFORE_IT_SITS) as change:
        found = change.conference
        asked = found.state == State.REQUESTED and found.body_id == actor.body_id and change.seat is not None
        if not asked and not leads(actor, found):
            raise NotPermitted(Permission.CONFERENCES)
        _end(change.entry, found, reason.strip())
    return found


def end_forgotten() -> Iterator[int]:
    """End what was requested or admitted and never took place; yields the id of each. For the worker."""
    for found in Conference.objects.filter(state__in=BEFORE_IT_SITS).order_by("pk"):
        if _lapses_on(found) >= today():
            continue
        # Where it was opened, moved or cancelled meanwhile, the empty action is taken back.
        with suppress(AlreadyDone):
            _lapse(found.pk)
            yield found.pk


def close_forgotten() -> Iterator[int]:
    """Close what sat and was never closed, a year after its day; yields the id of each. For the worker."""
    for pk in _left_open().order_by("pk").values_list("pk", flat=True):
        with suppress(AlreadyDone):
            _close(pk)
            yield pk


def _left_open() -> "QuerySet[Conference]":
    long_over = today() - CLOSES_AFTER
    open_yet = Measure.objects.filter(done_at=None, dropped_at=None, due__gte=long_over)
    over = Conference.objects.filter(state__in=NOT_CLOSED, begins_at__lt=now() - CLOSES_AFTER)
    return over.exclude(review_on__gte=today()).exclude(pk__in=open_yet.values("item__conference"))


def _close(pk: int) -> None:
    with as_system(SystemRole.CONFERENCE), entry(System(), "conference.closed_by_itself") as e:
        fresh = _left_open().select_for_update().filter(pk=pk).first()
        if fresh is None:
            raise AlreadyDone
        fresh.state, fresh.closed_on = State.CLOSED, day_of(e.book.at)
        fresh.save(update_fields=["state", "closed_on"])
        _end_promises(e, fresh)
        e.refer(conference=fresh.pk)


def _lapse(pk: int) -> None:
    with as_system(SystemRole.CONFERENCE), entry(System(), "conference.lapsed") as e:
        fresh = Conference.objects.select_for_update().get(pk=pk)
        if fresh.state not in BEFORE_IT_SITS or _lapses_on(fresh) >= today():
            raise AlreadyDone
        _end(e, fresh, "")
        e.refer(conference=fresh.pk)


def _lapses_on(found: Conference) -> date:
    """The last day on which it can still take place."""
    begun = day_of(found.begins_at or found.requested_at)
    ruled = profile(lead_of(found).body.land).parameter(LAPSES_OF_LAND, today())
    days = LAPSES_AFTER
    if ruled is not None and ruled.verified:
        days = min(int(ruled.value), MOST_DAYS)
    return begun + timedelta(days=days)


def _end(e: Entry, found: Conference, why: str) -> None:
    # What lapsed is long over: whoever was invited need not be told that it does not take place.
    invited = found.state == State.ACCEPTED and bool(why)
    found.state, found.decision, found.closed_on = State.CANCELLED, why, day_of(e.book.at)
    found.save(update_fields=["state", "decision", "closed_on"])
    seats = Participant.objects.filter(conference=found, ended_at=None)
    if invited:
        for seat in seats:
            if seat.kind == Participant.Kind.OFFICER or seat.links.exists():
                call_off(e, seat.email)
    AdviserLink.objects.filter(participant__in=seats, used_at=None).update(used_at=e.book.at)
    _end_promises(e, found)


def _end_promises(e: Entry, found: Conference) -> None:
    # What somebody has in the list of their own case stays there until they tick it off.
    promised = Measure.objects.filter(item__conference=found, done_at=None, dropped_at=None, task=None)
    promised.update(dropped_at=e.book.at)
