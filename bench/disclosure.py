"""The person's extract of a large file, measured: drawing up, setting and signing it.

script/bench disclosure [--json FILE] [--actions 2000]

A case with 2,000 actions (facts that replace one another, notes, reads) in a SQLite installation of its own. ``measure`` is called by
other measurements that report on what leaves the house.
"""

import argparse
import os
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from bench.report import Report, machine

ACTIONS = 2_000
TARGET = 2.0
"""Seconds for the whole extract: content, PDF in two languages, signature."""


_WARM = {
    "language": "de",
    "date": "2026-01-01",
    "title": "Aufwärmen",
    "author": "",
    "keywords": [],
    "leaves": [{"heading": "A", "pairs": [], "texts": ["B"], "table": None}],
    "words": {"draft": "", "draft_short": ""},
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench disclosure", description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--actions", type=int, default=ACTIONS)
    chosen = parser.parse_args()
    report = Report({"actions": chosen.actions})
    print(machine())
    measure(report, chosen.actions)
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def measure(report: Report, actions: int = ACTIONS) -> None:
    """Add the rows of this measurement, in an installation that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as folder:
        os.environ.update(
            {"AUGENMASS_MODE": "test", "AUGENMASS_DATA": folder, "DJANGO_SETTINGS_MODULE": "augenmass.site.settings"}
        )
        from augenmass.site.command.setting_up import create_tables, start_django

        start_django()
        create_tables()
        _extract(report, actions)


def _extract(report: Report, actions: int) -> None:
    from augenmass.access.reader import SystemRole, become
    from augenmass.disclosure.actions.requests import Asked, record_request, sign_extract
    from augenmass.disclosure.models import Asker, ExtractRequest
    from augenmass.disclosure.paper import TEMPLATE, paper
    from augenmass.disclosure.queries.extract import draw_up
    from augenmass.law.time import today
    from augenmass.lawbook.in_force import in_force
    from augenmass.letters.render import render

    become(SystemRole.COMMAND)
    actor, case = _case(actions)
    asked = Asked(uuid4(), Asker.PERSON, "Karim Haddad", ExtractRequest.Check.IDENTITY_DOCUMENT, today())
    request = record_request(actor, case.pk, asked)
    report.sizes["actions_in_fact"] = case.actions.count()
    render("leaves", _WARM, draft=False)  # a server has loaded its fonts and its catalogue
    in_force()
    began = time.perf_counter()
    drawn = draw_up(actor, request)
    report.add("Inhalt der Auskunft zusammenstellen", time.perf_counter() - began, "s")
    began = time.perf_counter()
    pdf = render(TEMPLATE, paper(drawn.content), draft=True)
    report.add("PDF setzen, deutsch und englisch", time.perf_counter() - began, "s")
    report.add("Größe des PDF", len(pdf) / 1000, "kB")
    began, used = time.perf_counter(), time.process_time()
    sign_extract(actor, request.key, read_through=True)
    report.add("Rechenzeit dafür", time.process_time() - used, "s")
    report.add("Auskunft zu einem Fall mit 2.000 Handlungen, unterzeichnet", time.perf_counter() - began, "s", TARGET)


def _case(actions: int):  # type: ignore[no-untyped-def]
    """A case whose actions each wrote something: a note, or a fact in place of the one before; and a read beside each."""
    from augenmass.access.actor import actor_for
    from augenmass.access.models import AccessLine
    from augenmass.directory.models import Account, Body, Membership
    from augenmass.law.time import now, today
    from augenmass.record.ledger import book
    from augenmass.record.models import Case, Fact, Source
    from augenmass.work.models import Note

    body = Body.objects.create(key="abh", kind=Body.Kind.FOREIGNERS_AUTHORITY, name="Ausländerbehörde", land="ST")
    account = Account.objects.create_user("messung", None, name="Messung")
    for role in ("caseworker", "intake"):
        Membership.objects.create(account=account, body=body, role=role, valid_from=today() - timedelta(days=3000))
    actor = actor_for(account)
    assert actor is not None
    with book(actor) as opened:
        case = Case.objects.create(number="N-1", body=body, officer=account, created_at=opened.at)
        source = Source.objects.create(body=body, kind=Source.Kind.OFFICER, label="Vorsprache")
        opened.entry("case.opened", case).establish("family_name", "Haddad", source_id=source.pk)
    values = [("suspension_valid_until", f"{2020 + n % 7}-0{1 + n % 9}-15") for n in range(actions)]
    with book(actor, [case.pk]) as opened:
        for number, (name, value) in enumerate(values):
            held = opened.case(case.pk)
            if number % 2:
                entry = opened.entry("note.written", held)
                entry.seal_later(
                    Note(case=held, author=account, at=opened.at, text=f"Vorsprache {number}, nichts Neues.")
                )
            else:
                opened.entry("fact.corrected", held).establish(name, value, source_id=source.pk)
    rows = list(Fact.objects.filter(case=case, name="suspension_valid_until").values_list("pk", flat=True))
    Fact.objects.filter(pk__in=rows[:-1]).update(closed_at=now())
    AccessLine.objects.bulk_create(
        AccessLine(
            at=now() - timedelta(hours=7 * n),
            account=account.pk,
            body=body.pk,
            purpose="control",
            what="case",
            case=case.pk,
        )
        for n in range(actions)
    )
    return actor, case


if __name__ == "__main__":
    raise SystemExit(main())
