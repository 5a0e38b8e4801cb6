"""``augenmass law``: what the catalogue holds, for people and for programs. Needs no database."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from augenmass.law.catalogue import BEGINS, Catalogue
from augenmass.law.encoding import encode, encode_fact
from augenmass.law.norms.statutes import split_cite
from augenmass.lawbook.book.binding import catalogues
from augenmass.site.command.outcome import CommandFailed

Rows = Iterable[dict[str, Any]]


def listing(arguments: Namespace) -> int:
    """Print a part of the shipped catalogue; of norms, those of transmissions and of retention too."""
    counting = arguments.what == "norms" and arguments.count
    part = "counts" if counting else arguments.what
    names = catalogues() if arguments.what == "norms" else {"cases": Catalogue.shipped()}
    rows = [row for name, catalogue in names.items() for row in _PARTS[part](name, catalogue)]
    if arguments.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    print_table([[str(row[key]) for key in _COLUMNS[part]] for row in rows], _HEADS[part])
    return 0


def refuse_before_catalogue(day: date) -> None:
    """Raise ``CommandFailed`` for a day before the first one of which the catalogue holds the law."""
    if day < BEGINS:
        raise CommandFailed(
            f"Zum {day:%d.%m.%Y} ist nichts festgestellt: Der Rechtskatalog beginnt am {BEGINS:%d.%m.%Y}."
        )


def print_table(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> None:
    """Print columns side by side; the last one takes what it needs."""
    widths = [max(len(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    for row in [heads, ["-" * width for width in widths], *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _vocabulary(name: str, catalogue: Catalogue) -> Rows:
    yield from map(encode_fact, catalogue.vocabulary.values())


def _norms(name: str, catalogue: Catalogue) -> Rows:
    for norm in catalogue.norms:
        yield {
            "catalogue": name,
            "statute": split_cite(norm.id)[0],
            "id": norm.id,
            "de": norm.de,
            "en": norm.en,
            "modality": norm.modality.value,
            "effect": norm.effect,
            "effect_en": norm.effect_en,
            "decider": norm.decider,
            "remedy": norm.remedy,
            "suspensive": norm.suspensive,
            "since": norm.since.isoformat() if norm.since else None,
            "until": norm.until.isoformat() if norm.until else None,
            "text_hash": norm.text_hash,
            "review": norm.review.value,
            "when": encode(norm.when),
            "transition": encode(norm.transition) if norm.transition else None,
        }


def _counts(name: str, catalogue: Catalogue) -> Rows:
    counted = Counter((split_cite(norm.id)[0], norm.review.value) for norm in catalogue.norms)
    for (statute, review), count in counted.items():
        yield {"catalogue": name, "statute": statute, "review": review, "count": count}


def _questions(name: str, catalogue: Catalogue) -> Rows:
    for question in catalogue.questions:
        steps = [step.id for step in catalogue.steps if step.question == question.id]
        yield {
            "id": question.id,
            "de": question.de,
            "en": question.en,
            "cite": question.cite,
            "steps": steps,
            "goal": encode(question.goal),
        }


def _steps(name: str, catalogue: Catalogue) -> Rows:
    for step in sorted(catalogue.steps, key=lambda found: found.order):
        yield {
            "id": step.id,
            "de": step.de,
            "en": step.en,
            "does_de": step.does_de,
            "does_en": step.does_en,
            "question": step.question,
            "lane": step.lane,
            "roles": list(step.roles),
            "asks": list(step.asks),
            "writes": list(step.writes),
            "letter": step.letter,
            "second_person": step.second_person,
            "order": step.order,
        }


_PARTS: dict[str, Callable[[str, Catalogue], Rows]] = {
    "vocabulary": _vocabulary,
    "norms": _norms,
    "counts": _counts,
    "questions": _questions,
    "steps": _steps,
}
_COLUMNS = {
    "vocabulary": ("name", "kind", "group", "de"),
    "norms": ("id", "modality", "review", "de"),
    "counts": ("catalogue", "statute", "review", "count"),
    "questions": ("id", "cite", "de"),
    "steps": ("order", "id", "question", "de"),
}
_HEADS = {
    "vocabulary": ("Name", "Art", "Gruppe", "Bezeichnung"),
    "norms": ("Norm", "Bindung", "Prüfstand", "Inhalt"),
    "counts": ("Katalog", "Gesetz", "Prüfstand", "Normen"),
    "questions": ("Frage", "Fundstelle", "Wortlaut"),
    "steps": ("Nr.", "Schritt", "Frage", "Bezeichnung"),
}
