"""Pure rules of an inspection: which page of the file is shown, replaced or not there at all, and its number.

A number is given once and stays. Pages whose existence is secret get none, so the numbers have no gap that would tell of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Page = tuple[str, int]
"""Key of a piece and page in it, from 1."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Pages of a piece that are not shown."""

    piece: str
    first: int
    last: int
    provision: str
    unseen: bool = False

    def covers(self, page: Page) -> bool:
        """Whether a page is among them."""
        return page[0] == self.piece and self.first <= page[1] <= self.last


@dataclass(frozen=True, slots=True)
class Leaf:
    """One numbered leaf of the bundle; ``provision`` is empty where the page is shown."""

    number: int
    page: Page
    provision: str = ""


def leaves(pages: Sequence[Page], holds: Iterable[Hold], given: Mapping[Page, int]) -> list[Leaf]:
    """The leaves in the order of their numbers; pages without a number get the next ones in the order of ``pages``."""
    held = list(holds)
    following = max(given.values(), default=0) + 1
    found = []
    for page in pages:
        hold = next((one for one in held if one.covers(page)), None)
        if hold is not None and hold.unseen:
            continue
        number = given.get(page)
        if number is None:
            number, following = following, following + 1
        found.append(Leaf(number, page, hold.provision if hold is not None else ""))
    return sorted(found, key=lambda leaf: leaf.number)


def overlap(hold: Hold, others: Iterable[Hold]) -> bool:
    """Whether pages are withheld already."""
    return any(hold.piece == other.piece and hold.first <= other.last and other.first <= hold.last for other in others)


def spans(numbers: Iterable[int]) -> str:
    """Numbers as people write them: ``3–5, 8``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
