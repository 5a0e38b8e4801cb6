"""A catalogue: the vocabulary, norms, questions, steps, doubts, deadlines and lanes that answer together, with their version.

Python is the source of the shipped catalogue; what is stored and run is its JSON, named by a hash that leaves labels out.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, TypeVar

from augenmass.law.checking import problems_of
from augenmass.law.compiling import compile_catalogue
from augenmass.law.encoding import decode_record, encode
from augenmass.law.loading import loading
from augenmass.law.nodes import Definition
from augenmass.law.norm import DeadlineRule, Doubt, Lane, Norm, Question, Review, Step
from augenmass.law.program import Program
from augenmass.law.vocabulary.declaration import Vocabulary

FORMAT: Final = 1

BEGINS: Final = date(2026, 5, 4)
"""The first day for which the shipped catalogue holds the law; earlier texts are not encoded (docs/law)."""

PARTS: Final[dict[str, type[Any]]] = {
    "definitions": Definition,
    "norms": Norm,
    "questions": Question,
    "steps": Step,
    "doubts": Doubt,
    "deadlines": DeadlineRule,
    "lanes": Lane,
}
"""What a catalogue is made of, by its name in JSON."""
_Thing = TypeVar("_Thing", Norm, Question, Step, Doubt, Lane, DeadlineRule)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """One version of the law as code. Compiled at its first use and then kept; safe to share between threads."""

    vocabulary: Vocabulary
    definitions: tuple[Definition, ...] = ()
    norms: tuple[Norm, ...] = ()
    questions: tuple[Question, ...] = ()
    steps: tuple[Step, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    lanes: tuple[Lane, ...] = ()
    review: Review = Review.NOT_REVIEWED
    released_on: date | None = None
    reviewers: tuple[str, ...] = field(default=())

    @staticmethod
    def shipped() -> "Catalogue":
        """Return the catalogue that comes with the program, built once."""
        return _shipped()

    @staticmethod
    def from_json(data: Mapping[str, Any], vocabulary: Vocabulary | None = None) -> "Catalogue":
        """Return the catalogue written by ``to_json``, with the shipped vocabulary unless another is given.

        Raises ``ValueError`` for another format.
        """
        if data.get("format") != FORMAT:
            raise ValueError(f"a catalogue of format {data.get('format')!r} cannot be read")
        parts = {name: tuple(decode_record(kind, item) for item in data[name]) for name, kind in PARTS.items()}
        released = data.get("released_on")
        return Catalogue(
            vocabulary=_shipped_vocabulary() if vocabulary is None else vocabulary,
            review=Review(data.get("review", Review.NOT_REVIEWED)),
            released_on=None if released is None else date.fromisoformat(released),
            reviewers=tuple(data.get("reviewers", ())),
            **parts,
        )

    def to_json(self) -> dict[str, Any]:
        """Return the catalogue as JSON values, labels and review marks included."""
        return {
            "format": FORMAT,
            "review": self.review.value,
            "released_on": None if self.released_on is None else self.released_on.isoformat(),
            "reviewers": list(self.reviewers),
            **{name: encode(getattr(self, name)) for name in PARTS},
        }

    @cached_property
    def hash(self) -> str:
        """SHA-256 over the canonical JSON without labels, review marks and examples, as 64 hexadecimal digits."""
        law = {"format": FORMAT, **{name: encode(getattr(self, name), words=False) for name in PARTS}}
        text = json.dumps(law, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @cached_property
    def program(self) -> Program:
        """The compiled program. Raises ``CatalogueError`` when conditions refer to unknown ids or in a circle."""
        with loading():  # kept as long as the process mostly
            return compile_catalogue(self)

    @property
    def released(self) -> bool:
        """Whether a lawyer and a second person released this version for signing."""
        return self.review is Review.RELEASED

    def release(self, on: date, reviewers: Iterable[str]) -> "Catalogue":
        """Return this catalogue marked as released. Raises ``ValueError`` without two different people."""
        people = tuple(dict.fromkeys(reviewers))
        if len(people) < 2:
            raise ValueError("a release needs two different people")
        return replace(self, review=Review.RELEASED, released_on=on, reviewers=people)

    def norms_valid_on(self, day: date) -> tuple[Norm, ...]:
        """Return the norms whose time holds the day, without regard to their transition conditions."""
        return tuple(
            norm
            for norm in self.norms
            if (norm.since is None or norm.since <= day) and (norm.until is None or day <= norm.until)
        )

    def norm(self, name: str) -> Norm:
        """Return the norm with this id. Raises ``KeyError`` when there is none."""
        return self._norms[name]

    def question(self, name: str) -> Question:
        """Return the question with this id. Raises ``KeyError`` when there is none."""
        return self._questions[name]

    def step(self, name: str) -> Step:
        """Return the step with this id. Raises ``KeyError`` when there is none."""
        return self._steps[name]

    def doubt(self, name: str) -> Doubt:
        """Return the doubt with this id. Raises ``KeyError`` when there is none."""
        return self._doubts[name]

    def lane(self, name: str) -> Lane:
        """Return the lane with this id. Raises ``KeyError`` when there is none."""
        return self._lanes[name]

    def deadline(self, name: str) -> DeadlineRule:
        """Return the deadline rule with this id. Raises ``KeyError`` when there is none."""
        return self._deadlines[name]

    def steps_in(self, lane: str) -> tuple[Step, ...]:
        """Return the steps of a lane, those of every lane included, by their order."""
        return self._steps_by_lane.get(lane, ())

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with the catalogue, one sentence each; empty when it is sound."""
        return problems_of(self)

    @cached_property
    def _steps_by_lane(self) -> Mapping[str, tuple[Step, ...]]:
        ordered = sorted(self.steps, key=lambda step: step.order)
        lanes = {lane.id for lane in self.lanes} | {step.lane for step in self.steps} | {"clarify"}
        return {lane: tuple(step for step in ordered if step.lane in ("", lane)) for lane in lanes}

    @cached_property
    def _norms(self) -> Mapping[str, Norm]:
        return _by_id(self.norms)

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return _by_id(self.questions)

    @cached_property
    def _steps(self) -> Mapping[str, Step]:
        return _by_id(self.steps)

    @cached_property
    def _doubts(self) -> Mapping[str, Doubt]:
        return _by_id(self.doubts)

    @cached_property
    def _lanes(self) -> Mapping[str, Lane]:
        return _by_id(self.lanes)

    @cached_property
    def _deadlines(self) -> Mapping[str, DeadlineRule]:
        return _by_id(self.deadlines)


def _by_id(things: Iterable[_Thing]) -> Mapping[str, _Thing]:
    return MappingProxyType({thing.id: thing for thing in things})


def _shipped_vocabulary() -> Vocabulary:
    found: Vocabulary = import_module("augenmass.law.vocabulary").VOCABULARY
    return found


def _build_shipped() -> Catalogue:
    """Imported late: the norms are written with the language of this package and are large."""
    with loading():  # a hundred thousand small things that all stay
        source = import_module("augenmass.law.norms.shipped")
    return Catalogue(
        vocabulary=_shipped_vocabulary(),
        definitions=tuple(source.DEFINITIONS),
        norms=tuple(source.NORMS),
        questions=tuple(source.QUESTIONS),
        steps=tuple(source.STEPS),
        doubts=tuple(source.DOUBTS),
        deadlines=tuple(source.DEADLINES),
        lanes=tuple(source.LANES),
    )


_shipped: Callable[[], Catalogue] = cache(_build_shipped)
