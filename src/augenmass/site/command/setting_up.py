"""What a command needs before it touches the database."""

import atexit
import os
import sys
import tempfile

from augenmass.law.loading import loading
from augenmass.site.command.outcome import CommandFailed
from augenmass.site.configuration import Mode, configuration


def start_django(reads_as: str = "command") -> None:
    """Load settings and models; refuses wrong settings with their names instead of a traceback.

    ``reads_as``: the part of the program (``access.reader.SystemRole``) that this process reads the database as; "" for the
    server, whose requests read in the name of whoever signed in.
    """
    import django
    from pydantic import ValidationError

    try:
        configuration()
    except ValidationError as error:
        names = ", ".join(f"AUGENMASS_{'_'.join(map(str, found['loc'])).upper()}" for found in error.errors())
        raise CommandFailed(f"Diese Einstellungen haben einen falschen Wert: {names}.") from error
    with loading():
        django.setup()
    if reads_as:
        from augenmass.access.reader import SystemRole, become

        become(SystemRole(reads_as))


def start_without_database() -> None:
    """Load the program for a command that keeps nothing: it leaves no data folder behind."""
    if "AUGENMASS_DATA" not in os.environ:
        folder = tempfile.TemporaryDirectory(prefix="augenmass-")
        atexit.register(folder.cleanup)
        os.environ["AUGENMASS_DATA"] = folder.name
    start_django()


def refuse_unsafe_start() -> None:
    """A production start refuses default secrets, debug mode and demo accounts; any start an unreadable list of providers.

    Call after ``start_django``.
    """
    reasons = [*configuration().refusals, *provider_problems(), *demo_accounts(), *unlocked_rows()]
    if reasons:
        raise CommandFailed("Der Start wurde abgelehnt.\n" + "\n".join(f"  - {reason}" for reason in reasons))


def unlocked_rows() -> list[str]:
    """Why PostgreSQL's row security does not hold, in production; empty elsewhere and on SQLite."""
    from django.conf import settings

    from augenmass.access.row_security import problems

    if configuration().mode is not Mode.PRODUCTION:
        return []
    return [problem for alias in settings.DATABASES for problem in problems(alias)]


def provider_problems() -> list[str]:
    """What is wrong with the list of identity providers."""
    from django.conf import settings

    return list(settings.IDENTITY_PROVIDER_PROBLEMS)


def demo_accounts() -> list[str]:
    """A sentence when a production installation holds invented people who could sign in."""
    from augenmass.directory.models import Account

    if configuration().mode is not Mode.PRODUCTION:
        return []
    count = Account.objects.filter(is_demo=True).count()
    return [f"Die Datenbank enthält {count} Demokonten. Im Echtbetrieb darf es keine geben."] if count else []


def refuse_missing_migrations() -> None:
    """Refuse to run on a database that lacks migrations: every page would fail."""
    waiting = missing_migrations()
    if waiting:
        raise CommandFailed(
            f"Der Datenbank fehlen {len(waiting)} Migrationen. Bitte führen Sie aus: augenmass django migrate"
            if len(waiting) > 1
            else "Der Datenbank fehlt eine Migration. Bitte führen Sie aus: augenmass django migrate"
        )


def create_tables() -> None:
    """Bring every database to the newest state. An empty one gets its tables from the models, and its migrations are only noted.

    Walking an empty database through all of them takes many times as long and ends with the same tables (``tests/system/test_tables``).
    """
    from django.db import connections

    for connection in connections.all():
        if connection.introspection.table_names():
            migrate(connection.alias)
        else:
            _create_from_models(connection.alias)
            migrate(connection.alias, fake=True)


def migrate(alias: str, *, fake: bool = False) -> None:
    """Walk a database through its migrations; ``fake``: only note them. The access log holds no table but those of its room."""
    from django.core.management import call_command

    from augenmass.access.router import LABEL

    rooms = [] if alias == "default" else [LABEL]
    call_command("migrate", *rooms, database=alias, fake=fake, verbosity=0, interactive=False)


def _create_from_models(alias: str) -> None:
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command

    held = settings.MIGRATION_MODULES
    settings.MIGRATION_MODULES = {room.label: None for room in apps.get_app_configs()}
    try:
        call_command("migrate", database=alias, run_syncdb=True, verbosity=0, interactive=False)
    finally:
        settings.MIGRATION_MODULES = held


def missing_migrations() -> list[str]:
    """Names of migrations that are not applied, over all databases."""
    from django.conf import settings
    from django.db import connections, router
    from django.db.migrations.executor import MigrationExecutor

    names = []
    for alias in settings.DATABASES:
        executor = MigrationExecutor(connections[alias])
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        names += [
            f"{alias}: {migration.app_label}.{migration.name}"
            for migration, _backwards in plan
            if router.allow_migrate(alias, migration.app_label)
        ]
    return names


class Progress:
    """One line on standard error that is rewritten on a terminal and printed now and then elsewhere."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._terminal = sys.stderr.isatty()
        self._shown = -1

    def __call__(self, done: int, of: int | None = None) -> None:
        if not self._terminal:
            step = done // 5_000
            if step == self._shown:
                return
            self._shown = step
        text = f"{self._what}: {done:,}".replace(",", ".") + (f" von {of:,}".replace(",", ".") if of else "")
        print(text, end="\r" if self._terminal else "\n", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line."""
        if self._terminal:
            print(file=sys.stderr)
