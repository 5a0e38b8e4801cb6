"""People whom the identity provider of a body signs in: always an existing account of that body, nobody is created."""

from collections.abc import Mapping
from typing import Any

from allauth.socialaccount.models import SocialAccount

from augenmass.access.actor import memberships_today
from augenmass.directory.models import Account, Body


def belongs(account: Account, body_key: str) -> bool:
    """Whether the account may sign in and holds a role of the body today."""
    return account.is_active and any(held.body.key == body_key for held in memberships_today(account))


def account_for(provider_key: str, body_key: str, claim: str, claims: Mapping[str, Any]) -> Account | None:
    """The one account of the body that a claim names; None when there is none, several, or one linked to somebody else.

    ``email`` is compared with the e-mail (and not taken when the provider says that it is not verified), any other claim
    with the user name. An account that is already linked stays with that person: names are given out again, subjects are not.
    """
    value = claims.get(claim)
    if not isinstance(value, str) or not value.strip():
        return None
    if claim == "email" and claims.get("email_verified") is False:
        return None
    column = "email__iexact" if claim == "email" else "username"
    wanted = value.strip() if claim == "email" else value.strip().lower()
    found = [account for account in Account.objects.filter(**{column: wanted}) if belongs(account, body_key)]
    if len(found) != 1 or SocialAccount.objects.filter(user=found[0], provider=provider_key).exists():
        return None
    return found[0]


def body_id_of(body_key: str) -> int | None:
    """The id of a body by its key."""
    return Body.objects.filter(key=body_key).values_list("pk", flat=True).first()
