#!/usr/bin/env python3
"""Refers the cases of people who moved, as another system reports it, and says which referrals the other bodies have not answered.

    AUGENMASS_URL=https://augenmass.example.de AUGENMASS_TOKEN=augenmass_… python example_referrals.py moved.csv

``moved.csv`` has two columns, number of the case and key of the body that is responsible now, divided by ``;``.
The token needs the scopes cases:read, referrals:read and referrals:write. A case stays where it is until people of the other
body accept it; no program does that.
"""

import csv
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from augenmass.client import Case, Client, Problem

RUN = UUID("5f0b3c52-6a0e-4c43-9d55-0a7f1f6f2f10")
"""Of this program: the same move makes the same submission, so a run that broke off can be repeated."""
TODAY = datetime.now(ZoneInfo("Europe/Berlin")).date()  # noqa: TID251  a program of its own has the clock of its machine


def refer(client: Client, case: Case, receiver: str) -> str:
    """Ask the other body to take the case over; returns what became of it."""
    waiting = list(client.referrals(case=str(case.key), state="in_progress"))
    if waiting:
        return f"waits for {waiting[0].receiver} until {waiting[0].answer_by}"
    try:
        made = client.refer(
            case.key,
            receiver,
            matter="residence",
            provision="AufenthG § 71 Abs. 1",
            reason="Laut Melderegister in Ihren Bezirk gezogen.",
            deadline=TODAY + timedelta(days=14),
            submission=uuid5(RUN, f"{case.key} {receiver}"),
        )
    except Problem as refused:
        # Something in the case is unfinished, or the key of the body is wrong: somebody has to look.
        places = "; ".join(f"{one['at']}: {one['detail']}" for one in refused.members.get("errors", []))
        return f"not referred: {places or refused}"
    if made.state == "in_progress":
        return f"referred to {made.receiver}"
    return f"{made.state} by {made.receiver}: {'; '.join(made.missing) or made.answer_reason or 'somebody has to look'}"


def main(path: str) -> int:
    """Go through the file; returns how many cases were not found."""
    client = Client(os.environ["AUGENMASS_URL"], os.environ["AUGENMASS_TOKEN"], language="en")
    missing = 0
    with Path(path).open(encoding="utf-8", newline="") as file:
        for number, receiver in csv.reader(file, delimiter=";"):
            case = next((found for found in client.cases(search=number) if found.number == number), None)
            if case is None:
                missing += 1
                print(f"{number}: not there, or not visible")
                continue
            print(f"{number}: {refer(client, case, receiver)}")
    for late in client.referrals(direction="outgoing", state="in_progress"):
        if late.answer_by is not None and late.answer_by < TODAY:
            print(f"{late.number}: {late.receiver} has not answered by {late.answer_by}")
    return missing


if __name__ == "__main__":
    raise SystemExit(1 if main(sys.argv[1]) else 0)
