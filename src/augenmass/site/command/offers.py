"""``augenmass offers``: the directory of offers by file, and outlines for its map."""

import json
import sys
from argparse import Namespace

from augenmass.site.command.outcome import FOUND, OK, CommandFailed
from augenmass.site.command.people import actor_named
from augenmass.site.command.setting_up import start_django


def import_file(arguments: Namespace) -> int:
    """Take a file over, or say what that would do. Exit code 1 when rows were refused."""
    start_django()
    from augenmass.directory.roles import Permission
    from augenmass.intake.rules.problem import FileRefused
    from augenmass.law.time import today
    from augenmass.offers.actions.importing import plan_of, take_table
    from augenmass.offers.actions.keeping import require_keeping
    from augenmass.offers.rules.sentences import TableRefused
    from augenmass.offers.rules.table import read_table, write_refused

    actor = actor_named(arguments.account, Permission.KEEP_OFFERS)
    require_keeping(actor)
    try:
        table = read_table(arguments.file, today())
    except (TableRefused, FileRefused) as error:
        raise CommandFailed(error.de) from error
    except OSError as error:
        raise CommandFailed(f"Die Datei {arguments.file} lässt sich nicht lesen.") from error
    plan = plan_of(actor, table) if arguments.check else take_table(actor, table)
    for note in table.notes:
        print(note.de, file=sys.stderr)
    for row in table.refused:
        print(f"Zeile {row.number}: {' '.join(one.de for one in row.problems)}")
    if arguments.refused is not None and table.refused:
        write_refused(arguments.refused, table, "de")
    changed = len(plan.changed) + len(plan.reopened)
    done = "Geprüft, nichts übernommen" if arguments.check else "Übernommen"
    print(
        f"{done}: {len(plan.new)} neu, {changed} geändert, {plan.same} unverändert, {len(table.refused)} zurückgegeben."
    )
    if plan.missing:
        print(f"{len(plan.missing)} Angebote nennt die Datei nicht; schließen lassen sie sich auf der Seite.")
    return FOUND if table.refused else OK


def export(arguments: Namespace) -> int:
    """Write the open entries of a body as a file that can be read again."""
    start_django()
    from augenmass.directory.roles import Permission
    from augenmass.offers.actions.keeping import require_keeping
    from augenmass.offers.queries.offers import kept_offers
    from augenmass.offers.rules.table import write_entries

    actor = actor_named(arguments.account, Permission.KEEP_OFFERS)
    require_keeping(actor)
    held = kept_offers(actor) | kept_offers(actor, "expired")
    rows = held.order_by("municipality", "name", "pk").prefetch_related("spans")
    number = write_entries(arguments.file, [offer.entry for offer in rows])
    print(f"{number} Angebote in {arguments.file} geschrieben.", file=sys.stderr)
    return OK


def outlines(arguments: Namespace) -> int:
    """Draw the districts of a GeoJSON file on the map from now on."""
    start_django()
    from augenmass.directory.roles import Permission
    from augenmass.offers.actions.outlines import replace_outlines
    from augenmass.offers.rules.outline import MOST_BYTES, NoOutlines, read_outlines

    actor = actor_named(arguments.account, Permission.OPERATE)
    try:
        if arguments.file.stat().st_size > MOST_BYTES:
            raise CommandFailed(
                f"Die Datei ist größer als {MOST_BYTES // 1_000_000} MB. Bitte vereinfachen Sie die Umrisse."
            )
        districts = read_outlines(json.loads(arguments.file.read_text(encoding="utf-8")))
    except OSError as error:
        raise CommandFailed(f"Die Datei {arguments.file} lässt sich nicht lesen.") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CommandFailed("Die Datei ist kein GeoJSON (JSON in UTF-8).") from error
    except NoOutlines as error:
        raise CommandFailed(str(error)) from error
    replace_outlines(actor, districts)
    print(f"{len(districts)} Umrisse stehen auf der Karte.", file=sys.stderr)
    return OK
