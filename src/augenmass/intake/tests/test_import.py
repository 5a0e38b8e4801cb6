"""From a file to the record: staged, previewed, taken; the same again changes nothing, a change keeps the old."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from augenmass.access.actor import Actor, NotPermitted
from augenmass.cases.models import FamilyLink, LegalPosition, SearchWord
from augenmass.competence.models import Responsibility
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body, Unit
from augenmass.intake.actions.advance import advance
from augenmass.intake.actions.confirm import accept_proposal, confirm_mapping, confirm_taking, discard
from augenmass.intake.actions.receive import receive, receive_upload
from augenmass.intake.actions.whole_file import Imported, import_file
from augenmass.intake.models import ImportRun, SavedMapping, StagedRow
from augenmass.intake.queries.counts import counts_of
from augenmass.intake.refusal import RunOvertaken
from augenmass.intake.rules import limits
from augenmass.intake.rules.problem import FileRefused
from augenmass.intake.tests.tables import write_csv
from augenmass.record.ledger import entry
from augenmass.record.models import Action, Case, Fact, Source
from augenmass.record.verify import verify

HEAD = ("Aktenzeichen", "Name", "Vorname", "Geburtsdatum", "Duldung bis")
ROWS = [
    ("33-1", "Kaya", "Elif", "31.12.1990", "30.11.2030"),
    ("33-2", "Grünwäldt", "Ömer", "00.00.1985", ""),
    ("33-3", "Diallo", "Awa", "31.02.1990", ""),
]
Import = Callable[..., Imported]


@pytest.fixture
def take_in(intake_clerk: Actor, tmp_path: Path) -> Import:
    """Imports rows under the head as one file."""

    def take(rows: list[tuple[str, ...]], head: tuple[str, ...] = HEAD, *, preview_only: bool = False) -> Imported:
        path = write_csv(tmp_path / "export.csv", [head, *rows])
        return import_file(intake_clerk, path, "Fachverfahren", preview_only=preview_only)

    return take


def standing(number: str) -> dict[str, str]:
    return dict(Fact.objects.filter(case__number=number, closed_by=None).values_list("name", "value"))


def summary(imported: Imported) -> tuple[int, int, int, int]:
    return imported.counts.created, imported.counts.changed, imported.counts.same, imported.counts.returned


def test_rows_become_cases_with_facts_actions_responsibility_and_position(take_in: Import, body: Body) -> None:
    imported = take_in(ROWS)

    assert summary(imported) == (2, 0, 0, 1)
    assert imported.run.state == ImportRun.State.DONE
    case = Case.objects.get(number="33-1")
    assert case.body == body
    assert standing("33-1") == {
        "file_number": "33-1",
        "family_name": "Kaya",
        "first_names": "Elif",
        "date_of_birth": "1990-12-31",
        "suspension_valid_until": "2030-11-30",
    }
    assert standing("33-2")["date_of_birth"] == "1985"
    assert list(Action.objects.filter(case=case).values_list("kind", flat=True)) == ["import.case_created"]
    assert Responsibility.objects.get(case=case).body == body
    assert LegalPosition.objects.get(case=case).name == "Kaya, Elif"
    assert SearchWord.objects.filter(case__number="33-2", word="gruenwaeldt").exists()
    assert set(Fact.objects.values_list("source__kind", "source__label")) == {("import", "Fachverfahren")}


def test_the_same_file_again_changes_nothing(take_in: Import) -> None:
    take_in(ROWS)
    before = Fact.objects.count(), Case.objects.get(number="33-1").version

    again = take_in(ROWS)

    assert summary(again) == (0, 0, 2, 1)
    assert (Fact.objects.count(), Case.objects.get(number="33-1").version) == before


def test_a_changed_row_becomes_new_facts_and_keeps_the_old_ones(take_in: Import) -> None:
    take_in(ROWS)

    changed = take_in([("33-1", "Kaya-Brandt", "Elif", "31.12.1990", "")])

    assert summary(changed) == (0, 1, 0, 0)
    assert "suspension_valid_until" not in standing("33-1")
    assert standing("33-1")["family_name"] == "Kaya-Brandt"
    old = Fact.objects.get(case__number="33-1", name="family_name", value="Kaya")
    new = Fact.objects.get(case__number="33-1", name="family_name", value="Kaya-Brandt")
    assert old.closed_by == new.action
    assert new.replaces == old


def test_a_column_that_a_file_lacks_leaves_its_facts_alone(take_in: Import) -> None:
    take_in(ROWS)

    assert summary(take_in([("33-1", "Kaya")], ("Aktenzeichen", "Name"))) == (0, 0, 1, 0)
    assert "suspension_valid_until" in standing("33-1")


def test_what_an_officer_established_is_never_overruled(take_in: Import, actor: Actor) -> None:
    take_in(ROWS)
    case = Case.objects.get(number="33-1")
    held = Fact.objects.get(case=case, name="date_of_birth", closed_by=None)
    officer = Source.objects.create(body=actor.body, kind=Source.Kind.OFFICER, label="Pass")
    with entry(actor, "fact.corrected", case.pk) as e:
        e.establish("date_of_birth", "1991-12-31", source_id=officer.pk, replaces_id=held.pk)

    again = take_in([("33-1", "Kaya", "Elif", "30.12.1990", "30.11.2030")])

    assert summary(again) == (0, 0, 1, 0)
    assert standing("33-1")["date_of_birth"] == "1991-12-31"
    [row] = StagedRow.objects.filter(run=again.run)
    assert row.changes == [["date_of_birth", "1991-12-31", "1990-12-30", "kept", Fact.objects.latest("pk").pk]]


def test_rows_that_cannot_be_taken_keep_their_cells_and_reasons(take_in: Import) -> None:
    imported = take_in(ROWS)

    [row] = StagedRow.objects.filter(run=imported.run, verdict=StagedRow.Verdict.RETURNED)
    assert (row.number, row.cells) == (4, list(ROWS[2]))
    assert "31.02.1990" in row.problems[0]["de"]
    assert not Case.objects.filter(number="33-3").exists()
    assert set(StagedRow.objects.exclude(pk=row.pk).values_list("outcome", flat=True)) == {"taken"}
    assert not default_storage.exists(imported.run.path)


def test_two_different_rows_of_one_file_number_both_go_back(take_in: Import) -> None:
    imported = take_in([ROWS[0], ("33-2", "A", "B", "", ""), ("33-2", "C", "B", "", ""), ROWS[0]])

    assert summary(imported) == (1, 0, 1, 2)
    reasons = StagedRow.objects.filter(run=imported.run, verdict="returned").values_list("number", "problems")
    assert {number: problems[0]["code"] for number, problems in reasons} == {3: "key_twice", 4: "key_twice"}
    assert standing("33-2") == {}


def test_a_case_of_another_body_is_another_case(
    take_in: Import, make_actor: MakeActor, other_body: Body, tmp_path: Path
) -> None:
    take_in(ROWS)
    foreign = make_actor("nachbar", other_body, "intake")

    imported = import_file(foreign, write_csv(tmp_path / "other.csv", [HEAD, *ROWS]), "Fachverfahren")

    assert imported.counts.created == 2
    assert Case.objects.filter(number="33-1").count() == 2


def test_unit_and_officer_are_found_by_name_and_only_for_new_cases(
    take_in: Import, make_actor: MakeActor, body: Body
) -> None:
    unit = Unit.objects.create(body=body, key="a-k", name="Sachgebiet A bis K")
    officer = make_actor("brandt", body, "caseworker").account
    head = ("Aktenzeichen", "Sachgebiet", "SB")
    take_in([("33-1", "sachgebiet a bis k", "Brandt"), ("33-2", "Registratur", "Niemand")], head)

    first, second = Case.objects.order_by("number")
    assert (first.unit, first.officer) == (unit, officer)
    assert (second.unit, second.officer) == (None, None)


def test_family_links_are_written_in_both_directions_wherever_the_relative_stands(take_in: Import) -> None:
    head = ("Aktenzeichen", "Straße", "PLZ", "AZ Mutter", "AZ Ehegatte")
    rows = [
        ("33-1", "Ring 1", "00117", "33-2", ""),
        ("33-2", "Ring 1", "00117", "", "33-9"),
        ("33-3", "Weg 2", "00117", "33-2", ""),
    ]
    imported = take_in(rows, head)

    links = set(FamilyLink.objects.values_list("case__number", "relation", "relative__number", "same_household"))
    assert links == {
        ("33-2", "parent", "33-1", True),
        ("33-1", "child", "33-2", True),
        ("33-2", "parent", "33-3", False),
        ("33-3", "child", "33-2", False),
    }
    notes = StagedRow.objects.get(run=imported.run, number=3).notes
    assert [note["code"] for note in notes] == ["link_not_found"]
    take_in(rows, head)
    assert FamilyLink.objects.count() == 4


def test_a_preview_that_others_overtook_says_so_and_is_shown_again(
    take_in: Import, actor: Actor, intake_clerk: Actor
) -> None:
    take_in(ROWS)
    run = take_in([("33-1", "Brandt", "Elif", "31.12.1990", "30.11.2030")], preview_only=True).run
    take_in([("33-1", "Celik", "Elif", "31.12.1990", "30.11.2030")])

    advance(confirm_taking(intake_clerk, run))

    run.refresh_from_db()
    assert run.state == ImportRun.State.STAGED
    [row] = run.rows.all()
    assert row.outcome == StagedRow.Outcome.OVERTAKEN
    assert row.changes[0][:3] == ["family_name", "Celik", "Brandt"]
    assert standing("33-1")["family_name"] == "Celik"

    advance(confirm_taking(intake_clerk, run))
    assert standing("33-1")["family_name"] == "Brandt"


def test_a_change_by_others_that_does_not_touch_the_row_does_not_stop_it(
    take_in: Import, actor: Actor, intake_clerk: Actor
) -> None:
    take_in(ROWS)
    run = take_in([("33-1", "Brandt", "Elif", "31.12.1990", "30.11.2030")], preview_only=True).run
    officer = Source.objects.create(body=actor.body, kind=Source.Kind.OFFICER, label="Gespräch")
    with entry(actor, "fact.established", Case.objects.get(number="33-1").pk) as e:
        e.establish("language", "tr", source_id=officer.pk)

    advance(confirm_taking(intake_clerk, run))

    assert standing("33-1")["family_name"] == "Brandt"
    assert standing("33-1")["language"] == "tr"


def test_a_mapping_is_kept_for_the_source_and_proposed_again(intake_clerk: Actor, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "export.csv", [("AZ", "Feld 7"), ("33-1", "Kaya")])
    run = receive(intake_clerk, "Altverfahren", "export.csv", path)
    confirm_mapping(intake_clerk, run, {0: "file_number", 1: "family_name"})

    again = receive(intake_clerk, "Altverfahren", "export.csv", path)
    other = receive(intake_clerk, "Anderes", "export.csv", path)

    assert SavedMapping.objects.get().source.label == "Altverfahren"
    assert [column["target"] for column in again.columns] == ["file_number", "family_name"]
    assert [column["target"] for column in other.columns] == ["file_number", ""]


def test_fixing_the_mapping_is_an_action_that_holds_ids_only(intake_clerk: Actor, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "export.csv", [("AZ", "Feld 7"), ("33-1", "Kaya")])
    run = receive(intake_clerk, "Altverfahren", "export.csv", path)
    confirm_mapping(intake_clerk, run, {0: "file_number", 1: "family_name"})
    with pytest.raises(RunOvertaken):
        confirm_mapping(intake_clerk, run, {0: "file_number", 1: "birth_name"})

    action = Action.objects.get(kind="import.mapping_fixed")
    assert action.actor_id == intake_clerk.account_id
    assert action.case_id is None
    assert action.references == {"run": run.pk, "source": run.source_id, "mapping": SavedMapping.objects.get().pk}
    assert list(verify()) == []


def test_a_guess_is_not_taken_from_the_command_line(take_in: Import) -> None:
    imported = take_in([("33-1", "Kaya")], ("Aktenzeichen", "Familiename"))

    assert imported.left_out == ["Familiename"]
    assert standing("33-1") == {"file_number": "33-1"}


def test_a_file_that_breaks_off_later_is_refused_and_nothing_of_it_stays(intake_clerk: Actor, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("AZ;Name\n" + "33-1;Kaya\n" * 300 + '33-2;"Meier\n33-3;Kaya\n', encoding="utf-8")

    with pytest.raises(FileRefused, match="Anführungszeichen"):
        import_file(intake_clerk, path, "Fachverfahren")

    run = ImportRun.objects.get()
    assert run.state == ImportRun.State.REFUSED
    assert run.refusal["code"] == "quote_not_closed"
    assert not run.rows.exists()


def test_an_upload_beyond_the_limit_is_refused_while_it_arrives(
    intake_clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10)

    with pytest.raises(FileRefused) as refused:
        receive_upload(intake_clerk, "Fachverfahren", "export.csv", iter([b"AZ;Name\n", b"1;2\n"]))

    assert refused.value.code == "file_larger_than"
    assert not ImportRun.objects.exists()


def test_only_the_intake_role_may_import(actor: Actor, tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        receive(actor, "Fachverfahren", "export.csv", write_csv(tmp_path / "export.csv", [HEAD, *ROWS]))


def test_a_second_confirmation_is_told_that_the_run_went_on(take_in: Import, intake_clerk: Actor) -> None:
    run = take_in(ROWS, preview_only=True).run
    confirm_taking(intake_clerk, run)

    with pytest.raises(RunOvertaken, match="inzwischen weiter"):
        confirm_taking(intake_clerk, run)


def test_a_run_that_is_given_up_takes_nothing_and_leaves_no_rows(take_in: Import, intake_clerk: Actor) -> None:
    run = take_in(ROWS, preview_only=True).run
    assert counts_of(run).total == 3

    discarded = discard(intake_clerk, run)

    assert discarded.state == ImportRun.State.DISCARDED
    assert not discarded.rows.filter(verdict="created").exists()
    assert not Case.objects.exists()
    with pytest.raises(RunOvertaken):
        accept_proposal(intake_clerk, discarded)
