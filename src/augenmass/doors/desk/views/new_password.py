"""The page behind a link: somebody sets their password, without being signed in."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from augenmass.administration.actions.links import set_password
from augenmass.administration.queries import invited
from augenmass.administration.refusal import NotAdministered
from augenmass.doors.desk.forms.administration import NewPasswordForm
from augenmass.doors.desk.sign_in.limits import address_of


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, secret: str) -> HttpResponse:
    """Set the password once; a link that is used or too old says so."""
    account = invited(secret)
    if account is None:
        return render(request, "desk/administration/link_over.html", status=404)
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            set_password(secret, form.cleaned_data["password1"], address_of(request))
        except ValidationError as error:
            form.add_error("password1", error)
        except NotAdministered as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Ihr Passwort ist gesetzt. Bitte melden Sie sich damit an."))
            return HttpResponseRedirect(reverse("account_login"))
    context = {"form": form, "account": account}
    return render(request, "desk/administration/new_password.html", context, status=422 if form.errors else 200)
