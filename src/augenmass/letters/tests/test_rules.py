"""Addressee, remedy and period: each rule with its yes, its no and what it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.letters.document import Section
from augenmass.letters.rules.addressee import AddresseeKind, choose_addressee
from augenmass.letters.rules.inputs import (
    Address,
    LegalRepresentative,
    Office,
    PeriodGround,
    PeriodInput,
    PeriodUnit,
    Representative,
)
from augenmass.letters.rules.period import check_period
from augenmass.letters.rules.remedy import RemedyKind, choose_remedy
from augenmass.letters.tests.samples import COURT, OFFICE, PERSON, PROFILE
from augenmass.letters.wording.departure_warning import remedy_section, suspension_section

SEAT = Address("Am Ring 3", "06999", "Ellerstadt")
LAWYER = Representative("Rechtsanwältin Dr. Vera Lindqvist", SEAT, YES)
GUARDIAN = LegalRepresentative("Ilse Brandmeier", SEAT)
REASONS = "Es liegen konkrete Tatsachen vor, die im Vermerk stehen."


def test_a_representative_who_has_shown_written_authority_is_served() -> None:
    found, gaps = choose_addressee(replace(PERSON, representative=LAWYER, legal_representative=GUARDIAN, minor=YES))
    assert gaps == ()
    assert found is not None
    assert (found.kind, found.name, found.cite) == (AddresseeKind.REPRESENTATIVE, LAWYER.name, "VwZG/7/1/2")


def test_a_representative_without_written_authority_leaves_service_to_the_person() -> None:
    found, _ = choose_addressee(replace(PERSON, representative=replace(LAWYER, authority_shown=NO)))
    assert found is not None
    assert found.kind is AddresseeKind.PERSON


def test_an_authority_that_nobody_looked_at_stops_the_letter() -> None:
    found, gaps = choose_addressee(replace(PERSON, representative=replace(LAWYER, authority_shown=UNKNOWN)))
    assert found is None
    assert [gap.field for gap in gaps] == ["representative_authority"]


def test_a_minor_is_served_through_the_legal_representative() -> None:
    found, _ = choose_addressee(replace(PERSON, minor=YES, legal_representative=GUARDIAN))
    assert found is not None
    assert (found.kind, found.cite) == (AddresseeKind.LEGAL_REPRESENTATIVE, "VwZG/6/1/1")


def test_an_adult_with_a_custodian_is_served_through_the_custodian() -> None:
    found, _ = choose_addressee(replace(PERSON, legal_representative=replace(GUARDIAN, custodian=True)))
    assert found is not None
    assert found.cite == "VwZG/6/1/2"


@pytest.mark.parametrize(("minor", "field"), [(YES, "legal_representative"), (UNKNOWN, "date_of_birth")])
def test_a_minor_or_perhaps_minor_without_legal_representative_cannot_be_served(minor: int, field: str) -> None:
    found, gaps = choose_addressee(replace(PERSON, minor=minor))
    assert found is None
    assert [gap.field for gap in gaps] == [field]


def test_an_incomplete_address_of_the_representative_is_asked_for_there() -> None:
    _, gaps = choose_addressee(replace(PERSON, representative=replace(LAWYER, address=Address(town="Ellerstadt"))))
    assert [gap.field for gap in gaps] == ["representative_address"]


def words_of(section: Section) -> str:
    return "\n".join(line for block in section.blocks for line in block.lines()).replace("\u00a0", " ")


def test_where_the_land_keeps_the_objection_it_goes_to_the_body_that_wrote() -> None:
    remedy, _ = choose_remedy(PROFILE, OFFICE)
    assert remedy is not None
    assert (remedy.kind, remedy.office, remedy.suspends) == (RemedyKind.OBJECTION, OFFICE, False)
    text = words_of(remedy_section(remedy))
    assert "innerhalb eines Monats nach der Bekanntgabe Widerspruch" in text
    assert "Am Markt 4, 06999 Ellerstadt" in text
    assert "Deutsch" not in text


def test_where_the_land_has_dropped_the_objection_the_action_goes_to_the_court() -> None:
    remedy, _ = choose_remedy(replace(PROFILE, objection_required=False), OFFICE)
    assert remedy is not None
    assert (remedy.kind, remedy.office, remedy.cite) == (RemedyKind.ACTION, COURT, "VwGO/74/1/2")
    assert "Klage" in words_of(remedy_section(remedy))
    assert "Widerspruch" not in words_of(remedy_section(remedy))


def test_a_suspending_remedy_interrupts_the_period_and_the_letter_says_so() -> None:
    remedy, _ = choose_remedy(replace(PROFILE, suspensive_effect_excluded=False), OFFICE)
    assert remedy is not None
    text = words_of(suspension_section(remedy))
    assert "hat aufschiebende Wirkung (§ 80 Absatz 1 VwGO)" in text
    assert "unterbrochen" in text


def test_what_the_profile_does_not_say_is_never_guessed() -> None:
    silent = replace(
        PROFILE, objection_required=None, suspensive_effect_excluded=None, court=Office("Gericht", Address())
    )
    remedy, gaps = choose_remedy(silent, OFFICE)
    assert remedy is None
    assert {gap.field for gap in gaps} == {"objection_required", "suspensive_effect_excluded", "court"}


def test_an_order_of_immediate_execution_takes_the_suspension_and_the_court_may_restore_it() -> None:
    suspending = replace(PROFILE, suspensive_effect_excluded=False)
    remedy, _ = choose_remedy(suspending, OFFICE, immediate_execution=True)
    assert remedy is not None
    assert not remedy.suspends
    text = words_of(suspension_section(remedy))
    assert "§ 80 Absatz 2 Satz 1 Nummer 4 VwGO" in text
    assert "wiederherzustellen" in text


def test_immediate_execution_is_not_ordered_where_land_law_excludes_suspension_anyway() -> None:
    _, gaps = choose_remedy(PROFILE, OFFICE, immediate_execution=True)
    assert [gap.field for gap in gaps] == ["immediate_execution"]


def test_without_a_period_the_passage_on_suspension_does_not_speak_of_one() -> None:
    remedy, _ = choose_remedy(PROFILE, OFFICE)
    assert remedy is not None
    assert "Ausreisefrist" not in words_of(suspension_section(remedy, with_period=False))


def test_an_exclusion_of_the_suspensive_effect_needs_its_provision() -> None:
    _, gaps = choose_remedy(replace(PROFILE, suspensive_citation=" "), OFFICE)
    assert [gap.field for gap in gaps] == ["suspensive_citation"]


@pytest.mark.parametrize("days", [7, 14, 30])
def test_seven_to_thirty_days_need_no_special_reason(days: int) -> None:
    assert check_period(PeriodInput(days, victim_indications=NO)) == ()


@pytest.mark.parametrize("length", [None, 1, 6])
def test_a_shorter_or_no_period_needs_a_ground_and_reasons(length: int | None) -> None:
    bare = PeriodInput(length, victim_indications=NO)
    assert {gap.field for gap in check_period(bare)} == {"period_ground", "period_reasons"}
    assert check_period(replace(bare, ground=PeriodGround.DANGER, reasons=REASONS)) == ()


def test_custody_explains_no_period_but_no_short_one() -> None:
    assert check_period(PeriodInput(None, ground=PeriodGround.CUSTODY, victim_indications=NO)) == ()
    short = PeriodInput(3, ground=PeriodGround.CUSTODY, reasons=REASONS, victim_indications=NO)
    assert {gap.field for gap in check_period(short)} == {"period_ground"}


@pytest.mark.parametrize(("length", "unit"), [(31, PeriodUnit.DAYS), (1, PeriodUnit.MONTHS)])
def test_a_longer_period_needs_reasons(length: int, unit: PeriodUnit) -> None:
    bare = PeriodInput(length, unit, victim_indications=NO)
    assert {gap.field for gap in check_period(bare)} == {"period_reasons"}
    assert check_period(replace(bare, reasons=REASONS)) == ()


@pytest.mark.parametrize(("length", "unit"), [(31, PeriodUnit.DAYS), (92, PeriodUnit.DAYS), (1, PeriodUnit.MONTHS)])
def test_after_the_loss_of_free_movement_a_month_needs_no_reasons(length: int, unit: PeriodUnit) -> None:
    assert check_period(PeriodInput(length, unit, victim_indications=NO, after_loss=True)) == ()


@pytest.mark.parametrize("length", [None, 7, 30])
def test_after_the_loss_of_free_movement_less_than_a_month_is_for_urgent_cases(length: int | None) -> None:
    bare = PeriodInput(length, victim_indications=NO, after_loss=True)
    (gap,) = check_period(bare)
    assert gap.field == "period_reasons"
    assert "§ 7 Absatz 1 Satz 3 FreizügG/EU" in gap.de
    assert check_period(replace(bare, reasons=REASONS)) == ()


def test_custody_alone_is_no_urgent_case() -> None:
    period = PeriodInput(None, ground=PeriodGround.CUSTODY, victim_indications=NO, after_loss=True)
    assert {gap.field for gap in check_period(period)} == {"period_reasons"}


def test_indications_of_a_victim_ask_for_three_months_or_reasons() -> None:
    assert check_period(PeriodInput(3, PeriodUnit.MONTHS, victim_indications=YES)) == ()
    assert check_period(PeriodInput(92, victim_indications=YES)) == ()
    assert {gap.field for gap in check_period(PeriodInput(30, victim_indications=YES))} == {"period_reasons"}


def test_whether_there_are_indications_of_a_victim_must_be_known() -> None:
    assert {gap.field for gap in check_period(PeriodInput(30))} == {"victim_indications"}


def test_a_period_of_no_days_is_refused() -> None:
    assert {gap.field for gap in check_period(PeriodInput(0, victim_indications=NO))} == {"period"}
