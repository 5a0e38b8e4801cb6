"""What the administration of a body keeps for its letters: counselling services, and how the hardship commission is reached."""

from __future__ import annotations

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.letters.queries.sources import counselling_of, hardship_contact_of


def counselling_named(actor: Actor) -> tuple[str, ...]:
    """The counselling that the body names in its letters. Raises ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    return counselling_of(Body.objects.get(pk=actor.body_id))


def hardship_named(actor: Actor) -> tuple[str, ...]:
    """How the hardship commission is reached, as the body's letters say it. Raises ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    return hardship_contact_of(Body.objects.get(pk=actor.body_id))
