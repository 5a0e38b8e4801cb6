"""The lane as its pages show it: which stages there are, which are done, what is next; and the state it gives. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """A stage of the lane, in the order in which it is offered."""

    NOTICE = "notice"
    DECLARATION = "declaration"
    DECISION = "decision"
    APPLICATION = "application"
    BOOKING = "booking"
    CERTIFICATE = "certificate"
    DEPARTURE = "departure"
    FOLLOW_UP = "follow_up"


class Mark(StrEnum):
    """How a stage stands."""

    DONE = "done"
    NEXT = "next"
    OPEN = "open"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known of one departure. Of several members a thing is there when it is there for all."""

    noticed: bool = False
    declared: bool = False
    decided: bool = False
    """Nothing waits for a human decision."""
    accepted: bool = False
    applied: bool = False
    """An application is drafted or filed and not answered."""
    approved: bool = False
    booked: bool = False
    certified: bool = False
    departed: bool = False
    follow_up_due: bool = False
    """A payment after the departure is still to come."""
    ended: bool = False


def stages(found: Progress) -> tuple[tuple[Stage, Mark], ...]:
    """Every stage with its mark. An application is offered, never demanded: it is next only once it is begun."""
    done = {
        Stage.NOTICE: found.noticed,
        Stage.DECLARATION: found.declared,
        Stage.DECISION: found.declared and found.decided,
        Stage.APPLICATION: found.approved and not found.applied,
        Stage.BOOKING: found.booked,
        Stage.CERTIFICATE: found.certified,
        Stage.DEPARTURE: found.departed,
        Stage.FOLLOW_UP: found.departed and found.approved and not found.follow_up_due,
    }
    following = next_stage(found)
    return tuple((stage, _mark(stage, done[stage], following, found)) for stage in Stage)


def next_stage(found: Progress) -> Stage | None:
    """What is to be done next; None when nothing is."""
    if found.ended:
        return None
    if found.departed:
        return Stage.FOLLOW_UP if found.follow_up_due else None
    ways = (
        (Stage.DECISION, found.declared and not found.decided),
        (Stage.NOTICE, not found.noticed),
        (Stage.DECLARATION, not found.declared),
        (Stage.APPLICATION, found.applied),
        (Stage.BOOKING, not found.booked),
        (Stage.CERTIFICATE, not found.certified),
    )
    return next((stage for stage, waits in ways if waits), Stage.DEPARTURE)


def _mark(stage: Stage, done: bool, following: Stage | None, found: Progress) -> Mark:
    if stage is following:
        return Mark.NEXT
    if done:
        return Mark.DONE
    undecided = stage is Stage.APPLICATION and found.applied
    if found.departed and not undecided and (stage is not Stage.FOLLOW_UP or not found.approved):
        return Mark.NOT_NEEDED
    return Mark.OPEN


def state_of(*, ended: bool, departed: bool, booked: bool, approved: bool) -> str:
    """The state that a departure has by what is recorded: requested, approved, booked, departed, or ended before that."""
    if departed:
        return "departed"
    if ended:
        return "ended"
    if booked:
        return "booked"
    return "approved" if approved else "requested"
