"""The page of the cases without an offer of counselling."""

from typing import Any

from augenmass.access.actor import Actor
from augenmass.cases.queries.not_offered import not_offered
from augenmass.cases.queries.worklist import shown_due
from augenmass.doors.desk.pages.names import lane_name

STEP = "offer_counselling"


def listing_page(actor: Actor, number: int) -> dict[str, Any]:
    """The cases without an offer."""
    page = not_offered(actor, number)
    rows = [
        {"position": row, "lane": lane_name(row.lane), "due": shown_due(row), "ready": _ready(row)} for row in page.rows
    ]
    return {"section": "not_offered", "page": page, "rows": rows}


def _ready(row: Any) -> bool:
    return STEP in row.content["next_steps"]
