"""The release for live data as its pages show it."""

import uuid
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.gate import AdoptionForm, WithdrawForm
from augenmass.doors.desk.wording import Sign
from augenmass.gate.models import Adoption, GateRelease
from augenmass.gate.queries import (
    MAY_RECORD,
    Line,
    Office,
    Standing,
    history_of,
    offices_of,
    past_releases,
    standing_of,
    states_of_bodies,
    technical_lines,
)
from augenmass.gate.rules import State

SIGNS = {
    State.SETTLED: Sign(gettext_lazy("geklärt"), "check", ""),
    State.EXCEPTED: Sign(gettext_lazy("mit Begründung geklärt"), "check", ""),
    State.WAITING: Sign(gettext_lazy("wartet auf die zweite Person"), "signature", "soon"),
    State.LAPSED: Sign(gettext_lazy("neu zu prüfen"), "refresh", "late"),
    State.MISSING: Sign(gettext_lazy("fehlt"), "warning", "late"),
}
CLEARED_AT = {"catalogue": "law_release", "access_tables": "matrix"}
"""Pages on which a point is looked at or settled."""


def gate_page(actor: Actor, form: WithdrawForm | None = None) -> dict[str, Any]:
    """The context: how the own body stands, or for the operation what it has to clear and which bodies are released."""
    found = standing_of(actor)
    records = any(actor.may(right) for right in MAY_RECORD)
    operates = actor.may(Permission.OPERATE)
    lines = found.lines if found is not None else tuple(technical_lines(actor)) if operates else ()
    return {
        "production": settings.PRODUCTION,
        "standing": found,
        "state": state_word(found) if found is not None else "",
        "records": records,
        "items": [row(line) for line in lines if not line.technical],
        "checks": [row(line) for line in lines if line.technical],
        "open": len(found.open) if found is not None else 0,
        "bodies": states_of_bodies(actor) if operates else [],
        "past": past_releases(actor) if records else [],
        "form": form or WithdrawForm(),
        "new_key": uuid.uuid4(),
        **_deciding(actor, found),
        "section": "administration" if actor.may(Permission.ADMINISTER) else "support" if operates else "",
    }


def item_page(
    actor: Actor, line: Line, form: AdoptionForm | None = None, withdrawing: WithdrawForm | None = None
) -> dict[str, Any]:
    """The context of one point: what counts, what waits, a form for something new, what was."""
    waiting = line.waiting
    return {
        "row": row(line),
        "line": line,
        "form": form or (AdoptionForm(line.kinds) if line.kinds and waiting is None else None),
        "may_confirm": waiting is not None and waiting.recorded_by_id != actor.account_id and bool(offices_of(actor)),
        "own": waiting is not None and waiting.recorded_by_id == actor.account_id,
        "withdrawing": withdrawing or WithdrawForm(),
        "history": history_of(actor, line.key),
        "section": "administration" if actor.may(Permission.ADMINISTER) else "",
    }


def row(line: Line) -> dict[str, Any]:
    """A point with its sign, and the page on which it is cleared."""
    name = CLEARED_AT.get(line.key)
    return {
        "line": line,
        "sign": SIGNS[line.state],
        "address": reverse(name) if name else "",
        "said": said(line.adoption),
    }


def said(adoption: Adoption | None) -> str:
    """Who recorded and who confirmed, in a sentence."""
    if adoption is None or adoption.confirmed_by is None:
        return ""
    return _("%(kind)s; eingetragen von %(first)s, bestätigt von %(second)s") % {
        "kind": adoption.get_kind_display(),
        "first": adoption.recorded_by.name,
        "second": adoption.confirmed_by.name,
    }


def state_word(found: Standing) -> str:
    """How a body stands, in a sentence."""
    if found.well:
        return _("Freigegeben für Echtdaten.")
    if found.released:
        return _("Freigegeben für Echtdaten; die Prüfung des Programms findet aber wieder etwas.")
    if found.confirmed:
        return _("Die Freigabe ruht: Eine Unterlage fehlt wieder oder ist neu zu prüfen. Keine Echtdaten.")
    if found.release is not None:
        return _("Vorgeschlagen; es fehlt die Bestätigung durch das andere Amt. Keine Echtdaten.")
    return _("Nicht freigegeben. Keine Echtdaten.")


def _deciding(actor: Actor, found: Standing | None) -> dict[str, bool]:
    """What the actor can do with the release: propose, confirm, or only wait for somebody else."""
    release: GateRelease | None = found.release if found is not None else None
    offices = offices_of(actor) if found is not None else frozenset()
    waits = release is not None and release.confirmed_at is None
    other = waits and release is not None and bool(offices - {Office(release.proposed_as)})
    mine = waits and release is not None and release.proposed_by_id == actor.account_id
    return {
        "may_propose": bool(offices) and release is None and found is not None and not found.open,
        "may_confirm": other and not mine,
        "own_proposal": mine,
    }
