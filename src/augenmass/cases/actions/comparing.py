"""Asking what a change of law does to a caseload: to that of the own body, or before a release to that of every body."""

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.released import learns_position
from augenmass.cases.comparing import carry_on, cases_of
from augenmass.cases.queries.comparison import Sides, candidates, newest, versions_of
from augenmass.directory.roles import Permission
from augenmass.law.time import now
from augenmass.lawbook.models import Comparison
from augenmass.record.ledger import entry
from augenmass.record.once import once

AT_ONCE = 1.0
"""Seconds that whoever asks waits for a small caseload; of a larger one the worker does the rest."""


class NotCompared(Exception):
    """Why nothing is compared; a sentence for the user."""


def ask_comparison(actor: Actor, key: UUID, sides: Sides) -> Comparison:
    """Compare the cases of the actor's body. The same key again, or while it is under way, gives the same comparison.

    Raises ``NotCompared`` and ``NotPermitted``.
    """
    actor.require_writing()
    actor.require(Permission.READ_CASES)
    if not learns_position(actor.roles, actor.purpose):
        raise NotCompared(_("Ihre Rolle erfährt nicht, was das Recht zu den Fällen sagt."))
    _refuse_same(sides)
    return _asked(actor, key, sides, actor.body_id)


def ask_release_comparison(actor: Actor, key: UUID, candidate: str) -> Comparison:
    """Compare the cases of every body between the catalogue that answers and a candidate; only numbers are shown of it.

    Raises ``NotCompared`` and ``NotPermitted``.
    """
    actor.require_writing()
    actor.require(Permission.REVIEW_LAW)
    if candidate not in candidates():
        raise NotCompared(_("Diese Fassung steht nicht zur Freigabe. Bitte laden Sie die Seite neu."))
    with as_system(SystemRole.EVALUATION):
        return _asked(actor, key, versions_of(candidate), None)


def _refuse_same(sides: Sides) -> None:
    if (sides.earlier, sides.catalogue) != (sides.later, sides.later_catalogue):
        return
    if sides.of_versions:
        raise NotCompared(_("Die eingespielte Fassung ist die, die antwortet: Es gibt nichts zu vergleichen."))
    raise NotCompared(_("An beiden Seiten steht derselbe Tag: Bitte wählen Sie zwei verschiedene Tage."))


def _asked(actor: Actor, key: UUID, sides: Sides, body_id: int | None) -> Comparison:
    def there() -> Comparison | None:
        found = newest(sides, body_id)
        running = found is not None and found.state == Comparison.State.WAITING
        return found if running or (found is not None and found.key == key) else None

    made = once(there, _maker(actor, key, sides, body_id))
    if made.state == Comparison.State.WAITING:
        carry_on(made.pk, AT_ONCE)
        made.refresh_from_db()
    return made


def _maker(actor: Actor, key: UUID, sides: Sides, body_id: int | None) -> Callable[[], Comparison]:
    def make() -> Comparison:
        made = Comparison(
            key=key,
            body_id=body_id,
            earlier=sides.earlier,
            later=sides.later,
            catalogue=sides.catalogue,
            later_catalogue=sides.later_catalogue,
            asked_by=actor.account,
            asked_at=now(),
        )
        made.cases = cases_of(made).count()
        with entry(actor, "law.comparison_asked") as e:
            sides.among(Comparison.objects.filter(body=body_id)).delete()
            made.save()
            e.refer(comparison=made.pk, catalogue=sides.catalogue, later_catalogue=sides.later_catalogue)
        return made

    return make
