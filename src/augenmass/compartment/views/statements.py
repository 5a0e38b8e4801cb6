"""Statements: writing, approving on the screen or on paper, sending, giving out as a file, taking back."""

import base64
import json
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.compartment import queries, sending
from augenmass.compartment.actions import statements as actions
from augenmass.compartment.forms import ApprovalForm, ChangedStatementForm, NewStatementForm, PaperForm
from augenmass.compartment.models import Statement
from augenmass.compartment.rules import FAILURES, LANGUAGES, NotDone
from augenmass.compartment.views.persons import filled, shown, to
from augenmass.compartment.views.screen import who
from augenmass.law.time import today
from augenmass.statement import fingerprint

State = Statement.State


def _entered(form: forms.Form) -> actions.StatementForm:
    said = form.cleaned_data
    key = UUID(said["authority"]) if said["authority"] else None
    return actions.StatementForm(said["text"], said["language"], said["number"], key)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, key: UUID) -> HttpResponse:
    """Write a statement for a person."""
    account = who(request)
    person = queries.opened(queries.one_person(account, key))
    authorities = queries.authorities_of(account)
    initial = {
        "text": queries.beginning(account, key, request.GET.get("vorlage", "")),
        "language": "de",
        "number": person.content.get("number", ""),
        "authority": str(authorities[0].key) if authorities else "",
    }
    form = filled(request, NewStatementForm, initial, authorities=authorities)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.draft_statement(account, key, form.cleaned_data["key"], _entered(form))
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            return to("statement", made.key)
    return shown(request, "counsel/statement_form.html", form, person=person)


@require_GET
def show(request: HttpRequest, key: UUID) -> HttpResponse:
    """One statement with what can be done with it now."""
    return _page(request, queries.one_statement(who(request), key))


def _page(request: HttpRequest, statement: Statement, paper_form: forms.Form | None = None) -> HttpResponse:
    read = queries.opened(statement)
    initial = {"seen_version": statement.version, "on": today(), "language": read.content.get("language", "de")}
    approval = read.content.get("approval", {})
    context = {
        "statement": read,
        "person": queries.opened(statement.person),
        "paper_form": paper_form or PaperForm(initial=initial),
        "language": LANGUAGES.get(read.content.get("language", ""), ""),
        "approval_language": LANGUAGES.get(approval.get("language", ""), ""),
        "approved_on": date.fromisoformat(approval["on"]) if approval else None,
        "failure": FAILURES.get(statement.failure, ""),
        "may_change": statement.state in actions.CHANGEABLE,
        "may_approve": statement.state in (State.DRAFT, State.WITHDRAWN) and not read.unreadable,
        "may_withdraw": statement.state in (State.APPROVED, State.WAITING) and not statement.unclear,
    }
    errors = paper_form is not None and paper_form.errors
    return render(request, "counsel/statement.html", context, status=422 if errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Write another text."""
    statement = queries.one_statement(who(request), key)
    read = statement.content()
    initial = {
        **{name: read[name] for name in ("text", "language", "number")},
        "authority": str(statement.authority.key) if statement.authority else "",
        "seen_version": statement.version,
    }
    form = filled(request, ChangedStatementForm, initial, authorities=queries.authorities_of(who(request)))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_statement(who(request), key, _entered(form), form.cleaned_data["seen_version"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Text ist gespeichert. Er muss jetzt gebilligt werden."))
            return to("statement", key)
    person = queries.opened(statement.person)
    return shown(request, "counsel/statement_form.html", form, person=person, statement=statement)


@require_http_methods(["GET", "POST"])
def on_screen(request: HttpRequest, key: UUID) -> HttpResponse:
    """The text alone, for the person to read and to approve."""
    statement = queries.one_statement(who(request), key)
    read = statement.content()
    form = filled(request, ApprovalForm, {"seen_version": statement.version, "language": read["language"]})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        approval = actions.Approval("screen", today(), said["language"], said["interpreter"])
        try:
            actions.approve_statement(who(request), key, approval, said["seen_version"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            return to("statement", key)
    return shown(request, "counsel/approve.html", form, statement=statement, text=read["text"], number=read["number"])


@require_POST
def on_paper(request: HttpRequest, key: UUID) -> HttpResponse:
    """The person approved on paper."""
    form = PaperForm(request.POST, request.FILES)
    if form.is_valid():
        said = form.cleaned_data
        approval = actions.Approval("paper", said["on"], said["language"], said["interpreter"])
        try:
            actions.approve_statement(who(request), key, approval, said["seen_version"], said["scan"].read())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Billigung ist festgehalten."))
            return to("statement", key)
    return _page(request, queries.one_statement(who(request), key), form)


@require_GET
def paper(request: HttpRequest, key: UUID) -> HttpResponse:
    """The signed paper."""
    content = queries.scan_of(who(request), key).content()
    answer = HttpResponse(base64.b64decode(content["file"]), content_type=content["type"])
    answer["Content-Disposition"] = 'attachment; filename="papier"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _done(request: HttpRequest, key: UUID, act: Any, sentence: str) -> HttpResponse:
    try:
        act(who(request), key)
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, sentence)
    return to("statement", key)


@require_POST
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """The person takes the approval back."""
    sentence = _("Die Billigung ist zurückgenommen. Die Erklärung wird nicht gesendet.")
    return _done(request, key, actions.withdraw_approval, sentence)


@require_POST
def queue(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send an approved statement; where that fails it waits and is tried again by itself."""
    try:
        queued = actions.queue_statement(who(request), key)
    except NotDone as error:
        messages.error(request, str(error))
        return to("statement", key)
    sending.send(queued.pk)
    return to("statement", key)


@require_POST
def export(request: HttpRequest, key: UUID) -> HttpResponse:
    """The signed statement as a file."""
    try:
        _statement, signed = actions.export_statement(who(request), key)
    except NotDone as error:
        messages.error(request, str(error))
        return to("statement", key)
    text = json.dumps(signed, ensure_ascii=False, indent=2) + "\n"
    answer = HttpResponse(text, content_type="application/json")
    name = fingerprint(signed["public_key"]).replace(" ", "")
    answer["Content-Disposition"] = f'attachment; filename="erklaerung-{key}-{name}.json"'
    return answer
