"""A reminder run that is killed again and again: no mail goes out twice, none is lost, and those in doubt are listed for a person.

A real process writes and sends the reminders to a real (small) mail server in this test. It is killed with SIGKILL at random moments:
while it writes, between two mails, and while the server holds its answer back.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from augenmass.agreements.tests.mail_sink import MailSink, mail_sink
from augenmass.work.sending import CUT_OFF_AFTER

pytestmark = [pytest.mark.db]
PEOPLE = 400
KILLS = 6
PATIENCE = 120
SETUP = """
import django; django.setup()
from datetime import timedelta
from augenmass.site.command.setting_up import create_tables
create_tables()
from augenmass.agreements.models import Agreement, Participant, Review
from augenmass.directory.models import Account, Body
from augenmass.law.time import now, today
body = Body.objects.create(key="beratung", kind="counselling", name="Beratung Nordheim", land="ST", town="Nordheim")
staff = Account.objects.create(username="nowak", name="Nowak", password="!")
people = [
    Participant(body=body, name=f"Person {{n}}", language=("uk", "ar", "de")[n % 3], email=f"p{{n}}@example.org", reminded=True)
    for n in range({people})
]
Participant.objects.bulk_create(people)
rows = [
    Agreement(body=body, participant=p, counsellor=staff, situation="open", state="active", begun_at=now()) for p in people
]
Agreement.objects.bulk_create(rows)
Review.objects.bulk_create([Review(agreement=row, due=today() + timedelta(days=2)) for row in rows])
"""
WORKER = """
import django; django.setup()
from augenmass.agreements import duties
from augenmass.agreements.actions import reminding, sending
from augenmass.agreements.models import Reminder
from augenmass.work.worker import run_once
reminding.PART, sending.PART = 37, 50
print("ready", flush=True)
run_once(duties.REMIND)
while run_once(duties.SEND) or Reminder.objects.filter(state="waiting").exists():
    pass
"""


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with mail_sink() as made:
        yield made


def environment(folder: Path, sink: MailSink) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "augenmass.site.settings",
        "AUGENMASS_MODE": "test",
        "AUGENMASS_DATA": str(folder),
        "AUGENMASS_MAIL_HOST": "127.0.0.1",
        "AUGENMASS_MAIL_PORT": str(sink.port),
    }


def run_and_kill(folder: Path, sink: MailSink, chance: random.Random) -> None:
    """Start the run and kill it: after a while, or at the next mails, before or after the server answers."""
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER], env=environment(folder, sink), stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    with worker.stdout:
        assert worker.stdout.readline() == "ready\n"
    how, enough = chance.choice(["held", "answered", "after a while"]), threading.Event()
    at = len(sink.accepted) + chance.randint(1, PEOPLE // (KILLS + 2))

    def seen(number: int) -> None:
        if number == at:
            enough.set()
            if how == "held":
                threading.Event().wait(1)

    sink.seen = seen
    enough.wait(chance.uniform(0.02, 0.4) if how == "after a while" else PATIENCE)
    worker.send_signal(signal.SIGKILL)
    worker.wait(PATIENCE)
    sink.seen = lambda _number: None


def let_time_pass(folder: Path) -> None:
    """As if the lease of the killed run and the patience with its mail had run out."""
    with closing(sqlite3.connect(folder / "augenmass.sqlite3")) as database, database:
        database.execute("UPDATE work_dutyrun SET lease_until = datetime(lease_until, '-1 hour')")
        seconds = CUT_OFF_AFTER.total_seconds() + 60
        database.execute(
            "UPDATE agreements_reminder SET changed_at = datetime(changed_at, ?) WHERE state = 'taken'",
            [f"-{seconds} seconds"],
        )


def marks(folder: Path) -> dict[str, str]:
    """The state of each reminder by its key, as it stands in a Message-ID."""
    with closing(sqlite3.connect(folder / "augenmass.sqlite3")) as database, database:
        rows = database.execute("SELECT key, state FROM agreements_reminder").fetchall()
    return {f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}": state for key, state in rows}


def test_a_run_that_is_killed_again_and_again_sends_nothing_twice_and_loses_nothing(
    tmp_path: Path, sink: MailSink
) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    setup = SETUP.format(people=PEOPLE)
    subprocess.run([sys.executable, "-c", setup], env=environment(tmp_path, sink), check=True, timeout=PATIENCE)
    for _ in range(KILLS):
        run_and_kill(tmp_path, sink, chance)
        let_time_pass(tmp_path)
    last = subprocess.run([sys.executable, "-c", WORKER], env=environment(tmp_path, sink), timeout=PATIENCE)
    assert last.returncode == 0, f"seed {seed}"

    found = marks(tmp_path)
    assert Counter(sink.accepted).most_common(1)[0][1] == 1, f"seed {seed}: a mail went out twice"
    assert len(found) == PEOPLE, f"seed {seed}"
    sent = {key for key, state in found.items() if state == "sent"}
    unclear = {key for key, state in found.items() if state == "unclear"}
    assert sent | unclear == set(found), f"seed {seed}: {Counter(found.values())}"
    assert sent <= set(sink.accepted) <= sent | unclear, f"seed {seed}: a mail that was marked as sent never left"
    assert len(unclear) <= KILLS, f"seed {seed}"
