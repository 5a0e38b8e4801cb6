"""Taking a list of cases out as a file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.actions.export import NotExported, ask_export, confirm_export, fetch_export, refuse_export
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.exports import ExportForm
from augenmass.doors.desk.hidden_search import opened_query
from augenmass.doors.desk.pages.exports import ask_page, exports_page, list_file
from augenmass.doors.desk.views.access_log import csv_file
from augenmass.doors.desk.views.worklist import chosen_filter
from augenmass.law.time import today


@require_http_methods(["GET", "POST"])
def ask(request: DeskRequest) -> HttpResponse:
    """Say what for; the list is the one of the address."""
    chosen = chosen_filter(opened_query(request.GET, request.actor.account_id))
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_export(request.actor, form.cleaned_data["key"], chosen, form.cleaned_data["reason"])
        except NotExported as refused:
            form.add_error("reason", str(refused))
        else:
            return HttpResponseRedirect(reverse("exports"))
    context = ask_page(request.actor, chosen, form, request.GET.urlencode())
    return render(request, "desk/control/export_ask.html", context, status=422 if form.errors else 200)


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """One's own requests, and those that wait for one as the second person."""
    return render(request, "desk/control/exports.html", exports_page(request.actor))


@require_GET
def fetch(request: DeskRequest, key: UUID) -> HttpResponse:
    """The file, made now."""
    try:
        found = fetch_export(request.actor, key)
    except NotExported as refused:
        messages.error(request, str(refused))
        return HttpResponseRedirect(reverse("exports"))
    return csv_file(list_file(found), f"faelle-{today().isoformat()}.csv")


@require_POST
def confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Agree as the second person."""
    try:
        confirm_export(request.actor, key)
    except NotExported as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Die Ausgabe ist freigegeben. Die Freigabe gilt 24 Stunden."))
    return HttpResponseRedirect(reverse("exports"))


@require_POST
def refuse(request: DeskRequest, key: UUID) -> HttpResponse:
    """Do not agree."""
    try:
        refuse_export(request.actor, key)
    except NotExported as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Die Ausgabe ist abgelehnt."))
    return HttpResponseRedirect(reverse("exports"))
