"""``augenmass retention``: what is due, what is kept, confirmed runs at once, and the list of what was erased."""

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from augenmass.law.time import today
from augenmass.site.command.law import print_table
from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.people import actor_named
from augenmass.site.command.setting_up import Progress, refuse_missing_migrations, start_django

if TYPE_CHECKING:
    from pathlib import Path

    from augenmass.access.actor import Actor


def preview(arguments: Namespace) -> int:
    """Show what is due in the body of the person who asks, and what is not and why."""
    actor = _asking(arguments)
    from augenmass.doors.desk.pages.retention import how_name, rule_name
    from augenmass.retention.queries import preview as queries

    seen = queries.preview(actor, arguments.on or today())
    rows: list[dict[str, Any]] = [
        {
            "rule": line.rule,
            "how": str(line.how),
            "provision": line.provision,
            "cases": line.cases,
            "rows": dict(line.rows),
        }
        for line in seen.lines
    ]
    rows += [
        {"rule": line.key, "how": line.why or "due", "provision": line.provision, "rows": {line.key: line.rows}}
        for line in seen.sweeps
    ]
    if arguments.format == "json":
        print(
            json.dumps({"body": actor.body.key, "on": seen.on.isoformat(), "lines": rows}, ensure_ascii=False, indent=2)
        )
        return OK
    print_table(
        [
            [
                rule_name(row["rule"]),
                how_name(row["how"]),
                row["provision"],
                _count(row.get("cases")),
                _count(sum(row["rows"].values())),
            ]
            for row in rows
        ],
        ("Was", "Stand", "Vorschrift", "Fälle", "Zeilen"),
    )
    return OK


def holds(arguments: Namespace) -> int:
    """Show the running holds of the body of the person who asks; reasons are read on the page only."""
    actor = _asking(arguments)
    from augenmass.retention.queries.runs import holds_of

    print_table(
        [
            [hold.case.number, f"{hold.review_on:%d.%m.%Y}", hold.set_by.username, f"{hold.set_at:%d.%m.%Y}"]
            for hold in holds_of(actor)
        ],
        ("Aktenzeichen", "Nächste Prüfung", "Angeordnet von", "am"),
    )
    return OK


def run(_arguments: Namespace) -> int:
    """Do at once, and to its end, what the worker does by itself: confirmed runs, and files that no row names."""
    start_django(reads_as="worker")
    refuse_missing_migrations()
    from augenmass.retention.actions.deleting import advance, erase_files, waiting_runs
    from augenmass.retention.erased_list import add_to_list

    runs = waiting_runs()
    settled = sum(advance(found) for found in runs)
    add_to_list()
    files = erase_files()
    print(f"{len(runs)} bestätigte Löschungen, {settled} Zeilen erledigt, {files} Dateien gelöscht.", file=sys.stderr)
    return OK


def reapply(arguments: Namespace) -> int:
    """Erase again what a restored backup brought back."""
    start_django(reads_as="worker")
    refuse_missing_migrations()
    again(arguments.list)
    return OK


def again(path: "Path | None") -> int:
    """Erase what is on a list (that of the installation unless another is named) and is there all the same; how much was.

    Call after ``start_django``. Raises ``CommandFailed``.
    """
    from augenmass.retention.actions.reapplying import reapply as erase_again
    from augenmass.retention.erased_list import NotReadable, list_path, read_list

    lines_in = path or list_path()
    progress = Progress("Zeilen der Liste geprüft")
    try:
        lines = list(read_list(lines_in))
        done = erase_again(lines, progress)
    except NotReadable as refused:
        raise CommandFailed(str(refused)) from refused
    progress.end()
    total = sum(done.values())
    print(f"{len(lines)} Löschungen auf der Liste {lines_in}; erneut gelöscht: {total}.", file=sys.stderr)
    return total


def _asking(arguments: Namespace) -> "Actor":
    start_django()
    refuse_missing_migrations()
    from augenmass.access.actor import NotPermitted
    from augenmass.directory.roles import Permission

    actor = actor_named(arguments.account, Permission.RETENTION)
    try:
        actor.require(Permission.RETENTION)
    except NotPermitted as refused:
        raise CommandFailed(str(refused)) from refused
    return actor


def _count(number: int | None) -> str:
    return "" if number is None else f"{number:,}".replace(",", ".")
