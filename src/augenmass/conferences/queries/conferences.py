"""Lists of conferences, one conference as a participant sees it, and measures that an actor promised."""

from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import visible_to
from augenmass.conferences.models import Approval, Conference, Item, Lead, Measure, Minutes, Participant, Point, Release
from augenmass.conferences.queries.items import visible_items
from augenmass.conferences.queries.seats import UNDER_WAY, lead_of, leads, may_decide, seat_in, visible_conferences
from augenmass.directory.roles import Permission
from augenmass.work.queries.paging import Page, page_of

State = Conference.State
VIEWS = {
    "open": UNDER_WAY,
    "waiting": (State.REQUESTED,),
    "done": (State.CLOSED, State.RETURNED, State.CANCELLED),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A conference with what the actor may know of it, and what they may do."""

    conference: Conference
    lead: Lead
    seat: Participant | None
    participants: tuple[Participant, ...]
    points: tuple[Point, ...]
    cases: frozenset[int]
    """Cases of the agenda that the actor reads anyway; the others are not named to them."""
    minutes: Minutes | None
    approvals: tuple[Approval, ...]
    leads: bool
    decides: bool

    @property
    def reads(self) -> bool:
        """Whether the actor accepted the statement and sits there."""
        return self.seat is not None and self.seat.accepted_at is not None

    @property
    def standing(self) -> tuple[Participant, ...]:
        """Seats that have not ended."""
        return tuple(seat for seat in self.participants if seat.ended_at is None)


def conferences(actor: Actor, view: str, page: int = 1) -> Page[Conference]:
    """The conferences of a view, the next meeting first."""
    found = visible_conferences(actor).filter(state__in=VIEWS[view]).select_related("body")
    return page_of(found.order_by("begins_at", "-requested_at", "-pk"), page)


def counts(actor: Actor) -> dict[str, int]:
    """How many conferences stand in each view."""
    states = list(visible_conferences(actor).order_by().values_list("state", flat=True))
    return {view: sum(state in held for state in states) for view, held in VIEWS.items()}


def one_conference(actor: Actor, key: UUID) -> Shown:
    """A conference. Raises ``Conference.DoesNotExist`` for whose body takes no part."""
    found = visible_conferences(actor).select_related("body", "requested_by").get(key=key)
    minutes = Minutes.objects.filter(conference=found, replaced_at=None).select_related("made_by").first()
    points = tuple(Point.objects.filter(conference=found))
    ids = [point.case_id for point in points if point.case_id is not None]
    reads_cases = bool(ids) and actor.may(Permission.READ_CASES)
    seat, led = seat_in(actor, found), leads(actor, found)
    return Shown(
        found,
        lead_of(found),
        seat,
        tuple(Participant.objects.filter(conference=found).select_related("body")),
        points,
        frozenset(visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True)) if reads_cases else frozenset(),
        minutes,
        _approvals(minutes, seat, led),
        led,
        found.state == State.REQUESTED and may_decide(actor, found),
    )


def _approvals(minutes: Minutes | None, seat: Participant | None, led: bool) -> tuple[Approval, ...]:
    """What was said of an edition. An objection speaks of a part that others do not read: its words go to the lead alone."""
    said = tuple(minutes.approvals.select_related("participant")) if minutes is not None else ()
    for one in said:
        if not led and (seat is None or one.participant_id != seat.pk):
            one.objection = ""
    return said


def may_seat(shown: Shown) -> bool:
    """Whether the actor can invite somebody: whoever leads, and while it is only requested who asked for it."""
    if shown.conference.state == State.REQUESTED:
        return _asked_or_leads(shown)
    return shown.leads and shown.conference.state in UNDER_WAY


def may_cancel(shown: Shown) -> bool:
    """Whether the actor can cancel it: whoever leads before it sits, and while it is only requested who asked for it."""
    found = shown.conference
    if found.state == State.REQUESTED:
        return _asked_or_leads(shown)
    return shown.leads and found.state == State.ACCEPTED


def _asked_or_leads(shown: Shown) -> bool:
    return shown.leads or (shown.seat is not None and shown.seat.body_id == shown.conference.body_id)


def items_shown(actor: Actor, conference: Conference) -> list[Item]:
    """The items of a conference that the actor reads, with what their lines show."""
    found = visible_items(actor).filter(conference=conference.pk)
    # A few bodies and points stand behind some hundred items: each is read and built once.
    with_words = found.select_related("about", "measure__owner").prefetch_related("giver_body", "point")
    rows = list(with_words.prefetch_related(_standing(actor, conference)))
    read = {row.pk for row in rows}
    for row in rows:
        if row.about_id not in read:
            row.about = None
    return rows


def _standing(actor: Actor, conference: Conference) -> "Prefetch[str, QuerySet[Release], str]":
    """The releases that hold, as far as the actor may know of them."""
    # Whoever reads an item learns on what basis they do, not on what basis others do; its giver sees all of them.
    to_reader = Q(account=actor.account_id, body=actor.body_id)
    by_reader = Q(giver_account=actor.account_id, giver_body=actor.body_id)
    held = Release.objects.filter(to_reader | by_reader, ended_at=None, turn=conference.turn)
    return Prefetch("releases", held.prefetch_related("participant").defer("told"), to_attr="standing")


def one_item(actor: Actor, key: UUID) -> Item:
    """An item that the actor reads. Writes an access line. Raises ``Item.DoesNotExist``."""
    related = ("conference", "giver_body", "giver", "point", "about", "measure__owner")
    found = visible_items(actor).select_related(*related).get(key=key)
    prefetch_related_objects([found], _standing(actor, found.conference))
    if found.about_id is not None and not visible_items(actor).filter(pk=found.about_id).exists():
        found.about = None
    note_reading(actor, found.conference, 1)
    return found


def state_of_items(actor: Actor, conference: Conference) -> str:
    """What stands there, as a short mark that changes with every change that the actor can see. Two numbers of each row are read."""
    rows = visible_items(actor).filter(conference=conference.pk)
    lines = rows.order_by("pk").values_list("pk", "version", "measure__done_at", "measure__dropped_at")
    return digest_of([conference.state, conference.turn, *lines])


def digest_of(lines: list[object]) -> str:
    """A short mark of some values."""
    return sha256(repr(lines).encode()).hexdigest()[:16]


def note_reading(actor: Actor, conference: Conference, rows: int) -> None:
    """Note in the access log that the items of a conference were read."""
    log.read(actor, "conference", categories=["conference"], rows=rows, reason=str(conference.key))


def list_measures(actor: Actor) -> list[Measure]:
    """The open measures that the actor promised. Writes an access line where there are any."""
    found = list(own_measures(actor))
    if found:
        log.read(actor, "conference_measures", categories=["conference"], rows=len(found))
    return found


def own_measures(actor: Actor) -> QuerySet[Measure]:
    """Open measures that the actor promised, the next day first."""
    held = Measure.objects.filter(done_at=None, dropped_at=None, item__in=visible_items(actor))
    held = held.filter(item__conference__state__in=UNDER_WAY)
    own = held.filter(owner__account=actor.account_id, owner__body=actor.body_id, owner__ended_at=None)
    return own.select_related("item__conference").order_by("due", "pk")
