"""``augenmass gate``: what every body still lacks before it may keep data of living people; the same list as the page."""

import json
import sys
from argparse import Namespace
from typing import Any

from augenmass.site.command.outcome import FOUND, OK, CommandFailed
from augenmass.site.command.setting_up import refuse_missing_migrations, start_django
from augenmass.site.configuration import Mode, configuration


def gate(arguments: Namespace) -> int:
    """Print the lists; 0 only where every body is released and nothing is missing."""
    start_django()
    from augenmass.gate.queries import standings

    refuse_missing_migrations()
    found = [one for one in standings() if arguments.body in {"", one.body.key}]
    if arguments.body and not found:
        raise CommandFailed(
            f"Es gibt keine Stelle „{arguments.body}“, in der heute jemand arbeitet und die eine Freigabe braucht."
        )
    if arguments.format == "json":
        print(json.dumps([_as_data(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            _print(one)
    well = bool(found) and all(one.well for one in found)
    print(_summary(found, well), file=sys.stderr)
    return OK if well else FOUND


def _print(one: Any) -> None:
    print(f"{one.body.name} ({one.body.key}): {_word(one)}")
    for line in one.lines:
        print(f"  {'ok   ' if line.state.clear else 'fehlt'}  {line.title}")
        if not line.state.clear:
            print(f"         {line.missing} Klärt: {line.who}.{f' Entwurf: {line.draft}' if line.draft else ''}")
        elif line.missing:
            print(f"         Ausnahme: {line.missing}")


def _word(one: Any) -> str:
    if one.released:
        return "freigegeben" if one.well else "freigegeben, aber es fehlt wieder etwas"
    return "freigegeben, aber die Freigabe ruht" if one.confirmed else "nicht freigegeben"


def _as_data(one: Any) -> dict[str, Any]:
    return {
        "body": one.body.key,
        "released": one.released,
        "items": [
            {
                "key": line.key,
                "title": str(line.title),
                "state": line.state.value,
                "clear": line.state.clear,
                "who": str(line.who),
                "missing": line.missing,
                "draft": line.draft,
            }
            for line in one.lines
        ],
    }


def _summary(found: list[Any], well: bool) -> str:
    if not found:
        return "In keiner Stelle arbeitet heute jemand; es gibt nichts freizugeben."
    if well:
        return "Alle Stellen sind freigegeben, es fehlt nichts."
    waiting = sum(not one.released for one in found)
    mode = (
        ""
        if configuration().mode is Mode.PRODUCTION
        else " Diese Installation ist kein Echtbetrieb: Sie darf nur erfundene Personen enthalten."
    )
    return (
        f"Nicht freigegeben: {waiting} von {len(found)} Stellen. Keine Echtdaten.{mode}"
        if waiting
        else "Alle Stellen sind freigegeben, aber es fehlt wieder etwas."
    )


def tables(arguments: Namespace) -> int:
    """Write the tables of the drafts on privacy anew, from what this version holds."""
    start_django()
    from augenmass.gate.privacy_page import write

    try:
        changed = write(arguments.folder)
    except OSError as error:
        raise CommandFailed(f"In {arguments.folder} liegen die Entwürfe nicht ({error.strerror}).") from error
    except ValueError as error:
        raise CommandFailed(
            f"In einem Entwurf fehlen die Marken, zwischen denen die Tabellen stehen: {error}."
        ) from error
    print(f"Geändert: {', '.join(path.name for path in changed) or 'nichts'}.", file=sys.stderr)
    return OK
