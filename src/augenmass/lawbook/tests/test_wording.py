"""The wording of statutes in the database, and the sentence that a proof shows."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from augenmass.law.norms import hashes
from augenmass.law.norms.statutes import text_hash, units
from augenmass.law.texts.source import TextsUnreadable
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


LONG = "".join(f"# § {number}\n\n(1) Satz von § {number}.\n\n" for number in range(1, 105))


@pytest.mark.parametrize(
    ("sections", "says"),
    [
        (LONG[: LONG.index("# § 40")], "endet mit § 39 AufenthG"),
        (LONG[: LONG.index("von § 104")], "mitten in einer Zeile"),
        (LONG[: LONG.index("# § 104")], "1 von 104 Einheiten fehlen danach"),
    ],
)
def test_a_text_that_is_cut_off_is_refused_and_the_earlier_wording_stays(
    tmp_path: Path, sections: str, says: str
) -> None:
    load_texts(write(tmp_path / "whole", LONG))
    before = list(Wording.objects.order_by("pk").values_list("unit", "hash", "loaded_at"))
    with pytest.raises(TextsUnreadable, match=says) as refused:
        load_texts(write(tmp_path / "cut", sections))
    assert "AufenthG.md abgeschnitten" in refused.value.de
    assert "AufenthG.md is probably cut off" in refused.value.en
    assert list(Wording.objects.order_by("pk").values_list("unit", "hash", "loaded_at")) == before
    if sections.endswith("\n"):
        assert load_texts(tmp_path / "cut", shortened=True).statutes == 1


def test_an_older_text_loaded_later_does_not_become_the_present_one(tmp_path: Path) -> None:
    load_texts(write(tmp_path / "new", SECOND, "2026-06-12"))
    load_texts(write(tmp_path / "old", FIRST, "2019-01-01"))
    assert sentences({"AufenthG/58/1/1"})["AufenthG/58/1/1"].text == "Neuer Satz."
    load_texts(write(tmp_path / "same", SECOND, "2020-01-01"))
    assert {row.day for row in Wording.objects.filter(text__contains="Neuer Satz")} == {date(2026, 6, 12)}
