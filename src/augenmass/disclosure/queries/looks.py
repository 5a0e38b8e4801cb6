"""Who looked at some files, as an extract says it: body, role, purpose and day."""

from collections.abc import Collection, Iterable
from datetime import date

from augenmass.access.actor import PURPOSE_LABELS, Purpose
from augenmass.access.matrix import categories_for
from augenmass.access.models import AccessLine
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import SECRET
from augenmass.directory.models import Body, Membership
from augenmass.directory.roles import ROLE_LABELS, Role
from augenmass.disclosure import content
from augenmass.disclosure.rules.readers import Line, Look, looks
from augenmass.disclosure.words import both
from augenmass.law.time import day_of

Written = tuple[int, int, date]
"""Account, body and day of a row that the extract shows."""
NO_ROLE = "-"


class Roles:
    """The roles that some accounts held in bodies, by day."""

    def __init__(self, account_ids: Collection[int]) -> None:
        self.held: dict[tuple[int, int], list[Membership]] = {}
        for found in Membership.objects.filter(account__in=account_ids).order_by("pk"):
            self.held.setdefault((found.account_id, found.body_id), []).append(found)

    def on(self, account_id: int, body_id: int, day: date) -> frozenset[Role]:
        """The roles on a day; empty where none is recorded any more."""
        return frozenset(
            Role(held.role)
            for held in self.held.get((account_id, body_id), ())
            if held.valid_from <= day and (held.valid_to is None or day <= held.valid_to)
        )


def looks_at(
    case_ids: Collection[int], written: Iterable[Written], left_out: frozenset[int]
) -> tuple[list[content.Look], frozenset[int]]:
    """The lines of an extract, oldest first, and the bodies whose reads they name; ``left_out``: bodies whose reads are restricted."""
    of_rows = set(written)
    with as_system(SystemRole.CONTROL):
        lines_of = AccessLine.objects.filter(case__in=case_ids).values_list("account", "body", "purpose", "at")
        read = {(account, body, purpose, day_of(at)) for account, body, purpose, at in lines_of.iterator()}
    roles = Roles({row[0] for row in read} | {row[0] for row in of_rows})
    names = dict(Body.objects.values_list("pk", "name"))
    lines = [_line(roles, names, *row) for row in read]
    shown = [_look(names, roles.on(*row), row[1], Purpose.CASE_WORK, row[2]) for row in of_rows]
    named = frozenset(line.body_id for line in lines if not line.knows_secrets) - left_out
    return _in_words(looks(lines, shown, left_out)), named


def _line(roles: Roles, names: dict[int, str], account: int, body: int, purpose: str, day: date) -> Line:
    held = roles.on(account, body, day)
    known = Purpose(purpose) if purpose in set(Purpose) else None
    secrets = known is None or not held or SECRET in categories_for(held, known)
    return Line(_look(names, held, body, purpose, day), body, secrets)


def _look(names: dict[int, str], roles: frozenset[Role], body: int, purpose: str, day: date) -> Look:
    return Look(day, names.get(body, ""), ",".join(sorted(roles)) or NO_ROLE, str(purpose))


def _in_words(found: list[Look]) -> list[content.Look]:
    roles = {look.role: _roles_in_words(look.role) for look in found}
    purposes = {look.purpose: both(PURPOSE_LABELS[Purpose(look.purpose)]) for look in found}
    return [
        content.Look(on=look.on, body=look.body, role=roles[look.role], purpose=purposes[look.purpose])
        for look in found
    ]


def _roles_in_words(joined: str) -> content.Words:
    if joined == NO_ROLE:
        return content.Words(de="nicht mehr festzustellen", en="can no longer be established")
    labels = [both(ROLE_LABELS[Role(role)]) for role in joined.split(",")]
    return content.Words(de=", ".join(label.de for label in labels), en=", ".join(label.en for label in labels))
