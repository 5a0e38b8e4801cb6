"""Support sessions as their page shows them to those who ask, decide and look afterwards."""

from typing import Any

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.models import SupportSession
from augenmass.access.support import DECIDES, asked_by, past_at, runs, waiting_at, waits
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.support import AskForm


def support_page(actor: Actor, form: AskForm | None = None) -> dict[str, Any]:
    """The context: what one asked for, what waits for one's decision, what was."""
    asks = actor.may(Permission.OPERATE)
    return {
        "asks": asks,
        "form": (form or AskForm()) if asks else None,
        "mine": [_row(found) for found in asked_by(actor)] if asks else [],
        "waiting": waiting_at(actor),
        "decides": any(actor.may(right) for right in DECIDES),
        "past": [_row(found) for found in past_at(actor)],
        "reads_lines": actor.may(Permission.READ_ACCESS_LOG),
        "section": "support",
    }


def _row(found: SupportSession) -> dict[str, Any]:
    return {"session": found, "runs": runs(found), "state": state_word(found)}


def state_word(found: SupportSession) -> str:
    """How a request stands, in words."""
    if runs(found):
        return _("läuft")
    if found.refused_at is not None:
        return _("abgelehnt")
    if found.confirmed_by_id is not None:
        return _("beendet") if found.ended_by_id is not None else _("abgelaufen")
    return _("wartet auf Bestätigung") if waits(found) else _("ohne Entscheidung verfallen")
