"""The access by which the invented counselling service hands in statements at the invented authority."""

import os
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from augenmass.access.actor import Purpose
from augenmass.access.tokens import Scope, TokenForm, make_token
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.site.command.people import actor_named

OWNER = "vogt"
LABEL = "Beratungsraum"


def open_mailbox() -> Path:
    """Make the access once, and write its text to a file that only its owner reads; returns the file."""
    path: Path = settings.DATA / "statements.token"
    if path.exists():
        return path
    asked = TokenForm(
        LABEL, (Scope.STATEMENTS_WRITE.value,), Purpose.SUPERVISION.value, today() + timedelta(days=365), uuid4()
    )
    _token, text = make_token(actor_named(OWNER, Permission.POST), asked)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(text)
    return path
