"""The queue of the residence desk, one matter, its outcome."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.prospects import AnswerForm
from augenmass.doors.desk.pages.prospects import desk_page, matter_page
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.prospects.actions.desk import answer
from augenmass.prospects.models import DeskMatter
from augenmass.prospects.queries.desk import VIEWS, matter_counts, matters, one_matter
from augenmass.work.refusal import NotDone


def _matter(request: DeskRequest, key: UUID) -> DeskMatter:
    try:
        return one_matter(request.actor, key)
    except DeskMatter.DoesNotExist as error:
        raise Http404 from error


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """What waits for the residence desk, and what it decided."""
    asked = request.GET.get("ansicht", "")
    view = asked if asked in VIEWS else VIEWS[0]
    found = matters(request.actor, view, number_of_page(request.GET))
    context = desk_page(request.actor, view, found, matter_counts(request.actor), request.GET)
    return render(request, "desk/prospects/desk.html", context)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One matter."""
    return render(request, "desk/prospects/matter.html", matter_page(request.actor, _matter(request, key)))


@require_POST
def answer_one(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record how it was decided."""
    matter = _matter(request, key)
    form = AnswerForm(request.POST)
    status = 422
    if form.is_valid():
        try:
            answer(request.actor, key, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Das Ergebnis ist festgehalten. Wer abgegeben hat, erhält eine Aufgabe."))
            return HttpResponseRedirect(reverse("residence_matter", args=[key]))
    return render(request, "desk/prospects/matter.html", matter_page(request.actor, matter, form), status=status)
