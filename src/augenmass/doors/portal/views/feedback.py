"""The statement on accessibility, and feedback to the operator; both without signing in."""

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.doors.portal.forms import taken
from augenmass.doors.portal.forms.feedback import FeedbackForm
from augenmass.doors.portal.request import PersonRequest
from augenmass.doors.portal.screen import screen
from augenmass.person_access.actions.feedback import Told, give_feedback
from augenmass.person_access.models import Feedback


@require_GET
def accessibility(request: PersonRequest) -> HttpResponse:
    """The statement on accessibility."""
    context = {
        "contact": settings.ACCESSIBILITY_CONTACT,
        "enforcement": settings.ACCESSIBILITY_ENFORCEMENT,
        "checked_on": settings.ACCESSIBILITY_CHECKED_ON,
    }
    return screen(request, "portal/accessibility.html", context)


@require_http_methods(["GET", "POST"])
def page(request: PersonRequest) -> HttpResponse:
    """Tell the operator something. Who is signed in goes into nothing."""
    form, valid = taken(request, FeedbackForm)
    if valid and not ratelimit.consume(request, action="portal_feedback"):
        form.add_error(None, _("Das waren zu viele Versuche. Bitte warten Sie eine Minute."))
    elif valid:
        said = form.cleaned_data
        kind = Feedback.Kind(said["about"])
        give_feedback(Told(form.once, kind, said["text"], said["contact"], request.language.code))
        return screen(request, "portal/feedback.html", {"done": True})
    return screen(request, "portal/feedback.html", {"form": form}, status=422 if form.errors else 200)
