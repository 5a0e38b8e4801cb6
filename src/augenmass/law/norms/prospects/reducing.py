"""How a reduction of benefits is written: invented cases, the day of the reform, one norm for today's text and one for the former."""

from collections.abc import Iterator
from datetime import date, timedelta

from augenmass.law.language import (
    Condition,
    all_of,
    is_in,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.writing import EXAMPLE_DAY, norm

OFFICE = "Leistungsbehörde"

REMEDY = "Widerspruch und Klage zum Sozialgericht, ohne aufschiebende Wirkung"

REFORM = date(2026, 6, 12)

BEFORE = date(2026, 5, 20)
"""A day for examples of the text before the reform."""

OLD = "@2026-05-04"

Facts = dict[str, str]


def less(facts: Facts, *names: str) -> Facts:
    """Return the facts with some taken away."""
    return {key: value for key, value in facts.items() if key not in names}


NOTHING: Facts = {
    "departure_possibility_fixed": "no",
    "came_for_benefits": "no",
    "removal_fails_by_own_fault": "no",
    "suspension_kind": "impossible",
    "relocated_elsewhere": "no",
    "protected_in_other_member_state": "no",
    "other_right_in_member_state": "no",
    "asylum_duty_breached": "none",
    "assets_concealed": "no",
    "house_order_breached": "no",
    "stay_order_breached": "no",
    "transfer_decision_served": "no",
    "arrival_certificate_due": "no",
    "transfer_suspended_by_court": "no",
}
"""Nothing that reduces benefits."""

REDUCED_CASE: Facts = {
    **NOTHING,
    "benefits_ground": "suspended",
    "removal_fails_by_own_fault": "yes",
    "own_fault_rebutted": "no",
    "benefits_enforceable_since": "2026-04-13",
}
"""Suspended, answers for the failure of removal, warning enforceable since April."""


def reduction(
    place: str,
    words: tuple[str, str],
    when: Condition,
    yes: Facts,
    no: Facts,
    unknown: Facts,
    since: date | None = None,
    until: date | None = None,
    on: date = EXAMPLE_DAY,
) -> Norm:
    """Return a norm of section 1a that reduces benefits."""
    return norm(
        f"AsylbLG/1a/{place}",
        words,
        Modality.MUST,
        when,
        effect=(
            "Leistungen nur auf der Stufe des § 1a Abs. 1; im Einzelfall sind besondere Umstände zu prüfen, die Dauer ist zu befristen.",
            "Benefits only at the level of section 1a (1); particular circumstances are to be examined, the time is to be limited.",
        ),
        decider=OFFICE,
        remedy=REMEDY,
        suspensive=False,
        since=since,
        until=until,
        on=on,
        yes=("Die Voraussetzungen liegen vor", yes),
        no=("Es fehlt an einer Voraussetzung", no),
        unknown=("Eine Voraussetzung ist offen", unknown),
    )


def twice(
    place: str,
    words: tuple[str, str],
    grounds: tuple[str, ...],
    added: tuple[str, ...],
    when: Condition,
    yes: Facts,
    no: Facts,
    unknown: Facts,
) -> Iterator[Norm]:
    """Yield the norm of today, and that of the text before the reform, which did not reach the grounds ``added``."""
    now = all_of(is_in("benefits_ground", *grounds, *added), when)
    then = all_of(is_in("benefits_ground", *grounds), when)
    yield reduction(place, words, now, yes, no, unknown, REFORM)
    yield reduction(place + OLD, words, then, yes, no, unknown, None, REFORM - timedelta(days=1), BEFORE)
