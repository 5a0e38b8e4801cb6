"""A norm as one row of a table: its cases are changes to a base of facts."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict, Unpack

from augenmass.law.language import Condition, fact, is_in
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.specimens import Facts, with_facts
from augenmass.law.norms.writing import norm

Words = tuple[str, str]
"""German and English."""
Case = str | tuple[str, Mapping[str, str | None]]
"""What happens, in German; with the changes to the base of facts, if any."""

NOTHING: Facts = {}
NOT_RECORDED = "Nicht erfasst"


class Rest(TypedDict, total=False):
    """What a norm may say beyond its condition and effect; see ``norm``."""

    decider: str
    remedy: str
    suspensive: bool | None
    since: date | None
    until: date | None
    transition: Condition | None
    on: date
    verified: bool


def row(
    id: str,
    words: Words,
    modality: Modality,
    when: Condition,
    effect: Words,
    base: Facts,
    cases: tuple[Case, Case, Case],
    **rest: Unpack[Rest],
) -> Norm:
    """Return a norm; ``cases`` are the examples for yes, no and not established, each a change to ``base``."""
    yes, no, unknown = (_told(base, case) for case in cases)
    return norm(id, words, modality, when, effect=effect, yes=yes, no=no, unknown=unknown, **rest)


def by_fact(
    id: str, words: Words, modality: Modality, name: str, effect: Words, told: tuple[str, str], **rest: Unpack[Rest]
) -> Norm:
    """Return a norm that rests on one yes/no fact; ``told`` says what happens where it answers yes and no."""
    cases: tuple[Case, Case, Case] = ((told[0], {name: "yes"}), (told[1], {name: "no"}), NOT_RECORDED)
    return row(id, words, modality, fact(name), effect, NOTHING, cases, **rest)


def by_choice(
    id: str,
    words: Words,
    modality: Modality,
    name: str,
    keys: tuple[str, ...],
    effect: Words,
    told: tuple[str, str, str],
    **rest: Unpack[Rest],
) -> Norm:
    """Return a norm that rests on one choice; ``told``: yes, no, and the key that answers no."""
    cases: tuple[Case, Case, Case] = ((told[0], {name: keys[0]}), (told[1], {name: told[2]}), NOT_RECORDED)
    return row(id, words, modality, is_in(name, *keys), effect, NOTHING, cases, **rest)


def _told(base: Facts, case: Case) -> tuple[str, Facts]:
    text, changes = (case, {}) if isinstance(case, str) else case
    return text, with_facts(base, **changes)
