"""Columns find their facts: known heads, similar ones as a guess, never two silently for one fact."""

import pytest

from augenmass.intake.rules.characters import comparable
from augenmass.intake.rules.mapping import Certainty, Plan, choose, propose
from augenmass.intake.rules.problem import FileRefused
from augenmass.intake.rules.sheet import name_columns
from augenmass.intake.tests.tables import VOCABULARY


def proposal(*heads: str) -> Plan:
    headers, _ = name_columns(heads)
    return propose(headers, VOCABULARY)


def summary(plan: Plan) -> list[tuple[str, str, bool]]:
    return [(column.target, column.certainty.value, column.check) for column in plan.columns]


@pytest.mark.parametrize("head", ["Geb.-Datum", "GEB DATUM ", "geburtsdatum", "Geburts-Datum:", "date_of_birth"])
def test_a_known_head_is_found_in_any_spelling(head: str) -> None:
    assert summary(proposal("AZ", head))[1] == ("date_of_birth", "known", False)


def test_umlauts_and_their_transcription_are_the_same_head() -> None:
    assert comparable("Staatsangehörigkeit") == comparable("STAATSANGEHOERIGKEIT")
    assert comparable("Großschreibung") == comparable("Grossschreibung")


def test_a_similar_head_is_only_a_guess_that_nobody_takes_unseen() -> None:
    plan = proposal("AZ", "Gebortsdatum")

    assert summary(plan)[1] == ("date_of_birth", "similar", False)
    assert summary(plan.certain())[1] == ("", "similar", False)


def test_a_head_that_nobody_knows_is_left_out() -> None:
    plan = proposal("AZ", "Bemerkung intern")

    assert [column.header.text for column in plan.left_out] == ["Bemerkung intern"]


def test_a_second_column_of_a_fact_only_has_to_agree() -> None:
    assert summary(proposal("AZ", "Geburtsdatum", "Geb.-Datum")) == [
        ("file_number", "known", False),
        ("date_of_birth", "known", False),
        ("date_of_birth", "known", True),
    ]


def test_a_guess_never_joins_a_target_that_another_column_has() -> None:
    assert summary(proposal("Gebortsdatum", "Geburtsdatum")) == [
        ("", "none", False),
        ("date_of_birth", "known", False),
    ]


def test_what_was_saved_for_the_source_comes_first_and_new_columns_are_proposed() -> None:
    headers, _ = name_columns(("AZ", "Datum 1", "Name"))
    saved = choose(headers[:2], {0: "file_number", 1: "entry_date"}, VOCABULARY).to_json()

    plan = propose(headers, VOCABULARY, saved)

    assert summary(plan) == [
        ("file_number", "saved", False),
        ("entry_date", "saved", False),
        ("family_name", "known", False),
    ]


def test_a_column_left_out_on_purpose_stays_left_out() -> None:
    headers, _ = name_columns(("AZ", "Name"))
    saved = choose(headers, {0: "file_number"}, VOCABULARY).to_json()

    assert propose(headers, VOCABULARY, saved).columns[1].certainty is Certainty.SAVED
    assert propose(headers, VOCABULARY, saved).columns[1].target == ""


def test_a_saved_fact_that_no_longer_exists_is_proposed_anew() -> None:
    headers, _ = name_columns(("AZ", "Name"))

    plan = propose(headers, VOCABULARY, [{"label": "Name", "target": "gone", "check": False}])

    assert plan.columns[1].target == "family_name"


def test_family_links_and_units_are_targets_too() -> None:
    assert [column.target for column in proposal("AZ Mutter", "Sachgebiet").columns] == ["link:mother", "case:unit"]


def test_an_unknown_target_is_an_error() -> None:
    headers, _ = name_columns(("AZ", "Name"))

    with pytest.raises(ValueError, match="religion"):
        choose(headers, {1: "religion"}, VOCABULARY)


def test_a_file_without_file_number_is_refused() -> None:
    with pytest.raises(FileRefused, match="Aktenzeichen"):
        proposal("Name", "Vorname").require_key()
