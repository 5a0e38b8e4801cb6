"""Commands that read the law: export, explain, what-if, transmission, retention; and what they say of bad input."""

import json
import sys
from pathlib import Path

import pytest

from augenmass.law.catalogue import Catalogue
from augenmass.lawbook.book.binding import catalogues
from augenmass.site.command import main

pytestmark = pytest.mark.whole
Capture = pytest.CaptureFixture[str]
WAY = ("--from", "foreigners_authority", "--to", "federal_office", "--for", "asylum_law", "--on", "2026-08-20")


def said(capsys: Capture, *typed: str) -> str:
    assert main(["law", *typed]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(("ending", "begins"), [("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-"), ("json", b"{")])
def test_a_file_of_each_format_is_written(tmp_path: Path, ending: str, begins: bytes) -> None:
    target = tmp_path / f"recht.{ending}"

    assert main(["law", "export", "--format", ending, "--statute", "VwZG", "--output", str(target)]) == 0

    assert target.read_bytes().startswith(begins)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_the_export_goes_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["law", "export", "--format", "json", "--statute", "VwZG"]) == 0
    sys.stdout.flush()

    found = json.loads(capfdbinary.readouterr().out)
    assert found["catalogues"]["cases"]["hash"] == Catalogue.shipped().hash


def test_norms_are_counted_by_statute_and_state_over_all_catalogues(capsys: Capture) -> None:
    rows = json.loads(said(capsys, "norms", "--count", "--format", "json"))
    norms = json.loads(said(capsys, "norms", "--format", "json"))

    assert {row["catalogue"] for row in rows} == {"cases", "transmission", "retention"}
    assert sum(row["count"] for row in rows) == len(norms) == sum(len(law.norms) for law in catalogues().values())


def test_explain_finds_norms_of_each_catalogue(capsys: Capture) -> None:
    assert "Ausländerbehörde" in said(capsys, "explain", "AufenthG/59/1/1")
    assert "\nAn: " in said(capsys, "explain", "AZRG/11/2/2")
    assert "Frist: 10 Jahre" in said(capsys, "explain", "AufenthG/91/1/1")
    assert "10 years\n" in said(capsys, "explain", "AufenthG/91/1/1", "--language", "en")


def test_what_if_tells_what_a_changed_fact_moves(capsys: Capture) -> None:
    typed = ("what-if", "--ground", "warned", "--on", "2026-08-20", "--then", "protection_status=refugee")
    found = json.loads(said(capsys, *typed, "--format", "json"))
    text = said(capsys, *typed)

    before, after = found["position"], found["then"]
    assert "arrange_removal" in before["next_steps"]
    assert found["changed"]["steps_closed"] == [
        step for step in before["next_steps"] if step not in after["next_steps"]
    ]
    assert found["changed"]["answers"]["may_arrange_removal"] == ["yes", after["answers"]["may_arrange_removal"]]
    assert after["answers"]["may_arrange_removal"] != "yes"
    assert "Was sich ändert:" in text
    assert "[may_arrange_removal]" in text


def test_what_if_takes_the_case_of_a_file_and_takes_facts_away(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "fall.jsonl"
    file.write_text('{"case": "F-1", "minor": true}\n{"case": "F-2", "minor": false}\n', encoding="utf-8")
    one = json.loads(said(capsys, "what-if", str(file), "--case", "F-1", "--set", "minor=-", "--format", "json"))
    empty = json.loads(said(capsys, "what-if", "--format", "json"))

    assert one["position"]["case"] == "F-1"
    assert one["position"]["answers"] == empty["position"]["answers"]
    assert main(["law", "what-if", str(file)]) == 3
    assert "enthält 2 Fälle" in capsys.readouterr().err
    assert main(["law", "what-if", str(file), "--case", "F-9"]) == 3
    assert "F-9" in capsys.readouterr().err


def test_a_transmission_is_answered_with_provision_duties_and_proof(capsys: Capture) -> None:
    typed = ("transmission", *WAY, "--class", "Aufenthaltsrecht", "--set", "necessity_affirmed=ja")
    found = json.loads(said(capsys, *typed, "--format", "json"))
    text = said(capsys, *typed)

    [one] = found["classes"]
    assert one["class"] == "residence"
    assert one["proof"]["value"] == one["answer"] == found["answer"]
    assert one["to_rule_out"]
    assert "auszuschließen durch: " in text
    assert "Beweis:" in text
    assert f"[{one['to_rule_out'][0]}]" in text


def test_a_permitted_transmission_names_what_carries_it(capsys: Capture) -> None:
    row = next(row for row in catalogues()["transmission"].norms if row.id == "AufenthG/90a/1/1")
    told = dict(row.examples[0].facts)
    brakes = json.loads(said(capsys, "transmission", *_way(told), "--format", "json"))["classes"][0]["to_rule_out"]
    clear = [part for name in brakes for part in ("--set", f"{name}=no")]

    found = json.loads(said(capsys, "transmission", *_way(told), *clear, "--format", "json"))

    assert found["answer"] == "yes"
    assert "AufenthG/90a/1/1" in found["classes"][0]["provisions"]
    assert "Übermittlung zulässig: ja" in said(capsys, "transmission", *_way(told), *clear)


def _way(told: dict[str, str]) -> list[str]:
    way = {"sender_kind": "--from", "receiver_kind": "--to", "purpose": "--for", "data_class": "--class"}
    typed = [part for name, option in way.items() for part in (option, told[name])]
    more = [part for name, value in told.items() if name not in way for part in ("--set", f"{name}={value}")]
    return [*typed, *more, "--on", "2026-08-20"]


def test_retention_says_until_when_by_which_provision(capsys: Capture) -> None:
    typed = ("retention", "removal_data", "--set", "entry_ban_ended_on=31.03.2020", "--on", "2026-08-20")
    found = json.loads(said(capsys, *typed, "--format", "json"))

    assert found["last_day"] == ["2030-03-31", "2030-03-31"]
    assert found["provision"] == "AufenthG/91/1/1"
    assert found["state"] == "not_due"
    assert "Aufzubewahren bis 31.03.2030 nach § 91 Abs. 1 Satz 1 AufenthG" in said(capsys, *typed)
    assert "follow the law" in said(capsys, "retention", "case_file", "--language", "en")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["export", "--format", "json", "--statute", "AufenthGG"], "„AufenthG“"),
        (
            ["export", "--format", "html", "--output", "/gibt/es/nicht/x.html"],
            "Den Ordner /gibt/es/nicht gibt es nicht.",
        ),
        (["export", "--format", "html", "--statute", "VwZG", "--output", "/"], "ist ein Ordner"),
        (["explain", "AufenthG/59/1/99"], "Gemeint ist vielleicht „AufenthG/59/1"),
        (["what-if", "--set", "minr=ja"], "„minor“"),
        (["what-if", "--set", "minor"], "nicht die Form NAME=WERT"),
        (["what-if", "--set", "minor=vielleicht"], "weder als Ja noch als Nein"),
        (["what-if", "--set", "minor=vielleicht", "--language", "en"], "neither as yes nor as no"),
        (["what-if", "--set", "decision_served_on=31.02.2026"], "gibt es im Kalender nicht"),
        (["what-if", "--ground", "warnd"], "„warned“"),
        (["what-if", "--case", "F-1"], "gehört eine Datei"),
        (["what-if", "gibtesnicht.csv"], "gibt es nicht"),
        (["what-if", "--on", "2026-05-03"], "beginnt am 04.05.2026"),
        (["what-if", "--on", "2026-05-03", "--language", "en"], "begins on"),
        (["transmission", *WAY, "--class", "residenz"], "Gemeint ist vielleicht „residence“"),
        (["transmission", *WAY, "--class", ""], "ist leer"),
        (["transmission", *WAY, "--class", "residence", "--set", "purpose=asylum_law"], "„purpose“ gibt es nicht"),
        (["transmission", *WAY[:-1], "2020-01-01", "--class", "residence"], "beginnt am"),
        (["retention", "remval_data"], "„removal_data“"),
        (["retention", "removal_data", "--set", "period_starts_on=2026-01-01"], "gibt es nicht"),
        (["retention", "removal_data", "--set", "entry_ban_ended_on=gestern"], "nicht als Datum"),
    ],
)
def test_bad_input_ends_with_three_and_one_sentence(typed: list[str], says: str, capsys: Capture) -> None:
    assert main(["law", *typed]) == 3

    read = capsys.readouterr()
    assert says in read.err
    assert read.out == ""
    assert "Traceback" not in read.err


@pytest.mark.parametrize("content", [b"\xff\xfe\x00broken", b"{", b'{"case": "F-1", "minr": true}', b""])
def test_a_file_that_cannot_be_read_as_a_case_is_said(content: bytes, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "fall.jsonl"
    file.write_bytes(content)

    assert main(["law", "what-if", str(file)]) == 3

    read = capsys.readouterr().err
    assert read.startswith("augenmass: ")
    assert "Traceback" not in read


def test_a_day_that_is_none_is_a_wrong_call() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["law", "what-if", "--on", "20.8."])
    assert ended.value.code == 2


def test_what_if_says_what_contradicts_itself(capsys: Capture) -> None:
    told = ["--set", "decision_issued_on=2026-08-01", "--set", "decision_served_on=2026-07-01"]
    assert main(["law", "what-if", *told, "--on", "2026-09-01"]) == 0
    assert "Widerspruch: „Bescheid vom“ liegt nach" in capsys.readouterr().err
    assert main(["law", "what-if", *told, "--on", "2026-09-01", "--language", "en"]) == 0
    assert "Contradiction: “" in capsys.readouterr().err
