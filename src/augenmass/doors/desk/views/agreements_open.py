"""Pages without signing in: whether a copy of an agreement is unchanged, and the answers of providers and interpreters."""

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
from augenmass.doors.desk.without_account import opened, refused
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Say of a file whether it is an unchanged copy of an agreement. The file is looked at and not kept."""
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    context: dict[str, object] = {"form": form}
    if request.method == "POST":
        if wait := refused(request, "desk/agreements/check.html", context, "agreement_checks"):
            return wait
        if form.is_valid():
            context["checked"] = check_copy(read_at_most(form.cleaned_data["copy"]))
    return render(request, "desk/agreements/check.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Let a provider answer once. A forged, used or expired link gives the same page."""
    if wait := refused(request, "desk/agreements/provider.html"):
        return wait
    link = open_link(token)
    form = ReplyForm(request.POST or None)
    context: dict[str, object] = {"opened": link, "form": form}
    if link is not None and request.method == "POST" and form.is_valid():
        try:
            reply(token, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            context["done"] = True
    status = 404 if link is None else 422 if form.errors else 200
    return opened(request, "desk/agreements/provider.html", context, status)


@require_http_methods(["GET", "POST"])
def interpreter(request: HttpRequest, token: str) -> HttpResponse:
    """Let a service for interpreting answer once, and look the talk up until its day is over."""
    if wait := refused(request, "desk/agreements/interpreter.html"):
        return wait
    context: dict[str, object] = {}
    link = open_request(token)
    form = ReplyForm(request.POST or None)
    if link is not None and request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            answer_request(token, said["reply_yes"], said["reply_name"], said["reply_note"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            context["done"] = True
            link = open_request(token)
    context |= {"opened": link, "form": form}
    if link is not None:
        context["language"] = language_name(link.language)
        context["way"] = Interpreting.Way(link.way).label
    status = 404 if link is None else 422 if form.errors else 200
    return opened(request, "desk/agreements/interpreter.html", context, status)
