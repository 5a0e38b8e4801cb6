"""Tasks, resubmissions and notes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.queries.case import find
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.work import DueForm, NoteForm, PersonForm, TaskForm
from augenmass.doors.desk.pages.tasks import task_list_page, task_page
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.work.actions.notes import write_note
from augenmass.work.actions.tasks import NewTask, create_task, finish_task, give_task, reschedule_task
from augenmass.work.models import Task
from augenmass.work.queries.standing_in import standing
from augenmass.work.queries.tasks import TaskFilter, task_detail, task_list
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The actor's open tasks, perhaps one section of them."""
    who = standing(request.actor)
    chosen = TaskFilter(request.GET.get("teil", ""))
    found = task_list(request.actor, who, chosen, number_of_page(request.GET))
    context = task_list_page(request.actor, who, chosen, found, request.GET)
    return render(request, "desk/tasks/list.html", context | {"section": "my_day"})


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest, key: UUID) -> HttpResponse:
    """A new task or resubmission on a case."""
    case = find(request.actor, key)
    form = TaskForm(request.actor, request.POST or None)
    if request.method == "POST" and form.is_valid():
        entered = form.cleaned_data
        task = NewTask(entered["key"], Task.Kind(entered["kind"]), entered["title"], entered["due"], form.assignee_id)
        try:
            create_task(request.actor, case.pk, task)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Aufgabe ist angelegt."))
            return HttpResponseRedirect(reverse("case", args=[key]) + "#arbeit")
    context = {"case": case, "form": form, "section": "worklist"}
    return render(request, "desk/tasks/new.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def note(request: DeskRequest, key: UUID) -> HttpResponse:
    """A note for the file of a case."""
    case = find(request.actor, key)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            write_note(request.actor, case.pk, form.cleaned_data["key"], form.cleaned_data["text"])
        except NotDone as error:
            form.add_error("text", str(error))
        else:
            messages.success(request, _("Der Vermerk ist in der Akte."))
            return HttpResponseRedirect(reverse("case", args=[key]) + "#arbeit")
    context = {"case": case, "form": form, "section": "worklist"}
    return render(request, "desk/tasks/note.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One task."""
    context = task_page(request.actor, task_detail(request.actor, key))
    return render(request, "desk/tasks/task.html", context)


@require_POST
def done(request: DeskRequest, key: UUID) -> HttpResponse:
    """Tick a task off."""
    try:
        finish_task(request.actor, key)
    except NotDone as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("task", args=[key]))
    messages.success(request, _("Die Aufgabe ist erledigt."))
    return HttpResponseRedirect(reverse("my_day"))


@require_POST
def reschedule(request: DeskRequest, key: UUID) -> HttpResponse:
    """Put a task on another day."""
    form = DueForm(request.POST)
    if form.is_valid():
        try:
            reschedule_task(request.actor, key, form.cleaned_data["due"])
        except NotDone as error:
            form.add_error("due", str(error))
        else:
            messages.success(request, _("Die Aufgabe ist verlegt."))
            return HttpResponseRedirect(reverse("task", args=[key]))
    context = task_page(request.actor, task_detail(request.actor, key), due_form=form)
    return render(request, "desk/tasks/task.html", context, status=422)


@require_POST
def give(request: DeskRequest, key: UUID) -> HttpResponse:
    """Give a task to a colleague."""
    form = PersonForm(request.actor, request.POST)
    if form.is_valid():
        try:
            give_task(request.actor, key, form.assignee_id)
        except NotDone as error:
            form.add_error("assignee", str(error))
        else:
            messages.success(request, _("Die Aufgabe ist übergeben."))
            return HttpResponseRedirect(reverse("task", args=[key]))
    context = task_page(request.actor, task_detail(request.actor, key), person_form=form)
    return render(request, "desk/tasks/task.html", context, status=422)
