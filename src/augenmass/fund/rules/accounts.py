"""Accounts of a fund's year. Every posting moves cents from one account to another, so nothing appears or vanishes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Account(StrEnum):
    """Where the money of a year is."""

    OUTSIDE = "outside"
    """The treasury: it gives the budget and gets back what is returned."""
    FREE = "free"
    COMMITTED = "committed"
    PAID = "paid"
    RECOVERED = "recovered"
    LAPSED = "lapsed"
    CARRIED = "carried"
    """Between two years; over all years it is empty."""


class PostingKind(StrEnum):
    """What a posting says happened."""

    BUDGET_RAISED = "budget_raised"
    BUDGET_LOWERED = "budget_lowered"
    COMMITTED = "committed"
    CANCELLED = "cancelled"
    PAID = "paid"
    RECOVERED = "recovered"
    LAPSED = "lapsed"
    REST_LAPSED = "rest_lapsed"
    CARRIED_OUT = "carried_out"
    CARRIED_IN = "carried_in"


MOVES: Mapping[PostingKind, tuple[Account, Account]] = {
    PostingKind.BUDGET_RAISED: (Account.OUTSIDE, Account.FREE),
    PostingKind.BUDGET_LOWERED: (Account.FREE, Account.OUTSIDE),
    PostingKind.COMMITTED: (Account.FREE, Account.COMMITTED),
    PostingKind.CANCELLED: (Account.COMMITTED, Account.FREE),
    PostingKind.PAID: (Account.COMMITTED, Account.PAID),
    # What comes back is income of the treasury: it cannot be promised again, and the payment stays what it was.
    PostingKind.RECOVERED: (Account.OUTSIDE, Account.RECOVERED),
    PostingKind.LAPSED: (Account.COMMITTED, Account.LAPSED),
    PostingKind.REST_LAPSED: (Account.FREE, Account.LAPSED),
    PostingKind.CARRIED_OUT: (Account.COMMITTED, Account.CARRIED),
    PostingKind.CARRIED_IN: (Account.CARRIED, Account.COMMITTED),
}
"""From which account to which each posting moves its cents."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A year in cents. Budget and what came from the year before are promised, paid, free, lapsed or carried on; nothing else."""

    budget: int
    carried_in: int
    free: int
    committed: int
    """Promised and not yet paid."""
    paid: int
    lapsed: int
    carried_out: int
    recovered: int

    @property
    def whole(self) -> int:
        """What there was to spend."""
        return self.budget + self.carried_in

    @property
    def balances(self) -> bool:
        """Whether every cent is somewhere."""
        return self.whole == self.free + self.committed + self.paid + self.lapsed + self.carried_out


FIGURES: Mapping[str, Mapping[PostingKind, int]] = {
    "budget": {PostingKind.BUDGET_RAISED: 1, PostingKind.BUDGET_LOWERED: -1},
    "carried_in": {PostingKind.CARRIED_IN: 1},
    "paid": {PostingKind.PAID: 1},
    "recovered": {PostingKind.RECOVERED: 1},
    "lapsed": {PostingKind.LAPSED: 1, PostingKind.REST_LAPSED: 1},
    "carried_out": {PostingKind.CARRIED_OUT: 1},
    **{
        account.value: {
            kind: (account is into) - (account is out) for kind, (out, into) in MOVES.items() if account in (out, into)
        }
        for account in (Account.FREE, Account.COMMITTED)
    },
}
"""Which postings make which figure, and with which sign."""


def figures(sums: Iterable[tuple[str, int]]) -> Figures:
    """The figures of a year from the sums of its postings by kind."""
    held = {PostingKind(kind): cents for kind, cents in sums}
    return Figures(
        **{name: sum(sign * held.get(kind, 0) for kind, sign in kinds.items()) for name, kinds in FIGURES.items()}
    )
