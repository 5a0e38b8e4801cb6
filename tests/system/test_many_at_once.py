"""Sixteen workers at one PostgreSQL: people of two bodies sign, record, open cases to others, refer them to and fro and take a
file in; half of them are killed.

What was confirmed is there once, nothing is there twice or half, every case is where its referrals led it, the chain verifies, no
deadlock was met.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
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
from collections import Counter
from datetime import timedelta
from uuid import UUID
os.environ["DJANGO_SETTINGS_MODULE"] = "augenmass.site.settings"
import django; django.setup()
from django.db import connection
from augenmass.access.actions import GrantForm, NotGranted, grant_access
from augenmass.access.actor import Purpose, actor_for
from augenmass.access.reader import reading_for
from augenmass.access.visible import worked_by
from augenmass.cases.actions.facts import FactEntry, NotRecorded, Overtaken, establish_fact
from augenmass.competence.models import Referral, ReferralAnswer
from augenmass.competence.rules import Matter
from augenmass.directory.models import Account, Body
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.referral.actions.answering import reject_referral, return_referral, revoke_referral
from augenmass.referral.actions.opening import NotReferred, ReferralForm, refer_case
from augenmass.referral.actions.taking_over import Acceptance, accept_referral
from augenmass.steps.actions import taking as act
from augenmass.work.refusal import NotDone

seed, seconds, threads, confirmed = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
FORESEEN = (act.Blocked, act.NotPossible, act.Overtaken, NotDone, NotRecorded, Overtaken, NotGranted, NotReferred, Case.DoesNotExist)
BODIES = ("abh-auenkreis", "abh-talstadt")
STEPS = {"inform_about_rights": {"language": "de"}, "check_prospects": {"residence_prospect": "no"}, "offer_counselling": {}}
PEOPLE = ["kessler", "brandt", "yilmaz", "hartwig", "ritter"]
note = os.open(confirmed, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

def say(*words):
    os.write(note, (" ".join(map(str, words)) + "\\n").encode())
    os.fsync(note)

def sign(actor, case, chance):
    step = chance.choice([step for step in case.position.content["next_steps"] if step in STEPS] or list(STEPS))
    form = act.StepForm(STEPS[step], "Im Gespräch", case.version, UUID(int=chance.getrandbits(128), version=4))
    taken = act.begin(actor, case.pk, step, form)
    say("signed", taken.submission)

def record(actor, case, chance):
    held = Fact.objects.filter(case=case, name="aliases", closed_by=None, true_from=None).order_by("-known_at").first()
    fact = establish_fact(actor, case.pk, FactEntry("aliases", f"A{chance.getrandbits(64)}", note="Pass"), held.pk if held else None)
    say("fact", fact.pk)

def let_in(actor, case, chance):
    asked = GrantForm(other_of(actor), ("identity",), Purpose.COOPERATION, "AufenthG § 86", "Prüfung", today() + timedelta(days=9))
    say("grant", grant_access(actor, case.pk, asked).key)

def other_of(actor):
    return Body.objects.get(key=next(key for key in BODIES if key != actor.body.key)).pk

def refer(actor, case, chance):
    key = UUID(int=chance.getrandbits(128), version=4)
    asked = ReferralForm(key, other_of(actor), Matter.RESIDENCE, "AufenthG § 71", "Umzug", today() + timedelta(days=7))
    say("referral", refer_case(actor, case.pk, asked).key)

def accept(actor, key, chance):
    accept_referral(actor, key, Acceptance(actor.account_id))

def reject(actor, key, chance):
    reject_referral(actor, key, "nicht unser Bezirk")

def give_back(actor, key, chance):
    return_referral(actor, key, "Reisepass\\nAnhörung")

def answer(actor, case, chance):
    waiting = Referral.objects.filter(receiver=actor.body_id, state="in_progress").order_by("pk").values_list("key", flat=True)
    key = chance.choice(waiting[:4] or [None])
    if key is not None:
        given = outcomes()
        ANSWERS[min(ANSWERS, key=lambda outcome: given[outcome])](actor, key, chance)
        say("answer", key)

def revoke(actor, case, chance):
    waiting = Referral.objects.filter(sender=actor.body_id, state="in_progress").order_by("pk").values_list("key", flat=True)
    key = chance.choice(waiting[:4] or [None])
    if key is not None:
        revoke_referral(actor, key)
        say("answer", key)

def outcomes():
    return Counter(ReferralAnswer.objects.values_list("outcome", flat=True))

# The one given least comes next, and nobody stops before each was given: also where the machine is slow.
ANSWERS = {"accepted": accept, "rejected": reject, "returned": give_back}
OUTCOMES = {*ANSWERS, "revoked"}
DOES = [sign] * 3 + [record, let_in, refer, answer] * 2 + [revoke]

def work(number):
    chance = random.Random(seed * 100 + number)
    actor = actor_for(Account.objects.get(username=PEOPLE[(seed * threads + number) % len(PEOPLE)]))
    ends = time.monotonic() + seconds
    held, looked = [], 0
    with reading_for(actor):
        while time.monotonic() < ends or (time.monotonic() < ends + 60 and not OUTCOMES <= set(outcomes())):
            actor.sights.clear()  # an actor lives for one request
            if not held or looked % 4 == 0:  # between, the list is old: some of its cases have left the body
                held = list(worked_by(actor).order_by("pk").values_list("pk", flat=True))
            looked += 1
            try:
                if not held:
                    answer(actor, None, chance)
                    time.sleep(0.05)
                    continue
                chance.choice(DOES)(actor, Case.objects.select_related("position").get(pk=chance.choice(held)), chance)
            except FORESEEN as refused:
                say("refused", type(refused).__name__)
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
from django.db.models import Count, F
from augenmass.access.models import Grant
from augenmass.cases.models import LegalPosition, PositionMark, SearchWord
from augenmass.competence.models import Referral, ReferralAnswer, Responsibility
from augenmass.directory.models import Body
from augenmass.record.models import Action, Case, Fact
from augenmass.steps.models import SignedStep, StepTaking
from augenmass.work.models import Task
signed = StepTaking.objects.filter(state="signed")
print(json.dumps({
    "submissions": [str(key) for key in StepTaking.objects.values_list("submission", flat=True)],
    "signed": sorted(signed.values_list("pk", flat=True)),
    "signatures": sorted(SignedStep.objects.values_list("taking_id", flat=True)),
    "signing": Action.objects.filter(kind="step.signed").count(),
    "facts": list(Fact.objects.filter(name="aliases").values_list("pk", flat=True)),
    "held_twice": list(Fact.objects.filter(name="aliases", closed_by=None).values("case").annotate(n=Count("pk")).filter(n__gt=1).values_list("case", flat=True)),
    "grants": [str(key) for key in Grant.objects.filter(about="").values_list("key", flat=True)],
    "granting": Action.objects.filter(kind="access.granted").count(),
    "referrals": [
        {"pk": one.pk, "key": str(one.key), "about": one.about, "case": one.case_id, "sender": one.sender_id, "receiver": one.receiver_id, "state": one.state}
        for one in Referral.objects.all()
    ],
    "answers": list(ReferralAnswer.objects.order_by("action__sequence").values_list("referral", "outcome")),
    "referring": dict(Action.objects.filter(kind__startswith="referral.").values_list("kind").annotate(n=Count("pk")).order_by()),
    "bodies": {str(pk): body for pk, body in Case.objects.values_list("pk", "body")},
    "body": Body.objects.get(key="abh-auenkreis").pk,
    "responsible": {str(one.case_id): one.body_id for one in Responsibility.objects.order_by("pk")},
    "looking": sorted(Grant.objects.filter(about__startswith="referral:", ended_by=None).values_list("about", flat=True)),
    "looked": sorted(Grant.objects.filter(about__startswith="referral:").values_list("about", flat=True)),
    "waiting_for": sorted(Task.objects.filter(about__startswith="referral:", kind="resubmission", done_by=None).values_list("about", flat=True)),
    "left_behind": [
        rows.model.__name__
        for rows in (
            LegalPosition.objects.all(), PositionMark.objects.all(), SearchWord.objects.all(),
            Task.objects.filter(done_by=None).exclude(about__startswith="plan_step:"),  # stays with the body that does it
        )
        if rows.exclude(case=None).exclude(body=F("case__body")).exists()
    ],
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


def check_referrals(before: dict, found: dict) -> None:
    """Each was opened once and answered once, at most one of a case waits, and every case is where its referrals led it."""
    by_pk = {one["pk"]: one for one in found["referrals"]}
    waiting = [one for one in by_pk.values() if one["state"] == "in_progress"]
    assert len({one["case"] for one in waiting}) == len(waiting)
    assert found["referring"].pop("referral.opened") == len(by_pk)
    assert dict(found["answers"]) == {pk: one["state"] for pk, one in by_pk.items() if one["state"] != "in_progress"}
    outcomes = Counter(outcome for _pk, outcome in found["answers"])
    assert found["referring"] == {f"referral.{outcome}": number for outcome, number in outcomes.items()}
    assert set(outcomes) == {"accepted", "rejected", "returned", "revoked"}
    bodies = {case: before["bodies"].get(case, before["body"]) for case in found["bodies"]}
    for pk, outcome in found["answers"]:
        referral = by_pk[pk]
        assert bodies[str(referral["case"])] == referral["sender"], "answered when the case was no longer the sender's"
        if outcome == "accepted":
            bodies[str(referral["case"])] = referral["receiver"]
    assert bodies == found["bodies"]
    assert found["responsible"] == found["bodies"]
    assert found["left_behind"] == []
    # What the opening gave the receiver to look at, and the sender to wait for, is there once and ended with the answer.
    assert found["looked"] == sorted(one["about"] for one in by_pk.values())
    assert found["looking"] == found["waiting_for"] == sorted(one["about"] for one in waiting)


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
    confirmed = {
        kind: {word for known, word in said if known == kind}
        for kind in ("signed", "fact", "grant", "referral", "answer")
    }
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
    assert confirmed["referral"] <= {one["key"] for one in found["referrals"]}
    assert confirmed["answer"] <= {one["key"] for one in found["referrals"] if one["state"] != "in_progress"}
    check_referrals(before, found)
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
        shutil.copytree(site.folder / "keys", back.folder / "keys")  # they are kept apart from the archive
        restored = back.look()
        assert 0 < restored["cases"] == found["cases"]
        assert set(restored["submissions"]) <= set(found["submissions"])
        back.run("verify")
        assert "ok      Zeilenschutz" in back.run("check")
    finally:
        with psycopg.connect(site.address, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
