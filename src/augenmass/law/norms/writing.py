"""Short forms for writing the catalogue: a norm with the hash of its text, worked examples, and facts taken as the record has them."""

from collections.abc import Mapping
from datetime import date

from augenmass.law.language import TODAY, Condition, all_of, day, days, established, fact, unverified
from augenmass.law.norm import Example, Modality, Norm, Review
from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import unit_of

EXAMPLE_DAY = date(2026, 8, 20)
"""The day of worked examples that name no other."""

AUTHORITY = "Ausländerbehörde"
FEDERAL_OFFICE = "Bundesamt für Migration und Flüchtlinge"

Told = tuple[str, Mapping[str, str]]
"""What happens, in German, and the facts in canonical form."""


def norm(
    id: str,
    words: tuple[str, str],
    modality: Modality,
    when: Condition,
    *,
    effect: tuple[str, str],
    yes: Told,
    no: Told,
    unknown: Told | None,
    decider: str = AUTHORITY,
    remedy: str = "",
    suspensive: bool | None = None,
    since: date | None = None,
    until: date | None = None,
    transition: Condition | None = None,
    on: date = EXAMPLE_DAY,
    verified: bool = True,
) -> Norm:
    """Return a norm with its text hash and one example each for yes, no and not established.

    ``unknown`` is None only where the condition is about what the record holds and so is always answered.
    An unverified norm rests on a text that nobody could read for it: it has no hash, and its example for yes is answered *not
    established*. Raises ``KeyError`` when the unit of a verified norm has no hash.
    """
    told = [(yes, "yes" if verified else "not_established"), (no, "no")] + (
        [(unknown, "not_established")] if unknown is not None else []
    )
    return Norm(
        id,
        *words,
        modality,
        when if verified else unverified(when),
        *effect,
        decider,
        remedy,
        suspensive,
        since,
        until,
        transition,
        HASHES[unit_of(id)] if verified else HASHES.get(unit_of(id), ""),
        Review.NOT_REVIEWED if verified else Review.UNVERIFIED,
        tuple(Example(text, tuple(sorted(facts.items())), on, answer) for (text, facts), answer in told),
    )


def on_record(name: str, cite: str = "") -> Condition:
    """Return the condition that the record holds a yes. Never open: for what the authority itself did, and for whether a step has occasion."""
    return all_of(established(name), fact(name), cite=cite)


def done(name: str, cite: str = "") -> Condition:
    """Return the condition that the record holds this day, and that it has come. Open only for partial days."""
    return all_of(established(name), day(name).not_after(TODAY), cite=cite)


def fresh(name: str, age: int, cite: str = "") -> Condition:
    """Return the condition that the record holds a day at most ``age`` days back."""
    return all_of(established(name), day(name).not_after(TODAY), TODAY.not_after(day(name) + days(age)), cite=cite)


def looked_at(name: str, cite: str = "") -> Condition:
    """Return the condition that somebody looked at something on the day recorded; open when none is recorded."""
    return day(name).not_after(TODAY, cite=cite)
