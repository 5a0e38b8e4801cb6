"""Texts of an invented statute, in the Federation's XML and in Markdown: the same units, the same hashes."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from augenmass.law.norms import statutes
from augenmass.law.norms.statutes import Statute, text_hash
from augenmass.law.texts import source, xml
from augenmass.law.texts.passages import exact_passage, passage
from augenmass.law.texts.source import TextsUnreadable, newest, read_texts
from augenmass.law.texts.watch import watch, word_diff

pytestmark = pytest.mark.unit

MARKDOWN = """% Gesetz über erfundene Brücken (BrückG)

# § 1 – Grundsatz

(1) Eine Brücke darf betreten werden, wenn sie

1. geprüft ist,

2. nicht gesperrt ist. Gesperrt ist sie nach Absatz 2.

(2) Die Behörde sperrt sie am 3. Oktober. Sie kann sie nach Art. 5 wieder öffnen.

(2) Ein zweiter Absatz 2, wie er vorkommt.

# § 2

Ohne Absatz.
"""
XML = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE dokumente SYSTEM "http://www.gesetze-im-internet.de/dtd/1.01/gii-norm.dtd">
<dokumente builddate="20260801"><norm><metadaten><jurabk>BrückG 2004</jurabk></metadaten><textdaten/></norm>
<norm><metadaten><enbez>Inhaltsübersicht</enbez></metadaten><textdaten><text><Content><P>x</P></Content></text></textdaten></norm>
<norm><metadaten><gliederungseinheit><gliederungsbez>Teil 1</gliederungsbez></gliederungseinheit></metadaten></norm>
<norm><metadaten><enbez>§ 1</enbez><titel>Grundsatz</titel></metadaten><textdaten><text><Content>
<P>(1) Eine Brücke darf betreten<FnR ID="F1"/> werden, wenn sie
<DL Type="arabic"><DT>1.</DT><DD><LA>geprüft ist,</LA></DD><DT>2.</DT><DD><LA>nicht gesperrt ist. Gesperrt ist sie nach
 Absatz 2.</LA></DD></DL></P>
<P>(2) Die Behörde sperrt sie am 3. Oktober. Sie kann sie nach Art. 5 wieder öffnen.</P>
<P>(2) Ein zweiter Absatz 2, wie er vorkommt.</P></Content></text></textdaten></norm>
<norm><metadaten><enbez>§ 2</enbez></metadaten><textdaten><text><Content><P>Ohne Absatz.</P></Content></text></textdaten></norm>
</dokumente>"""


@pytest.fixture(autouse=True)
def invented(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"BrückG": Statute("BrückG", "BrueckG", "brueckg")}
    for module in (statutes, source, xml):
        monkeypatch.setattr(module, "STATUTES", known)


def write(folder: Path, name: str = "BrueckG.md", text: str = MARKDOWN) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_xml_and_markdown_have_the_same_units_and_hashes(tmp_path: Path) -> None:
    [plain] = read_texts(write(tmp_path))
    [official] = read_texts(write(tmp_path, "BJNR1.xml", XML))
    assert plain.key == official.key == "BrückG"
    assert set(plain.units) == {"BrückG/1", "BrückG/1/1", "BrückG/1/2", "BrückG/2"}
    assert {unit: text_hash(text) for unit, text in plain.units.items()} == {
        unit: text_hash(text) for unit, text in official.units.items()
    }


def test_of_two_absaetze_with_one_number_the_first_counts(tmp_path: Path) -> None:
    [found] = read_texts(write(tmp_path))
    assert "Oktober" in found.units["BrückG/1/2"]


def test_an_archive_of_archives_and_files_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "brueckg.zip", "w") as archive:
        archive.writestr("BJNR1.xml", XML)
        archive.writestr("bild.jpg", b"x")
    assert [text.source for text in read_texts(tmp_path)] == ["BJNR1.xml"]


def test_the_newest_text_not_after_a_day_is_chosen(tmp_path: Path) -> None:
    for day in ("2026-05-04", "2026-06-12"):
        write(tmp_path, f"BrueckG_{day}.md", MARKDOWN.replace("Grundsatz", day))
    texts = read_texts(tmp_path)
    assert newest(texts)["BrückG"].day == date(2026, 6, 12)
    assert newest(texts, date(2026, 6, 11))["BrückG"].day == date(2026, 5, 4)
    assert newest(texts, date(2026, 5, 3)) == {}


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("BrueckG.md", b"", "keinen Paragraphen"),
        ("BrueckG.md", "# § 1\n\nBr\xfccke".encode("latin-1"), "UTF-8"),
        ("BrueckG_2026-13-45.md", b"# \xc2\xa7 1\n\nx", "kein gültiger Tag"),
        ("x.xml", XML[:900].encode(), "keine lesbare XML"),
        ("x.xml", b"<html/>", "keine Gesetzesdatei"),
        ("x.xml", b'<!DOCTYPE d [<!ENTITY a "aaaa">]><dokumente>&a;</dokumente>', "keine lesbare XML"),
        (
            "x.xml",
            "<dokumente><norm><metadaten><amtabk>BrückG</amtabk></metadaten></norm></dokumente>".encode(),
            "keinen",
        ),
        ("x.zip", b"PK\x03\x04abgeschnitten", "ZIP"),
        ("other.md", b"# \xc2\xa7 1\n\nx", "keinen Text eines Gesetzes"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TextsUnreadable, match=says):
        read_texts(tmp_path)


def test_a_bomb_in_an_archive_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 10_000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("BJNR1.xml", b"0" * 1_000_000)
    with pytest.raises(TextsUnreadable, match="größer"):
        read_texts(tmp_path)


def test_the_sentence_of_a_citation_is_cut_out(tmp_path: Path) -> None:
    [found] = read_texts(write(tmp_path))
    for cite, says in {
        "BrückG/1/1/1/2": "Eine Brücke darf betreten werden, wenn sie\n\n2. nicht gesperrt ist. Gesperrt ist sie nach Absatz 2.",
        "BrückG/1/2/1": "Die Behörde sperrt sie am 3. Oktober.",
        "BrückG/1/2/2": "Sie kann sie nach Art. 5 wieder öffnen.",
        "BrückG/2": "Ohne Absatz.",
        "BrückG/1/2/9": "Die Behörde sperrt sie am 3. Oktober. Sie kann sie nach Art. 5 wieder öffnen.",
        "BrückG/9/1": "",
    }.items():
        assert passage(cite, found.units) == says, cite


def test_a_changed_unit_is_named_with_its_words(tmp_path: Path) -> None:
    from augenmass.law.tests.kernel.samples import SMALL

    [read] = read_texts(write(tmp_path))
    [now] = read_texts(write(tmp_path, text=MARKDOWN.replace("3. Oktober", "1. Mai").replace("# § 2", "# § 3")))
    hashes = {unit: text_hash(text) for unit, text in read.units.items()} | {"AndersG/1/1": "0"}
    states = {found.unit: found for found in watch(SMALL, hashes, now.units, [read.units])}
    assert {unit: found.state for unit, found in states.items()} == {
        "BrückG/1": "changed",
        "BrückG/1/1": "unchanged",
        "BrückG/1/2": "changed",
        "BrückG/2": "gone",
        "AndersG/1/1": "not_read",
    }
    [change] = states["BrückG/1/2"].changes
    assert (change.was, change.now) == ("3. Oktober.", "1. Mai.")
    [unknown] = [found for found in watch(SMALL, hashes, now.units) if found.unit == "BrückG/1/2"]
    assert (unknown.compared, unknown.changes) == (False, ())


def test_a_word_diff_names_what_came_and_what_went() -> None:
    assert [(found.was, found.now) for found in word_diff("a b c", "a x c d")] == [("b", "x"), ("", "d")]


def test_a_sentence_can_end_with_the_number_of_a_reference_and_a_date_ends_none() -> None:
    text = (
        "(1) Gesperrt wird nach § 2 Absatz 1. Das gilt seit dem 3. Oktober. Frei ist sie nach Nummer 1 und 2. Ende.\n"
    )
    texts = {"BrückG/1/1": text}
    assert exact_passage("BrückG/1/1/2", texts) == "Das gilt seit dem 3. Oktober."
    assert exact_passage("BrückG/1/1/4", texts) == "Ende."
    assert exact_passage("BrückG/1/1/5", texts) == ""
    assert passage("BrückG/1/1/5", texts) == text.removeprefix("(1) ").strip()


def test_a_number_is_found_where_no_sentence_is_named() -> None:
    texts = {"BrückG/48": "# § 48\n\nDie Pflicht endet, wenn\n\n1. Schutz besteht,\n\n2. eine Ehe geschlossen ist.\n"}
    assert exact_passage("BrückG/48///2", texts).endswith("2. eine Ehe geschlossen ist.")
    assert exact_passage("BrückG/48///3", texts) == ""
