"""Who received something of a case: every room that passes something on says so here, for the person's extract.

    sources.append(letters_sent)

A source gets the ids of cases that the asking room has found, and reads nothing else of them.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Passed:
    """Something that was passed on: when, to whom, what, why, by which provision. Texts in German and English; no values of facts."""

    key: str
    """Names it for good, e.g. ``letter:<uuid>``."""
    case_id: int
    on: date
    recipient: str
    what: tuple[str, str]
    purpose: tuple[str, str]
    provision: str
    """As lawyers write it; empty where a person received their own letter."""
    fact_names: frozenset[str] = frozenset()
    """Where single facts were passed on: their names. Something that holds a secret one (AufenthG § 97a) is left out of extracts."""


Source = Callable[[Collection[int]], Iterable[Passed]]
sources: list[Source] = []
