"""The task list and one task as their pages show them."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.work import DueForm, PersonForm
from augenmass.doors.desk.pages.work import about_address, lines, name_of, paginated, standing_sentence, tabs_of
from augenmass.work.actions.tasks import TICKED_OFF
from augenmass.work.models import Task
from augenmass.work.queries.paging import Page
from augenmass.work.queries.standing_in import Standing
from augenmass.work.queries.tasks import TaskFilter, task_counts


def task_list_page(
    actor: Actor, who: Standing, chosen: TaskFilter, found: Page[Task], query: QueryDict
) -> dict[str, Any]:
    """The context of the list: rows, tabs with counts, numbers of pages."""
    labels = {
        "": _("Alle"),
        "overdue": _("Überfällig"),
        "today": _("Heute"),
        "resubmission": _("Wiedervorlagen"),
        "coming": _("Später"),
        "to_sign": _("Zu unterzeichnen"),
        "to_read": _("Nachzurechnen"),
        "waiting": _("Bei anderen"),
    }
    if not actor.may(Permission.SECOND_SIGNATURE):
        del labels["to_sign"]
    return {
        "found": found,
        "lines": lines(found.rows),
        "page": paginated(found),
        "tabs": tabs_of(reverse("tasks"), "teil", labels, chosen.section, task_counts(actor, who), query),
        "standing": standing_sentence(who),
    }


def task_page(
    actor: Actor, task: Task, due_form: DueForm | None = None, person_form: PersonForm | None = None
) -> dict[str, Any]:
    """The context of one task."""
    return {
        "task": task,
        "case": task.case,
        "name": name_of(task.case),
        "about": about_address(task),
        "changeable": task.done_by_id is None and task.kind in TICKED_OFF and actor.may(Permission.TAKE_STEPS),
        "due_form": due_form or DueForm(),
        "person_form": person_form or PersonForm(actor),
        "section": "my_day",
    }
