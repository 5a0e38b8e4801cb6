"""What an import changes: its own source's facts, never what a person established."""

from augenmass.intake.rules.comparison import Change, Effect, Recorded, changes_anything, compare

FILE, OFFICER = 1, 2


def held(value: str, source: int = FILE, *, standing: bool = True, pk: int = 10) -> Recorded:
    return Recorded(pk, "sex", value, source, standing)


def effect(said: dict[str, str], *recorded: Recorded) -> Change | None:
    changes = compare(said, ["sex"], recorded, FILE)
    return changes[0] if changes else None


def test_the_same_value_changes_nothing_whoever_said_it() -> None:
    assert effect({"sex": "f"}, held("f")) is None
    assert effect({"sex": "f"}, held("f", OFFICER)) is None


def test_a_fact_that_nobody_has_is_new() -> None:
    assert effect({"sex": "f"}) == Change("sex", None, "f", Effect.NEW, None)


def test_the_source_renews_its_own_statement() -> None:
    assert effect({"sex": "f"}, held("m")) == Change("sex", "m", "f", Effect.REPLACED, 10)


def test_an_emptied_cell_withdraws_what_the_source_said() -> None:
    assert effect({}, held("m")) == Change("sex", "m", None, Effect.WITHDRAWN, 10)


def test_an_emptied_cell_leaves_what_a_person_established() -> None:
    assert effect({}, held("m", OFFICER)) is None


def test_a_persons_correction_is_kept_and_said() -> None:
    change = effect({"sex": "f"}, held("f", standing=False, pk=9), held("m", OFFICER))

    assert change == Change("sex", "m", "f", Effect.KEPT, 10)
    assert not changes_anything([change])


def test_what_a_person_withdrew_does_not_come_back_until_the_source_says_something_new() -> None:
    assert effect({"sex": "f"}, held("f", standing=False)) is None
    assert effect({"sex": "d"}, held("f", standing=False)) == Change("sex", None, "d", Effect.NEW, None)


def test_a_fact_without_a_column_in_the_file_is_left_alone() -> None:
    assert compare({}, [], [held("m")], FILE) == []
