"""Sixteen workers at one PostgreSQL: they sign, record, open cases to others and take a file in; half of them are killed.

What was confirmed is there once, nothing is there twice or half, the chain verifies, no deadlock was met.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

pytestmark = pytest.mark.pg

COMMAND = str(Path(sys.executable).with_name("augenmass"))
PROCESSES, THREADS, SECONDS = 8, 2, 12.0
CASES = 90

WORK = """
import os, random, sys, threading, time
from datetime import timedelta
from uuid import UUID
os.environ["DJANGO_SETTINGS_MODULE"] = "augenmass.site.settings"
import django; django.setup()
from django.db import connection
from augenmass.access.actions import GrantForm, NotGranted, grant_access
from augenmass.access.actor import Purpose, actor_for
from augenmass.access.reader import reading_for
from augenmass.cases.actions.facts import FactEntry, NotRecorded, Overtaken, establish_fact
from augenmass.directory.models import Account, Body
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.steps.actions import taking as act

seed, seconds, threads, confirmed = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
FORESEEN = (act.Blocked, act.NotPossible, act.Overtaken, NotRecorded, Overtaken, NotGranted)
note = os.open(confirmed, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

def say(*words):
    os.write(note, (" ".join(map(str, words)) + "\\n").encode())
    os.fsync(note)

def sign(actor, case, chance):
    form = act.StepForm({"language": "de"}, "Merkblatt ausgehändigt", case.version, UUID(int=chance.getrandbits(128), version=4))
    taken = act.begin(actor, case.pk, "inform_about_rights", form)
    say("signed", taken.submission)

def record(actor, case, chance):
    held = Fact.objects.filter(case=case, name="aliases", closed_by=None, true_from=None).order_by("-known_at").first()
    fact = establish_fact(actor, case.pk, FactEntry("aliases", f"A{chance.getrandbits(64)}", note="Pass"), held.pk if held else None)
    say("fact", fact.pk)

def let_in(actor, case, chance):
    other = Body.objects.get(key="abh-talstadt")
    asked = GrantForm(other.pk, ("identity",), Purpose.COOPERATION, "AufenthG § 86", "Prüfung", today() + timedelta(days=9))
    say("grant", grant_access(actor, case.pk, asked).key)

def work(number):
    chance = random.Random(seed * 100 + number)
    actor = actor_for(Account.objects.get(username=chance.choice(["kessler", "brandt", "yilmaz"])))
    ends = time.monotonic() + seconds
    with reading_for(actor):
        ids = list(Case.objects.values_list("pk", flat=True))
        while time.monotonic() < ends:
            case = Case.objects.get(pk=chance.choice(ids))
            try:
                chance.choice([sign, sign, sign, sign, record, let_in])(actor, case, chance)
            except FORESEEN:
                pass
            except Exception as error:
                say("ERROR", type(error).__name__, repr(str(error))[:300])
                raise
    connection.close()

print("READY", flush=True)
running = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
[one.start() for one in running]
[one.join() for one in running]
"""

LOOK = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "augenmass.site.settings"
import django; django.setup()
from augenmass.access.reader import SystemRole, become
become(SystemRole.VERIFY)
from django.db.models import Count
from augenmass.access.models import Grant
from augenmass.record.models import Action, Case, Fact
from augenmass.steps.models import SignedStep, StepTaking
signed = StepTaking.objects.filter(state="signed")
print(json.dumps({
    "submissions": [str(key) for key in StepTaking.objects.values_list("submission", flat=True)],
    "signed": sorted(signed.values_list("pk", flat=True)),
    "signatures": sorted(SignedStep.objects.values_list("taking_id", flat=True)),
    "signing": Action.objects.filter(kind="step.signed").count(),
    "facts": list(Fact.objects.filter(name="aliases").values_list("pk", flat=True)),
    "held_twice": list(Fact.objects.filter(name="aliases", closed_by=None).values("case").annotate(n=Count("pk")).filter(n__gt=1).values_list("case", flat=True)),
    "grants": [str(key) for key in Grant.objects.values_list("key", flat=True)],
    "granting": Action.objects.filter(kind="access.granted").count(),
    "cases": Case.objects.count(),
    "imported": Action.objects.filter(kind="import.case_created").count(),
}))
"""


class Site:
    """An installation on a database of its own."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
        self.environment = kept | {
            "AUGENMASS_MODE": "demo",
            "AUGENMASS_DATA": str(folder),
            "AUGENMASS_DATABASE": address,
            "AUGENMASS_LOG_LEVEL": "ERROR",
        }

    def run(self, *arguments: str, codes: tuple[int, ...] = (0,)) -> str:
        done = subprocess.run([COMMAND, *arguments], env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode in codes, done.stderr[-2000:]
        return done.stdout

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            arguments,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def look(self) -> dict:
        done = subprocess.run(
            [sys.executable, "-c", LOOK], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    given = os.environ["AUGENMASS_TEST_DATABASE"]
    name = f"augenmass_many_{os.getpid()}"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    parts = urlsplit(given)
    made = Site(tmp_path / "site", urlunsplit(parts._replace(path=f"/{name}")))
    made.folder.mkdir()
    try:
        made.run("demo-setup", "--cases", str(CASES))
        yield made
    finally:
        with psycopg.connect(given, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_sixteen_at_once_with_half_of_them_killed_lose_and_double_nothing(site: Site, tmp_path: Path) -> None:
    chance = random.Random(11)
    log = tmp_path / "confirmed"
    export = tmp_path / "more.csv"
    site.run("demo-data", "--cases", "150", "--seed", "91", "--out", str(export))
    before = site.look()
    importing = site.start(COMMAND, "import", str(export), "--as", "ackermann", "--source", "Zweites Fachverfahren")
    workers = [
        site.start(sys.executable, "-c", WORK, str(number), str(SECONDS), str(THREADS), str(log))
        for number in range(PROCESSES)
    ]
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline().strip() == "READY"
    for worker in workers[: PROCESSES // 2]:
        time.sleep(chance.uniform(0.3, 1.2))
        os.killpg(worker.pid, signal.SIGKILL)
    codes = [worker.wait(timeout=120) for worker in workers]
    assert importing.wait(timeout=300) in (0, 4), "the import failed"
    for process in [*workers, importing]:
        assert process.stdout is not None
        process.stdout.close()

    said = [line.split(maxsplit=1) for line in log.read_text().splitlines()]
    assert not [line for line in said if line[0] == "ERROR"], said[-5:]
    assert codes[PROCESSES // 2 :] == [0] * (PROCESSES // 2)
    found = site.look()
    confirmed = {kind: {word for known, word in said if known == kind} for kind in ("signed", "fact", "grant")}
    assert min(len(words) for words in confirmed.values()) > 5, {kind: len(words) for kind, words in confirmed.items()}
    assert confirmed["signed"] <= set(found["submissions"])
    assert {int(pk) for pk in confirmed["fact"]} <= set(found["facts"])
    assert confirmed["grant"] <= set(found["grants"])
    assert len(found["submissions"]) == len(set(found["submissions"]))
    assert found["signed"] == found["signatures"]
    assert found["signing"] == len(found["signed"])
    assert found["granting"] == len(found["grants"])
    assert found["held_twice"] == []
    assert found["cases"] - before["cases"] == found["imported"] - before["imported"] > 40
    site.run("verify")
    with psycopg.connect(site.address) as connection:
        row = connection.execute(
            "SELECT deadlocks, (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND state LIKE 'idle in transaction%') FROM pg_stat_database WHERE datname = current_database()"
        ).fetchone()
    assert row == (0, 0)


def test_a_backup_made_while_others_write_comes_back_whole_with_its_locks(site: Site, tmp_path: Path) -> None:
    log = tmp_path / "confirmed"
    worker = site.start(sys.executable, "-c", WORK, "77", "6", "2", str(log))
    assert worker.stdout is not None
    assert worker.stdout.readline().strip() == "READY"
    time.sleep(1.5)
    site.run("backup", str(tmp_path / "saved.tar"))
    assert worker.wait(timeout=60) == 0
    worker.stdout.close()
    found = site.look()

    name = f"augenmass_back_{os.getpid()}"
    with psycopg.connect(site.address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    back = Site(tmp_path / "back", urlunsplit(urlsplit(site.address)._replace(path=f"/{name}")))
    back.folder.mkdir()
    try:
        back.run("restore", str(tmp_path / "saved.tar"))
        restored = back.look()
        assert 0 < restored["cases"] == found["cases"]
        assert set(restored["submissions"]) <= set(found["submissions"])
        back.run("verify")
        assert "ok      Zeilenschutz" in back.run("check")
    finally:
        with psycopg.connect(site.address, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
