"""What the pages of an import show."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.pages.work import number_of_page, paginated, tabs_of
from augenmass.intake.models import ImportRun
from augenmass.intake.queries.counts import Counts, counts_of
from augenmass.intake.queries.preview import VIEWS, preview
from augenmass.intake.rules.comparison import Effect

RESULT_FILES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def preview_page(request: DeskRequest, run: ImportRun, language: str) -> dict[str, Any]:
    """Counts, tabs by verdict, and the rows of the chosen one."""
    counts = counts_of(run)
    by_view = _by_view(counts)
    asked = request.GET.get("ansicht", "")
    chosen = asked if asked in VIEWS else next((view for view in _ORDER if by_view[view]), "created")
    found = preview(request.actor, run, chosen, number_of_page(request.GET), language)
    labels = {view: label for view, label in _labels().items() if view != "overtaken" or counts.overtaken}
    return {
        "counts": counts,
        "chosen": chosen,
        "rows": found.rows,
        "page": paginated(found),
        "tabs": tabs_of(reverse("import", args=[run.key]), "ansicht", labels, chosen, by_view, request.GET),
        "waiting": run.state == ImportRun.State.STAGED,
        "done": run.state == ImportRun.State.DONE,
        "effects": {effect: _effects()[effect] for effect in Effect},
    }


_ORDER = ("overtaken", "returned", "changed", "created", "same")
"""Which rows a person should look at first."""


def _by_view(counts: Counts) -> dict[str, int]:
    return {
        "created": counts.created,
        "changed": counts.changed,
        "same": counts.same,
        "returned": counts.returned,
        "overtaken": counts.overtaken,
    }


def _labels() -> dict[str, str]:
    return {
        "overtaken": _("Überholt"),
        "returned": _("Zurückgegeben"),
        "changed": _("Geändert"),
        "created": _("Neue Fälle"),
        "same": _("Unverändert"),
    }


def _effects() -> dict[Effect, str]:
    return {
        Effect.NEW: _("neu"),
        Effect.REPLACED: _("ersetzt, der alte Wert bleibt lesbar"),
        Effect.WITHDRAWN: _("in der Datei nicht mehr genannt, wird geschlossen"),
        Effect.KEPT: _("bleibt, weil eine andere Quelle oder Person es so festgestellt hat"),
    }


def progress_of(run: ImportRun) -> dict[str, Any]:
    """How far a run is. While the file is read nobody knows yet how many rows it has."""
    address = reverse("import_progress", args=[run.key])
    if run.state == ImportRun.State.STAGING:
        return {"done": run.rows_staged, "total": 0, "poll": address, "reading": True}
    counts = counts_of(run)
    return {"done": counts.taken, "total": counts.to_take, "poll": address, "reading": False}
