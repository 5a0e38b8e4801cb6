"""The page that checks a certificate of border crossing: for everybody, without signing in and without scripts. It says yes or no."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from augenmass.departure.queries.checking import is_valid_code
from augenmass.departure.rules.code import LONGEST
from augenmass.doors.desk.without_account import refused


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Take a code from the form or from the picture on the certificate, and answer.

    Unknown, changed, withdrawn and used codes go the same way and give the same page.
    """
    typed = (request.POST if request.method == "POST" else request.GET).get("code", "")[:LONGEST]
    context: dict[str, object] = {"typed": typed, "most": LONGEST}
    if typed.strip():
        if wait := refused(request, "desk/departure/check.html", context, "certificate_checks"):
            return wait
        context["valid"] = is_valid_code(typed)
        context["asked"] = True
    return render(request, "desk/departure/check.html", context)
