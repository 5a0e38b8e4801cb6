"""A rule of retention: one norm, the event that starts its period, and how the start is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from augenmass.law.language import TODAY, Condition, Period, all_of, day, fact, is_in, not_
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.writing import norm


class CountedFrom(StrEnum):
    """From when a period runs: from the event itself, or from the end of its quarter or year."""

    EVENT = "event"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, eq=False, slots=True)
class RetentionRule:
    """When a kind of record is deleted. ``period`` None: at once. ``before``: a span between the event and the counting (a 90th birthday)."""

    norm: Norm
    kind: str
    event: str
    period: Period | None
    counted: CountedFrom = CountedFrom.EVENT
    before: Period | None = None
    holds: tuple[str, ...] = ()
    applies: Condition | None = None


def rule(
    id: str,
    kind: str,
    words: tuple[str, str],
    event: str,
    period: Period | None,
    *,
    counted: CountedFrom = CountedFrom.EVENT,
    before: Period | None = None,
    holds: tuple[str, ...] = (),
    applies: Condition | None = None,
    told: Mapping[str, str] | None = None,
) -> RetentionRule:
    """Return a rule with worked examples. ``applies`` is a further condition with its example facts ``told``.

    A legal hold stops every deletion: it cannot be taken back, and a person decides.
    """
    start = day("period_starts_on")
    over = TODAY.not_before(start) if period is None else TODAY.after(start + period)
    held = tuple(not_(fact(name)) for name in holds)
    parts = (is_in("record_kind", kind), over, not_(fact("legal_hold"), cite="DSGVO/17/3"), *held)
    clear = {**dict.fromkeys(("legal_hold", *holds), "no"), **(told or {}), "record_kind": kind}
    written = norm(
        id,
        words,
        Modality.MUST,
        all_of(*parts, *((applies,) if applies is not None else ())),
        effect=("Die Daten sind zu löschen.", "The data are to be deleted."),
        decider="speichernde Stelle",
        yes=("Die Frist ist abgelaufen", {**clear, "period_starts_on": "1990-03-31"}),
        no=("Die Frist läuft noch", {**clear, "period_starts_on": "2026-09-30"}),
        unknown=("Der Beginn der Frist ist nicht bekannt", clear),
    )
    return RetentionRule(written, kind, event, period, counted, before, holds, applies)
