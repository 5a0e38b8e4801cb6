"""Mein Tag, and the whole lists behind its sections."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.pages.my_day import deadline_lines, doubt_lines, my_day_page
from augenmass.doors.desk.pages.work import number_of_page, paginated
from augenmass.work.queries.my_day import doubtful_list, expiring_list, my_day


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """What waits today."""
    context = my_day_page(request.actor, my_day(request.actor))
    return render(request, "desk/my_day/my_day.html", context | {"section": "my_day"})


@require_GET
def doubts(request: DeskRequest) -> HttpResponse:
    """The actor's cases whose entries give rise to doubts."""
    found = doubtful_list(request.actor, number_of_page(request.GET))
    context = {"found": found, "page": paginated(found), "lines": doubt_lines(found.rows), "section": "my_day"}
    return render(request, "desk/my_day/doubts.html", context)


@require_GET
def expiring(request: DeskRequest) -> HttpResponse:
    """Papers of the actor's cases that end within four weeks."""
    found = expiring_list(request.actor, number_of_page(request.GET))
    context = {"found": found, "page": paginated(found), "lines": deadline_lines(found.rows), "section": "my_day"}
    return render(request, "desk/my_day/expiring.html", context)
