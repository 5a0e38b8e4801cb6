"""What SQLite's planner knows of the rows: without it, it takes a body's cases for a handful and reads them all for every list.

PostgreSQL keeps such numbers by itself. A connection reads them when it is opened, so connections are opened anew from time to
time (``CONN_MAX_AGE``).
"""

from collections.abc import Callable

from django.db import connection

MOST_READ = 10_000
"""Rows of an index that are looked at for one value; more would hold up who writes and tell the planner nothing new."""


def count_rows(stopping: Callable[[], bool]) -> int:
    """Look at every table, each by itself so that others write in between; returns how many. Nothing on PostgreSQL."""
    if connection.vendor != "sqlite":
        return 0
    done = 0
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit={MOST_READ}")
        for table in connection.introspection.table_names(cursor):
            if stopping():
                break
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")
            done += 1
    return done
