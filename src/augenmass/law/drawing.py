"""The condition of a norm or question as an indented tree in words, for pages and documents."""

from __future__ import annotations

from dataclasses import dataclass

from augenmass.law import nodes as n
from augenmass.law.norm import Doubt, Norm, Question
from augenmass.law.norms.statutes import cite_text
from augenmass.law.program import Site, Target
from augenmass.law.vocabulary.declaration import Vocabulary
from augenmass.law.words import either, statement, value_text

ELSEWHERE: tuple[type[Target], ...] = (Norm, Question)
"""What a page draws in a place of its own."""
ALL_ELSEWHERE: tuple[type[Target], ...] = (*ELSEWHERE, n.Definition, Doubt)
"""What a document of the whole catalogue says in a place of its own."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One condition in words: its citation where that differs from the one above, what it refers to, the conditions below.

    ``elsewhere``: what is referred to stands in a place of its own, and nothing of it is drawn here. ``depth`` counts from 0.
    """

    text: str
    cite: str
    depth: int
    target: Target | None = None
    elsewhere: bool = False
    children: tuple[Drawn, ...] = ()


def drawn(
    site: Site,
    vocabulary: Vocabulary,
    language: str = "de",
    *,
    elsewhere: tuple[type[Target], ...] = ELSEWHERE,
    whole_lists: bool = False,
) -> Drawn:
    """Return the tree at a site, with no case. ``whole_lists``: name every value of a long choice below it."""

    def draw(at: Site, depth: int, above: str) -> Drawn:
        text = statement(at, None, language, vocabulary)
        target = at.target
        cite = cite_text(at.cite) if at.cite != above else ""
        if depth and isinstance(target, elsewhere):
            return Drawn(text, cite_text(target.id) if isinstance(target, Norm) else cite, depth, target, True)
        below = tuple(draw(child, depth + 1, at.cite) for child in at.children)
        if whole_lists and isinstance(at.node, n.OneOf):
            below = _whole_list(at.node, vocabulary, depth + 1, language)
        return Drawn(text, cite, depth, target, False, below)

    return draw(site, 0, site.cite)


def _whole_list(node: n.OneOf, vocabulary: Vocabulary, depth: int, language: str) -> tuple[Drawn, ...]:
    """The values of a choice that the statement above does not name in full."""
    declaration = vocabulary.get(node.name)
    texts = [value_text(declaration, key, language) if declaration else key for key in node.keys]
    if all(text in either(texts, language) for text in texts):
        return ()
    return (Drawn(", ".join(texts), "", depth),)
