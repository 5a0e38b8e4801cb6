"""The way in of the person concerned: opened, ended, letters with codes, released dates, addresses that were told."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.access import log
from augenmass.cases.queries.case import documents_of, english, find
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.person_access import AccessForm, BoxForm, DayForm
from augenmass.doors.desk.pages.person_access import person_access_page
from augenmass.doors.desk.views.letters import sent_pdf
from augenmass.person_access.actions.accesses import NotAddressed, end_access, open_access, order_code
from augenmass.person_access.actions.counselling import name_box
from augenmass.person_access.actions.days import release_day, withdraw_day
from augenmass.person_access.actions.handing_in import take_address_over
from augenmass.person_access.models import Access, ReleasedDay, Submission
from augenmass.person_access.queries.of_case import find_access, find_day, find_submission
from augenmass.record.models import Case
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """Who may sign in, what they see as dates, what they handed in."""
    case = _own(request, key)
    log.read(request.actor, "portal", case_id=case.pk, categories=["identity", "file"])
    return _shown(request, case, 200)


@require_POST
def new(request: DeskRequest, key: UUID) -> HttpResponse:
    """Open a way in."""
    case = _own(request, key)
    form = AccessForm(list(documents_of(request.actor, case)), request.POST)
    done = _("Der Zugang ist angelegt. Bestellen Sie nun das Schreiben mit dem Code.")
    return _sent(request, case, form, "access_form", lambda: open_access(request.actor, case.pk, form.entered()), done)


@require_POST
def release(request: DeskRequest, key: UUID) -> HttpResponse:
    """Release a date to the person."""
    case = _own(request, key)
    form = DayForm(request.POST)
    done = _("Der Termin ist freigegeben. Die Person sieht ihn ab jetzt.")
    return _sent(request, case, form, "day_form", lambda: release_day(request.actor, case.pk, form.entered()), done)


@require_POST
def code(request: DeskRequest, key: UUID) -> HttpResponse:
    """The letter with a new code, given out on this answer and kept nowhere."""
    access = _found(find_access, Access.DoesNotExist, request, key)
    try:
        door = request.build_absolute_uri(reverse("portal"))
        _made, pdf = order_code(request.actor, key, UUID(request.POST.get("key", "")), door)
    except ValueError as error:
        raise Http404 from error
    except NotDone as error:
        messages.error(request, _sentence(error))
        return _to(access.case)
    return sent_pdf(pdf, f"zugang-{access.case.number}.pdf".replace("/", "-"), attached=True)


@require_POST
def end(request: DeskRequest, key: UUID) -> HttpResponse:
    """End a way in."""
    access = _found(find_access, Access.DoesNotExist, request, key)
    end_access(request.actor, key)
    messages.success(request, _("Der Zugang ist beendet. Codes und Passkeys gelten nicht mehr."))
    return _to(access.case)


@require_POST
def withdraw(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take a released date back."""
    day = _found(find_day, ReleasedDay.DoesNotExist, request, key)
    withdraw_day(request.actor, key)
    messages.success(request, _("Der Termin ist zurückgenommen. Die Person sieht ihn nicht mehr."))
    return _to(day.case)


@require_POST
def take_over(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take an address over that the person told."""
    found = _found(find_submission, Submission.DoesNotExist, request, key)
    if found.kind != Submission.Kind.ADDRESS:
        raise Http404
    take_address_over(request.actor, key)
    messages.success(request, _("Die Anschrift ist übernommen. Codes an die alte Anschrift gelten nicht mehr."))
    return _to(found.case)


@require_POST
def box(request: DeskRequest) -> HttpResponse:
    """Name the counselling service that persons can write to."""
    form = BoxForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Bitte geben Sie die Beratungsstelle und ihren öffentlichen Schlüssel an."))
        return HttpResponseRedirect(reverse("counselling_kept"))
    try:
        name_box(request.actor, form.cleaned_data["box_service"], form.cleaned_data["public_key"])
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Nachrichten der betroffenen Personen gehen ab jetzt an diese Stelle."))
    return HttpResponseRedirect(reverse("counselling_kept"))


def _own(request: DeskRequest, key: UUID) -> Case:
    request.actor.require(Permission.TAKE_STEPS)
    case = find(request.actor, key)
    if case.body_id != request.actor.body_id:
        raise Http404
    return case


def _found(ask: Callable[[Any, UUID], Any], missing: type[Exception], request: DeskRequest, key: UUID) -> Any:
    try:
        return ask(request.actor, key)
    except missing as error:
        raise Http404 from error


def _to(case: Case) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("case_portal", args=[case.key]))


def _shown(request: DeskRequest, case: Case, status: int, **forms: Form) -> HttpResponse:
    context = person_access_page(request.actor, case, **forms)
    return render(request, "desk/person_access/page.html", context, status=status)


def _sent(request: DeskRequest, case: Case, form: Form, name: str, act: Callable[[], Any], done: str) -> HttpResponse:
    if form.is_valid():
        try:
            act()
        except NotDone as error:
            form.add_error(None, _sentence(error))
        else:
            messages.success(request, done)
            return _to(case)
    return _shown(request, case, 422, **{name: form})


def _sentence(error: NotDone) -> str:
    if isinstance(error, NotAddressed) and english():
        return " ".join(gap.en for gap in error.gaps)
    return str(error)
