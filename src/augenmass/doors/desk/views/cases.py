"""One case: legal position first, then facts, documents, family, tasks, timeline."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.access.opening import NotOpened, choices, open_case
from augenmass.cases.actions.facts import NotRecorded
from augenmass.cases.actions.family import link_relative
from augenmass.cases.queries.case import find, visible_case
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.cases import AsOfForm, OpenForm, RelativeForm
from augenmass.doors.desk.pages.case import case_page
from augenmass.doors.desk.pages.why import why_page


@require_GET
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """The case as it stands, or as the office knew it at another moment."""
    case = find(request.actor, key)
    as_of = AsOfForm(request.GET if "wahr_am" in request.GET or "bekannt_am" in request.GET else None)
    context = case_page(request.actor, case, as_of) | {"section": "worklist", "as_of": as_of}
    return render(request, "desk/cases/case.html", context)


@require_http_methods(["GET", "POST"])
def open_granted(request: DeskRequest, key: UUID) -> HttpResponse:
    """Say what for and why, before the first page of another body's case."""
    case = visible_case(request.actor, key)
    form = OpenForm(choices(request.actor, case), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            open_case(request.actor, case, **form.cleaned_data)
        except NotOpened as error:
            form.add_error(None, str(error))
        else:
            return HttpResponseRedirect(reverse("case", args=[key]))
    context = {"case": case, "form": form, "section": "worklist"}
    return render(request, "desk/cases/open.html", context, status=422 if form.errors else 200)


@require_GET
def proof(request: DeskRequest, key: UUID, question: str) -> HttpResponse:
    """Why a question is answered as it is, and what would change it."""
    case = find(request.actor, key, "proof")
    as_of = AsOfForm(request.GET if "wahr_am" in request.GET or "bekannt_am" in request.GET else None)
    if as_of.before_catalogue:
        return HttpResponseRedirect(f"{reverse('case', args=[key])}?{request.GET.urlencode()}")
    return render(
        request, "desk/cases/proof.html", why_page(request.actor, case, question, as_of) | {"section": "worklist"}
    )


@require_http_methods(["GET", "POST"])
def add_relative(request: DeskRequest, key: UUID) -> HttpResponse:
    """Link the case of a relative."""
    case = find(request.actor, key)
    form = RelativeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            link_relative(request.actor, case.pk, **form.entered())
        except NotRecorded as error:
            form.add_error("number", str(error))
        else:
            messages.success(request, _("Die Familienbeziehung ist eingetragen."))
            return HttpResponseRedirect(reverse("case", args=[key]))
    context = {"case": case, "form": form, "section": "worklist"}
    return render(request, "desk/cases/relative.html", context, status=422 if form.errors else 200)
