"""Accounts are made by the administration of a body; nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class ClosedAdapter(DefaultAccountAdapter):
    """The sign-in of the desk."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False
