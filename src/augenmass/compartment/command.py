"""What can be typed after ``augenmass compartment``. Runs in a process of its own, with settings of its own."""

import argparse
import getpass
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from augenmass.site.command.outcome import FOUND, INTERRUPTED, OK, REFUSED, CommandFailed

if TYPE_CHECKING:
    from augenmass.compartment.models import Account

Run = Callable[[Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command; the exit code tells how it went."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "augenmass.compartment.settings"
    parsed = _parser().parse_args(sys.argv[1:] if arguments is None else arguments)
    try:
        return int(parsed.run(parsed) or OK)
    except CommandFailed as failed:
        print(f"augenmass compartment: {failed}", file=sys.stderr)
        return failed.code
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser() -> ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="augenmass compartment",
        description="Der Beratungsraum: eigener Prozess, eigene Datenbank, eigene Schlüssel (siehe docs/operator.md).",
    )
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)

    def add(name: str, run: Run, says: str) -> ArgumentParser:
        made: ArgumentParser = commands.add_parser(name, help=says, description=says)
        made.set_defaults(run=run)
        return made

    served = add("serve", _serve, "Server starten, mit dem Versand daneben")
    served.add_argument("--host", default="127.0.0.1")
    served.add_argument("--port", type=int, default=8001)
    served.add_argument("--workers", type=int, default=1)
    sender = add("send", _send, "Wartende Erklärungen senden und Nachrichten übernehmen, bis der Befehl beendet wird")
    sender.add_argument("--once", action="store_true", help="einmal versuchen und enden")
    sender.add_argument("--end-with-parent", type=int, default=0, help=argparse.SUPPRESS)
    add(
        "migrate",
        _migrate,
        "Datenbank anlegen oder auf den Stand des Programms bringen; legt auch den ersten Schlüssel an",
    )
    body = add("body", _body, "Beratungsstelle anlegen")
    body.add_argument("slug")
    body.add_argument("--name", required=True)
    person = add("counsellor", _counsellor, "Konto für eine beratende Person anlegen; fragt nach dem Passwort")
    person.add_argument("username")
    person.add_argument("--name", required=True)
    person.add_argument("--body", required=True, metavar="STELLE")
    person.add_argument("--leads", action="store_true", help="leitet die Stelle: erklärt für sie, pflegt die Behörden")
    closed = add("close-account", _close_account, "Konto sperren; was es schrieb, bleibt")
    closed.add_argument("username")
    handed = add("hand-over", _hand_over, "Alle Beratungen einer Person einer anderen übergeben")
    handed.add_argument("--giver", required=True)
    handed.add_argument("--taker", required=True)
    add(
        "message-key",
        _message_key,
        "Öffentlichen Schlüssel für Nachrichten der Personen zeigen, beim ersten Mal anlegen",
    )
    read = add(
        "read-messages", _read_messages, "Nachrichten öffnen: die übernommenen, oder die einer Datei der Behörde"
    )
    read.add_argument("file", type=Path, metavar="DATEI", nargs="?")
    taken = add("take-messages", _take_messages, "Nachrichten aus dem Ordner der Behörde übernehmen und quittieren")
    taken.add_argument("folder", type=Path, metavar="ORDNER")
    dropped = add("drop-messages", _drop_messages, "Erledigte Nachrichten löschen")
    dropped.add_argument("keys", type=UUID, metavar="NACHRICHT", nargs="+")
    add("rotate-key", _rotate, "Neuen Schlüssel anlegen und alles damit neu verschlüsseln")
    add("drop-keys", _drop, "Schlüssel entfernen, mit denen nichts mehr verschlüsselt ist")
    add("check", _check, "Einstellungen, Schlüssel und Lesbarkeit prüfen")
    add("verify", _verify, "Die Kette der Handlungen prüfen")
    for name, run, says in (
        ("backup", _backup, "Datenbank sichern (ohne Schlüssel)"),
        ("restore", _restore, "Sicherung in einen leeren Beratungsraum zurückspielen"),
    ):
        add(name, run, says).add_argument("file", type=Path, metavar="DATEI")
    demo = add("demo-setup", _demo, "Erfundene Beratungsstelle einrichten (nur mit AUGENMASS_COMPARTMENT_MODE=demo)")
    demo.add_argument("--authority", default="", metavar="ADRESSE", help="Hauptprogramm, das Erklärungen annimmt")
    demo.add_argument("--token-file", type=Path, metavar="DATEI", help="Datei mit dem Zugang zum Hauptprogramm")
    return parser


def _start() -> None:
    import django
    from pydantic import ValidationError

    from augenmass.compartment.configuration import configuration

    try:
        configuration()
    except ValidationError as error:
        names = ", ".join(f"AUGENMASS_COMPARTMENT_{str(found['loc'][0]).upper()}" for found in error.errors())
        raise CommandFailed(f"Diese Einstellungen haben einen falschen Wert: {names}.") from error
    django.setup()


def _start_safely() -> None:
    """Start for a process that runs on: refuses unsafe settings, missing tables, demo accounts in production."""
    from augenmass.compartment.configuration import configuration

    _start()
    reasons = [*configuration().refusals, *_missing_migrations()]
    if not reasons:
        reasons = _demo_accounts()
    if reasons:
        raise CommandFailed("Der Start wurde abgelehnt.\n" + "\n".join(f"  - {reason}" for reason in reasons))


def _missing_migrations() -> list[str]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import OperationalError

    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError as error:
        raise CommandFailed("Die Datenbank des Beratungsraums ist nicht erreichbar.") from error
    return ["Der Datenbank fehlen Migrationen: augenmass compartment migrate"] if plan else []


def _demo_accounts() -> list[str]:
    from augenmass.compartment.configuration import configuration
    from augenmass.compartment.models import Account
    from augenmass.site.configuration import Mode

    demo = configuration().mode is Mode.PRODUCTION and Account.objects.filter(is_demo=True).exists()
    return ["Die Datenbank enthält erfundene Konten. Im Echtbetrieb darf es keine geben."] if demo else []


def _serve(arguments: Namespace) -> int:
    _start_safely()
    from augenmass.compartment.serving import serve

    shown = "localhost" if arguments.host in {"127.0.0.1", "0.0.0.0"} else arguments.host  # noqa: S104  only compared
    address = f"http://{shown}:{arguments.port}"
    print(f"Der Beratungsraum läuft auf {address} (Ende mit Strg+C).", file=sys.stderr, flush=True)
    serve(arguments.host, arguments.port, arguments.workers)
    return OK


def _send(arguments: Namespace) -> int:
    _start_safely()
    from augenmass.compartment.sending import send_until_stopped, send_waiting, take_in_messages
    from augenmass.site.orphan import end_when_orphaned

    if arguments.once:
        print(f"{send_waiting()} Erklärungen gesendet.")
        if taken := take_in_messages():
            print(f"{taken} Nachrichten übernommen.")
        return OK
    if arguments.end_with_parent:
        end_when_orphaned(arguments.end_with_parent)
    send_until_stopped()
    return OK


def _migrate(_arguments: Namespace) -> int:
    _start()
    from django.core.management import call_command

    from augenmass.compartment.configuration import configuration
    from augenmass.compartment.keys import Keyring, keyring, new_key, write_keyring

    fresh = bool(_missing_migrations()) and not _has_content()
    call_command("migrate", verbosity=0, interactive=False)
    if fresh and keyring().current is None:
        write_keyring(Keyring((new_key(),)))
        print(f"Der erste Schlüssel liegt in {configuration().keys}. Bewahren Sie eine Abschrift getrennt auf.")
    return OK


def _has_content() -> bool:
    from django.db import connection

    return "compartment_person" in connection.introspection.table_names()


def _body(arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.actions.body import add_body

    return _tried(lambda: add_body(arguments.slug, arguments.name))


def _tried(act: Callable[[], object]) -> int:
    from augenmass.compartment.cipher import NoKey
    from augenmass.compartment.rules import NotDone

    try:
        act()
    except (NotDone, NoKey) as error:
        raise CommandFailed(str(error)) from error
    return OK


def _counsellor(arguments: Namespace) -> int:
    _start()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from augenmass.compartment.actions.body import add_counsellor
    from augenmass.compartment.models import CounsellingBody

    body = CounsellingBody.objects.filter(slug=arguments.body).first()
    if body is None:
        raise CommandFailed("Diese Beratungsstelle gibt es nicht. Anlegen: augenmass compartment body")
    password = getpass.getpass("Passwort: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password)
    except ValidationError as error:
        raise CommandFailed(" ".join(error.messages)) from error
    return _tried(lambda: add_counsellor(body, arguments.username, arguments.name, password, arguments.leads))


def _close_account(arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.actions.body import close_account

    close_account(_account(arguments.username))
    return OK


def _hand_over(arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.actions.persons import hand_over

    return _tried(
        lambda: print(hand_over(_account(arguments.giver), _account(arguments.taker)), "Beratungen übergeben.")
    )


def _account(username: str) -> "Account":
    from augenmass.compartment.models import Account

    found = Account.objects.filter(username=username.lower()).first()
    if found is None:
        raise CommandFailed(f"Ein Konto {username} gibt es nicht.")
    return found


def _rotate(_arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.rotation import begin_rotation, encrypt_anew

    made = begin_rotation()
    done, unreadable = encrypt_anew()
    print(f"Neuer Schlüssel {made}; {done} Zeilen neu verschlüsselt.")
    if unreadable:
        print(f"{unreadable} Zeilen sind mit keinem Schlüssel lesbar, der hier liegt.", file=sys.stderr)
        return FOUND
    print("Wenn alle Server damit laufen: augenmass compartment drop-keys")
    return OK


def _drop(_arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.rotation import drop_unused_keys, encrypt_anew

    encrypt_anew()
    dropped = drop_unused_keys()
    print(f"Entfernt: {', '.join(dropped) or 'nichts'}.")
    return OK


def _check(_arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.checking import findings

    found = findings()
    print(*found, sep="\n" if found else "")
    return FOUND if found else OK


def _message_key(_arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.messages import public_key

    print(public_key())
    return OK


def _read_messages(arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.messages import read_messages
    from augenmass.sealed_message import NotOpened

    try:
        files = [arguments.file.read_bytes()] if arguments.file else _taken_in()
        found = [one for content in files for one in read_messages(content)]
    except (OSError, NotOpened) as error:
        raise CommandFailed(
            f"{arguments.file or 'Eine übernommene Nachricht'} lässt sich nicht öffnen: andere Stelle, verändert oder keine Nachrichten."
        ) from error
    for one in found:
        wish = "Möchte über eine Rückkehr beraten werden" if one["about"] == "return" else "Nachricht"
        print(
            f"{one['arrived_on']} · {wish} · {one['name']} · {one['contact']} · Sprache {one['language']} · {one['authority']}"
        )
        print(f"{one['text']}\n[{one['key']}]\n")
    print(f"{len(found)} Nachrichten.", file=sys.stderr)
    return OK


def _taken_in() -> list[bytes]:
    from augenmass.compartment.models import Message

    return [bytes(sealed) for sealed in Message.objects.exclude(sealed=b"").values_list("sealed", flat=True)]


def _take_messages(arguments: Namespace) -> int:
    _start_safely()
    from augenmass.compartment.actions.messages import take_in

    try:
        found = take_in(arguments.folder)
    except OSError as error:
        raise CommandFailed(f"Der Ordner {arguments.folder} lässt sich nicht lesen oder beschreiben.") from error
    print(f"{found.new} Nachrichten übernommen.", file=sys.stderr)
    if found.unreadable:
        print(f"{found.unreadable} Dateien sind nicht lesbar. Sie bleiben bei der Behörde.", file=sys.stderr)
    return FOUND if found.unreadable else OK


def _drop_messages(arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.actions.messages import drop_messages

    print(f"{drop_messages(arguments.keys)} Nachrichten gelöscht.", file=sys.stderr)
    return OK


def _verify(_arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.chain import head, verify

    broken = list(verify())
    print(*broken, f"Kopf der Kette: {head()}", sep="\n")
    return FOUND if broken else OK


def _backup(arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.backup import BackupRefused, write_copy
    from augenmass.compartment.chain import head
    from augenmass.compartment.rotation import used_keys

    try:
        write_copy(arguments.file)
    except BackupRefused as error:
        raise CommandFailed(str(error), REFUSED) from error
    needed = ", ".join(sorted(used_keys())) or "keine"
    print(f"Gesichert in {arguments.file}, ohne Schlüssel. Kopf der Kette: {head()}")
    print(
        f"Gelesen wird die Sicherung nur mit diesen Schlüsseln: {needed}. Bewahren Sie sie so lange auf wie die Sicherung."
    )
    return OK


def _restore(arguments: Namespace) -> int:
    _start()
    from augenmass.compartment.backup import BackupRefused, restore_copy
    from augenmass.compartment.checking import key_findings

    try:
        restore_copy(arguments.file)
    except BackupRefused as error:
        raise CommandFailed(str(error), REFUSED) from error
    if _missing_migrations():
        print("Die Sicherung ist älter als das Programm: augenmass compartment migrate, dann verify und check")
        return OK
    lacking = key_findings()
    print(*lacking, sep="\n" if lacking else "")
    return max(_verify(arguments), FOUND if lacking else OK)


def _demo(arguments: Namespace) -> int:
    from augenmass.compartment.configuration import configuration
    from augenmass.site.configuration import Mode

    if configuration().mode is not Mode.DEMO:
        raise CommandFailed("Erfundene Personen gibt es nur mit AUGENMASS_COMPARTMENT_MODE=demo.")
    _migrate(arguments)
    from augenmass.compartment.demo import PASSWORD, PEOPLE, set_up

    token = arguments.token_file.read_text().strip() if arguments.token_file else ""
    set_up(arguments.authority, token)
    print("\nIm Beratungsraum können sich diese erfundenen Personen anmelden:\n")
    for username, name, leads in PEOPLE:
        print(f"  {username:10} {name:14} {'leitet die Beratungsstelle' if leads else 'berät'}")
    print(f"\nDas Kennwort beider lautet: {PASSWORD}\n", flush=True)
    return OK
