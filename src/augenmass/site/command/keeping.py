"""``augenmass backup`` and ``augenmass restore``."""

import sys
from argparse import Namespace
from pathlib import Path

from augenmass.site.command.outcome import FOUND, OK, CommandFailed
from augenmass.site.command.setting_up import missing_migrations, refuse_missing_migrations, start_django


def backup(arguments: Namespace) -> int:
    """Write one archive and name the head of the chain, which can be lodged elsewhere."""
    start_django(reads_as="backup")
    from augenmass.gate.checks import BACKUP
    from augenmass.gate.performed import note
    from augenmass.site.backup import BackupRefused, write_archive
    from augenmass.site.kept_apart import kept_apart

    refuse_missing_migrations()
    try:
        archived = write_archive(arguments.file)
    except BackupRefused as refused:
        raise CommandFailed(str(refused)) from refused
    note(BACKUP)
    size = sum(member["size"] for member in archived.members.values())
    print(
        f"{len(archived.members)} Dateien, {size / 1e6:.1f} MB in {arguments.file} gesichert."
        + (f" Stand der Kette: {archived.head}" if archived.head else ""),
        file=sys.stderr,
    )
    if apart := kept_apart():
        print(
            f"Nicht darin sind {len(apart)} Dateien mit Schlüsseln und Zugängen ({apart[0].parent}). Bewahren Sie eine "
            "Abschrift getrennt von den Sicherungen auf, dazu AUGENMASS_SECRET_KEY.",
            file=sys.stderr,
        )
    return OK


def restore(arguments: Namespace) -> int:
    """Bring an archive back and verify the record that it holds."""
    start_django(reads_as="backup")
    from augenmass.record.verify import Counted, Lodged, verify
    from augenmass.site.backup import BackupRefused, restore_archive
    from augenmass.site.kept_apart import missing_after

    try:
        archived = restore_archive(arguments.file)
    except BackupRefused as refused:
        raise CommandFailed(str(refused)) from refused
    print(f"{len(archived.members)} Dateien vom {archived.made_at} zurückgespielt.", file=sys.stderr)
    if missing_migrations():
        print(
            "Die Sicherung ist älter als das Programm. Bitte führen Sie aus: augenmass django migrate, dann augenmass verify, "
            "augenmass retention reapply und augenmass check",
            file=sys.stderr,
        )
        return OK
    counted = Counted()
    findings = list(verify(Lodged.parse(archived.head) if archived.head else None, counted))
    for finding in findings:
        print(finding)
    print(f"{counted.actions} Handlungen und {counted.rows} Zeilen geprüft.", file=sys.stderr)
    if findings:
        return FOUND
    _erase_again(arguments.erased)
    for sentence in missing_after(archived.secret):
        print(sentence, file=sys.stderr)
    return OK


def _erase_again(named: Path | None) -> None:
    """What was erased since the backup was made is back with it: erase it again, or say that nobody named the list."""
    from augenmass.retention.erased_list import list_path
    from augenmass.site.command.retention import again

    if named is not None or list_path().exists():
        again(named)
        return
    print(
        "Eine Liste der Löschungen (erased.jsonl) liegt nicht vor. Was seit der Sicherung gelöscht wurde, ist wieder da: "
        "augenmass retention reapply LISTE",
        file=sys.stderr,
    )
