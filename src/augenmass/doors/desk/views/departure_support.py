"""Of a voluntary departure: applications for support, certificates, what comes back, the payment afterwards."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from augenmass.departure.actions import applying
from augenmass.departure.actions.certifying import confirm_departure, issue_certificates, withdraw_certificate
from augenmass.departure.models import Application, Certificate
from augenmass.departure.queries.departures import find_application, find_certificate
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.departure import (
    CertifyForm,
    DraftForm,
    FileForm,
    FollowUpForm,
    ReasonForm,
    ReturnedForm,
)
from augenmass.doors.desk.views.departure import done
from augenmass.fund.queries.terms import terms_on
from augenmass.law.time import today
from augenmass.work.refusal import NotDone


@require_POST
def draft(request: DeskRequest, key: UUID) -> HttpResponse:
    """Begin an application to a programme."""
    form = DraftForm(terms_on(today(), request.actor.body.land), request.POST)
    act = lambda: applying.draft_application(  # noqa: E731
        request.actor, key, form.cleaned_data["key"], int(form.cleaned_data["terms"])
    )
    return done(request, key, "draft_form", form, act, _("Der Antrag ist als Entwurf angelegt."))


@require_POST
def filed(request: DeskRequest, key: UUID) -> HttpResponse:
    """Note that an application was filed."""
    form = FileForm(request.POST)
    act = lambda found: applying.file_application(request.actor, found.key, form.cleaned_data["filed_on"])  # noqa: E731
    return _of_application(request, key, form, act, _("Der Antrag ist als gestellt festgehalten."))


@require_POST
def approved(request: DeskRequest, key: UUID) -> HttpResponse:
    """Approve an application."""
    act = lambda found: applying.approve_application(request.actor, found.key)  # noqa: E731
    return _of_application(request, key, None, act, _("Der Antrag ist bewilligt und der Betrag im Haushalt gebunden."))


@require_POST
def refused(request: DeskRequest, key: UUID) -> HttpResponse:
    """Refuse an application."""
    form = ReasonForm(request.POST)
    act = lambda found: applying.refuse_application(request.actor, found.key, form.cleaned_data["reason"])  # noqa: E731
    return _of_application(request, key, form, act, _("Der Antrag ist abgelehnt."))


@require_POST
def withdrawn(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take an application back."""
    form = ReasonForm(request.POST)
    act = lambda found: applying.withdraw_application(request.actor, found.key, form.cleaned_data["reason"])  # noqa: E731
    return _of_application(request, key, form, act, _("Der Antrag ist zurückgenommen."))


@require_POST
def follow_up(request: DeskRequest, key: UUID) -> HttpResponse:
    """Note what the payment after the departure waits for."""
    form = FollowUpForm(request.POST)
    act = lambda found: applying.report_follow_up(request.actor, found.key, form.cleaned_data["reported_on"])  # noqa: E731
    return _of_application(
        request, key, form, act, _("Die Meldung ist festgehalten; die Nachzahlung kann angewiesen werden.")
    )


@require_POST
def certify(request: DeskRequest, key: UUID) -> HttpResponse:
    """Issue certificates to all who have none."""
    form = CertifyForm(request.POST)
    address = request.build_absolute_uri(reverse("certificate_check"))
    act = lambda: issue_certificates(request.actor, key, form.cleaned_data["valid_until"], address)  # noqa: E731
    return done(
        request,
        key,
        "certify_form",
        form,
        act,
        _("Die Bescheinigungen sind ausgestellt und liegen bei den Dokumenten."),
    )


@require_POST
def certificate_withdrawn(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take a certificate back."""
    act = lambda found: withdraw_certificate(request.actor, found.key)  # noqa: E731
    return _of_certificate(request, key, None, act, _("Die Bescheinigung ist zurückgezogen. Ihr Code gilt nicht mehr."))


@require_POST
def came_back(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm the departure by the certificate that came back."""
    form = ReturnedForm(request.POST)
    act = lambda found: confirm_departure(request.actor, found.key, form.entered())  # noqa: E731
    return _of_certificate(request, key, form, act, _("Die Ausreise ist bestätigt."))


def _of_application(
    request: DeskRequest, key: UUID, form: Form | None, act: Callable[[Application], object], says: str
) -> HttpResponse:
    found = find_application(request.actor, key)
    return _in_row(request, found.departure.key, form, lambda: act(found), says)


def _of_certificate(
    request: DeskRequest, key: UUID, form: Form | None, act: Callable[[Certificate], object], says: str
) -> HttpResponse:
    found = find_certificate(request.actor, key)
    return _in_row(request, found.departure.key, form, lambda: act(found), says)


def _in_row(
    request: DeskRequest, departure: UUID, form: Form | None, act: Callable[[], object], says: str
) -> HttpResponse:
    """Do what a small form in a row asks; a sentence at the head of the page says what came of it."""
    if form is not None and not form.is_valid():
        for field, errors in form.errors.items():
            label = form.fields[field].label if field in form.fields else ""
            messages.error(request, f"{label}: {' '.join(str(error) for error in errors)}")
    else:
        try:
            act()
        except NotDone as error:
            messages.error(request, str(error))
        else:
            messages.success(request, says)
    return HttpResponseRedirect(reverse("departure", args=[departure]))
