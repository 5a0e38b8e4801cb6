"""The page that checks a certificate of border crossing: for everybody, without signing in and without scripts. It says yes or no."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from augenmass.departure.queries.checking import is_valid_code
from augenmass.departure.rules.code import LONGEST
from augenmass.doors.desk.sign_in.limits import MINUTE


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Take a code from the form or from the picture on the certificate, and answer.

    Unknown, changed, withdrawn and used codes go the same way and give the same page.
    """
    typed = (request.POST if request.method == "POST" else request.GET).get("code", "")[:LONGEST]
    context: dict[str, object] = {"typed": typed, "most": LONGEST}
    if typed.strip():
        if not ratelimit.consume(request, action="certificate_checks"):
            answer = render(request, "desk/departure/check.html", context | {"seconds": MINUTE}, status=429)
            answer["Retry-After"] = str(MINUTE)
            return answer
        context["valid"] = is_valid_code(typed)
        context["asked"] = True
    return render(request, "desk/departure/check.html", context)
