"""The law as a document and as data: nothing left out, every reference leads somewhere, one accessible file, a schema that fits."""

import copy
import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from jsonschema import Draft202012Validator

from augenmass.law.catalogue import PARTS, Catalogue
from augenmass.law.difference import norm_hash
from augenmass.law.schema import schema, schema_text
from augenmass.lawbook.book.binding import Installation, bind, catalogues, names, printed_at_once, sections_named
from augenmass.lawbook.book.data import export_json
from augenmass.lawbook.book.page import html_page

pytestmark = pytest.mark.whole
DAY = date(2026, 8, 20)
SCHEMA = Path(__file__).parents[4] / "docs" / "law" / "catalogue.schema.json"


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return bind(DAY).to_json()


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    return json.loads(json.dumps(export_json(DAY)))


def runs_of(part: Any) -> Iterator[list[str]]:
    if isinstance(part, dict):
        yield from part.get("runs", ())
        for value in part.values():
            if isinstance(value, list):
                for inner in value:
                    yield from runs_of(inner)


def section(book: dict[str, Any], anchor: str) -> dict[str, Any]:
    [found] = [one for one in book["sections"] if one["anchor"] == anchor]
    return found


def text_of(part: dict[str, Any]) -> str:
    return " ".join(run[0] for run in runs_of(part))


def test_everything_of_every_catalogue_stands_in_the_document_once(whole: dict[str, Any]) -> None:
    anchors = [one["anchor"] for one in whole["sections"]]

    assert len(set(anchors)) == len(anchors)
    for name, law in catalogues().items():
        things = {f"{name}:{part}:{thing.id}" for part in PARTS for thing in getattr(law, part)}
        assert things | {f"{name}:facts:{fact}" for fact in law.vocabulary} <= set(anchors)


def test_a_norm_is_told_with_condition_uses_three_examples_state_and_checksums(whole: dict[str, Any]) -> None:
    norm = Catalogue.shipped().norm("AufenthG/59/1/1")

    found = section(whole, "cases:norms:AufenthG/59/1/1")
    rows = {row["label"]: row for row in found["rows"]}

    assert found["heading"].startswith("§ 59 Abs. 1 Satz 1 AufenthG: ")
    assert "Kindeswohl steht entgegen" in text_of(rows["Voraussetzung"])
    assert [branch["runs"][0][0] for branch in rows["Beispiele"]["branches"]] == [
        "Ja: ",
        "Nein: ",
        "Nicht festgestellt: ",
    ]
    assert "Familiäre Bindungen stehen entgegen" in text_of(rows["Beispiele"]["branches"][2])
    assert "Kann die Abschiebung mit Frist angedroht werden?" in text_of(rows["Wo sie verwendet wird"])
    assert text_of(rows["Prüfung"]) == "nicht geprüft"
    assert text_of(rows["Prüfsumme des Wortlauts"]) == norm.text_hash
    assert text_of(rows["Prüfsumme der Norm"]) == norm_hash(norm)


def test_a_long_choice_is_named_in_full(whole: dict[str, Any]) -> None:
    row = next(row for row in catalogues()["transmission"].norms if row.id == "AZRG/11/2/2")

    told = text_of(section(whole, f"transmission:norms:{row.id}"))

    labels = [choice.de for choice in catalogues()["transmission"].vocabulary["receiver_kind"].choices]
    assert "eine von" in told
    assert sum(label in told for label in labels) > 6


@pytest.mark.parametrize(("statute", "language"), [("", "de"), ("AufenthG", "de"), ("VwZG", "en")])
def test_a_reference_leads_to_a_place_and_headings_leave_no_level_out(statute: str, language: str) -> None:
    book = bind(DAY, language, statute).to_json()
    anchors = {one["anchor"] for one in book["sections"]}

    assert {run[1] for run in runs_of({"all": book["sections"]})} - {""} <= anchors
    levels = [0, *(one["level"] for one in book["sections"])]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_one_statute_leaves_the_others_out() -> None:
    book = bind(DAY, statute="VwZG").to_json()
    norms = [one["anchor"] for one in book["sections"] if ":norms:" in one["anchor"]]

    assert norms
    assert all(":norms:VwZG/" in anchor for anchor in norms)
    assert book["subtitle"] == "Nur VwZG"
    assert Catalogue.shipped().hash in dict(book["front"])["Prüfsumme (Fälle)"]


def test_the_english_document_marks_what_the_catalogue_holds_in_german_only() -> None:
    book = bind(DAY, "en", "AufenthG").to_json()

    rows = {row["label"]: row for row in section(book, "cases:norms:AufenthG/59/1/1")["rows"]}

    assert rows["Who decides"]["runs"] == [["Ausländerbehörde", "", "de"]]
    assert rows["Examples"]["branches"][0]["runs"][1][2] == "de"


def test_what_an_installation_knows_is_shown() -> None:
    norm = next(norm.id for norm in Catalogue.shipped().norms if norm.id.startswith("VwZG/"))
    known = Installation({norm: "objected"}, {norm: "Ein erfundener Satz."}, DAY, ("Ada Beispiel", "Bo Beispiel"))

    book = bind(DAY, statute="VwZG", installation=known).to_json()
    told = text_of(section(book, f"cases:norms:{norm}"))

    assert "Ein erfundener Satz." in told
    assert "beanstandet" in told
    assert dict(book["front"])["Freigabe"] == "freigegeben am 20.08.2026 durch Ada Beispiel, Bo Beispiel"


def test_the_page_is_one_file_that_asks_nobody_and_has_its_headings_in_order(whole: dict[str, Any]) -> None:
    page = html_page(whole)
    root = fromstring(page.removeprefix("<!DOCTYPE html>\n").replace('<meta charset="utf-8">', "").replace(
        '<meta name="viewport" content="width=device-width, initial-scale=1">', ""
    ))  # fmt: skip

    assert root.get("lang") == "de"
    assert not [one for one in root.iter() if one.tag in {"script", "link", "img", "iframe"} or "src" in one.attrib]
    assert all(one.get("href", "").startswith("#") for one in root.iter("a"))
    assert "@import" not in page
    assert "url(" not in page
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    levels = [int(one.tag[1]) for one in root.iter() if one.tag in {f"h{number}" for number in range(1, 7)}]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_text_is_never_read_as_markup() -> None:
    book = bind(DAY, statute="VwZG").to_json()
    book["sections"][1]["heading"] = "<script>alert(1)</script> & mehr"

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; mehr" in html_page(book)


def test_a_page_sets_only_short_statutes_as_pdf() -> None:
    assert "VwZG" in printed_at_once()
    assert not {"AufenthG", "AsylG"} & set(printed_at_once())


def test_what_has_a_name_is_found_in_every_catalogue() -> None:
    assert {"may_transmit", "AufenthG/91/1/1", "land", "must_delete"} <= set(names())
    assert [one.anchor for one in sections_named("AufenthG/91/1/1")] == ["retention:norms:AufenthG/91/1/1"]
    assert [one.anchor for one in sections_named("record_kind")] == ["retention:facts:record_kind"]
    assert sections_named("gibt es nicht") == ()


def test_the_schema_of_the_documentation_is_the_one_that_the_classes_make() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_the_export_fits_its_schema(exported: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema())

    assert next(Draft202012Validator(schema()).iter_errors(exported), None) is None


def test_the_schema_refuses_an_unknown_kind_of_node_and_a_field_that_nobody_knows() -> None:
    fitting = json.loads(json.dumps(export_json(DAY, "VwZG")))
    validator = Draft202012Validator(schema())
    assert validator.is_valid(fitting)
    norm = "catalogues", "cases", "catalogue", "norms", 0

    for change in ({"when": {"node": "perhaps", "parts": []}}, {"colour": "red"}, {"modality": "ought"}):
        wrong = copy.deepcopy(fitting)
        place: Any = wrong
        for key in norm:
            place = place[key]
        place.update(change)
        assert not validator.is_valid(wrong), change


def test_the_export_reads_back_as_the_same_catalogue(exported: dict[str, Any]) -> None:
    found = exported["catalogues"]["cases"]

    assert Catalogue.from_json(found["catalogue"]).hash == found["hash"] == Catalogue.shipped().hash
    assert {fact["name"] for fact in found["vocabulary"]} == set(Catalogue.shipped().vocabulary)
