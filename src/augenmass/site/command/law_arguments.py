"""What can be typed after ``augenmass law`` to read the law: as a document, one norm, an invented case, a transmission, a record."""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

Later = Callable[[str], Callable[[Namespace], int]]


def iso_day(text: str) -> date:
    """Read a day. Raises ``ArgumentTypeError`` with a sentence."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Datum der Form JJJJ-MM-TT") from None


def about_reading_the_law(parts: Any, later: Later) -> None:
    """Add ``export``, ``explain``, ``what-if``, ``transmission`` and ``retention``."""

    def add(name: str, target: str, says: str, more: str = "") -> ArgumentParser:
        made: ArgumentParser = parts.add_parser(
            name,
            help=says,
            description=f"{says[0].upper()}{says[1:]}.\n\n{more}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.set_defaults(run=later(target))
        made.add_argument("--language", choices=("de", "en"), default="de", help="Sprache der Ausgabe")
        return made

    export = add(
        "export",
        "law_export:run",
        "den ganzen Rechtskatalog als Dokument oder als Daten ausgeben",
        "HTML ist eine Datei ohne fremde Bestandteile, PDF erfüllt PDF/UA-1, JSON beschreibt docs/law/catalogue.schema.json.\n"
        "Der ganze Katalog als PDF hat etwa 800 Seiten und braucht rund 2 GB Arbeitsspeicher.",
    )
    export.add_argument("--format", choices=("html", "pdf", "json"), required=True)
    export.add_argument("--output", type=Path, metavar="DATEI", help="sonst auf die Standardausgabe")
    export.add_argument("--statute", default="", metavar="GESETZ", help="nur ein Gesetz, zum Beispiel AufenthG")
    export.add_argument(
        "--database",
        action="store_true",
        help="mit Wortlaut, Prüfungen und Freigabe aus der Datenbank der Installation",
    )
    explained = add(
        "explain", "law_explain:run", "eine Norm, Frage, Frist, einen Schritt, Begriff oder eine Angabe zeigen"
    )
    explained.add_argument("name", metavar="KENNUNG", help="zum Beispiel AufenthG/59/1/1")
    _what_if(add)
    _beside(add)


def _what_if(add: Callable[..., ArgumentParser]) -> None:
    tried = add(
        "what-if",
        "law_what_if:run",
        "das Recht an einem erfundenen Fall ausprobieren",
        "Der Fall kommt aus DATEI (wie bei evaluate), aus --ground oder nur aus --set. NAME=- nimmt eine Angabe weg.\n"
        "Mit --then wird gezeigt, was sich durch weitere Angaben ändert. Nichts wird gespeichert.",
    )
    tried.add_argument("file", type=Path, nargs="?", metavar="DATEI")
    tried.add_argument("--case", default="", metavar="KENNUNG", help="welcher Fall der Datei")
    tried.add_argument(
        "--ground", default="", metavar="AUSGANG", help="eingebauter Fall: empty, obliged, warned, suspended"
    )
    tried.add_argument("--then", action="append", default=[], metavar="NAME=WERT", help="mehrfach möglich")
    tried.add_argument("--land", default="", metavar="KÜRZEL", help="Landesprofil wie bei evaluate")
    tried.add_argument("--all-answers", action="store_true", help="auch Fragen zeigen, deren Antwort nicht ja ist")
    _told(tried)


def _beside(add: Callable[..., ArgumentParser]) -> None:
    asked = add(
        "transmission",
        "law_beside:transmission",
        "ob Daten von einer Stelle an eine andere übermittelt werden dürfen",
        "Stellen, Zwecke, Datenarten und Angaben zeigt: augenmass law explain sender_kind (purpose, data_class, …).",
    )
    asked.add_argument("--from", dest="sender", required=True, metavar="STELLE")
    asked.add_argument("--to", dest="receiver", required=True, metavar="STELLE")
    asked.add_argument("--for", dest="purpose", required=True, metavar="ZWECK")
    asked.add_argument(
        "--class", dest="classes", action="append", required=True, metavar="DATEN", help="mehrfach möglich"
    )
    _told(asked)
    kept = add(
        "retention",
        "law_beside:retention",
        "wann eine Unterlage zu löschen ist",
        "Arten von Unterlagen zeigt: augenmass law explain record_kind.",
    )
    kept.add_argument("kind", metavar="UNTERLAGE")
    _told(kept)


def _told(parser: ArgumentParser) -> None:
    parser.add_argument("--set", dest="told", action="append", default=[], metavar="NAME=WERT", help="mehrfach möglich")
    parser.add_argument("--on", type=iso_day, metavar="JJJJ-MM-TT", help="Tag, für den gefragt wird (sonst heute)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
