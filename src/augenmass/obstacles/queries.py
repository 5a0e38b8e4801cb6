"""Reading obstacles: every body of the installation reads all of them; search, and similar ones."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from augenmass.access.actor import Actor
from augenmass.cases.words import fold
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.obstacles.models import Answer, Concern, Obstacle, Watch
from augenmass.work.queries.paging import Page, page_of

MOST_WORDS = 8
SIMILAR = 5
SHORTEST = 4
"""Letters of a word by which something similar is looked for."""
UNDER_WAY = (Obstacle.Status.OPEN, Obstacle.Status.EXAMINED, Obstacle.Status.AGREED)
VIEWS = ("open", "own", "watched", "done", "all")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows."""

    view: str = "open"
    text: str = ""
    kind: str = ""
    state: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One obstacle with everything that is known of it."""

    obstacle: Obstacle
    concerns: list[Concern]
    answers: list[Answer]
    watched: bool
    own: Concern | None

    @property
    def cases(self) -> int:
        """Sum of the rounded numbers of the bodies that still meet it."""
        return sum(concern.cases or 0 for concern in self.concerns if concern.over_on is None)

    @property
    def still(self) -> int:
        """How many bodies still meet it."""
        return sum(1 for concern in self.concerns if concern.over_on is None)


def may_answer(actor: Actor) -> bool:
    """Whether the actor answers: the special staff of a ministry, of the Land or the federation."""
    return actor.may(Permission.ANSWER_OBSTACLES) and actor.body.kind == Body.Kind.MINISTRY


def may_change(actor: Actor, found: Obstacle) -> bool:
    """Whether the actor may write the text of an obstacle anew: the body that reported it, and who answers."""
    own = actor.may(Permission.REPORT_OBSTACLES) and found.body_id == actor.body_id
    return own or may_answer(actor)


def visible_obstacles(actor: Actor) -> QuerySet[Obstacle]:
    """All of them, for whoever has a role in a body; none in a support session."""
    return Obstacle.objects.none() if actor.reads_only else Obstacle.objects.select_related("body")


def obstacles(actor: Actor, chosen: Filter, page: int = 1) -> Page[Obstacle]:
    """One page, what was reported last first; each with ``bodies``, ``still`` and ``cases``."""
    there = Q(concerns__over_on=None)
    found = (
        _of_view(actor, chosen.view)
        .filter(_matching(chosen))
        .annotate(
            bodies=Count("concerns"), still=Count("concerns", filter=there), cases=Sum("concerns__cases", filter=there)
        )
    )
    return page_of(found.order_by("-reported_at", "-pk"), page)


def counts(actor: Actor) -> dict[str, int]:
    """How many obstacles each view holds."""
    return {view: _of_view(actor, view).count() for view in VIEWS}


def _of_view(actor: Actor, view: str) -> QuerySet[Obstacle]:
    found = visible_obstacles(actor)
    if view == "own":
        return found.filter(Exists(Concern.objects.filter(obstacle=OuterRef("pk"), body=actor.body_id)))
    if view == "watched":
        return found.filter(Exists(Watch.objects.filter(obstacle=OuterRef("pk"), account=actor.account_id)))
    if view == "all":
        return found
    return found.exclude(status__in=UNDER_WAY) if view == "done" else found.filter(status__in=UNDER_WAY)


def _matching(chosen: Filter) -> Q:
    condition = Q()
    for name in ("kind", "state", "status"):
        if value := getattr(chosen, name):
            condition &= Q(**{name: value})
    for word in fold(chosen.text).split()[:MOST_WORDS]:
        condition &= Q(words__contains=word)
    return condition


def similar(actor: Actor, title: str, kind: str, state: str) -> list[Obstacle]:
    """Obstacles that could be the same: about the same state and of the same kind, or sharing a longer word of the title. Solved ones too."""
    words = {word for word in fold(title).split() if len(word) >= SHORTEST}
    same = Q(kind=kind, state=state) if state else Q(pk__in=[])
    for word in list(words)[:MOST_WORDS]:
        same |= Q(words__contains=word) & (Q(state=state) | Q(kind=kind))
    found = visible_obstacles(actor).filter(same).order_by("-reported_at")[:50]
    near = sorted(found, key=lambda row: (-_shared(words, row), -row.reported_at.timestamp()))
    return near[:SIMILAR]


def _shared(words: set[str], row: Obstacle) -> int:
    return sum(1 for word in words if word in row.words)


def one_obstacle(actor: Actor, key: UUID) -> Shown:
    """One of them with bodies and answers. Raises ``Obstacle.DoesNotExist``."""
    found = visible_obstacles(actor).select_related("reported_by").get(key=key)
    concerns = list(found.concerns.select_related("body"))
    return Shown(
        found,
        concerns,
        list(found.answers.select_related("body", "answered_by")),
        Watch.objects.filter(obstacle=found, account=actor.account_id).exists(),
        next((concern for concern in concerns if concern.body_id == actor.body_id), None),
    )
