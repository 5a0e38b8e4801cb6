"""Of a voluntary departure: applications for support, certificates, what comes back, the payment afterwards."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from augenmass.departure.actions import applying
from augenmass.departure.actions.certifying import confirm_departure, issue_certificates, withdraw_certificate
from augenmass.departure.models import Application, Certificate
from augenmass.departure.queries.departures import find_application, find_certificate
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.departure import (
    ApproveForm,
    CertifyForm,
    DraftForm,
    FileForm,
    FollowUpForm,
    InRow,
    InvalidateForm,
    RefuseForm,
    ReturnedForm,
    WithdrawForm,
)
from augenmass.doors.desk.views.departure import done
from augenmass.fund.queries.terms import terms_on
from augenmass.law.time import today


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
    act = lambda found, form: applying.file_application(request.actor, found.key, form.cleaned_data["filed_on"])  # noqa: E731
    return _of_application(request, key, FileForm, act, _("Der Antrag ist als gestellt festgehalten."))


@require_POST
def approved(request: DeskRequest, key: UUID) -> HttpResponse:
    """Approve an application."""
    act = lambda found, _form: applying.approve_application(request.actor, found.key)  # noqa: E731
    says = _("Der Antrag ist bewilligt und der Betrag im Haushalt gebunden.")
    return _of_application(request, key, ApproveForm, act, says)


@require_POST
def refused(request: DeskRequest, key: UUID) -> HttpResponse:
    """Refuse an application."""
    act = lambda found, form: applying.refuse_application(request.actor, found.key, form.cleaned_data["reason"])  # noqa: E731
    return _of_application(request, key, RefuseForm, act, _("Der Antrag ist abgelehnt."))


@require_POST
def withdrawn(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take an application back."""
    act = lambda found, form: applying.withdraw_application(request.actor, found.key, form.cleaned_data["reason"])  # noqa: E731
    return _of_application(request, key, WithdrawForm, act, _("Der Antrag ist zurückgenommen."))


@require_POST
def follow_up(request: DeskRequest, key: UUID) -> HttpResponse:
    """Note what the payment after the departure waits for."""
    act = lambda found, form: applying.report_follow_up(request.actor, found.key, form.cleaned_data["reported_on"])  # noqa: E731
    says = _("Die Meldung ist festgehalten; die Nachzahlung kann angewiesen werden.")
    return _of_application(request, key, FollowUpForm, act, says)


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
    act = lambda found, _form: withdraw_certificate(request.actor, found.key)  # noqa: E731
    says = _("Die Bescheinigung ist zurückgezogen. Ihr Code gilt nicht mehr.")
    return _of_certificate(request, key, InvalidateForm, act, says)


@require_POST
def came_back(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm the departure by the certificate that came back."""
    act = lambda found, form: confirm_departure(request.actor, found.key, form.entered())  # noqa: E731
    return _of_certificate(request, key, ReturnedForm, act, _("Die Ausreise ist bestätigt."))


def _of_application(
    request: DeskRequest, key: UUID, kind: type[InRow], act: Callable[[Application, Any], object], says: str
) -> HttpResponse:
    found = find_application(request.actor, key)
    form = kind(request.POST, apart=str(found.pk))
    return done(request, found.departure.key, form.name, form, lambda: act(found, form), says)


def _of_certificate(
    request: DeskRequest, key: UUID, kind: type[InRow], act: Callable[[Certificate, Any], object], says: str
) -> HttpResponse:
    found = find_certificate(request.actor, key)
    form = kind(request.POST, apart=str(found.pk))
    return done(request, found.departure.key, form.name, form, lambda: act(found, form), says)
