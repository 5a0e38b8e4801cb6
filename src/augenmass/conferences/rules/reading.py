"""Who reads an item: whoever gave it, and whoever it was released to on a named basis under the present lead. Nobody else.

The query in ``queries.items`` and row security say the same; a property test holds them equal.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from augenmass.conferences.rules.basis import Basis


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who asks, in their role of today; ``may``: whether the role takes part in conferences at all."""

    account: int
    body: int
    may: bool


@dataclass(frozen=True, slots=True)
class Seat:
    """A participant. An adviser has neither account nor body."""

    id: int
    account: int | None
    body: int | None
    accepted: bool
    ended: bool

    @property
    def reads(self) -> bool:
        """Whether whoever sits there may read anything at all."""
        return self.accepted and not self.ended


@dataclass(frozen=True, slots=True)
class Given:
    """An item by its giver's seat."""

    id: int
    giver: int


@dataclass(frozen=True, slots=True)
class Released:
    """A release of an item to a seat, in a turn of the lead."""

    item: int
    seat: int
    turn: int
    basis: str
    ended: bool


def readable(
    viewer: Viewer, seats: Iterable[Seat], items: Iterable[Given], releases: Iterable[Released], turn: int
) -> frozenset[int]:
    """The ids of the items that the viewer reads."""
    if not viewer.may:
        return frozenset()
    own = {seat.id for seat in seats if seat.reads and seat.account == viewer.account and seat.body == viewer.body}
    return readable_by(own, items, releases, turn)


def readable_by(
    seats: Collection[int], items: Iterable[Given], releases: Iterable[Released], turn: int
) -> frozenset[int]:
    """The ids of the items that are read from these seats."""
    open_to = {
        release.item
        for release in releases
        if release.seat in seats and release.turn == turn and not release.ended and release.basis in set(Basis)
    }
    return frozenset(item.id for item in items if item.giver in seats or item.id in open_to)
