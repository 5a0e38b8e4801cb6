"""What a change of law does to a caseload, as far as the reader learns of the law's answers; numbers of it before a release."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.released import Learns, learned, learns_position
from augenmass.access.visible import Reach, visible_rows_q
from augenmass.cases.comparing import LANE, unpacked
from augenmass.cases.models import LegalPosition, MovedCases
from augenmass.cases.open_points import LEAST
from augenmass.cases.queries.worklist import PAGE, reads_names
from augenmass.directory.roles import Permission
from augenmass.law.catalogue import Catalogue
from augenmass.law.comparison import Flows, Tally, moved_in
from augenmass.law.time import today
from augenmass.lawbook.in_force import in_force
from augenmass.lawbook.models import Comparison
from augenmass.lawbook.queries import releases


class NoSuchComparison(Exception):
    """There is none for this reader: not there, or not theirs, or of a question that they learn nothing of."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What is compared: a day and a catalogue, by its hash, with another day or another catalogue."""

    earlier: date
    later: date
    catalogue: str
    later_catalogue: str
    of_versions: bool = False
    """Two catalogues on the same day, whichever that was."""

    def among(self, rows: QuerySet[Comparison]) -> QuerySet[Comparison]:
        """The comparisons of these sides."""
        found = rows.filter(catalogue=self.catalogue, later_catalogue=self.later_catalogue)
        return found if self.of_versions else found.filter(earlier=self.earlier, later=self.later)


def days(earlier: date, later: date) -> Sides:
    """Two days by the catalogue that answers."""
    version = in_force().hash
    return Sides(earlier, later, version, version)


def versions() -> Sides:
    """The catalogue that answers, and the one that came with the program."""
    return versions_of(Catalogue.shipped().hash)


def versions_of(candidate: str) -> Sides:
    """The catalogue that answers, and another one, today."""
    return Sides(today(), today(), in_force().hash, candidate, of_versions=True)


def candidates() -> tuple[str, ...]:
    """The hashes of the catalogues that can be released: the shipped one and those that were proposed, unless they answer."""
    waiting = [row.catalogue_id for row in releases() if row.released_at is None and row.refused_at is None]
    found = dict.fromkeys([Catalogue.shipped().hash, *waiting])
    return tuple(checksum for checksum in found if checksum != in_force().hash)


def newest(sides: Sides, body_id: int | None) -> Comparison | None:
    """The last comparison of these sides over the cases of a body; None: of every body."""
    return sides.among(Comparison.objects.filter(body=body_id)).order_by("-asked_at", "-pk").first()


@dataclass(frozen=True, slots=True)
class Moves:
    """A comparison as a reader learns of it. ``questions``: flows of those that any case answers otherwise."""

    comparison: Comparison | None
    cases: int
    questions: Mapping[str, Flows]
    same: int
    """How many questions every case answers as before."""
    lanes: Flows
    gone: tuple[str, ...]
    new: tuple[str, ...]


def comparison_of(actor: Actor, sides: Sides) -> Moves:
    """The numbers of the own body's cases; writes an access line. Nothing for who does not learn of the law's answers."""
    learns = _learns_any(actor)
    log.read(actor, "law_comparison", categories=["file"], rows=0)
    found = newest(sides, actor.body_id) if learns else None
    if found is None or found.state != Comparison.State.DONE:
        return Moves(found, 0, {}, 0, {}, (), ())
    tally = Tally.from_json(found.numbers)
    asked = {name: flows for name, flows in tally.questions.items() if _learns(actor, name)}
    moved = {name: flows for name, flows in asked.items() if moved_in(flows)}
    return Moves(found, tally.cases, moved, len(asked) - len(moved), tally.lanes, tally.gone, tally.new)


def comparison_by_key(actor: Actor, key: UUID) -> Comparison:
    """A comparison of the own body's cases. Raises ``NoSuchComparison``."""
    found = Comparison.objects.filter(key=key, body=actor.body_id).first() if _learns_any(actor) else None
    if found is None:
        raise NoSuchComparison
    return found


def comparison_under_way(actor: Actor, key: UUID) -> Comparison:
    """A comparison whose progress the reader may follow: of the own body, or before a release. Raises ``NoSuchComparison``."""
    if actor.may(Permission.REVIEW_LAW):
        with as_system(SystemRole.EVALUATION):
            found = Comparison.objects.filter(key=key, body=None).first()
        if found is not None:
            return found
    return comparison_by_key(actor, key)


def _learns_any(actor: Actor) -> bool:
    return actor.may(Permission.READ_CASES) and learns_position(actor.roles, actor.purpose)


def _learns(actor: Actor, question: str) -> bool:
    """Whether the reader learns all three answers: one who learns only that a step is blocked does not learn why."""
    return learned(actor.roles, actor.purpose, question) is Learns.REASONS


@dataclass(frozen=True, slots=True)
class MovedPage:
    """One page of the cases that go one way; ``count`` is the number of the comparison, which may have been some time ago."""

    comparison: Comparison
    rows: list[LegalPosition]
    count: int
    number: int
    pages: int
    named: bool
    away: int
    """Cases of this page that the reader no longer sees: they moved to another body since."""


def moved_cases(actor: Actor, key: UUID, question: str, way: tuple[str, str], page: int = 1) -> MovedPage:
    """The cases that go from one answer, or lane, to another, in the order of their opening; writes an access line.

    Raises ``NoSuchComparison``.
    """
    comparison = comparison_by_key(actor, key)
    if question != LANE and not _learns(actor, question):
        raise NoSuchComparison
    parts = MovedCases.objects.filter(comparison=comparison, question=question, before=way[0], after=way[1])
    ids = unpacked(bytes(part) for part in parts.order_by("pk").values_list("ids", flat=True))
    if not ids:
        raise NoSuchComparison
    pages = -(-len(ids) // PAGE)
    number = min(max(1, page), pages)
    asked = ids[(number - 1) * PAGE : number * PAGE]
    rows = _positions(actor, asked)
    named = reads_names(actor)
    log.read(actor, "law_comparison", categories=["identity", "file"] if named else ["file"], rows=len(rows))
    return MovedPage(comparison, rows, len(ids), number, pages, named, len(asked) - len(rows))


def _positions(actor: Actor, ids: Iterable[int]) -> list[LegalPosition]:
    seen = LegalPosition.objects.filter(visible_rows_q(actor, reach=Reach.OWN)).select_related("case", "officer")
    shown = seen.in_bulk(list(ids))
    return [shown[pk] for pk in ids if pk in shown]


@dataclass(frozen=True, slots=True)
class ReleaseNumbers:
    """What a candidate changes over the cases of every body: only who moves is counted, and small counts are not told (None)."""

    candidate: str
    comparison: Comparison | None
    questions: dict[str, dict[tuple[str, str], int | None]]
    lanes: dict[tuple[str, str], int | None]
    gone: tuple[str, ...]
    new: tuple[str, ...]


def release_numbers(actor: Actor) -> list[ReleaseNumbers]:
    """The numbers for each candidate, for who reviews law. No case, and no total that small counts could be taken from."""
    actor.require(Permission.REVIEW_LAW)
    with as_system(SystemRole.EVALUATION):
        found = [(candidate, newest(versions_of(candidate), None)) for candidate in candidates()]
    return [_told(candidate, comparison) for candidate, comparison in found]


def _told(candidate: str, comparison: Comparison | None) -> ReleaseNumbers:
    done = comparison is not None and comparison.state == Comparison.State.DONE
    tally = Tally.from_json(comparison.numbers if comparison is not None and done else {})
    questions = {name: _large(flows) for name, flows in tally.questions.items() if moved_in(flows)}
    return ReleaseNumbers(candidate, comparison, questions, _large(tally.lanes), tally.gone, tally.new)


def _large(flows: Flows) -> dict[tuple[str, str], int | None]:
    return {
        (before, after): number if number >= LEAST else None
        for (before, after), number in flows.items()
        if before != after
    }
