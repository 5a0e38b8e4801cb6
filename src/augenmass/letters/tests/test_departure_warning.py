"""What the warning says, and what it refuses to leave out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.letters.document import plain_text
from augenmass.letters.rules.beside import NO_FURTHER, Beside
from augenmass.letters.rules.inputs import (
    Address,
    Hearing,
    Incomplete,
    Obligation,
    PeriodGround,
    PeriodInput,
    PeriodUnit,
    Representative,
)
from augenmass.letters.tests.samples import AUTHOR, PERSON, PROFILE, warning
from augenmass.letters.wording.passages import further, languages


def words(**entered: Any) -> str:
    return plain_text(warning(**entered)).replace("\u00a0", " ")


def gaps(**entered: Any) -> set[str]:
    with pytest.raises(Incomplete) as raised:
        warning(**entered)
    return {gap.field for gap in raised.value.gaps}


def test_the_operative_part_asks_to_leave_warns_and_names_the_states() -> None:
    text = words(target_states=("Nordmazedonien", "Serbien"), forbidden_states=("Kosovo",))
    assert "innerhalb von 30 Tagen nach Zustellung dieser Verfügung" in text
    assert "drohen wir Ihnen die Abschiebung nach Nordmazedonien oder Serbien an" in text
    assert "auch in jeden anderen Staat möglich" in text
    assert "4. Eine Abschiebung nach Kosovo ist ausgeschlossen." in text
    assert "§ 60 Absatz 10 Satz 2 AufenthG" in text


def test_without_an_excluded_state_there_is_no_fourth_point() -> None:
    assert "4. " not in words().split("Begründung")[0]


def test_the_officers_words_stand_in_the_grounds_unchanged() -> None:
    text = words(own_reasons="Erster Absatz: §  80 mit zwei Leerzeichen.\n\nZweiter Absatz, wörtlich.")
    assert "Erster Absatz: §  80 mit zwei Leerzeichen.\n\nZweiter Absatz, wörtlich." in text


def test_without_a_period_the_letter_says_so_and_carries_no_certificate() -> None:
    period = PeriodInput(None, ground=PeriodGround.CUSTODY, victim_indications=NO)
    text = words(period=period)
    assert "Eine Frist für die freiwillige Ausreise wird nicht gesetzt." in text
    assert "§ 59 Absatz 5 AufenthG" in text
    assert "Bescheinigung über die Ausreisefrist" not in text


def test_a_period_in_months_is_worded_as_months() -> None:
    period = PeriodInput(3, PeriodUnit.MONTHS, victim_indications=YES)
    assert "innerhalb von 3 Monaten nach Zustellung" in words(period=period)


AFTER_LOSS = PeriodInput(1, PeriodUnit.MONTHS, victim_indications=NO, after_loss=True)


def test_after_the_loss_of_free_movement_the_letter_rests_on_the_free_movement_act() -> None:
    text = words(period=AFTER_LOSS, free_movement=True)
    assert "innerhalb von einem Monat nach Zustellung" in text
    for citation in ("Satz 1", "Satz 3", "Satz 4"):
        assert f"§ 7 Absatz 1 {citation} FreizügG/EU" in text
    assert "§ 7 Absatz 2 FreizügG/EU" in text
    for foreign in (
        "§ 50 Absatz 1 AufenthG",
        "sieben bis 30 Tagen",
        "§ 11 Absatz 1 und 2 AufenthG",
        "Antrag allein hindert",
    ):
        assert foreign not in text
    assert "you will not be removed before the court has decided" in text


def test_an_urgent_case_after_the_loss_says_so() -> None:
    urgent = replace(AFTER_LOSS, length=None, reasons="Es besteht die Gefahr weiterer schwerer Straftaten.")
    assert "Ihr Fall ist dringend. Deshalb setzen wir keine Frist (§ 7 Absatz 1 Satz 3 FreizügG/EU)." in words(
        period=urgent
    )


def test_the_letter_does_not_fit_who_moves_freely_without_the_finding() -> None:
    assert gaps(free_movement=True) == {"obligation_basis"}


def test_the_page_in_another_language_says_that_the_german_text_prevails() -> None:
    certificate, page, remedy = warning()["appended"]
    assert (certificate["language"], page["language"], remedy["language"]) == (None, "en", "en")
    assert page["blocks"][0]["text"] == "This page is a translation to help you. The German text prevails."
    assert page["new_page"]
    assert not remedy["new_page"]
    assert [section["language"] for section in warning(beside=NO_FURTHER)["appended"]] == [None]


@pytest.mark.parametrize("language", further())
@pytest.mark.parametrize("confirmed_by", ["", "Ada Muster"])
def test_a_legal_remedy_stands_in_another_language_only_once_it_is_confirmed(language: str, confirmed_by: str) -> None:
    remedy = warning(beside=Beside(language, confirmed_by=confirmed_by))["appended"][-1]
    assert [block["text"] for block in remedy["blocks"]] == [languages()[language].remedy_german]
    confirmed = warning(beside=Beside(language, confirmed_by=confirmed_by, remedy_confirmed=True))["appended"][-1]
    text = " ".join(block["text"] for block in confirmed["blocks"])
    assert languages()[language].remedy_german not in text
    assert "Landkreis Ellertal, Ausländerbehörde, Am Markt 4, 06999 Ellerstadt" in text
    assert "Verwaltungsgericht Ellerstadt" in text


def test_a_page_nobody_confirmed_says_so_in_both_languages() -> None:
    page = warning(beside=Beside("fr"))["appended"][1]
    assert page["blocks"][0] == {"kind": "strong", "text": languages()["fr"].not_confirmed}
    assert page["blocks"][1] == {"kind": "strong", "text": languages()["de"].not_confirmed, "language": "de"}


def test_the_summary_holds_the_decision_and_nothing_of_the_officers_words() -> None:
    data = warning(
        beside=Beside("tr"),
        immediate_execution=True,
        immediate_reasons="Ein besonderes Interesse besteht.",
        profile=replace(PROFILE, suspensive_effect_excluded=False),
    )
    text = " ".join(item for block in data["appended"][1]["blocks"] for item in block.get("items", [block.get("text")]))
    assert "gün olarak: 30" in text
    assert "Nordmazedonien" in text
    assert "derhâl" in text
    assert "Holzbau" not in text


def test_after_unlawful_entry_the_standard_form_is_enclosed_instead_of_a_translation_on_request() -> None:
    text = words(obligation=(Obligation.UNLAWFUL_ENTRY,))
    assert "Standardformular mit Erläuterungen" in text
    assert "Auf Antrag erhalten Sie kostenfrei eine Übersetzung" not in text
    assert "Auf Antrag erhalten Sie kostenfrei eine Übersetzung" in words()


def test_a_hearing_left_out_is_given_with_its_reasons() -> None:
    text = words(hearing=Hearing(waived_reasons="Eine Entscheidung war wegen Gefahr im Verzug sofort nötig."))
    assert "Von einer Anhörung haben wir abgesehen" in text
    assert "Gefahr im Verzug" in text


def test_the_letter_to_a_representative_says_why_and_whom_it_concerns() -> None:
    lawyer = Representative("Rechtsanwältin Dr. Vera Lindqvist", Address("Am Ring 3", "06999", "Ellerstadt"), YES)
    data = warning(replace(PERSON, representative=lawyer))
    assert data["recipient"]["lines"][0] == "Rechtsanwältin Dr. Vera Lindqvist"
    assert "Betroffene Person: Milan Arsovski, geboren 12.03.1991" in data["subject"]
    assert "§ 7 Absatz 1 Satz 2 VwZG" in plain_text(data).replace("\u00a0", " ")


def test_everything_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(Incomplete) as raised:
        warning(
            replace(PERSON, address=Address(), birth="", nationality=""),
            replace(PROFILE, objection_required=None, court=None),
            target_states=(),
            obligation=(),
            facts="",
            hearing=Hearing(),
            prohibition_established=UNKNOWN,
        )
    fields = {gap.field for gap in raised.value.gaps}
    assert fields == {
        "address",
        "date_of_birth",
        "nationality",
        "objection_required",
        "court",
        "target_states",
        "obligation",
        "facts",
        "hearing",
        "removal_prohibition",
    }
    assert all(gap.de.endswith(".") and gap.en.endswith(".") for gap in raised.value.gaps)


def test_immediate_execution_stands_in_the_operative_part_and_has_its_own_reasons() -> None:
    profile = replace(PROFILE, suspensive_effect_excluded=False)
    reasons = "Es besteht ein besonderes Interesse daran, weil Straftaten drohen."
    data = warning(profile=profile, immediate_execution=True, immediate_reasons=reasons)
    text = plain_text(data).replace("\u00a0", " ")
    assert "4. Die sofortige Vollziehung dieser Verfügung wird angeordnet." in text
    assert reasons in text.split("5. Sofortige Vollziehung")[1]
    with pytest.raises(Incomplete) as raised:
        warning(profile=profile, immediate_execution=True)
    assert {gap.field for gap in raised.value.gaps} == {"immediate_reasons"}


def test_a_ground_for_a_short_period_is_not_printed_with_an_ordinary_one() -> None:
    ordinary = PeriodInput(14, ground=PeriodGround.EVASION, victim_indications=NO)
    assert "Verdacht" not in words(period=ordinary)
    short = replace(ordinary, length=3, reasons="Es liegen konkrete Tatsachen vor, siehe Vermerk.")
    assert "begründete Verdacht" in words(period=short)


def test_an_established_prohibition_needs_its_state_named() -> None:
    assert gaps(prohibition_established=YES) == {"forbidden_states"}


def test_a_state_cannot_be_target_and_excluded() -> None:
    assert gaps(forbidden_states=("Nordmazedonien",)) == {"forbidden_states"}


def test_a_body_without_address_cannot_write() -> None:
    homeless = replace(AUTHOR, office=replace(AUTHOR.office, address=Address()))
    with pytest.raises(Incomplete) as raised:
        warning(author=homeless)
    assert {gap.field for gap in raised.value.gaps} == {"body_address", "objection_office"}


def test_no_text_of_the_program_uses_an_abbreviated_citation_or_an_em_dash() -> None:
    text = words()
    assert "\u2014" not in text
    assert "Abs. " not in text
    assert "i.V.m." not in text
