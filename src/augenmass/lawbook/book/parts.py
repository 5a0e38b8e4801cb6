"""What rests on the norms: questions, steps, doubts, deadlines, definitions, lanes; and the facts, in the document."""

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from augenmass.directory.roles import ROLE_LABELS, Role
from augenmass.law.nodes import Definition
from augenmass.law.norm import DeadlineRule, Doubt, Lane, Question, Step
from augenmass.law.norms.statutes import cite_text
from augenmass.law.program import Site
from augenmass.law.vocabulary import CATEGORIES, GROUPS
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind
from augenmass.law.words import day_text, unit_text
from augenmass.lawbook.book.document import Row, Run, Runs, Said, Section, Tree, joined
from augenmass.lawbook.book.norms import kinds
from augenmass.lawbook.book.shelf import Shelf

Cited = Question | Definition | Doubt | DeadlineRule


def question_sections(shelf: Shelf, questions: Iterable[Question], level: int) -> Iterator[Section]:
    """Each question with its goal and what rests on it."""
    for found in questions:
        yield _section(
            shelf,
            "questions",
            found,
            level,
            [*_source(found), *_condition(shelf, found.id, _("Die Antwort lautet ja, wenn"))],
        )


def definition_sections(shelf: Shelf, definitions: Iterable[Definition], level: int) -> Iterator[Section]:
    """Each definition with its condition and what rests on it."""
    for found in definitions:
        yield _section(
            shelf, "definitions", found, level, [*_source(found), *_condition(shelf, found.id, _("Voraussetzung"))]
        )


def doubt_sections(shelf: Shelf, doubts: Iterable[Doubt], level: int) -> Iterator[Section]:
    """Each doubt, when it arises and what clears it."""
    for found in doubts:
        cleared = joined(shelf.label(name) for name in found.clears_with)
        rows: list[Row] = [*_source(found), *_condition(shelf, found.id, _("Der Zweifel besteht, wenn"))]
        if cleared:
            rows.append(Said(_("Zu klären mit"), cleared))
        yield _section(shelf, "doubts", found, level, rows)


def deadline_sections(shelf: Shelf, deadlines: Iterable[DeadlineRule], level: int) -> Iterator[Section]:
    """Each deadline: when it runs and on which day it ends."""
    for found in deadlines:
        site, _slot, _names = shelf.catalogue.program.deadlines[found.id]
        ends = day_text(found.due, shelf.catalogue.vocabulary, shelf.language)
        rows: list[Row] = [*_source(found), Said(_("Letzter Tag"), (Run(ends),))]
        yield _section(
            shelf, "deadlines", found, level, [*rows, Tree(_("Sie läuft, wenn"), shelf.branches(site, with_root=True))]
        )


def lane_sections(shelf: Shelf, lanes: Iterable[Lane], level: int) -> Iterator[Section]:
    """The lanes in the order in which they are tried."""
    for found in lanes:
        site = shelf.catalogue.program.lanes[found.id]
        yield _section(
            shelf,
            "lanes",
            found,
            level,
            [Tree(_("Ein Fall gehört hierher, wenn"), shelf.branches(site, with_root=True))],
        )


def step_sections(shelf: Shelf, steps: Iterable[Step], level: int) -> Iterator[Section]:
    """Each step: which question must be answered yes, who takes it, what it asks and writes."""
    for found in sorted(steps, key=lambda step: step.order):
        yield _section(shelf, "steps", found, level, list(_step_rows(shelf, found)))


def _step_rows(shelf: Shelf, step: Step) -> Iterator[Row]:
    law = shelf.catalogue
    yield Said(_("Was geschieht"), (Run(step.does_en if shelf.language == "en" else step.does_de),))
    yield Said(_("Frage"), _reference(shelf, "questions", law.question(step.question)))
    if step.due:
        due = next(found for found in law.definitions if found.id == step.due)
        yield Said(_("Anlass"), _reference(shelf, "definitions", due))
    lane = _reference(shelf, "lanes", law.lane(step.lane)) if step.lane else (Run(_("jede Spur")),)
    yield Said(_("Spur"), lane)
    yield Said(_("Wer"), (Run(_roles(step.roles)),))
    if step.second_person:
        yield Said(_("Zweite Person"), (Run(_("ist nötig")),))
    if step.asks:
        yield Said(_("Fragt nach"), joined(shelf.label(name) for name in step.asks))
    if step.writes:
        yield Said(_("Hält fest"), joined(shelf.label(written.partition("=")[0]) for written in step.writes))


def fact_sections(shelf: Shelf, names: Iterable[str], level: int) -> Iterator[Section]:
    """The facts by group: what each means, who establishes it, how it protects."""
    groups: dict[str, list[FactDeclaration]] = {}
    wanted = set(names)
    for declared in shelf.catalogue.vocabulary.values():
        if declared.name in wanted:
            groups.setdefault(declared.group, []).append(declared)
    for group, declarations in groups.items():
        if group in GROUPS:
            heading = GROUPS[group][shelf.language == "en"]
            yield Section(heading, level, shelf.anchor("groups", group))
        for declared in declarations:
            yield _section(shelf, "facts", declared, level + (group in GROUPS), list(_fact_rows(shelf, declared)))


def _fact_rows(shelf: Shelf, declared: FactDeclaration) -> Iterator[Row]:
    english = shelf.language == "en"
    yield Said(_("Bedeutung"), (Run(declared.meaning_en if english else declared.meaning),))
    yield Said(_("Art"), (Run(_kind(declared, shelf.language)),))
    if declared.category in CATEGORIES:
        yield Said(_("Datenkategorie"), (Run(CATEGORIES[declared.category][english]),))
    if declared.derived:
        yield Said(_("Herkunft"), (Run(_("ergibt sich aus anderen Angaben")),))
    elif roles := _roles(declared.established_by):
        yield Said(_("Wer sie feststellt"), (Run(roles),))
    if declared.assessment:
        yield Said(_("Bewertung"), (Run(_("eine namentlich genannte Person beantwortet sie")),))
    if declared.protective:
        yield Said(_("Schutz"), (Run(_("schützt die Person: Nichtwissen wird nie zum Nein")),))


def _kind(declared: FactDeclaration, language: str) -> str:
    if declared.kind is Kind.CHOICE:
        return _("eines von: %(choices)s") % {
            "choices": ", ".join(
                f"{choice.en if language == 'en' else choice.de} ({choice.key})" for choice in declared.choices
            )
        }
    unit = unit_text(declared.unit, 2, language) if declared.unit else ""
    words: dict[Kind, Callable[[], str]] = {
        Kind.YES_NO: lambda: _("ja oder nein"),
        Kind.DAY: lambda: _("Tag"),
        Kind.NUMBER: lambda: _("Zahl"),
        Kind.TEXT: lambda: _("Text"),
    }
    return words[declared.kind]() + (f" ({unit})" if unit else "")


def _roles(keys: Iterable[str]) -> str:
    return ", ".join(str(ROLE_LABELS[Role(key)]) for key in keys if key in set(Role))


def _reference(shelf: Shelf, part: str, thing: Question | Definition | Lane) -> Runs:
    return (Run(shelf.said(thing), shelf.anchor(part, thing.id)),)


def _source(thing: Cited) -> Iterator[Row]:
    if thing.cite:
        yield Said(_("Fundstelle"), (Run(cite_text(thing.cite)),))


def _condition(shelf: Shelf, name: str, word: str) -> Iterator[Row]:
    site: Site = shelf.catalogue.program.targets[name]
    yield Tree(word, shelf.branches(site, with_root=False))
    if asked := shelf.facts_asked(site):
        yield Said(_("Angaben, die hier selbst gefragt sind"), asked)
    if uses := tuple(shelf.uses(name, kinds())):
        yield Tree(_("Wo verwendet"), uses)


def _section(
    shelf: Shelf, part: str, thing: Cited | Step | Lane | FactDeclaration, level: int, rows: list[Row]
) -> Section:
    name = thing.name if isinstance(thing, FactDeclaration) else thing.id
    identified = Said(_("Kennung"), (Run(name),))
    return Section(shelf.said(thing), level, shelf.anchor(part, name), (identified, *rows), listed=False)
