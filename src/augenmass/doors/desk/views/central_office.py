"""The central office's door: its queue, what its units hold, a list of what is missing in one click, the first check done."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.referrals import CapacityForm
from augenmass.doors.desk.pages.referrals import queue_page
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.doors.desk.views.referrals import answered
from augenmass.referral.actions.answering import return_incomplete
from augenmass.referral.actions.capacity import set_capacity
from augenmass.referral.actions.first_check import finish_first_check
from augenmass.referral.office import VIEWS, loads, queue
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """What waits at the door, what it lacks, what was taken over and is to be checked."""
    asked = request.GET.get("ansicht", "")
    view = asked if asked in VIEWS else VIEWS[0]
    found = queue(request.actor, view, number_of_page(request.GET))
    return render(request, "desk/referrals/queue.html", queue_page(request.actor, view, found, request.GET))


@require_http_methods(["GET", "POST"])
def capacity(request: DeskRequest) -> HttpResponse:
    """How many cases the units can work on."""
    found = loads(request.actor)
    form = CapacityForm(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            set_capacity(request.actor, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Zahlen sind gespeichert."))
            return HttpResponseRedirect(reverse("central_queue"))
    context = {
        "form": form,
        "may_change": request.actor.may(Permission.REASSIGN),
        "loads": found,
        "section": "central_queue",
    }
    return render(request, "desk/referrals/capacity.html", context, status=422 if form.errors else 200)


@require_POST
def give_back_missing(request: DeskRequest, key: UUID) -> HttpResponse:
    """Send the referral back with the list of what is missing now."""
    done = _("Die Abgabe ist zurückgegeben. Die abgebende Stelle erhält die Liste des Fehlenden.")
    return answered(
        request, key, "missing_form", Form(request.POST), lambda: return_incomplete(request.actor, key), done
    )


@require_POST
def checked(request: DeskRequest, key: UUID) -> HttpResponse:
    """Say that the first check is done."""
    done = _("Die erste Prüfung ist erledigt; ihre Frist ist beendet.")
    return answered(
        request, key, "checked_form", Form(request.POST), lambda: finish_first_check(request.actor, key), done
    )
