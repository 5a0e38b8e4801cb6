"""Second factors: their secrets at rest, codes that count once, who holds one."""

import base64
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cryptography.fernet import Fernet, InvalidToken
from django.db import transaction
from django.utils.crypto import salted_hmac

from augenmass.directory.models import Account
from augenmass.law.time import now

STEP_SECONDS = 30
SKEW = (0, -1, 1)
"""Steps beside the present one in which a code still counts: clocks of telephones go wrong by up to half a minute."""
LAST_STEP = "last_step"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class SecretUnreadable(Exception):
    """A stored secret was written under another key of this installation."""


def _box() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(salted_hmac("augenmass.factors", "at rest", algorithm="sha256").digest()))


def encrypt(text: str) -> str:
    """A secret as it is stored: whoever reads the database alone cannot make codes."""
    return _box().encrypt(text.encode()).decode()


def decrypt(stored: str) -> str:
    """The secret. Raises ``SecretUnreadable``; never an empty secret, from which codes could be computed."""
    try:
        return _box().decrypt(stored.encode()).decode()
    except InvalidToken as error:
        raise SecretUnreadable from error


@dataclass(frozen=True, slots=True)
class Used:
    """What became of a code: the factor that it belongs to, or None; ``again`` when it was right but used before."""

    factor: Authenticator | None
    again: bool = False


def step_of(secret: str, code: str, at: datetime) -> int | None:
    """The time step to which a code of an authenticator app belongs, None when it fits none that counts at ``at``."""
    current = int(at.timestamp()) // STEP_SECONDS
    for skew in SKEW:
        expected = format_hotp_value(hotp_value(secret, current + skew))
        if compare_user_code(actual=code, expected=expected):
            return current + skew
    return None


def use_code(account: Account, code: str) -> Used:
    """Take a code of the authenticator app or a recovery code. Each counts once: the row is locked while it is looked at."""
    with transaction.atomic():
        for factor in Authenticator.objects.select_for_update().filter(user=account).order_by("-type"):
            try:
                found = _taken(factor, code)
            except SecretUnreadable:
                continue
            if found is not None:
                return found
    return Used(None)


def _taken(factor: Authenticator, code: str) -> Used | None:
    if factor.type == Authenticator.Type.TOTP:
        step = step_of(decrypt(factor.data["secret"]), code, now())
        if step is None:
            return None
        if step <= factor.data.get(LAST_STEP, -1):
            return Used(None, again=True)
        _keep_step(factor, step)
        return Used(factor)
    if factor.type == Authenticator.Type.RECOVERY_CODES and factor.wrap().validate_code(code):
        return Used(factor)
    return None


def _keep_step(factor: Authenticator, step: int) -> None:
    factor.data[LAST_STEP] = step
    factor.save(update_fields=["data"])


def remember_step(account: Account, step: int) -> None:
    """The code that proved the set-up of the app counts as used too."""
    with transaction.atomic():
        for factor in Authenticator.objects.select_for_update().filter(user=account, type=Authenticator.Type.TOTP):
            _keep_step(factor, step)


def holds_factor(account: Account) -> bool:
    """Whether the account has an authenticator app or a passkey (recovery codes alone are none)."""
    return bool(Authenticator.objects.filter(user=account, type__in=FACTORS).exists())


def is_last_factor(factor: Authenticator) -> bool:
    """Whether the account would be left without a second factor."""
    others = Authenticator.objects.filter(user_id=factor.user_id, type__in=FACTORS).exclude(pk=factor.pk)
    return factor.type in FACTORS and not others.exists()


def factors_of(account: Account) -> dict[str, Any]:
    """What the account holds, for its own page: the app, the passkeys, how many recovery codes are left."""
    held = list(Authenticator.objects.filter(user=account).order_by("created_at"))
    codes = next((one for one in held if one.type == Authenticator.Type.RECOVERY_CODES), None)
    return {
        "app": next((one for one in held if one.type == Authenticator.Type.TOTP), None),
        "passkeys": [one for one in held if one.type == Authenticator.Type.WEBAUTHN],
        "codes": codes,
        "codes_left": _left(codes),
    }


def _left(codes: Authenticator | None) -> int:
    try:
        return len(codes.wrap().get_unused_codes()) if codes is not None else 0
    except SecretUnreadable:
        return 0


def remove_all(account: Account) -> int:
    """Take every factor and every recovery code off an account; returns how many factors it had."""
    had = int(Authenticator.objects.filter(user=account, type__in=FACTORS).count())
    Authenticator.objects.filter(user=account).delete()
    return had
