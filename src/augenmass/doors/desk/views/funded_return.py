"""Transmissions of funded returns: the list, one, a new one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.funded_return import FundedReturnForm
from augenmass.doors.desk.pages.funded_return import particulars
from augenmass.doors.desk.pages.work import number_of_page, paginated
from augenmass.funded_return.actions import transmit
from augenmass.funded_return.queries import one_transmission, transmissions
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """What the body sent or got."""
    found = transmissions(request.actor, number_of_page(request.GET))
    context = {
        "found": found,
        "page": paginated(found),
        "may_send": request.actor.may(Permission.FUNDED_RETURN),
        "section": "funded_returns",
    }
    return render(request, "desk/funded_return/list.html", context)


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Transmit the particulars of a funded return."""
    form = FundedReturnForm(request.actor, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = transmit(request.actor, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Angaben sind übermittelt."))
            return HttpResponseRedirect(reverse("funded_return", args=[made.key]))
    context = {"form": form, "section": "funded_returns"}
    return render(request, "desk/funded_return/new.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One transmission."""
    found = one_transmission(request.actor, key)
    context = {"sent": found, "rows": particulars(found), "section": "funded_returns"}
    return render(request, "desk/funded_return/one.html", context)
