"""``augenmass api`` and ``augenmass token``: the interface for programs, seen from the machine."""

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from augenmass.site.command.law import print_table
from augenmass.site.command.outcome import OK, USAGE, CommandFailed
from augenmass.site.command.setting_up import refuse_missing_migrations, start_django

if TYPE_CHECKING:
    from augenmass.access.models import ApiToken

STATES = {
    "valid": "gültig",
    "expired": "abgelaufen",
    "revoked": "zurückgezogen",
    "ownerless": "Besitzer ohne Aufgabe",
}
HEADS = ("Kennung", "Zustand", "Besitzer", "Stelle", "Programm", "Umfang", "bis", "zuletzt")


def api(_arguments: Namespace) -> int:
    """Print the description of the interface."""
    start_django()
    from augenmass.doors.api.interface import description

    sys.stdout.write(description())
    return OK


def token(arguments: Namespace) -> int:
    """List the tokens of the installation, or take one back."""
    start_django()
    refuse_missing_migrations()
    return _revoke(arguments.key) if arguments.what == "revoke" else _list(arguments.format)


def _revoke(key: str) -> int:
    from augenmass.access.models import ApiToken
    from augenmass.access.tokens import NotMade, revoke_by_command

    if not key:
        raise CommandFailed("Bitte nennen Sie die Kennung des Zugangs (augenmass token list).", USAGE)
    try:
        ended = revoke_by_command(key)
    except ApiToken.DoesNotExist as error:
        raise CommandFailed(f"Einen Zugang mit der Kennung „{key}“ gibt es nicht.") from error
    except NotMade as error:
        raise CommandFailed(str(error)) from error
    print(f"Der Zugang {ended.key_id} von {ended.account.username} ist zurückgezogen.", file=sys.stderr)
    return OK


def _list(form: str) -> int:
    from augenmass.access.tokens import all_tokens

    rows = [_row(found) for found in all_tokens()]
    if form == "json":
        print(json.dumps([dict(zip(_NAMES, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
    else:
        print_table(
            [[STATES.get(row[1], row[1]) if at == 1 else cell for at, cell in enumerate(row)] for row in rows], HEADS
        )
    return OK


_NAMES = ("key_id", "state", "owner", "body", "label", "scopes", "expires_on", "last_used_on")


def _row(found: "ApiToken") -> list[str]:
    from augenmass.access.tokens import state_of

    return [
        found.key_id,
        state_of(found),
        found.account.username,
        found.body.key,
        found.label,
        " ".join(found.scopes),
        found.expires_on.isoformat(),
        found.last_used_on.isoformat() if found.last_used_on else "",
    ]
