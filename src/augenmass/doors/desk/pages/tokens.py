"""Accesses for programs as pages show them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from augenmass.access.actor import PURPOSE_LABELS, Actor, Purpose
from augenmass.access.models import ApiToken
from augenmass.access.tokens import SCOPE_LABELS, Scope, offered_scopes, own_tokens, state_of, tokens_of_body
from augenmass.directory.roles import Permission

STATE_WORDS = {
    "valid": _("gültig"),
    "expired": _("abgelaufen"),
    "revoked": _("zurückgezogen"),
    "ownerless": _("ruht: keine Aufgabe in der Stelle"),
}


@dataclass(frozen=True, slots=True)
class TokenRow:
    """One access in words."""

    token: ApiToken
    state: str
    word: str
    scopes: list[str]
    purpose: str

    @property
    def endable(self) -> bool:
        """Whether taking it back changes anything."""
        return self.state in {"valid", "ownerless"}


def _row(token: ApiToken) -> TokenRow:
    state = state_of(token)
    known = {scope.value for scope in Scope}
    scopes = [str(SCOPE_LABELS[Scope(scope)]) if scope in known else scope for scope in token.scopes]
    return TokenRow(token, state, str(STATE_WORDS[state]), scopes, str(PURPOSE_LABELS[Purpose(token.purpose)]))


def tokens_page(actor: Actor) -> dict[str, object]:
    """One's own accesses, and for the administration those of the body."""
    return {
        "own": [_row(token) for token in own_tokens(actor)],
        "others": [_row(token) for token in tokens_of_body(actor)],
        "administers": actor.may(Permission.ADMINISTER),
        "may_make": bool(offered_scopes(actor)),
    }
