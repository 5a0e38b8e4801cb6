"""Obstacles: the list, one, reporting, joining, answering, watching."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access.actor import NotPermitted
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.obstacles import (
    JoinForm,
    ObstacleAnswerForm,
    ObstacleChangeForm,
    ObstacleForm,
    OverForm,
)
from augenmass.doors.desk.pages.obstacles import line, list_page, one_page
from augenmass.obstacles.actions.answering import answer_obstacle
from augenmass.obstacles.actions.reporting import (
    change_obstacle,
    end_concern,
    join_obstacle,
    report_obstacle,
    watch_obstacle,
)
from augenmass.obstacles.models import Obstacle
from augenmass.obstacles.queries import may_change, one_obstacle, similar
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The obstacles of all bodies."""
    return render(request, "desk/obstacles/list.html", list_page(request.actor, request.GET))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Report an obstacle; similar ones are shown first."""
    form = ObstacleForm(request.POST or None)
    near: list[Obstacle] = []
    if request.method == "POST" and form.is_valid():
        said = form.entered()
        near = [] if form.cleaned_data["anyway"] else similar(request.actor, said.title, said.kind, said.state)
        if not near:
            try:
                made = report_obstacle(request.actor, said)
            except NotDone as error:
                form.add_error(None, str(error))
            else:
                messages.success(
                    request, _("Das Hemmnis ist gemeldet. Sie erhalten eine Nachricht, wenn jemand antwortet.")
                )
                return HttpResponseRedirect(reverse("obstacle", args=[made.key]))
    context = {"form": form, "near": [line(row) for row in near], "section": "obstacles"}
    return render(request, "desk/obstacles/new.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One obstacle."""
    return _page(request, key)


@require_http_methods(["GET", "POST"])
def change(request: DeskRequest, key: UUID) -> HttpResponse:
    """Write an obstacle anew."""
    found = one_obstacle(request.actor, key).obstacle
    if not may_change(request.actor, found):
        raise NotPermitted(Permission.REPORT_OBSTACLES)
    form = ObstacleChangeForm(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change_obstacle(request.actor, key, form.cleaned_data["seen"], form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Text ist geändert."))
            return HttpResponseRedirect(reverse("obstacle", args=[key]))
    context = {"form": form, "found": found, "section": "obstacles"}
    return render(request, "desk/obstacles/change.html", context, status=422 if form.errors else 200)


@require_POST
def join(request: DeskRequest, key: UUID) -> HttpResponse:
    """Say that one's own body meets it too."""
    form = JoinForm(request.POST)
    done = _("Ihre Dienststelle ist eingetragen.")
    return _done(
        request, key, "join_form", form, lambda: join_obstacle(request.actor, key, form.cleaned_data["cases"]), done
    )


@require_POST
def over(request: DeskRequest, key: UUID) -> HttpResponse:
    """Say that one's own body no longer meets it."""
    form = OverForm(request.POST)
    done = _("Eingetragen: Bei Ihnen besteht das Hemmnis nicht mehr.")
    return _done(
        request, key, "over_form", form, lambda: end_concern(request.actor, key, form.cleaned_data["over_on"]), done
    )


@require_POST
def answer(request: DeskRequest, key: UUID) -> HttpResponse:
    """Answer it as a ministry."""
    request.actor.require(Permission.ANSWER_OBSTACLES)
    form = ObstacleAnswerForm(one_obstacle(request.actor, key).obstacle, request.POST)
    done = _("Ihre Antwort ist gespeichert. Wer das Hemmnis beobachtet, erhält eine Nachricht ohne Inhalt.")
    return _done(request, key, "answer_form", form, lambda: answer_obstacle(request.actor, key, form.entered()), done)


@require_POST
def watch(request: DeskRequest, key: UUID) -> HttpResponse:
    """Watch it, or no longer."""
    watch_obstacle(request.actor, key, request.POST.get("do") == "watch")
    return HttpResponseRedirect(reverse("obstacle", args=[key]))


def _done(request: DeskRequest, key: UUID, name: str, form: Form, act: Callable[[], Any], done: str) -> HttpResponse:
    """Do what a form asks, or show the obstacle as it is now with the sentence that says why not."""
    if form.is_valid():
        try:
            act()
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, done)
            return HttpResponseRedirect(reverse("obstacle", args=[key]))
    return _page(request, key, 422, **{name: form})


def _page(request: DeskRequest, key: UUID, status: int = 200, **forms: Any) -> HttpResponse:
    context = one_page(request.actor, one_obstacle(request.actor, key), **forms)
    return render(request, "desk/obstacles/obstacle.html", context, status=status)
