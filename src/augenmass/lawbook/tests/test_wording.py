"""The wording of statutes in the database, and the sentence that a proof shows."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from augenmass.law.norms import hashes
from augenmass.law.norms.statutes import text_hash, units
from augenmass.lawbook import queries
from augenmass.lawbook.loading import load_texts
from augenmass.lawbook.models import Wording
from augenmass.lawbook.queries import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db]

FIRST = "# § 58 – Erfunden\n\n(1) Erster Satz. Zweiter Satz.\n\n(2) Anderes.\n"
SECOND = FIRST.replace("Erster Satz", "Neuer Satz")


def write(folder: Path, text: str, day: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / (f"AufenthG_{day}.md" if day else "AufenthG.md")).write_text(text, encoding="utf-8")
    return folder


def test_loading_again_changes_nothing_and_older_wording_stays(tmp_path: Path) -> None:
    loaded = load_texts(write(tmp_path / "a", FIRST))
    assert (loaded.statutes, loaded.units, loaded.new) == (1, 3, 3)
    assert load_texts(tmp_path / "a").new == 0
    assert load_texts(write(tmp_path / "b", SECOND)).new == 2
    assert Wording.objects.filter(unit="AufenthG/58/1").count() == 2


def test_the_wording_that_the_norm_was_written_from_is_preferred(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = text_hash(units("AufenthG", FIRST)["AufenthG/58/1"])
    monkeypatch.setattr(queries, "HASHES", {**hashes.HASHES, "AufenthG/58/1": read})
    load_texts(write(tmp_path / "b", SECOND))
    changed = sentences({"AufenthG/58/1/1", "AufenthG/59/1/1", "house rule"})
    assert {cite: (found.text, found.changed) for cite, found in changed.items()} == {
        "AufenthG/58/1/1": ("Neuer Satz.", True)
    }
    load_texts(write(tmp_path / "a", FIRST, "2026-05-04"))
    found = sentences({"AufenthG/58/1/1"})["AufenthG/58/1/1"]
    assert (found.text, found.changed) == ("Erster Satz.", False)


def test_a_proof_shows_the_sentence_where_the_text_is_at_hand(
    tmp_path: Path, actor: "Actor", case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case = case_with({"family_name": "Haddad"})
    address = reverse("proof", args=[case.key, "may_arrange_removal"])
    browser = client_of(actor)
    assert "Erster Satz" not in browser.get(address).content.decode()
    load_texts(write(tmp_path, FIRST))
    page = browser.get(address).content.decode()
    assert "Erster Satz." in page
    assert "Der Wortlaut hat sich geändert" in page
