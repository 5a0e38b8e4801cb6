"""What can be typed after ``augenmass``."""

import argparse
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from augenmass.site.command.law_arguments import about_reading_the_law, iso_day
from augenmass.site.command.outcome import EXIT_CODES

Add = Callable[..., ArgumentParser]


def build_parser() -> ArgumentParser:
    """The parser with all sub-commands; each carries ``run``, a function of the parsed arguments."""
    parser = ArgumentParser(
        prog="augenmass",
        description="Augenmaß auf der Kommandozeile. Hilfe zu einem Befehl: augenmass BEFEHL --help",
        epilog=EXIT_CODES + "\nEinstellungen kommen aus Umgebungsvariablen AUGENMASS_… (siehe docs/operator.md).",
        formatter_class=RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)

    def add(name: str, target: str, says: str, **more: Any) -> ArgumentParser:
        made: ArgumentParser = commands.add_parser(
            name,
            help=says,
            description=more.pop("description", says),
            formatter_class=RawDescriptionHelpFormatter,
            **more,
        )
        made.set_defaults(run=_later(target))
        return made

    _with_cases(add)
    _about_the_law(add)
    _about_access(add)
    _demonstration(add)
    _operation(add)
    _bodies(commands)
    _retention(add)
    _about_programs(add)
    _messages(commands)
    _offers(commands)
    sealed = add(
        "sealed-messages", "counselling:hand_out", "Verschlüsselte Nachrichten an die Beratungsstelle ausgeben"
    )
    sealed.add_argument("file", type=Path, metavar="DATEI")
    dropped = add(
        "sealed-messages-done", "counselling:drop", "Nachrichten löschen, die die Beratungsstelle gelesen hat"
    )
    dropped.add_argument("file", type=Path, metavar="DATEI")
    commands.add_parser("compartment", help="Befehle des Beratungsraums, der ein Prozess für sich ist", add_help=False)
    commands.add_parser("django", help="Befehle von Django, für Entwicklung und Migrationen", add_help=False)
    return parser


def _later(target: str) -> Callable[[Namespace], int]:
    """The function ``module:name`` of this package, imported only when it runs: help and law need no database."""
    return partial(_run, target)


def _run(target: str, arguments: Namespace) -> int:
    module, _colon, name = target.partition(":")
    outcome: int = getattr(import_module(f"augenmass.site.command.{module}"), name)(arguments)
    return outcome


def _with_cases(add: Add) -> None:
    taken = add("import", "cases:import_file", "Datei eines Fachverfahrens (CSV oder XLSX) übernehmen")
    taken.add_argument("file", type=Path, metavar="DATEI")
    taken.add_argument(
        "--as",
        dest="account",
        metavar="NAME",
        help="Benutzername der übernehmenden Person; nötig, wenn mehrere das Recht haben",
    )
    taken.add_argument(
        "--source", default="", metavar="QUELLE", help="Name des Fachverfahrens; seine Zuordnung wird wiederverwendet"
    )
    taken.add_argument("--preview", action="store_true", help="nur die Vorschau, nichts übernehmen")
    taken.add_argument(
        "--returned", type=Path, metavar="DATEI", help="zurückgegebene Zeilen mit Gründen hierhin schreiben (CSV)"
    )
    evaluated = add(
        "evaluate",
        "evaluate:run",
        "Fälle einer Datei rechtlich auswerten, ohne Datenbank",
        description=(
            "Wertet jeden Fall einer Datei aus und schreibt je Fall eine Zeile.\n\n"
            "DATEI ist ein Export (CSV, XLSX) oder JSON Lines mit den Namen des Vokabulars (augenmass law vocabulary);\n"
            "dort ist „case“ die Kennung. Ein Wert ist ein Text, eine Zahl, true, false oder ein Objekt mit „value“ und,\n"
            "wo bekannt, „true_from“, „true_to“, „known_at“ (auch als Liste). Was fehlt oder null ist, gilt als nicht\n"
            "festgestellt. Ein unbekannter Name ist ein Fehler."
        ),
    )
    evaluated.add_argument("file", type=Path, metavar="DATEI")
    evaluated.add_argument(
        "--as-of", type=iso_day, metavar="JJJJ-MM-TT", help="Tag, für den gefragt wird (sonst heute)"
    )
    evaluated.add_argument(
        "--known-at", type=iso_day, metavar="JJJJ-MM-TT", help="nur was bis zum Ende dieses Tages bekannt war"
    )
    evaluated.add_argument("--format", choices=("jsonl", "table"), default="jsonl")
    evaluated.add_argument(
        "--land",
        default="",
        metavar="KÜRZEL",
        help="Landesprofil, zum Beispiel ST; ohne Angabe gilt Landesrecht als nicht festgestellt",
    )
    evaluated.add_argument(
        "--strict", action="store_true", help="Rückgabewert 4, wenn eine Zeile nicht gelesen werden konnte"
    )
    explained = add("explain", "cases:explain", "Beweis für die Antwort auf eine Frage in einem Fall")
    explained.add_argument("case", metavar="FALL", help="Aktenzeichen")
    explained.add_argument("question", metavar="FRAGE", help="Kennung der Frage (augenmass law questions)")
    explained.add_argument(
        "--as",
        dest="account",
        metavar="NAME",
        help="Benutzername der Person, die nachsieht; nötig, wenn mehrere das Recht haben",
    )
    explained.add_argument("--as-of", type=iso_day, metavar="JJJJ-MM-TT")
    explained.add_argument("--known-at", type=iso_day, metavar="JJJJ-MM-TT")
    explained.add_argument("--format", choices=("text", "json"), default="text")


def _about_the_law(add: Add) -> None:
    law = add("law", "law:listing", "Den Rechtskatalog zeigen, mit Gesetzestexten und zwischen zwei Tagen vergleichen")
    parts = law.add_subparsers(title="Teile", dest="what", required=True, metavar="TEIL")
    for name, says in (
        ("vocabulary", "die Angaben, aus denen das Recht antwortet"),
        ("norms", "die Normen mit Bedingung, Zeit und Stand der Prüfung"),
        ("questions", "die Fragen, die an einen Fall gestellt werden"),
        ("steps", "die Schritte und ihre Frage"),
    ):
        part = parts.add_parser(name, help=says, description=says)
        part.add_argument("--format", choices=("json", "table"), default="table")
        if name == "norms":
            part.add_argument("--count", action="store_true", help="nur zählen, nach Gesetz und Stand der Prüfung")
    checked = parts.add_parser(
        "check-texts",
        help="welche Gesetzestexte anders lauten als die, aus denen die Normen geschrieben sind",
        description=(
            "Liest Gesetzestexte (XML von gesetze-im-internet.de oder Markdown; Ordner, ZIP oder Datei) und nennt jede geänderte\n"
            "Einheit mit den Normen, die aus ihr geschrieben sind. Der Wortvergleich braucht den früheren Text: aus --known,\n"
            "aus dem Ordner selbst, seinem Unterordner versions oder, mit --database, aus der Datenbank (law load-texts)."
        ),
        formatter_class=RawDescriptionHelpFormatter,
    )
    checked.add_argument("texts", type=Path, metavar="ORDNER")
    checked.add_argument("--as-of", type=iso_day, metavar="JJJJ-MM-TT", help="die neuesten Texte bis zu diesem Tag")
    checked.add_argument("--known", type=Path, metavar="ORDNER", help="frühere Texte für den Wortvergleich")
    checked.add_argument("--database", action="store_true", help="frühere Texte aus der Datenbank der Installation")
    checked.add_argument("--format", choices=("json", "text"), default="text")
    checked.add_argument("--language", choices=("de", "en"), default="de", help="Sprache der Ausgabe")
    checked.set_defaults(run=_later("texts:check"))
    loaded = parts.add_parser(
        "load-texts",
        help="den Wortlaut der Gesetze in die Datenbank der Installation aufnehmen",
        description="Katalog und Beweise zeigen danach den Satz, auf den sie sich stützen. Der Wortlaut bleibt in der Datenbank.",
    )
    loaded.add_argument("texts", type=Path, metavar="ORDNER")
    loaded.add_argument(
        "--shortened", action="store_true", help="auch einen Text nehmen, dem am Ende fehlt, was ein früherer hatte"
    )
    loaded.add_argument("--language", choices=("de", "en"), default="de", help="Sprache der Ausgabe")
    loaded.set_defaults(run=_later("texts:load"))
    _comparing(parts)
    about_reading_the_law(parts, _later)


def _comparing(parts: Any) -> None:
    compared: ArgumentParser = parts.add_parser(
        "compare",
        help="was sich für die Fälle einer Datei zwischen zwei Stichtagen ändert",
        description=(
            "Wertet die Fälle einer Datei zu zwei Stichtagen aus und zählt, welche Antworten und Spuren sich ändern.\n\n"
            "DATEI ist eine, die auch „augenmass evaluate“ liest (CSV, XLSX, JSON Lines), oder Parquet mit einer Spalte\n"
            "„case“ und Spalten mit den Namen des Vokabulars (augenmass law vocabulary)."
        ),
        formatter_class=RawDescriptionHelpFormatter,
    )
    compared.add_argument("file", type=Path, metavar="DATEI")
    compared.add_argument("--from", dest="earlier", type=iso_day, required=True, metavar="JJJJ-MM-TT")
    compared.add_argument("--to", dest="later", type=iso_day, required=True, metavar="JJJJ-MM-TT")
    compared.add_argument(
        "--cases", default="", metavar="FRAGE", help="zu dieser Frage auch die Kennungen der Fälle nennen"
    )
    compared.add_argument("--language", choices=("de", "en"), default="de", help="Sprache der Ausgabe")
    compared.add_argument("--land", default="", metavar="KÜRZEL", help="Landesprofil wie bei evaluate")
    compared.add_argument("--format", choices=("json", "table"), default="table")
    compared.add_argument(
        "--strict", action="store_true", help="Rückgabewert 4, wenn eine Zeile nicht gelesen werden konnte"
    )
    compared.set_defaults(run=_later("comparing:run"))


def _about_access(add: Add) -> None:
    access = add(
        "access", "access:listing", "Zeigen, welche Rolle was liest, und zwei Fassungen der Tabelle vergleichen"
    )
    parts = access.add_subparsers(title="Teile", metavar="matrix|released|compare", required=True)
    for name, says in (
        ("matrix", "Angaben, Rollen und Zwecke mit ihrer Vorschrift"),
        ("released", "was eine Rolle von den Antworten des Rechts erfährt"),
    ):
        part = parts.add_parser(name, help=says, description=says)
        part.add_argument("--format", choices=("json", "table"), default="table")
        part.set_defaults(what=name)
    compared = parts.add_parser(
        "compare",
        help="was eine neue Fassung der Matrix gegenüber einer alten lesbar macht und was nicht mehr",
        description="Rückgabewert 0, wenn nichts anders ist, 1, wenn sich ändert, wer was liest.",
    )
    compared.add_argument("older", type=Path, metavar="ALT.toml")
    compared.add_argument("newer", type=Path, metavar="NEU.toml")
    compared.set_defaults(run=_later("access:compare"))


def _demonstration(add: Add) -> None:
    data = add(
        "demo-data",
        "demonstration:export",
        "Export mit erfundenen Fällen schreiben (gleicher Startwert, gleiche Datei)",
    )
    data.add_argument("--cases", type=_positive, default=200, metavar="N")
    data.add_argument("--seed", type=int, default=1, metavar="S")
    data.add_argument(
        "--out", type=Path, required=True, metavar="DATEI", help="CSV, XLSX oder Parquet, nach der Endung"
    )
    setup = add(
        "demo-setup",
        "demonstration:setup",
        "Erfundenes Land mit Stellen und Personen anlegen (nur AUGENMASS_MODE=demo)",
    )
    setup.add_argument(
        "--cases", type=_positive, default=5_000, metavar="N", help="so viele Fälle übernehmen, wenn noch keine da sind"
    )
    check = add("demo-check", "visit:run", "An einem laufenden Demo-Server anmelden, Liste und Fall öffnen")
    check.add_argument("--url", default="http://localhost:8000")


def _operation(add: Add) -> None:
    serve = add("serve", "serving:serve", "Server starten")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=_positive, default=2, metavar="N", help="Prozesse des Servers")
    serve.add_argument(
        "--with-worker",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="Hintergrunddienst mitstarten (auf SQLite üblich)",
    )
    serve.add_argument(
        "--compartment",
        action="store_true",
        help="statt des Hauptprogramms den Beratungsraum starten (Port 8001; siehe augenmass compartment --help)",
    )
    worker = add("worker", "serving:worker", "Hintergrunddienst: Importe, E-Mails, nächtliche Neuberechnung")
    worker.add_argument("--end-with-parent", type=int, default=0, help=argparse.SUPPRESS)
    again = add(
        "re-evaluate",
        "reevaluating:run",
        "Rechtslage der Fälle neu auswerten, die der Kalender oder ein neuer Rechtskatalog überholt hat",
        description=(
            "Wertet sofort aus, was der Hintergrunddienst sonst von selbst auswertet: Fälle, bei denen bis heute eine Frist\n"
            "oder ein Datum umschlägt, und alle nach einem neuen Rechtskatalog. Andere Fälle werden nicht angerührt; ein\n"
            "zweiter Aufruf findet keine mehr."
        ),
    )
    again.add_argument("--dry-run", action="store_true", help="nur zählen")
    user = add("createuser", "people:create_user", "Konto anlegen und ihm eine Rolle geben; das Kennwort wird erfragt")
    user.add_argument("username", metavar="BENUTZERNAME")
    user.add_argument("--name", required=True, help="Vor- und Familienname")
    user.add_argument(
        "--body", required=True, metavar="STELLE", help="Kennung der Stelle; neu mit --body-name, --body-kind, --land"
    )
    user.add_argument("--role", required=True, action="append", dest="roles", metavar="ROLLE", help="mehrfach möglich")
    user.add_argument("--email", default="")
    user.add_argument("--body-name", default="", help="Name einer neu anzulegenden Stelle")
    user.add_argument("--body-kind", default="foreigners_authority")
    user.add_argument("--land", default="", metavar="KÜRZEL")
    user.add_argument("--password-stdin", action="store_true", help="Kennwort von der Standardeingabe lesen")
    add("check", "checking:check", "Installation prüfen: Einstellungen, Migrationen, Vokabular, Rechtskatalog")
    gate = add(
        "gate",
        "gate:gate",
        "Freigabe für den Betrieb: was jeder Stelle vor Echtdaten noch fehlt",
        description=(
            "Zeigt je Stelle, was vor der Arbeit mit Daten lebender Personen geklärt sein muss und wer es klärt.\n"
            "Rückgabewert 0 nur, wenn jede Stelle freigegeben ist und nichts fehlt; festgehalten und freigegeben wird im Browser."
        ),
    )
    gate.add_argument("--body", default="", metavar="KENNUNG", help="nur diese Stelle")
    gate.add_argument("--format", choices=("json", "text"), default="text")
    drafts = add("privacy-tables", "gate:tables", "Tabellen der Datenschutz-Entwürfe aus dem Programm schreiben")
    drafts.add_argument("folder", nargs="?", type=Path, default=Path("docs/privacy"), metavar="ORDNER")
    agreement = add(
        "verify-agreement", "agreements:verify", "Kopie einer Integrationsvereinbarung prüfen, allein anhand der Datei"
    )
    agreement.add_argument("file", type=Path, metavar="DATEI")
    agreement.add_argument(
        "--fingerprint", default="", metavar="HEX", help="Fingerabdruck des Schlüssels, wie die Stelle ihn nennt"
    )
    verify = add("verify", "checking:verify_record", "Unverändertheit der Akten anhand der Prüfsummenkette prüfen")
    verify.add_argument("--expect", default="", metavar="NR:HEX", help="anderswo hinterlegter Stand der Kette")
    backup = add("backup", "keeping:backup", "Datenbank und Dateien in ein Archiv sichern")
    backup.add_argument("file", type=Path, metavar="DATEI")
    restore = add("restore", "keeping:restore", "Archiv in eine leere Installation zurückspielen und prüfen")
    restore.add_argument("file", type=Path, metavar="DATEI")
    restore.add_argument(
        "--erased",
        type=Path,
        metavar="LISTE",
        help="was seit der Sicherung gelöscht wurde (sonst erased.jsonl im Datenordner); es wird erneut gelöscht",
    )


def _bodies(commands: Any) -> None:
    body = commands.add_parser("body", help="Stellen und ihre Bezirke verwalten (Rolle Betrieb)")
    kinds = body.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)

    def add(name: str, target: str, says: str, acts: bool = True) -> ArgumentParser:
        made: ArgumentParser = kinds.add_parser(name, help=says, description=says)
        made.set_defaults(run=_later(f"bodies:{target}"))
        if acts:
            made.add_argument("--as", dest="account", metavar="NAME", help="Benutzername des Betriebs")
        return made

    new = add("add", "add", "Stelle anlegen")
    new.add_argument("key", metavar="KENNUNG")
    new.add_argument("--kind", required=True, metavar="ART", help="zum Beispiel foreigners_authority")
    new.add_argument("--name", required=True)
    new.add_argument("--land", required=True, metavar="KÜRZEL")
    for field in ("street", "postcode", "town", "telephone", "email"):
        new.add_argument(f"--{field}", default="")
    renamed = add("rename", "rename", "Stelle umbenennen")
    renamed.add_argument("key", metavar="KENNUNG")
    renamed.add_argument("name", metavar="NAME")
    dissolved = add("dissolve", "dissolve", "Stelle auflösen; ihre Fälle müssen vorher abgegeben sein")
    dissolved.add_argument("key", metavar="KENNUNG")
    dissolved.add_argument("--on", type=iso_day, metavar="JJJJ-MM-TT", help="von diesem Tag an (sonst heute)")
    area = add("area", "area", "Bezirk eintragen: für welche Postleitzahlen eine Stelle zuständig ist")
    area.add_argument("key", metavar="KENNUNG")
    area.add_argument("--matter", default="residence", metavar="SACHE", help="residence, enforcement, skilled_visa")
    area.add_argument("--from", dest="first", required=True, metavar="PLZ")
    area.add_argument("--to", dest="last", required=True, metavar="PLZ", help="00000 bis 99999: das ganze Land")
    area.add_argument("--since", type=iso_day, metavar="JJJJ-MM-TT", help="erster Tag (sonst heute)")
    area.add_argument("--source", default="", metavar="TEXT", help="Vorschrift, aus der sich der Bezirk ergibt")
    ended = add("area-end", "end_area", "Bezirk mit einem letzten Tag beenden")
    ended.add_argument("number", type=int, metavar="NUMMER")
    ended.add_argument("--until", type=iso_day, required=True, metavar="JJJJ-MM-TT")
    add("list", "listing", "Stellen mit ihren Bezirken zeigen", acts=False)


def _retention(add: Add) -> None:
    retention = add(
        "retention", "retention:preview", "Aufbewahrung: was zu löschen ist, was bleibt, Löschungen ausführen"
    )
    parts = retention.add_subparsers(title="Teile", metavar="preview|holds|run|reapply", required=True)
    for name, says in (
        ("preview", "was in einer Stelle zu löschen ist, nach welcher Vorschrift, und was nicht"),
        ("holds", "für welche Akten eine Aufbewahrung angeordnet ist"),
    ):
        part = parts.add_parser(name, help=says, description=says)
        part.add_argument("--as", dest="account", metavar="NAME", help="Benutzername der Person, die nachsieht")
        part.set_defaults(run=_later(f"retention:{name}"))
        if name == "preview":
            part.add_argument("--on", type=iso_day, metavar="JJJJ-MM-TT", help="fällig bis zu diesem Tag (sonst heute)")
            part.add_argument("--format", choices=("json", "table"), default="table")
    says = "bestätigte Löschungen sofort ausführen; sonst tut es der Hintergrunddienst"
    parts.add_parser("run", help=says, description=says).set_defaults(run=_later("retention:run"))
    again = parts.add_parser(
        "reapply",
        help="nach dem Zurückspielen einer Sicherung erneut löschen, was seither gelöscht war",
        description="Liest die Liste der Löschungen (erased.jsonl im Datenordner oder LISTE) und löscht, was wieder da ist.",
    )
    again.add_argument("list", type=Path, nargs="?", metavar="LISTE")
    again.set_defaults(run=_later("retention:reapply"))


def _about_programs(add: Add) -> None:
    api = add("api", "programs:api", "Schnittstelle für Programme: ihre Beschreibung (OpenAPI 3.1) ausgeben")
    api.add_argument("what", choices=("schema",), metavar="schema")
    token = add(
        "token",
        "programs:token",
        "Zugänge für Programme auflisten oder zurückziehen",
        description=(
            "Listet die Zugänge der Installation oder zieht einen zurück (sofort und endgültig).\n"
            "Angelegt wird ein Zugang nur auf seiner Seite, von der Person, in deren Namen das Programm handelt."
        ),
    )
    token.add_argument("what", choices=("list", "revoke"), metavar="list|revoke")
    token.add_argument("key", nargs="?", default="", metavar="KENNUNG", help="der öffentliche Teil (12 Zeichen)")
    token.add_argument("--format", choices=("json", "table"), default="table")


def _offers(commands: Any) -> None:
    offers = commands.add_parser("offers", help="Angebote vor Ort: Dateien übernehmen und schreiben, Umrisse der Karte")
    kinds = offers.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)

    def add(name: str, target: str, says: str) -> ArgumentParser:
        made: ArgumentParser = kinds.add_parser(name, help=says, description=says)
        made.add_argument("file", type=Path, metavar="DATEI")
        made.add_argument("--as", dest="account", metavar="NAME", help="Benutzername der Person, in deren Namen")
        made.set_defaults(run=_later(f"offers:{target}"))
        return made

    taken = add("import", "import_file", "Datei mit Angeboten (CSV oder XLSX) übernehmen; geschlossen wird nichts")
    taken.add_argument("--check", action="store_true", help="nur prüfen, nichts übernehmen")
    taken.add_argument("--refused", type=Path, metavar="DATEI", help="zurückgegebene Zeilen mit Gründen hierhin (CSV)")
    add("export", "export", "Angebote der eigenen Stelle als CSV schreiben; die Datei lässt sich wieder einlesen")
    add("outlines", "outlines", "Umrisse von Kreisen (GeoJSON) auf der Karte zeigen, anstelle der bisherigen")


def _messages(commands: Any) -> None:
    transmissions = commands.add_parser(
        "transmissions", help="Signierte Nachrichten übernehmen; Schlüssel und Stellenkarten"
    )
    kinds = transmissions.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)

    def add(name: str, target: str, says: str) -> ArgumentParser:
        made: ArgumentParser = kinds.add_parser(name, help=says, description=says)
        made.set_defaults(run=_later(f"messages:{target}"))
        return made

    taken = add("take-in", "take_in", "Signierte Nachricht aus einer Datei prüfen und übernehmen")
    taken.add_argument("file", type=Path, metavar="DATEI")
    taken.add_argument(
        "--receipt", type=Path, metavar="DATEI", help="Quittung hierhin schreiben (sonst auf die Ausgabe)"
    )
    add("schema", "schema", "Schema der Nachrichten ausgeben (JSON Schema)")
    card = add("card", "card", "Stellenkarte mit Adresse und öffentlichem Schlüssel ausgeben")
    card.add_argument("body", metavar="STELLE")
    card.add_argument("--out", type=Path, metavar="DATEI")
    key = add("key", "key", "Neuen Signaturschlüssel für eine Stelle anlegen oder einen sperren")
    key.add_argument("body", metavar="STELLE")
    key.add_argument("--revoke", default="", metavar="KENNUNG")


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl ab 1")
    return int(text)
