"""Invented letters, complete in every part, for the tests of this room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from augenmass.law.values import NO
from augenmass.letters.rules.beside import NO_FURTHER, Beside
from augenmass.letters.rules.departure_warning import departure_warning_data
from augenmass.letters.rules.fixed import (
    DECIDED_NOTHING,
    HEARING,
    OFFER,
    Facts,
    Hardship,
    Programme,
    Suspension,
    fixed_letter,
)
from augenmass.letters.rules.hearing import HearingDraft
from augenmass.letters.rules.information import TEMPLATE as INFORMATION
from augenmass.letters.rules.information import information_data
from augenmass.letters.rules.inputs import (
    Address,
    Author,
    Hearing,
    Obligation,
    Office,
    PeriodInput,
    Person,
    Prospect,
    RemedyProfile,
    WarningInput,
)
from augenmass.letters.rules.joint_work import TEMPLATE as JOINT_WORK
from augenmass.letters.rules.joint_work import JointWork, joint_work_data

OFFICE = Office(
    "Landkreis Ellertal, Ausländerbehörde",
    Address("Am Markt 4", "06999", "Ellerstadt"),
    "03999 400-0",
    "abh@ellertal.example",
)
COURT = Office("Verwaltungsgericht Ellerstadt", Address("Justizstraße 1", "06999", "Ellerstadt"))
AUTHOR = Author(
    office=OFFICE,
    unit="Sachgebiet Aufenthalt und Rückkehr",
    officer="Jana Brückner",
    officer_telephone="03999 400-117",
    officer_email="jana.brueckner@ellertal.example",
    signer="Jana Brückner",
    signer_role="Sachbearbeiterin",
    counselling=("Rückkehrberatung Ellertal e. V., Lindenweg 8, 06999 Ellerstadt, Telefon 03999 77120",),
)
PROFILE = RemedyProfile(
    land="ST",
    objection_required=True,
    court=COURT,
    suspensive_effect_excluded=True,
    suspensive_citation="§ 80 Absatz 2 Satz 2 VwGO in Verbindung mit Landesrecht",
)
PERSON = Person(
    first_names="Milan",
    family_name="Arsovski",
    birth="12.03.1991",
    nationality="Nordmazedonien",
    address=Address("Gartenstraße 12", "06999", "Ellerstadt"),
    minor=NO,
    sex="male",
)
ENTERED = WarningInput(
    period=PeriodInput(30, victim_indications=NO),
    target_states=("Nordmazedonien",),
    obligation=(Obligation.ENFORCEABLE_DECISION,),
    facts="Sie sind am 04.05.2022 mit einem Visum eingereist.\n\nIhre Aufenthaltserlaubnis galt bis zum 30.06.2026. Den Antrag auf Verlängerung "
    "haben wir am 02.09.2026 abgelehnt. Die Ablehnung ist vollziehbar.",
    obstacles="Sie haben keine Kinder und keine Angehörigen im Bundesgebiet. Hinweise auf eine Erkrankung liegen nicht vor.",
    own_reasons="Der Zweck Ihres Aufenthalts, die Beschäftigung bei der Firma Holzbau Ellertal, ist im März 2026 entfallen.",
    discretion="Die Frist von 30 Tagen genügt, um Wohnung und Verträge zu kündigen. Andere Belange haben Sie nicht vorgetragen.",
    hearing=Hearing(
        held_on=date(2026, 10, 5), statement="Sie haben am 19.10.2026 mitgeteilt, dass Sie eine neue Arbeit suchen."
    ),
    prohibition_established=NO,
    dispatch_note="Postzustellungsurkunde",
)


ENGLISH = Beside("en", confirmed_by="Ada Muster", remedy_confirmed=True)


def warning(
    person: Person = PERSON,
    profile: RemedyProfile = PROFILE,
    author: Author = AUTHOR,
    beside: Beside = ENGLISH,
    **entered: Any,
) -> dict[str, Any]:
    """The data of the invented warning with some of the officer's entries replaced."""
    return departure_warning_data(
        person=person,
        author=author,
        profile=profile,
        entered=replace(ENTERED, **entered),
        reference="33.21-2026/00417",
        written_on=date(2026, 11, 23),
        beside=beside,
    )


FACTS = Facts(
    Suspension("impossible", "Unmöglichkeit (§ 60a Abs. 2 S. 1)", "removal impossible (60a (2) 1)", "22.02.2027"),
    Hardship(("Geschäftsstelle der Härtefallkommission, Domplatz 9, 06998 Auenburg, Telefon 03998 500",)),
    (
        Programme("Rückkehrhilfe Mittelau", "1.000,00 €", "500,00 €", "4.000,00 €", "Return aid Mittelau"),
        Programme("Reisebeihilfe", "200,00 €", "100,00 €"),
    ),
    "§ 28 Absatz 1 VwVfG in Verbindung mit Landesrecht",
)
DRAFT = HearingDraft(
    facts="Ihre Aufenthaltserlaubnis galt bis zum 30.06.2026.\n\nDen Antrag auf Verlängerung haben wir abgelehnt.",
    until="2026-12-14",
)
PROSPECTS = (
    Prospect("25_5", "§ 25 Abs. 5", "§ 25 (5)", ("Pass oder Passersatz vorhanden",)),
    Prospect("60c", "§ 60c", "§ 60c"),
)
JOINT = JointWork(
    "classified",
    ("Landeskriminalamt Mittelau, Einstufung vom 12.10.2026, gilt bis 05.05.2027",),
    ("Stadt Auenburg", "Polizeiinspektion Auenkreis"),
    ("Ministerium des Innern Mittelau",),
    (),
    date(2027, 2, 22),
    date(2027, 5, 5),
)
ALL = (OFFER, HEARING, *DECIDED_NOTHING, INFORMATION, JOINT_WORK)


def letter(
    template: str,
    *,
    beside: Beside = NO_FURTHER,
    facts: Facts = FACTS,
    person: Person = PERSON,
    author: Author = AUTHOR,
    draft: HearingDraft = DRAFT,
    joint: JointWork = JOINT,
) -> dict[str, Any]:
    """An invented letter."""
    common: dict[str, Any] = {
        "person": person,
        "author": author,
        "reference": "33.21-2026/00417",
        "written_on": date(2026, 11, 23),
        "beside": beside,
    }
    if template == INFORMATION:
        return information_data(prospects=PROSPECTS, **common)
    if template == JOINT_WORK:
        return joint_work_data(told=joint, **common)
    return fixed_letter(template, facts=facts, draft=draft if template == HEARING else None, **common)
