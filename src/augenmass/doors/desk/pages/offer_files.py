"""What taking a file over would do, as its page shows it."""

from typing import Any

from augenmass.cases.queries.case import english
from augenmass.doors.desk.offer_labels import OFFER_LABELS
from augenmass.intake.rules.problem import Problem
from augenmass.offers.actions.importing import Change, Plan
from augenmass.offers.models import OfferFile
from augenmass.offers.rules.entry import Entry
from augenmass.offers.words import kind_name

MOST = 100
"""Rows of each kind that the page lists; the numbers count all."""


def preview_page(file: OfferFile, plan: Plan) -> dict[str, Any]:
    """The context of the preview."""
    changed = [*plan.changed, *plan.reopened]
    return {
        "file": file,
        "waiting": file.state == OfferFile.State.WAITING,
        "plan": plan,
        "numbers": {
            "rows": len(plan.table.accepted) + len(plan.table.refused),
            "new": len(plan.new),
            "changed": len(changed),
            "same": plan.same,
            "refused": len(plan.table.refused),
        },
        "notes": [sentence(note) for note in plan.table.notes],
        "refused": [
            {"number": row.number, "problems": [sentence(one) for one in row.problems]}
            for row in plan.table.refused[:MOST]
        ],
        "new": [{"number": number, **_named(entry)} for number, entry in plan.new[:MOST]],
        "changed": [_change(one) for one in changed[:MOST]],
        "missing": [{"row": offer, "kind": kind_name(offer.kind)} for offer in plan.missing],
        "most": MOST,
    }


def sentence(problem: Problem) -> str:
    """A problem in the reader's language."""
    return problem.en if english() else problem.de


def _named(entry: Entry) -> dict[str, str]:
    return {"name": entry.name, "kind": kind_name(entry.kind), "municipality": entry.municipality}


def _change(one: Change) -> dict[str, Any]:
    return {
        "number": one.number,
        "row": one.offer,
        "reopened": one.offer.closed_on is not None,
        "parts": [(OFFER_LABELS[part], before, after) for part, before, after in one.parts],
    }
