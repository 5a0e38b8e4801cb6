"""The programmes that counsellors explain, each version with its days."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from augenmass.compartment import queries
from augenmass.compartment.actions import programmes as actions
from augenmass.compartment.forms.appointments import EndForm, ProgrammeForm
from augenmass.compartment.rules import NotDone
from augenmass.compartment.views.persons import filled, shown
from augenmass.compartment.views.screen import who
from augenmass.law.time import today


@require_http_methods(["GET", "POST"])
def listing(request: HttpRequest) -> HttpResponse:
    """Every version; the lead enters another one."""
    form = filled(request, ProgrammeForm, {"since": today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter_programme(who(request), actions.ProgrammeForm(**form.cleaned_data))
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Das Programm steht auf der Liste."))
            return HttpResponseRedirect(reverse("programmes"))
    versions = [
        (one, EndForm(initial={"until": today()}, auto_id=f"id_{one.pk}_%s"))
        for one in queries.programmes_of(who(request))
    ]
    return shown(request, "counsel/programmes.html", form, versions=versions, today=today())


@require_POST
def end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say on which day a version holds for the last time."""
    form = EndForm(request.POST)
    try:
        if form.is_valid():
            actions.end_programme(who(request), key, form.cleaned_data["until"])
            messages.success(request, _("Das Ende ist eingetragen."))
        else:
            messages.error(request, _("Bitte geben Sie den letzten Tag an, zum Beispiel 17.08.2026."))
    except NotDone as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(reverse("programmes"))
