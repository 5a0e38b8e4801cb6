"""Signing in: the account of a session comes with its roles in one read."""

from allauth.account.auth_backends import AuthenticationBackend

from augenmass.directory.models import Account, Membership


class DeskBackend(AuthenticationBackend):
    """Passwords as allauth checks them; ``get_user`` brings the memberships along."""

    def get_user(self, user_id: int) -> Account | None:
        found = list(Membership.objects.filter(account_id=user_id).select_related("account", "body").order_by("pk"))
        account = found[0].account if found else Account.objects.filter(pk=user_id).first()
        if account is None or not account.is_active:
            return None
        account.known_memberships = found
        return account
