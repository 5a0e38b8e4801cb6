"""Regional standards: the list, one with its editions, a new one, the next edition, the yearly review, two compared."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cooperation.actions.keeping import begin_standard, new_edition, review
from augenmass.cooperation.queries import find_standard, kept_by, newest_edition, standards
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.cooperation import CompareForm, EditionForm, StandardForm
from augenmass.doors.desk.pages.cooperation import compare_page, list_page, one_page
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The standards of the Land."""
    return render(request, "desk/cooperation/list.html", list_page(request.actor, request.GET))


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One standard with its editions."""
    context = one_page(request.actor, find_standard(request.actor, key), request.GET)
    return render(request, "desk/cooperation/standard.html", context)


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Write the standard of a region."""
    form = StandardForm(request.actor, request.POST or None)
    if request.method == "POST" and form.is_valid():
        entered = form.cleaned_data
        try:
            made = begin_standard(request.actor, int(entered["partner"]), entered["region"], form.words())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Standard ist angelegt. Geprüft wird er in einem Jahr wieder."))
            return HttpResponseRedirect(reverse("standard", args=[made.key]))
    context = {"form": form, "section": "notices"}
    return render(request, "desk/cooperation/write.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: DeskRequest, key: UUID) -> HttpResponse:
    """Write the next edition."""
    found = kept_by(request.actor).get(key=key)
    form = EditionForm(newest_edition(found), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            new_edition(request.actor, key, form.words(), form.cleaned_data["seen"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die neue Fassung gilt ab heute. Die frühere bleibt lesbar."))
            return HttpResponseRedirect(reverse("standard", args=[key]))
    context = {"form": form, "found": found, "section": "notices"}
    return render(request, "desk/cooperation/write.html", context, status=422 if form.errors else 200)


@require_POST
def reviewed(request: DeskRequest, key: UUID) -> HttpResponse:
    """Say that a standard was reviewed and stays."""
    review(request.actor, key)
    messages.success(request, _("Die jährliche Prüfung ist festgehalten."))
    return HttpResponseRedirect(reverse("standard", args=[key]))


@require_GET
def compare(request: DeskRequest) -> HttpResponse:
    """Two regions side by side."""
    form = CompareForm(list(standards(request.actor)), request.GET or None)
    return render(request, "desk/cooperation/compare.html", compare_page(request.actor, form))
