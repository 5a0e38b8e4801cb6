"""What a letter takes from the record: person, addressee, Land, author, as the rules of this room read them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from augenmass.cases.facts import KnownFacts, current_facts
from augenmass.directory.land import profile as land_profile
from augenmass.directory.models import Account, Body
from augenmass.law.facts import canonical
from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.countries import FREE_MOVEMENT_STATES
from augenmass.letters.programmes import programmes_on
from augenmass.letters.rules.address_text import read_address, read_office
from augenmass.letters.rules.draft import OBLIGATION_BY_BASIS, CaseAnswers, WarningDraft
from augenmass.letters.rules.fixed import Facts, Hardship, Suspension
from augenmass.letters.rules.hearing import HearingDraft, Intended
from augenmass.letters.rules.inputs import (
    Address,
    Author,
    Hearing,
    LegalRepresentative,
    Office,
    PeriodGround,
    PeriodUnit,
    Person,
    RemedyProfile,
    Representative,
)
from augenmass.letters.wording.passages import language_for
from augenmass.record.models import Case

PROHIBITIONS = (
    "prohibition_refugee",
    "prohibition_serious_harm",
    "prohibition_human_rights",
    "prohibition_concrete_danger",
)
LOSS = "loss_of_free_movement"
"""The key of ``obligation_basis`` for the finding under FreizügG/EU § 7 (1) sentence 1."""
_SEX = {"m": "male", "f": "female"}
#: Used where the Land profile names no provision of its own.
_SUSPENSION = "§ 80 Absatz 2 Satz 2 VwGO in Verbindung mit Landesrecht"
_PROCEDURE = "§ 28 Absatz 1 VwVfG in Verbindung mit Landesrecht"


class FactReader:
    """Facts of one case in the words a letter needs. A disputed fact is not established."""

    def __init__(self, known: KnownFacts) -> None:
        self._held = {name: held for name, held in known.held.items() if not held.disputed}

    def text(self, name: str) -> str:
        """A text, or the key of a choice; "" when not established."""
        held = self._held.get(name)
        return held.value if held is not None and isinstance(held.value, str) else ""

    def label(self, name: str) -> str:
        """The German label of a choice; "" when not established."""
        key = self.text(name)
        return VOCABULARY[name].choice(key).de if key else ""

    def answer(self, name: str) -> int:
        """YES, NO or UNKNOWN."""
        held = self._held.get(name)
        return held.value if held is not None and isinstance(held.value, int) else UNKNOWN

    def day(self, name: str) -> date | None:
        """An exactly known day."""
        held = self._held.get(name)
        if held is None or not isinstance(held.value, tuple) or held.value[0] != held.value[1]:
            return None
        return date.fromordinal(held.value[0])

    def printed_day(self, name: str) -> str:
        """A day as it is printed, also a partial one: 12.03.1991, 03.1991, 1991; "" when not established."""
        held = self._held.get(name)
        if held is None:
            return ""
        return ".".join(reversed(canonical(VOCABULARY[name], held.value).split("-")))


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything of the record that the warning is made of."""

    person: Person
    author: Author
    profile: RemedyProfile
    answers: CaseAnswers
    suggested: WarningDraft
    facts: Facts
    """What the letters of fixed passages need beside person and author."""
    hearing: HearingDraft
    """What the draft of a hearing letter begins with."""
    language: str = ""
    """The language of the person, a key of the vocabulary; "" when not established."""


def sources_of(case: Case, officer: Account, on: date) -> Sources:
    """Read the sources for a letter of ``officer`` on a day. Callers have checked that the actor may see the case."""
    reader = FactReader(current_facts([case.pk], on)[case.pk])
    return Sources(
        person=person_of(reader),
        author=author_of(case, officer),
        profile=remedy_profile(case.body, reader, on),
        answers=answers_of(reader),
        suggested=_suggested(reader),
        facts=_facts_of(case.body, reader, on),
        hearing=_hearing(reader),
        language=reader.text("language"),
    )


def state_name(key: str) -> str:
    """The German name of a state. Raises ``KeyError`` for an unknown key."""
    return VOCABULARY["warning_target_state"].choice(key).de


def english_states() -> dict[str, str]:
    """English names of the states by their German ones."""
    return {choice.de: choice.en for choice in VOCABULARY["warning_target_state"].choices}


def person_of(reader: FactReader) -> Person:
    """The person concerned with representatives, as far as established."""
    representative = reader.text("representative_name")
    minor = reader.answer("minor")
    # A guardian on record ends with majority; that an adult has a custodian is no fact of the vocabulary yet.
    guardian = "" if minor == NO else reader.text("legal_guardian_name")
    return Person(
        first_names=reader.text("first_names"),
        family_name=reader.text("family_name"),
        birth=reader.printed_day("date_of_birth"),
        nationality=reader.label("nationality"),
        address=Address(
            street=" ".join(filter(None, (reader.text("address_street"), reader.text("address_addition")))),
            postcode=reader.text("address_postal_code"),
            town=reader.text("address_town"),
            care_of=f"bei {reader.text('address_care_of')}" if reader.text("address_care_of") else "",
        ),
        minor=minor,
        sex=_SEX.get(reader.text("sex"), ""),
        representative=Representative(
            representative,
            read_address(reader.text("representative_address")),
            reader.answer("written_authority_shown"),
        )
        if representative
        else None,
        legal_representative=LegalRepresentative(guardian, read_address(reader.text("legal_guardian_address")))
        if guardian
        else None,
    )


def author_of(case: Case, officer: Account) -> Author:
    """The body that is responsible for the case, and the officer who writes."""
    body = case.body
    return Author(
        office=Office(body.name, Address(body.street, body.postcode, body.town), body.telephone, body.email),
        unit=case.unit.name if case.unit else "",
        officer=officer.name,
        officer_telephone=officer.telephone,
        officer_email=officer.email,
        signer=officer.name,
        counselling=counselling_of(body),
    )


def remedy_profile(body: Body, reader: FactReader, on: date) -> RemedyProfile:
    """What the Land rules, read from the derived facts: only confirmed parameters are established. A body may name its own court."""
    land = land_profile(body.land)
    citation = land.parameter("suspension_citation", on)
    court = str(_policy(body).get("court", "")) or reader.text("land_administrative_court")
    objection_office = str(_policy(body).get("objection_office", ""))
    return RemedyProfile(
        land=land.name,
        objection_required=_truth(reader.answer("land_objection_required")),
        court=read_office(court) if court else None,
        suspensive_effect_excluded=_truth(reader.answer("land_excludes_suspensive_effect")),
        suspensive_citation=str(citation.value) if citation is not None and citation.verified else _SUSPENSION,
        objection_office=read_office(objection_office) if objection_office else None,
    )


def counselling_of(body: Body) -> tuple[str, ...]:
    """The return counselling that a body names in its letters, one service a line."""
    return tuple(_policy(body).get("counselling", ()))


def hardship_contact_of(body: Body) -> tuple[str, ...]:
    """How the hardship commission is reached, as the body's letters say it, one line each."""
    return tuple(_policy(body).get("hardship", ()))


def _facts_of(body: Body, reader: FactReader, on: date) -> Facts:
    procedure = land_profile(body.land).parameter("hearing_citation", on)
    kind = reader.text("suspension_kind")
    return Facts(
        suspension=Suspension(
            kind,
            reader.label("suspension_kind"),
            VOCABULARY["suspension_kind"].choice(kind).en if kind else "",
            reader.printed_day("suspension_valid_until"),
        ),
        hardship=Hardship(hardship_contact_of(body), _truth(reader.answer("land_hardship_stops_removal"))),
        programmes=programmes_on(on, body.land),
        procedure=str(procedure.value) if procedure is not None and procedure.verified else _PROCEDURE,
    )


def _policy(body: Body) -> dict[str, Any]:
    found = body.policies.get("letters", {})
    return found if isinstance(found, dict) else {}


def _truth(answer: int) -> bool | None:
    return {YES: True, NO: False}.get(answer)


def answers_of(reader: FactReader) -> CaseAnswers:
    """What the facts of the case say where the letter must not rely on the draft."""
    answers = [reader.answer(name) for name in PROHIBITIONS]
    prohibition = YES if YES in answers else UNKNOWN if UNKNOWN in answers else NO
    return CaseAnswers(
        prohibition=prohibition,
        victim_indications=reader.answer("victim_indications"),
        conviction_or_extradition=YES in (reader.answer("obliged_by_conviction"), reader.answer("extradition_pending")),
        worked_without_permission=reader.answer("employed_without_permission") == YES,
        hearing=Hearing(held_on=reader.day("heard_on")),
        free_movement=_free_movement(reader),
        after_loss=reader.text("obligation_basis") == LOSS,
    )


def _free_movement(reader: FactReader) -> bool:
    """Whether the record holds the person as entitled to free movement, or as of a state whose citizens are."""
    return YES in (reader.answer("free_movement"), reader.answer("family_of_union_citizen")) or any(
        reader.text(name) in FREE_MOVEMENT_STATES for name in ("nationality", "second_nationality")
    )


def _ground(reader: FactReader) -> PeriodGround:
    """What the record holds of grounds for a shorter or no period; it becomes effective only with such a period."""
    if reader.answer("in_custody") == YES:
        return PeriodGround.CUSTODY
    if reader.answer("evasion_suspected") == YES:
        return PeriodGround.EVASION
    return PeriodGround.DANGER if reader.answer("considerable_danger") == YES else PeriodGround.NONE


def _suggested(reader: FactReader) -> WarningDraft:
    """What a new draft begins with; the officer confirms or changes it."""
    basis = OBLIGATION_BY_BASIS.get(reader.text("obligation_basis"))
    target = reader.text("warning_target_state")
    excluded = reader.text("warning_excluded_state")
    suggested = WarningDraft(
        second_language=language_for(reader.text("language")),
        period_ground=_ground(reader).value,
        obligation=(basis.value,) if basis else (),
        target_states=(target,) if target else (),
        forbidden_states=(excluded,) if excluded else (),
    )
    if reader.text("obligation_basis") == LOSS:
        return replace(suggested, period_length=1, period_unit=PeriodUnit.MONTHS.value)
    return suggested


def _hearing(reader: FactReader) -> HearingDraft:
    """A hearing is about the revocation where the ground of a suspension has ended, else about the warning."""
    ended = reader.answer("suspension_ground_ended") == YES
    return HearingDraft(
        intended=(Intended.REVOCATION if ended else Intended.WARNING).value,
        second_language=language_for(reader.text("language")),
    )
