"""The program run for many cases at once: two bit planes per condition, "certainly" and "possibly", 64 cases to a word.

Cases are taken in blocks, whose planes stay near the processor; what is kept is the planes of what was asked. Blocks are shared out
between threads: numpy computes outside the interpreter's lock.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from augenmass.law.block import Block, Room
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns
from augenmass.law.deciding import Backward
from augenmass.law.plan import Plan, plan_for
from augenmass.law.planes import WORD, Places, Plane, count, unpack, unpacked, words_for
from augenmass.law.position import CLARIFY

BLOCK: Final = 1 << 18
"""Cases of a block: a multiple of 64."""
THREADS: Final = 2

Rows = npt.NDArray[np.int64]
Kept = npt.NDArray[np.uint64]
DecidingFacts = dict[str, dict[str, int]]
"""By question and fact: in how many cases the fact is among the deciding ones."""
_Done = TypeVar("_Done")


@dataclass(eq=False, slots=True)
class Caseload:
    """The answers for N cases on one day, by the catalogue named by its hash.

    ``kept``: the planes of what was asked, by row of the plan: certainly, possibly; bits beyond the last case are clear.
    ``pending``: changed cases whose answers are in, and whose facts are written into the columns when these are read next.
    """

    plan: Plan
    made_from: Columns = field(repr=False)
    on: date
    catalogue: str
    kept: Kept = field(repr=False)
    pending: list[tuple[Rows, Columns]] = field(default_factory=list, repr=False)

    @property
    def size(self) -> int:
        """The number of cases."""
        return self.made_from.size

    @property
    def columns(self) -> Columns:
        """The facts of all cases, changed ones written in: that waits for memory, so it is not done before it is needed."""
        while self.pending:
            self.made_from.replace(*self.pending[0])
            del self.pending[0]
        return self.made_from

    def values(self, question: str) -> npt.NDArray[np.int8]:
        """Return 0, 1 or 3 per case for a question, norm, doubt or definition. Raises ``KeyError`` for what was not asked."""
        return unpacked(self.kept[self.plan.rows[self.plan.asked[question].slot]], self.size)

    def planes(self, question: str) -> tuple[Plane, Plane]:
        """Return where the answer is certainly and where it is possibly yes. Raises ``KeyError`` for what was not asked."""
        row = self.plan.rows[self.plan.asked[question].slot]
        return self.kept[row, 0], self.kept[row, 1]

    def counts(self, question: str) -> dict[str, int]:
        """Return how many cases are answered yes, no and not established; the three add up to the number of cases."""
        sure, possible = (count(plane) for plane in self.planes(question))
        return {"yes": sure, "not_established": possible - sure, "no": self.size - possible}

    def lane_codes(self) -> npt.NDArray[np.int16]:
        """Return the number of every case's lane in ``lane_names``. Raises ``KeyError`` when lanes were not asked."""
        lanes = self.plan.program.lanes
        found = np.full(self.size, len(lanes), dtype=np.int16)
        for number, site in reversed(list(enumerate(lanes.values()))):
            found[unpack(self.kept[self.plan.rows[site.slot], 0], self.size)] = number
        return found

    @property
    def lane_names(self) -> list[str]:
        """The lanes in the order in which they are tried, and last the one of cases without a certain one."""
        return [*self.plan.program.lanes, CLARIFY]

    def lanes(self) -> list[str]:
        """Return the lane of every case."""
        names = self.lane_names
        return [names[number] for number in self.lane_codes()]

    def lane_counts(self) -> dict[str, int]:
        """Return how many cases are in each lane, those without a certain one in ``clarify``."""
        names = self.lane_names
        counted = dict.fromkeys(names, 0)
        for name, number in zip(names, np.bincount(self.lane_codes(), minlength=len(names)), strict=True):
            counted[name] += int(number)
        return counted

    def deciding_facts(self, question: str) -> dict[str, int]:
        """Return in how many cases each fact is among the deciding ones where the question is not yes, most frequent first."""
        return self.all_deciding_facts([question])[question]

    def all_deciding_facts(self, questions: Collection[str]) -> dict[str, dict[str, int]]:
        """Return ``deciding_facts`` of several questions; what they share is computed once."""
        plan = plan_for(self.plan.program, questions)

        def counted(block: Block) -> DecidingFacts:
            block.run()
            return _deciding_facts(block)

        return _summed(questions, _each_block(plan, self.columns, self.on, counted))


def assess_many(
    catalogue: Catalogue, columns: Columns, on: date, asked: Collection[str] | None = None, *, lanes: bool = False
) -> Caseload:
    """Return the answers to some questions, norms, doubts or definitions for all cases; by default to all, and the lanes.

    ``lanes``: keep the lanes too, where only some things are asked. Raises ``KeyError`` for an unknown id. Works in memory: give larger stocks in batches.
    """
    plan = plan_for(catalogue.program, asked, lanes=lanes or asked is None)
    return Caseload(plan, columns, on, catalogue.hash, _run(plan, columns, on))


def assess_with_facts(
    catalogue: Catalogue, columns: Columns, on: date, questions: Collection[str]
) -> tuple[Caseload, DecidingFacts]:
    """Return the answers to some questions and the facts that decide them, in one pass (``Caseload.all_deciding_facts``)."""
    plan = plan_for(catalogue.program, questions)
    kept = _room(plan, columns)

    def work(block: Block) -> DecidingFacts:
        _run_and_keep(block, kept)
        return _deciding_facts(block)

    facts = _summed(questions, _each_block(plan, columns, on, work))
    return Caseload(plan, columns, on, catalogue.hash, kept), facts


def changed(caseload: Caseload, rows: Rows, columns: Columns) -> None:
    """Put other facts in the place of those of some cases, and assess just these anew.

    ``rows``: numbers of the cases, ascending; ``columns``: all their facts, in this order. Writes into the caseload and later into
    the columns it was made from. Raises ``ValueError`` when the numbers do not fit.
    """
    if len(rows) != columns.size:
        raise ValueError("each changed case needs its facts")
    if not len(rows):
        return
    if rows[0] < 0 or rows[-1] >= caseload.size or (np.diff(rows) <= 0).any():
        raise ValueError("the numbers of the changed cases ascend and lie within the caseload")
    for days in columns.days.values():
        days.keep_whole()  # of few cases: making them once costs less than reading around the exceptions
    caseload.pending.append((rows, columns))
    Places(rows).write(caseload.kept, _run(caseload.plan, columns, caseload.on))


def _run(plan: Plan, columns: Columns, on: date) -> Kept:
    kept = _room(plan, columns)
    for _done in _each_block(plan, columns, on, lambda block: _run_and_keep(block, kept)):
        pass
    return kept


def _room(plan: Plan, columns: Columns) -> Kept:
    return np.empty((len(plan.rows), 2, words_for(columns.size)), dtype=np.uint64)


def _run_and_keep(block: Block, kept: Kept) -> None:
    block.run()
    first = block.start // WORD
    for slot, row in block.plan.rows.items():
        np.bitwise_and(block.planes[slot], block.inside, out=kept[row, :, first : first + block.words])


def _deciding_facts(block: Block) -> DecidingFacts:
    backward = Backward(block)
    return {question: backward.counts(question) for question in block.plan.asked}


def _summed(questions: Collection[str], parts: Iterator[DecidingFacts]) -> DecidingFacts:
    """Add up the counts of blocks, most frequent facts first."""
    found: dict[str, dict[str, int]] = {question: {} for question in questions}
    for part in parts:
        for question, counts in part.items():
            for name, number in counts.items():
                found[question][name] = found[question].get(name, 0) + number
    return {question: _most_frequent_first(counts) for question, counts in found.items()}


def _each_block(plan: Plan, columns: Columns, on: date, work: Callable[[Block], _Done]) -> Iterator[_Done]:
    """Yield what the work says of every block, in order. Blocks are of one size, shared out evenly between the threads."""
    threads = min(THREADS, os.cpu_count() or 1) if columns.size > BLOCK else 1
    blocks = -(-columns.size // (BLOCK * threads)) * threads
    words = -(-words_for(columns.size) // max(blocks, 1))
    rooms: list[Room] = []

    def of_block(start: int) -> _Done:
        room = rooms.pop() if rooms else Room(plan, words)
        try:
            return work(Block(plan, columns, on, start, min(start + words * WORD, columns.size), room))
        finally:
            rooms.append(room)

    starts = range(0, columns.size, max(words, 1) * WORD)
    if threads == 1:
        yield from map(of_block, starts)
        return
    with ThreadPoolExecutor(threads, thread_name_prefix="caseload") as pool:
        yield from pool.map(of_block, starts)


def _most_frequent_first(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(((name, number) for name, number in counts.items() if number), key=lambda pair: -pair[1]))
