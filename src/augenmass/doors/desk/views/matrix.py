"""The tables of access: open to every member of staff, for they name no person."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.pages.matrix import matrix_page, released_page


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """Who reads which data for which purpose, and what changed between two versions."""
    return render(request, "desk/control/matrix.html", matrix_page(request.GET) | {"section": "access_log"})


@require_GET
def released(request: DeskRequest) -> HttpResponse:
    """What a role learns of an answer of the law that may rest on data it does not see."""
    return render(request, "desk/control/released.html", released_page(request.GET) | {"section": "access_log"})
