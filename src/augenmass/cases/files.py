"""One at a time for each stored file: nobody stores it anew while it is deleted because no row names it any more."""

from django.db import connection


def hold_file(path: str) -> None:
    """Wait until no other transaction is at this file, and keep others waiting until this one ends.

    On SQLite a transaction that writes is alone anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [path])
