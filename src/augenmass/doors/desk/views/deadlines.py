"""The deadline book."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.pages.deadlines import book_page, chosen_deadlines, deadline_page
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.work.actions.deadlines import confirm_deadline
from augenmass.work.queries.deadlines import booked_deadline, deadline_book
from augenmass.work.queries.standing_in import standing
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """All running deadlines of the body by day."""
    who = standing(request.actor)
    chosen = chosen_deadlines(request.GET)
    found, counts = deadline_book(request.actor, who, chosen, number_of_page(request.GET))
    context = book_page(who, chosen, found, counts, request.GET)
    return render(request, "desk/deadlines/book.html", context)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One entered deadline: how it was computed, who read it."""
    context = deadline_page(request.actor, booked_deadline(request.actor, key))
    return render(request, "desk/deadlines/deadline.html", context)


@require_POST
def confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm a deadline as its second reader."""
    try:
        confirm_deadline(request.actor, key)
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Die Frist ist bestätigt."))
    return HttpResponseRedirect(reverse("deadline", args=[key]))
