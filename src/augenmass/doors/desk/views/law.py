"""The catalogue for lawyers and everybody who works with its answers; it names no person and no case."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.queries.case import english
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.law import PrintForm, ReleaseForm, ReviewForm
from augenmass.doors.desk.pages.law import catalogue_page, norm_page, question_page
from augenmass.doors.desk.pages.law_export import export_file, printed_file, printing_line
from augenmass.doors.desk.pages.release import release_page
from augenmass.doors.desk.pages.what_if import trial_page
from augenmass.lawbook.actions import NotReviewed, confirm_release, propose_release, refuse_release, review_norm
from augenmass.lawbook.models import Release
from augenmass.letters.law_printing import ask_printing

SECTION = {"section": "law"}


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """Statutes with their norms, or the questions."""
    return render(request, "desk/law/catalogue.html", catalogue_page(request.GET) | SECTION)


@require_GET
def export(request: DeskRequest, ending: str) -> HttpResponse:
    """The whole law or one statute as a file to keep."""
    content, kind, name = export_file(ending, request.GET.get("gesetz", ""))
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def print_pdf(request: DeskRequest) -> HttpResponse:
    """Have the worker set a document that is too long to wait for."""
    form = PrintForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Bitte laden Sie die Seite neu und versuchen Sie es noch einmal."))
        return HttpResponseRedirect(reverse("law") + "#pdf")
    asked = form.cleaned_data
    ask_printing(request.actor, asked["key"], asked["gesetz"], "en" if english() else "de")
    messages.success(request, _("Das Dokument wird gesetzt. Sie finden es hier, sobald es fertig ist."))
    return HttpResponseRedirect(reverse("law") + "#pdf")


@require_GET
def printing(request: DeskRequest, key: UUID) -> HttpResponse:
    """How far a document is, for the page that asks every two seconds; the whole page is loaded anew when it is through."""
    found = printing_line(key)
    if not found["waiting"]:
        response = HttpResponse(status=200)
        response["HX-Refresh"] = "true"
        return response
    return render(request, "desk/law/printing.html", {"one": found})


@require_GET
def printed(request: DeskRequest, key: UUID) -> HttpResponse:
    """A finished document."""
    name, content = printed_file(key)
    response = HttpResponse(content, content_type="application/zip" if name.endswith(".zip") else "application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "POST"])
def norm(request: DeskRequest, name: str) -> HttpResponse:
    """One norm; a lawyer records what they found of it."""
    context = norm_page(request.actor, name)
    form = ReviewForm(request.POST or None, initial={"seen": context["norm_hash"]})
    if request.method == "POST" and form.is_valid():
        entered = form.cleaned_data
        try:
            review_norm(request.actor, name, entered["seen"], entered["verdict"], entered["comment"])
        except NotReviewed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Ihr Ergebnis ist festgehalten."))
            return HttpResponseRedirect(reverse("law_norm", args=[name]))
    status = 422 if form.errors else 200
    return render(request, "desk/law/norm.html", context | SECTION | {"form": form}, status=status)


@require_GET
def question(request: DeskRequest, name: str) -> HttpResponse:
    """One question: what it asks, and which steps rest on it."""
    return render(request, "desk/law/question.html", question_page(name) | SECTION)


@require_GET
def trial(request: DeskRequest) -> HttpResponse:
    """What the law says of an invented case whose facts are changed."""
    return render(request, "desk/law/trial.html", trial_page(request.GET) | SECTION)


@require_http_methods(["GET", "POST"])
def release(request: DeskRequest) -> HttpResponse:
    """Which version answers, what the newer one changes; proposing it."""
    context = release_page(request.actor)
    form = ReleaseForm(request.POST or None, initial={"seen": context["shipped"].hash})
    if request.method == "POST" and form.is_valid():
        entered = form.cleaned_data
        try:
            propose_release(request.actor, entered["key"], entered["seen"], entered["reason"])
        except NotReviewed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Fassung ist vorgeschlagen. Freigeben muss sie eine andere Person."))
            return HttpResponseRedirect(reverse("law_release"))
    status = 422 if form.errors else 200
    return render(request, "desk/law/release.html", context | SECTION | {"form": form}, status=status)


@require_POST
def release_confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Release as the second person."""
    return _decided(
        request, lambda: confirm_release(request.actor, key), _("Die Fassung ist freigegeben und gilt ab sofort.")
    )


@require_POST
def release_refuse(request: DeskRequest, key: UUID) -> HttpResponse:
    """Do not release."""
    return _decided(request, lambda: refuse_release(request.actor, key), _("Der Vorschlag ist abgelehnt."))


def _decided(request: DeskRequest, act: Callable[[], object], done: str) -> HttpResponse:
    try:
        act()
    except NotReviewed as error:
        messages.error(request, str(error))
    except Release.DoesNotExist:
        messages.error(request, _("Diesen Vorschlag gibt es nicht."))
    else:
        messages.success(request, done)
    return HttpResponseRedirect(reverse("law_release"))
