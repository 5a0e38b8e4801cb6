"""Letters of fixed passages: what each says, what it lacks, and that each is accessible in German and every further language."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from augenmass.law.values import YES
from augenmass.letters.document import plain_text
from augenmass.letters.render import render
from augenmass.letters.rules.beside import Beside
from augenmass.letters.rules.fixed import (
    HARDSHIP,
    HEARING,
    OFFER,
    RETURN,
    SUSPENSION,
    Hardship,
    Suspension,
    gaps_of,
)
from augenmass.letters.rules.inputs import Address, Incomplete, Representative
from augenmass.letters.tests.samples import (
    ALL,
    AUTHOR,
    DRAFT,
    FACTS,
    INFORMATION,
    JOINT,
    JOINT_WORK,
    PERSON,
    letter,
    warning,
)
from augenmass.letters.tests.structure import structure_of
from augenmass.letters.wording.passages import further, languages, wording

DAY = date(2026, 11, 23)


def text(data: dict[str, Any]) -> str:
    return plain_text(data).replace("\u00a0", " ")


def missing(template: str, **changes: Any) -> set[str]:
    given = {"person": PERSON, "author": AUTHOR, "facts": FACTS} | changes
    draft = given.pop("draft", DRAFT) if template == HEARING else None
    return {gap.field for gap in gaps_of(template, on=DAY, draft=draft, **given)}


@pytest.mark.unit
def test_a_hearing_names_the_decision_the_facts_the_last_day_and_what_being_late_means() -> None:
    said = text(letter(HEARING))
    assert "Dieses Schreiben ist noch keine Entscheidung" in said
    assert "§ 28 Absatz 1 VwVfG in Verbindung mit Landesrecht" in said
    assert "Abschiebung anzudrohen" in said
    assert "Den Antrag auf Verlängerung haben wir abgelehnt." in said
    assert "bis zum 14.12.2026" in said
    assert "können unberücksichtigt bleiben (§ 82 Absatz 1 AufenthG)" in said
    assert "qualifizierte ärztliche Bescheinigung" in said
    assert "qualifizierte ärztliche Bescheinigung" not in text(letter(HEARING, draft=replace(DRAFT, health=False)))


@pytest.mark.unit
def test_a_hearing_on_a_revocation_says_so_and_nothing_of_a_warning() -> None:
    said = text(letter(HEARING, draft=replace(DRAFT, intended="revocation")))
    assert "zu widerrufen (§ 60a Absatz 5 Satz 2 AufenthG)" in said
    assert "Abschiebung anzudrohen" not in said


@pytest.mark.unit
@pytest.mark.parametrize("until", ["", "2026-11-22", "2026-11-23"])
def test_a_hearing_needs_facts_and_time(until: str) -> None:
    assert missing(HEARING, draft=replace(DRAFT, until=until)) == {"until"}
    assert missing(HEARING, draft=replace(DRAFT, facts=" zu kurz ")) == {"facts"}
    assert missing(HEARING) == set()


@pytest.mark.unit
def test_the_officers_words_stand_only_in_german_and_the_translation_says_so() -> None:
    data = letter(HEARING, beside=Beside("uk"))
    assert "Den Antrag auf Verlängerung" not in str(data["appended"])
    assert languages()["uk"].german_only in str(data["appended"])


@pytest.mark.unit
def test_a_suspension_is_told_with_its_end_its_ground_and_that_the_certificate_is_another_paper() -> None:
    said = text(letter(SUSPENSION))
    assert "gilt bis zum 22.02.2027. Rechtsgrundlage: Unmöglichkeit (§ 60a Abs. 2 S. 1)." in said
    assert "amtlichen Vordruck (§ 60a Absatz 4 AufenthG, § 58 AufenthV). Dieses Schreiben ersetzt sie nicht" in said
    assert "Arbeiten dürfen Sie nur mit Erlaubnis" in said
    assert "ungeklärter Identität" not in said
    assert "removal impossible" in text(letter(SUSPENSION, beside=Beside("en")))


@pytest.mark.unit
def test_with_the_addition_the_letter_tells_how_it_falls_away() -> None:
    identity = replace(FACTS, suspension=replace(FACTS.suspension, kind="identity"))
    said = text(letter(SUSPENSION, facts=identity))
    assert "Dann erhalten Sie die Bescheinigung ohne den Zusatz (§ 60b Absatz 4 AufenthG)" in said
    assert "Arbeiten dürfen Sie nur mit Erlaubnis" not in said


@pytest.mark.unit
@pytest.mark.parametrize(
    "held", [Suspension(), Suspension("none", "keine", "none", "22.02.2027"), Suspension("training", "A", "B")]
)
def test_without_a_suspension_on_record_there_is_no_letter_about_it(held: Suspension) -> None:
    assert missing(SUSPENSION, facts=replace(FACTS, suspension=held)) == {"suspension_kind"}


@pytest.mark.unit
@pytest.mark.parametrize(
    ("stops", "says"),
    [
        (True, "wird nicht abgeschoben, solange"),
        (False, "Verlassen Sie sich nicht"),
        (None, "Verlassen Sie sich nicht"),
    ],
)
def test_only_an_established_rule_of_the_land_lets_the_letter_say_that_nobody_is_removed(
    stops: bool | None, says: str
) -> None:
    said = text(letter(HARDSHIP, facts=replace(FACTS, hardship=replace(FACTS.hardship, stops_removal=stops))))
    assert says in said
    assert ("wird nicht abgeschoben, solange" in said) is (stops is True)
    assert "Domplatz 9" in said
    assert "Artikel 17 GG" in said


@pytest.mark.unit
def test_where_nobody_recorded_the_commission_the_letter_waits() -> None:
    assert missing(HARDSHIP, facts=replace(FACTS, hardship=Hardship())) == {"hardship_commission"}


@pytest.mark.unit
def test_the_amounts_are_those_of_the_day_and_stand_in_every_language() -> None:
    said = text(letter(RETURN, beside=Beside("en")))
    assert "Hilfen, die es am 23.11.2026 gibt" in said
    assert (
        "- Rückkehrhilfe Mittelau: 1.000,00 € für eine erwachsene Person, 500,00 € für ein Kind, zusammen höchstens 4.000,00 €"
        in said
    )
    assert "- Reisebeihilfe: 200,00 € für eine erwachsene Person, 100,00 € für ein Kind\n" in said
    assert "- Return aid Mittelau: 1.000,00 € for an adult" in said
    assert "§ 60a Absatz 5b" in said


@pytest.mark.unit
def test_without_programmes_the_letter_names_no_amount() -> None:
    said = text(letter(RETURN, facts=replace(FACTS, programmes=())))
    assert "sagt Ihnen die Beratungsstelle" in said
    assert "€" not in said


@pytest.mark.unit
@pytest.mark.parametrize("template", [OFFER, RETURN])
def test_without_a_counselling_service_there_is_no_letter_that_leads_to_one(template: str) -> None:
    nobody = replace(AUTHOR, counselling=())
    assert missing(template, author=nobody) == {"counselling"}
    with pytest.raises(Incomplete):
        letter(template, author=nobody)


@pytest.mark.unit
def test_the_information_names_each_prospect_in_the_persons_language_and_what_is_missing() -> None:
    said = text(letter(INFORMATION, beside=Beside("fr")))
    assert "Aufenthaltserlaubnis, weil Ihre Ausreise auf lange Sicht unmöglich ist (§ 25 Abs. 5 AufenthG)" in said
    assert "Permis de séjour parce que votre départ est impossible pour longtemps (§ 25 (5) AufenthG)" in said
    assert said.count("- Pass oder Passersatz vorhanden") == 2
    assert "Amts- und Gerichtssprache ist Deutsch" in said


@pytest.mark.unit
def test_of_joint_work_the_person_is_told_who_reads_what_until_when() -> None:
    said = text(letter(JOINT_WORK, beside=Beside("ar")))
    assert "Eingestuft hat Sie diese Stelle, nicht wir:\n\n- Landeskriminalamt Mittelau" in said
    assert "wer Sie sind, nicht Ihre Akte:\n\n- Stadt Auenburg" in said
    assert "liest auch Ihre Akte" in said
    assert "mit dem 05.05.2027" in said
    assert "prüfen wir" in said
    assert "Artikel 77 DSGVO" in said
    assert "Bisher ist keine andere Stelle" not in said
    assert said.count("- Landeskriminalamt Mittelau") == 2
    alone = replace(JOINT, bodies=(), reading_file=())
    assert "Bisher ist keine andere Stelle beteiligt." in text(letter(JOINT_WORK, joint=alone))
    assert "lesen jetzt nichts mehr:\n\n- Jugendamt" in text(
        letter(JOINT_WORK, joint=replace(JOINT, left=("Jugendamt",)))
    )
    supervised = text(letter(JOINT_WORK, joint=replace(alone, supervising=("Ministerium des Innern Mittelau",))))
    assert "nur einzelne Angaben" in supervised
    assert "keine andere Stelle" not in supervised


@pytest.mark.unit
@pytest.mark.parametrize("reason", ["classified", "convicted", "duty_breached"])
def test_of_joint_work_that_is_over_it_is_told_that_it_was(reason: str) -> None:
    said = text(letter(JOINT_WORK, joint=replace(JOINT, reason=reason, ended=date(2026, 11, 20))))
    assert "haben in Ihrem Fall zusammengearbeitet" in said
    assert "waren diese Stellen beteiligt:\n\n- Stadt Auenburg\n- Polizeiinspektion Auenkreis\n- Ministerium" in said
    assert "seit dem 20.11.2026 beendet" in said
    assert "05.05.2027" not in said.replace("gilt bis 05.05.2027", "")
    nobody = replace(JOINT, bodies=(), reading_file=(), ended=date(2026, 11, 20))
    assert "Andere Stellen waren nicht beteiligt." in text(letter(JOINT_WORK, joint=nobody))


@pytest.mark.unit
def test_addressed_to_a_representative_the_letter_says_who_is_meant() -> None:
    represented = replace(
        PERSON, representative=Representative("Kanzlei Weide", Address("Hof 1", "06999", "Ellerstadt"), YES)
    )
    data = letter(HEARING, person=represented)
    first = data["sections"][0]["blocks"]
    assert first[0]["text"] == "Mit „Sie“ und „Ihnen“ ist im Folgenden Milan Arsovski gemeint."
    assert first[1]["text"].startswith("Bevor wir")
    assert letter(HEARING)["sections"][0]["blocks"][0]["text"].startswith("bevor wir")


@pytest.mark.unit
@pytest.mark.parametrize("template", ALL)
def test_without_a_further_language_only_german_stands_there(template: str) -> None:
    data = letter(template)
    assert data["appended"] == []
    assert data["enclosures"] == []


@pytest.mark.unit
@pytest.mark.parametrize("language", further())
@pytest.mark.parametrize("template", ALL)
def test_a_translation_bears_the_mark_until_it_is_confirmed(template: str, language: str) -> None:
    words = languages()[language]
    data = letter(template, beside=Beside(language))
    first = data["appended"][0]
    assert first["heading"] == wording(template, language).subject
    assert [block["text"] for block in first["blocks"][:2]] == [words.not_confirmed, languages()["de"].not_confirmed]
    assert {section["language"] for section in data["appended"]} == {language}
    confirmed = letter(template, beside=Beside(language, confirmed_by="Ada Muster"))
    assert confirmed["appended"][0]["blocks"][0]["text"] == words.prevails
    assert "noch nicht bestätigt" not in text(confirmed)
    assert len(confirmed["sections"]) == len(letter(template)["sections"])


@pytest.mark.whole
@pytest.mark.parametrize("language", ["", *further()])
@pytest.mark.parametrize("template", ALL)
def test_every_letter_is_accessible_in_every_language(template: str, language: str) -> None:
    found = structure_of(render(template, letter(template, beside=Beside(language)), draft=False))
    assert found.wrong == []
    assert found.headings().count(1) == 1
    assert (language in found.languages) is bool(language)
    assert {"/L", "/LI", "/LBody"} <= set(found.tags)


@pytest.mark.whole
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_warning_with_its_pages_in_another_language_is_accessible(language: str) -> None:
    pdf = render("departure_warning", warning(beside=Beside(language, remedy_confirmed=True)), draft=True)
    found = structure_of(pdf)
    assert found.wrong == []
    assert language in found.languages


@pytest.mark.whole
def test_the_check_of_the_structure_says_what_is_wrong_with_a_file_without_one() -> None:
    plain = PdfWriter()
    for page in PdfReader(io.BytesIO(render(HEARING, letter(HEARING), draft=False))).pages:
        plain.add_page(page)
    file = io.BytesIO()
    plain.write(file)
    assert {
        "ohne Struktur",
        "ohne Sprache",
        "der Titel wird nicht angezeigt",
        "ohne Titel",
        "sagt nicht, dass es PDF/UA-1 ist",
        "die erste Überschrift ist nicht die oberste",
    } <= set(structure_of(file.getvalue()).wrong)
