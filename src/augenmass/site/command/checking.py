"""``augenmass check`` and ``augenmass verify``."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

from augenmass.site.command.outcome import FOUND, OK, CommandFailed
from augenmass.site.command.setting_up import (
    Progress,
    demo_accounts,
    missing_migrations,
    provider_problems,
    refuse_missing_migrations,
    start_django,
)
from augenmass.site.configuration import configuration
from augenmass.site.databases import open_mail, unproved_servers


def check(_arguments: Namespace) -> int:
    """Look at everything that a start or a night's work would stumble over; one line each."""
    start_django()
    from django.db import DatabaseError

    found = _report("Einstellungen", lambda: configuration().refusals)
    found += _report("Datenbankserver und Mailserver", _servers)
    found += _report("Anmeldedienste", provider_problems)
    found += _report("Datenordner", _data_folder)
    found += _report("Aufbau", _system_checks)
    found += _report("Rechtskatalog", _catalogue)
    found += _report("Rechtematrix", _matrix)
    try:
        migrations = _report("Migrationen", missing_migrations)
        found += migrations
        if not migrations:
            found += _report("Demokonten", demo_accounts)
            found += _report("Vokabular", _orphans)
            found += _report("Zeilenschutz", _row_security)
            found += _report("Löschungen", _came_back)
            found += _report("Schlüssel und Zugänge", _missing_keys)
    except DatabaseError as error:
        print(f"  Datenbank: nicht erreichbar ({type(error).__name__}). Bitte prüfen Sie AUGENMASS_DATABASE.")
        found += 1
    print("Es wurde nichts gefunden." if not found else f"Gefunden: {found}.", file=sys.stderr)
    return FOUND if found else OK


def _report(what: str, look: Callable[[], Iterable[str]]) -> int:
    problems = list(look())
    print(f"{'FEHLER' if problems else 'ok    '}  {what}")
    for problem in problems:
        print(f"        {problem}")
    return len(problems)


def _data_folder() -> Iterable[str]:
    from django.conf import settings

    probe = Path(settings.DATA) / ".writable"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        yield f"In {settings.DATA} kann nicht geschrieben werden ({error.strerror})."


def _servers() -> Iterable[str]:
    told = configuration()
    return [*unproved_servers(told.database, told.access_log_database), *open_mail(told.mail_host, told.mail_tls)]


def _system_checks() -> Iterable[str]:
    """Django's own checks: settings, models, addresses of pages."""
    from django.core.checks import ERROR, run_checks

    return [f"{message.id}: {message.msg}" for message in run_checks() if message.level >= ERROR]


def _catalogue() -> Iterable[str]:
    from augenmass.law.catalogue import Catalogue

    yield from Catalogue.shipped().problems()
    from augenmass.law.altered import CatalogueAltered
    from augenmass.lawbook.in_force import in_force

    try:
        in_force(fresh=True)
    except CatalogueAltered as error:
        yield f"Der freigegebene Regelkatalog {error} liest sich anders als bei seiner Freigabe; er antwortet nicht."


def _matrix() -> Iterable[str]:
    """Categories of the vocabulary that nobody may read, and lines about categories that do not exist."""
    from augenmass.access.actor import Purpose
    from augenmass.access.matrix import categories_of
    from augenmass.directory.roles import Role
    from augenmass.law.vocabulary import CATEGORIES, VOCABULARY

    listed = frozenset().union(*(categories_of(role, purpose) for role in Role for purpose in Purpose))
    for category in sorted(listed - set(CATEGORIES)):
        yield f"access/matrix.toml nennt die Kategorie „{category}“, die es nicht gibt."
    for category in sorted({declared.category for declared in VOCABULARY.values()} - listed):
        yield f"Die Kategorie „{category}“ darf niemand lesen."


def _row_security() -> Iterable[str]:
    """What stands in the way of PostgreSQL's row security; nothing on SQLite, which has none."""
    from django.conf import settings

    from augenmass.access.row_security import problems

    return [problem for alias in settings.DATABASES for problem in problems(alias)]


def _came_back() -> Iterable[str]:
    """Files that were erased and are there again, because a backup was brought back."""
    from augenmass.retention.actions.reapplying import came_back
    from augenmass.retention.erased_list import NotReadable, list_path, read_list

    if not list_path().exists():
        return
    try:
        back = came_back(read_list(list_path()))
    except NotReadable as error:
        yield str(error)
        return
    if back:
        yield f"{len(back)} Löschungen sind rückgängig gemacht, etwa durch eine alte Sicherung. Bitte: augenmass retention reapply"


def _missing_keys() -> Iterable[str]:
    from augenmass.site.kept_apart import missing

    return missing()


def _orphans() -> Iterable[str]:
    """Names in the database that the vocabulary or the catalogue no longer has."""
    from augenmass.directory.models import Membership
    from augenmass.directory.roles import Role
    from augenmass.law.vocabulary import RETIRED, VOCABULARY
    from augenmass.record.models import Fact

    # What was moved away from a retired name stays in the record, closed.
    held = Fact.objects.exclude(name__in=RETIRED, closed_by__isnull=False)
    for name in sorted(set(held.order_by().values_list("name", flat=True).distinct()) - set(VOCABULARY)):
        count = held.filter(name=name).count()
        instead = (
            f" An seine Stelle ist „{RETIRED[name].successor}“ getreten; umgetragen wird stündlich, sofort mit: augenmass re-evaluate"
            if name in RETIRED
            else ""
        )
        yield f"{count} Feststellungen tragen den Namen „{name}“, den das Vokabular nicht kennt.{instead}"
    roles = set(Membership.objects.order_by().values_list("role", flat=True).distinct())
    for role in sorted(roles - {known.value for known in Role}):
        yield f"Es gibt Mitgliedschaften mit der unbekannten Rolle „{role}“."


def verify_record(arguments: Namespace) -> int:
    """Recompute every digest and the chain; every broken row is one line."""
    start_django(reads_as="verify")
    from augenmass.gate.checks import LODGED
    from augenmass.gate.performed import note
    from augenmass.record.verify import Counted, Lodged, verify

    try:
        expect = Lodged.parse(arguments.expect) if arguments.expect else None
    except ValueError as error:
        raise CommandFailed(
            "Ein hinterlegter Stand hat die Form NUMMER:64 Hexadezimalziffern, wie augenmass verify ihn nennt."
        ) from error
    refuse_missing_migrations()
    progress = Progress("Handlungen geprüft")
    counted = Counted()
    broken = 0
    for finding in verify(expect, counted, lambda sofar: progress(sofar.actions)):
        broken += 1
        print(finding)
    progress.end()
    print(f"{counted.actions} Handlungen und {counted.rows} Zeilen geprüft. Stand der Kette: {counted.head}")
    if counted.erased:
        print(
            f"{counted.erased} Zeilen sind rechtmäßig gelöscht: Ihre Prüfsummen passen zu der Handlung, die sie gelöscht hat."
        )
    if broken:
        print(f"Die Akten wurden verändert: {broken} Stellen passen nicht.", file=sys.stderr)
        return FOUND
    if expect is not None and expect.sequence:  # the beginning of the chain is everybody's and proves nothing
        note(LODGED)
    print("Alles passt zusammen.", file=sys.stderr)
    return OK
