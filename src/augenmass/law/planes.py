"""The gates of the program over bit planes: "certainly" and "possibly", 64 cases to a word.

A pair is an array of two planes, ``[certainly, possibly]``; gates write into one that is given, so that no memory is asked for.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np
import numpy.typing as npt

from augenmass.law.program import Op
from augenmass.law.values import NO, UNKNOWN, YES

Plane = npt.NDArray[np.uint64]
Pair = npt.NDArray[np.uint64]
"""Shape (2, words)."""
Mask = npt.NDArray[np.bool_]

WORD: Final = 64
_MANY: Final = 32
"""From so many planes on, two threads write them: numpy writes outside the interpreter's lock."""
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
        bits = np.unpackbits(part.view(np.uint8), axis=-1, count=self._count, bitorder="little")
        bits = bits.reshape(-1, self._count)
        bits <<= self._shift
        values: npt.NDArray[np.uint8] = np.take(bits, self._begins, axis=1)
        for step, more in self._further:
            values[:, more] |= np.take(bits, self._begins[more] + step, axis=1)
        # One plane after the other: numpy walks an index of the second axis of many planes four times as slowly.
        words = planes.reshape(len(values), -1)
        kept = np.full(8 * words.shape[1], 0xFF, dtype=np.uint8)
        kept[self._bytes] = self._untouched

        def write(part: slice) -> None:
            put = np.zeros_like(kept)
            put_words, kept_words = put.view(np.uint64), kept.view(np.uint64)
            for plane, value in zip(words[part], values[part], strict=True):
                put[self._bytes] = value
                plane &= kept_words
                plane |= put_words

        if len(values) < _MANY:
            write(slice(None))
            return
        half = len(values) // 2
        with ThreadPoolExecutor(1, thread_name_prefix="places") as pool:
            other = pool.submit(write, slice(half))
            write(slice(half, None))
            other.result()


def gate(op: int, parts: list[Pair], least: int, out: Pair) -> None:
    """Write what a gate computes of its arguments."""
    _GATES[op](parts, least, out)


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


def all_of(parts: list[Pair], out: Pair) -> None:
    """Write where all are set."""
    _joined(np.bitwise_and, parts, out)


def any_of(parts: list[Pair], out: Pair) -> None:
    """Write where any is set."""
    _joined(np.bitwise_or, parts, out)


def _joined(how: np.ufunc, parts: list[Pair], out: Pair) -> None:
    if len(parts) == 1:
        out[:] = parts[0]
        return
    how(parts[0], parts[1], out=out)
    for part in parts[2:]:
        how(out, part, out=out)


def _at_least(parts: list[Pair], least: int, out: Pair) -> None:
    """Write where ``least`` are set: ``reached[k]`` is where k of the planes so far are."""
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


def _none_of(parts: list[Pair], _least: int, out: Pair) -> None:
    any_of([part[::-1] for part in parts], out)
    np.invert(out, out=out)


def _not(parts: list[Pair], _least: int, out: Pair) -> None:
    np.invert(parts[0][::-1], out=out)


def _except(parts: list[Pair], _least: int, out: Pair) -> None:
    rule, unless = parts
    np.invert(unless[::-1], out=out)
    np.bitwise_and(out, rule, out=out)


def _presumed(parts: list[Pair], _least: int, out: Pair) -> None:
    rule, unless = parts
    np.invert(unless[:1], out=out[:1])
    np.bitwise_and(rule[1], out[0], out=out[1])
    np.bitwise_and(rule[0], out[0], out=out[0])


def _unverified(parts: list[Pair], _least: int, out: Pair) -> None:
    out[0] = NONE
    out[1] = parts[0][1]


_GATES: Final[Mapping[int, Callable[[list[Pair], int, Pair], None]]] = {
    Op.AND: lambda parts, _least, out: all_of(parts, out),
    Op.OR: lambda parts, _least, out: any_of(parts, out),
    Op.NOR: _none_of,
    Op.NOT: _not,
    Op.EXCEPT: _except,
    Op.PRESUMED: _presumed,
    Op.UNVERIFIED: _unverified,
    Op.AT_LEAST: _at_least,
}
