"""``augenmass access``: who reads what for which purpose. Needs no database."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from augenmass.site.command.law import print_table
from augenmass.site.command.outcome import FOUND, OK, CommandFailed
from augenmass.site.command.setting_up import start_without_database

_HEADS = {
    "matrix": ("category", "role", "purpose", "provision", "reviewer", "reviewed_on"),
    "released": ("question", "role", "purpose", "learns", "position", "why", "reviewer", "reviewed_on"),
}


def listing(arguments: Namespace) -> int:
    """Print one of the two tables, a line for each cell."""
    start_without_database()
    rows = _matrix() if arguments.what == "matrix" else _released()
    if arguments.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return OK
    heads = _HEADS[arguments.what]
    print_table([[str(row[head]) for head in heads] for row in rows], heads)
    return OK


def _matrix() -> list[dict[str, Any]]:
    from augenmass.access.matrix import lines

    return [
        {"category": category, "role": role.value, "purpose": purpose.value, "provision": line.provision}
        | _review(line)
        for line in lines()
        for category in line.categories
        for role in line.roles
        for purpose in line.purposes
    ]


def _released() -> list[dict[str, Any]]:
    from augenmass.access.released import lines

    return [
        {
            "question": question,
            "role": role.value,
            "purpose": purpose.value,
            "learns": line.learns.name.lower(),
            "position": line.position,
            "why": line.why,
        }
        | _review(line)
        for line in lines()
        for question in line.questions
        for role in line.roles
        for purpose in line.purposes
    ]


def _review(line: Any) -> dict[str, str]:
    return {"reviewer": line.reviewer, "reviewed_on": line.reviewed_on.isoformat() if line.reviewed_on else ""}


def compare(arguments: Namespace) -> int:
    """Print what one matrix lets be read and another does not: ``+`` is new, ``-`` is gone."""
    start_without_database()
    from augenmass.access import matrix

    older, newer = (_content(path) for path in (arguments.older, arguments.newer))
    found = matrix.compare(older, newer)
    for sign, cells in (("+", found.added), ("-", found.removed)):
        for cell, provision in cells:
            print(f"{sign} {' × '.join(cell)}  ({provision})")
    return FOUND if found else OK


def _content(path: Path) -> str:
    from augenmass.access import matrix

    try:
        return matrix.written(matrix.parse(path.read_text(encoding="utf-8")))
    except matrix.TableRefused as refused:
        raise CommandFailed(f"{path}: {refused}") from refused
    except (OSError, UnicodeDecodeError) as error:
        raise CommandFailed(f"{path} lässt sich nicht lesen.") from error
