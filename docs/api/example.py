#!/usr/bin/env python3
"""Compares the passports that another system knows with Augenmaß, records what is missing, prepares the next step.

    AUGENMASS_URL=https://augenmass.example.de AUGENMASS_TOKEN=augenmass_… python example.py passports.csv

``passports.csv`` has two columns, number of the case and kind of the passport (a key of the vocabulary), divided by ``;``.
The token needs the scopes cases:read, facts:read, facts:write and steps:read. Nothing is signed here: that is done by people.
"""

import csv
import os
import sys
from pathlib import Path

from augenmass.client import Case, Client, Problem

NAME = "passport_kind"


def compare(client: Client, case: Case, kind: str) -> str:
    """Record the kind of the passport where none is established; returns what became of it."""
    held = [fact for fact in client.facts(case.key) if fact.name == NAME]
    if held:
        return "matches" if held[0].value == kind else f"differs from fact {held[0].id}: somebody has to look"
    try:
        made = client.establish(case.key, NAME, kind, seen=None, source="Passregister")
    except Problem as refused:
        # Somebody was quicker, or the value is none: the next run sees it.
        return f"not recorded: {refused}"
    return f"recorded as fact {made.id}"


def main(path: str) -> int:
    """Go through the file; returns how many cases were not found."""
    client = Client(os.environ["AUGENMASS_URL"], os.environ["AUGENMASS_TOKEN"], language="en")
    missing = 0
    with Path(path).open(encoding="utf-8", newline="") as file:
        for number, kind in csv.reader(file, delimiter=";"):
            case = next((found for found in client.cases(search=number) if found.number == number), None)
            if case is None:
                missing += 1
                print(f"{number}: not there, or not visible")
                continue
            print(f"{number}: {compare(client, case, kind)}")
            steps = client.steps(case.key)
            for step in steps.possible:
                print(f"  possible: {step.label}")
            for blocked in steps.blocked:
                against = ", ".join(blocker.label or "a fact that may not be seen" for blocker in blocked.blockers[:2])
                print(f"  {blocked.answer}: {blocked.step.label} ({against})")
    return missing


if __name__ == "__main__":
    raise SystemExit(1 if main(sys.argv[1]) else 0)
