"""One catalogue as the document reads it: anchors, trees, facts, uses; in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from augenmass.law.catalogue import Catalogue
from augenmass.law.checking import Thing, all_users
from augenmass.law.drawing import ALL_ELSEWHERE, Drawn, drawn
from augenmass.law.nodes import Definition
from augenmass.law.norm import Doubt, Norm, Question
from augenmass.law.program import Site, Target
from augenmass.law.words import fact_label
from augenmass.lawbook.book.document import Branch, Run, Runs, joined

_KINDS: dict[type[Target], str] = {Norm: "norms", Question: "questions", Definition: "definitions", Doubt: "doubts"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A catalogue under its name (``cases``, ``transmission``, ``retention``).

    ``states``: findings of reviewers by norm; ``wordings``: the sentence cited by norm, where it is at hand.
    """

    name: str
    catalogue: Catalogue
    language: str
    states: Mapping[str, str] = field(default_factory=dict)
    wordings: Mapping[str, str] = field(default_factory=dict)
    users: Mapping[str, list[tuple[str, Thing]]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "users", all_users(self.catalogue))

    def said(self, thing: Any) -> str:
        """What a thing of the catalogue says in the language of the document."""
        return str(thing.en if self.language == "en" else thing.de)

    def anchor(self, part: str, name: str) -> str:
        """The place of a thing in the document."""
        return f"{self.name}:{part}:{name}"

    def german(self, text: str) -> Run:
        """Text that the catalogue holds in German only."""
        return Run(text, language="de" if self.language != "de" else "")

    def label(self, fact: str) -> Run:
        """The label of a fact, referring to its place."""
        return Run(fact_label(self.catalogue.vocabulary, fact, self.language), self.anchor("facts", fact))

    def branches(self, site: Site, *, with_root: bool) -> tuple[Branch, ...]:
        """The tree at a site. Without its root, where the heading above says the same."""
        tree = drawn(site, self.catalogue.vocabulary, self.language, elsewhere=ALL_ELSEWHERE, whole_lists=True)
        return (self._branch(tree),) if with_root else tuple(self._branch(child) for child in tree.children)

    def _branch(self, tree: Drawn) -> Branch:
        to = ""
        if tree.elsewhere and tree.target is not None:
            to = self.anchor(_KINDS[type(tree.target)], tree.target.id)
        cite = (Run(f" ({tree.cite})"),) if tree.cite else ()
        return Branch((Run(tree.text, to), *cite), tuple(self._branch(child) for child in tree.children))

    def facts_asked(self, site: Site) -> Runs:
        """The facts that a tree reads itself, not through what it refers to, each once."""
        return joined(self.label(name) for name in own_facts(site))

    def uses(self, name: str, kinds: Mapping[str, str]) -> Iterator[Branch]:
        """What rests on a norm, definition or question directly; ``kinds``: how the parts of the catalogue are called."""
        for part, thing in self.users.get(name, ()):
            yield Branch((Run(f"{kinds[part]}: "), Run(self.said(thing), self.anchor(part, thing.id))))
        for step in self.catalogue.steps:
            if step.question == name:
                yield Branch((Run(f"{kinds['steps']}: "), Run(self.said(step), self.anchor("steps", step.id))))


def own_facts(site: Site) -> tuple[str, ...]:
    """Return the facts that a tree reads itself, not through what it refers to, each once."""
    return tuple(dict.fromkeys(_own_facts(site, 0)))


def _own_facts(site: Site, depth: int) -> Iterator[str]:
    yield from site.fact_names
    if depth and isinstance(site.target, ALL_ELSEWHERE):
        return
    for child in site.children:
        yield from _own_facts(child, depth + 1)
