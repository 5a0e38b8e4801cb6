"""The days of a person in a calendar on another machine: its secret address, and what that gives."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access.calendar import current, end, make_anew, recognise_address
from augenmass.access.reader import reading_for
from augenmass.access.tokens import NotMade, NotRecognised
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.pages.calendar import calendar_file
from augenmass.doors.desk.sign_in.limits import MINUTE, address_of
from augenmass.doors.desk.without_account import may_ask
from augenmass.law.time import now
from augenmass.work.queries.calendar import days_of


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """Whether there is an address, and one made anew, which is shown on the answer and nowhere else."""
    context = {"submission": uuid4(), "may_make": request.actor.may(Permission.READ_CASES)}
    status = 200
    if request.method == "POST":
        try:
            secret = make_anew(request.actor, _("Kalender"), UUID(request.POST.get("submission", "")))
        except (NotMade, ValueError) as error:
            messages.error(request, str(error) if isinstance(error, NotMade) else _("Bitte versuchen Sie es erneut."))
            return HttpResponseRedirect(reverse("calendar"))
        context["address"] = request.build_absolute_uri(reverse("calendar_feed", args=[secret]))
        status = 201
    return render(request, "desk/calendar/calendar.html", context | {"token": current(request.actor)}, status=status)


@require_POST
def stop(request: DeskRequest) -> HttpResponse:
    """End the address."""
    if end(request.actor):
        messages.success(request, _("Die Adresse ist zurückgezogen. Kalender, die sie kennen, bekommen nichts mehr."))
    return HttpResponseRedirect(reverse("calendar"))


@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The days of whoever the address belongs to. A wrong, ended or expired one gives nothing and does not say which it was."""
    if not may_ask(request, "calendar_feeds"):
        return HttpResponse(status=429, headers={"Retry-After": str(MINUTE)})
    try:
        program = recognise_address(secret, address_of(request))
    except NotRecognised:
        return HttpResponse(status=404)
    with reading_for(program.actor):
        content = calendar_file(days_of(program.actor), secret, now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
