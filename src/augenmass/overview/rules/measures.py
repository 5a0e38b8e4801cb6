"""What is counted: the measures, their outcomes, and the cases with the days that they rest on.

Measures count steps of the procedure and the work of bodies. None looks at who somebody is, and none at which officer did it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from augenmass.overview.rules.lasting import Spell

PHASES: Final = ("received", "complete", "prospects", "counselling", "voluntary")
"""Phases that end, in their order; the last end is that the case is closed."""
LASTING: Final = ("decision_to_counselling", *(f"phase_{phase}" for phase in PHASES))
"""Measures that also say how long."""
OUTCOMES: Final[dict[str, tuple[str, str]]] = {
    "counselled_first": ("before", "not_before"),
    "voluntary_share": ("voluntary", "removed"),
    "renewed_in_time": ("in_time", "late"),
    "complete_received": ("first_try", "sent_back"),
    "complete_sent": ("first_try", "sent_back"),
    **dict.fromkeys(LASTING, ("ended", "open")),
}
"""Every measure with its two outcomes; what a measure counts falls under exactly one."""
FACTS: Final = frozenset(
    {
        "decision_issued_on",
        "prospects_checked_on",
        "counselling_offered_on",
        "departure_declared_on",
        "removal_arranged_on",
        "departed_on",
        "removed_on",
        "case_closed_on",
    }
)
"""Facts whose days are read. No enforcement secret (AufenthG § 97a) is among them."""
SUSPENSION: Final = "suspension_valid_until"


@dataclass(frozen=True, slots=True)
class Suspension:
    """A suspension until a day, and when this end became known."""

    until: date
    known_on: date


@dataclass(frozen=True, slots=True)
class ReferralPast:
    """A referral of the case that was answered: came in or went out, in which order, sent back as incomplete or taken."""

    incoming: bool
    answered_on: date
    sent_back: bool


@dataclass(slots=True)
class Course:
    """What a case went through, in days; ``days``: per fact every day on which it happened, not a day that was corrected."""

    received_on: date
    closed_on: date | None = None
    taken_on: date | None = None
    """When the body took the case over, where it was referred to it."""
    days: dict[str, list[date]] = field(default_factory=dict)
    suspensions: list[Suspension] = field(default_factory=list)
    """In the order in which they became known."""
    referrals: list[ReferralPast] = field(default_factory=list)

    def first(self, name: str) -> date | None:
        """The first day on which it happened."""
        found = self.days.get(name)
        return min(found) if found else None

    @property
    def over_on(self) -> date | None:
        """The day on which the case came to its end: left, removed, closed."""
        ends = (self.first("departed_on"), self.first("removed_on"), self.first("case_closed_on"), self.closed_on)
        return min((day for day in ends if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing counted: for which measure, on which day, with which outcome, and how long it lasted where that is asked."""

    measure: str
    day: date
    outcome: str
    spell: Spell | None = None


def counted(course: Course, as_of: date) -> Iterator[Counted]:
    """Everything that a case adds to the numbers, up to a day."""
    for one in (*_counselling(course), *_departure(course), *_renewals(course, as_of), *_referrals(course)):
        if one.day <= as_of:
            yield one
    yield from _lasting(course, as_of)


def _counselling(course: Course) -> Iterator[Counted]:
    """Whether counselling was offered before the first step of enforcement, which is that a removal is arranged."""
    enforced, offered = course.first("removal_arranged_on"), course.first("counselling_offered_on")
    if enforced is not None:
        yield Counted(
            "counselled_first", enforced, "before" if offered is not None and offered < enforced else "not_before"
        )


def _departure(course: Course) -> Iterator[Counted]:
    """How somebody left. A removal counts as one, whatever else is noted of the day."""
    removed, departed = course.first("removed_on"), course.first("departed_on")
    if removed is not None:
        yield Counted("voluntary_share", removed, "removed")
    elif departed is not None:
        yield Counted("voluntary_share", departed, "voluntary")


def _renewals(course: Course, as_of: date) -> Iterator[Counted]:
    """Whether a suspension that was renewed was so before it ran out, or on its last day; one that ran out and was not is late."""
    for held, following in pairwise(course.suspensions):
        if following.until > held.until and held.until < as_of:
            yield Counted("renewed_in_time", held.until, "in_time" if following.known_on <= held.until else "late")
    if course.suspensions:
        last = course.suspensions[-1].until
        over = course.over_on
        if last < as_of and (over is None or over > last):
            yield Counted("renewed_in_time", last, "late")


def _referrals(course: Course) -> Iterator[Counted]:
    """How the first answer to a referral of the case was: taken, or sent back because something was missing."""
    for incoming, measure in ((True, "complete_received"), (False, "complete_sent")):
        answers = [past for past in course.referrals if past.incoming is incoming]
        if answers:
            first = min(answers, key=lambda past: past.answered_on)
            yield Counted(measure, first.answered_on, "sent_back" if first.sent_back else "first_try")


def _lasting(course: Course, as_of: date) -> Iterator[Counted]:
    decided = course.first("decision_issued_on")
    if decided is not None:
        yield from _spell("decision_to_counselling", decided, [course.first("counselling_offered_on")], course, as_of)
    entries = (
        course.received_on,
        course.taken_on,
        course.first("prospects_checked_on"),
        course.first("counselling_offered_on"),
        course.first("departure_declared_on"),
    )
    for place, (phase, entered) in enumerate(zip(PHASES, entries, strict=True)):
        if entered is not None:
            later = [day for day in entries[place + 1 :] if day is not None and day >= entered]
            yield from _spell(f"phase_{phase}", entered, [*later, course.over_on], course, as_of)


def _spell(measure: str, begun: date, ends: Iterable[date | None], course: Course, as_of: date) -> Iterator[Counted]:
    """From a beginning to the first of its ends; open until the case is over or, while it is not, until the day of counting.

    What happened before the beginning (counselling ahead of the decision) ends it on the day itself.
    """
    if begun > as_of:
        return
    end = min((day for day in ends if day is not None and day <= as_of), default=None)
    if end is not None:
        yield Counted(measure, begun, "ended", Spell(max(0, (end - begun).days), True))
    else:
        seen = min(course.over_on or as_of, as_of)
        yield Counted(measure, begun, "open", Spell(max(0, (seen - begun).days), False))
