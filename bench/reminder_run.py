"""A reminder run against a small mail server in a process of its own, killed in between: what went out, how often, how fast."""

import multiprocessing
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bench.report import Report

WORKER = """
import django; django.setup()
from augenmass.access.reader import SystemRole, become
become(SystemRole.WORKER)
from augenmass.agreements import duties
from augenmass.agreements.models import Reminder
from augenmass.work.worker import run_once
run_once(duties.REMIND)
while run_once(duties.SEND) or Reminder.objects.filter(state="waiting", way="mail").exists():
    pass
"""
KILLS = 8
PATIENCE = 3600


def _serve(pipe: Connection) -> None:
    """The mail server: says its port, then answers each question with the number of mails, at the end with all ids."""
    from augenmass.agreements.tests.mail_sink import mail_sink

    with mail_sink() as sink:
        pipe.send(sink.port)
        while pipe.recv() == "count":
            pipe.send(len(sink.accepted))
        pipe.send(sink.accepted)


def prepare(messages: int, today: Any) -> int:
    """Let the talks of so many agreements be due the day after tomorrow, each person once; returns how many."""
    from augenmass.agreements.models import Agreement, Participant, Reminder, Review, Step

    Reminder.objects.all().delete()
    Participant.objects.update(reminded=False)
    # Of the invented people of the demonstration some get letters, and some gave no address.
    reached = {"agreement__participant__email__gt": "", "agreement__participant__by_letter": False}
    talks = Review.objects.filter(state="planned", agreement__state="active", **reached).order_by("pk")
    chosen = list(talks.values_list("pk", "agreement__participant")[:messages])
    people, reviews = [person for _review, person in chosen], [review for review, _person in chosen]
    for start in range(0, len(chosen), 500):
        part = slice(start, start + 500)
        Participant.objects.filter(pk__in=people[part]).update(reminded=True)
        Review.objects.filter(pk__in=reviews[part]).update(due=today + timedelta(days=2))
    # Only talks: a person with a step on the same days would get two mails, and the count would say less.
    mine = Agreement.objects.filter(participant__reminded=True)
    Step.objects.filter(agreement__in=mine, side="person", done_on=None).update(done_on=today)
    return len(chosen)


def run(report: Report, environment: Mapping[str, str], messages: int) -> None:
    """The run, killed some times; adds its rows. Raises ``ValueError`` where a mail went out twice or was lost."""
    here, there = multiprocessing.Pipe()
    # Of its own start: this process has connections that a copy of it must not have.
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    server.start()
    own = dict(environment) | {
        "DJANGO_SETTINGS_MODULE": "augenmass.site.settings",
        "AUGENMASS_MAIL_HOST": "127.0.0.1",
        "AUGENMASS_MAIL_PORT": str(here.recv()),
    }
    seconds, chance = 0.0, random.Random(41)
    for kill in range(KILLS + 1):
        seconds += _one(own, here, 0 if kill == KILLS else messages * (kill + 1) // (KILLS + 2), chance)
        _let_time_pass()
    here.send("end")
    accepted = here.recv()
    server.join(10)
    _check(report, accepted, messages, seconds)


def _one(environment: Mapping[str, str], sink: Any, until: int, chance: random.Random) -> float:
    """One start of the run: until so many mails went out and a moment longer, then killed; 0: to its end. Returns its seconds."""
    began = time.perf_counter()
    worker = subprocess.Popen([sys.executable, "-c", WORKER], env=environment | {"PYTHONPATH": str(Path.cwd())})
    while until and worker.poll() is None:
        sink.send("count")
        if sink.recv() >= until:
            time.sleep(chance.random() / 50)
            worker.send_signal(signal.SIGKILL)
            break
        time.sleep(0.05)
    code = worker.wait(PATIENCE)
    if code not in (0, -signal.SIGKILL):
        raise subprocess.CalledProcessError(code, "the reminder run")
    return time.perf_counter() - began


def _let_time_pass() -> None:
    """As if the lease of the killed run and the patience with its mail had run out."""
    from django.db import connection
    from django.db.models import F

    from augenmass.agreements.models import Reminder
    from augenmass.work.models import DutyRun
    from augenmass.work.sending import CUT_OFF_AFTER

    with closing(connection.cursor()):
        DutyRun.objects.exclude(lease_until=None).update(lease_until=None, lease_holder="")
        Reminder.objects.filter(state="taken").update(changed_at=F("changed_at") - 2 * CUT_OFF_AFTER)


def _check(report: Report, accepted: list[str], messages: int, seconds: float) -> None:
    from augenmass.agreements.actions.sending import mark_cut_off
    from augenmass.agreements.models import Reminder

    mark_cut_off()
    rows = Reminder.objects.filter(kind="review_person")
    marks = {str(key): state for key, state in rows.values_list("key", "state")}
    of_people = [key for key in accepted if key in marks]
    sent = {key for key, state in marks.items() if state == "sent"}
    unclear = {key for key, state in marks.items() if state == "unclear"}
    twice = sum(1 for count in Counter(accepted).values() if count > 1)
    lost = len(marks.keys() - sent - unclear) + len(sent - set(accepted)) + messages - len(marks)
    report.add(
        f"Erinnerungslauf, {messages} Nachrichten, {KILLS}-mal abgebrochen: je Sekunde", len(of_people) / seconds, "1/s"
    )
    report.add("Erinnerungslauf: Dauer mit allen Neustarts", seconds, "s")
    report.add("Erinnerungslauf: doppelt gesendet", twice, "", 0)
    report.add("Erinnerungslauf: verloren", lost, "", 0)
    report.add("Erinnerungslauf: unklar, einem Menschen vorgelegt", len(unclear), "", KILLS)
