"""The letter's own rules and the questions of the catalogue must choose the same addressee, remedy and period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from augenmass.cases.facts import KnownFacts
from augenmass.law.catalogue import Catalogue
from augenmass.law.evaluate import answer
from augenmass.law.facts import Held, parse_value
from augenmass.law.running import run
from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.actions.dispatch import PERIOD_RULE, REMEDY_RULES, REMEDY_YEAR_RULE
from augenmass.letters.queries.sources import LOSS, PROHIBITIONS, FactReader, answers_of, person_of, remedy_profile
from augenmass.letters.rules.addressee import AddresseeKind, choose_addressee
from augenmass.letters.rules.inputs import PeriodInput
from augenmass.letters.rules.period import check_period
from augenmass.letters.rules.remedy import RemedyKind, choose_remedy
from augenmass.letters.rules.service import SERVICE_FACTS
from augenmass.letters.tests.samples import COURT, OFFICE, PROFILE

pytestmark = pytest.mark.unit

DAY = date(2026, 11, 23)
ADDRESS = {
    "family_name": "Arsovski",
    "first_names": "Milan",
    "address_street": "Gartenstraße 12",
    "address_postal_code": "06999",
    "address_town": "Nordheim",
}


def held(facts: dict[str, str]) -> dict[str, Held]:
    found = {}
    for name, text in facts.items():
        value = parse_value(VOCABULARY[name], text)
        if value is not None:
            found[name] = Held(value)
    return found


def asked(question: str, facts: dict[str, str]) -> int:
    return answer(Catalogue.shipped(), question, held(facts), DAY)


@pytest.mark.parametrize(
    ("authority", "minor", "guardian"), list(product(["yes", "no", ""], ["yes", "no"], [True, False]))
)
def test_the_addressee_is_the_one_that_the_catalogue_names(authority: str, minor: str, guardian: bool) -> None:
    facts = ADDRESS | {
        "minor": minor,
        "representative_name": "Kanzlei Lindqvist",
        "representative_address": "Am Ring 3, 06999 Nordheim",
        "representative_appointed": "yes",
        "written_authority_shown": authority,
    }
    if guardian:
        facts |= {
            "legal_guardian_present": "yes",
            "legal_guardian_name": "Ilse Brandmeier",
            "legal_guardian_address": "Lindenweg 8, 06999 Nordheim",
        }
    found, _gaps = choose_addressee(person_of(FactReader(KnownFacts(held=held(facts)))))
    kind = found.kind if found else None
    if kind is AddresseeKind.REPRESENTATIVE:
        assert asked("serve_on_representative", facts) == YES
    elif kind is AddresseeKind.LEGAL_REPRESENTATIVE:
        assert asked("serve_on_guardian", facts) == YES
        assert asked("serve_on_representative", facts) == NO
    elif kind is AddresseeKind.PERSON:
        assert asked("serve_on_person", facts) == YES
    else:
        assert asked("serve_on_person", facts) != YES


@pytest.mark.parametrize(("objection", "excluded"), list(product(["yes", "no"], ["yes", "no"])))
def test_the_remedy_is_the_one_that_the_catalogue_names(objection: str, excluded: str) -> None:
    profile = replace(PROFILE, objection_required=objection == "yes", suspensive_effect_excluded=excluded == "yes")
    remedy, _gaps = choose_remedy(profile, OFFICE)
    assert remedy is not None
    facts = {
        "land_objection_required": objection,
        "land_excludes_suspensive_effect": excluded,
        "warning_issued_on": DAY.isoformat(),
        "warning_immediate_execution": "no",
    }
    chosen = "remedy_is_objection" if remedy.kind is RemedyKind.OBJECTION else "remedy_is_action"
    assert asked(chosen, facts) == YES
    assert asked("remedy_suspends", facts) == (YES if remedy.suspends else NO)


@pytest.mark.parametrize("days", [1, 6, 7, 14, 30, 31, 91, 92])
@pytest.mark.parametrize("victim", ["yes", "no"])
@pytest.mark.parametrize("basis", ["application_refused", LOSS])
def test_a_period_that_needs_no_reason_is_one_that_the_catalogue_allows(days: int, victim: str, basis: str) -> None:
    period = PeriodInput(days, victim_indications=YES if victim == "yes" else NO, after_loss=basis == LOSS)
    free = check_period(period) == ()
    facts = {
        "departure_period_days": str(days),
        "victim_indications": victim,
        "in_custody": "no",
        "shorter_period_imperative": "no",
        "extension_justified": "no",
        "obligation_basis": basis,
    }
    assert (asked("period_allowed", facts) == YES) == free


@pytest.mark.parametrize(
    ("facts", "moves_freely"),
    [
        ({"nationality": "IT"}, True),
        ({"nationality": "GE", "second_nationality": "NO"}, True),
        ({"nationality": "GE", "family_of_union_citizen": "yes"}, True),
        ({"nationality": "GE", "free_movement": "yes"}, True),
        ({"nationality": "GE", "free_movement": "no", "family_of_union_citizen": "no"}, False),
    ],
)
def test_who_moves_freely_is_who_the_catalogue_says(facts: dict[str, str], moves_freely: bool) -> None:
    answers = answers_of(FactReader(KnownFacts(held=held(facts))))
    assert answers.free_movement is moves_freely
    state = run(Catalogue.shipped().program, held(facts), DAY)
    assert (state.values[state.program.targets["free_movement_not_lost"].slot] == YES) is moves_freely


def test_the_names_that_this_room_uses_exist() -> None:
    rules = {rule.id for rule in Catalogue.shipped().deadlines}
    assert {PERIOD_RULE, REMEDY_YEAR_RULE, *REMEDY_RULES.values()} <= rules
    for names in SERVICE_FACTS.values():
        assert {
            names.served_on,
            names.method,
            names.proven,
            names.instruction,
            names.period_until,
            names.posted_on,
        } <= set(VOCABULARY)
    assert set(PROHIBITIONS) <= set(VOCABULARY)


def test_what_the_land_has_not_confirmed_is_not_established() -> None:
    class Silent:
        name, land, policies = "Ausländerbehörde", "ZZ", {"letters": {"court": COURT.seat()}}

    reader = FactReader(KnownFacts())
    profile = remedy_profile(Silent(), reader, DAY)  # type: ignore[arg-type]
    assert profile.objection_required is None
    assert profile.suspensive_effect_excluded is None
    assert profile.court == COURT
    assert reader.answer("minor") == UNKNOWN
