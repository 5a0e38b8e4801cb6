"""Papers of a conference: one's part of the minutes, the date for a calendar, the audit of meetings, and the link of an adviser."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.access.actor import NotPermitted
from augenmass.conferences.actions.advising import look_at_link, open_link
from augenmass.conferences.paper import minutes_pdf
from augenmass.conferences.queries.audit import audit
from augenmass.conferences.queries.conferences import note_reading, one_conference
from augenmass.conferences.words import STATEMENT
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.conferences import AuditForm
from augenmass.doors.desk.pages.conference_calendar import conference_file
from augenmass.doors.desk.pages.conference_lines import class_name
from augenmass.doors.desk.pages.conferences import audit_rows
from augenmass.doors.desk.without_account import opened, refused
from augenmass.law.time import now

ADVISER = "desk/conferences/adviser.html"


@require_GET
def minutes(request: DeskRequest, key: UUID) -> HttpResponse:
    """The actor's part of the minutes as PDF."""
    shown = one_conference(request.actor, key)
    if not shown.reads or shown.minutes is None:
        raise NotPermitted(Permission.CONFERENCES)
    content = minutes_pdf(request.actor, shown)
    note_reading(request.actor, shown.conference, 1)
    name = f"protokoll-{shown.minutes.number}.pdf"
    return HttpResponse(
        content, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@require_GET
def calendar(request: DeskRequest, key: UUID) -> HttpResponse:
    """The meeting for a calendar: a time, and no word of what it is about."""
    found = one_conference(request.actor, key).conference
    if found.begins_at is None:
        raise Http404
    return HttpResponse(
        conference_file(
            found.key, found.begins_at, found.minutes_planned, now(), cancelled=found.state == found.State.CANCELLED
        ),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="termin.ics"'},
    )


@require_GET
def quality(request: DeskRequest) -> HttpResponse:
    """How meetings go that the actor's body leads: never about persons."""
    form = AuditForm(request.GET)
    first, last = (form.cleaned_data["von"], form.cleaned_data["bis"]) if form.is_valid() else (None, None)
    context = {"rows": audit_rows(audit(request.actor, first, last)), "form": form, "section": "conferences"}
    return render(request, "desk/conferences/quality.html", context)


@require_http_methods(["GET", "POST"])
def adviser(request: HttpRequest, token: str) -> HttpResponse:
    """Let an adviser read once what was released to them. A forged, used or expired link gives the same page."""
    context: dict[str, object] = {"statement": STATEMENT}
    if wait := refused(request, ADVISER, context):
        return wait
    if request.method == "POST":
        part = open_link(token)
        lines = part.items if part is not None else ()
        context["part"] = part
        context["lines"] = [{"item": item, "data_class": class_name(item.data_class)} for item in lines]
        return opened(request, ADVISER, context, 404 if part is None else 200)
    context["invitation"] = look_at_link(token)
    return opened(request, ADVISER, context, 404 if context["invitation"] is None else 200)
