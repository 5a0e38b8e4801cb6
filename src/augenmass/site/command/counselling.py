"""``augenmass sealed-messages``: messages of persons to a counselling service, handed over sealed."""

import json
import sys
from argparse import Namespace

from augenmass.sealed_message import FORMAT, NotOpened
from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.setting_up import start_django


def hand_out(arguments: Namespace) -> int:
    """Write what waits to a file; it stays here until it is said that the service has it."""
    start_django()
    from augenmass.person_access.actions.counselling import waiting_messages

    found = waiting_messages()
    content = json.dumps({"format": FORMAT.decode(), "messages": found}, ensure_ascii=False, indent=1)
    arguments.file.write_text(content + "\n", encoding="utf-8")
    arguments.file.chmod(0o600)
    print(f"{len(found)} verschlüsselte Nachrichten in {arguments.file}.", file=sys.stderr)
    return OK


def drop(arguments: Namespace) -> int:
    """Delete the messages that a file holds: the service has read them."""
    start_django()
    from augenmass.person_access.actions.counselling import drop_messages
    from augenmass.sealed_message import messages_in

    try:
        keys = [one["key"] for one in messages_in(arguments.file.read_bytes())]
    except (OSError, NotOpened) as error:
        raise CommandFailed(f"{arguments.file} ist keine Datei mit verschlüsselten Nachrichten.") from error
    print(f"{drop_messages(keys)} Nachrichten gelöscht.", file=sys.stderr)
    return OK
