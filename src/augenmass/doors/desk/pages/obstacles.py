"""Obstacles as their pages show them."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.obstacles import JoinForm, ObstacleAnswerForm, ObstacleFilterForm, OverForm
from augenmass.doors.desk.pages.states import state_name
from augenmass.doors.desk.pages.work import number_of_page, paginated, tabs_of
from augenmass.obstacles.models import Obstacle
from augenmass.obstacles.queries import VIEWS, Shown, counts, may_answer, may_change, obstacles

SIGNS = {
    Obstacle.Status.OPEN: ("not-established", "dashed"),
    Obstacle.Status.EXAMINED: ("search", ""),
    Obstacle.Status.AGREED: ("link", "strong"),
    Obstacle.Status.SOLVED: ("check", "strong"),
    Obstacle.Status.NOT_SOLVABLE: ("blocked", "strong"),
}
"""Icon and tone of the chip of a status."""


def list_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of the list."""
    view = query.get("ansicht", "")
    view = view if view in VIEWS else VIEWS[0]
    form = ObstacleFilterForm(query)
    found = obstacles(actor, form.chosen(view), number_of_page(query))
    labels = {
        "open": _("In Arbeit"),
        "own": _("Ihrer Dienststelle"),
        "watched": _("Beobachtet"),
        "done": _("Abgeschlossen"),
        "all": _("Alle"),
    }
    return {
        "found": found,
        "rows": [line(row) for row in found.rows],
        "page": paginated(found),
        "tabs": tabs_of(reverse("obstacles"), "ansicht", labels, view, counts(actor), query),
        "view": view,
        "form": form,
        "applied": form.applied,
        "may_report": actor.may(Permission.REPORT_OBSTACLES),
        "section": "obstacles",
    }


def line(row: Obstacle) -> dict[str, Any]:
    """An obstacle with the words for its codes."""
    return {"row": row, "state": state_name(row.state) if row.state else "", "sign": SIGNS[Obstacle.Status(row.status)]}


def one_page(
    actor: Actor,
    shown: Shown,
    *,
    join_form: JoinForm | None = None,
    over_form: OverForm | None = None,
    answer_form: ObstacleAnswerForm | None = None,
) -> dict[str, Any]:
    """The context of one obstacle, with the forms that the actor may send."""
    may_report = actor.may(Permission.REPORT_OBSTACLES)
    own = shown.own if may_report else None
    still = own is not None and own.over_on is None
    return {
        "shown": shown,
        **line(shown.obstacle),
        "answers": [{"said": said, "sign": SIGNS[Obstacle.Status(said.status)]} for said in shown.answers],
        "may_change": may_change(actor, shown.obstacle),
        "joined": still,
        "join_form": (join_form or JoinForm(initial={"cases": own.cases if own else None})) if may_report else None,
        "over_form": (over_form or OverForm()) if still else None,
        "answer_form": (answer_form or ObstacleAnswerForm(shown.obstacle)) if may_answer(actor) else None,
        "section": "obstacles",
    }
