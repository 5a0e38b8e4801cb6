"""``augenmass law check-texts``: texts that are missing, cut off, of another time or numbered otherwise."""

from pathlib import Path

import pytest

from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import split_cite
from augenmass.site.command import main

pytestmark = pytest.mark.whole

SECTIONS = sorted(
    {split_cite(unit)[1][0] for unit in HASHES if unit.startswith("VwZG/")}, key=lambda name: (len(name), name)
)


def written(folder: Path, *sections: str, name: str = "VwZG.md") -> Path:
    """An invented wording of one statute with these sections, each with nine Absätze."""
    folder.mkdir(exist_ok=True)
    texts = (
        f"# § {section} – Erfunden\n\n" + "\n\n".join(f"({number}) Erfundener Satz." for number in range(1, 10))
        for section in sections
    )
    (folder / name).write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    return folder


def check(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = main(["law", "check-texts", str(folder), *more])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_what_has_no_text_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = check(written(tmp_path / "a", *SECTIONS), capsys)
    assert code == 1
    assert "Nicht verglichen, weil der Text fehlt:" in said
    assert "AufenthG" in said
    assert "abgeschnitten" not in said


def test_a_text_that_ends_too_early_is_said_to_be_cut_off(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = check(written(tmp_path / "a", SECTIONS[0]), capsys)
    assert code == 1
    assert f"VwZG: Der Text endet mit § {SECTIONS[0]} VwZG," in said
    assert "Vermutlich ist die Datei VwZG.md abgeschnitten." in said


def test_sections_under_other_numbers_are_named_and_not_taken_for_a_cut(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    renumbered = [f"{SECTIONS[0]}z", *SECTIONS[1:]]
    code, said = check(written(tmp_path / "a", *renumbered), capsys)
    assert code == 1
    assert f"§ {SECTIONS[0]}" in said
    assert "nicht mehr vorhanden oder anders nummeriert" in said
    assert "abgeschnitten" not in said


def test_a_text_older_than_the_catalogue_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(tmp_path / "a", *SECTIONS, name="VwZG_2019-01-01.md")
    _code, said = check(folder, capsys)
    assert "VwZG: Der Text vom 01.01.2019 ist älter als der Rechtskatalog; dieser beginnt am 04.05.2026." in said
    code, said = check(folder, capsys, "--as-of", "2018-01-01")
    assert code == 3
    assert "enthält keinen Text mit Stand bis 01.01.2018." in said
    assert check(tmp_path / "none", capsys) == (3, f"augenmass: {tmp_path / 'none'}: gibt es nicht.\n")


LONG = "".join(f"# § {number}\n\n(1) Satz von § {number}.\n\n" for number in range(1, 105))


def kept(folder: Path, text: str, name: str = "AufenthG.md") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.db
@pytest.mark.django_db
def test_loading_says_what_is_cut_off_and_what_is_older(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "load-texts", str(kept(tmp_path / "whole", LONG))]) == 0
    cut = kept(tmp_path / "cut", LONG[: LONG.index("# § 40")])
    assert main(["law", "load-texts", str(cut)]) == 3
    said = capsys.readouterr().err
    assert "Nichts wurde übernommen; der frühere Wortlaut bleibt." in said
    assert "--shortened" in said
    assert main(["law", "load-texts", str(cut), "--language", "en"]) == 3
    assert "Nothing was taken; the earlier wording stays." in capsys.readouterr().err
    old = kept(tmp_path / "old", LONG, "AufenthG_2019-01-01.md")
    assert main(["law", "load-texts", str(old), "--shortened"]) == 0
    said = capsys.readouterr().err
    assert "AufenthG: Der Text vom 01.01.2019 ist älter als der Rechtskatalog; dieser beginnt am 04.05.2026." in said
    assert "auf die sich Normen stützen, gibt es darin nicht: § " in said
