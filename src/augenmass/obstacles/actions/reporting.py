"""Reporting an obstacle, joining it, saying that it is over, changing what was written, watching it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted
from augenmass.cases.words import fold
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.law.vocabulary.countries import STATES
from augenmass.obstacles.models import Concern, Obstacle, Watch
from augenmass.obstacles.queries import may_change, visible_obstacles
from augenmass.obstacles.rules import day_fits, rounded
from augenmass.record.ledger import entry
from augenmass.record.once import once
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.refusal import NotDone

MOST_CASES = 100_000
_CODES = frozenset(state.key for state in STATES)


@dataclass(frozen=True, slots=True)
class Report:
    """What is written of an obstacle. ``key`` comes from the form: it is reported once."""

    key: UUID
    title: str
    text: str
    since: date
    kind: str
    state: str = ""
    concerned: str = ""
    cases: int | None = None


def report_obstacle(actor: Actor, said: Report) -> Obstacle:
    """Report an obstacle; the reporting body is the first that meets it, and the person watches it. Raises ``NotDone``, ``NotPermitted``."""
    actor.require(Permission.REPORT_OBSTACLES)
    _check(actor, said)

    def make() -> Obstacle:
        with entry(actor, "obstacle.reported") as e:
            made = Obstacle.objects.create(
                key=said.key,
                body=actor.body,
                reported_by=actor.account,
                reported_at=e.book.at,
                since=said.since,
                **_written(said),
            )
            Concern.objects.create(
                obstacle=made, body=actor.body, cases=_cases(said.cases), joined_by=actor.account, joined_at=e.book.at
            )
            Watch.objects.create(obstacle=made, account=actor.account)
            e.refer(obstacle=made.pk)
        return made

    return once(lambda: Obstacle.objects.filter(key=said.key, body=actor.body_id).first(), make)


def change_obstacle(actor: Actor, key: UUID, seen: int, said: Report) -> Obstacle:
    """Write an obstacle anew: by the body that reported it, or by who answers. What stood there is gone: it may have named somebody.

    Raises ``NotDone``, ``NotPermitted``, ``Obstacle.DoesNotExist``.
    """
    actor.require_writing()
    found = visible_obstacles(actor).get(key=key)
    if not may_change(actor, found):
        raise NotPermitted(Permission.REPORT_OBSTACLES)
    _check(actor, said)
    with entry(actor, "obstacle.changed") as e:
        advance(found, seen, since=said.since, **_written(said))
        e.refer(obstacle=found.pk)
    found.refresh_from_db()
    return found


def join_obstacle(actor: Actor, key: UUID, cases: int | None) -> Concern:
    """Say that one's own body meets an obstacle too, or with another number, or again. Raises ``NotDone``, ``NotPermitted``."""
    actor.require(Permission.REPORT_OBSTACLES)
    _check_cases(cases)
    found = visible_obstacles(actor).get(key=key)
    with entry(actor, "obstacle.joined") as e:
        said = {"cases": _cases(cases), "over_on": None}
        first = {**said, "joined_by": actor.account, "joined_at": e.book.at}
        joined, _made = Concern.objects.update_or_create(
            obstacle=found, body=actor.body, defaults=said, create_defaults=first
        )
        Watch.objects.get_or_create(obstacle=found, account=actor.account)
        e.refer(obstacle=found.pk)
    return joined


def end_concern(actor: Actor, key: UUID, on: date) -> Concern:
    """Say that one's own body no longer meets an obstacle. Raises ``NotDone``, ``NotPermitted``, ``Concern.DoesNotExist``."""
    actor.require(Permission.REPORT_OBSTACLES)
    held = Concern.objects.select_related("obstacle").get(
        obstacle__in=visible_obstacles(actor).filter(key=key), body=actor.body_id
    )
    if not held.obstacle.since <= on <= today():
        raise NotDone(_("Der Tag liegt vor dem Beginn des Hemmnisses oder in der Zukunft."))
    with entry(actor, "obstacle.over") as e:
        Concern.objects.filter(pk=held.pk).update(over_on=on)
        e.refer(obstacle=held.obstacle_id)
    held.refresh_from_db()
    return held


def watch_obstacle(actor: Actor, key: UUID, watching: bool) -> None:
    """Get a mail when an obstacle is answered, or no longer. Raises ``NotPermitted``, ``Obstacle.DoesNotExist``."""
    actor.require_writing()
    found = visible_obstacles(actor).get(key=key)
    if watching:
        Watch.objects.get_or_create(obstacle=found, account=actor.account)
    else:
        Watch.objects.filter(obstacle=found, account=actor.account_id).delete()


def advance(found: Obstacle, seen: int, **values: object) -> None:
    """Write to an obstacle whose newest version was read. Raises ``NotDone`` when somebody else was quicker."""
    if not Obstacle.objects.filter(pk=found.pk, version=seen).update(version=seen + 1, **values):
        raise NotDone(_("Zu diesem Hemmnis ist inzwischen etwas geschrieben worden. Bitte lesen Sie es noch einmal."))


def _check(actor: Actor, said: Report) -> None:
    if not said.title.strip() or not said.text.strip():
        raise NotDone(_("Bitte sagen Sie in Titel und Text, was geschieht."))
    if len(said.title) > 150 or len(said.text) > 3000 or len(said.concerned) > 150:
        raise NotDone(_("Eine Angabe ist zu lang."))
    if said.kind not in Obstacle.Kind.values or (said.state and said.state not in _CODES):
        raise NotDone(_("Bitte wählen Sie Art und Staat aus der Liste."))
    if not day_fits(said.since, today()):
        raise NotDone(_("Der Beginn liegt in der Zukunft oder zu weit zurück. Bitte prüfen Sie das Datum."))
    _check_cases(said.cases)
    refuse_person(actor, said.title, said.text, said.concerned)


def _check_cases(cases: int | None) -> None:
    if cases is not None and not 1 <= cases <= MOST_CASES:
        raise NotDone(_("Die Zahl der Fälle ist nicht möglich. Lassen Sie das Feld leer, wenn Sie sie nicht kennen."))


def _cases(cases: int | None) -> int | None:
    return None if cases is None else rounded(cases)


def _written(said: Report) -> dict[str, str]:
    title, text, concerned = said.title.strip(), said.text.strip(), said.concerned.strip()
    words = fold(f"{title} {text} {concerned}")
    return {
        "title": title,
        "text": text,
        "kind": said.kind,
        "state": said.state,
        "concerned": concerned,
        "words": words,
    }
