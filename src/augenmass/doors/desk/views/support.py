"""Support sessions: an operator asks for a look, the body decides, either side ends it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.access import support
from augenmass.access.actor import actor_for
from augenmass.access.reader import reading_for
from augenmass.directory.models import Account
from augenmass.doors.desk.actor import CHOSEN_BODY, SUPPORT, DeskRequest
from augenmass.doors.desk.forms.support import AskForm
from augenmass.doors.desk.pages.access_log import line_of
from augenmass.doors.desk.pages.support import state_word, support_page

PAGE = "desk/control/support.html"


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """What one asked for, what waits, what was."""
    return render(request, PAGE, support_page(request.actor))


@require_POST
def ask(request: DeskRequest) -> HttpResponse:
    """Ask a body for a look at its pages."""
    form = AskForm(request.POST)
    if form.is_valid():
        try:
            support.ask(request.actor, form.cleaned_data["key"], form.cleaned_data["body"], form.cleaned_data["reason"])
        except support.NotSupported as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Die Anfrage liegt der Dienststelle vor. Sie gilt 24 Stunden."))
            return HttpResponseRedirect(reverse("support"))
    return render(request, PAGE, support_page(request.actor, form), status=422)


@require_POST
def confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Let the operator in."""
    try:
        support.confirm(request.actor, key)
    except support.NotSupported as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Der Betrieb hat jetzt 60 Minuten Einsicht. Sie können sie jederzeit beenden."))
    return HttpResponseRedirect(reverse("support"))


@require_POST
def refuse(request: DeskRequest, key: UUID) -> HttpResponse:
    """Do not let the operator in."""
    try:
        support.refuse(request.actor, key)
    except support.NotSupported as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Die Anfrage ist abgelehnt."))
    return HttpResponseRedirect(reverse("support"))


@require_POST
def enter(request: DeskRequest, key: UUID) -> HttpResponse:
    """Begin to look, in this browser, at the pages of the body that confirmed."""
    found = support.session_of(request.actor.account, str(key))
    if found is None:
        messages.error(request, _("Diese Einsicht läuft nicht oder nicht mehr."))
        return HttpResponseRedirect(reverse("support"))
    request.session[SUPPORT] = str(found.key)
    request.session.cycle_key()
    return HttpResponseRedirect(reverse("worklist"))


@require_POST
def end(request: DeskRequest, key: UUID) -> HttpResponse:
    """End a session, from either side; whoever looks ends it as the person they are at home."""
    looked = request.session.pop(SUPPORT, None) is not None
    assert isinstance(request.user, Account)
    own = actor_for(request.user, request.session.get(CHOSEN_BODY)) if looked else request.actor
    assert own is not None
    with reading_for(own):
        support.end(own, key)
    messages.success(request, _("Die Einsicht des Betriebs ist beendet."))
    return HttpResponseRedirect(reverse("my_day"))


@require_GET
def lines(request: DeskRequest, key: UUID) -> HttpResponse:
    """What was read in a session, for the data protection officer of the body."""
    found, read = support.lines_of(request.actor, key)
    context = {
        "session": found,
        "state": state_word(found),
        "lines": [line_of(line) for line in read],
        "section": "support",
    }
    return render(request, "desk/control/support_lines.html", context)
