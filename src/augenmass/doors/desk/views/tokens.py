"""Accesses for programs: list, make, take back."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access.tokens import NotMade, make_token, revoke_token
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.tokens import NewTokenForm
from augenmass.doors.desk.pages.tokens import tokens_page


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """One's own accesses, and for the administration those of the body."""
    return render(request, "desk/tokens/list.html", tokens_page(request.actor))


@require_http_methods(["GET", "POST"])
def make(request: DeskRequest) -> HttpResponse:
    """Make an access. Its text is on the page that answers the form, and nowhere else."""
    request.actor.require(Permission.READ_CASES)
    form = NewTokenForm(request.actor, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            token, text = make_token(request.actor, form.entered())
        except NotMade as error:
            form.add_error(None, str(error))
        else:
            return render(request, "desk/tokens/made.html", {"token": token, "text": text}, status=201)
    return render(request, "desk/tokens/new.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def revoke(request: DeskRequest, key_id: str) -> HttpResponse:
    """Take an access back."""
    try:
        token = revoke_token(request.actor, key_id)
    except NotMade as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request,
            _("Der Zugang „%(label)s“ ist zurückgezogen. Er wird nicht mehr angenommen.") % {"label": token.label},
        )
    return HttpResponseRedirect(reverse("tokens"))
