"""Each norm knows the text that it was written from: a changed statute raises an alarm."""

from pathlib import Path

import pytest

from augenmass.law.checking import nodes_below, roots
from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import text_hash, unit_of, units
from augenmass.law.tests.norms.asking import SHIPPED


@pytest.fixture(scope="module")
def texts(statutes: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for statute in sorted({unit.split("/")[0] for unit in HASHES}):
        found.update(units(statute, (statutes / f"{statute}.md").read_text(encoding="utf-8")))
    return found


@pytest.mark.statutes
def test_the_text_of_every_cited_unit_is_unchanged(texts: dict[str, str]) -> None:
    changed = [unit for unit, known in HASHES.items() if text_hash(texts[unit]) != known]
    assert changed == [], "the statute text of these units changed: read them again before renewing the hash"


def test_every_citation_of_a_text_at_hand_is_watched_by_a_hash() -> None:
    things = (*SHIPPED.questions, *SHIPPED.doubts, *SHIPPED.deadlines, *SHIPPED.definitions)
    cites = {node.cite for _, root, _ in roots(SHIPPED) for node in nodes_below(root) if hasattr(node, "cite")}
    cited = {unit_of(cite) for cite in (*cites, *(thing.cite for thing in things)) if cite}
    kept = {unit.split("/")[0] for unit in HASHES}
    assert {unit for unit in cited if unit.split("/")[0] in kept} <= set(HASHES)


def test_every_norm_carries_the_hash_of_its_unit() -> None:
    for norm in SHIPPED.norms:
        assert norm.text_hash == HASHES[unit_of(norm.id)], norm.id


def test_white_space_and_composition_do_not_change_a_hash() -> None:
    assert text_hash("Die  Behörde\n kann") == text_hash("Die Beho\u0308rde kann ")
    assert text_hash("Die Behörde kann") != text_hash("Die Behörde muss")


def test_units_are_cut_by_paragraph_and_absatz() -> None:
    found = units("X", "# § 1 – Eins\n\n(1) Erster.\n\n(2) Zweiter.\n\n(2a) Dritter.\n\n# § 2\n\nOhne Absatz.\n")
    assert set(found) == {"X/1", "X/1/1", "X/1/2", "X/1/2a", "X/2"}
    assert "Zweiter" in found["X/1/2"]
    assert "Dritter" not in found["X/1/2"]
