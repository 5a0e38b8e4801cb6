"""Asylum Seekers' Benefits Act § 1a (4), (9): another state is responsible, or protects."""

from datetime import date, timedelta

from augenmass.law.language import (
    all_of,
    any_of,
    fact,
    is_in,
    not_,
)
from augenmass.law.norm import Norm
from augenmass.law.norms.prospects.reducing import (
    BEFORE,
    NOTHING,
    OLD,
    REFORM,
    Facts,
    less,
    reduction,
    twice,
)
from augenmass.law.norms.writing import EXAMPLE_DAY

_RELOCATED: Facts = {**NOTHING, "benefits_ground": "applied", "relocated_elsewhere": "yes"}

_TRANSFER: Facts = {
    "benefits_ground": "enforceable",
    "transfer_decision_served": "yes",
    "transfer_suspended_by_court": "no",
}

_RELOCATION = tuple(
    twice(
        "4/1",
        ("Nach Verteilung ist ein anderer Staat zuständig.", "After relocation another state is responsible."),
        ("permission", "applied", "enforceable"),
        ("entry_open",),
        fact("relocated_elsewhere"),
        _RELOCATED,
        {**_RELOCATED, "relocated_elsewhere": "no"},
        less(_RELOCATED, "relocated_elsewhere"),
    )
)

_RIGHT_ELSEWHERE = {**_RELOCATED, "relocated_elsewhere": "no", "protected_in_other_member_state": "yes"}


def _elsewhere(
    version: str, open_: tuple[str, ...], refused: tuple[str, ...], since: date | None, until: date | None, on: date
) -> Norm:
    return reduction(
        f"4/2{version}",
        (
            "Schutz oder Aufenthaltsrecht in einem anderen Staat.",
            "Protection or a right of residence in another state.",
        ),
        any_of(
            all_of(
                is_in("benefits_ground", "permission", "applied", *open_),
                any_of(fact("protected_in_other_member_state"), fact("other_right_in_member_state")),
            ),
            all_of(
                is_in("benefits_ground", "enforceable", *refused),
                fact("other_right_in_member_state"),
                cite=f"AsylbLG/1a/4/3{version}",
            ),
        ),
        _RIGHT_ELSEWHERE,
        {**_RIGHT_ELSEWHERE, "protected_in_other_member_state": "no"},
        less(_RIGHT_ELSEWHERE, "protected_in_other_member_state"),
        since,
        until,
        on,
    )


_ELSEWHERE = (
    _elsewhere("", ("entry_open",), ("entry_refused",), REFORM, None, EXAMPLE_DAY),
    _elsewhere(OLD, (), (), None, REFORM - timedelta(days=1), BEFORE),
)

_TRANSFER_ORDERED = reduction(
    "9/1",
    ("Überstellung angeordnet.", "Transfer ordered."),
    all_of(
        is_in("benefits_ground", "entry_refused", "enforceable"),
        fact("transfer_decision_served"),
        not_(fact("transfer_suspended_by_court", cite="AsylbLG/1a/9/2")),
    ),
    _TRANSFER,
    {**_TRANSFER, "transfer_suspended_by_court": "yes"},
    less(_TRANSFER, "transfer_suspended_by_court"),
    REFORM,
)

NORMS = (*_RELOCATION, *_ELSEWHERE, _TRANSFER_ORDERED)
"""In the order of the statute."""
