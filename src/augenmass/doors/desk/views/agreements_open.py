"""Pages without signing in: whether a copy of an agreement is unchanged, and the answers of providers and interpreters."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from augenmass.agreements.actions.interpreting import answer_request, open_request
from augenmass.agreements.actions.promising import open_link, reply
from augenmass.agreements.models import Interpreting
from augenmass.agreements.queries.checking import check_copy
from augenmass.cases.file_types import read_at_most
from augenmass.doors.desk.forms.agreements import CheckForm, ReplyForm
from augenmass.doors.desk.pages.agreements import language_name
from augenmass.doors.desk.sign_in.limits import MINUTE
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Say of a file whether it is an unchanged copy of an agreement. The file is looked at and not kept."""
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    context: dict[str, object] = {"form": form}
    if request.method == "POST":
        if not ratelimit.consume(request, action="agreement_checks"):
            return _too_many(request, "desk/agreements/check.html", context)
        if form.is_valid():
            context["checked"] = check_copy(read_at_most(form.cleaned_data["copy"]))
    return render(request, "desk/agreements/check.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Let a provider answer once. A forged, used or expired link gives the same page."""
    context: dict[str, object] = {}
    if not ratelimit.consume(request, action="provider_links"):
        return _too_many(request, "desk/agreements/provider.html", context)
    opened = open_link(token)
    form = ReplyForm(request.POST or None)
    context |= {"opened": opened, "form": form}
    if opened is not None and request.method == "POST" and form.is_valid():
        try:
            reply(token, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            context["done"] = True
    found = render(
        request, "desk/agreements/provider.html", context, status=404 if opened is None else 422 if form.errors else 200
    )
    found["Cache-Control"] = "no-store"
    found["Referrer-Policy"] = "no-referrer"
    return found


@require_http_methods(["GET", "POST"])
def interpreter(request: HttpRequest, token: str) -> HttpResponse:
    """Let a service for interpreting answer once, and look the talk up until its day is over."""
    context: dict[str, object] = {}
    if not ratelimit.consume(request, action="provider_links"):
        return _too_many(request, "desk/agreements/interpreter.html", context)
    opened = open_request(token)
    form = ReplyForm(request.POST or None)
    if opened is not None and request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            answer_request(token, said["reply_yes"], said["reply_name"], said["reply_note"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            context["done"] = True
            opened = open_request(token)
    context |= {"opened": opened, "form": form}
    if opened is not None:
        context["language"] = language_name(opened.language)
        context["way"] = Interpreting.Way(opened.way).label
    status = 404 if opened is None else 422 if form.errors else 200
    found = render(request, "desk/agreements/interpreter.html", context, status=status)
    found["Cache-Control"] = "no-store"
    found["Referrer-Policy"] = "no-referrer"
    return found


def _too_many(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    refused = render(request, template, context | {"seconds": MINUTE}, status=429)
    refused["Retry-After"] = str(MINUTE)
    return refused
