"""Short forms for declaring a fact: one function per kind, so that a declaration reads as one sentence."""

from typing import TypedDict, Unpack

from augenmass.law.vocabulary.declaration import Choice, FactDeclaration, Kind


class Traits(TypedDict, total=False):
    """What a declaration may say beyond its name and words; see ``FactDeclaration``."""

    category: str
    unit: str
    established_by: tuple[str, ...]
    evidence: tuple[str, ...]
    protective: bool
    assessment: bool
    derived: bool
    retention: str
    headers: tuple[str, ...]
    unverified: bool


Words = tuple[str, str]
"""German and English."""


class Chapter:
    """Facts of one group, in the order in which pages show them; of one data category where a fact names none of its own."""

    def __init__(self, group: str, category: str) -> None:
        self.group = group
        self.category = category
        self.facts: list[FactDeclaration] = []

    def yes_no(self, name: str, label: Words, meaning: Words, **traits: Unpack[Traits]) -> None:
        """Declare a fact that is so or is not so."""
        self._declare(name, Kind.YES_NO, label, meaning, (), traits)

    def day(self, name: str, label: Words, meaning: Words, **traits: Unpack[Traits]) -> None:
        """Declare a day in Berlin, which may be known in part only."""
        self._declare(name, Kind.DAY, label, meaning, (), traits)

    def number(self, name: str, label: Words, meaning: Words, **traits: Unpack[Traits]) -> None:
        """Declare a number with its unit."""
        self._declare(name, Kind.NUMBER, label, meaning, (), traits)

    def text(self, name: str, label: Words, meaning: Words, **traits: Unpack[Traits]) -> None:
        """Declare free text."""
        self._declare(name, Kind.TEXT, label, meaning, (), traits)

    def choice(
        self, name: str, label: Words, meaning: Words, choices: tuple[Choice, ...], **traits: Unpack[Traits]
    ) -> None:
        """Declare a choice out of a closed list."""
        self._declare(name, Kind.CHOICE, label, meaning, choices, traits)

    def _declare(
        self, name: str, kind: Kind, label: Words, meaning: Words, choices: tuple[Choice, ...], traits: Traits
    ) -> None:
        said: Traits = {"category": self.category, **traits}
        self.facts.append(FactDeclaration(name, kind, *label, *meaning, group=self.group, choices=choices, **said))
