"""Norms in the document: by statute, chapter and paragraph, each with everything that is known of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from augenmass.law.difference import norm_hash
from augenmass.law.facts import Held, parse_value
from augenmass.law.norm import Example, Norm
from augenmass.law.norms.chapters import chapter_of, section_order
from augenmass.law.norms.statutes import STATUTES, cite_text, split_cite
from augenmass.law.proof import prove_site
from augenmass.law.running import run
from augenmass.law.values import UNKNOWN, from_word, label
from augenmass.law.words import value_text
from augenmass.lawbook.book.document import Branch, Row, Run, Runs, Said, Section, Tree, separated
from augenmass.lawbook.book.shelf import Shelf
from augenmass.lawbook.words import modality_words, review_state, review_text


def kinds() -> dict[str, str]:
    """How the parts of a catalogue are called, one thing of each."""
    return {
        "norms": _("Norm"),
        "definitions": _("Begriff"),
        "questions": _("Frage"),
        "steps": _("Schritt"),
        "doubts": _("Zweifel"),
        "deadlines": _("Frist"),
        "lanes": _("Spur"),
    }


def norm_sections(shelf: Shelf, norms: Iterable[Norm], level: int) -> Iterator[Section]:
    """The norms of a catalogue in the order of their statutes; headings of statute, chapter and paragraph above them."""
    above: tuple[str, ...] = ()
    for norm in sorted(norms, key=_in_order):
        place = _place(norm, shelf.language)
        same = next((at for at, text in enumerate(place) if above[at : at + 1] != (text,)), len(place))
        for depth in range(same, len(place)):
            yield Section(place[depth], level + depth, shelf.anchor("place", "/".join(place[: depth + 1])))
        above = place
        yield norm_section(shelf, norm, level + len(place))


def _place(norm: Norm, language: str) -> tuple[str, ...]:
    key, parts, _day = split_cite(norm.id)
    chapter = chapter_of(key, parts[0], language)
    return tuple(part for part in (STATUTES[key].name, chapter, cite_text(f"{key}/{parts[0]}")) if part)


def _in_order(norm: Norm) -> tuple[object, ...]:
    key, parts, day = split_cite(norm.id)
    return list(STATUTES).index(key), [section_order(part) for part in parts], day


def norm_section(shelf: Shelf, norm: Norm, level: int, more: tuple[Row, ...] = ()) -> Section:
    """Everything about one norm. ``more``: rows that its catalogue adds, before the condition."""
    heading = f"{cite_text(norm.id)}: {shelf.said(norm)}"
    rows = (*_what_it_says(shelf, norm), *more, *_what_it_rests_on(shelf, norm))
    return Section(heading, level, shelf.anchor("norms", norm.id), rows, listed=False)


def _what_it_says(shelf: Shelf, norm: Norm) -> Iterator[Row]:
    effect = norm.effect_en if shelf.language == "en" else norm.effect
    suspends = {None: "", True: _("ja"), False: _("nein")}[norm.suspensive]
    for word, run_ in (
        (_("Kennung"), Run(norm.id)),
        (_("Wortlaut"), shelf.german(shelf.wordings.get(norm.id, ""))),
        (_("Bindung"), Run(modality_words(norm.modality))),
        (_("Folge"), Run(effect)),
        (_("Wer entscheidet"), shelf.german(norm.decider)),
        (_("Rechtsbehelf"), shelf.german(norm.remedy)),
        (_("Aufschiebende Wirkung"), Run(suspends)),
        (_("Geltung"), Run(validity(norm))),
    ):
        if run_.text:
            yield Said(word, (run_,))


def _what_it_rests_on(shelf: Shelf, norm: Norm) -> Iterator[Row]:
    site = shelf.catalogue.program.norms[norm.id]
    yield Tree(_("Voraussetzung"), shelf.branches(site, with_root=False))
    if asked := shelf.facts_asked(site):
        yield Said(_("Angaben, die sie selbst fragt"), asked)
    if uses := tuple(shelf.uses(norm.id, kinds())):
        yield Tree(_("Wo sie verwendet wird"), uses)
    if norm.examples:
        yield Tree(_("Beispiele"), tuple(_example(shelf, norm, example) for example in norm.examples))
    yield Said(_("Prüfung"), (Run(review_text(review_state(norm, shelf.states))),))
    if norm.text_hash:
        yield Said(_("Prüfsumme des Wortlauts"), (Run(norm.text_hash),))
    yield Said(_("Prüfsumme der Norm"), (Run(norm_hash(norm)),))


def validity(norm: Norm) -> str:
    """From when to when a norm holds, and whether a rule of transition narrows it, in words."""
    since = "" if norm.since is None else _("gilt seit %(day)s") % {"day": day_words(norm.since)}
    until = "" if norm.until is None else _("gilt bis %(day)s") % {"day": day_words(norm.until)}
    transition = "" if norm.transition is None else _("mit Übergangsvorschrift, siehe Voraussetzung")
    return "; ".join(part for part in (since, until, transition) if part)


def day_words(day: date) -> str:
    """A day as people read it."""
    return date_format(day, "SHORT_DATE_FORMAT")


def _example(shelf: Shelf, norm: Norm, example: Example) -> Branch:
    """The answer and its day; below, what decides it."""
    vocabulary = shelf.catalogue.vocabulary
    read = {name: parse_value(vocabulary[name], value) for name, value in example.facts}
    facts = {name: Held(value) for name, value in read.items() if value is not None}
    program = shelf.catalogue.program
    proof = prove_site(program.targets[norm.id], run(program, facts, example.on))
    deciding = dict.fromkeys(source.name for leaf in proof.leaves() for source in leaf.sources)
    answer = label(from_word(example.answer), shelf.language).capitalize()
    day = _(" (Stand %(day)s)") % {"day": day_words(example.on)}
    below = separated((_deciding(shelf, name, facts.get(name)) for name in deciding), "; ")
    return Branch((Run(f"{answer}: "), shelf.german(example.de), Run(day)), (Branch(below),) if below else ())


def _deciding(shelf: Shelf, name: str, held: Held | None) -> Runs:
    declaration = shelf.catalogue.vocabulary[name]
    text = label(UNKNOWN, shelf.language) if held is None else value_text(declaration, held.value, shelf.language)
    return (shelf.label(name), Run(f": {text}"))
