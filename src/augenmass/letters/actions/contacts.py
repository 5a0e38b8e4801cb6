"""What the administration of a body keeps for its letters: counselling services, and how the hardship commission is reached."""

from __future__ import annotations

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.record.ledger import entry
from augenmass.work.refusal import NotDone

MOST_LINES = 5
LONGEST_LINE = 300


def name_counselling(actor: Actor, lines: tuple[str, ...], seen: tuple[str, ...]) -> None:
    """Name the counselling services, one a line with contact and times; ``seen`` are those that were shown.

    Raises ``NotDone`` and ``NotPermitted``.
    """
    _name(actor, "counselling", "body.counselling_named", lines, seen)


def name_hardship(actor: Actor, lines: tuple[str, ...], seen: tuple[str, ...]) -> None:
    """Say how the hardship commission is reached; ``seen`` is what was shown. Raises ``NotDone`` and ``NotPermitted``."""
    _name(actor, "hardship", "body.hardship_contact_named", lines, seen)


def _name(actor: Actor, what: str, kind: str, lines: tuple[str, ...], seen: tuple[str, ...]) -> None:
    actor.require(Permission.ADMINISTER)
    if len(lines) > MOST_LINES or max(map(len, lines), default=0) > LONGEST_LINE:
        raise NotDone(
            _("Höchstens %(lines)d Zeilen, jede mit höchstens %(letters)d Zeichen.")
            % {"lines": MOST_LINES, "letters": LONGEST_LINE}
        )
    with entry(actor, kind) as e:
        body = Body.objects.select_for_update(no_key=True).get(pk=actor.body_id)
        letters = dict(body.policies.get("letters", {}))
        if tuple(letters.get(what, ())) != seen:
            raise NotDone(_("Die Angaben wurden inzwischen geändert. Es wurde nichts überschrieben."))
        Body.objects.filter(pk=body.pk).update(policies=body.policies | {"letters": letters | {what: list(lines)}})
        e.refer(body=body.pk)
