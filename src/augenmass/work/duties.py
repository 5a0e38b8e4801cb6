"""The worker's regular duties: what is to be done again and again, registered by name where a room begins.

    @duty("letters.render", every=timedelta(seconds=30))
    def render_waiting(turn: Turn) -> int: ...

A duty reads its work from the state of rows, does it in short transactions, asks ``turn.stopping`` between them and
returns how many things it did. It may be cut off at any point and is then simply done again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

LEASE = timedelta(minutes=5)
"""How long a duty belongs to one worker before another may take it over, unless it is renewed."""
SHARED_FROM = timedelta(minutes=10)
"""A duty with at least this rhythm is done once per rhythm by the whole installation, not once by each worker."""


class Turn(Protocol):
    """One turn of a worker at a duty."""

    @property
    def stopping(self) -> bool:
        """Whether the worker was asked to stop: finish the transaction under way and return."""

    def renew(self) -> None:
        """Extend the lease; raises ``LeaseLost`` when another worker took the duty over."""


class LeaseLost(Exception):
    """Another worker holds the duty now; this one stops at once, and nothing is lost because work is read from the state."""


class CutShort(Exception):
    """The worker was asked to stop before the duty was through: it does not count as done, so the next turn looks as far back as this one."""


Work = Callable[[Turn], int]


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty: its name, its work, its rhythm and the length of its lease."""

    name: str
    work: Work
    every: timedelta
    lease: timedelta = LEASE

    @property
    def shared(self) -> bool:
        """Whether its rhythm is that of the whole installation."""
        return self.every >= SHARED_FROM


_duties: dict[str, Duty] = {}


def duty(name: str, every: timedelta, lease: timedelta = LEASE) -> Callable[[Work], Work]:
    """Register a function as duty ``name``. Raises ``ValueError`` when the name is taken by another function."""

    def registered(work: Work) -> Work:
        if name in _duties and _duties[name].work is not work:
            raise ValueError(f"the duty {name} exists already")
        _duties[name] = Duty(name, work, every, lease)
        return work

    return registered


def all_duties() -> list[Duty]:
    """Every registered duty, in the order of their registration."""
    return list(_duties.values())


def duty_called(name: str) -> Duty:
    """The duty of this name. Raises ``KeyError``."""
    return _duties[name]
