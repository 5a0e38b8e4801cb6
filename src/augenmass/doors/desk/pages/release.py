"""Which version of the catalogue answers, what the shipped one changes, who proposed and released what."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english
from augenmass.directory.roles import Permission
from augenmass.doors.desk.pages.comparison import release_comparisons
from augenmass.law.catalogue import Catalogue
from augenmass.law.difference import Difference, differences
from augenmass.law.norms.statutes import cite_text
from augenmass.lawbook.in_force import in_force
from augenmass.lawbook.queries import releases, review_states


def release_page(actor: Actor) -> dict[str, Any]:
    """The context of the page."""
    shipped, answers = Catalogue.shipped(), in_force(fresh=True)
    states = review_states(shipped)
    found = differences(answers, shipped)
    rows = releases()
    may_review = actor.may(Permission.REVIEW_LAW) and not actor.reads_only
    return {
        "shipped": shipped,
        "answers": answers,
        "same": shipped.hash == answers.hash,
        "counts": {
            "norms": len(shipped.norms),
            "approved": sum(state == "approved" for state in states.values()),
            "objected": sum(state == "objected" for state in states.values()),
        },
        "objected": [norm for norm, state in states.items() if state == "objected"],
        "differences": [_row(change) for change in found],
        "releases": rows,
        "waiting": [row for row in rows if row.released_at is None and row.refused_at is None],
        "may_review": may_review,
        "comparisons": release_comparisons(actor) if may_review else [],
        "may_propose": not any(row.catalogue_id == shipped.hash and row.refused_at is None for row in rows),
    }


def _row(change: Difference) -> dict[str, str]:
    kinds = {"added": _("hinzugekommen"), "removed": _("weggefallen"), "changed": _("geändert")}
    parts = {
        "norms": _("Norm"),
        "definitions": _("Begriff"),
        "questions": _("Frage"),
        "steps": _("Schritt"),
        "doubts": _("Zweifel"),
        "deadlines": _("Frist"),
        "lanes": _("Spur"),
    }
    here = change.kind != "removed"
    address = ""
    if here and change.part == "norms":
        address = reverse("law_norm", args=[change.id])
    elif here and change.part == "questions":
        address = reverse("law_question", args=[change.id])
    return {
        "part": parts[change.part],
        "kind": change.kind,
        "kind_word": kinds[change.kind],
        "cite": cite_text(change.id) if change.part == "norms" else "",
        "says": change.en if english() else change.de,
        "address": address,
    }
