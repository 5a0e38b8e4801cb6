"""What is late, by side: the same rule for everybody. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from augenmass.agreements.rules.content import Side


@dataclass(frozen=True, slots=True)
class Tracked:
    """A step, a promise or a review talk with its day."""

    side: Side
    due: date | None
    done_on: date | None = None
    counts: bool = True
    """Whether anybody promised it: a service that was not accepted is nobody's delay."""

    def late(self, on: date) -> bool:
        """Whether its day is over and it is not done."""
        return self.counts and self.done_on is None and self.due is not None and self.due < on


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one side: how many are agreed, done, late."""

    side: Side
    agreed: int
    done: int
    late: int


def tally(tracked: Iterable[Tracked], on: date) -> list[Tally]:
    """One line for each side, the body's own first: what an authority promised is followed up like anything else."""
    rows = [one for one in tracked if one.counts]
    return [
        Tally(
            side,
            sum(1 for one in rows if one.side is side),
            sum(1 for one in rows if one.side is side and one.done_on is not None),
            sum(1 for one in rows if one.side is side and one.late(on)),
        )
        for side in (Side.COUNSELLOR, Side.PROVIDER, Side.PERSON)
    ]
