"""Regional standards as the pages show them."""

from typing import Any

from django.http import QueryDict

from augenmass.access.actor import Actor
from augenmass.cooperation.models import PART_LABELS, Edition, Standard
from augenmass.cooperation.queries import editions_of, find_standard, kept_by, list_standards, newest_edition
from augenmass.cooperation.rules import Due, differences, due_state, lines_of
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.cooperation import CompareForm
from augenmass.doors.desk.pages.work import number_of_page, paginated
from augenmass.law.time import today


def list_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of the list."""
    found = list_standards(actor, number_of_page(query))
    return {
        "lines": [_line(row) for row in found.rows],
        "page": paginated(found),
        "may_keep": actor.may(Permission.KEEP_STANDARDS),
        "comparable": found.count > 1,
        "section": "notices",
    }


def _line(row: Standard) -> dict[str, Any]:
    return {"row": row, "due": due_state(row.review_due, today())}


def one_page(actor: Actor, standard: Standard, query: QueryDict) -> dict[str, Any]:
    """The context of one standard: the edition that the address asks for, the newest otherwise."""
    editions = editions_of(standard)
    wanted = number_of_page(query, "fassung") if "fassung" in query else standard.edition
    shown = next((one for one in editions if one.number == wanted), editions[0])
    return {
        **_line(standard),
        "parts": parts(shown),
        "shown": shown,
        "newest": shown.number == standard.edition,
        "editions": editions,
        "may_keep": kept_by(actor).filter(pk=standard.pk).exists(),
        "overdue": due_state(standard.review_due, today()) is Due.OVERDUE,
        "section": "notices",
    }


def parts(edition: Edition) -> list[dict[str, Any]]:
    """The words of an edition, line by line."""
    return [{"label": PART_LABELS[part], "lines": lines_of(text)} for part, text in edition.parts.items()]


def compare_page(actor: Actor, form: CompareForm) -> dict[str, Any]:
    """The context of two regions side by side; without a choice only the form."""
    context: dict[str, Any] = {"form": form, "section": "notices"}
    if not (form.is_bound and form.is_valid()):
        return context
    first, second = (find_standard(actor, form.cleaned_data[name]) for name in ("first", "second"))
    found = differences(newest_edition(first).parts, newest_edition(second).parts)
    return context | {
        "first": first,
        "second": second,
        "rows": [{"label": PART_LABELS[row.part], "row": row} for row in found],
    }
