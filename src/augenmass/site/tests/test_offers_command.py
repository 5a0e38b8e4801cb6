"""``augenmass offers``: a file is checked and taken, written and read back, and outlines are drawn."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from augenmass.access.actor import Actor
from augenmass.offers.models import Offer, Outline
from augenmass.offers.tests.conftest import Put, WriteFile, keeper, put, town, write_file
from augenmass.offers.tests.test_rules import geo
from augenmass.site.command import main

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor

pytestmark = pytest.mark.db
__all__ = ["keeper", "put", "town", "write_file"]
TEXT = "Kennung;Art;Name;AGS;Gemeinde\nA-1;Sprachkurs;Kurs;15001000;Nordheim\nA-2;Zaubern;X;15001000;Nordheim\n"


def test_checking_changes_nothing_and_taking_keeps_the_refused_rows(
    keeper: Actor, write_file: WriteFile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(write_file(TEXT))
    assert main(["offers", "import", path, "--check", "--as", "paulsen"]) == 1
    assert "Zeile 3: Die Art „Zaubern“ gibt es im Verzeichnis nicht." in capsys.readouterr().out
    assert not Offer.objects.exists()
    back = tmp_path / "zurueck.csv"
    assert main(["offers", "import", path, "--refused", str(back), "--as", "paulsen"]) == 1
    assert "1 neu, 0 geändert, 0 unverändert, 1 zurückgegeben" in capsys.readouterr().out
    assert Offer.objects.get().code == "A-1"
    assert "Zaubern" in back.read_text(encoding="utf-8-sig")


def test_what_is_exported_is_taken_again_without_a_change(
    keeper: Actor, put: Put, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(day_0="9-12", languages="ar")
    path = str(tmp_path / "angebote.csv")
    assert main(["offers", "export", path, "--as", "paulsen"]) == 0
    assert main(["offers", "import", path, "--as", "paulsen"]) == 0
    assert "0 neu, 0 geändert, 1 unverändert, 0 zurückgegeben" in capsys.readouterr().out


def test_a_file_that_is_none_is_refused(keeper: Actor, write_file: WriteFile, tmp_path: Path) -> None:
    for path in (write_file("Name;Ort\nx;y\n"), tmp_path / "fehlt.csv"):
        assert main(["offers", "import", str(path), "--as", "paulsen"]) == 3


def test_outlines_replace_those_before(
    make_actor: "MakeActor", write_file: WriteFile, capsys: pytest.CaptureFixture[str]
) -> None:
    from augenmass.directory.models import Body

    operation = Body.objects.create(key="betrieb", kind=Body.Kind.OPERATION, name="Betrieb", land="ST")
    make_actor("winkler", operation, "operator")
    path = str(write_file(json.dumps(geo(GEN="Auenkreis")), name="kreise.geojson"))
    assert main(["offers", "outlines", path, "--as", "winkler"]) == 0
    assert main(["offers", "outlines", path, "--as", "winkler"]) == 0
    assert [one.name for one in Outline.objects.all()] == ["Auenkreis"]
    for text in ("kein JSON", "[]", json.dumps(geo("Point", [1, 2]))):
        assert main(["offers", "outlines", str(write_file(text)), "--as", "winkler"]) == 3
    assert Outline.objects.count() == 1
