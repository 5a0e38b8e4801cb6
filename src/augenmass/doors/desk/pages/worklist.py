"""Rows of the worklist as the page shows them."""

from dataclasses import dataclass
from datetime import date

from augenmass.cases.models import LegalPosition
from augenmass.cases.queries.worklist import shown_due
from augenmass.doors.desk.pages.names import blocker_name, deadline_name, doubt_name, lane_name, step_name


@dataclass(frozen=True, slots=True)
class WorklistRow:
    """One case in the list."""

    position: LegalPosition
    lane: str
    next_step: str
    blocked_step: str
    blockers: list[str]
    doubts: list[str]
    due: date | None
    due_kind: str


def worklist_rows(positions: list[LegalPosition], position: bool = True) -> list[WorklistRow]:
    """What a list says of each case; ``position``: whether the reader learns of the law's answers."""
    return [_row(found) if position else _bare(found) for found in positions]


def _bare(position: LegalPosition) -> WorklistRow:
    return WorklistRow(position, "", "", "", [], [], None, "")


def _row(position: LegalPosition) -> WorklistRow:
    blocked = position.content["blocked"]
    first = blocked[0] if blocked and not position.next_step else None
    return WorklistRow(
        position=position,
        lane=lane_name(position.lane),
        next_step=step_name(position.next_step) if position.next_step else "",
        blocked_step=step_name(first["step"]) if first else "",
        blockers=[blocker_name(key) for key in first["blockers"][:2]] if first else [],
        doubts=[doubt_name(key) for key in position.content["doubts"]],
        due=shown_due(position),
        due_kind=deadline_name(position.due_kind) if position.due_kind else "",
    )
