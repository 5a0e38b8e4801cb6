"""The fund of a body: its years, budget, postings, closing, export."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.fund import BudgetForm, CloseForm
from augenmass.doors.desk.pages.fund import csv_of, fund_page, postings_page
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.fund.actions.budgets import confirm_budget, propose_budget, refuse_budget
from augenmass.fund.actions.closing import close_year
from augenmass.fund.models import Budget, BudgetChange
from augenmass.fund.queries.year import budget_of
from augenmass.fund.refusal import NotBooked, NotFitting


def say(form: forms.Form, error: NotBooked, **names: str) -> None:
    """Show a refusal at its field; ``names`` are fields that the form calls otherwise."""
    field = names.get(error.field, error.field) if isinstance(error, NotFitting) else None
    form.add_error(field if field in form.fields else None, str(error))


def _year(request: DeskRequest, year: int) -> Budget:
    found = budget_of(request.actor, year)
    if found is None:
        raise Http404
    return found


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """A year in figures."""
    asked = request.GET.get("jahr", "")
    if asked and not (asked.isascii() and asked.isdecimal() and len(asked) == 4):
        raise BadRequest
    return render(request, "desk/fund/year.html", fund_page(request.actor, int(asked) if asked else None))


@require_http_methods(["GET", "POST"])
def budget(request: DeskRequest) -> HttpResponse:
    """Propose the budget of a year."""
    form = BudgetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change = propose_budget(request.actor, form.entered())
        except NotBooked as error:
            say(form, error)
        else:
            messages.success(request, _("Der Haushalt wartet jetzt auf die Bestätigung einer zweiten Person."))
            return _to_year(change.budget.year)
    return render(
        request, "desk/fund/budget.html", {"form": form, "section": "fund"}, status=422 if form.errors else 200
    )


def _to_year(year: int) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('fund')}?jahr={year}")


@require_POST
def budget_confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm a budget as the second person."""
    try:
        change = confirm_budget(request.actor, key)
    except NotBooked as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("fund"))
    except BudgetChange.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("Der Haushalt ist festgelegt."))
    return _to_year(change.budget.year)


@require_POST
def budget_refuse(request: DeskRequest, key: UUID) -> HttpResponse:
    """Refuse a budget, or withdraw one's own proposal."""
    try:
        refuse_budget(request.actor, key)
    except NotBooked as error:
        messages.error(request, str(error))
    except BudgetChange.DoesNotExist as error:
        raise Http404 from error
    else:
        messages.success(request, _("Der Haushalt bleibt, wie er war."))
    return HttpResponseRedirect(reverse("fund"))


@require_GET
def rows(request: DeskRequest, year: int) -> HttpResponse:
    """The postings behind a figure, or all of a year."""
    figure, programme = request.GET.get("zahl", "")[:20], request.GET.get("programm", "")[:40]
    context = postings_page(request.actor, _year(request, year), figure, programme, number_of_page(request.GET))
    return render(request, "desk/fund/postings.html", context)


@require_GET
def export(request: DeskRequest, year: int) -> HttpResponse:
    """All postings of a year as a file for the treasury."""
    content = csv_of(request.actor, _year(request, year))
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="rueckkehrfonds-{year}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "POST"])
def close(request: DeskRequest, year: int) -> HttpResponse:
    """Close a year."""
    found = _year(request, year)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            close_year(request.actor, year, form.cleaned_data["rest"])
        except NotBooked as error:
            say(form, error)
        else:
            messages.success(request, _("Das Haushaltsjahr %(year)s ist abgeschlossen.") % {"year": year})
            return _to_year(year)
    context = {**fund_page(request.actor, year), "form": form, "budget": found}
    return render(request, "desk/fund/close.html", context, status=422 if form.errors else 200)
