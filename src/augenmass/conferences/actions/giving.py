"""Telling others something in a conference: an item with its basis, its change by versions, and a new basis."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.visible import worked_by
from augenmass.conferences.actions.basing import Grounds, NotBased, based, receivers_of, release
from augenmass.conferences.actions.changing import (
    Change,
    changing,
    minutes_changed,
    reading_seat,
    require_part,
)
from augenmass.conferences.models import Conference, Item, Measure, Participant, Point, Release, Revision
from augenmass.conferences.queries.items import visible_items
from augenmass.conferences.queries.seats import UNDER_WAY
from augenmass.conferences.rules.basis import NO_DATA, SECRET, Found, regime_for
from augenmass.conferences.words import REASONS
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.law.transmission.classes import ANY_PURPOSE, DATA_CLASSES
from augenmass.record.ledger import Entry
from augenmass.record.once import once
from augenmass.transmissions.rules.classes import party_kind
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

Kind = Item.Kind
LONGEST = 4000
FARTHEST_DUE = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class NewItem:
    """What is said. ``key`` comes from the form: it is said once. ``due``: of a measure; ``about``: the decision that is dissented from."""

    key: UUID
    kind: str
    text: str
    nature: str
    data_class: str
    purpose: str
    point: UUID | None = None
    reason: str = ""
    about: UUID | None = None
    due: date | None = None


class Overtaken(NotDone):
    """Somebody else saved another text meanwhile: ``text`` and ``version`` are what stands there now."""

    def __init__(self, text: str, version: int) -> None:
        super().__init__(
            _("Jemand anderes hat den Text inzwischen geändert. Unten stehen beide Fassungen; Ihre ist nicht verloren.")
        )
        self.text = text
        self.version = version


def give_item(actor: Actor, conference: UUID, said: NewItem, grounds: Grounds) -> Item:
    """Tell others something. Nothing is saved unless every receiver has a basis.

    Raises ``NotBased`` with what is left to answer, ``NotDone``, ``NotPermitted``, ``Conference.DoesNotExist``.
    """
    require_part(actor)
    _check(actor, said)
    case_id = _case_of_task(actor, conference, said)

    def make() -> Item:
        with changing(actor, "conference.item_given", conference, UNDER_WAY, case_id=case_id) as change:
            seat = reading_seat(change)
            receivers = receivers_of(change.conference, seat, grounds.receivers)
            bases = _bases(seat, receivers, said, grounds)
            made = _write(actor, change, seat, said)
            release(change.entry, made, bases, receivers, grounds.told)
            if said.kind == Kind.MEASURE:
                _follow(change.entry, made, seat, said)
            minutes_changed(change)
            change.entry.refer(item=made.pk, receivers=[found.pk for found in receivers])
        return made

    return once(lambda: visible_items(actor).filter(key=said.key, conference__key=conference).first(), make)


def change_item(actor: Actor, item: UUID, seen: int, revision: UUID, text: str) -> Item:
    """Save another text of an item whose version was read. The same change again is done once.

    Raises ``Overtaken`` with what stands there, ``NotDone``, ``NotPermitted``, ``Item.DoesNotExist`` for who does not read it.
    """
    require_part(actor)
    found = visible_items(actor).select_related("conference", "giver").get(key=item)
    if not may_change(actor, found):
        raise NotPermitted(Permission.CONFERENCES)
    _check_text(actor, found.kind, found.data_class, text)

    def make() -> Revision:
        with changing(actor, "conference.item_changed", found.conference.key, UNDER_WAY) as change:
            _still_reads(actor, change, found)
            at = change.entry.book.at
            now_there = Item.objects.filter(pk=found.pk, version=seen)
            if not now_there.update(version=seen + 1, text=text.strip(), changed_at=at):
                held = Item.objects.get(pk=found.pk)
                raise Overtaken(held.text, held.version)
            made = Revision.objects.create(
                key=revision, item=found, version=seen + 1, text=text.strip(), author=actor.account, at=at
            )
            minutes_changed(change)
            change.entry.refer(item=found.pk, version=seen + 1)
        return made

    once(lambda: Revision.objects.filter(key=revision, item=found).first(), make)
    found.refresh_from_db()
    return found


def base_anew(actor: Actor, item: UUID, grounds: Grounds) -> Item:
    """Release an item anew, to these receivers and nobody else: after the lead changed, or to somebody who joined. To none: only its giver reads it.

    Raises ``NotBased``, ``NotDone``, ``NotPermitted`` for anybody but its giver, ``Item.DoesNotExist``.
    """
    require_part(actor)
    found = visible_items(actor).select_related("conference").get(key=item)
    with changing(actor, "conference.item_based", found.conference.key, UNDER_WAY) as change:
        seat = reading_seat(change)
        if found.giver_id != seat.pk:
            raise NotPermitted(Permission.CONFERENCES)
        found.conference = change.conference
        receivers = receivers_of(change.conference, seat, grounds.receivers) if grounds.receivers else []
        bases = _bases(seat, receivers, found, grounds)
        Release.objects.filter(item=found, ended_at=None).update(ended_at=change.entry.book.at)
        release(change.entry, found, bases, receivers, grounds.told)
        minutes_changed(change)
        change.entry.refer(item=found.pk, receivers=[one.pk for one in receivers])
    return found


def may_change(actor: Actor, found: Item) -> bool:
    """Whether an actor who reads an item may put it into other words."""
    own = found.giver_account_id == actor.account_id and found.giver_body_id == actor.body_id
    # What says something of a person was released on its giver's basis; others' words would reach the receivers on it.
    return own or (found.kind == Kind.DECISION and found.data_class == NO_DATA)


def _still_reads(actor: Actor, change: Change, found: Item) -> None:
    """Between reading and saving the seat can end, or the lead change. Raises ``Item.DoesNotExist``."""
    reading_seat(change)
    if not visible_items(actor).filter(pk=found.pk).exists():
        raise Item.DoesNotExist


def _bases(
    giver: Participant, receivers: list[Participant], said: NewItem | Item, grounds: Grounds
) -> dict[int, Found]:
    try:
        return based(giver, receivers, _asked_class(said.kind, said.data_class), said.purpose, grounds)
    except NotBased as lacking:
        if said.kind != Kind.NOT_SHARED or lacking.questions or lacking.candidates:
            raise
        raise NotDone(
            _(
                "Auch dass es geheime Angaben gibt, ist geheim (§ 97a AufenthG). Bitte nehmen Sie die Empfänger heraus, die es nicht erfahren dürfen."
            )
        ) from lacking


def _asked_class(kind: str, data_class: str) -> str:
    """What the matrix is asked about: that something is not shared says nothing of the person; but that there is a secret does (AufenthG § 97a)."""
    return NO_DATA if kind == Kind.NOT_SHARED and data_class != SECRET else data_class


def _write(actor: Actor, change: Change, seat: Participant, said: NewItem) -> Item:
    at = change.entry.book.at
    made = Item.objects.create(
        key=said.key,
        conference=change.conference,
        point=_point(change.conference, said.point),
        kind=said.kind,
        giver=seat,
        giver_account=actor.account,
        giver_body=actor.body,
        text=said.text.strip(),
        nature=said.nature,
        data_class=said.data_class,
        purpose=said.purpose,
        regime=regime_for(party_kind(actor.body.kind), said.purpose).value,
        reason=said.reason,
        about=_decision(actor, change.conference, said),
        made_at=at,
        changed_at=at,
    )
    Revision.objects.create(item=made, version=1, text=made.text, author=actor.account, at=at)
    return made


def _point(conference: Conference, key: UUID | None) -> Point | None:
    if key is None:
        return None
    found = Point.objects.filter(conference=conference, key=key).first()
    if found is None:
        raise NotDone(_("Diesen Punkt gibt es auf der Tagesordnung nicht. Bitte laden Sie die Seite neu."))
    return found


def _decision(actor: Actor, conference: Conference, said: NewItem) -> Item | None:
    if said.kind != Kind.DISSENT:
        return None
    decisions = visible_items(actor).filter(conference=conference, kind=Kind.DECISION)
    found = decisions.filter(key=said.about).first() if said.about is not None else None
    if found is None:
        raise NotDone(_("Bitte wählen Sie die Entscheidung, der Sie nicht zustimmen."))
    return found


def _case_of_task(actor: Actor, conference: UUID, said: NewItem) -> int | None:
    """The case whose worklist gets the measure: that of the point, where the owner's body works it."""
    if said.kind != Kind.MEASURE or said.point is None or not actor.may(Permission.TAKE_STEPS):
        return None
    points = Point.objects.filter(conference__key=conference, key=said.point, case__in=worked_by(actor))
    return points.values_list("case_id", flat=True).first()


def _follow(e: Entry, item: Item, seat: Participant, said: NewItem) -> None:
    assert said.due is not None
    made = Measure.objects.create(item=item, owner=seat, due=said.due)
    if e.case is not None:
        made.task = open_task(
            e,
            kind=Task.Kind.TASK,
            title=_("Maßnahme aus einer Fallkonferenz"),
            due=said.due,
            assignee_id=seat.account_id,
            about=f"conference_item:{item.key}",
        )
        made.save(update_fields=["task"])


def _check(actor: Actor, said: NewItem) -> None:
    if said.kind not in Kind.values or said.nature not in Item.Nature.values:
        raise NotDone(_("Bitte wählen Sie die Art der Angabe und ob sie Tatsache oder Einschätzung ist."))
    if said.data_class != NO_DATA and said.data_class not in DATA_CLASSES:
        raise NotDone(_("Bitte wählen Sie die Datenart aus der Liste."))
    if said.purpose not in ANY_PURPOSE:
        raise NotDone(_("Bitte wählen Sie den Zweck aus der Liste."))
    if said.kind == Kind.NOT_SHARED and said.reason not in REASONS:
        raise NotDone(_("Bitte wählen Sie, warum Sie die Angabe nicht mitteilen."))
    if said.kind == Kind.MEASURE and (said.due is None or not today() <= said.due <= today() + FARTHEST_DUE):
        raise NotDone(_("Bitte nennen Sie den Tag, bis zu dem Sie die Maßnahme erledigen: heute oder einen späteren."))
    _check_text(actor, said.kind, said.data_class, said.text)


def _check_text(actor: Actor, kind: str, data_class: str, text: str) -> None:
    if not text.strip() and kind != Kind.NOT_SHARED:
        raise NotDone(_("Bitte schreiben Sie, was Sie mitteilen."))
    if len(text) > LONGEST:
        raise NotDone(_("Der Text ist zu lang. Bitte kürzen Sie ihn auf höchstens 4.000 Zeichen."))
    if data_class == NO_DATA or kind == Kind.NOT_SHARED:
        refuse_person(actor, text)
