"""One's own sessions, and the sign-in log for the data protection officer."""

from django.contrib import messages
from django.contrib.auth import logout
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from augenmass.access.models import SignInLine
from augenmass.access.sessions import end_session, end_sessions, sessions_of
from augenmass.access.sign_in_log import lines_visible, names_in, note
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.pages.sessions import log_page, shown_sessions
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.doors.desk.sign_in.limits import address_of

LINES = 50


@require_GET
def sessions(request: DeskRequest) -> HttpResponse:
    """Where one is signed in."""
    shown = shown_sessions(sessions_of(request.actor.account), request.session.session_key)
    return render(request, "desk/sign_in/sessions.html", {"sessions": shown})


@require_POST
def end(request: DeskRequest, session_id: int) -> HttpResponse:
    """End one of one's own sessions."""
    if end_session(request.actor.account, session_id):
        note(SignInLine.What.SESSIONS_ENDED, request.actor.account, address_of(request))
    messages.success(request, _("Die Sitzung ist beendet."))
    return HttpResponseRedirect(reverse("sessions"))


@require_POST
def end_others(request: DeskRequest) -> HttpResponse:
    """End all of one's own sessions but this one."""
    ended = end_sessions(request.actor.account, but=request.session.session_key)
    note(SignInLine.What.SESSIONS_ENDED, request.actor.account, address_of(request))
    said = ngettext("%(number)d andere Sitzung ist beendet.", "%(number)d andere Sitzungen sind beendet.", ended)
    messages.success(request, said % {"number": ended})
    return HttpResponseRedirect(reverse("sessions"))


@require_POST
def end_all(request: DeskRequest) -> HttpResponse:
    """End all of one's own sessions, this one too."""
    end_sessions(request.actor.account, but=request.session.session_key)
    note(SignInLine.What.SESSIONS_ENDED, request.actor.account, address_of(request))
    logout(request)
    return HttpResponseRedirect(reverse("account_login"))


@require_GET
def log(request: DeskRequest) -> HttpResponse:
    """Who signed in to the body, for the data protection officer."""
    page = Paginator(lines_visible(request.actor), LINES).get_page(number_of_page(request.GET))
    names = names_in(request.actor, {line.account for line in page if line.account})
    return render(request, "desk/sign_in/log.html", log_page(page, names))
