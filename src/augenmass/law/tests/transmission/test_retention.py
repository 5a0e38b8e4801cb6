"""Deletion days are computed from event, period and provision; the computed day and the norm agree."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law.checking import citations, unused_facts
from augenmass.law.evaluate import answer
from augenmass.law.facts import Held, parse_value
from augenmass.law.norm import Example
from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import STATUTES, split_cite, unit_of
from augenmass.law.retention.answer import Deletion, deletion_of, retention_catalogue
from augenmass.law.retention.page import retention_page
from augenmass.law.retention.rules import RULES
from augenmass.law.retention.vocabulary import HOLDS, RECORD_FACTS, RECORD_KINDS
from augenmass.law.retention.writing import RetentionRule
from augenmass.law.running import run
from augenmass.law.values import word
from augenmass.law.vocabulary import RETENTION_CLASSES

CATALOGUE = retention_catalogue()
EXAMPLES = [(norm.id, example) for norm in CATALOGUE.norms for example in norm.examples]
FREE = {declaration.name: "no" for declaration in HOLDS.facts}
TODAY = date(2026, 8, 20)


def asked(kind: str, on: date = TODAY, **facts: str) -> Deletion:
    return deletion_of(kind, {**FREE, **facts}, on)


def facts_for(found: RetentionRule, event: date) -> dict[str, str]:
    told = dict(found.norm.examples[0].facts)
    return {**{name: text for name, text in told.items() if name in FREE}, found.event: event.isoformat()}


@pytest.mark.parametrize(("norm", "example"), EXAMPLES, ids=[f"{norm}-{example.answer}" for norm, example in EXAMPLES])
def test_norm_answers_its_example(norm: str, example: Example) -> None:
    held = {
        name: Held(value)
        for name, text in example.facts
        if (value := parse_value(RECORD_FACTS[name], text)) is not None
    }
    state = run(CATALOGUE.program, held, example.on)
    assert word(state.values[CATALOGUE.program.norms[norm].slot]) == example.answer


def test_the_catalogue_of_retention_is_sound_and_cites_what_is_watched() -> None:
    assert CATALOGUE.problems() == ()
    events = {found.event for found in RULES}
    assert set(unused_facts(CATALOGUE)) == events
    at_hand = {key for key, statute in STATUTES.items() if statute.file}
    assert {unit_of(cite) for cite in citations(CATALOGUE) if split_cite(cite)[0] in at_hand} <= set(HASHES)


def test_every_retention_class_can_be_asked_and_every_other_kind_has_a_rule() -> None:
    ruled = {found.kind for found in RULES}
    for name in RETENTION_CLASSES:
        assert asked(name).state == "not_established", name
    assert set(RECORD_KINDS) - ruled <= set(RETENTION_CLASSES)
    assert "removal_data" in ruled


def test_the_file_of_a_case_has_no_period_that_was_read() -> None:
    found = asked("case_file", collected_on="1990-01-01")
    assert (found.state, found.last_day, found.provision) == ("not_established", None, "")
    assert "Aktenplan" in found.why[0]


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(RULES), st.dates(date(1950, 1, 1), date(2026, 8, 1)), st.integers(-2, 2))
def test_the_computed_day_and_the_norm_agree(found: RetentionRule, event: date, offset: int) -> None:
    facts = facts_for(found, event)
    last = deletion_of(found.kind, facts, TODAY).last_day
    assert last is not None
    assert last[0] == last[1]
    on = last[1] + timedelta(days=offset)
    due = offset >= 0 if found.period is None else offset > 0
    assert deletion_of(found.kind, facts, on).state == ("due" if due else "not_due")


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(RULES), st.sets(st.sampled_from(sorted(FREE))))
def test_a_hold_that_is_not_ruled_out_deletes_nothing(found: RetentionRule, forgotten: set[str]) -> None:
    facts = facts_for(found, date(1900, 1, 1) if found.before is None else date(1850, 1, 1))
    assert deletion_of(found.kind, facts, TODAY).state == "due"
    kept = {name: text for name, text in facts.items() if name not in {*forgotten, "legal_hold"}}
    assert deletion_of(found.kind, kept, TODAY).state == "not_established"
    for name in ("legal_hold", *found.holds):
        assert deletion_of(found.kind, {**facts, name: "yes"}, TODAY).state == "not_due"


@pytest.mark.parametrize(
    ("kind", "facts", "last", "cite"),
    [
        ("removal_data", {"entry_ban_ended_on": "2020-02-29"}, "2030-02-28", "AufenthG/91/1/1"),
        ("removal_data", {"entry_ban_ended_on": "2020-02-29", "unusable_since": "2025-05-02"}, "2025-05-02", "AufenthG/91/1/2"),
        ("identification", {"stay_ended_on": "2020-05-05", "passport_and_title_on": "2026-01-02"}, "2026-01-02", "AufenthG/89/3/2/1"),
        ("identification", {"turned_back_on": "2020-05-05", "border_case": "yes"}, "2023-05-05", "AufenthG/89/3/2/3"),
        ("location", {"collected_on": "2026-06-30"}, "2026-08-30", "AufenthG/56a/5/2"),
        ("asylum_file", {"asylum_final_on": "2010-03-01"}, "2030-03-01", "AsylG/7/3/1"),
        ("asylum_identification", {"asylum_final_on": "2010-03-01"}, "2020-03-01", "AsylG/16/6/1"),
        ("register_record", {"departed_germany_on": "2016-02-10"}, "2026-03-31", "AZRG-DV/18/1/1"),
        ("register_record", {"person_died_on": "2020-12-31"}, "2025-12-31", "AZRG-DV/18/1/2"),
        ("register_record", {"born_on": "1940-11-20", "departed_germany_on": "1990-01-01", "long_kept_matter": "yes"}, "2030-12-31", "AZRG-DV/18/2"),
        ("register_record", {"german_known_on": "2026-08-01", "departed_germany_on": "2020-01-01"}, "2026-08-01", "AZRG/36/2/1"),
        ("register_screening", {"given_to_register_on": "2026-01-15"}, "2027-03-31", "AZRG-DV/18/3/1/3"),
        ("register_detention", {"detention_ended_on": "2026-03-31"}, "2026-09-30", "AZRG-DV/18/3/1/5"),
        ("register_service_record", {"logged_on": "2025-01-02"}, "2026-12-31", "AZRG/20/2/4"),
        ("police_log", {"logged_on": "2025-12-31"}, "2026-12-31", "BDSG/76/4"),
    ],
)  # fmt: skip
def test_days_of_deletion(kind: str, facts: dict[str, str], last: str, cite: str) -> None:
    found = asked(kind, **facts)
    assert found.last_day == (date.fromisoformat(last), date.fromisoformat(last))
    assert found.provision == cite


def test_which_period_of_the_register_applies_must_be_known() -> None:
    facts = {"departed_germany_on": "2010-01-01", "born_on": "1990-01-01", "legal_hold": "no"}
    found = deletion_of("register_record", facts, TODAY)
    assert (found.state, found.last_day) == ("not_established", None)
    assert found.why == ("Offen ist, welche Frist gilt.", "Which period applies is open.")
    assert deletion_of("register_record", {**facts, "long_kept_matter": "no"}, TODAY).state == "due"
    assert deletion_of("register_record", {**facts, "long_kept_matter": "yes"}, TODAY).state == "not_due"


def test_a_day_known_in_part_gives_an_earliest_and_a_latest_day() -> None:
    found = asked("asylum_file", asylum_final_on="2006")
    assert found.last_day == (date(2026, 1, 1), date(2026, 12, 31))
    assert found.state == "not_established"


def test_what_is_no_fact_of_a_record_is_refused() -> None:
    for facts, kind in (
        ({"identity_established": "yes"}, "asylum_file"),
        ({"legal_hold": "unbekannt"}, "asylum_file"),
        ({}, "diary"),
    ):
        with pytest.raises(ValueError, match=next(iter(facts), "diary")):
            deletion_of(kind, facts, TODAY)


def test_the_question_is_answered_by_the_catalogue_itself() -> None:
    held = {"record_kind": Held("data_carrier"), "period_starts_on": Held((1, 1)), "legal_hold": Held(0)}
    assert word(answer(CATALOGUE, "must_delete", held, TODAY)) == "yes"


def test_the_page_is_written_from_the_catalogue() -> None:
    page = Path(__file__).parents[5] / "docs" / "law" / "retention.md"
    assert page.read_text(encoding="utf-8") == retention_page()
