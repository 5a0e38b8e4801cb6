"""Preparing a pilot, opening it by a second person, changing what it asks, closing it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.evaluation.models import Edition, Pilot, Place
from augenmass.evaluation.queries.pilots import SERVES, visible_pilots
from augenmass.evaluation.rights import require_evaluation
from augenmass.evaluation.sheet_keys import new_key
from augenmass.law.quarters import Quarter, through
from augenmass.record.ledger import Entry, entry
from augenmass.record.once import once
from augenmass.work.refusal import NotDone

SMALLEST, GREATEST = 5, 50
"""Bounds of the smallest number that is shown."""
MOST_QUARTERS, MOST_PLACES = 20, 100
_KEY = re.compile(r"\d{8}")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pilot is: name, first and last quarter, what it asks, the smallest number that is shown."""

    name: str
    first: Quarter
    last: Quarter
    questions: str
    smallest: int = SMALLEST


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A municipality with its service; ``body_key`` is "" where the service does not run this installation."""

    municipality: str
    name: str
    service: str
    body_key: str = ""


@contextmanager
def changing(actor: Actor, kind: str, key: UUID, seen: int) -> Iterator[tuple[Entry, Pilot]]:
    """Lock a pilot whose newest version was read, for one action. Raises ``NotDone``, ``NotPermitted``, ``Pilot.DoesNotExist``."""
    require_evaluation(actor)
    with entry(actor, kind) as e:
        pilot = visible_pilots(actor).select_for_update().get(key=key)
        if pilot.version != seen:
            raise NotDone(
                _(
                    "Diese Erprobung wurde inzwischen geändert. Was Sie geschrieben haben, steht noch hier. Bitte öffnen Sie die Erprobung in einem zweiten Fenster und vergleichen Sie."
                )
            )
        pilot.version += 1
        Pilot.objects.filter(pk=pilot.pk).update(version=pilot.version)
        e.refer(pilot=pilot.pk)
        yield e, pilot


def _check(plan: Plan) -> None:
    if not plan.name.strip() or not plan.questions.strip():
        raise NotDone(_("Eine Erprobung braucht einen Namen und mindestens eine Frage, die sie beantworten soll."))
    if plan.last < plan.first:
        raise NotDone(_("Das letzte Vierteljahr liegt vor dem ersten."))
    if len(list(through(plan.first, plan.last))) > MOST_QUARTERS:
        raise NotDone(_("Eine Erprobung dauert höchstens fünf Jahre."))
    if not SMALLEST <= plan.smallest <= GREATEST:
        raise NotDone(
            _("Die kleinste gezeigte Zahl liegt zwischen %(least)s und %(most)s.")
            % {"least": SMALLEST, "most": GREATEST}
        )


def _columns(plan: Plan) -> dict[str, object]:
    return {
        "name": plan.name.strip()[:200],
        "first_year": plan.first.year,
        "first_quarter": plan.first.number,
        "last_year": plan.last.year,
        "last_quarter": plan.last.number,
        "questions": plan.questions.strip()[:4000],
        "smallest": plan.smallest,
    }


def prepare_pilot(actor: Actor, key: UUID, plan: Plan) -> Pilot:
    """Prepare a pilot; ``key`` comes from the form. Raises ``NotDone``, ``NotPermitted``."""
    require_evaluation(actor)
    _check(plan)

    def make() -> Pilot:
        with entry(actor, "pilot.prepared") as e:
            made = Pilot.objects.create(key=key, body=actor.body, prepared_by=actor.account, **_columns(plan))
            e.refer(pilot=made.pk)
        return made

    return once(visible_pilots(actor).filter(key=key).first, make)


def change_plan(actor: Actor, key: UUID, seen: int, plan: Plan) -> None:
    """Change a pilot that is not open yet. Raises ``NotDone``, ``NotPermitted``."""
    _check(plan)
    with changing(actor, "pilot.changed", key, seen) as (_e, pilot):
        _require_draft(pilot)
        Pilot.objects.filter(pk=pilot.pk).update(**_columns(plan))


def add_place(actor: Actor, key: UUID, seen: int, asked: NewPlace) -> Place:
    """Add a place to a pilot that is not open yet. Raises ``NotDone``, ``NotPermitted``."""
    if not _KEY.fullmatch(asked.municipality):
        raise NotDone(_("Der amtliche Gemeindeschlüssel hat acht Ziffern, zum Beispiel 15003000."))
    if not asked.name.strip():
        raise NotDone(_("Bitte nennen Sie den Ort."))
    with changing(actor, "pilot.place_added", key, seen) as (e, pilot):
        _require_draft(pilot)
        held = list(pilot.places.all())
        if len(held) >= MOST_PLACES:
            raise NotDone(_("Eine Erprobung hat höchstens hundert Orte."))
        if any(place.municipality == asked.municipality for place in held):
            raise NotDone(
                _("Dieser Ort gehört schon zur Erprobung. Mehrere Beratungsstellen eines Ortes zählen zusammen.")
            )
        body = _service(asked.body_key, held)
        made = Place.objects.create(
            pilot=pilot,
            number=max((place.number for place in held), default=0) + 1,
            municipality=asked.municipality,
            name=asked.name.strip()[:120],
            service=body.name if body is not None else asked.service.strip()[:200],
            body=body,
        )
        e.refer(place=made.pk)
    return made


def _service(body_key: str, held: list[Place]) -> Body | None:
    if not body_key:
        return None
    found = Body.objects.filter(key=body_key, kind__in=SERVES, dissolved_on=None).first()
    if found is None:
        raise NotDone(_("Diese Beratungsstelle gibt es hier nicht. Bitte wählen Sie eine aus der Liste."))
    if any(place.body_id == found.pk for place in held):
        raise NotDone(_("Diese Beratungsstelle steht schon bei einem anderen Ort."))
    return found


def remove_place(actor: Actor, key: UUID, seen: int, place: UUID) -> None:
    """Take a place out of a pilot that is not open yet. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "pilot.place_removed", key, seen) as (e, pilot):
        _require_draft(pilot)
        found = pilot.places.filter(key=place).first()
        if found is None:
            raise NotDone(_("Dieser Ort gehört nicht mehr zur Erprobung."))
        e.refer(place=found.pk)
        found.delete()


def open_pilot(actor: Actor, key: UUID, seen: int) -> None:
    """Open a pilot that somebody else prepared: from now on places and time are fixed. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "pilot.opened", key, seen) as (e, pilot):
        _require_draft(pilot)
        if pilot.prepared_by_id == actor.account_id:
            raise NotDone(_("Eine Erprobung, die Sie vorbereitet haben, muss eine andere Person eröffnen."))
        if not pilot.places.exists():
            raise NotDone(_("Eine Erprobung braucht mindestens einen Ort."))
        Pilot.objects.filter(pk=pilot.pk).update(
            state=Pilot.State.OPEN, opened_by=actor.account, opened_at=e.book.at, sheet_key=new_key()
        )
        _edition(e, actor, pilot, pilot.questions, pilot.smallest, "")


def _edition(e: Entry, actor: Actor, pilot: Pilot, questions: str, smallest: int, reason: str) -> None:
    Edition.objects.create(
        pilot=pilot,
        number=pilot.editions.count() + 1,
        questions=questions,
        smallest=smallest,
        reason=reason,
        by=actor.account,
        at=e.book.at,
    )


def amend_pilot(actor: Actor, key: UUID, seen: int, questions: str, smallest: int, reason: str) -> None:
    """Change what a running pilot asks, or raise its smallest number, as a new edition with its reason. Raises ``NotDone``, ``NotPermitted``."""
    if not reason.strip() or not questions.strip():
        raise NotDone(_("Eine neue Fassung braucht die Fragen und den Grund, aus dem sie sich ändern."))
    with changing(actor, "pilot.amended", key, seen) as (e, pilot):
        _require_open(pilot)
        if not pilot.smallest <= smallest <= GREATEST:
            raise NotDone(
                _(
                    "Die kleinste gezeigte Zahl kann während der Erprobung nur steigen: von %(least)s bis höchstens %(most)s."
                )
                % {"least": pilot.smallest, "most": GREATEST}
            )
        Pilot.objects.filter(pk=pilot.pk).update(questions=questions.strip()[:4000], smallest=smallest)
        _edition(e, actor, pilot, questions.strip()[:4000], smallest, reason.strip()[:500])


def close_pilot(actor: Actor, key: UUID, seen: int) -> None:
    """Close a pilot: nothing is counted and delivered any more; its reports stay. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "pilot.closed", key, seen) as (e, pilot):
        _require_open(pilot)
        if not pilot.reports.filter(compares=True).exists():
            raise NotDone(
                _("Bitte erstellen Sie zuerst den Bericht über die ganze Zeit. Danach kann die Erprobung enden.")
            )
        Pilot.objects.filter(pk=pilot.pk).update(state=Pilot.State.CLOSED, closed_at=e.book.at)


def _require_draft(pilot: Pilot) -> None:
    if pilot.state != Pilot.State.DRAFT:
        raise NotDone(_("Die Erprobung ist eröffnet. Ihre Orte und ihre Zeit ändern sich nicht mehr."))


def _require_open(pilot: Pilot) -> None:
    if pilot.state != Pilot.State.OPEN:
        raise NotDone(_("Das geht nur, solange die Erprobung läuft."))
