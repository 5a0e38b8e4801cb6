"""``/healthz``: is the installation well? Numbers and words only, no data of a person, no session needed."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from augenmass.access.reader import SystemRole, as_system
from augenmass.law.time import now, today

PATH = "/healthz"
WORKER_SILENT_AFTER = timedelta(minutes=5)


def health() -> dict[str, Any]:
    """What the endpoint says: state of the database, silence of the worker in seconds, stale positions, mails waiting."""
    from augenmass.agreements.models import Reminder
    from augenmass.cases.models import LegalPosition
    from augenmass.work.models import DutyRun, OutgoingMail

    try:
        with as_system(SystemRole.EVALUATION):  # counts, nothing of a case
            last = (
                DutyRun.objects.order_by("-last_success")
                .exclude(last_success=None)
                .values_list("last_success", flat=True)
                .first()
            )
            silence = (now() - last).total_seconds() if last else None
            stale = LegalPosition.objects.filter(next_change__lte=today()).count()
            states = OutgoingMail.State
            waiting = OutgoingMail.objects.filter(state=states.WAITING).count()
            unclear = OutgoingMail.objects.filter(state__in=[states.UNCLEAR, states.FAILED]).count()
            marks = Reminder.State
            reminders = Reminder.objects.filter(state=marks.WAITING, way=Reminder.Way.MAIL).count()
            doubted = Reminder.objects.filter(state__in=[marks.UNCLEAR, marks.FAILED], settled_by=None).count()
    except DatabaseError as error:
        return {"ok": False, "database": type(error).__name__}
    return {
        "ok": silence is not None and silence < WORKER_SILENT_AFTER.total_seconds(),
        "database": connection.vendor,
        "worker_silent_seconds": None if silence is None else round(silence),
        "stale_positions": stale,
        "mails_waiting": waiting,
        "mails_to_look_at": unclear,
        "reminders_waiting": reminders,
        "reminders_to_look_at": doubted,
    }


class HealthMiddleware:
    """Answers before sessions, so that a probe leaves no trace in them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path != PATH:
            return self.get_response(request)
        found = health()
        return JsonResponse(found, status=200 if found["ok"] else 503)
