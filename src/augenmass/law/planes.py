"""The gates of the program over bit planes: "certainly" and "possibly", 64 cases to a word."""

from typing import Final

import numpy as np
import numpy.typing as npt

from augenmass.law.program import Op

Plane = npt.NDArray[np.uint64]
Planes = tuple[Plane, Plane]
Mask = npt.NDArray[np.bool_]

WORD: Final = 64


def words_for(size: int) -> int:
    """Return how many words hold so many cases."""
    return -(-size // WORD)


def pack(mask: "npt.NDArray[np.bool_ | np.int8]") -> Plane:
    """Return the cases in which a column is not nought as a plane; bits beyond the last case are clear."""
    packed = np.packbits(mask, bitorder="little")
    if len(packed) % 8:
        packed = np.concatenate((packed, np.zeros(-len(packed) % 8, dtype=np.uint8)))
    return packed.view(np.uint64)


def unpack(plane: Plane, size: int) -> Mask:
    """Return the first ``size`` cases of a plane as a column."""
    return np.unpackbits(plane.view(np.uint8), count=size, bitorder="little").view(np.bool_)


def filled(words: int, *, full: bool) -> Plane:
    """Return a plane of all cases or of none."""
    return np.full(words, ~np.uint64(0) if full else np.uint64(0), dtype=np.uint64)


def inside(size: int) -> Plane:
    """Return the plane in which just the bits of ``size`` cases are set."""
    plane = filled(words_for(size), full=True)
    if size % WORD:
        plane[-1] = np.uint64((1 << size % WORD) - 1)
    return plane


def count(plane: Plane) -> int:
    """Return how many bits of a plane are set."""
    return int(np.bitwise_count(plane).sum(dtype=np.int64))


def gate(op: Op, parts: list[Planes], least: int) -> Planes:
    """Return what a gate computes of its arguments."""
    match op:
        case Op.AND:
            return all_of([sure for sure, _ in parts]), all_of([possible for _, possible in parts])
        case Op.OR:
            return any_of([sure for sure, _ in parts]), any_of([possible for _, possible in parts])
        case Op.NOR:
            return ~any_of([possible for _, possible in parts]), ~any_of([sure for sure, _ in parts])
        case Op.NOT:
            ((sure, possible),) = parts
            return ~possible, ~sure
        case Op.EXCEPT:
            (rule_sure, rule_possible), (sure, possible) = parts
            return rule_sure & ~possible, rule_possible & ~sure
        case Op.PRESUMED:
            (rule_sure, rule_possible), (sure, _) = parts
            return rule_sure & ~sure, rule_possible & ~sure
        case Op.UNVERIFIED:
            ((sure, possible),) = parts
            return np.zeros_like(sure), possible
        case Op.AT_LEAST:
            return _at_least([sure for sure, _ in parts], least), _at_least([possible for _, possible in parts], least)


def deciding(op: Op, own: Planes, parts: list[Planes]) -> list[Plane | None]:
    """Return, for every argument of a gate, the cases in which it decides the answer; None stands for all cases."""
    match op:
        case Op.AND | Op.OR | Op.AT_LEAST:
            return [_equal(part, own) for part in parts]
        case Op.NOR | Op.NOT:
            sure, possible = own
            opposite = (~possible, ~sure)
            return [_equal(part, opposite) for part in parts]
        case Op.UNVERIFIED:
            return [None]
        case Op.EXCEPT:
            sure, possible = own
            return [_equal(parts[0], own), _equal(parts[1], (~possible, ~sure))]
        case Op.PRESUMED:
            return [_equal(parts[0], own), own[0] | parts[1][0]]


def all_of(planes: list[Plane]) -> Plane:
    """Return where all planes are set."""
    if len(planes) == 1:
        return planes[0]
    result = planes[0] & planes[1]
    for plane in planes[2:]:
        np.bitwise_and(result, plane, out=result)
    return result


def any_of(planes: list[Plane]) -> Plane:
    """Return where any plane is set."""
    if len(planes) == 1:
        return planes[0]
    result = planes[0] | planes[1]
    for plane in planes[2:]:
        np.bitwise_or(result, plane, out=result)
    return result


def _at_least(planes: list[Plane], least: int) -> Plane:
    """Return where ``least`` planes are set: ``reached[k]`` is where k of the planes so far are."""
    reached = [~np.zeros_like(planes[0])] + [np.zeros_like(planes[0]) for _ in range(least)]
    for plane in planes:
        for k in range(least, 0, -1):
            reached[k] = reached[k] | (reached[k - 1] & plane)
    return reached[least]


def _equal(a: Planes, b: Planes) -> Plane:
    result = a[0] ^ b[0]
    np.bitwise_or(result, a[1] ^ b[1], out=result)
    np.invert(result, out=result)
    return result
