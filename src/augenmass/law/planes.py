"""The gates of the program over bit planes: "certainly" and "possibly", 64 cases to a word.

A pair is an array of two planes, ``[certainly, possibly]``; gates write into one that is given, so that no memory is asked for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from augenmass.law.program import Op
from augenmass.law.values import NO, UNKNOWN, YES

Plane = npt.NDArray[np.uint64]
Pair = npt.NDArray[np.uint64]
"""Shape (2, words)."""
Mask = npt.NDArray[np.bool_]
Key = TypeVar("Key")

Step = tuple[Callable[..., object], tuple[int, ...]]

WORD: Final = 64
_MANY: Final = 32
"""From so many planes on, two threads write them: numpy writes outside the interpreter's lock."""
_AT_ONCE: Final = 4
"""Planes that are written together."""
NONE: Final = np.uint64(0)
ALL: Final = ~NONE


def words_for(size: int) -> int:
    """Return how many words hold so many cases."""
    return -(-size // WORD)


def pack(mask: "npt.NDArray[np.bool_ | np.int8]") -> Plane:
    """Return the cases in which a column is not nought as a plane; bits beyond the last case are clear."""
    packed = np.packbits(mask, bitorder="little")
    if len(packed) % 8:
        packed.resize(-(-len(packed) // 8) * 8, refcheck=False)  # what is added is clear
    return packed.view(np.uint64)


class Packing:
    """Columns compared one after the other and packed together: a call for many costs no more than one for one.

    ``masks``: room for as many columns as are packed at once; each has a multiple of 64 cases.
    """

    def __init__(self, masks: Mask, size: int) -> None:
        self._masks = masks
        self._rows = list(masks[:, :size])
        self._words = words_for(size)
        self._waiting: list[tuple[dict[Any, Plane], Any]] = []

    def add(self, how: np.ufunc, column: npt.NDArray[Any], value: int, planes: dict[Key, Plane], key: Key) -> None:
        """Compare a column with a value; once that is packed (``finish`` at the latest), the plane stands in ``planes``."""
        how(column, value, self._rows[len(self._waiting)])
        self._waiting.append((planes, key))
        if len(self._waiting) == len(self._rows):
            self.finish()

    def finish(self) -> None:
        """Pack what was compared."""
        packed = np.packbits(self._masks[: len(self._waiting)], axis=-1, bitorder="little").view(np.uint64)
        for (planes, key), plane in zip(self._waiting, packed[:, : self._words], strict=True):
            planes[key] = plane
        self._waiting.clear()


def unpack(plane: Plane, size: int) -> Mask:
    """Return the first ``size`` cases of a plane as a column."""
    return np.unpackbits(plane.view(np.uint8), count=size, bitorder="little").view(np.bool_)


def inside(size: int) -> Plane:
    """Return the plane in which just the bits of ``size`` cases are set."""
    plane = np.full(words_for(size), ALL, dtype=np.uint64)
    if size % WORD:
        plane[-1] = np.uint64((1 << size % WORD) - 1)
    return plane


def count(plane: Plane) -> int:
    """Return how many bits of a plane are set."""
    return int(np.bitwise_count(plane).sum(dtype=np.int64))


def packed(values: "npt.NDArray[np.int8]") -> Pair:
    """Return a column of 0, 1 and 3 as the two planes of it."""
    return np.stack((pack(values > UNKNOWN), pack(values)))


def unpacked(pair: Pair, size: int) -> npt.NDArray[np.int8]:
    """Return the first ``size`` cases of two planes as a column of 0, 1 and 3."""
    sure, possible = (unpack(plane, size) for plane in pair)
    return np.where(sure, np.int8(YES), np.where(possible, np.int8(UNKNOWN), np.int8(NO)))


class Places:
    """Where the bits of some cases stand in planes, to write others there. ``rows``: numbers of the cases, ascending."""

    def __init__(self, rows: npt.NDArray[np.int64]) -> None:
        self._count = len(rows)
        self._shift = (rows & 7).astype(np.uint8)
        self._bytes, self._begins, lengths = np.unique(rows >> 3, return_index=True, return_counts=True)
        # A few bytes hold several of the cases: by how many more, which bytes those are.
        self._further = [(step, np.flatnonzero(lengths > step)) for step in range(1, lengths.max(initial=0))]
        bit = np.array([1, 2, 4, 8, 16, 32, 64, 128], dtype=np.uint8)[self._shift]
        touched = bit[self._begins]
        for step, more in self._further:
            touched[more] |= bit[self._begins[more] + step]
        self._untouched = ~touched

    def write(self, planes: npt.NDArray[np.uint64], part: npt.NDArray[np.uint64]) -> None:
        """Write planes of just these cases, in their order, into planes of all; the last axis counts words."""
        part = part.reshape(-1, part.shape[-1])
        words = planes.reshape(len(part), -1)
        if len(part) < _MANY:
            self._write(words, part)
            return
        half = len(part) // 2
        with ThreadPoolExecutor(1, thread_name_prefix="places") as pool:
            other = pool.submit(self._write, words[:half], part[:half])
            self._write(words[half:], part[half:])
            other.result()

    def _write(self, planes: npt.NDArray[np.uint64], part: npt.NDArray[np.uint64]) -> None:
        bits = np.unpackbits(part.view(np.uint8), axis=-1, count=self._count, bitorder="little")
        bits <<= self._shift
        values: npt.NDArray[np.uint8] = np.take(bits, self._begins, axis=1)
        for step, more in self._further:
            values[:, more] |= np.take(bits, self._begins[more] + step, axis=1)
        # As one long row: numpy walks an index of the second axis of many planes four times as slowly. Several planes at once, so
        # that the two threads seldom wait for each other.
        size = 8 * planes.shape[1]
        kept = np.full(size, 0xFF, dtype=np.uint8)
        kept[self._bytes] = self._untouched
        put = np.zeros((_AT_ONCE, size), dtype=np.uint8)
        places = (np.arange(0, put.size, size)[:, np.newaxis] + self._bytes).ravel()
        for first in range(0, len(planes), _AT_ONCE):
            some, new = planes[first : first + _AT_ONCE], values[first : first + _AT_ONCE]
            put.ravel()[places[: new.size]] = new.ravel()
            some &= kept.view(np.uint64)
            some |= put.view(np.uint64)[: len(some)]


def steps_of(op: int, out: int, slots: Sequence[int], least: int) -> Iterator[Step]:
    """Yield the steps that compute a gate, each with the slots of the pairs that it takes, the one that it writes last."""
    if op in (Op.AND, Op.OR):
        how = np.bitwise_and if op == Op.AND else np.bitwise_or
        if len(slots) == 1:
            yield np.positive, (slots[0], out)
        for number, slot in enumerate(slots[1:]):
            yield how, (out if number else slots[0], slot, out)
    elif op == Op.AT_LEAST:
        yield partial(_at_least, least), (*slots, out)
    else:
        yield _STEPS[op], (*slots, out)


def deciding(op: int, own: Pair, parts: list[Pair], spare: Pair, out: list[Plane]) -> None:
    """Write, for every argument of a gate, the cases in which it decides the answer. ``spare`` is overwritten."""
    match op:
        case Op.AND | Op.OR | Op.AT_LEAST:
            for part, plane in zip(parts, out, strict=True):
                _equal(part, own, spare, plane)
        case Op.NOR | Op.NOT:
            for part, plane in zip(parts, out, strict=True):
                _opposite(part, own, spare, plane)
        case Op.UNVERIFIED:
            out[0][:] = ALL
        case Op.EXCEPT:
            _equal(parts[0], own, spare, out[0])
            _opposite(parts[1], own, spare, out[1])
        case Op.PRESUMED:
            _equal(parts[0], own, spare, out[0])
            np.bitwise_or(own[0], parts[1][0], out=out[1])


def _at_least(least: int, *pairs: Pair) -> None:
    """Write where ``least`` are set: ``reached[k]`` is where k of the planes so far are."""
    *parts, out = pairs
    reached = [np.full_like(out, ALL)] + [np.zeros_like(out) for _ in range(least)]
    for part in parts:
        for k in range(least, 0, -1):
            reached[k] |= reached[k - 1] & part
    out[:] = reached[least]


def _equal(a: Pair, b: Pair, spare: Pair, out: Plane) -> None:
    np.bitwise_xor(a, b, out=spare)
    np.bitwise_or(spare[0], spare[1], out=out)
    np.invert(out, out=out)


def _opposite(a: Pair, b: Pair, spare: Pair, out: Plane) -> None:
    """Write where a pair equals the negation of another: a bit of ``a`` differs from the other bit of ``b``."""
    np.bitwise_xor(a, b[::-1], out=spare)
    np.bitwise_and(spare[0], spare[1], out=out)


def _none_of(*pairs: Pair) -> None:
    first, *parts, out = pairs
    if not parts:
        _negated(first, out)
        return
    np.bitwise_or(first[::-1], parts[0][::-1], out=out)
    for part in parts[1:]:
        np.bitwise_or(out, part[::-1], out=out)
    np.invert(out, out=out)


def _negated(pair: Pair, out: Pair) -> None:
    np.invert(pair[::-1], out=out)


def _except(rule: Pair, unless: Pair, out: Pair) -> None:
    np.invert(unless[::-1], out=out)
    np.bitwise_and(out, rule, out=out)


def _presumed(rule: Pair, unless: Pair, out: Pair) -> None:
    np.invert(unless[0], out=out[0])
    np.bitwise_and(rule[1], out[0], out=out[1])
    np.bitwise_and(rule[0], out[0], out=out[0])


def _unverified(rule: Pair, out: Pair) -> None:
    out[0] = NONE
    out[1] = rule[1]


_STEPS: Final[Mapping[int, Callable[..., object]]] = {
    Op.NOR: _none_of,
    Op.NOT: _negated,
    Op.EXCEPT: _except,
    Op.PRESUMED: _presumed,
    Op.UNVERIFIED: _unverified,
}
