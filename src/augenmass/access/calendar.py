"""The secret address by which a calendar reads a person's days: a token that can do only that.

It is a token (``access.tokens``): kept as a digest, good for a year, listed and taken back like the others, ended with the role.
"""

from uuid import UUID

from augenmass.access.actor import Actor
from augenmass.access.models import ApiToken
from augenmass.access.tokens import (
    LONGEST,
    NotRecognised,
    Program,
    Scope,
    TokenForm,
    make_token,
    offered_purposes,
    own_tokens,
    recognise,
    revoke_token,
    state_of,
)
from augenmass.law.time import today

ONLY = [Scope.CALENDAR_READ.value]


def current(actor: Actor) -> ApiToken | None:
    """The newest address of the actor in this body that is still good."""
    return next(iter(_held(actor)), None)


def make_anew(actor: Actor, label: str, submission: UUID) -> str:
    """Make an address and end the earlier ones; returns its secret, which is shown once and kept nowhere.

    Raises ``NotMade`` (also for a form that was sent before) and ``NotPermitted``.
    """
    earlier = _held(actor)
    asked = TokenForm(label, tuple(ONLY), offered_purposes(actor)[0].value, today() + LONGEST, submission)
    _token, secret = make_token(actor, asked)
    for token in earlier:
        revoke_token(actor, token.key_id)
    return secret


def end(actor: Actor) -> int:
    """End every address of the actor in this body; returns how many. Raises ``NotPermitted``."""
    held = _held(actor)
    for token in held:
        revoke_token(actor, token.key_id)
    return len(held)


def recognise_address(secret: str, address: str) -> Program:
    """Whose calendar asks. Raises ``NotRecognised``, also for a token that can do more: that one belongs in no address."""
    program = recognise(secret, address)
    if program.token.scopes != ONLY:
        raise NotRecognised
    return program


def _held(actor: Actor) -> list[ApiToken]:
    mine = [token for token in own_tokens(actor) if token.body_id == actor.body_id and token.scopes == ONLY]
    return [token for token in mine if state_of(token) == "valid"]
