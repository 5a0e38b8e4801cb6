"""What allauth asks about second factors."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from augenmass.access.factors import decrypt, encrypt, is_last_factor


class FactorAdapter(DefaultMFAAdapter):
    """Second factors of staff: secrets are encrypted at rest, the last factor cannot be removed."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "Der Passkey wurde nicht angenommen. Versuchen Sie es noch einmal oder nehmen Sie einen anderen."
        ),
        "cannot_delete_authenticator": _(
            "Das ist Ihr letzter zweiter Faktor. Richten Sie zuerst einen anderen ein; ohne können Sie nicht arbeiten."
        ),
        "cannot_generate_recovery_codes": _("Codes gibt es erst, wenn ein zweiter Faktor eingerichtet ist."),
    }

    def encrypt(self, text: str) -> str:
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text)

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not settings.SECOND_FACTOR or not is_last_factor(authenticator)

    def get_totp_label(self, user: Any) -> str:
        return str(user.username)

    def _get_user_identifier(self, user: Any) -> str:
        return str(user.username)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Augenmaß"}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return str(_("Mein Passkey"))
