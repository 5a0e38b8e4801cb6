"""Notices at their sender: the list with receipts, a new one, a correction, taking one back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.notices import NoticeForm
from augenmass.doors.desk.pages.notices import sent_one_page, sent_page
from augenmass.notices.actions.following import correct, withdraw
from augenmass.notices.actions.taking import NotTaken, Taken, hand_in
from augenmass.notices.models import Notice
from augenmass.notices.queries.sent import can_be_taken_back, find_sent
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """What the body sent, what it is asked for, what went back."""
    return render(request, "desk/notices/sent.html", sent_page(request.actor, request.GET))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Give notice."""
    return _form(request, NoticeForm(request.actor, request.POST or None))


@require_GET
def show(request: DeskRequest, number: UUID) -> HttpResponse:
    """One notice with its receipt."""
    return render(request, "desk/notices/sent_one.html", sent_one_page(find_sent(request.actor, number)))


@require_http_methods(["GET", "POST"])
def correction(request: DeskRequest, number: UUID) -> HttpResponse:
    """Replace a notice by what is right."""
    earlier = find_sent(request.actor, number)
    if not can_be_taken_back(earlier):
        raise Http404
    return _form(request, NoticeForm(request.actor, request.POST or None, corrects=earlier))


@require_POST
def take_back(request: DeskRequest, number: UUID) -> HttpResponse:
    """Take a notice back."""
    try:
        withdraw(request.actor, number)
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Die Mitteilung ist zurückgenommen, ihr Inhalt gelöscht."))
    return HttpResponseRedirect(reverse("notice_sent", args=[number]))


def _form(request: DeskRequest, form: NoticeForm) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            taken = _sent(request, form)
        except NotTaken as error:
            form.refuse(error.field, str(error))
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            told = taken.says or _("Die Mitteilung ist eingegangen. Die Behörde prüft sie.")
            (messages.success if taken.new else messages.info)(request, told)
            return HttpResponseRedirect(reverse("notice_sent", args=[taken.notice.number]))
    context = {"form": form, "corrects": form.corrects, "section": "notices"}
    return render(request, "desk/notices/new.html", context, status=422 if form.errors else 200)


def _sent(request: DeskRequest, form: NoticeForm) -> Taken:
    corrected: Notice | None = form.corrects
    if corrected is None:
        return hand_in(request.actor, form.entered())
    return correct(request.actor, corrected.number, form.entered())
