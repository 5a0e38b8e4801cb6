"""The tables of ``docs/privacy`` that are not written by hand: from the declaration of rooms, vocabulary, matrix and retention.

``augenmass privacy-tables`` writes them anew into the pages, between their marks; a test compares.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from augenmass.access.actor import PURPOSE_LABELS
from augenmass.access.matrix import lines
from augenmass.access.tables import tables
from augenmass.directory.roles import ROLE_LABELS
from augenmass.gate.processing import PROCESSINGS, Processing
from augenmass.law.norms.statutes import cite_text
from augenmass.law.retention.rules import RULES
from augenmass.law.retention.vocabulary import RECORD_FACTS
from augenmass.law.vocabulary import CATEGORIES, VOCABULARY

BEGINS = "<!-- {}: aus dem Programm erzeugt, nicht von Hand ändern -->"
ENDS = "<!-- Ende {} -->"
KEEPS = {
    "case_file": "mit der Akte",
    "work": "bis die Arbeit getan und die Akte gelöscht ist",
    "people": "Dauer der Beschäftigung, danach nach Landesrecht",
    "log": "Frist des Zugriffsprotokolls (Landesprofil)",
    "session": "Stunden bis Tage",
    "lasting": "so lange die Installation besteht",
}
_UNITS = {"days": "Tage", "weeks": "Wochen", "months": "Monate", "years": "Jahre"}


def rooms_table() -> str:
    """One entry a room for the record of processing."""
    return "\n".join(_entry(found) for found in PROCESSINGS)


def responsible_table() -> str:
    """Who is responsible for which room."""
    head = "| Raum | Zweck | Verantwortlich | Weitere Stellen, die Daten erhalten |\n|---|---|---|---|\n"
    return head + "".join(
        f"| {found.title} (`{found.room}`) | {found.purpose} | {found.responsible} | {found.recipients} |\n"
        for found in PROCESSINGS
    )


def categories_table() -> str:
    """Categories of facts: how many there are, who reads them for what, by which provision."""
    counted = Counter(declared.category for declared in VOCABULARY.values())
    rows = ["| Kategorie | Angaben | Rolle | Zweck | Vorschrift |\n|---|---|---|---|---|\n"]
    for key, (label, _english) in CATEGORIES.items():
        for line in lines():
            if key in line.categories:
                roles = ", ".join(str(ROLE_LABELS[role]) for role in line.roles)
                purposes = ", ".join(str(PURPOSE_LABELS[purpose]) for purpose in line.purposes)
                rows.append(f"| {label} | {counted[key]} | {roles} | {purposes} | {line.provision} |\n")
    return "".join(rows)


def retention_table() -> str:
    """Periods of the retention classes that facts have; a class without a rule is not established."""
    rows = ["| Klasse | Angaben | Frist | Vorschrift |\n|---|---|---|---|\n"]
    for name, count in sorted(Counter(declared.retention for declared in VOCABULARY.values()).items()):
        rules = [found for found in RULES if found.kind == name]
        for found in rules:
            period = "sofort" if found.period is None else f"{found.period.count} {_UNITS[found.period.unit]}"
            rows.append(
                f"| `{name}` | {count} | {period} ab: {RECORD_FACTS[found.event].de} | {cite_text(found.norm.id)} |\n"
            )
        if not rules:
            rows.append(f"| `{name}` | {count} | nicht festgestellt | Archivrecht und Aktenordnung des Landes |\n")
    return "".join(rows)


BLOCKS: dict[str, dict[str, Callable[[], str]]] = {
    "record-of-processing.md": {"Räume": rooms_table, "Kategorien": categories_table, "Fristen": retention_table},
    "joint-controllers.md": {"Verantwortliche": responsible_table},
}


def filled(page: str, name: str) -> str:
    """A page with its tables written anew. Raises ``ValueError`` where a mark is missing."""
    for block, write in BLOCKS[name].items():
        before, begins, rest = page.partition(BEGINS.format(block))
        _old, ends, after = rest.partition(ENDS.format(block))
        if not begins or not ends:
            raise ValueError(f"{name}: the marks of {block} are missing")
        page = f"{before}{begins}\n\n{write().rstrip()}\n\n{ends}{after}"
    return page


def _entry(found: Processing) -> str:
    held = [table for table in tables().values() if table.label.split(".")[0] in found.apps]
    kept = sorted({KEEPS[table.keeps] for table in held})
    data = "die Kategorien der Tabelle unten" if found.of_cases else found.data
    cells = (
        ("Zweck", found.purpose),
        ("Betroffene Personen", found.persons),
        ("Datenkategorien", data),
        ("Rechtsgrundlage", found.basis),
        ("Empfänger", found.recipients),
        ("Verantwortlich", found.responsible),
        ("Aufbewahrung", "; ".join(kept)),
        ("Tabellen", ", ".join(f"`{table.label}`" for table in held)),
    )
    lines_ = "".join(f"| {name} | {text} |\n" for name, text in cells)
    return f"### {found.title} (`{found.room}`)\n\n| | |\n|---|---|\n{lines_}"


def write(folder: Path) -> list[Path]:
    """Write the tables anew into the pages of a folder; returns those that were changed. Raises ``ValueError`` and ``OSError``."""
    changed = []
    for name in BLOCKS:
        path = folder / name
        before = path.read_text(encoding="utf-8")
        after = filled(before, name)
        if after != before:
            path.write_text(after, encoding="utf-8")
            changed.append(path)
    return changed
