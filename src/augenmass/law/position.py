"""The legal position of one case on one day: lane, next lawful steps, what blocks the others and who can clear it, deadlines, doubts."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from augenmass.law.calendar import open_ends
from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import CaseFacts
from augenmass.law.norm import Doubt, Step
from augenmass.law.program import Program, Site
from augenmass.law.proof import deciding, deciding_names, source_state
from augenmass.law.running import POSITIONS, WHOLE, Run, next_change, run
from augenmass.law.values import NO, UNKNOWN, YES, word

CLARIFY: Final = "clarify"

Reasons = dict[Site, tuple["Blocker", ...]]


class Blocker(NamedTuple):
    """One thing that stands against a step.

    ``kind``: ``fact``, ``doubt`` (with the facts that clear it) or ``norm`` (one out of its time); ``id``: the fact's name or the id; ``value``: the value
    of what was asked (``yes``, ``no`` or ``not_established``); ``why``: ``held``, ``missing``, ``disputed``, ``judgement``,
    ``imprecise`` or ``time``; ``who``: roles that can clear it; ``norm``: the norm or, failing that, empty; ``cite``: the
    citation in force; ``fact_id``: where the contrary is recorded.
    """

    kind: str
    id: str
    value: str
    why: str
    who: tuple[str, ...]
    facts: tuple[str, ...]
    norm: str
    cite: str
    fact_id: int | None
    de: str
    en: str

    def to_json(self) -> dict[str, Any]:
        """Return the blocker as JSON values, without labels."""
        return {
            "kind": self.kind, "id": self.id, "value": self.value, "why": self.why, "who": list(self.who),
            "facts": list(self.facts), "norm": self.norm, "cite": self.cite, "fact_id": self.fact_id,
        }  # fmt: skip


class BlockedStep(NamedTuple):
    """A step of the lane that cannot be taken, with the answer (``NO`` or ``UNKNOWN``) and everything that decides it."""

    step: str
    question: str
    answer: int
    blockers: tuple[Blocker, ...]


class RunningDeadline(NamedTuple):
    """A deadline of the case: earliest and latest day (None: open), and whether it certainly runs (``YES``) or may run (``UNKNOWN``)."""

    rule: str
    earliest: date | None
    latest: date | None
    runs: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """What the law says of a case on a day, by the catalogue named by its hash.

    ``next_steps``: steps of the lane that have occasion and whose question is yes, in order; ``blocked``: the lane's others that have occasion. ``doubts``: those certainly
    so. ``open_doubts``: those that may be. ``answers``: all questions by id. ``next_change``: when a comparison flips next.
    """

    on: date
    lane: str
    next_steps: tuple[str, ...]
    blocked: tuple[BlockedStep, ...]
    deadlines: tuple[RunningDeadline, ...]
    doubts: tuple[str, ...]
    open_doubts: tuple[str, ...]
    answers: dict[str, int] = field(hash=False)
    next_change: date | None
    catalogue: str

    @property
    def blockers(self) -> tuple[Blocker, ...]:
        """Everything that blocks any step of the lane, each once."""
        return tuple(dict.fromkeys(blocker for step in self.blocked for blocker in step.blockers))

    @property
    def next_deadline(self) -> RunningDeadline | None:
        """The deadline that certainly runs and ends first."""
        known = [deadline for deadline in self.deadlines if deadline.earliest is not None and deadline.runs == YES]
        return min(known, key=lambda deadline: deadline.earliest or date.max, default=None)

    def to_json(self) -> dict[str, Any]:
        """Return the position as JSON values: ids and words, no content of facts."""
        return {
            "on": self.on.isoformat(),
            "lane": self.lane,
            "next_steps": list(self.next_steps),
            "blocked": [
                {
                    "step": blocked.step,
                    "question": blocked.question,
                    "answer": word(blocked.answer),
                    "blockers": [blocker.to_json() for blocker in blocked.blockers],
                }
                for blocked in self.blocked
            ],
            "deadlines": [_deadline_json(deadline) for deadline in self.deadlines],
            "doubts": list(self.doubts),
            "open_doubts": list(self.open_doubts),
            "answers": {name: word(value) for name, value in self.answers.items()},
            "next_change": None if self.next_change is None else self.next_change.isoformat(),
            "catalogue": self.catalogue,
        }


def assess(catalogue: Catalogue, facts: CaseFacts, on: date, *, whole: bool = False) -> Position:
    """Return the legal position. One pass computes every value; the reasons are read off them.

    ``answers`` holds the questions that steps rest on, with ``whole`` all of the catalogue, at two and a half times the cost.
    Raises ``TypeError`` when a fact holds a value of another kind.
    """
    return position_of(catalogue, run(catalogue.program, facts, on, WHOLE if whole else POSITIONS))


def position_of(catalogue: Catalogue, state: Run) -> Position:
    """Return the legal position from a run of the catalogue's program, where the caller also reads proofs off the same run."""
    program = catalogue.program
    on = date.fromordinal(state.on)
    values = state.values
    asked = program.questions if state.part is program.parts.get(WHOLE) else program.of_steps
    answers = {name: values[program.targets[name].slot] for name in asked if name in program.questions}
    lane = _lane(program, values)
    steps = [step for step in catalogue.steps_in(lane) if not step.due or values[program.targets[step.due].slot] != NO]
    reasons: Reasons = {}
    return Position(
        on=on,
        lane=lane,
        next_steps=tuple([step.id for step in steps if answers[step.question] == YES]),
        blocked=tuple([_blocked(step, state, reasons) for step in steps if answers[step.question] != YES]),
        deadlines=_deadlines(state),
        doubts=tuple([name for name, site in program.doubts.items() if values[site.slot] == YES]),
        open_doubts=tuple([name for name, site in program.doubts.items() if values[site.slot] == UNKNOWN]),
        answers=answers,
        next_change=next_change(state),
        catalogue=catalogue.hash,
    )


def deadlines_on(catalogue: Catalogue, facts: CaseFacts, on: date) -> tuple[tuple[RunningDeadline, ...], date | None]:
    """Return the deadlines that run on a day, and when a comparison flips next: a position without its steps and their reasons."""
    state = run(catalogue.program, facts, on, POSITIONS)
    return _deadlines(state), next_change(state)


def facts_of_deadline(catalogue: Catalogue, rule: str) -> tuple[str, ...]:
    """Return the names of the facts that the end of a deadline is computed from. Raises ``KeyError`` for an unknown rule."""
    return catalogue.program.deadlines[rule][2]


def blockers_of(catalogue: Catalogue, step: str, facts: CaseFacts, on: date) -> tuple[Blocker, ...]:
    """Return what stands against one step of any lane; empty when its question is yes. Raises ``KeyError`` for an unknown step."""
    state = run(catalogue.program, facts, on, catalogue.step(step).question)
    return _blocked(catalogue.step(step), state, {}).blockers


def reasons_of(catalogue: Catalogue, question: str, facts: CaseFacts, on: date) -> tuple[Blocker, ...]:
    """Return what stands against a question, or keeps it open; empty when it is yes. Raises ``KeyError`` for an unknown question."""
    state = run(catalogue.program, facts, on, question)
    site = catalogue.program.questions[question]
    return () if state.values[site.slot] == YES else _reasons(site, state, {})


def _lane(program: Program, values: list[int]) -> str:
    for name, site in program.lanes.items():
        if values[site.slot] == YES:
            return name
    return CLARIFY


def _deadlines(state: Run) -> tuple[RunningDeadline, ...]:
    found = []
    for rule, (site, slot, names) in state.program.deadlines.items():
        runs = state.values[site.slot]
        low, high = state.lows[slot], state.highs[slot]
        known = not any(open_ends((low, high)))
        if runs == NO or (runs == UNKNOWN and not known):
            continue
        missing = () if known else tuple(name for name in names if name not in state.facts)
        earliest = date.fromordinal(low) if known else None
        found.append(RunningDeadline(rule, earliest, date.fromordinal(high) if known else None, runs, missing))
    return tuple(found)


def _deadline_json(deadline: RunningDeadline) -> dict[str, Any]:
    return {
        "rule": deadline.rule,
        "earliest": None if deadline.earliest is None else deadline.earliest.isoformat(),
        "latest": None if deadline.latest is None else deadline.latest.isoformat(),
        "runs": word(deadline.runs),
        "missing": list(deadline.missing),
    }


def _blocked(step: Step, state: Run, reasons: Reasons) -> BlockedStep:
    site = state.program.questions[step.question]
    value = state.values[site.slot]
    return BlockedStep(step.id, step.question, value, () if value == YES else _reasons(site, state, reasons))


def _reasons(site: Site, state: Run, known: Reasons) -> tuple[Blocker, ...]:
    """Return the leaves of the minimal proof as blockers, smallest reason first, each thing once; shared within one run."""
    site = site.core
    found = known.get(site)
    if found is not None:
        return found
    if site.children and not isinstance(site.target, Doubt):
        parts = [_reasons(child, state, known) for child in deciding(site, state.values[site.slot], state.values)]
        found = parts[0] if len(parts) == 1 else _merged(parts)
    elif isinstance(site.target, Doubt):
        found = (_doubt_blocker(site.target, site, state),)
    elif not site.fact_names:
        found = (_time_blocker(site, state),) if state.values[site.slot] == NO else ()
    elif len(site.fact_names) == 1:
        found = (_leaf_blocker(site.fact_names[0], site, state),)
    else:
        found = tuple([_leaf_blocker(name, site, state) for name in deciding_names(site, state)])
    known[site] = found
    return found


def _merged(parts: list[tuple[Blocker, ...]]) -> tuple[Blocker, ...]:
    parts.sort(key=len)
    merged: dict[tuple[str, str], Blocker] = {}
    for part in parts:
        for blocker in part:
            merged.setdefault((blocker[0], blocker[1]), blocker)
    return tuple(merged.values())


def _doubt_blocker(doubt: Doubt, site: Site, state: Run) -> Blocker:
    vocabulary = state.program.vocabulary
    who = dict.fromkeys(
        role for name in doubt.clears_with if name in vocabulary for role in vocabulary[name].established_by
    )
    value = state.values[site.slot]
    return Blocker(
        kind="doubt",
        id=doubt.id,
        value=word(value),
        why="held" if value == YES else "missing",
        who=tuple(who),
        facts=doubt.clears_with,
        norm=site.norm,
        cite=doubt.cite or site.cite,
        fact_id=None,
        de=doubt.de,
        en=doubt.en,
    )


def _time_blocker(site: Site, state: Run) -> Blocker:
    """Return a norm that is not in force on the day as a blocker."""
    return Blocker(
        kind="norm",
        id=site.norm or site.cite,
        value=word(state.values[site.slot]),
        why="time",
        who=(),
        facts=(),
        norm=site.norm,
        cite=site.cite,
        fact_id=None,
        de="Die Vorschrift gilt am Stichtag nicht",
        en="The provision is not in force on the reference day",
    )


def _leaf_blocker(name: str, site: Site, state: Run) -> Blocker:
    """Return a leaf as a blocker; one for a missing fact is the same in every case and made once."""
    held = state.facts.get(name)
    value = state.values[site.slot]
    if held is not None:
        return _make_blocker(name, site, value, source_state(name, site, state), held.fact_id, state)
    key = (site, name, value)
    made: Blocker | None = state.program.blockers.get(key)
    if made is None:
        made = _make_blocker(name, site, value, source_state(name, site, state), None, state)
        state.program.blockers[key] = made
    return made


def _make_blocker(name: str, site: Site, value: int, why: str, fact_id: int | None, state: Run) -> Blocker:
    declaration = state.program.vocabulary.get(name)
    german, english, who = (
        (declaration.de, declaration.en, declaration.established_by) if declaration else (name, name, ())
    )
    return Blocker("fact", name, word(value), why, who, (name,), site.norm, site.cite, fact_id, german, english)
