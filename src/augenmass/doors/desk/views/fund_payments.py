"""Payments: preparing, the list that waits for signatures, signing, the voucher, what came back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.fund_claims import PayForm, RecoverForm, RefuseForm
from augenmass.doors.desk.pages.fund_claims import payment_line, payment_page, tranche_line, waiting_page
from augenmass.doors.desk.views.fund import say
from augenmass.doors.desk.views.letters import sent_pdf
from augenmass.fund.actions import signing
from augenmass.fund.actions.recovering import recover
from augenmass.fund.models import Payment
from augenmass.fund.paper import voucher_of
from augenmass.fund.queries import claims
from augenmass.fund.refusal import NotBooked


def _payment(request: DeskRequest, key: UUID) -> Payment:
    try:
        return claims.payment(request.actor, key)
    except Payment.DoesNotExist as error:
        raise Http404 from error


def _to(key: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("payment", args=[key]))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest, key: UUID) -> HttpResponse:
    """Prepare the payment of a tranche."""
    tranche = claims.tranche(request.actor, key)
    if tranche is None:
        raise Http404
    form = PayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = signing.prepare(request.actor, key, form.entered())
        except NotBooked as error:
            say(form, error, account="paid_to")
        else:
            messages.success(request, _("Die Zahlung wartet jetzt auf die Zweitzeichnung."))
            return _to(made.key)
    context = {"form": form, "made": tranche.commitment, "line": tranche_line(tranche), "section": "worklist"}
    return render(request, "desk/fund/payment_new.html", context, status=422 if form.errors else 200)


@require_GET
def waiting(request: DeskRequest) -> HttpResponse:
    """Payments that wait for a second signature."""
    return render(request, "desk/fund/payments.html", waiting_page(request.actor, request.GET))


@require_GET
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """One payment."""
    return _page(request, key)


def _page(request: DeskRequest, key: UUID, refused: RefuseForm | None = None, status: int = 200) -> HttpResponse:
    context = payment_page(request.actor, _payment(request, key), refused)
    return render(request, "desk/fund/payment.html", context, status=status)


@require_POST
def sign(request: DeskRequest, key: UUID) -> HttpResponse:
    """Sign as the second person."""
    try:
        signing.sign(request.actor, key)
    except NotBooked as error:
        messages.error(request, str(error))
    except Payment.DoesNotExist as error:
        raise Http404 from error
    else:
        messages.success(request, _("Die Zahlung ist angewiesen. Der Beleg für die Landeskasse liegt bereit."))
    return _to(key)


@require_POST
def refuse(request: DeskRequest, key: UUID) -> HttpResponse:
    """Refuse as the second person, or withdraw what one prepared."""
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _page(request, key, form, 422)
    try:
        signing.refuse(request.actor, key, form.cleaned_data["reason"])
    except NotBooked as error:
        form.add_error(None, str(error))
        return _page(request, key, form, 422)
    except Payment.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("Es wird nichts ausgezahlt."))
    return _to(key)


@require_GET
def voucher(request: DeskRequest, key: UUID) -> HttpResponse:
    """The voucher for the treasury."""
    found = _payment(request, key)
    if found.state != Payment.State.SIGNED:
        raise Http404
    return sent_pdf(voucher_of(found), "zahlungsbeleg.pdf")


@require_http_methods(["GET", "POST"])
def recovery(request: DeskRequest, key: UUID) -> HttpResponse:
    """Book what came back."""
    found = _payment(request, key)
    form = RecoverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            recover(request.actor, key, form.entered())
        except NotBooked as error:
            say(form, error, ground="recovery_ground")
        except Payment.DoesNotExist as error:
            raise Http404 from error
        else:
            messages.success(request, _("Der Rückfluss ist gebucht."))
            return _to(key)
    context = {"form": form, "made": found.tranche.commitment, **payment_line(found), "section": "worklist"}
    return render(request, "desk/fund/recovery.html", context, status=422 if form.errors else 200)
