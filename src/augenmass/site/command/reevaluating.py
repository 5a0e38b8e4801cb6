"""``augenmass re-evaluate``: what the worker does by itself, at once and to its end: positions that time or a new catalogue overtook."""

import sys
from argparse import Namespace

from augenmass.site.command.outcome import OK
from augenmass.site.command.setting_up import Progress, refuse_missing_migrations, start_django

CHUNK = 100


def run(arguments: Namespace) -> int:
    """Assess anew every case that is due; a second run finds none."""
    start_django(reads_as="worker")
    refuse_missing_migrations()
    from augenmass.cases.open_points import count_open_points
    from augenmass.cases.positions import in_chunks, overtaken, recompute_in_transactions
    from augenmass.work.retired import move_retired, waiting_to_move

    waiting = waiting_to_move() if arguments.dry_run else move_retired()
    if waiting:
        moves = "umzutragen" if arguments.dry_run else "umgetragen"
        print(f"In {waiting} Fällen sind Angaben unter einem früheren Namen {moves}.", file=sys.stderr)
    due, all_ = overtaken()
    if arguments.dry_run:
        print(f"{len(due)} von {all_} Fällen sind neu auszuwerten.", file=sys.stderr)
        return OK
    progress = Progress("Fälle ausgewertet")
    done = 0
    for part in in_chunks(due, CHUNK):
        recompute_in_transactions(part)
        done += len(part)
        progress(done, len(due))
    progress.end()
    count_open_points()
    print(f"{done} von {all_} Fällen neu ausgewertet.", file=sys.stderr)
    return OK
