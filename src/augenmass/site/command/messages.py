"""``augenmass transmissions``: taking signed messages in, keys and cards, from the machine."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from augenmass.site.command.outcome import OK, RETURNED, CommandFailed
from augenmass.site.command.setting_up import refuse_missing_migrations, start_django, start_without_database

if TYPE_CHECKING:
    from augenmass.directory.models import Body


def take_in(arguments: Namespace) -> int:
    """Take a file in; the receipt goes to ``--receipt`` or to the standard output."""
    start_django()
    refuse_missing_migrations()
    from augenmass.record.ledger import System
    from augenmass.transmissions.actions import taking_in
    from augenmass.transmissions.refusal import NotTaken
    from augenmass.transmissions.rules.kinds import Channel

    text = _read(arguments.file)
    try:
        found = taking_in.take_in(System(), text, Channel.FILE)
    except NotTaken as error:
        raise CommandFailed(str(error)) from error
    says = "war schon hier" if found.again else "zurückgegeben" if found.received.reason else "übernommen"
    print(f"Nachricht {found.received.message} an {found.received.body.name}: {says}.", file=sys.stderr)
    if found.receipt is not None:
        _write(arguments.receipt, found.receipt.text)
    return RETURNED if found.received.reason else OK


def schema(_arguments: Namespace) -> int:
    """Print the schema of messages."""
    start_without_database()
    from augenmass.transmissions.rules import message

    sys.stdout.write(message.schema())
    return OK


def card(arguments: Namespace) -> int:
    """Print the card of a body, which other instances enter into their address books."""
    start_django()
    refuse_missing_migrations()
    from augenmass.transmissions.actions.cards import card_of_body
    from augenmass.transmissions.refusal import NotSent
    from augenmass.transmissions.rules.card import write_card
    from augenmass.transmissions.rules.signing import fingerprint

    try:
        found = card_of_body(_body(arguments.body))
    except NotSent as error:
        raise CommandFailed(str(error)) from error
    _write(arguments.out, write_card(found))
    print(f"Fingerabdruck (am Telefon vergleichen): {fingerprint(found.key.public_key)}", file=sys.stderr)
    return OK


def key(arguments: Namespace) -> int:
    """Make a new signing key for a body, or take one back."""
    start_django()
    refuse_missing_migrations()
    from augenmass.record.ledger import System
    from augenmass.transmissions.actions.signing_keys import make_key, revoke_key
    from augenmass.transmissions.refusal import NotSent

    body = _body(arguments.body)
    try:
        done = revoke_key(System(), body, arguments.revoke) if arguments.revoke else make_key(System(), body)
    except NotSent as error:
        raise CommandFailed(str(error)) from error
    print(f"Schlüssel {done.key_id}: {'gesperrt' if arguments.revoke else 'angelegt'}.", file=sys.stderr)
    return OK


def _body(key: str) -> "Body":
    from augenmass.directory.models import Body

    found = Body.objects.filter(key=key).first()
    if found is None:
        raise CommandFailed(f"Eine Stelle mit der Kennung „{key}“ gibt es nicht.")
    return found


def _read(path: Path) -> str:
    from augenmass.transmissions.rules.message import MOST_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1).decode("utf-8")
    except OSError as error:
        raise CommandFailed(f"Die Datei {path} lässt sich nicht lesen.") from error
    except UnicodeDecodeError as error:
        raise CommandFailed(f"Die Datei {path} ist keine Nachricht: Sie ist nicht in UTF-8 geschrieben.") from error


def _write(path: Path | None, text: str) -> None:
    if path is None:
        sys.stdout.write(text.rstrip("\n") + "\n")
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommandFailed(f"{path} lässt sich nicht schreiben.") from error
