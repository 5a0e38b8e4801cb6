"""The watch over the statutes: which units that norms were written from read otherwise now, word by word."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from augenmass.law.catalogue import Catalogue
from augenmass.law.checking import citations, nodes_below, roots
from augenmass.law.norms.statutes import split_cite, text_hash, unit_of

State = Literal["unchanged", "changed", "gone", "not_read"]
_CONTEXT = 8
"""Words shown before and after a change."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One unit that the catalogue cites. ``norms``: ids of the norms written from it or resting on it.

    ``changes``: pieces of the word diff (what was, what is, words around it), empty where the wording read is not at hand.
    """

    unit: str
    state: State
    norms: tuple[str, ...] = ()
    compared: bool = False
    changes: tuple["Change", ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were replaced: ``before`` and ``after`` them a few that stayed."""

    before: str
    was: str
    now: str
    after: str


def watch(
    catalogue: Catalogue, hashes: Mapping[str, str], now: Mapping[str, str], read: Iterable[Mapping[str, str]] = ()
) -> list[Finding]:
    """Compare the texts of today (``now``, by unit) with the hashes of those that norms were written from.

    ``read``: older texts among which the wording that was read is looked for. Units of statutes that ``now`` does not hold at all
    are *not_read*; one whose paragraph or Absatz is missing is *gone*. Citations of older texts (``…@DATE``) are not watched.
    """
    users = _users(catalogue)
    wordings = {text_hash(text): text for texts in read for text in texts.values()}
    statutes = {split_cite(unit)[0] for unit in now}
    findings = []
    for unit, digest in hashes.items():
        if "@" in unit:
            continue
        norms = tuple(sorted(users.get(unit, ())))
        text = now.get(unit)
        if split_cite(unit)[0] not in statutes:
            findings.append(Finding(unit, "not_read", norms))
        elif text is None:
            findings.append(Finding(unit, "gone", norms))
        elif text_hash(text) == digest:
            findings.append(Finding(unit, "unchanged", norms))
        else:
            old = wordings.get(digest)
            findings.append(
                Finding(unit, "changed", norms, old is not None, word_diff(old, text) if old is not None else ())
            )
    return findings


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """Return what changed between two texts, word by word."""
    was, now = (re.findall(r"\S+", text) for text in (old, new))
    changes = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            around = (was[max(0, a - _CONTEXT) : a], was[b : b + _CONTEXT])
            before, after = (" ".join(words) for words in around)
            changes.append(Change(before, " ".join(was[a:b]), " ".join(now[c:d]), after))
    return tuple(changes)


def _users(catalogue: Catalogue) -> dict[str, set[str]]:
    users: dict[str, set[str]] = {}
    for norm in catalogue.norms:
        users.setdefault(unit_of(norm.id), set()).add(norm.id)
    for where, root, _cite in roots(catalogue):
        thing = where.split(" ", 1)[-1]
        for node in nodes_below(root):
            if cite := getattr(node, "cite", ""):
                users.setdefault(unit_of(cite), set()).add(thing)
    for cite in citations(catalogue):
        users.setdefault(unit_of(cite), set())
    return users
