"""``augenmass law check-texts`` and ``load-texts``: the wording of the statutes against what the norms were written from."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from augenmass.law.catalogue import BEGINS, Catalogue
from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import cite_text, split_cite
from augenmass.law.texts.source import StatuteText, TextsUnreadable, newest, read_texts
from augenmass.law.texts.watch import Change, Finding, watch
from augenmass.site.command.outcome import FOUND, OK, CommandFailed

_SHOWN = 60
"""Words of a change printed in full; longer ones are cut."""


def check(arguments: Namespace) -> int:
    """Print which cited units read otherwise; exit code 1 when one changed or is gone, 3 when the texts cannot be read."""
    texts = _read(arguments.texts)
    now = newest(texts, arguments.as_of)
    if not now:
        raise CommandFailed(f"{arguments.texts}: enthält keinen Text mit Stand bis {_german(arguments.as_of)}.")
    present = {unit: text for statute in now.values() for unit, text in statute.units.items()}
    findings = watch(Catalogue.shipped(), HASHES, present, _known(arguments, texts))
    if arguments.format == "json":
        print(json.dumps([asdict(found) for found in findings], ensure_ascii=False, indent=2))
    else:
        _print(findings, now)
    return FOUND if any(found.state in ("changed", "gone") for found in findings) else OK


def load(arguments: Namespace) -> int:
    """Take the wording into the database."""
    from augenmass.site.command.setting_up import refuse_missing_migrations, start_django

    start_django()
    refuse_missing_migrations()
    from augenmass.lawbook.loading import load_texts

    try:
        loaded = load_texts(arguments.texts)
    except TextsUnreadable as error:
        raise CommandFailed(str(error)) from error
    print(
        f"{loaded.statutes} Gesetze, {loaded.units} Absätze und Paragraphen gelesen; {loaded.new} davon waren neu.",
        file=sys.stderr,
    )
    return OK


def _read(path: Path) -> list[StatuteText]:
    try:
        return read_texts(path)
    except TextsUnreadable as error:
        raise CommandFailed(str(error)) from error


def _known(arguments: Namespace, texts: list[StatuteText]) -> list[Mapping[str, str]]:
    found = list(texts)
    versions = arguments.texts / "versions"
    for folder in (arguments.known, versions if versions.is_dir() else None, _beside(arguments.texts)):
        if folder is not None:
            found += _read(folder)
    known: list[Mapping[str, str]] = [text.units for text in found]
    if arguments.database:
        from augenmass.site.command.setting_up import start_django

        start_django()
        from augenmass.lawbook.queries import all_wordings

        known += all_wordings()
    return known


def _beside(path: Path) -> Path | None:
    """The folder above a folder of versions holds the present texts."""
    above = path.resolve().parent
    return above if path.name == "versions" and any(above.glob("*.md")) else None


def _print(findings: list[Finding], now: Mapping[str, StatuteText]) -> None:
    for found in findings:
        if found.state in ("changed", "gone"):
            print("\n".join(_lines(found)))
    for key, text in now.items():
        for remark in _remarks(key, text, findings):
            print(remark)
    counted = {state: sum(found.state == state for found in findings) for state in ("unchanged", "changed", "gone")}
    print(
        f"{counted['unchanged']} Einheiten unverändert, {counted['changed']} geändert, {counted['gone']} nicht mehr vorhanden."
    )
    unread = sorted({split_cite(found.unit)[0] for found in findings if found.state == "not_read"})
    if unread:
        print(f"Nicht verglichen, weil der Text fehlt: {', '.join(unread)}.")
    days = sorted({text.day for text in now.values() if text.day is not None})
    if days:
        print(f"Textstände von {_german(days[0])} bis {_german(days[-1])}.")


def _remarks(key: str, text: StatuteText, findings: list[Finding]) -> Iterator[str]:
    """What speaks for the text being cut off or of another time than the norms."""
    of_statute = [found for found in findings if split_cite(found.unit)[0] == key]
    gone = [found.unit for found in of_statute if found.state == "gone"]
    last = _section(list(text.units)[-1])
    if len(gone) > 2 and all(_place(unit) > _place(last) for unit in gone):
        yield (
            f"{key}: Der Text endet mit {cite_text(last)}, {len(gone)} von {len(of_statute)} Einheiten fehlen danach. "
            f"Vermutlich ist die Datei {text.source} abgeschnitten."
        )
    if text.day is not None and text.day < BEGINS:
        yield (
            f"{key}: Der Text vom {_german(text.day)} ist älter als der Rechtskatalog; "
            f"dieser beginnt am {_german(BEGINS)}."
        )


def _section(unit: str) -> str:
    key, parts, _day = split_cite(unit)
    return f"{key}/{parts[0]}"


def _place(unit: str) -> tuple[int, str]:
    section = split_cite(unit)[1][0]
    number = section.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(number), section.removeprefix(number)


def _lines(found: Finding) -> Iterator[str]:
    gone = found.state == "gone"
    yield f"{cite_text(found.unit)}: {'nicht mehr vorhanden oder anders nummeriert' if gone else 'geändert'}"
    if found.norms:
        yield f"  geschrieben daraus: {', '.join(found.norms)}"
    for change in found.changes:
        yield from _words(change)
    if not gone and not found.compared:
        yield "  Der frühere Wortlaut liegt nicht vor; kein Wortvergleich."
    yield ""


def _words(change: Change) -> Iterator[str]:
    yield f"  … {change.before} [{_cut(change.was)} → {_cut(change.now)}] {change.after} …"


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN]) + (f" … ({len(words)} Wörter)" if len(words) > _SHOWN else "") or "–"


def _german(day: date) -> str:
    return f"{day:%d.%m.%Y}"
