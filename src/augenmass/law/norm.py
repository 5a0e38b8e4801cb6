"""What a catalogue is made of: norms, questions, steps, doubts, deadlines and lanes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from augenmass.law.nodes import Condition, DayExpression


class Modality(StrEnum):
    """How strongly a norm binds: duty, duty in the regular case, discretion, ban; or no command but a state."""

    MUST = "must"
    SHALL = "shall"
    MAY = "may"
    FORBIDDEN = "forbidden"
    STATE = "state"


class Review(StrEnum):
    """How far a lawyer has read a norm or a catalogue; an unverified norm never answers yes by itself."""

    UNVERIFIED = "unverified"
    NOT_REVIEWED = "not_reviewed"
    REVIEWED = "reviewed"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: canonical values by fact name, a day, and the answer (``yes``, ``no`` or ``not_established``)."""

    de: str
    facts: tuple[tuple[str, str], ...]
    on: date
    answer: str


@dataclass(frozen=True, slots=True)
class Norm:
    """One provision: when it applies, what follows, who decides, what can be done against it.

    ``id`` is the unit of the statute (``AufenthG/59/1/1``) and the citation of every node below that has none; a norm of an older
    text names the day of that text after it (``AsylG/36/3/1@2026-05-04``), so that old and new law stand side by side. Outside ``since``
    to ``until`` (both included), or where ``transition`` is not yes, the norm does not apply. ``suspensive``: whether the remedy
    suspends; None when it depends on the case. ``text_hash``: SHA-256 of the statute text that it was written from.
    """

    id: str
    de: str
    en: str
    modality: Modality
    when: Condition
    effect: str = ""
    effect_en: str = ""
    decider: str = ""
    remedy: str = ""
    suspensive: bool | None = None
    since: date | None = None
    until: date | None = None
    transition: Condition | None = None
    text_hash: str = ""
    review: Review = Review.NOT_REVIEWED
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A goal that can be asked of a case.

    ``against``: whether a yes lets a measure be taken against the person. Such a question never turns to yes because something that
    protects is no longer known.
    """

    id: str
    de: str
    en: str
    goal: Condition
    cite: str = ""
    against: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A lawful step: the question that must be answered yes, its lane (empty: every lane), who takes it, what it asks and writes.

    ``asks`` holds names of facts; ``writes`` names or ``name=value`` with a canonical value, where ``today`` stands for the day.
    ``due``: id of the definition that says whether there is reason to take the step at all (not done yet, or no longer current);
    where it answers no, the step is neither a next step nor a blocked one.
    ``roles``: who takes it in the body that works the case, a foreigners' authority or, once it has taken the case over, the
    central office of the Land.
    """

    id: str
    de: str
    en: str
    does_de: str
    does_en: str
    question: str
    lane: str = ""
    roles: tuple[str, ...] = ("caseworker", "central_office")
    asks: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    letter: str = ""
    second_person: bool = False
    order: int = 100
    due: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason not to rely on an entry, and the facts that clear it."""

    id: str
    de: str
    en: str
    when: Condition
    clears_with: tuple[str, ...] = ()
    cite: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A deadline that runs while ``runs`` is yes and ends on ``due``."""

    id: str
    de: str
    en: str
    runs: Condition
    due: DayExpression
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """The track of a case. Lanes are tried in their order, the first that is certainly so holds, else the lane ``clarify``."""

    id: str
    de: str
    en: str
    when: Condition
