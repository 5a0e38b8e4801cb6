"""When an application to the state of origin can be opened: never while an asylum procedure or protection is open, or not ruled out.

The law is asked, not written again: who need not get a passport (AufenthG § 60b (2) sentence 2), and the doubts about a running asylum
procedure and about protection. An answer that is not established is no leave: these conditions protect the person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from augenmass.law.catalogue import Catalogue
from augenmass.law.evaluate import prove
from augenmass.law.facts import CaseFacts
from augenmass.law.values import NO, YES

ASKED = ("AufenthG/60b/2/2", "doubt_asylum_procedure", "doubt_protection_status", "doubt_temporary_protection")
"""Norm and doubts of the catalogue that must all be answered no."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What stands against an application: the question that was asked, and the facts that would settle it where it is open."""

    asked: str
    certain: bool
    de: str
    en: str
    missing: tuple[str, ...] = ()


def bars(catalogue: Catalogue, facts: CaseFacts, on: date) -> tuple[Bar, ...]:
    """What stands against an application; empty where nothing does."""
    return tuple(_bars(catalogue, facts, on))


def _bars(catalogue: Catalogue, facts: CaseFacts, on: date) -> Iterator[Bar]:
    for asked in ASKED:
        proof = prove(catalogue, asked, facts, on)
        if proof.value == NO:
            continue
        open_facts = (source.name for leaf in proof.leaves() for source in leaf.sources if source.state != "held")
        certain = proof.value == YES
        yield Bar(
            asked,
            certain,
            proof.statement("de"),
            proof.statement("en"),
            () if certain else tuple(dict.fromkeys(open_facts)),
        )
