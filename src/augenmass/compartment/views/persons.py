"""Persons: list and search, one person, telling, noting a talk."""

import uuid
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.compartment import queries
from augenmass.compartment.actions.persons import NoticeForm as Told
from augenmass.compartment.actions.persons import PersonForm as Particulars
from augenmass.compartment.actions.persons import (
    change_person,
    declaration_in_force,
    open_person,
    record_notice,
    valid_notice,
)
from augenmass.compartment.actions.talks import TalkForm as Noted
from augenmass.compartment.actions.talks import note_talk
from augenmass.compartment.forms import ChangedPersonForm, NewPersonForm, NoticeForm, TalkForm
from augenmass.compartment.models import Declaration
from augenmass.compartment.rules import LANGUAGES, NOTICE_LANGUAGES, WORDINGS, NotDone
from augenmass.compartment.views.screen import who
from augenmass.law.time import today


def filled(request: HttpRequest, form: type[forms.Form], initial: dict[str, Any], **more: Any) -> forms.Form:
    """The form as sent, or new with a key of its own."""
    if request.method == "POST":
        return form(request.POST, request.FILES, **more)
    return form(initial={"key": uuid.uuid4(), **initial}, **more)


def shown(request: HttpRequest, template: str, form: forms.Form, **context: Any) -> HttpResponse:
    """A page with a form; with errors it says so by its status."""
    return render(request, template, {"form": form, **context}, status=422 if form.errors else 200)


def to(name: str, key: UUID) -> HttpResponse:
    """To the page of a row."""
    return HttpResponseRedirect(reverse(name, args=[key]))


@require_http_methods(["GET", "POST"])
def listing(request: HttpRequest) -> HttpResponse:
    """The counsellor's persons. What is searched for is sent in the form: an address would stand in logs and histories."""
    search = request.POST.get("q", "")[:100]
    context = {
        "lines": queries.person_list(who(request), search),
        "search": search,
        "declared": declaration_in_force(who(request).body_id),
    }
    return render(request, "counsel/persons.html", context)


def _particulars(form: forms.Form) -> Particulars:
    return Particulars(**{name: form.cleaned_data[name] for name in ("name", "language", "wish", "number")})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin the counselling of a person."""
    form = filled(request, NewPersonForm, {})
    if request.method == "POST" and form.is_valid():
        try:
            person = open_person(who(request), form.cleaned_data["key"], _particulars(form))
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            return to("notice", person.key)
    return shown(request, "counsel/person_form.html", form)


@require_GET
def show(request: HttpRequest, key: UUID) -> HttpResponse:
    """One person."""
    page = queries.person_page(who(request), key)
    return render(request, "counsel/person.html", {"page": page, "languages": LANGUAGES, "wordings": WORDINGS})


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Other particulars of a person."""
    person = queries.one_person(who(request), key)
    form = filled(request, ChangedPersonForm, {**person.content(), "seen_version": person.version})
    if request.method == "POST" and form.is_valid():
        try:
            change_person(who(request), key, _particulars(form), form.cleaned_data["seen_version"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Angaben sind gespeichert."))
            return to("person", key)
    return shown(request, "counsel/person_form.html", form, person=queries.opened(person))


@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, key: UUID) -> HttpResponse:
    """What the person is told, and the record that it was."""
    person = queries.one_person(who(request), key)
    declared = declaration_in_force(who(request).body_id)
    language = queries.opened(person).content.get("language", "de")
    form = filled(
        request,
        NoticeForm,
        {"told_on": today(), "language": language, "declaration": declared.pk if declared else None},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        told = Told(said["key"], said["told_on"], said["language"], said["interpreter"], said["declaration"])
        try:
            record_notice(who(request), key, told)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Aufklärung ist festgehalten. Jetzt können Gespräche festgehalten werden."))
            return to("person", key)
    texts = _texts(declared)
    return shown(request, "counsel/notice.html", form, person=queries.opened(person), texts=texts, declared=declared)


def _texts(declared: Declaration | None) -> list[tuple[str, Any, dict[str, list[str]]]]:
    """The notice in each language that it is written in: key, label, text."""
    if declared is None:
        return []
    return [(language, LANGUAGES[language], declared.texts[language]) for language in NOTICE_LANGUAGES]


@require_http_methods(["GET", "POST"])
def talk(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note a talk."""
    person = queries.one_person(who(request), key)
    language = queries.opened(person).content.get("language", "de")
    programmes = queries.explainable(who(request))
    form = filled(request, TalkForm, {"held_on": today(), "language": language}, programmes=programmes)
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            said["programmes"] = tuple(UUID(chosen) for chosen in said.get("programmes", ()))
            note_talk(who(request), key, Noted(**said))
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Das Gespräch ist festgehalten."))
            return to("person", key)
    told = valid_notice(person, today()) is not None
    return shown(request, "counsel/talk.html", form, person=queries.opened(person), told=told)
