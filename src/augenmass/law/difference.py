"""What differs between two catalogues, thing by thing; words, marks and examples do not count."""

import hashlib
import json
from dataclasses import dataclass
from typing import Final

from augenmass.law.catalogue import Catalogue
from augenmass.law.encoding import encode
from augenmass.law.norm import Norm

_PARTS: Final = ("norms", "definitions", "questions", "steps", "doubts", "deadlines", "lanes")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came, went or changed. ``part``: ``norms``, ``questions`` …"""

    part: str
    id: str
    kind: str
    """``added``, ``removed`` or ``changed``."""
    de: str
    en: str


def differences(old: Catalogue, new: Catalogue) -> tuple[Difference, ...]:
    """Return what differs, norms first, in the order of the new catalogue and then of what it no longer has."""
    found: list[Difference] = []
    for part in _PARTS:
        before = {thing.id: thing for thing in getattr(old, part)}
        after = {thing.id: thing for thing in getattr(new, part)}
        for name, thing in after.items():
            if name not in before:
                found.append(_difference(part, name, "added", thing))
            elif encode(before[name], words=False) != encode(thing, words=False):
                found.append(_difference(part, name, "changed", thing))
        found += [_difference(part, name, "removed", thing) for name, thing in before.items() if name not in after]
    return tuple(found)


def _difference(part: str, name: str, kind: str, thing: object) -> Difference:
    return Difference(part, name, kind, getattr(thing, "de", ""), getattr(thing, "en", ""))


def norm_hash(norm: Norm) -> str:
    """Return the SHA-256 of a norm without words, marks and examples: a review stands as long as it stays the same."""
    text = json.dumps(encode(norm, words=False), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
