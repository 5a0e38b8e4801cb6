"""The service itself: its declaration, the authorities, the log. For its lead."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.compartment import queries
from augenmass.compartment.actions.body import add_authority, close_authority, declare, require_lead
from augenmass.compartment.actions.persons import declaration_in_force
from augenmass.compartment.forms import AuthorityForm, DeclarationForm
from augenmass.compartment.rules import DUTIES, LANGUAGES, NOTICE_LANGUAGES, OF_PUBLIC_BODIES, Declared, NotDone
from augenmass.compartment.views.persons import filled, shown
from augenmass.compartment.views.screen import who


@require_http_methods(["GET", "POST"])
def declaration(request: HttpRequest) -> HttpResponse:
    """What the service declared; its lead can declare anew."""
    held = declaration_in_force(who(request).body_id)
    initial: dict[str, Any] = {"duties": list(OF_PUBLIC_BODIES)}
    if held is not None:
        initial = {
            "public": "yes" if held.public else "no",
            "duties": held.duties,
            "secrecy": held.secrecy,
            "reason": held.reason,
            "seen": str(held.pk),
        }
    form = filled(request, DeclarationForm, initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        declared = Declared(said["public"] == "yes", tuple(said["duties"]), said["secrecy"], said["reason"])
        try:
            declare(who(request), declared, int(said["seen"]) if said["seen"].isdecimal() else None)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Die Erklärung Ihrer Stelle ist gespeichert. Ab jetzt wird mit diesem Text aufgeklärt.")
            )
            return HttpResponseRedirect(reverse("declaration"))
    texts = [(key, LANGUAGES[key], held.texts[key]) for key in NOTICE_LANGUAGES] if held else []
    duties = [DUTIES[duty] for duty in held.duties] if held else []
    return shown(request, "counsel/declaration.html", form, held=held, texts=texts, duties=duties)


@require_http_methods(["GET", "POST"])
def authorities(request: HttpRequest) -> HttpResponse:
    """The authorities to which the service sends."""
    require_lead(who(request))
    form = filled(request, AuthorityForm, {})
    if request.method == "POST" and form.is_valid():
        try:
            add_authority(who(request), **form.cleaned_data)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Behörde steht auf der Liste."))
            return HttpResponseRedirect(reverse("authorities"))
    return shown(request, "counsel/authorities.html", form, authorities=queries.authorities_of(who(request)))


@require_POST
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take an authority off the list."""
    close_authority(who(request), key)
    return HttpResponseRedirect(reverse("authorities"))


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Who looked, when; without names of persons and content."""
    text = request.GET.get("seite", "1")
    number = int(text) if text.isdecimal() and 0 < int(text) < 1_000_000 else 1
    lines = queries.log_lines(who(request), require_lead, number)
    more = len(lines) == queries.LINES
    return render(request, "counsel/log.html", {"lines": lines, "page": number, "next": number + 1 if more else 0})
