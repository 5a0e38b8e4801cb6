"""Noting the wish of a person that their agreement is linked with that of a member of the family."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from augenmass.agreements.actions.families import wish_link
from augenmass.agreements.models import Agreement
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.hidden_search import WORDS, hidden_query, opened_query
from augenmass.doors.desk.pages.family_wish import wish_page
from augenmass.doors.desk.views.agreements import there_or_404
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def wish(request: DeskRequest, key: UUID) -> HttpResponse:
    """Look for the other person, whose name stands in no address, and note the wish."""
    found = there_or_404(request, key).agreement
    if not found.running:
        raise Http404
    account = request.actor.account_id
    if WORDS in request.POST:
        return HttpResponseRedirect(f"{request.path}?{hidden_query(request.POST, account)}")
    text = opened_query(request.GET, account).get(WORDS, "")
    context = wish_page(request.actor, found, text, request.POST if request.method == "POST" else None)
    form = context["form"]
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            said = form.cleaned_data
            try:
                wish_link(request.actor, key, said["seen"], said["key"], said["other_agreement"], form.given())
            except NotDone as error:
                form.add_error(None, str(error))
                status = 409
            except Agreement.DoesNotExist as error:
                raise Http404 from error
            else:
                messages.success(request, _("Der Wunsch ist eingetragen. Die Verbindung gilt, wenn beide einwilligen."))
                return HttpResponseRedirect(reverse("agreement", args=[key]))
    return render(request, "desk/agreements/family_wish.html", context, status=status)
