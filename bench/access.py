"""Who may see what, measured on a whole country's stock: a million cases of forty bodies on PostgreSQL, read by an ordinary officer.

script/bench access --postgresql ADDRESS [--json FILE] [--cases 1000000] [--bodies 40]

The address names an empty database whose user is no superuser (row security would not bind it). A few thousand invented cases are
taken in through the ordinary import and then copied inside the database under other bodies and numbers; every tenth copy has its
facts, because the case page is opened only there. Foreign keys are dropped for the copying.
"""

import argparse
import itertools
import os
import random
import statistics
import tempfile
import threading
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

from bench.browser import Reader
from bench.installation import Installation
from bench.report import Report, machine

OFFICER = "kessler"
TEMPLATE = 5_000
"""Cases that are really taken in; the others are copies of them."""
WITH_FACTS = 10
"""Every so many-th copy has its facts."""
GRANTS = 200
"""Cases of other bodies that are open to the officer's body."""
USERS = 16
SECONDS = 20.0
PAGES = 60
PAIRS = 1_000
SYSTEM = "SET augenmass.system = 'migration'"


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench access", description=__doc__)
    parser.add_argument("--postgresql", required=True, metavar="ADRESSE")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--bodies", type=int, default=40)
    parser.add_argument("--keep", type=Path, help="Datenordner, der bleibt: ein zweiter Lauf misst nur noch")
    chosen = parser.parse_args()
    report = Report({"cases": chosen.cases, "bodies": chosen.bodies, "users": USERS})
    print(machine())
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as scratch:
        folder = chosen.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        site = Installation(folder, chosen.postgresql)
        if not (folder / "filled").exists():
            fill(site, report, chosen.cases, chosen.bodies)
            (folder / "filled").touch()
        keys = keys_with_facts(site)
        one_user(site, report, keys)
        many_users(site, report, keys)
        share_of_the_filter(site, report, keys)
        told_by_time(site, report)
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def fill(site: Installation, report: Report, cases: int, bodies: int) -> None:
    """Take the template in, then copy it until there are so many cases."""
    before = time.perf_counter()
    site.run("demo-setup", "--cases", str(TEMPLATE))
    with psycopg.connect(site.database, autocommit=True) as database:
        database.execute(SYSTEM)
        _drop_foreign_keys(database)
        home = _one(
            database,
            "SELECT body_id FROM directory_membership m JOIN directory_account a ON a.id = m.account_id WHERE a.username = %s",
            OFFICER,
        )
        others = _more_bodies(database, bodies)
        taken = _one(database, "SELECT count(*) FROM record_case")
        highest = _one(database, "SELECT max(id) FROM record_case")
        every = [home, *others]
        for copy in range(1, -(-cases // taken)):
            _copy(database, copy, highest * copy, every[copy % len(every)], with_facts=copy % WITH_FACTS == 0)
            if copy % 20 == 0:
                print(f"  {taken * (copy + 1):,} Fälle".replace(",", "."), flush=True)
        _grants(database, home)
        database.execute("VACUUM ANALYZE")
        report.sizes["cases_in_fact"] = _one(database, "SELECT count(*) FROM record_case")
        report.sizes["cases_of_the_body"] = _one(database, "SELECT count(*) FROM record_case WHERE body_id = %s", home)
        report.sizes["facts"] = _one(database, "SELECT count(*) FROM record_fact")
        report.sizes["megabytes"] = _one(database, "SELECT pg_database_size(current_database()) / 1000000")
    report.add("Füllen der Datenbank", time.perf_counter() - before, "s")


def _one(database: "psycopg.Connection[Any]", statement: str, *values: Any) -> int:
    row = database.execute(statement, values).fetchone()  # type: ignore[arg-type]
    assert row is not None
    return int(row[0])


def _drop_foreign_keys(database: "psycopg.Connection[Any]") -> None:
    found = database.execute(
        "SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', conrelid::regclass::text, conname) FROM pg_constraint WHERE contype = 'f'"
    ).fetchall()
    for (statement,) in found:
        database.execute(statement.replace('"', ""))


def _more_bodies(database: "psycopg.Connection[Any]", bodies: int) -> list[int]:
    database.execute(
        "INSERT INTO directory_body (key, kind, name, land, street, postcode, town, telephone, email, policies) "
        "SELECT 'abh-' || n, 'foreigners_authority', 'Ausländerbehörde ' || n, 'XM', '', '', '', '', '', '{}' FROM generate_series(1, %s) n",
        [bodies - 1],
    )
    return [row[0] for row in database.execute("SELECT id FROM directory_body WHERE key ~ '^abh-[0-9]+$' ORDER BY id")]


_COPIED = {
    "record_case": (
        "id",
        {
            "id": "id + %(by)s",
            "key": "gen_random_uuid()",
            "number": "number || '/' || %(copy)s",
            "body_id": "%(body)s",
            "officer_id": "CASE WHEN %(home)s THEN officer_id END",
            "unit_id": "CASE WHEN %(home)s THEN unit_id END",
        },
    ),
    "cases_legalposition": (
        "case_id",
        {
            "case_id": "case_id + %(by)s",
            "number": "number || '/' || %(copy)s",
            "body_id": "%(body)s",
            "officer_id": "CASE WHEN %(home)s THEN officer_id END",
            "unit_id": "CASE WHEN %(home)s THEN unit_id END",
        },
    ),
    "cases_positionmark": ("case_id", {"id": "DEFAULT", "case_id": "case_id + %(by)s", "body_id": "%(body)s"}),
    "cases_searchword": ("case_id", {"id": "DEFAULT", "case_id": "case_id + %(by)s", "body_id": "%(body)s"}),
    "record_fact": ("case_id", {"id": "DEFAULT", "case_id": "case_id + %(by)s"}),
}
"""Tables that are copied: the column that names the case, and what becomes of each column that changes."""


def _copy(database: "psycopg.Connection[Any]", copy: int, by: int, body: int, with_facts: bool) -> None:
    home = _one(database, "SELECT body_id FROM record_case ORDER BY id LIMIT 1") == body
    for table, (case, changed) in _COPIED.items():
        if table == "record_fact" and not with_facts:
            continue
        columns = [
            row[0]
            for row in database.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position",
                [table],
            )
            if changed.get(row[0]) != "DEFAULT"
        ]
        values = ", ".join(changed.get(column, f'"{column}"') for column in columns)
        names = ", ".join(f'"{column}"' for column in columns)
        statement = f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {case} <= %(by)s / %(copy)s"
        database.execute(statement, {"by": by, "copy": copy, "body": body, "home": home})  # type: ignore[arg-type]


def _grants(database: "psycopg.Connection[Any]", home: int) -> None:
    """Some cases of other bodies are open to the officer's body."""
    database.execute(
        "INSERT INTO access_grant (key, case_id, owner_id, body_id, categories, purpose, provision, reason, valid_from, valid_until, about, salt, digest, action_id) "
        "SELECT gen_random_uuid(), id, body_id, %(home)s, '[\"identity\"]', 'cooperation', 'AufenthG § 86', 'Messung', current_date - 1, current_date + 100, '', '', '', 1 "
        "FROM record_case WHERE body_id <> %(home)s ORDER BY id DESC LIMIT %(most)s",
        {"home": home, "most": GRANTS},
    )


def keys_with_facts(site: Installation) -> list[str]:
    """Cases of the officer's body that can be opened."""
    with psycopg.connect(site.database) as database:
        database.execute(SYSTEM)
        rows = database.execute(
            "SELECT key FROM record_case c WHERE body_id = (SELECT body_id FROM record_case ORDER BY id LIMIT 1) "
            "AND EXISTS (SELECT 1 FROM record_fact f WHERE f.case_id = c.id) ORDER BY id DESC LIMIT 400"
        ).fetchall()
    return [str(row[0]) for row in rows]


def addresses(keys: list[str]) -> dict[str, list[str]]:
    """The pages that are measured."""
    return {
        "Liste": ["/faelle/?lane=suspended", "/faelle/?step=check_prospects&page=3", "/faelle/", "/faelle/?due=month"],
        "Suche nach Namen": ["/faelle/?q=mar", "/faelle/?q=haddad+k", "/faelle/?q=nik+fat"],
        "Fallseite": [f"/faelle/{key}/" for key in keys],
    }


def one_user(site: Installation, report: Report, keys: list[str]) -> None:
    """One officer, page after page."""
    with site.server() as base:
        reader = Reader(base, OFFICER)
        for name, paths in addresses(keys).items():
            turn = itertools.cycle(paths)
            times = [reader.get(next(turn))[1] for _ in range(PAGES + 4)][4:]
            report.add_times(f"{name}, eine Person", times, 120, 300)


@dataclass(slots=True)
class Seen:
    """What sixteen readers saw."""

    times: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def many_users(site: Installation, report: Report, keys: list[str]) -> None:
    """Sixteen officers at once on two server processes, the load on the same machine."""
    pages = [path for paths in addresses(keys).values() for path in paths[:40]]
    seen = Seen()
    with site.server(workers=2) as base:
        readers = [Reader(base, OFFICER) for _ in range(USERS)]
        port = base.rsplit(":", 1)[1]
        before, began = _server_seconds(site, port), time.perf_counter()
        ends = began + SECONDS
        threads = [
            threading.Thread(target=_read_until, args=(reader, pages, number, ends, seen))
            for number, reader in enumerate(readers)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took = time.perf_counter() - began
        used = _server_seconds(site, port) - before
    count = len(seen.times)
    report.add("Seiten je Sekunde, 16 Personen (mindestens 25)", count / took, "1/s")
    report.add("Sekunden je 25 Seiten, 16 Personen", 25 * took / count, "s", 1.0)
    report.add("Seite, 16 Personen, Median", statistics.median(seen.times), "ms")
    report.add("Seite, 16 Personen, 95 %", statistics.quantiles(seen.times, n=20)[-1], "ms", 1000)
    report.add("Rechenzeit je Seite (Server und Datenbank)", used / count * 1000, "ms")


def _read_until(reader: Reader, pages: list[str], seed: int, ends: float, seen: Seen) -> None:
    chance = random.Random(seed)
    while time.perf_counter() < ends:
        _text, milliseconds = reader.get(chance.choice(pages))
        with seen.lock:
            seen.times.append(milliseconds)


def _server_seconds(site: Installation, port: str) -> float:
    """Processor seconds of the server's processes and of those that serve this database, so far."""
    ours = (f"--port\0{port}\0".encode(), f" {urlsplit(site.database).path[1:]} ".encode())
    ticks = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            command = (entry / "cmdline").read_bytes()
            stat = (entry / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if any(part in command for part in ours):
            ticks += int(stat[11]) + int(stat[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def share_of_the_filter(site: Installation, report: Report, keys: list[str]) -> None:
    """The same pages in this process, once read by the officer under row security, once by a part of the program that reads all."""
    os.environ.update(
        site.environment, DJANGO_SETTINGS_MODULE="augenmass.site.settings", AUGENMASS_HOSTS='["testserver"]'
    )
    from augenmass.site.command.setting_up import start_django

    start_django()
    from unittest.mock import patch

    from django.db import connection
    from django.test import Client

    from augenmass.access.reader import SystemRole, as_system
    from augenmass.directory.models import Account

    client = Client()
    client.force_login(Account.objects.get(username=OFFICER), backend="augenmass.directory.backend.DeskBackend")

    def asked(path: str) -> float:
        connection.force_debug_cursor = True
        connection.queries_log.clear()
        answer = client.get(path)
        connection.force_debug_cursor = False
        assert answer.status_code == 200, (path, answer.status_code)
        return sum(float(query["time"]) for query in connection.queries) * 1000

    for name, paths in addresses(keys).items():
        turn = [path for path, _ in zip(itertools.cycle(paths), range(40), strict=False)]
        timed: dict[str, list[float]] = {"locked": [], "free": []}
        for path in turn:  # one after the other, so that both see the same state of every cache
            timed["locked"].append(asked(path))
            with patch("augenmass.doors.desk.actor.reading_for", lambda _actor: as_system(SystemRole.COMMAND)):
                timed["free"].append(asked(path))
        locked, free = (statistics.median(timed[kind]) for kind in ("locked", "free"))
        report.add(f"{name}: Zeit in der Datenbank", locked, "ms")
        report.add(f"{name}: Anteil des Zeilenschutzes daran", max(0.0, (locked - free) / locked * 100), "%")


def told_by_time(site: Installation, report: Report) -> None:
    """Whether the time of "does not exist" tells a case of another body from one that is not there: a thousand pairs, in turn."""
    from django.test import Client

    from augenmass.directory.models import Account

    with psycopg.connect(site.database) as database:
        database.execute(SYSTEM)
        rows = database.execute(
            "SELECT key FROM record_case WHERE body_id <> (SELECT body_id FROM record_case ORDER BY id LIMIT 1) "
            "AND id NOT IN (SELECT case_id FROM access_grant) ORDER BY random() LIMIT %s",
            [PAIRS],
        ).fetchall()
    client = Client()
    client.force_login(Account.objects.get(username=OFFICER), backend="augenmass.directory.backend.DeskBackend")
    chance = random.Random(3)
    times: dict[str, list[float]] = {"other": [], "missing": []}
    for (key,) in rows:
        pair = [("other", key), ("missing", uuid.UUID(int=chance.getrandbits(128), version=4))]
        chance.shuffle(pair)
        for kind, asked in pair:
            before = time.perf_counter()
            answer = client.get(f"/faelle/{asked}/")
            times[kind].append((time.perf_counter() - before) * 1000)
            assert answer.status_code == 404
    other, missing = (statistics.median(times[kind]) for kind in ("other", "missing"))
    report.add("Fall einer anderen Stelle, Median", other, "ms")
    report.add("Fall, den es nicht gibt, Median", missing, "ms")
    report.add("Unterschied der Mediane", abs(other - missing) / missing * 100, "%", 5)
