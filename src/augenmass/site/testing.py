"""Set-up of a test run, loaded by pytest before Django reads its settings.

Every process of a run (also each xdist worker) gets a data folder of its own. The database is SQLite, or the PostgreSQL
that ``AUGENMASS_TEST_DATABASE`` names. Settings of the machine's own installation never reach a test.
"""

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connections
from django.db.transaction import atomic
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

STATUTES = Path(os.environ.get("AUGENMASS_STATUTES", Path(__file__).parents[3].parent / "shared" / "law"))
"""Where the texts lie that the norms were written from, in the Markdown form of one file a statute."""
TEST_DATABASE = os.environ.get("AUGENMASS_TEST_DATABASE", "")
KEPT = {
    "AUGENMASS_TEST_DATABASE",
    "AUGENMASS_REQUIRE",
    "AUGENMASS_CHROMIUM",
    "AUGENMASS_STATUTES",
    "AUGENMASS_PICTURES",
    "AUGENMASS_API_EXAMPLES",
    "AUGENMASS_CONFERENCE_SECONDS",
    "AUGENMASS_TEST_FULL",
}
SET_UP_FOR_PAGES = {
    "_dj_autoclear_mailbox",
    "_django_clear_site_cache",
    "_django_db_marker",
    "_django_isolate_apps",
    "_files_of_the_test",
    "_live_server_helper",
    "_template_string_if_invalid_marker",
}
"""What pytest-django and our own fixtures set up around every test, and what a test without database has no use for: together it takes
longer than most of these tests. That the database is closed to them does not rest on it."""
WRITTEN_BY_MIGRATIONS = {"django_content_type", "auth_permission", "access_matrixversion"}
BOTH_DATABASES = {"tests", "access", "gate", "record", "retention", "site", "work"}
"""Rooms that say things differently to the two databases. The tests of the others ask both the same through Django."""
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


def _own_environment() -> None:
    for name in [name for name in os.environ if name.startswith("AUGENMASS_") and name not in KEPT]:
        del os.environ[name]
    folder = tempfile.mkdtemp(prefix="augenmass-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["AUGENMASS_MODE"] = "test"
    os.environ["AUGENMASS_DATA"] = folder
    os.environ["AUGENMASS_LOG_LEVEL"] = "CRITICAL"
    # A test travels through months with one browser; those about the end of sessions set their own times.
    os.environ["AUGENMASS_SESSION_MINUTES"] = str(60 * 24 * 3650)
    os.environ["AUGENMASS_SESSION_HOURS"] = str(24 * 3650)
    # The counsellors' compartment is tested by a run of its own, with its own settings (pytest --ds …, see script/test).
    os.environ["AUGENMASS_COMPARTMENT_MODE"] = "test"
    os.environ["AUGENMASS_COMPARTMENT_DATA"] = f"{folder}/compartment/data"
    os.environ["AUGENMASS_COMPARTMENT_LOG_LEVEL"] = "CRITICAL"
    if TEST_DATABASE:
        os.environ["AUGENMASS_DATABASE"] = os.environ["AUGENMASS_COMPARTMENT_DATABASE"] = TEST_DATABASE


_own_environment()
# A busy machine makes no finding of a property.
settings.register_profile("augenmass", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("augenmass")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Generator[None]:
    """Sort tests by what they need: ``unit``, ``whole``, ``db`` (with ``both``), ``pg`` or ``browser``, so that nobody has to remember the marker.

    Those of whole programs, which take minutes, come first: at the end one process would work on them while the others wait.
    """
    _classify(config, items)
    yield
    items.sort(key=lambda item: not item.nodeid.startswith("tests/"))


def _classify(config: pytest.Config, items: list[pytest.Item]) -> None:
    # Not skipped, for there is nothing that the machine lacks: a test about SQLite itself, or about texts that are no part of the project.
    elsewhere = ["sqlite"] if TEST_DATABASE.startswith("postgres") else []
    if not STATUTES.is_dir() and "statutes" not in os.environ.get("AUGENMASS_REQUIRE", ""):
        elsewhere.append("statutes")
    left_out = [item for item in items if any(item.get_closest_marker(name) for name in elsewhere)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
    for item in items:
        named = {marker.name for marker in item.iter_markers()}
        needs_database = bool(named & {"db", "pg", "django_db"}) or bool(
            DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        )
        if needs_database:
            _open_all_databases(item)
        if not named & {"db", "pg", "browser", "whole"}:
            item.add_marker("db" if needs_database else "unit")
            if not needs_database:
                _set_up_less(item)
        if _room(item) in BOTH_DATABASES:
            item.add_marker("both")
        if "pg" in named and not TEST_DATABASE.startswith("postgres"):
            item.add_marker(pytest.mark.skip(reason="PostgreSQL: AUGENMASS_TEST_DATABASE names no database"))


def _room(item: pytest.Item) -> str:
    """The room in which a test stands, ``tests`` for those of whole programs."""
    parts = item.nodeid.split("/")
    return parts[2] if parts[0] == "src" else parts[0]


def _set_up_less(item: pytest.Item) -> None:
    names: list[str] = getattr(item, "fixturenames", [])
    names[:] = [name for name in names if name not in SET_UP_FOR_PAGES]


def _open_all_databases(item: pytest.Item) -> None:
    """Let the test use the access log's store too, which on PostgreSQL is the main database; other arguments are kept."""
    held = item.get_closest_marker("django_db")
    arguments = dict(held.kwargs) if held else {}
    arguments["databases"] = "__all__"
    item.add_marker(pytest.mark.django_db(**arguments), append=False)


def _empty_tables(test: Any) -> None:
    """Delete what a test left that wrote past its own transaction. What every migration writes, policies above all, stays as it is.

    Django's own flush truncates every table and lets migrations end anew: on PostgreSQL seconds after every such test.
    """
    from augenmass.access.reader import SystemRole, as_system

    for name in test._databases_names(include_mirrors=False):
        connection = connections[name]
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        quoted = [connection.ops.quote_name(table) for table in tables if table not in WRITTEN_BY_MIGRATIONS]
        asked = " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table})" for table in quoted)  # noqa: S608 - our own tables
        with as_system(SystemRole.COMMAND), atomic(name), connection.cursor() as cursor:
            cursor.execute(asked)
            for (table,) in cursor.fetchall():
                cursor.execute(f"DELETE FROM {table}")  # noqa: S608


@pytest.fixture(scope="session", autouse=True)
def _tables_are_emptied_quickly() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if apps.is_installed("augenmass.access"):  # not in the compartment, which has few tables and no policies
            patch.setattr(TransactionTestCase, "_fixture_teardown", _empty_tables)
        yield


def pytest_collection_finish() -> None:
    """Modules and collected tests live to the end: the collector of garbage need not walk them again and again."""
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything is required, a skipped test is a failure: it would look like a check that was made."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", [])) if reporter is not None else 0
    if os.environ.get("AUGENMASS_REQUIRE") and skipped and not hasattr(session.config, "workerinput"):
        reporter.write_line(f"{skipped} Tests wurden übersprungen; hier ist alles verlangt.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say that texts of statutes were not at hand: citations were then held against the stored hashes alone."""
    if not STATUTES.is_dir():
        terminalreporter.write_line(
            f"Gegen die Gesetzestexte wurde nicht geprüft: {STATUTES} gibt es nicht (AUGENMASS_STATUTES). "
            "Gesichert ist dann nur, dass jede Fundstelle eine gespeicherte Prüfsumme hat."
        )


@pytest.fixture(scope="session")
def statutes() -> Path:
    """The folder with the texts of the statutes, for tests marked so; without it they are not run."""
    return STATUTES
