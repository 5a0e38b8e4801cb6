"""Invented data: the export of a specialist system, and the installation that ``script/demo`` shows."""

import sys
import time
from argparse import Namespace

from augenmass.law.time import today
from augenmass.site.command.law import print_table
from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.setting_up import Progress, create_tables, missing_migrations, start_django

SEED = 20260801


def export(arguments: Namespace) -> int:
    """Write the invented export; the same seed gives the same file."""
    from augenmass.demo.columns import HEADS
    from augenmass.demo.export import generate, write_export

    ending = arguments.out.suffix.lower()
    if ending not in {".csv", ".xlsx", ".parquet"}:
        raise CommandFailed("Die Datei muss auf .csv, .xlsx oder .parquet enden.")
    if ending == ".parquet":
        from augenmass.site.command.parquet import write_parquet

        rows = write_parquet(arguments.out, HEADS, generate(arguments.cases, arguments.seed))
    else:
        rows = write_export(arguments.out, arguments.cases, arguments.seed)
    print(f"{rows} erfundene Fälle in {arguments.out} geschrieben.", file=sys.stderr)
    return OK


def setup(arguments: Namespace) -> int:
    """Bring the demonstration's database to its first state: migrations, the invented Land, an import. Repeatable."""
    from augenmass.site.configuration import Mode, configuration

    if configuration().mode is not Mode.DEMO:
        raise CommandFailed("Erfundene Stellen und Personen gibt es nur mit AUGENMASS_MODE=demo.")
    start_django()
    from augenmass.record.models import Case
    from augenmass.site.demo_accommodation import let_a_house_report
    from augenmass.site.demo_agreements import agree_with_people
    from augenmass.site.demo_conferences import hold_conferences
    from augenmass.site.demo_departures import let_people_leave
    from augenmass.site.demo_families import link_families
    from augenmass.site.demo_fund import fill_fund
    from augenmass.site.demo_gate import settle_some_items
    from augenmass.site.demo_land import load_land
    from augenmass.site.demo_mailbox import open_mailbox
    from augenmass.site.demo_notices import let_police_give_notice, settle_how_to_work_together
    from augenmass.site.demo_obstacles import report_some_obstacles
    from augenmass.site.demo_offers import list_offers
    from augenmass.site.demo_pilot import evaluate_a_pilot
    from augenmass.site.demo_prospects import look_at_prospects
    from augenmass.site.demo_referrals import FEWEST, let_bodies_work_together
    from augenmass.site.demo_retention import bring_old_files
    from augenmass.site.demo_special_staff import work_together_on_single_cases
    from augenmass.site.demo_transmissions import let_bodies_tell_each_other
    from augenmass.site.demo_travel_papers import apply_for_some_papers, write_some_sheets

    if missing_migrations():
        print("Die Datenbank wird angelegt.", file=sys.stderr)
        create_tables()
    load_land()
    settle_some_items()
    report_some_obstacles()
    settle_how_to_work_together()
    hold_conferences()
    list_offers()
    write_some_sheets()
    agree_with_people()
    link_families()
    evaluate_a_pilot()
    if not Case.objects.exists():
        _take_in(arguments.cases)
        let_bodies_work_together()
        look_at_prospects()
        if arguments.cases >= FEWEST:
            bring_old_files()
        let_bodies_tell_each_other()
        fill_fund()
        let_people_leave()
        work_together_on_single_cases()
        apply_for_some_papers()
        let_a_house_report()
        let_police_give_notice()
    open_mailbox()
    _count_overview()
    _introduce()
    return OK


def _count_overview() -> None:
    """The numbers of return, which the worker would count at night."""
    from augenmass.overview.actions import count_bodies

    for _body in count_bodies():
        pass


def _introduce() -> None:
    """Say who can sign in; everybody is invented and has the same password."""
    from augenmass.demo import land

    names = {body.key: body.name for body in land.BODIES}
    print("\nAnmelden können sich diese erfundenen Personen:\n")
    print_table(
        [[person.username, person.name, names[person.body], person.comes_for] for person in land.PEOPLE],
        ("Benutzername", "Name", "Stelle", "Aufgabe"),
    )
    print(f"\nDas Kennwort aller lautet: {land.PASSWORD}\n", flush=True)


def _take_in(cases: int) -> None:
    """Import an invented export through the ordinary intake."""
    from django.conf import settings

    from augenmass.access.actor import NotPermitted
    from augenmass.demo import land
    from augenmass.demo.export import write_export
    from augenmass.directory.roles import Permission
    from augenmass.intake.actions.whole_file import import_file
    from augenmass.intake.models import ImportRun
    from augenmass.intake.rules.problem import FileRefused
    from augenmass.site.command.people import actor_named

    path = settings.DATA / "demo-export.csv"
    # The day of the export is the day of the demonstration, so that deadlines lie where a visitor expects them.
    write_export(path, cases, SEED, as_of=today())
    progress = Progress("Zeilen gelesen und übernommen")

    def show(run: ImportRun) -> None:
        progress(run.rows_staged + run.rows_taken, 2 * cases)

    actor = actor_named("ackermann", Permission.IMPORT)
    began = time.perf_counter()
    try:
        done = import_file(actor, path, land.SOURCE, progress=show)
    except (FileRefused, NotPermitted) as error:
        raise CommandFailed(f"Der erfundene Export ließ sich nicht übernehmen: {error}") from error
    progress.end()
    counts = done.counts
    print(
        f"{counts.created} erfundene Fälle übernommen, {counts.returned} Zeilen zurückgegeben "
        f"({time.perf_counter() - began:.0f} s).",
        file=sys.stderr,
    )
