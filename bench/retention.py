"""What is due for deletion, measured on a million record rows of one body, and how long a file takes to be erased.

script/bench retention [--json FILE] [--rows 1000000] [--postgresql ADDRESS]

Half of the files are closed and due, one in ten has an entry ban with an end of its own. All rows but those of the files that are
erased here have no digests: the preview asks for none.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.installation import Installation
from bench.report import Report, machine

ROWS = 1_000_000
FACTS = 33
"""Of each case."""
A_CASE = FACTS + 5
"""Rows of each case: itself, its action, its facts, its position, two words for the search."""
ERASED = 50
"""Files that are really erased."""
PART = 500
"""Files written in one transaction."""
MOST_SECONDS = 30.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench retention", description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--postgresql", default="", metavar="ADRESSE", help="leere Datenbank statt SQLite")
    chosen = parser.parse_args()
    report = Report({"rows": chosen.rows, "facts_a_case": FACTS, "erased": ERASED})
    print(machine())
    measure(report, chosen.rows, chosen.postgresql or "sqlite")
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def measure(report: Report, rows: int = ROWS, database: str = "sqlite") -> None:
    """Fill an installation of its own, look at what is due, erase some files; add the rows to a report."""
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as folder:
        site = Installation(Path(folder), database)
        site.run("demo-setup", "--cases", "10")
        done = subprocess.run(
            [sys.executable, "-c", f"from bench.retention import inside; inside({rows // A_CASE})"],
            env=site.environment | {"DJANGO_SETTINGS_MODULE": "augenmass.site.settings"},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise subprocess.CalledProcessError(done.returncode, "bench.retention")
    found = json.loads(done.stdout.splitlines()[-1])
    report.add("Zeilen der Akten", found["rows"], "Zeilen")
    report.add("Akten, die zu löschen sind", found["due"], "Akten")
    report.add("Vorschau der Löschung", found["preview"], "s", MOST_SECONDS)
    report.add("Akten einer Zeile der Vorschau", found["cases"], "s")
    report.add("Löschung vorschlagen", found["propose"], "s")
    report.add("Eine Akte löschen", found["erase"] * 1000, "ms")


def inside(cases: int) -> None:
    """The part that runs in the installation: fill, measure, print JSON."""
    import django

    django.setup()
    from augenmass.access.actor import actor_for
    from augenmass.access.reader import SystemRole, become
    from augenmass.directory.models import Account
    from augenmass.law.time import today
    from augenmass.retention.actions.deleting import advance
    from augenmass.retention.actions.runs import confirm, propose
    from augenmass.retention.queries.preview import cases_of, preview

    become(SystemRole.WORKER)
    first, second = (actor_for(Account.objects.get(username=name)) for name in ("reimann", "vogt"))
    assert first is not None
    assert second is not None
    fill(first.body_id, cases)
    found: dict[str, float] = {"rows": float(cases * A_CASE)}

    def timed(name: str, act: Callable[[], Any]) -> Any:
        before = time.perf_counter()
        said = act()
        found[name] = time.perf_counter() - before
        return said

    seen = timed("preview", lambda: preview(first, today()))
    found["due"] = sum(line.cases for line in seen.due)
    timed("cases", lambda: cases_of(first, today(), "case_file", "due", 1))
    run = timed("propose", lambda: propose(first, uuid4()))
    confirm(second, run.key)
    left = iter(range(ERASED))
    timed("erase", lambda: advance(run, lambda: next(left, None) is None))
    found["erase"] /= ERASED
    print(json.dumps(found))


def fill(body_id: int, cases: int) -> None:
    """Write the rows of closed and running files straight into their tables, in parts."""
    from django.db import transaction

    from augenmass.law.time import now
    from augenmass.record.models import Action, ChainHead, Source

    chance = random.Random(7)
    source = Source.objects.get_or_create(body_id=body_id, kind="officer", label="Akte")[0]
    sequence = Action.objects.count()
    for start in range(0, cases, PART):
        size = min(PART, cases - start)
        with transaction.atomic():
            _part(chance, body_id, source.pk, range(sequence + 1, sequence + 1 + size), now())
        sequence += size
    ChainHead.objects.update(sequence=sequence)


def _part(chance: random.Random, body_id: int, source_id: int, sequence: range, moment: datetime) -> None:
    from augenmass.cases.models import LegalPosition, SearchWord
    from augenmass.record.bulk import insert_rows, reserve_ids
    from augenmass.record.models import Action, Case, Fact

    kept: dict[Any, list[Any]] = {Case: [], Action: [], Fact: [], SearchWord: [], LegalPosition: []}
    ids, actions = reserve_ids(Case, len(sequence)), reserve_ids(Action, len(sequence))
    for number, case_id, action_id in zip(sequence, ids, actions, strict=True):
        of_case = {"case_id": case_id, "body_id": body_id}
        sealed = {"salt": b"0" * 16, "digest": b"0" * 32}
        kept[Case].append(Case(pk=case_id, number=f"B-{number}", body_id=body_id, created_at=moment))
        kept[Action].append(
            Action(pk=action_id, kind="case.opened", at=moment, sequence=number, chain=b"0" * 32, **of_case, **sealed)
        )
        written = {"case_id": case_id, "known_at": moment, "source_id": source_id, "action_id": action_id, **sealed}
        kept[Fact] += [Fact(name=name, value=value, **written) for name, value in _values(chance, number).items()]
        kept[SearchWord] += [SearchWord(word=f"{word}{case_id}", **of_case) for word in "ab"]
        kept[LegalPosition].append(
            LegalPosition(
                number=f"B-{number}",
                name="x",
                lane="clarify",
                content={},
                catalogue="x",
                computed_for=moment.date(),
                computed_at=moment,
                **of_case,
            )
        )
    for model in (Fact, SearchWord):
        for row, pk in zip(kept[model], reserve_ids(model, len(kept[model])), strict=True):
            row.pk = pk
    for model, rows in kept.items():
        insert_rows(model, rows)


def _values(chance: random.Random, number: int) -> dict[str, str]:
    """Thirty-three facts: every second file is closed, every tenth has a ban."""
    from augenmass.law.vocabulary import VOCABULARY

    values: dict[str, str] = {}
    if number % 2:
        values["case_closed_on"] = date(chance.randint(2005, 2014), chance.randint(1, 12), 7).isoformat()
    if number % 10 == 0:
        values["entry_ban_until"] = date(chance.randint(2005, 2030), chance.randint(1, 12), 9).isoformat()
    kept = (declared for declared in VOCABULARY.values() if declared.retention == "case_file" and not declared.derived)
    others = (declared for declared in kept if not declared.name.startswith("case_closed"))
    return values | {declared.name: _any_value(declared) for declared in islice(others, FACTS - len(values))}


def _any_value(declared: Any) -> str:
    from augenmass.law.vocabulary.declaration import Kind

    if declared.kind is Kind.CHOICE:
        return str(declared.choices[0].key)
    return {Kind.YES_NO: "no", Kind.DAY: "2001-02-03", Kind.NUMBER: "1", Kind.TEXT: "x"}[declared.kind]
