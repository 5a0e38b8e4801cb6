"""Answering a request out of the inbox, for bodies that hold no file of the person."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from augenmass.access.actor import Actor
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.replies import ReplyForm
from augenmass.doors.desk.forms.transmissions import told_in
from augenmass.doors.desk.pages.replies import answer_page
from augenmass.doors.desk.pages.transmissions import content_part
from augenmass.law.vocabulary import VOCABULARY
from augenmass.transmissions.actions.replying import confirm_reply, reply, settle, withdraw_reply
from augenmass.transmissions.models import Received, Reply
from augenmass.transmissions.queries.received import find_received
from augenmass.transmissions.queries.replies import offer_to_answer, request_of, to_be_answered
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest, message: UUID) -> HttpResponse:
    """Write an answer: what may go, a preview, the signature."""
    came = find_received(request.actor, message)
    if request.method == "GET" and not to_be_answered(came):
        messages.error(request, _("Diese Nachricht ist kein angenommenes Ersuchen, das noch zu beantworten ist."))
        return _back(message)
    added = _added(request)
    try:
        found = offer_to_answer(request.actor, came, added, told_in(request.POST))
    except NotDone as error:
        messages.error(request, str(error))
        return _back(message)
    form = ReplyForm(found, added, _data(request, added))
    context = answer_page(request.actor, came, form)
    do = request.POST.get("do", "")
    if do in ("preview", "sign") and form.is_valid():
        return _answered(request, came, form, context)
    # Looking at what may go, or adding a fact, asks for nothing else yet.
    if request.method == "POST" and do not in ("preview", "sign"):
        form.errors.clear()
    return render(request, "desk/transmissions/reply.html", context, status=422 if form.errors else 200)


def _data(request: DeskRequest, added: list[str]) -> QueryDict | None:
    """What was sent, with the fact that was chosen among those that are added, so that the next form brings it again."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    data.setlist("added", added)
    data["more"] = ""
    return data


def _added(request: DeskRequest) -> list[str]:
    names = request.POST.getlist("added")
    if request.POST.get("more"):
        names.append(request.POST["more"])
    return [name for name in dict.fromkeys(names) if name in VOCABULARY]


def _answered(request: DeskRequest, came: Received, form: ReplyForm, context: dict[str, Any]) -> HttpResponse:
    try:
        if request.POST["do"] == "sign":
            made = reply(request.actor, came.message, form.entered())
            messages.success(request, _done(made))
            return _back(came.message)
        context["preview"] = content_part(settle(request.actor, came, form.entered()).content)
    except NotDone as error:
        form.add_error(None, str(error))
        return render(request, "desk/transmissions/reply.html", context, status=409)
    return render(request, "desk/transmissions/reply.html", context)


def _done(made: Reply) -> str:
    if made.state == Reply.State.WAITING:
        return _("Die Antwort wartet auf die zweite Unterschrift. Es ist noch nichts gesendet.")
    return _("Die Antwort ist unterzeichnet.")


@require_POST
def sign(request: DeskRequest, key: UUID) -> HttpResponse:
    """Sign as the second person."""
    return _acted(request, key, confirm_reply, _("Die Antwort ist unterzeichnet."))


@require_POST
def give_up(request: DeskRequest, key: UUID) -> HttpResponse:
    """Withdraw what waits for its second signature."""
    return _acted(request, key, withdraw_reply, _("Die Antwort ist zurückgezogen."))


def _acted(request: DeskRequest, key: UUID, act: Callable[[Actor, UUID], Reply], done: str) -> HttpResponse:
    message = request_of(request.actor, key)
    try:
        act(request.actor, key)
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return _back(message)


def _back(message: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("transmission_received", args=[message]))
