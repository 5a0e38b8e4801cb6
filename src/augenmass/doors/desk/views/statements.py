"""A statement of a counselling service that arrives as a file."""

import json

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.work import StatementFileForm
from augenmass.statement import NotAStatement
from augenmass.work.actions.statements import take_statement
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def from_file(request: DeskRequest) -> HttpResponse:
    """Register a signed statement out of its file; the same file again leads to the same piece of post."""
    form = StatementFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            sent = json.loads(form.cleaned_data["file"].read().decode("utf-8"))
            taken, new = take_statement(request.actor, sent if isinstance(sent, dict) else {})
        except (NotAStatement, ValueError, RecursionError) as error:
            form.add_error("file", _what_is_wrong(error))
        except NotDone as error:
            form.add_error("file", str(error))
        else:
            messages.success(
                request, _("Die Erklärung ist registriert.") if new else _("Diese Erklärung liegt schon vor.")
            )
            return HttpResponseRedirect(reverse("post_piece", args=[taken.post.key]))
    context = {"form": form, "section": "post"}
    return render(request, "desk/post/statement.html", context, status=422 if form.errors else 200)


def _what_is_wrong(error: Exception) -> str:
    if isinstance(error, NotAStatement) and error.what != "form":
        return _(
            "Die Datei wurde nach dem Signieren verändert. Es wurde nichts registriert. Bitte fragen Sie bei der Beratungsstelle nach."
        )
    return _("Das ist keine signierte Erklärung einer Beratungsstelle, oder die Datei ist unvollständig.")
