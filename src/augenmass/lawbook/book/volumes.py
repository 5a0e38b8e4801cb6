"""A book in volumes: each one a document of its own, short enough to be set as PDF in little memory and a few seconds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import override

from augenmass.lawbook.book.document import Book, Section, Tree

LONGEST = 4_000
"""Rows and branches of a volume; the memory and the time that it takes to be set grow with them."""
_BEGINS = 3
"""Deepest heading that a volume may begin with."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A part of a book: the headings of the first thing in it, outermost first, and the book of this part."""

    headings: tuple[str, ...]
    book: Book


def volumes(book: Book, longest: int = LONGEST) -> tuple[Volume, ...]:
    """Return a book in volumes. Each begins with the headings that its first section stands under, so that no level is skipped."""
    parts = list(_parts(book.sections, longest))
    if len(parts) == 1:
        return (Volume((), book),)
    found = []
    with override(book.language):
        for number, sections in enumerate(parts, start=1):
            headings = tuple(section.heading for section in _opening(sections))
            subtitle = _("%(of)s, Teil %(number)s von %(count)s: %(first)s") % {
                "of": book.subtitle,
                "number": number,
                "count": len(parts),
                "first": ", ".join(headings),
            }
            found.append(Volume(headings, replace(book, subtitle=subtitle, sections=sections)))
    return tuple(found)


def _opening(sections: tuple[Section, ...]) -> Iterator[Section]:
    """The headings that follow each other at the beginning, each one deeper."""
    for place, section in enumerate(sections[:_BEGINS]):
        if section.level != place + 1:
            return
        yield section


def _parts(sections: tuple[Section, ...], longest: int) -> Iterator[tuple[Section, ...]]:
    part: list[Section] = []
    above: list[Section] = []
    length = 0
    for section in sections:
        above = [*(heading for heading in above if heading.level < section.level), _bare(section)]
        size = _size(section)
        if part and section.level <= _BEGINS and length + size > longest:
            yield tuple(part)
            part, length = above[:-1], 0
        part.append(section)
        length += size
    yield tuple(part)


def _bare(section: Section) -> Section:
    return replace(section, rows=(), paragraphs=())


def _size(section: Section) -> int:
    return 1 + sum(_branches(row) if isinstance(row, Tree) else 1 for row in section.rows)


def _branches(tree: Tree) -> int:
    waiting, count = list(tree.branches), 0
    while waiting:
        branch = waiting.pop()
        count += 1
        waiting += branch.below
    return count
