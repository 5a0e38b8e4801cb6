"""Which facts the steps of the body's cases wait for."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from augenmass.cases.queries.open_points import open_points
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.pages.open_points import open_points_page


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The facts, those first that alone open most steps."""
    return render(request, "desk/cases/open_points.html", open_points_page(open_points(request.actor)))
