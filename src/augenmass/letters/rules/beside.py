"""A letter of fixed passages, in German and in the person's language beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.document import Block, Bullets, Paragraph, Section
from augenmass.letters.wording.passages import GERMAN, blocks_of_lines, filled, languages, wording

NOT_IN_LANGUAGE = (
    "This letter is not yet available in your language ({language}). You receive it in German and in English. "
    "Ask for an interpreter."
)


@dataclass(frozen=True, slots=True)
class Part:
    """One passage of a letter: its values, what stands below it in every language, and the officer's own words (German only)."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    below: tuple[str, ...] = ()
    own: tuple[Paragraph, ...] = ()
    strong: bool = False
    english: Mapping[str, str] = field(default_factory=dict)
    """Values that read otherwise in English."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The further language of a letter; ``language`` "" means that there is none.

    ``unavailable`` names the person's own language in English where the program has no texts in it. ``confirmed_by`` is the translator
    who confirmed exactly these words for the body, "" while nobody has; ``remedy_confirmed`` the same of the legal remedies.
    """

    language: str = ""
    unavailable: str = ""
    confirmed_by: str = ""
    remedy_confirmed: bool = False

    def enclosure(self, word: str) -> tuple[str, ...]:
        """How the letter's list of enclosures names the translation."""
        return (f"{word}: {VOCABULARY['language'].choice(self.language).de}",) if self.language else ()

    def choices(self) -> dict[str, str]:
        """What is kept with the letter about it."""
        return {"language": self.language, "confirmed_by": self.confirmed_by}


NO_FURTHER = Beside()
"""Only German."""


def german(name: str, parts: tuple[Part, ...], before: tuple[Block, ...] = ()) -> tuple[Section, ...]:
    """The letter itself. ``before`` begins it where somebody else than the person is addressed; the text then begins a new sentence."""
    sections = _sections(name, GERMAN, parts)
    first = sections[0]
    opening = first.blocks[0]
    if before and isinstance(opening, Paragraph):
        opening = Paragraph(f"{opening.text[0].upper()}{opening.text[1:]}")
    return (Section(first.heading, (*before, opening, *first.blocks[1:])), *sections[1:])


def translated(name: str, parts: tuple[Part, ...], beside: Beside) -> tuple[Section, ...]:
    """The same passages in the further language, on a page of their own; nothing where there is none."""
    if not beside.language:
        return ()
    first, *rest = _sections(name, beside.language, parts)
    head = Section(
        wording(name, beside.language).subject,
        (*marks(beside), *(first.blocks if not first.heading else ())),
        language=beside.language,
        new_page=True,
    )
    below = rest if not first.heading else (first, *rest)
    return (head, *(Section(one.heading, one.blocks, level=2, language=beside.language) for one in below))


def passages_in(name: str, language: str, parts: tuple[Part, ...]) -> tuple[Block, ...]:
    """The blocks of passages without a heading, in one language, without the marks of a translation."""
    return tuple(block for section in _sections(name, language, parts) for block in section.blocks)


def marks(beside: Beside) -> tuple[Block, ...]:
    """Whether the translation is confirmed, in both languages; that it is not the person's own language."""
    words = languages()[beside.language]
    if beside.confirmed_by:
        found: list[Block] = [Paragraph(words.prevails, strong=True)]
    else:
        found = [
            Paragraph(words.not_confirmed, strong=True),
            Paragraph(languages()[GERMAN].not_confirmed, strong=True, language=GERMAN),
        ]
    if beside.unavailable:
        found.append(Paragraph(NOT_IN_LANGUAGE.replace("{language}", beside.unavailable)))
    return tuple(found)


def _sections(name: str, language: str, parts: tuple[Part, ...]) -> tuple[Section, ...]:
    """A section for each heading; a part without one continues the section before it, and a list that it continues."""
    passages = wording(name, language).passages
    found: list[tuple[str, list[Block]]] = []
    for part in parts:
        values = {**part.values, **(part.english if language == "en" else {})}
        heading = filled(passages[part.key].heading, values, language)
        if heading or not found:
            found.append((heading, []))
        for block in _blocks(passages[part.key].text, values, part, language):
            _add(found[-1][1], block)
    return tuple(Section(heading, tuple(blocks)) for heading, blocks in found)


def _blocks(text: tuple[str, ...], values: Mapping[str, str], part: Part, language: str) -> Iterator[Block]:
    for block in blocks_of_lines(tuple(filled(line, values, language) for line in text)):
        yield Paragraph(block.text, strong=True) if part.strong and isinstance(block, Paragraph) else block
    if part.below:
        yield Bullets(part.below, language=None if language == GERMAN else GERMAN)
    if part.own and language == GERMAN:
        yield from part.own
    elif part.own:
        yield Paragraph(languages()[language].german_only, strong=True)


def _add(blocks: list[Block], block: Block) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(block, Bullets) and isinstance(last, Bullets) and block.language == last.language:
        blocks[-1] = Bullets(last.items + block.items, language=last.language)
    else:
        blocks.append(block)
