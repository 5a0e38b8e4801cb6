"""The access log, for the data protection officer of a body."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from augenmass.access.inspection import NotAnswered
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.access_log import ReasonForm
from augenmass.doors.desk.pages.access_log import log_file, log_page, volume_page
from augenmass.law.time import today


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The question and one page of its answer."""
    context = log_page(request.actor, request.GET)
    return render(request, "desk/control/access_log.html", context, status=422 if context["form"].errors else 200)


@require_POST
def export(request: DeskRequest) -> HttpResponse:
    """The whole answer as a file, with a reason."""
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            content = log_file(request.actor, request.POST, form.cleaned_data["reason"])
        except NotAnswered as refused:
            form.add_error("reason", str(refused))
        else:
            return csv_file(content, f"zugriffe-{today().isoformat()}.csv")
    context = log_page(request.actor, request.POST, form)
    return render(request, "desk/control/access_log.html", context, status=422)


@require_GET
def volume(request: DeskRequest) -> HttpResponse:
    """Unusual volume of reads, where measures of staff are released."""
    context = volume_page(request.actor, request.GET)
    status = 422 if context["form"].is_bound and context["form"].errors else 200
    return render(request, "desk/control/volume.html", context, status=status)


def csv_file(content: bytes, name: str) -> HttpResponse:
    """A CSV file to keep."""
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
