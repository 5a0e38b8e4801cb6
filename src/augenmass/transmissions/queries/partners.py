"""Reading the address book of a body and its own keys."""

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.transmissions.models import BodyKey, OutsideBody
from augenmass.transmissions.parties import line_of
from augenmass.transmissions.rules.signing import KeyLine


def keys_of_body(actor: Actor) -> list[KeyLine]:
    """The public keys of the actor's body, newest first."""
    if not actor.may(Permission.ADMINISTER):
        return []
    return [line_of(key) for key in BodyKey.objects.filter(body=actor.body_id)]


def address_book(actor: Actor) -> list[tuple[OutsideBody, list[KeyLine]]]:
    """Bodies outside with their keys, by name."""
    if not actor.may(Permission.ADMINISTER):
        return []
    found = OutsideBody.objects.filter(body=actor.body_id).prefetch_related("keys")
    return [(outside, [line_of(key) for key in outside.keys.all()]) for outside in found]
