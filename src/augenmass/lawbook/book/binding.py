"""The whole document: title page, how to read it, and every part of the three catalogues in one order."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from augenmass.law.catalogue import BEGINS, PARTS, Catalogue
from augenmass.law.norm import Norm
from augenmass.law.norms.statutes import STATUTES, split_cite
from augenmass.law.program import Target
from augenmass.law.retention.answer import retention_catalogue
from augenmass.law.transmission.catalogue import transmission_catalogue
from augenmass.lawbook.book import parts
from augenmass.lawbook.book.beside import retention_sections, transmission_sections
from augenmass.lawbook.book.document import Book, Section
from augenmass.lawbook.book.norms import day_words, norm_sections
from augenmass.lawbook.book.shelf import Shelf, own_facts
from augenmass.lawbook.words import review_state, review_text

LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Installation:
    """What an installation adds: findings of reviewers and wording by norm, and when the catalogue was released by whom."""

    states: Mapping[str, str] = field(default_factory=dict)
    wordings: Mapping[str, str] = field(default_factory=dict)
    released_on: date | None = None
    reviewers: tuple[str, ...] = ()
    recorded: bool = True
    """Whether the installation was asked at all."""


def catalogues() -> dict[str, Catalogue]:
    """Return the shipped catalogues by name, in the order of the document."""
    return {
        "cases": Catalogue.shipped(),
        "transmission": transmission_catalogue(),
        "retention": retention_catalogue(),
    }


def statutes_written_from() -> tuple[str, ...]:
    """Return the keys of the statutes that the norms of any catalogue are written from, in their order."""
    used = {split_cite(norm.id)[0] for law in catalogues().values() for norm in law.norms}
    return tuple(key for key in STATUTES if key in used)


PRINTED_AT_ONCE = 60
"""Norms that a page sets as PDF while somebody waits; the larger statutes take seconds and hundreds of megabytes."""


def printed_at_once() -> tuple[str, ...]:
    """Return the keys of the statutes that are short enough for a page to set them as PDF."""
    counted = Counter(split_cite(norm.id)[0] for law in catalogues().values() for norm in law.norms)
    return tuple(key for key in statutes_written_from() if counted[key] <= PRINTED_AT_ONCE)


def printed_in_volumes() -> tuple[str, ...]:
    """Return the keys of the statutes that are too long for that."""
    return tuple(key for key in statutes_written_from() if key not in printed_at_once())


def narrowed(law: Catalogue, statute: str) -> Catalogue:
    """Return of a catalogue what cites one statute, and the steps whose question does; everything where ``statute`` is empty."""
    if not statute:
        return law

    def kept(thing: Any) -> bool:
        return split_cite(thing.id if isinstance(thing, Norm) else thing.cite)[0] == statute

    questions = tuple(filter(kept, law.questions))
    asked = {question.id for question in questions}
    return replace(
        law,
        norms=tuple(filter(kept, law.norms)),
        definitions=tuple(filter(kept, law.definitions)),
        questions=questions,
        steps=tuple(step for step in law.steps if step.question in asked),
        doubts=tuple(filter(kept, law.doubts)),
        deadlines=tuple(filter(kept, law.deadlines)),
        lanes=(),
    )


def bind(on: date, language: str = "de", statute: str = "", installation: Installation | None = None) -> Book:
    """Return the document of the whole law, or of one statute (a key of ``STATUTES``), as of a day, in German or English."""
    known = installation or Installation(recorded=False)
    with override(language):
        shelves = [
            Shelf(name, law, language, known.states if name == "cases" else {}, known.wordings)
            for name, law in catalogues().items()
        ]
        name = STATUTES[statute].name if statute else ""
        return Book(
            title=_("Rechtskatalog"),
            subtitle=_("Nur %(statute)s") % {"statute": name} if statute else _("Alle Gesetze"),
            language=language,
            on=on,
            front=tuple(_front(shelves, on, statute, known)),
            notes=_notes(bool(known.wordings)),
            sections=tuple(section for shelf in shelves for section in _sections(shelf, statute)),
            words={
                "contents": _("Inhalt"),
                "page": _("Seite"),
                "of": _("von"),
                "footer": f"{_('Rechtskatalog')} {shelves[0].catalogue.hash[:12]} · {day_words(on)}",
            },
        )


def _front(shelves: list[Shelf], on: date, statute: str, known: Installation) -> Iterator[tuple[str, str]]:
    yield _("Stand"), day_words(on)
    yield _("Der Katalog beginnt am"), day_words(BEGINS)
    state = (
        _("nicht freigegeben") if known.recorded else _("nicht bekannt: ohne die Datenbank einer Installation erstellt")
    )
    if known.released_on is not None:
        state = _("freigegeben am %(day)s durch %(people)s") % {
            "day": day_words(known.released_on),
            "people": ", ".join(known.reviewers),
        }
    yield _("Freigabe"), state
    titles = _titles()
    for shelf in shelves:
        norms = narrowed(shelf.catalogue, statute).norms
        if not norms:
            continue
        counted: dict[str, int] = {}
        for norm in norms:
            word = review_text(review_state(norm, shelf.states))
            counted[word] = counted.get(word, 0) + 1
        marks = ", ".join(f"{number} {word}" for word, number in counted.items())
        yield titles[shelf.name], _("%(count)s Normen: %(marks)s") % {"count": len(norms), "marks": marks}
        yield _("Prüfsumme (%(catalogue)s)") % {"catalogue": titles[shelf.name]}, shelf.catalogue.hash


def _titles() -> dict[str, str]:
    return {"cases": _("Fälle"), "transmission": _("Übermittlungen"), "retention": _("Aufbewahrung")}


def _notes(wording: bool) -> tuple[str, ...]:
    return (
        _("Das Gesetz entscheidet. Der Katalog ist eine Lesart des Gesetzes, nach der das Programm rechnet."),
        _(
            "Jede Voraussetzung hat drei mögliche Antworten: ja, nein und nicht festgestellt. Was fehlt, wird nie als Nein gegen eine Person gewertet, wenn nicht ein Gesetz es so sagt."
        ),
        _(
            "Eine Voraussetzung ist als Baum gezeichnet: Eine Zeile sagt, wie die eingerückten Zeilen darunter zusammenwirken. Was an anderer Stelle steht, ist dort gezeichnet und hier nur genannt."
        ),
        _("Unter jedem Beispiel stehen die Angaben, die seine Antwort entscheiden. Alle Personen darin sind erfunden."),
        _("Der Wortlaut stammt aus den Texten, die diese Installation geladen hat; wo er fehlt, war er nicht geladen.")
        if wording
        else _("Den Wortlaut der Gesetze enthält diese Ausgabe nicht; er steht auf den amtlichen Seiten."),
    )


def _sections(shelf: Shelf, statute: str) -> Iterator[Section]:
    """What one catalogue holds, of a statute or all of it."""
    kept = narrowed(shelf.catalogue, statute)
    yield from _parts_of(shelf, kept, _facts(shelf, kept))


def _parts_of(shelf: Shelf, kept: Catalogue, facts: set[str]) -> Iterator[Section]:
    """The parts of a catalogue with their headings; a part without anything in it is left out."""
    title = _titles()[shelf.name]
    norms: Callable[[], Iterator[Section]] = {
        "cases": lambda: norm_sections(shelf, kept.norms, 2),
        "transmission": lambda: transmission_sections(shelf, kept.norms, 2),
        "retention": lambda: retention_sections(shelf, kept.norms, 2),
    }[shelf.name]
    filled = [
        (name, heading, sections)
        for name, heading, found in (
            ("questions", _("Fragen"), parts.question_sections(shelf, kept.questions, 2)),
            ("steps", _("Schritte"), parts.step_sections(shelf, kept.steps, 2)),
            ("lanes", _("Spuren"), parts.lane_sections(shelf, kept.lanes, 2)),
            ("norms", _("Normen"), norms()),
            ("definitions", _("Begriffe"), parts.definition_sections(shelf, kept.definitions, 2)),
            ("doubts", _("Zweifel"), parts.doubt_sections(shelf, kept.doubts, 2)),
            ("deadlines", _("Fristen"), parts.deadline_sections(shelf, kept.deadlines, 2)),
            ("facts", _("Angaben"), parts.fact_sections(shelf, facts, 2)),
        )
        if (sections := tuple(found))
    ]
    for name, heading, sections in filled:
        yield Section(f"{title}: {heading}", 1, shelf.anchor("part", name))
        yield from sections


def _facts(shelf: Shelf, kept: Catalogue) -> set[str]:
    """The facts that what is kept reads, asks or writes; of the whole catalogue all of them."""
    law = shelf.catalogue
    if kept is law:
        return set(law.vocabulary)
    program = law.program
    targets: tuple[Target, ...] = (*kept.norms, *kept.definitions, *kept.questions, *kept.doubts)
    sites = [
        *(program.targets[thing.id] for thing in targets),
        *(program.deadlines[rule.id][0] for rule in kept.deadlines),
    ]
    read = {name for site in sites for name in own_facts(site)}
    written = {name.partition("=")[0] for step in kept.steps for name in (*step.asks, *step.writes)}
    return read | written | {name for norm in kept.norms for example in norm.examples for name, _value in example.facts}


def sections_named(name: str, language: str = "de") -> tuple[Section, ...]:
    """Return what the document says of everything with this id or name, in any catalogue; empty where nothing is called so."""
    found: list[Section] = []
    with override(language):
        for key, law in catalogues().items():
            only: dict[str, Any] = {
                part: tuple(thing for thing in getattr(law, part) if thing.id == name) for part in PARTS
            }
            kept = replace(law, **only)
            facts = {name} & set(law.vocabulary)
            found += [section for section in _parts_of(Shelf(key, law, language), kept, facts) if section.rows]
    return tuple(found)


def names() -> tuple[str, ...]:
    """Return every id and name that ``sections_named`` knows."""
    things: Iterator[str] = (
        str(thing.id) for law in catalogues().values() for part in PARTS for thing in getattr(law, part)
    )
    return tuple(dict.fromkeys((*things, *(fact for law in catalogues().values() for fact in law.vocabulary))))
