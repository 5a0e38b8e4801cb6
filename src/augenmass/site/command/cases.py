"""``augenmass import`` and ``augenmass explain``: commands on the cases of this installation."""

import csv
import json
import sys
from argparse import Namespace
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from augenmass.site.command.law import refuse_before_catalogue
from augenmass.site.command.outcome import OK, RETURNED, CommandFailed
from augenmass.site.command.people import actor_named
from augenmass.site.command.setting_up import Progress, refuse_missing_migrations, start_django

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.intake.models import ImportRun
    from augenmass.record.models import Case


def import_file(arguments: Namespace) -> int:
    """Take a file in, through the same path as an upload."""
    start_django()
    from augenmass.access.actor import NotPermitted
    from augenmass.directory.roles import Permission
    from augenmass.intake.actions import whole_file
    from augenmass.intake.refusal import RunOvertaken
    from augenmass.intake.rules.problem import FileRefused

    path: Path = arguments.file
    if not path.is_file():
        raise CommandFailed(f"Die Datei {path} gibt es nicht.")
    refuse_missing_migrations()
    actor = actor_named(arguments.account, Permission.IMPORT)
    progress = Progress("Zeilen gelesen und übernommen")

    def show(run: "ImportRun") -> None:
        progress(run.rows_staged + run.rows_taken)

    try:
        done = whole_file.import_file(
            actor, path, arguments.source or path.stem, preview_only=arguments.preview, progress=show
        )
    except (FileRefused, NotPermitted, RunOvertaken) as error:
        raise CommandFailed(str(error)) from error
    finally:
        progress.end()
    counts = done.counts
    print(
        f"{counts.total} Zeilen: {counts.created} neu, {counts.changed} geändert, {counts.same} unverändert, "
        f"{counts.returned} zurückgegeben" + (", noch nichts übernommen (Vorschau)." if arguments.preview else "."),
        file=sys.stderr,
    )
    if done.left_out:
        print(f"Ohne Zuordnung blieben die Spalten: {', '.join(done.left_out)}.", file=sys.stderr)
    if arguments.returned:
        _write_returned(done.run, arguments.returned)
    return RETURNED if counts.returned else OK


def _write_returned(run: "ImportRun", target: Path) -> None:
    from augenmass.intake.models import StagedRow

    rows = run.rows.filter(verdict=StagedRow.Verdict.RETURNED).order_by("number")
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([str(column["label"]) for column in run.columns] + ["Zeile", "Grund"])
        for row in rows.iterator(500):
            writer.writerow([*row.cells, row.number, " ".join(problem["de"] for problem in row.problems)])
    print(f"Die zurückgegebenen Zeilen stehen mit Gründen in {target}.", file=sys.stderr)


def explain(arguments: Namespace) -> int:
    """Print the proof of one answer for one case; the read stands in the access log."""
    start_django()
    from augenmass.access.reader import reading_for
    from augenmass.access.visible import visible_to
    from augenmass.directory.roles import Permission
    from augenmass.law.catalogue import Catalogue

    refuse_missing_migrations()
    catalogue = Catalogue.shipped()
    if arguments.question not in {question.id for question in catalogue.questions}:
        raise CommandFailed(
            f"Eine Frage „{arguments.question}“ gibt es nicht. Alle Fragen zeigt: augenmass law questions"
        )
    actor = actor_named(arguments.account, Permission.READ_CASES)
    case = visible_to(actor).filter(number=arguments.case).first()
    if case is None:
        raise CommandFailed(f"Einen Fall {arguments.case} gibt es für {actor.account.username} nicht.")
    with reading_for(actor):
        return _explained(arguments, actor, case)


def _explained(arguments: Namespace, actor: "Actor", case: "Case") -> int:
    """The proof as the actor may read it."""
    from augenmass.access import log
    from augenmass.access.opening import PurposeNeeded, reason_for
    from augenmass.access.released import Learns
    from augenmass.access.sight import sight_of
    from augenmass.cases.facts import current_facts, facts_as_of
    from augenmass.law.catalogue import Catalogue
    from augenmass.law.evaluate import prove
    from augenmass.law.time import BERLIN, now, today

    catalogue = Catalogue.shipped()
    sight = sight_of(actor, case)
    if sight.learns(arguments.question) is not Learns.REASONS:
        raise CommandFailed("Die Gründe dieser Antwort sind Ihrer Rolle nicht freigegeben.")
    try:
        log.read(actor, "proof", case_id=case.pk, categories=sight.categories, reason=reason_for(actor, case))
    except PurposeNeeded as error:
        raise CommandFailed(str(error)) from error
    on = arguments.as_of or today()
    refuse_before_catalogue(on)
    if arguments.known_at:
        moment = datetime.combine(arguments.known_at, time.max, tzinfo=BERLIN)
        known = facts_as_of(case.pk, on, min(moment, now()))
    else:
        known = current_facts([case.pk], on)[case.pk]
    rendered = prove(catalogue, arguments.question, known.held, on).rendered()
    _hide(rendered, sight.names)
    if arguments.format == "json":
        print(json.dumps({"case": case.number, "on": on.isoformat(), "proof": rendered}, ensure_ascii=False, indent=2))
        return OK
    question = catalogue.question(arguments.question)
    print(f"{case.number}: {question.de} ({rendered['value_text']}; zum {on:%d.%m.%Y}, Katalog {catalogue.hash[:12]})")
    _print_proof(rendered, 0)
    return OK


def _hide(node: dict[str, Any], visible: frozenset[str]) -> None:
    """Leave of a condition that rests on a fact which the reader may not see only that there is one."""
    if any(fact["name"] not in visible for fact in node["facts"]):
        node.update(statement="Eine Angabe, die Sie nicht sehen dürfen", cite="", why_text="", facts=[], children=[])
    for child in node["children"]:
        _hide(child, visible)


def _print_proof(node: dict[str, Any], depth: int) -> None:
    cite = f" [{node['cite']}]" if node["cite"] else ""
    why = f" ({node['why_text']})" if node["why_text"] else ""
    print(f"{'  ' * depth}- {node['statement']}: {node['value_text']}{why}{cite}")
    for fact in node["facts"]:
        if fact["text"]:
            print(f"{'  ' * (depth + 1)}{fact['label']}: {fact['text']}")
    for child in node["children"]:
        _print_proof(child, depth + 1)
