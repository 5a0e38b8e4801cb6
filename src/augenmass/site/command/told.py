"""Facts, names and days typed on the command line, in the language asked for; what cannot be read ends with one sentence."""

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.law.catalogue import BEGINS
from augenmass.law.facts import FormatError, canonical, parse_value
from augenmass.law.time import today
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind, Vocabulary
from augenmass.lawbook.book.norms import day_words
from augenmass.site.command.outcome import CommandFailed

NOTHING = "-"
"""Typed as a value: the fact is not established."""


def language() -> str:
    """The language in which the command answers."""
    return "en" if get_language() == "en" else "de"


def asked_day(given: date | None) -> date:
    """Return the day asked for, or today. Raises ``CommandFailed`` for one before the catalogue begins."""
    on = given or today()
    if on < BEGINS:
        raise CommandFailed(
            _("Zum %(day)s ist nichts festgestellt: Der Rechtskatalog beginnt am %(begins)s.")
            % {"day": day_words(on), "begins": day_words(BEGINS)}
        )
    return on


def told_facts(pairs: Iterable[str], vocabulary: Vocabulary, but: Iterable[str] = ()) -> dict[str, str]:
    """Read ``NAME=VALUE`` pairs as canonical texts by name, ``NOTHING`` where a fact is taken away.

    ``but``: names that are asked for in another way. Raises ``CommandFailed``.
    """
    known = {name: declared for name, declared in vocabulary.items() if name not in set(but)}
    return dict(_read(pair, known) for pair in pairs)


def _read(pair: str, known: Mapping[str, FactDeclaration]) -> tuple[str, str]:
    name, sign, text = (part.strip() for part in pair.partition("="))
    if not sign:
        raise CommandFailed(_("„%(pair)s“ hat nicht die Form NAME=WERT.") % {"pair": pair})
    if name not in known:
        raise CommandFailed(_("Eine Angabe „%(name)s“ gibt es nicht.") % {"name": name} + nearest(name, known))
    return name, NOTHING if text in ("", NOTHING) else canonical_text(known[name], text)


def canonical_text(declared: FactDeclaration, text: str) -> str:
    """Read a value as it is stored, from any usual spelling. Raises ``CommandFailed``; of a choice with the nearest one."""
    try:
        value = parse_value(declared, text)
    except FormatError as error:
        labels = {word: choice.key for choice in declared.choices for word in (choice.key, choice.de, choice.en)}
        said = error.en if language() == "en" else error.de
        raise CommandFailed(
            f"{declared.name}: {said}" + (nearest(text, labels) if declared.kind is Kind.CHOICE else "")
        ) from error
    return NOTHING if value is None else canonical(declared, value)


def nearest(name: str, known: Iterable[str]) -> str:
    """Which name was perhaps meant, as a sentence; empty where none is near."""
    near = get_close_matches(name, list(known), n=1)
    return " " + _("Gemeint ist vielleicht „%(name)s“.") % {"name": near[0]} if near else ""


def without_nothing(facts: Mapping[str, str]) -> dict[str, str]:
    """Leave out what was taken away."""
    return {name: text for name, text in facts.items() if text != NOTHING}


def said(thing: Any) -> str:
    """What a thing of the catalogue says, in the language in which the command answers."""
    return str(thing.en if language() == "en" else thing.de)
