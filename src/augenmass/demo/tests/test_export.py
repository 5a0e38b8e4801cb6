"""The invented export: the same every time, readable by the intake, with the doubtful entries at the known rates."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from augenmass.demo.caseload import ASYLUM_RATE, PROTECTION_RATE, UNION_RATE, allot, shares
from augenmass.demo.columns import HEADS
from augenmass.demo.export import STANDARD_DAY, generate, write_export
from augenmass.demo.situations import LOOKED_AT_AND_NOT_FOUND
from augenmass.intake.rules.mapping import Certainty, propose
from augenmass.intake.rules.opening import open_sheet
from augenmass.intake.rules.row import ParsedRow, RowReader
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.countries import FREE_MOVEMENT_STATES

pytestmark = pytest.mark.whole

CASES = 2000


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[ParsedRow]:
    path = tmp_path_factory.mktemp("demo") / "export.csv"
    write_export(path, CASES, seed=7)
    sheet = open_sheet(path)
    reader = RowReader(sheet, propose(sheet.headers, VOCABULARY), VOCABULARY, STANDARD_DAY)
    return [reader.read(row) for row in sheet.rows()]


def rate(count: int, of: int) -> float:
    return count / of


@pytest.mark.parametrize("name", ["export.csv", "export.xlsx"])
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    first, second, other = tmp_path / f"1{name}", tmp_path / f"2{name}", tmp_path / f"3{name}"
    write_export(first, 50, seed=7)
    write_export(second, 50, seed=7)
    write_export(other, 50, seed=8)

    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes() != other.read_bytes()


def test_every_head_is_known_to_the_vocabulary_as_the_fact_that_it_holds() -> None:
    from augenmass.intake.rules.sheet import name_columns

    headers, notes = name_columns(tuple(head for head, _ in HEADS))
    plan = propose(headers, VOCABULARY)

    assert notes == ()
    assert [column.target for column in plan.columns] == [name for _, name in HEADS]
    assert {column.certainty for column in plan.columns} == {Certainty.KNOWN}
    assert plan.checks == ()


def test_csv_and_workbook_say_the_same(tmp_path: Path) -> None:
    read = []
    for name in ("export.csv", "export.xlsx"):
        write_export(tmp_path / name, 40, seed=3, encoding="utf-8")
        sheet = open_sheet(tmp_path / name)
        read.append([row.cells for row in sheet.rows()])

    assert read[0] == read[1]
    assert len(read[0]) == 40


def test_every_case_has_its_own_file_number_and_at_least_thirty_facts(rows: list[ParsedRow]) -> None:
    taken = [row for row in rows if not row.problems]

    assert len({row.key for row in rows}) == CASES
    assert sum(len(row.facts) for row in taken) / len(taken) >= 30


def test_nearly_all_rows_can_be_taken_and_a_few_cannot(rows: list[ParsedRow]) -> None:
    returned = [row for row in rows if row.problems]

    assert 0 < len(returned) < CASES * 0.02
    assert {problem.code for row in returned for problem in row.problems} == {
        "facts_contradict",
        "cell_unreadable",
        "day_in_future",
    }


def test_doubtful_entries_occur_at_the_known_rates(rows: list[ParsedRow]) -> None:
    obliged = [row.facts for row in rows if row.facts.get("registered_status") == "obliged_enforceable"]
    asylum = sum(facts.get("asylum_procedure_running") == "yes" for facts in obliged)
    union = [facts for facts in obliged if facts.get("free_movement") == "yes"]
    protected = sum(facts.get("protection_status") in ("refugee", "subsidiary") for facts in obliged)

    assert rate(asylum, len(obliged)) == pytest.approx(ASYLUM_RATE, abs=0.002)
    assert rate(len(union), len(obliged)) == pytest.approx(UNION_RATE, abs=0.002)
    assert rate(protected, len(obliged)) == pytest.approx(PROTECTION_RATE, abs=0.002)
    assert {facts["nationality"] for facts in union} <= set(FREE_MOVEMENT_STATES)
    assert all(facts.get("loss_of_free_movement_enforceable") != "yes" for facts in union)


def test_sex_is_drawn_apart_from_what_becomes_of_the_case(rows: list[ParsedRow]) -> None:
    by_status: dict[str, Counter[str]] = {}
    for row in rows:
        if "family_key" not in row.facts:
            by_status.setdefault(row.facts.get("registered_status", ""), Counter())[row.facts.get("sex", "")] += 1

    for counted in by_status.values():
        total = counted["f"] + counted["m"]
        if total > 150:
            assert counted["f"] / total == pytest.approx(0.5, abs=0.12)


def test_partial_birth_dates_and_families_occur(rows: list[ParsedRow]) -> None:
    numbers = {row.key for row in rows}
    born = [row.facts.get("date_of_birth", "") for row in rows]
    links = [link for row in rows for link in row.links]

    assert any(len(text) == 4 for text in born)
    assert any(len(text) == 7 for text in born)
    assert {relation for relation, _ in links} == {"mother", "father", "spouse"}
    assert {number for _, number in links} <= numbers


def test_children_are_minors_of_their_parents_household(rows: list[ParsedRow]) -> None:
    by_number = {row.key: row for row in rows}
    children = [row for row in rows if any(relation == "mother" for relation, _ in row.links) and not row.problems]

    assert children
    for child in children:
        mother = by_number[dict(child.links)["mother"]]
        assert child.facts["family_key"] == mother.facts["family_key"]
        assert int(child.facts["date_of_birth"][:4]) > STANDARD_DAY.year - 18


def test_the_day_of_the_export_moves_its_dates(tmp_path: Path) -> None:
    def ends(as_of: date) -> list[str]:
        position = [name for _, name in HEADS].index("suspension_valid_until")
        return [row[position] for row in generate(60, 7, as_of) if row[position]]

    assert any(text.endswith("2026") for text in ends(date(2026, 8, 1)))
    assert all(int(text[-4:]) >= 2030 for text in ends(date(2031, 8, 1)))


def test_what_the_authority_looked_at_has_a_column() -> None:
    assert set(LOOKED_AT_AND_NOT_FOUND) <= {name for _, name in HEADS}


def test_situations_are_allotted_by_their_shares() -> None:
    assert sum(share for _, share in shares()) == pytest.approx(1.0)
    assert len(allot(777)) == 777


def test_no_cases_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        next(generate(0, 1))
