"""``augenmass law check-texts`` and ``load-texts``: the wording of the statutes against what the norms were written from."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from augenmass.law.catalogue import BEGINS, Catalogue
from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import cite_text, split_cite
from augenmass.law.texts.cut import cut_off
from augenmass.law.texts.source import StatuteText, TextsUnreadable, newest, read_texts
from augenmass.law.texts.watch import Change, Finding, watch
from augenmass.lawbook.book.norms import day_words
from augenmass.site.command.outcome import FOUND, OK, CommandFailed
from augenmass.site.command.setting_up import refuse_missing_migrations, start_django, start_without_database
from augenmass.site.command.told import said

_SHOWN = 60
"""Words of a change printed in full; longer ones are cut."""
_NAMED = 5
"""Units named of those that a text lacks."""


def check(arguments: Namespace) -> int:
    """Print which cited units read otherwise; exit code 1 when one changed or is gone, 3 when the texts cannot be read."""
    if arguments.database:
        start_django()
    else:
        start_without_database()
    with override(arguments.language):
        return _check(arguments)


def _check(arguments: Namespace) -> int:
    texts = _read(arguments.texts)
    now = newest(texts, arguments.as_of)
    if not now:
        raise CommandFailed(
            _("%(path)s: enthält keinen Text mit Stand bis %(day)s.")
            % {"path": arguments.texts, "day": day_words(arguments.as_of)}
        )
    present = {unit: text for statute in now.values() for unit, text in statute.units.items()}
    findings = watch(Catalogue.shipped(), HASHES, present, _earlier(arguments, texts))
    if arguments.format == "json":
        print(json.dumps([asdict(found) for found in findings], ensure_ascii=False, indent=2))
    else:
        _print(findings, now)
    return FOUND if any(found.state in ("changed", "gone") for found in findings) else OK


def load(arguments: Namespace) -> int:
    """Take the wording into the database; a text that is cut off is refused and the earlier wording stays."""
    start_django()
    refuse_missing_migrations()
    from augenmass.lawbook.loading import load_texts

    with override(arguments.language):
        try:
            loaded = load_texts(arguments.texts, arguments.shortened)
        except TextsUnreadable as error:
            shortened = _("Ist der Text wirklich kürzer geworden, nehmen Sie ihn mit --shortened.")
            raise CommandFailed(f"{said(error)} {shortened}" if error.cut else said(error)) from error
        print(
            _("%(statutes)s Gesetze, %(units)s Absätze und Paragraphen gelesen; %(new)s davon waren neu.")
            % {"statutes": loaded.statutes, "units": loaded.units, "new": loaded.new},
            file=sys.stderr,
        )
        for text in loaded.texts:
            for remark in (*_not_cited_any_more(text), *_older(text)):
                print(remark, file=sys.stderr)
    return OK


def _read(path: Path) -> list[StatuteText]:
    try:
        return read_texts(path)
    except TextsUnreadable as error:
        raise CommandFailed(said(error)) from error


def _not_cited_any_more(text: StatuteText) -> Iterator[str]:
    """Units that norms rest on and that a text does not have: it is numbered otherwise, or of another time."""
    gone = [unit for unit in HASHES if "@" not in unit and split_cite(unit)[0] == text.key and unit not in text.units]
    if gone:
        few = ", ".join(map(cite_text, gone[:_NAMED])) + (" …" if len(gone) > _NAMED else "")
        yield _("%(source)s: %(count)s Einheiten, auf die sich Normen stützen, gibt es darin nicht: %(few)s") % {
            "source": text.source,
            "count": len(gone),
            "few": few,
        }


def _earlier(arguments: Namespace, texts: list[StatuteText]) -> list[Mapping[str, str]]:
    found = list(texts)
    versions = arguments.texts / "versions"
    for folder in (arguments.known, versions if versions.is_dir() else None, _beside(arguments.texts)):
        if folder is not None:
            found += _read(folder)
    known: list[Mapping[str, str]] = [text.units for text in found]
    if arguments.database:
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
        _("%(unchanged)s Einheiten unverändert, %(changed)s geändert, %(gone)s nicht mehr vorhanden.") % counted,
    )
    unread = sorted({split_cite(found.unit)[0] for found in findings if found.state == "not_read"})
    if unread:
        print(_("Nicht verglichen, weil der Text fehlt: %(statutes)s.") % {"statutes": ", ".join(unread)})
    days = sorted({text.day for text in now.values() if text.day is not None})
    if days:
        print(_("Textstände von %(first)s bis %(last)s.") % {"first": day_words(days[0]), "last": day_words(days[-1])})


def _remarks(key: str, text: StatuteText, findings: list[Finding]) -> Iterator[str]:
    """What speaks for the text being cut off or of another time than the norms."""
    cut = cut_off(text, [found.unit for found in findings if split_cite(found.unit)[0] == key])
    if cut is not None:
        yield said(cut)
    yield from _older(text)


def _older(text: StatuteText) -> Iterator[str]:
    if text.day is not None and text.day < BEGINS:
        yield _("%(statute)s: Der Text vom %(day)s ist älter als der Rechtskatalog; dieser beginnt am %(begins)s.") % {
            "statute": text.key,
            "day": day_words(text.day),
            "begins": day_words(BEGINS),
        }


def _lines(found: Finding) -> Iterator[str]:
    gone = found.state == "gone"
    yield f"{cite_text(found.unit)}: {_('nicht mehr vorhanden oder anders nummeriert') if gone else _('geändert')}"
    if found.norms:
        yield "  " + _("geschrieben daraus: %(norms)s") % {"norms": ", ".join(found.norms)}
    for change in found.changes:
        yield from _words(change)
    if not gone and not found.compared:
        yield "  " + _("Der frühere Wortlaut liegt nicht vor; kein Wortvergleich.")
    yield ""


def _words(change: Change) -> Iterator[str]:
    yield f"  … {change.before} [{_cut(change.was)} → {_cut(change.now)}] {change.after} …"


def _cut(text: str) -> str:
    words = text.split()
    return (
        " ".join(words[:_SHOWN]) + (_(" … (%(count)s Wörter)") % {"count": len(words)} if len(words) > _SHOWN else "")
        or "–"
    )
