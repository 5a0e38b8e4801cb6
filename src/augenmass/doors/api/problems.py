"""What went wrong, as problem details (RFC 9457): a stable type, a title in German or English, no content of facts.

What a program may not see and what is not there read the same, word for word.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import NotPermitted
from augenmass.access.opening import NotOpened, PurposeNeeded
from augenmass.cases.actions import facts
from augenmass.cases.queries.case import NoSuchCase
from augenmass.law.altered import CatalogueAltered
from augenmass.record.ground import TRY_AGAIN_SECONDS, Ground, ground_of
from augenmass.referral.actions.answering import AnsweredAlready
from augenmass.referral.actions.opening import NotFitting
from augenmass.steps.actions import taking
from augenmass.steps.queries import NoSuchTaking
from augenmass.work.refusal import NotDone

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:augenmass:problem:"
log = structlog.get_logger()

STATUS = {
    "unreadable": 400,
    "not-recognised": 401,
    "scope": 403,
    "not-permitted": 403,
    "purpose-needed": 403,
    "elsewhere": 403,
    "not-there": 404,
    "method": 405,
    "overtaken": 409,
    "blocked": 409,
    "conflict": 409,
    "too-large": 413,
    "media-type": 415,
    "invalid": 422,
    "too-many": 429,
    "broken": 500,
    "unavailable": 503,
}
"""Every kind of problem with its status; the kind is the last part of ``type`` and never changes its meaning."""
TITLES = {
    "unreadable": gettext_lazy("Die Anfrage ist nicht lesbar"),
    "not-recognised": gettext_lazy("Der Zugang wird nicht angenommen"),
    "scope": gettext_lazy("Dafür ist dieser Zugang nicht eingerichtet"),
    "not-permitted": gettext_lazy("Dafür fehlt das Recht"),
    "purpose-needed": gettext_lazy("Zweck und Begründung fehlen"),
    "elsewhere": gettext_lazy("Der Zugang gilt hier nicht"),
    "not-there": gettext_lazy("Das gibt es nicht"),
    "method": gettext_lazy("Diese Adresse nimmt das nicht an"),
    "overtaken": gettext_lazy("Der Stand ist überholt"),
    "blocked": gettext_lazy("Der Schritt ist gesperrt"),
    "conflict": gettext_lazy("Das verträgt sich nicht mit dem jetzigen Stand"),
    "too-large": gettext_lazy("Die Anfrage ist zu groß"),
    "media-type": gettext_lazy("Dieses Format wird nicht angenommen"),
    "invalid": gettext_lazy("Die Angaben stimmen nicht"),
    "too-many": gettext_lazy("Zu viele Anfragen"),
    "broken": gettext_lazy("Hier ist etwas schiefgegangen"),
    "unavailable": gettext_lazy("Das geht gerade nicht"),
}


@dataclass(slots=True)
class Refused(Exception):
    """Ends a request with a problem: its kind, a sentence, members beside the standard ones, headers."""

    kind: str
    detail: str = ""
    members: Mapping[str, Any] | None = None
    headers: Mapping[str, str] | None = None


def problem(refused: Refused) -> HttpResponse:
    """The answer for a refusal."""
    status = STATUS[refused.kind]
    content = {
        "type": TYPE + refused.kind,
        "title": str(TITLES[refused.kind]),
        "status": status,
        "detail": refused.detail or str(TITLES[refused.kind]),
        **(refused.members or {}),
    }
    answer = HttpResponse(json.dumps(content, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)
    for name, value in (refused.headers or {}).items():
        answer.headers[name] = value
    return answer


def not_there() -> Refused:
    """The one answer to everything that does not exist for the program."""
    return Refused("not-there", _("Das gibt es nicht, oder dieser Zugang darf es nicht sehen."))


def not_valid(*places: tuple[str, str]) -> Refused:
    """Which parts of a request are wrong: pairs of a place (JSON pointer, or name of a parameter) and a sentence."""
    errors = [{"at": at, "detail": says} for at, says in places]
    return Refused("invalid", _("Bitte prüfen Sie die genannten Stellen."), {"errors": errors})


NOT_THERE = (Http404, NoSuchCase, NoSuchTaking, ObjectDoesNotExist)
SAID_AS_IS: tuple[tuple[type[Exception], str], ...] = (
    (NotPermitted, "not-permitted"),
    (NotOpened, "not-permitted"),
    (facts.NoLongerHeld, "overtaken"),
    (facts.NotRecorded, "invalid"),
    (taking.NotPossible, "conflict"),
    (NotDone, "conflict"),
)
"""Refusals of the rooms whose sentence holds no content of a fact."""


def refusal_of(error: Exception) -> Refused | None:
    """The problem for what the rooms refuse; None for an error of the program."""
    match error:
        case Refused():
            return error
        case PurposeNeeded():
            return Refused("purpose-needed", str(error), {"case": str(error.case.key)})
        case facts.NotReadable():
            return not_valid(("/value", _("Der Wert passt nicht zu diesem Merkmal.")))
        case taking.InputError():
            says = _("Der Wert fehlt oder passt nicht zu diesem Merkmal.")
            return not_valid(*((f"/inputs/{name}", says) for name in error.errors))
        case taking.Overtaken():
            return Refused("overtaken", _("Der Fall wurde inzwischen geändert. Es wurde nichts angelegt."))
        case NotFitting():
            return not_valid((f"/{error.field}", str(error)))
        case AnsweredAlready():
            says = _("Die Abgabe ist inzwischen beantwortet. Es wurde nichts geändert.")
            return Refused("overtaken", says, {"state": str(error.state)})
        case IntegrityError():
            return Refused("conflict", _("Eine gleichzeitige Änderung war schneller. Bitte lesen Sie neu."))
    if isinstance(error, NOT_THERE):
        return not_there()
    kind = next((kind for expected, kind in SAID_AS_IS if isinstance(error, expected)), None)
    return Refused(kind, str(error)) if kind else None


def _unavailable(error: Exception) -> Refused | None:
    if isinstance(error, CatalogueAltered):
        log.warning("api_catalogue_altered", version=str(error))
        says = _(
            "Der freigegebene Regelkatalog liest sich anders als bei seiner Freigabe. Bis das geklärt ist, antwortet er nicht."
        )
        return Refused("unavailable", says, headers={"Retry-After": str(TRY_AGAIN_SECONDS)})
    failing = ground_of(error)
    if failing is None:
        return None
    log.warning("api_unavailable", ground=failing.value)
    sentences = {
        Ground.AWAY: _("Die Datenbank ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal."),
        Ground.FULL: _("Auf dem Server ist kein Speicherplatz mehr frei. Bitte benachrichtigen Sie den Betrieb."),
    }
    return Refused("unavailable", sentences[failing], headers={"Retry-After": str(TRY_AGAIN_SECONDS)})


def answer_to(_request: HttpRequest, error: Exception) -> HttpResponse:
    """The answer to any error; one of the program is logged by its kind and place."""
    refused = refusal_of(error) or _unavailable(error)
    if refused is None:
        log.error("api_failed", exc_info=error)
        refused = Refused("broken", _("Bitte versuchen Sie es später noch einmal. Der Fehler ist vermerkt."))
    return problem(refused)
