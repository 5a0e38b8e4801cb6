"""How the databases of an installation are reached, as Django takes it."""

from pathlib import Path
from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import Conninfo

OWN = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
"""Parts of an address that Django knows by a name of its own."""
RECOGNISED = frozenset({"verify-ca", "verify-full"})
"""Values of ``sslmode`` by which the server has to prove who it is."""
THIS_MACHINE = frozenset({"", "localhost", "127.0.0.1", "::1"})


def sqlite(file: Path) -> dict[str, Any]:
    """A SQLite file: write-ahead log, nothing confirmed may be lost, a writer waits instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; "
                "PRAGMA mmap_size=67108864; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864; "
                # What is deleted is overwritten: erased content must not stay in free pages of the file.
                "PRAGMA secure_delete=ON"
            ),
        },
        # Not for ever: what the planner is told of the rows (``work.planner``) a connection reads when it is opened.
        "CONN_MAX_AGE": 600,
        "TEST": {"NAME": file.with_name(f"test_{file.name}")},
    }


def postgresql(address: str) -> dict[str, Any]:
    """A PostgreSQL database by its libpq address, all of it: what it says of TLS (``sslmode``, ``sslrootcert``) must not get lost."""
    parts = conninfo_to_dict(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{name: parts.pop(part, "") for part, name in OWN.items()},
        "OPTIONS": parts,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


def libpq_variables(database: dict[str, Any], **more: str) -> dict[str, str]:
    """The variables by which programs of PostgreSQL connect as Django does, with what the address says of TLS."""
    told: dict[str, Any] = dict(database.get("OPTIONS", {}))
    told |= {part: database[name] for part, name in OWN.items() if database.get(name)}
    told |= more
    variables = {known.keyword.decode(): known.envvar.decode() for known in Conninfo.get_defaults() if known.envvar}
    return {variables[name]: str(value) for name, value in told.items() if name in variables}


def open_mail(host: str, tls: bool) -> list[str]:
    """A sentence about a mail server elsewhere that is spoken to in the clear: links for passwords go that way."""
    if tls or host in THIS_MACHINE:
        return []
    return [
        f"Mails gehen unverschlüsselt an {host}, auch Adressen zum Setzen von Passwörtern. Setzen Sie AUGENMASS_MAIL_TLS."
    ]


def unproved_servers(*addresses: str) -> list[str]:
    """Sentences about databases on other machines that need not prove who they are; nothing about SQLite and sockets."""
    found = []
    for address in addresses:
        if address in {"", "sqlite"}:
            continue
        try:
            parts = conninfo_to_dict(address)
        except ProgrammingError:
            continue  # the connection itself says what is wrong with it
        hosts = [host for host in str(parts.get("host", "")).split(",") if host not in THIS_MACHINE]
        if parts.get("sslmode") not in RECOGNISED and any(not host.startswith("/") for host in hosts):
            found.append(
                f"Der Datenbankserver {', '.join(hosts)} muss sich nicht ausweisen. "
                "Ergänzen Sie in der Adresse sslmode=verify-full und sslrootcert."
            )
    return found
