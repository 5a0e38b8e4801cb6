"""The units of a body."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from augenmass.administration.actions.units import close_unit, make_unit, rename_unit
from augenmass.administration.refusal import NotAdministered
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.administration import UnitForm
from augenmass.doors.desk.pages.administration import units_page


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """The units, and a form for a new one."""
    form = UnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            make_unit(request.actor, form.cleaned_data["unit_name"])
        except NotAdministered as error:
            form.add_error("unit_name", str(error))
        else:
            messages.success(request, _("Das Sachgebiet ist angelegt."))
            return HttpResponseRedirect(reverse("units"))
    context = units_page(request.actor, form)
    return render(request, "desk/administration/units.html", context, status=422 if form.errors else 200)


@require_POST
def rename(request: DeskRequest, pk: int) -> HttpResponse:
    """Another name for a unit."""
    try:
        rename_unit(request.actor, pk, request.POST.get("unit_name", ""))
    except NotAdministered as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Das Sachgebiet ist umbenannt."))
    return HttpResponseRedirect(reverse("units"))


@require_POST
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """Close a unit."""
    try:
        close_unit(request.actor, pk)
    except NotAdministered as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Das Sachgebiet ist geschlossen."))
    return HttpResponseRedirect(reverse("units"))
