"""The drafts on privacy: what the program writes is what it holds, what they point to exists, gaps are marked, nothing is forgotten."""

import re
from pathlib import Path

import pytest

from augenmass.access.tables import tables
from augenmass.gate.privacy_page import BLOCKS, filled
from augenmass.gate.processing import PROCESSINGS
from augenmass.gate.rules import ITEMS

ROOT = Path(__file__).parents[4]
DRAFTS = ROOT / "docs" / "privacy"
GAP = "[AUSFÜLLEN"
FILE = re.compile(r"`([a-z_-]+/[a-z_/.-]+\.(?:py|toml|md))`", re.I)
LINK = re.compile(r"\]\(([^)#]+\.md)\)")


def pages() -> list[Path]:
    return sorted(DRAFTS.glob("*.md"))


def test_the_tables_are_written_from_the_program() -> None:
    for name in BLOCKS:
        page = (DRAFTS / name).read_text(encoding="utf-8")
        assert page == filled(page, name), "write them anew: augenmass privacy-tables"


def test_every_table_of_the_installation_belongs_to_one_room_of_the_record() -> None:
    apps = [app for found in PROCESSINGS for app in found.apps]
    assert len(apps) == len(set(apps))
    assert {table.label.split(".")[0] for table in tables().values()} == set(apps), "declare it in gate/processing.py"


def test_a_room_says_its_categories_or_holds_facts_of_cases() -> None:
    for found in PROCESSINGS:
        assert bool(found.data) != found.of_cases, found.room


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_what_a_draft_points_to_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(FILE.findall(text))
    assert [name for name in named if not (ROOT / "src/augenmass" / name).exists() and not (ROOT / name).exists()] == []
    assert [name for name in LINK.findall(text) if not (DRAFTS / name).exists()] == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_draft_has_an_english_summary_and_marks_its_gaps(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "**In English.**" in text
    assert GAP in text
    assert text.count(GAP) == text.count(f"**{GAP}"), "a gap that is not marked visibly"


def test_every_document_that_the_gate_asks_for_has_its_draft() -> None:
    named = [item.draft for item in ITEMS if item.draft]
    assert [draft for draft in named if not (ROOT / draft).exists()] == []
    assert {page.name for page in pages()} - {"README.md"} == {Path(draft).name for draft in named}
