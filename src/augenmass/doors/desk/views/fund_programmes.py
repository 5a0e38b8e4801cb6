"""Programmes of a fund and their terms."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from augenmass.access.actor import Actor
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.fund import EndForm, ProgrammeForm, TermsForm
from augenmass.doors.desk.pages.fund import programmes_page, terms_in_words
from augenmass.doors.desk.views.fund import say
from augenmass.fund.actions import programmes as act
from augenmass.fund.queries.year import own_programme, own_terms
from augenmass.fund.refusal import NotBooked


def _back() -> HttpResponse:
    return HttpResponseRedirect(reverse("fund_programmes"))


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """The programmes with their terms; adding another."""
    form = ProgrammeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = act.add_programme(request.actor, said["programme"], said["name_de"], said["name_en"])
        except NotBooked as error:
            say(form, error, key="programme")
        else:
            messages.success(
                request, _("Das Programm ist angelegt. Es gibt erst etwas, wenn Bedingungen bestätigt sind.")
            )
            return HttpResponseRedirect(reverse("fund_terms", args=[made.key]))
    context = programmes_page(request.actor, form)
    return render(request, "desk/fund/programmes.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def terms(request: DeskRequest, programme: str) -> HttpResponse:
    """Propose terms of a programme."""
    found = own_programme(request.actor, programme)
    if found is None:
        raise Http404
    form = TermsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act.propose_terms(request.actor, form.entered(found.pk))
        except NotBooked as error:
            say(form, error, source="basis")
        else:
            messages.success(request, _("Die Bedingungen warten jetzt auf die Bestätigung einer zweiten Person."))
            return _back()
    context = {"form": form, "programme": found, "section": "fund"}
    return render(request, "desk/fund/terms.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def end(request: DeskRequest, key: UUID) -> HttpResponse:
    """Propose the last day of terms that run."""
    found = own_terms(request.actor, key)
    if found is None:
        raise Http404
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            act.propose_end(request.actor, key, said["until"], said["reason"], said["key"])
        except NotBooked as error:
            say(form, error)
        else:
            messages.success(request, _("Der letzte Tag wartet jetzt auf die Bestätigung einer zweiten Person."))
            return _back()
    context = {"form": form, "section": "fund", **terms_in_words(found)}
    return render(request, "desk/fund/end.html", context, status=422 if form.errors else 200)


def _decided(request: DeskRequest, decide: Callable[[Actor, UUID], object], key: UUID, done: str) -> HttpResponse:
    try:
        decide(request.actor, key)
    except NotBooked as error:
        messages.error(request, str(error))
    except ObjectDoesNotExist as error:
        raise Http404 from error
    else:
        messages.success(request, done)
    return _back()


@require_POST
def terms_confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm terms as the second person."""
    return _decided(request, act.confirm_terms, key, _("Die Bedingungen sind bestätigt."))


@require_POST
def terms_refuse(request: DeskRequest, key: UUID) -> HttpResponse:
    """Refuse terms, or withdraw one's own proposal."""
    return _decided(request, act.refuse_terms, key, _("Die vorgeschlagenen Bedingungen gelten nicht."))


@require_POST
def end_confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm the end of terms as the second person."""
    return _decided(request, act.confirm_end, key, _("Der letzte Tag ist bestätigt."))


@require_POST
def end_refuse(request: DeskRequest, key: UUID) -> HttpResponse:
    """Refuse the end of terms, or withdraw one's own proposal."""
    return _decided(request, act.refuse_end, key, _("Die Bedingungen gelten weiter wie bisher."))
