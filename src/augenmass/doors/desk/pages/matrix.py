"""The tables of access as their pages show them: who reads what for which purpose, and what is learned of the law's answers."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from augenmass.access import matrix, released
from augenmass.access.actor import PURPOSE_LABELS, Purpose
from augenmass.access.models import MatrixVersion
from augenmass.access.versions import versions
from augenmass.cases.queries.case import english
from augenmass.directory.roles import ROLE_LABELS, Role
from augenmass.law.time import day_of
from augenmass.law.vocabulary import CATEGORIES
from augenmass.lawbook.in_force import in_force

Choices = list[tuple[str, str]]


def matrix_page(query: QueryDict) -> dict[str, Any]:
    """The context of the matrix: lines by category, narrowed by role and purpose, and two versions compared."""
    role, purpose = query.get("rolle", ""), query.get("zweck", "")
    lines = [line for line in matrix.lines() if _fits(line.roles, role) and _fits(line.purposes, purpose)]
    groups = [
        {
            "label": _category(key),
            "lines": [_line(line, role, purpose) for line in lines if key in line.categories],
        }
        for key in CATEGORIES
    ]
    return {
        "groups": [group for group in groups if group["lines"]],
        "nobody": [group["label"] for group in groups if not group["lines"]],
        "confirmed": sum(1 for line in matrix.lines() if line.reviewer),
        "count": len(matrix.lines()),
        **_filters(role, purpose),
        **_comparison(query),
    }


def released_page(query: QueryDict) -> dict[str, Any]:
    """The context of the table of released conclusions, in the order in which it is read: the first line that fits holds."""
    role, purpose = query.get("rolle", ""), query.get("zweck", "")
    lines = [line for line in released.lines() if _fits(line.roles, role) and _fits(line.purposes, purpose)]
    return {
        "lines": [
            {
                **_line(line, role, purpose),
                "questions": [_question(name) for name in line.questions],
                "learns": learns_word(line.learns),
                "position": line.position,
                "why": line.why,
            }
            for line in lines
        ],
        **_filters(role, purpose),
    }


def learns_word(level: released.Learns) -> str:
    """What is learned of a question, in words."""
    return {
        released.Learns.NOTHING: _("nichts"),
        released.Learns.BLOCKED: _("nur ob gesperrt"),
        released.Learns.WHO: _("ob gesperrt und wer es klären kann"),
        released.Learns.REASONS: _("die Antwort mit ihren Gründen"),
    }[level]


def _fits(held: Iterable[str], asked: str) -> bool:
    return not asked or asked in set(held)


def _line(line: Any, role: str, purpose: str) -> dict[str, Any]:
    return {
        "roles": [str(ROLE_LABELS[held]) for held in line.roles if not role or held == role],
        "purposes": [str(PURPOSE_LABELS[held]) for held in line.purposes if not purpose or held == purpose],
        "provision": getattr(line, "provision", ""),
        "reviewer": line.reviewer,
        "reviewed_on": line.reviewed_on,
    }


def _filters(role: str, purpose: str) -> dict[str, Any]:
    roles: Choices = [(key.value, str(ROLE_LABELS[key])) for key in Role]
    purposes: Choices = [(key.value, str(PURPOSE_LABELS[key])) for key in Purpose]
    return {
        "roles": roles,
        "purposes": purposes,
        "role": role,
        "purpose": purpose,
        "applied": int(bool(role)) + int(bool(purpose)),
    }


def _comparison(query: QueryDict) -> dict[str, Any]:
    kept = versions()
    by_hash = {version.hash: version for version in kept}
    newer = by_hash.get(query.get("bis", ""), kept[0])
    older = by_hash.get(query.get("von", ""), kept[1] if len(kept) > 1 else kept[0])
    difference = matrix.compare(older.content, newer.content)
    return {
        "versions": [{"hash": version.hash, "label": _version(version)} for version in kept],
        "newer": newer,
        "older": older,
        "changes": [
            *({**_cell(*found), "added": True} for found in difference.added),
            *({**_cell(*found), "added": False} for found in difference.removed),
        ],
    }


def _version(version: MatrixVersion) -> str:
    day = date_format(day_of(version.first_used_at), "SHORT_DATE_FORMAT")
    return _("%(hash)s, zuerst verwendet am %(day)s") % {"hash": version.hash[:12], "day": day}


def _cell(cell: matrix.Cell, provision: str) -> dict[str, str]:
    """A cell of a kept matrix in words; a name that this version no longer knows shows as it was written."""
    category, role, purpose = cell
    return {
        "category": _category(category),
        "role": str(ROLE_LABELS[Role(role)]) if role in set(Role) else role,
        "purpose": str(PURPOSE_LABELS[Purpose(purpose)]) if purpose in set(Purpose) else purpose,
        "provision": provision,
    }


def _category(key: str) -> str:
    return CATEGORIES[key][english()] if key in CATEGORIES else key


def _question(name: str) -> str:
    if name == released.EVERY:
        return _("alle Fragen")
    asked = in_force().question(name)
    return asked.en if english() else asked.de
