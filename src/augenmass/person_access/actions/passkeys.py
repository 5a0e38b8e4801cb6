"""Passkeys of persons (WebAuthn): set up by somebody who is signed in, used instead of a code.

What the server asked is kept for some minutes under a random id and can be answered once.
"""

import json
import secrets
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import IntegrityError, transaction
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from augenmass.access.reader import SystemRole, as_system
from augenmass.law.time import now
from augenmass.person_access.actions.visits import access_holds, begin_visit
from augenmass.person_access.models import Access, Passkey, Visit
from augenmass.person_access.person import Person
from augenmass.person_access.rules import Refused, Wrong

SECONDS = 300
MOST_PASSKEYS = 5


def _server(host: str) -> Fido2Server:
    """The server for a host; only where no living person's data lies the origin need not be HTTPS (localhost)."""
    entity = PublicKeyCredentialRpEntity(name="Augenmaß", id=host.partition(":")[0])
    insecure = settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN
    return Fido2Server(entity, verify_origin=(lambda _origin: True) if insecure else None)


def _keep(state: Mapping[str, Any]) -> str:
    asked = secrets.token_urlsafe(16)
    cache.set(f"portal_passkey_{asked}", dict(state), SECONDS)
    return asked


def _kept(asked: str) -> dict[str, Any]:
    """What was asked under an id, once. Raises ``Refused``."""
    name = f"portal_passkey_{asked}"
    state = cache.get(name)
    if not asked or state is None or not cache.delete(name):
        raise Refused(Wrong.CODE)
    found: dict[str, Any] = state
    return found


def begin_adding(person: Person, host: str) -> tuple[dict[str, Any], str]:
    """What the device is asked, and the id under which it answers."""
    # The device keeps no name of the person: who finds it learns nothing.
    handle = secrets.token_bytes(32)
    user = PublicKeyCredentialUserEntity(id=handle, name="Mein Zugang", display_name="Mein Zugang")
    known = [AttestedCredentialData(bytes(row.public)) for row in _passkeys(person)]
    options, state = _server(host).register_begin(
        user,
        known,
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(options), _keep(state)


def add_passkey(person: Person, host: str, asked: str, answer: str) -> None:
    """Keep the passkey that the device made. Raises ``Refused``."""
    state = _kept(asked)
    try:
        made = _server(host).register_complete(state, json.loads(answer)).credential_data
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused(Wrong.CODE) from error
    if made is None:
        raise Refused(Wrong.CODE)
    try:
        with as_system(SystemRole.PORTAL), transaction.atomic():
            if _passkeys(person).count() >= MOST_PASSKEYS:
                raise Refused(Wrong.FULL)
            Passkey.objects.create(
                access_id=person.access_id,
                credential=websafe_encode(made.credential_id),
                public=bytes(made),
                added_at=now(),
            )
    except IntegrityError as error:
        raise Refused(Wrong.CODE) from error


def begin_passkey_sign_in(host: str) -> tuple[dict[str, Any], str]:
    """What any device is asked that wants to sign in, and the id under which it answers."""
    options, state = _server(host).authenticate_begin(user_verification=UserVerificationRequirement.REQUIRED)
    return dict(options), _keep(state)


def sign_in_by_passkey(host: str, asked: str, answer: str) -> str:
    """Returns what the browser is to hold. Raises ``Refused``, the same for every reason."""
    state = _kept(asked)
    with as_system(SystemRole.PORTAL), transaction.atomic():
        try:
            response = json.loads(answer)
            row = Passkey.objects.select_related("access").get(credential=response["id"], removed_at=None)
            credential = AttestedCredentialData(bytes(row.public))
            _server(host).authenticate_complete(state, [credential], response)
        except (ValueError, TypeError, KeyError, AttributeError, Passkey.DoesNotExist) as error:
            raise Refused(Wrong.CODE) from error
        access: Access = row.access
        if not access_holds(access):
            raise Refused(Wrong.CODE)
        return begin_visit(access, Visit.How.PASSKEY)


def remove_passkey(person: Person, key: UUID) -> None:
    """Sign nobody in by this passkey any more."""
    with as_system(SystemRole.PORTAL):
        _passkeys(person).filter(key=key).update(removed_at=now())


def _passkeys(person: Person) -> Any:
    return Passkey.objects.filter(access=person.access_id, removed_at=None).order_by("pk")
