"""What steps wait for, in words: the fact, who can clarify it and with what, and which steps it would open."""

from typing import Any

from augenmass.cases.models import Document
from augenmass.cases.names import step_name
from augenmass.cases.open_points import LEAST
from augenmass.cases.positions import MOST_SHOWN
from augenmass.cases.queries.case import english
from augenmass.cases.queries.open_points import OpenPoints, Point
from augenmass.directory.roles import ROLE_LABELS, Role
from augenmass.law.vocabulary import VOCABULARY

STEPS_SHOWN = 3


def open_points_page(found: OpenPoints) -> dict[str, Any]:
    """The context of the page."""
    return {
        "section": "worklist",
        "counted_on": found.counted_on,
        "least": LEAST,
        "most": MOST_SHOWN,
        "rows": [_row(point) for point in found.points],
    }


def _row(point: Point) -> dict[str, Any]:
    declared = VOCABULARY[point.fact]
    return {
        "fact": declared.en if english() else declared.de,
        "alone": point.alone,
        "waiting": point.waiting,
        "derived": declared.derived,
        "who": [str(ROLE_LABELS[Role(role)]) for role in declared.established_by if role in set(Role)],
        "evidence": [str(Document.Kind(kind).label) for kind in declared.evidence if kind in Document.Kind.values],
        "steps": [step_name(step) for step in point.steps[:STEPS_SHOWN]],
    }
