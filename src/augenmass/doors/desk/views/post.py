"""Incoming post, and mails that did not go out well."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.file_types import Refusal
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.work import AnswerForm, AssignForm, LinkForm, PostForm, content_of, recipients
from augenmass.doors.desk.hidden_search import hidden_query, opened_query
from augenmass.doors.desk.pages.post import case_of, post_list_page, post_page, registered_post, sentence
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.work.actions.mails import Decision, settle_mail
from augenmass.work.actions.post import answer_post, assign_post, link_post, register_post
from augenmass.work.queries.mails import mails_to_settle
from augenmass.work.queries.post import PostFilter, post_list, post_piece
from augenmass.work.queries.standing_in import standing
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The post of the body."""
    who = standing(request.actor)
    chosen = PostFilter(request.GET.get("ansicht", "open"), request.GET.get("art", ""))
    found = post_list(request.actor, who, chosen, number_of_page(request.GET))
    return render(request, "desk/post/list.html", post_list_page(request.actor, who, chosen, found, request.GET))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Register a piece of post."""
    number = request.GET.get("aktenzeichen", "")[:60]
    form = PostForm(request.actor, request.POST or None, request.FILES or None, number=number)
    if request.method == "POST" and form.is_valid():
        try:
            made = register_post(request.actor, registered_post(request.actor, form))
        except (NotDone, Refusal) as error:
            form.add_error("file" if isinstance(error, Refusal) else None, sentence(error))
        else:
            messages.success(request, _("Das Schreiben ist registriert."))
            return HttpResponseRedirect(reverse("post_piece", args=[made.key]))
    context = {"form": form, "section": "post"}
    return render(request, "desk/post/new.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One piece of post, with a search for its case; no name that was searched for stands in the address."""
    account = request.actor.account_id
    post = post_piece(request.actor, key)
    if request.method == "POST":
        return HttpResponseRedirect(f"{request.path}?{hidden_query(request.POST, account, 'fall')}")
    search = opened_query(request.GET, account, "fall").get("fall", "")
    return render(request, "desk/post/piece.html", post_page(request.actor, post, search=search))


@require_POST
def assign(request: DeskRequest, key: UUID) -> HttpResponse:
    """Give a piece of post to a person or a unit."""
    form = AssignForm(request.actor, request.POST)
    if form.is_valid():
        try:
            assign_post(request.actor, key, **recipients(form))
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Das Schreiben ist zugeteilt."))
            return HttpResponseRedirect(reverse("post_piece", args=[key]))
    context = post_page(request.actor, post_piece(request.actor, key), assign_form=form)
    return render(request, "desk/post/piece.html", context, status=422)


@require_POST
def link(request: DeskRequest, key: UUID) -> HttpResponse:
    """Link a piece of post to a case."""
    form = LinkForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            case = case_of(request.actor, form.cleaned_data["number"])
            link_post(request.actor, key, case.pk, content_of(form))
        except (NotDone, Refusal) as error:
            form.add_error("file" if isinstance(error, Refusal) else "number", sentence(error))
        else:
            messages.success(request, _("Das Schreiben ist dem Fall zugeordnet."))
            return HttpResponseRedirect(reverse("post_piece", args=[key]))
    context = post_page(request.actor, post_piece(request.actor, key), link_form=form)
    return render(request, "desk/post/piece.html", context, status=422)


@require_POST
def answer(request: DeskRequest, key: UUID) -> HttpResponse:
    """Close a piece of post."""
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            answer_post(request.actor, key, form.cleaned_data["answer"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Das Schreiben ist erledigt."))
            return HttpResponseRedirect(reverse("post"))
    context = post_page(request.actor, post_piece(request.actor, key), answer_form=form)
    return render(request, "desk/post/piece.html", context, status=422)


@require_GET
def mails(request: DeskRequest) -> HttpResponse:
    """Mails about which a person has to decide."""
    context = {"mails": mails_to_settle(request.actor), "section": "post"}
    return render(request, "desk/post/mails.html", context)


@require_POST
def settle(request: DeskRequest, key: UUID) -> HttpResponse:
    """Decide about a mail."""
    chosen = request.POST.get("decision", "")
    try:
        if chosen not in set(Decision):
            raise NotDone(_("Bitte wählen Sie, was mit der Nachricht geschehen soll."))
        settle_mail(request.actor, key, Decision(chosen))
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Ihre Entscheidung ist gespeichert."))
    return HttpResponseRedirect(reverse("mails"))
