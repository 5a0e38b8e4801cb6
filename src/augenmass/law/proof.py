"""Proofs: why a question is answered as it is, with the smallest set of deciding facts, smallest reason first.

A proof keeps names and ids of facts, not their content; words are made when it is read. It is stored as JSON with the number of each
site, so that the catalogue of the same hash renders it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from augenmass.law import nodes as n
from augenmass.law.facts import Held
from augenmass.law.nodes import LAND_FACT
from augenmass.law.program import Program, Selection, Site
from augenmass.law.running import Run, is_known
from augenmass.law.values import NO, UNKNOWN, YES, from_word, label, word
from augenmass.law.words import WHY, answered, fact_label, statement, value_text

_NEGATION = (YES, UNKNOWN, UNKNOWN, NO)
_LAST = 1_000_000
_SAME, _OPPOSITE = int(Selection.SAME), int(Selection.OPPOSITE)


class Source(NamedTuple):
    """One fact of a leaf: its name, its id in the record, and ``held``, ``missing``, ``disputed``, ``judgement`` or ``imprecise``."""

    name: str
    fact_id: int | None
    state: str


class Proof:
    """One node of a proof: the site, its value, and the children that decide it. ``size`` counts the deciding leaves."""

    __slots__ = ("children", "site", "size", "state", "value")

    def __init__(self, site: Site, value: int, children: tuple[Proof, ...], state: Run) -> None:
        self.site = site
        self.value = value
        self.children = children
        self.state = state
        if len(children) == 1:
            self.size: int = children[0].size
        else:
            self.size = sum([child.size for child in children]) if children else 1

    @property
    def kind(self) -> str:
        """The kind of node: ``fact``, ``all``, ``use`` …"""
        return self.site.node.tag

    @property
    def cite(self) -> str:
        """The citation in force at this node."""
        return self.site.cite

    @property
    def target(self) -> str:
        """The id of the definition, norm, doubt or question stated here, or an empty text."""
        return "" if self.site.target is None else self.site.target.id

    @property
    def word(self) -> str:
        """The value for machines: ``yes``, ``no``, ``not_established``."""
        return word(self.value)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The facts that a leaf reads; empty above the leaves."""
        return tuple([_source(name, self.site, self.state) for name in self.site.fact_names])

    @property
    def why(self) -> str:
        """Why the answer is open or stands by a presumption (a key of ``words.WHY``), or an empty text."""
        return self._why(self.sources if self.value == UNKNOWN else ())

    def _why(self, sources: tuple[Source, ...]) -> str:
        selection = self.site.selection
        if self.value == YES and selection == Selection.PRESUMED:
            return "presumed" if self.state.values[self.site.children[1].slot] == UNKNOWN else ""
        if self.value != UNKNOWN:
            return ""
        if selection == Selection.ALL and self.children[0].value == YES:
            return "unverified"
        for source in sources:
            if source.state != "held":
                return source.state
        return ""

    def statement(self, language: str = "de") -> str:
        """Return what this node states, without its value."""
        return statement(self.site, self.state, language)

    def sentence(self, language: str = "de") -> str:
        """Return the statement with its value."""
        return answered(self.statement(language), self.value, language)

    @property
    def shown(self) -> Proof:
        """This proof without the lists that lead to one reason only: what a reader needs to see first."""
        proof = self
        while len(proof.children) == 1 and isinstance(proof.site.node, n.AllOf | n.AnyOf) and not proof.target:
            proof = proof.children[0]
        return proof

    def leaves(self) -> Iterator[Proof]:
        """Yield the deciding leaves, smallest reason first, each once."""
        seen: set[int] = set()
        stack = [self]
        while stack:
            proof = stack.pop()
            if proof.site.number in seen:
                continue
            seen.add(proof.site.number)
            if not proof.children:
                yield proof
            stack.extend(reversed(proof.children))

    def to_json(self) -> dict[str, Any]:
        """Return the proof for storage: numbers of sites, values, names and ids of facts; no content of facts, no labels."""
        site = self.site
        data: dict[str, Any] = {
            "site": site.number,
            "node": site.node.tag,
            "cite": site.cite,
            "value": word(self.value),
        }
        if site.target is not None:
            data["target"] = site.target.id
        sources = self.sources if site.fact_names else ()
        why = self._why(sources)
        if why:
            data["why"] = why
        if sources:
            data["facts"] = [{"name": name, "id": fact_id, "state": state} for name, fact_id, state in sources]
        if self.children:
            data["children"] = [child.to_json() for child in self.children]
        return data

    def rendered(self, language: str = "de") -> dict[str, Any]:
        """Return the proof for a page: statement, value, citation, facts with label and text, reason and children, all as text.

        Lists that lead to one reason only are left out. ``turned`` says of a child that it counts by its opposite: its no supports
        the yes above it.
        """
        sources = self.sources
        why = self._why(sources)
        return {
            "statement": self.statement(language),
            "value": self.word,
            "value_text": label(self.value, language),
            "cite": self.cite,
            "target": self.target,
            "kind": self.kind,
            "why": why,
            "why_text": WHY[why][language == "en"] if why else "",
            "facts": [self._rendered_source(source, language) for source in sources],
            "children": [{**child.shown.rendered(language), "turned": self._turns(child)} for child in self.children],
        }

    def _turns(self, child: Proof) -> bool:
        if self.site.selection in (Selection.PRESUMED, Selection.EXCEPT):
            return child.site is self.site.children[1]
        return self.site.selection == Selection.OPPOSITE

    def _rendered_source(self, source: Source, language: str) -> dict[str, Any]:
        vocabulary = self.state.program.vocabulary
        held = self.state.facts.get(source.name)
        declaration = vocabulary.get(source.name)
        text = "" if held is None or declaration is None else value_text(declaration, held.value, language)
        return {
            "name": source.name,
            "label": fact_label(vocabulary, source.name, language),
            "id": source.fact_id,
            "state": source.state,
            "text": text,
            "established_by": () if declaration is None else declaration.established_by,
        }


def prove_site(site: Site, state: Run) -> Proof:
    """Return the proof of a site's value in a run; a definition met twice is proved once."""
    return _prove(site, state, {})


def prove_sites(sites: Iterable[Site], state: Run) -> list[Proof]:
    """Return the proofs of several sites; what they share is proved once."""
    known: dict[Site, Proof] = {}
    return [known.get(site) or _prove(site, state, known) for site in sites]


def _prove(site: Site, state: Run, known: dict[Site, Proof]) -> Proof:
    """Prove a site that is not in ``known``."""
    values = state.values
    value = values[site.slot]
    below = site.children
    children: tuple[Proof, ...] = ()
    if site.selection > _OPPOSITE:
        children = tuple([known.get(child) or _prove(child, state, known) for child in deciding(site, value, values)])
    elif len(below) == 1:  # decides in any case
        children = (known.get(below[0]) or _prove(below[0], state, known),)
    elif below:
        wanted = _NEGATION[value] if site.selection == _OPPOSITE else value
        found = [known.get(child) or _prove(child, state, known) for child in below if values[child.slot] == wanted]
        if len(found) > 1:
            found.sort(key=_size)
        children = tuple(found)
    proof = known[site] = Proof(site, value, children, state)
    return proof


def _size(proof: Proof) -> int:
    """Smallest first; that a norm is in force comes after everything that rests on a fact."""
    return proof.size if proof.children or proof.site.fact_names else _LAST


def deciding(site: Site, value: int, values: list[int]) -> list[Site]:
    """Return the children that decide: of an open conjunction the open ones, of a failed one the failed ones, and so on."""
    selection = site.selection
    if selection == _SAME:
        return [child for child in site.children if values[child.slot] == value]
    if selection == _OPPOSITE:
        opposite = _NEGATION[value]
        return [child for child in site.children if values[child.slot] == opposite]
    if selection == Selection.ALL:
        return list(site.children)
    rule, unless = site.children
    if selection == Selection.EXCEPT:
        found = [rule] if values[rule.slot] == value else []
        return [*found, unless] if values[unless.slot] == _NEGATION[value] else found
    if value == YES:
        return [rule, unless]
    found = [rule] if values[rule.slot] == value else []
    return [*found, unless] if values[unless.slot] == YES else found


def source_state(name: str, site: Site, state: Run) -> str:
    """Return how a fact of a leaf stands: ``held``, ``missing``, ``disputed``, ``judgement`` or ``imprecise``."""
    held = state.facts.get(name)
    if held is not None and held.disputed:
        return "disputed"
    declaration = state.program.vocabulary.get(name)
    if held is None or not is_known(held, None if declaration is None else declaration.kind):
        return "judgement" if declaration is not None and declaration.assessment else "missing"
    value = held.value
    if isinstance(value, tuple) and value[0] != value[1] and state.values[site.slot] == UNKNOWN:
        return "imprecise"
    return "held"


def deciding_names(site: Site, state: Run) -> tuple[str, ...]:
    """Return which facts of a leaf decide it: of an open comparison those that are lacking, of a decided one those that are held.

    The Land, which only moves the end of a period by days, is named when it is lacking and not as a reason of its own.
    """
    names = site.fact_names
    if len(names) == 1:
        return names
    open_ = state.values[site.slot] == UNKNOWN
    chosen = [name for name in names if (source_state(name, site, state) != "held") is open_]
    return tuple(name for name in chosen if open_ or name != LAND_FACT) or names


def _source(name: str, site: Site, state: Run) -> Source:
    held = state.facts.get(name)
    return Source(name, None if held is None else held.fact_id, source_state(name, site, state))


def restore(data: Mapping[str, Any], program: Program, state: Run) -> Proof:
    """Return a stored proof, to be rendered again.

    ``state`` is a run of the same program with the facts that the proof names; the stored values prevail over computed ones.
    Raises ``LookupError`` when the proof does not belong to the program.
    """
    site = program.sites[data["site"]]
    if site.node.tag != data["node"] or site.cite != data["cite"]:
        raise LookupError("the stored proof belongs to another catalogue")
    children = tuple(restore(child, program, state) for child in data.get("children", ()))
    return Proof(site, from_word(data["value"]), children, state)


def facts_of(data: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield name and id of every recorded fact that a stored proof names."""
    for source in data.get("facts", ()):
        if source["id"] is not None:
            yield source["name"], source["id"]
    for child in data.get("children", ()):
        yield from facts_of(child)


def held_facts(data: Mapping[str, Any], lookup: Mapping[int, Held]) -> dict[str, Held]:
    """Return the facts of a stored proof from the record. Raises ``KeyError`` when one is no longer there."""
    return {name: lookup[fact_id] for name, fact_id in facts_of(data)}
