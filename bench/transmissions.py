"""What travels, what is kept and what a person learns, measured: composing a transmission, taking in a thousand signed messages, the
extract of a large file, what is due for deletion among a million rows.

script/bench transmissions [--postgresql ADDRESS] [--json FILE] [--messages 1000] [--rows 1000000]

Without an address everything runs on SQLite in folders of its own; the database of an address has to be empty and is emptied again. The
extract is measured on SQLite in any case. Everything happens in one process, in the way a request does it.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from bench.installation import Installation
from bench.report import Report, Row, machine

COMPOSED = 40
COMPOSING_MS, TAKING_S = 150, 60
"""What the design asks for."""
Part = Callable[[Installation, Report, argparse.Namespace], None]


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench transmissions", description=__doc__)
    parser.add_argument("--postgresql", default="sqlite", metavar="ADRESSE")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--messages", type=int, default=1_000)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--rows", type=int, default=1_000_000)
    chosen = parser.parse_args()
    report = Report({"cases": chosen.cases, "messages": chosen.messages})
    print(machine())
    if chosen.postgresql != "sqlite":
        _refuse_tables(chosen.postgresql)
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as scratch:
        site = Installation(Path(scratch), chosen.postgresql)
        site.run("demo-setup", "--cases", str(chosen.cases))
        os.environ.update(site.environment, DJANGO_SETTINGS_MODULE="augenmass.site.settings")
        import django

        django.setup()
        from augenmass.access.reader import SystemRole, become

        become(SystemRole.COMMAND)
        for part in PARTS:
            part(site, report, chosen)
    on = [] if chosen.postgresql == "sqlite" else ["--postgresql", chosen.postgresql]
    if on:
        _empty(chosen.postgresql)
    _beside(report, "disclosure")
    _beside(report, "retention", "--rows", str(chosen.rows), *on)
    if on:
        _empty(chosen.postgresql)
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def _beside(report: Report, name: str, *arguments: str) -> None:
    """Run another measurement in a process of its own, and take over its rows."""
    code = f"import sys; from bench.{name} import main; sys.exit(main())"
    own = {key: value for key, value in os.environ.items() if not key.startswith(("AUGENMASS_", "DJANGO_"))}
    with tempfile.NamedTemporaryFile(suffix=".json") as written:
        command = [sys.executable, "-c", code, *arguments, "--json", written.name]
        done = subprocess.run(command, env=own, check=False)
        content = json.loads(Path(written.name).read_text(encoding="utf-8") or "{}")
    if "rows" not in content:
        raise subprocess.CalledProcessError(done.returncode, f"bench.{name}")
    report.sizes |= content["sizes"]
    report.rows += [
        Row(row["name"], row["value"], row["unit"], row["target"], at_least=row["at_least"]) for row in content["rows"]
    ]


def _refuse_tables(address: str) -> None:
    with psycopg.connect(address) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    if found != (0,):
        raise SystemExit("Die Datenbank ist nicht leer.")


def _empty(address: str) -> None:
    with psycopg.connect(address) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


def composing(_site: Installation, report: Report, _chosen: argparse.Namespace) -> None:
    """What the page of composing asks for, the preview, and the signature with delivery inside the instance."""
    from augenmass.record.models import Case, Fact
    from augenmass.transmissions.actions.composing import Composition, preview, transmit
    from augenmass.transmissions.queries.composing import offer_for
    from augenmass.transmissions.rules.enquiring import Way
    from augenmass.transmissions.rules.kinds import MessageKind

    actor, receiver = _actor("okonkwo"), _actor("wolter").body
    brakes = ("special_rule_opposes", "professional_secret", "tax_secret", "social_data", "youth_welfare_entrusted")
    told = dict.fromkeys((*brakes, "counselling_content"), "no") | {"necessity_affirmed": "yes"}
    way = Way("foreigners_authority", "asylum_benefits_office", "asylum_benefits")
    took: dict[str, list[float]] = {"offer": [], "preview": [], "sign": []}
    for case in Case.objects.filter(body=actor.body).order_by("pk")[:COMPOSED]:
        facts = Fact.objects.filter(
            case=case, name__in=["family_name", "date_of_birth", "address_town"], closed_by=None
        )
        chosen = tuple(facts.values_list("pk", flat=True))
        asked = Composition(
            uuid4(), MessageKind.TRANSMISSION, "asylum_benefits", "Für Leistungen.", chosen, receiver.pk, told=told
        )
        took["offer"].append(_seconds(offer_for, actor, case, way, told))
        took["preview"].append(_seconds(preview, actor, case, asked))
        took["sign"].append(_seconds(transmit, actor, case.pk, asked))
    for name, seconds in took.items():
        report.add(f"composing {name}, median", statistics.median(seconds) * 1000, "ms", COMPOSING_MS)
        report.add(f"composing {name}, 95 %", sorted(seconds)[int(len(seconds) * 0.95) - 1] * 1000, "ms")


def taking_in(_site: Installation, report: Report, chosen: argparse.Namespace) -> None:
    """A thousand different signed messages of another instance, each in a transaction of its own, each with a signed receipt."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from augenmass.record.ledger import System
    from augenmass.transmissions.actions.taking_in import take_in
    from augenmass.transmissions.rules.kinds import Channel

    actor, private = _actor("okonkwo"), Ed25519PrivateKey.generate()
    _enter_partner(private)
    texts = [_message(private, actor.body) for _ in range(chosen.messages)]
    seconds = _seconds(lambda: [take_in(System(), text, Channel.HTTP) for text in texts])
    report.add(f"taking in {chosen.messages} messages", seconds, "s", TAKING_S * chosen.messages / 1_000)
    again = _seconds(lambda: [take_in(System(), text, Channel.HTTP) for text in texts[:100]])
    report.add("taking the first 100 in again", again, "s")


PARTS: list[Part] = [composing, taking_in]
"""What is measured, one after the other on the same installation."""


def _seconds(do: Callable[..., Any], *arguments: Any) -> float:
    before = time.perf_counter()
    do(*arguments)
    return time.perf_counter() - before


def _actor(name: str) -> Any:
    from augenmass.access.actor import actor_for
    from augenmass.directory.models import Account

    return actor_for(Account.objects.get(username=name))


def _enter_partner(private: Any) -> None:
    from augenmass.law.time import today
    from augenmass.transmissions.actions.partners import PartnerForm, add_partner
    from augenmass.transmissions.rules.card import Card, CardKey, write_card
    from augenmass.transmissions.rules.message import Party
    from augenmass.transmissions.rules.signing import key_id_of, public_text

    public = public_text(private)
    until = today() + timedelta(days=30)
    key = CardKey(id=key_id_of(public), public_key=public, valid_from=today(), valid_until=until)
    party = Party(address="abh-fern@fern.example", name="Ausländerbehörde Fern", kind="foreigners_authority")
    add_partner(_actor("sommer"), PartnerForm(write_card(Card(card="1", body=party, key=key)), compared=True))


def _message(private: Any, body: Any) -> str:
    from augenmass.law.time import now
    from augenmass.transmissions.parties import address_of
    from augenmass.transmissions.rules.message import canonical
    from augenmass.transmissions.rules.signing import key_id_of, public_text, sign

    kind = "foreigners_authority"
    item = {
        "label": "Familienname",
        "data_class": "identity",
        "value": "Haddad",
        "text": "Haddad",
        "true_from": None,
        "true_to": None,
        "known_on": "2026-01-31",
        "assessment": False,
    }
    raw = {
        "schema": "1",
        "head": {
            "message": str(uuid4()),
            "kind": "transmission",
            "created_at": now().isoformat(),
            "sender": {"address": "abh-fern@fern.example", "name": "Ausländerbehörde Fern", "kind": kind},
            "receiver": {"address": address_of(body), "name": body.name, "kind": kind},
            "refers_to": None,
            "product": "Messung",
            "product_version": "1",
            "test": True,
        },
        "content": {
            "purpose": "residence_law",
            "purpose_text": "Ausführung des Aufenthaltsrechts",
            "regime": "gdpr",
            "basis": [{"provision": "AufenthG/87/1", "citation": "§ 87", "modality": "must", "classes": ["identity"]}],
            "duties": [{"kind": one, "text": "Pflicht", "citation": "DSGVO"} for one in ("binding", "deletion")],
            "items": [item | {"name": name} for name in ("family_name", "first_names", "date_of_birth", "nationality")],
        },
        "receipt": None,
    }
    value = sign(private, canonical(raw))
    signature = {"algorithm": "Ed25519", "key": key_id_of(public_text(private)), "value": value}
    return json.dumps({**raw, "signature": signature}, ensure_ascii=False)
