"""``augenmass evaluate``: what the law says of every case of a file, for people and for programs."""

import json
import sys
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from augenmass.intake.rules.problem import FileRefused
from augenmass.law.catalogue import Catalogue
from augenmass.law.consistency import Contradiction, ahead_of, contradictions
from augenmass.law.facts import Held, canonical
from augenmass.law.position import Position, assess
from augenmass.law.time import today
from augenmass.law.values import YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.site.command.case_files import CaseFileError, CaseInFile, Refused, is_json_lines, read_cases
from augenmass.site.command.law import print_table, refuse_before_catalogue
from augenmass.site.command.outcome import OK, RETURNED, CommandFailed
from augenmass.site.command.setting_up import Progress, start_without_database

Child = tuple[tuple[int, int], tuple[Any, ...] | None]
"""When a child was born (first and last possible day) and where it lives."""


def run(arguments: Namespace) -> int:
    """Evaluate a file; one line a case on standard output, what cannot be read on standard error."""
    path: Path = arguments.file
    if not path.is_file():
        raise CommandFailed(f"Die Datei {path} gibt es nicht.")
    start_without_database()
    as_of: date = arguments.as_of or today()
    refuse_before_catalogue(as_of)
    try:
        outcome = _evaluate(path, as_of, arguments)
    except (CaseFileError, FileRefused) as error:
        raise CommandFailed(str(error)) from error
    return outcome


def _evaluate(path: Path, as_of: date, arguments: Namespace) -> int:
    catalogue = Catalogue.shipped()
    land = land_of_file(arguments.land, as_of)
    if is_json_lines(path):
        for _case in read_cases(path, as_of, arguments.known_at):
            pass  # everything is read before anything is printed: half an answer would look like a whole one
        children: dict[str, list[Child]] = {}
    else:
        children = children_in(path, as_of)
    progress = Progress("Fälle ausgewertet")
    rows: list[list[str]] = []
    done = refused = 0
    for found in read_cases(path, as_of, arguments.known_at):
        if isinstance(found, Refused):
            refused += 1
            for reason in found.reasons:
                print(f"Zeile {found.number} ({found.case or 'ohne Aktenzeichen'}): {reason}", file=sys.stderr)
            continue
        for contradiction in contradicting(found.facts, as_of):
            print(f"Fall {found.case}: {contradiction.de}", file=sys.stderr)
        position = assess(catalogue, with_derived(found, children, land, as_of), as_of, whole=True)
        if arguments.format == "jsonl":
            print(json.dumps(as_json(found.case, position), ensure_ascii=False))
        else:
            rows.append(_as_row(catalogue, found.case, position))
        done += 1
        if done % 500 == 0:
            progress(done)
    if arguments.format == "table":
        print_table(rows, ("Fall", "Spur", "Nächster Schritt", "Frist", "Zweifel"))
    print(
        f"{done} Fälle ausgewertet zum {as_of:%d.%m.%Y}"
        + (f", {refused} Zeilen nicht lesbar" if refused else "")
        + f"; Katalog {catalogue.hash[:12]}.",
        file=sys.stderr,
    )
    return RETURNED if refused and arguments.strict else OK


def contradicting(facts: Mapping[str, Held], on: date) -> Iterator[Contradiction]:
    """What contradicts itself in a case; disputed facts say nothing that could contradict.

    A day after the day asked for may be in the past by now: only what lies ahead of both is impossible.
    """
    said = {name: canonical(VOCABULARY[name], held.value) for name, held in facts.items() if not held.disputed}
    yield from contradictions(said, on)
    yield from ahead_of(said, max(on, today()))


def as_json(case: str, position: Position) -> dict[str, Any]:
    """One case as the machine-readable line has it."""
    said = position.to_json()
    return {
        "case": case,
        "as_of": said["on"],
        "lane": said["lane"],
        "next_steps": said["next_steps"],
        "blockers": list(_blockers(position)),
        "deadlines": said["deadlines"],
        "doubts": said["doubts"],
        "answers": said["answers"],
        "next_change": said["next_change"],
        "catalogue": said["catalogue"],
    }


def _blockers(position: Position) -> Iterator[dict[str, Any]]:
    """What blocks which step: the norm, and the fact that is missing or stands against it."""
    for blocked in position.blocked:
        for blocker in blocked.blockers:
            yield {
                "step": blocked.step,
                "norm": blocker.norm or blocker.cite,
                "fact": blocker.id if blocker.kind == "fact" else next(iter(blocker.facts), ""),
                "doubt": blocker.id if blocker.kind == "doubt" else None,
                "facts": list(blocker.facts),
                "value": blocker.value,
                "why": blocker.why,
                "cleared_by": list(blocker.who),
            }


def _as_row(catalogue: Catalogue, case: str, position: Position) -> list[str]:
    lanes = {lane.id: lane.de for lane in catalogue.lanes}
    deadline = position.next_deadline
    return [
        case,
        lanes.get(position.lane, position.lane),
        catalogue.step(position.next_steps[0]).de if position.next_steps else "",
        f"{deadline.earliest:%d.%m.%Y}" if deadline and deadline.earliest else "",
        str(len(position.doubts) or ""),
    ]


def land_of_file(code: str, on: date) -> dict[str, Held]:
    """What a Land rules, as facts; nothing without one."""
    if not code:
        return {}
    from augenmass.cases.derived import land_facts
    from augenmass.directory.land import profiles

    if code not in profiles():
        raise CommandFailed(f"Ein Landesprofil „{code}“ gibt es nicht. Vorhanden: {', '.join(sorted(profiles()))}.")
    return land_facts(profiles()[code], on)


def children_in(path: Path, as_of: date) -> dict[str, list[Child]]:
    """The children that rows of the file name, by the case of their parent (first of two readings)."""
    found: dict[str, list[Child]] = defaultdict(list)
    for case in read_cases(path, as_of, None):
        if isinstance(case, CaseInFile) and case.parents:
            born = case.facts.get("date_of_birth")
            if born is not None and isinstance(born.value, tuple):
                for parent in case.parents:
                    found[parent].append((born.value, case.home))
    return found


def with_derived(
    found: CaseInFile, children: dict[str, list[Child]], land: dict[str, Held], on: date
) -> dict[str, Held]:
    """Add what the program derives; what the file itself says goes first."""
    from augenmass.cases.derived import MAJORITY, YOUNG, age_facts, younger_than

    derived = dict(land)
    born = found.facts.get("date_of_birth")
    if born is not None and isinstance(born.value, tuple):
        derived.update(age_facts(born.value, on))
    for birth, home in children.get(found.case, ()):
        if younger_than(birth, YOUNG, on) == YES:
            derived["child_under_twelve"] = Held(YES)
        if home is not None and home == found.home and younger_than(birth, MAJORITY, on) == YES:
            derived["minor_child_in_household"] = Held(YES)
    return {**derived, **found.facts}
