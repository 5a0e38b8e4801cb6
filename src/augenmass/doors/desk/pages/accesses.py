"""Accesses to a case as their page shows them."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from augenmass.access.actor import PURPOSE_LABELS, Purpose
from augenmass.access.queries import GrantRow
from augenmass.cases.queries.case import english
from augenmass.law.vocabulary import CATEGORIES


def access_lines(rows: Iterable[GrantRow]) -> list[dict[str, Any]]:
    """Each access with its categories and purpose in words."""
    return [_line(row) for row in rows]


def _line(row: GrantRow) -> dict[str, Any]:
    grant = row.grant
    return {
        "grant": grant,
        "holds": row.holds,
        "by_itself": row.ends_with_referral,
        "categories": ", ".join(CATEGORIES[key][english()] for key in CATEGORIES if key in grant.categories),
        "purpose": PURPOSE_LABELS[Purpose(grant.purpose)],
        "who": grant.account.name if grant.account else _("alle, deren Aufgabe es erlaubt"),
        "state": _("gilt") if row.holds else _("beendet") if grant.ended_by_id else _("abgelaufen"),
    }
