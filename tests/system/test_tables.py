"""A database made from the models has the same tables as one that was walked through every migration."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import pytest

UNUSED = {"default.auth_group_permissions"}
"""Django's own table, which this program leaves empty: the number of its rows is wider where it was made by a migration."""
TOLD = """
import json, os, sys
import django
django.setup()
from django.core.management import call_command
from django.db import connections
from augenmass.site.command.setting_up import create_tables, migrate, missing_migrations

if sys.argv[1] == "models":
    create_tables()
else:
    for connection in connections.all():
        migrate(connection.alias)
assert missing_migrations() == []

def columns(connection, cursor, table):
    found = connection.introspection.get_table_description(cursor, table)
    return sorted([one.name, str(one.type_code), bool(one.null_ok), one.internal_size, one.precision] for one in found)

def constraints(connection, cursor, table):
    found = connection.introspection.get_constraints(cursor, table).values()
    kinds = ("primary_key", "unique", "index", "check", "foreign_key", "type")
    named = connection.introspection.get_constraints(cursor, table)
    told = [[[*(one["columns"] or [])], *(str(one.get(kind)) for kind in kinds)] for one in found]
    own = sorted(name for name, one in named.items() if one["check"] or one["index"] and not one["foreign_key"])
    return sorted(told, key=json.dumps), len(own)

def conditions(connection, cursor, table):
    if connection.vendor == "sqlite":
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql LIKE '%% WHERE %%'", [table])
        return sorted(row[0].split(" ON ", 1)[1] for row in cursor.fetchall())
    cursor.execute("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass", [f'"{table}"'])
    held = [row[0] for row in cursor.fetchall()]
    cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = %s", [table])
    held += [row[0].split(" USING ", 1)[1] for row in cursor.fetchall()]
    cursor.execute("SELECT policyname, cmd, qual, with_check FROM pg_policies WHERE tablename = %s", [table])
    return sorted([*held, *(str(row) for row in cursor.fetchall())])

found = {}
for connection in connections.all():
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            found[f"{connection.alias}.{table}"] = [
                columns(connection, cursor, table),
                constraints(connection, cursor, table),
                conditions(connection, cursor, table),
            ]
print(json.dumps(found))
"""


def tables(way: str, folder: Path, database: str = "sqlite") -> dict[str, list[object]]:
    folder.mkdir()
    own = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
    environment = own | {
        "AUGENMASS_MODE": "demo",
        "AUGENMASS_DATA": str(folder),
        "AUGENMASS_DATABASE": database,
        "AUGENMASS_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "augenmass.site.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", TOLD, way], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[object]] = json.loads(done.stdout)
    return found


def compared(one: dict[str, list[object]], other: dict[str, list[object]]) -> None:
    assert one.keys() == other.keys()
    assert len(one) > 150
    assert {name for name, told in one.items() if told != other[name]} <= UNUSED


@pytest.mark.db
@pytest.mark.sqlite
def test_the_models_give_the_tables_of_the_migrations(tmp_path: Path) -> None:
    compared(tables("models", tmp_path / "models"), tables("migrations", tmp_path / "migrations"))


@pytest.fixture
def empty() -> Iterator[list[str]]:
    """The addresses of two empty databases on the server that the tests use."""
    import psycopg

    given = os.environ["AUGENMASS_TEST_DATABASE"]
    names = [f"tables_{uuid4().hex[:12]}" for _ in range(2)]
    with psycopg.connect(given, autocommit=True) as connection:
        for name in names:
            connection.execute(f"CREATE DATABASE {name}")
    parts = urlsplit(given)
    try:
        yield [urlunsplit(parts._replace(path=f"/{name}")) for name in names]
    finally:
        with psycopg.connect(given, autocommit=True) as connection:
            for name in names:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.pg
def test_the_models_give_the_tables_of_the_migrations_on_postgresql(empty: list[str], tmp_path: Path) -> None:
    one, other = empty
    compared(tables("models", tmp_path / "models", one), tables("migrations", tmp_path / "migrations", other))
