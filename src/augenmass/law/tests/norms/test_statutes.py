"""Each norm knows the text that it was written from: a changed statute raises an alarm."""

from pathlib import Path

import pytest

from augenmass.law.checking import citations
from augenmass.law.norm import Review
from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import STATUTES, cite_address, cite_text, split_cite, text_hash, unit_of, units
from augenmass.law.tests.norms.asking import SHIPPED


@pytest.fixture(scope="module")
def texts(statutes: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, day in sorted({(split_cite(unit)[0], split_cite(unit)[2]) for unit in HASHES}):
        file = STATUTES[key].file
        path = statutes / "versions" / f"{file}_{day}.md" if day else statutes / f"{file}.md"
        read = units(key, path.read_text(encoding="utf-8"))
        found.update({f"{unit}@{day}" if day else unit: text for unit, text in read.items()})
    return found


@pytest.mark.statutes
def test_the_text_of_every_cited_unit_is_unchanged(texts: dict[str, str]) -> None:
    changed = [unit for unit, known in HASHES.items() if text_hash(texts[unit]) != known]
    assert changed == [], "the statute text of these units changed: read them again before renewing the hash"


def test_every_citation_of_a_text_at_hand_is_watched_by_a_hash() -> None:
    at_hand = {key for key, statute in STATUTES.items() if statute.file}
    assert {unit_of(cite) for cite in citations(SHIPPED) if split_cite(cite)[0] in at_hand} <= set(HASHES)


def test_every_norm_carries_the_hash_of_its_unit() -> None:
    for norm in SHIPPED.norms:
        if norm.review is not Review.UNVERIFIED:
            assert norm.text_hash == HASHES[unit_of(norm.id)], norm.id


def test_a_citation_of_an_older_text_names_its_day() -> None:
    assert unit_of("AsylG/36/3/1@2026-05-04") == "AsylG/36/3@2026-05-04"
    assert unit_of("AsylG/36/3/1") == unit_of("AsylG/36/3") == "AsylG/36/3"


def test_white_space_and_composition_do_not_change_a_hash() -> None:
    assert text_hash("Die  Behörde\n kann") == text_hash("Die Beho\u0308rde kann ")
    assert text_hash("Die Behörde kann") != text_hash("Die Behörde muss")


def test_units_are_cut_by_paragraph_and_absatz() -> None:
    found = units("X", "# § 1 – Eins\n\n(1) Erster.\n\n(2) Zweiter.\n\n(2a) Dritter.\n\n# § 2\n\nOhne Absatz.\n")
    assert set(found) == {"X/1", "X/1/1", "X/1/2", "X/1/2a", "X/2"}
    assert "Zweiter" in found["X/1/2"]
    assert "Dritter" not in found["X/1/2"]


def test_a_citation_reads_as_lawyers_write_it() -> None:
    assert cite_text("AufenthG/58/3/1/5") == "§ 58 Abs. 3 Satz 1 Nr. 5 AufenthG"
    assert cite_text("FreizügG/EU/7/1/3") == "§ 7 Abs. 1 Satz 3 FreizügG/EU"
    assert cite_text("AsylG/36/3/1@2026-05-04") == "§ 36 Abs. 3 Satz 1 AsylG (Textstand 04.05.2026)"
    assert cite_text("AsylmanagementVO/46/1") == "Art. 46 Abs. 1 VO (EU) 2024/1351"
    assert cite_text("house rule") == "house rule"


def test_a_citation_leads_to_the_official_page() -> None:
    assert cite_address("FreizügG/EU/7/1") == "https://www.gesetze-im-internet.de/freiz_gg_eu_2004/__7.html"
    assert cite_address("AsylmanagementVO/46/1") == ""
