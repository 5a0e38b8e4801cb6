"""Whatever is asked and answered: nothing goes that the matrix does not allow at that moment, and nothing that is not established."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law.facts import Held
from augenmass.law.transmission.answer import Enquiry, transmission_answer
from augenmass.law.transmission.bodies import BODIES
from augenmass.law.transmission.catalogue import ROWS
from augenmass.law.transmission.classes import OCCASIONS, PURPOSES
from augenmass.law.transmission.vocabulary import BRAKES, CONDITIONS, ENQUIRY
from augenmass.law.values import NO, YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.transmissions.rules.classes import class_of, matrix_kind
from augenmass.transmissions.rules.enquiring import (
    Answered,
    Bar,
    HeldFact,
    NotCarried,
    Way,
    ask,
    duties_of,
    from_record,
    picked,
    questions,
)
from augenmass.transmissions.rules.kinds import Regime

TODAY = date(2026, 11, 26)
NAMES = sorted(VOCABULARY)
KINDS = [body.key for body in BODIES]
YES_NO = [told.name for chapter in (CONDITIONS, BRAKES) for told in chapter.facts if not told.choices]
DAYS = st.dates(date(2026, 5, 4), date(2027, 12, 31))


@st.composite
def cases(draw: st.DrawFn) -> tuple[HeldFact, ...]:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=25, unique=True))
    return tuple(HeldFact(at, name, "yes", TODAY, disputed=draw(st.booleans())) for at, name in enumerate(names))


@st.composite
def ways(draw: st.DrawFn) -> tuple[Way, dict[str, str]]:
    """Often one that a row could carry, with what it needs, else anything."""
    told = {
        name: draw(st.sampled_from(["yes", "no", ""])) for name in draw(st.sets(st.sampled_from(YES_NO), max_size=12))
    }
    if draw(st.booleans()):
        row = draw(st.sampled_from(ROWS))
        occasion = row.occasions[0] if row.occasions else ""
        way = Way(draw(st.sampled_from(row.senders)), draw(st.sampled_from(row.receivers)), row.purposes[0], occasion)
        needed = {name: value for name, value in (row.example or {}).items() if name in YES_NO}
        ruled_out = {told.name: "no" for told in BRAKES.facts if not told.choices}
        return way, {**ruled_out, **needed, **(told if draw(st.booleans()) else {})}
    occasion = draw(st.sampled_from(["", *(found.key for found in OCCASIONS)]))
    purpose = draw(st.sampled_from([found.key for found in PURPOSES]))
    return Way(draw(st.sampled_from(KINDS)), draw(st.sampled_from(KINDS)), purpose, occasion), told


@settings(max_examples=200, deadline=None)
@given(held=cases(), way=ways(), on=DAYS, seed=st.integers(0, 2**32))
def test_no_package_holds_what_the_matrix_does_not_allow_and_nothing_open(
    held: tuple[HeldFact, ...], way: tuple[Way, dict[str, str]], on: date, seed: int
) -> None:
    going, told = way
    answered = ask(going, told, [fact.data_class for fact in held], on)
    chosen = [fact.id for fact in held if Random(seed + fact.id).random() < 0.6]
    for some in (chosen, [fact.id for fact in held], [held[0].id]):
        try:
            facts = picked(answered, held, some)
        except NotCarried:
            continue
        assert [fact.id for fact in facts] == some
        for fact in facts:
            assert not fact.disputed
            assert allowed(going, told, fact.data_class, on)


def allowed(way: Way, told: dict[str, str], data_class: str, on: date) -> bool:
    """Asked again class by class, past everything that this room does with answers."""
    facts = {name: value for name, value in told.items() if value}
    if way.occasion:
        facts["occasion"] = way.occasion
    enquiry = Enquiry(way.sender, way.receiver, way.purpose, (data_class,), on, facts)
    return transmission_answer(enquiry).answer == "yes"


@settings(max_examples=80, deadline=None)
@given(held=cases(), way=ways(), on=DAYS)
def test_what_nobody_answered_is_no_permission(
    held: tuple[HeldFact, ...], way: tuple[Way, dict[str, str]], on: date
) -> None:
    """Without the answers to the brakes nothing goes, whatever else was answered."""
    going, told = way
    open_brakes = {name: value for name, value in told.items() if name not in BRAKE_NAMES}
    answered = ask(going, open_brakes, [fact.data_class for fact in held], on)
    assert answered.answer.classes == ()


BRAKE_NAMES = {told.name for told in BRAKES.facts}
RULED_OUT = dict.fromkeys(("special_rule_opposes", "professional_secret", "tax_secret", "social_data"), "no") | {
    "youth_welfare_entrusted": "no",
    "counselling_content": "no",
}
BENEFITS = Way("foreigners_authority", "asylum_benefits_office", "asylum_benefits")


def may_go(data_class: str, way: Way = BENEFITS, on: date = TODAY, **told: str) -> bool:
    given = {**RULED_OUT, "necessity_affirmed": "yes", **told}
    return data_class in ask(way, given, [data_class], on).answer.classes


def test_the_ordinary_notice_goes() -> None:
    assert may_go("identity")
    assert may_go("decision")
    assert not may_go("identity", necessity_affirmed="no")


def test_special_rules_come_first() -> None:
    """AufenthG § 88 (1)."""
    assert not may_go("identity", special_rule_opposes="yes")


@pytest.mark.parametrize("ground", ["grave_danger_to_life", "public_health_endangered", "needed_for_drug_interest"])
def test_what_doctors_made_accessible_goes_only_in_danger(ground: str) -> None:
    """AufenthG § 88 (2)."""
    assert not may_go("identity", professional_secret="yes")
    assert may_go("identity", professional_secret="yes", **{ground: "yes"})
    closed = dict.fromkeys(("grave_danger_to_life", "public_health_endangered", "needed_for_drug_interest"), "no")
    assert not may_go("identity", professional_secret="yes", **closed)


def test_tax_secrecy_opens_only_for_a_pursued_violation() -> None:
    """AufenthG § 88 (3)."""
    assert not may_go("identity", tax_secret="yes")
    assert may_go("identity", tax_secret="yes", tax_offence_pursued="yes")


@pytest.mark.parametrize("brake", ["social_data", "youth_welfare_entrusted", "counselling_content"])
def test_social_data_youth_welfare_and_counselling_stay(brake: str) -> None:
    """SGB X § 67d, SGB VIII § 65, StGB § 203: their texts were not at hand, so they only ever bar."""
    assert not may_go("identity", **{brake: "yes"})
    assert not may_go("identity", **{brake: "yes", "social_code_permits": "no"})


def test_health_needs_an_exception_for_special_categories() -> None:
    """BDSG § 25 (3)."""
    way = Way("foreigners_authority", "asylum_benefits_office", "health_care")
    assert not may_go("health", way, collected_under_asylum_law="yes")
    assert may_go("health", way, collected_under_asylum_law="yes", special_category_ground="yes")


def test_nothing_goes_to_the_state_of_origin() -> None:
    """AsylG § 16 (3a), Regulation (EU) 2024/1348 Article 7: no row leads there, and in asylum cases a brake stands before it."""
    for sender in ("foreigners_authority", "central_body", "federal_office", "federal_criminal_police"):
        for purpose in (found.key for found in PURPOSES):
            way = Way(sender, "state_of_origin", purpose)
            told = {**RULED_OUT, **dict.fromkeys(YES_NO, "yes"), **RULED_OUT, "asylum_or_protection": "yes"}
            answered = ask(way, told, {class_of(name) for name in NAMES}, TODAY)
            assert answered.answer.classes == ()


def test_asylum_data_go_to_no_persecutor() -> None:
    way = Way("federal_office", "member_state", "long_term_residents")
    told = {"on_request": "yes", "only_named_items": "yes"}
    assert may_go("asylum", way, asylum_or_protection="yes", **told)
    third = Way("federal_criminal_police", "third_state", "treaty")
    answered = ask(third, {**RULED_OUT, "asylum_or_protection": "yes"}, ["identification_data"], TODAY)
    assert "AsylG/16/3a/1" in answered.answer.by_class[0].brakes


def test_the_course_of_a_removal_goes_only_to_who_is_named() -> None:
    """AufenthG § 97a."""
    way = Way("federal_police", "land_police", "return_enforcement")
    assert not may_go("enforcement_secret", way, same_purpose="yes")
    assert not may_go("enforcement_secret", way, same_purpose="yes", secret_recipient_named="no")
    assert may_go("enforcement_secret", way, same_purpose="yes", secret_recipient_named="yes")


@pytest.mark.parametrize("receiver", ["person", "representative"])
def test_the_date_of_a_removal_is_not_announced(receiver: str) -> None:
    """AufenthG § 59 (1) sentence 8."""
    for told in ({}, {"departure_period_over": "yes"}, {"departure_period_over": "no"}):
        way = Way("federal_police", receiver, "return_enforcement")
        assert not may_go("enforcement_secret", way, same_purpose="yes", secret_recipient_named="yes", **told)
    answered = ask(
        Way("federal_police", receiver, "return_enforcement"),
        {"departure_period_over": "yes"},
        ["enforcement_secret"],
        TODAY,
    )
    assert "AufenthG/59/1/8" in answered.answer.by_class[0].brakes


def test_a_provision_that_ended_carries_nothing() -> None:
    way = Way("foreigners_authority", "federal_administration_office", "early_deletion", "title_granted")
    assert may_go("residence", way)
    paternity = Way("foreigners_authority", "foreigners_authority", "paternity_check", "paternity_facts")
    assert may_go("family", paternity, learned_on_duty="yes")
    assert not may_go("family", paternity, on=date(2026, 7, 28), learned_on_duty="yes")


def test_the_record_answers_what_nobody_may_answer_otherwise() -> None:
    held = {"asylum_applied_on": Held((700_000, 700_000), disputed=True)}
    assert from_record(held, TODAY) == {"asylum_or_protection": "yes"}
    assert from_record({"asylum_procedure_running": Held(NO)}, TODAY) == {}
    assert from_record({"prohibition_refugee": Held(YES)}, TODAY) == {"asylum_or_protection": "yes"}
    yesterday = (TODAY - timedelta(days=1)).toordinal()
    over = {"departure_period_until": Held((yesterday, yesterday))}
    assert from_record(over, TODAY) == {"departure_period_over": "yes"}
    extended = over | {"departure_period_extended_until": Held((TODAY.toordinal(), TODAY.toordinal()))}
    assert from_record(extended, TODAY) == {}
    answered = ask(BENEFITS, {"asylum_or_protection": "no"}, ["identity"], TODAY, {"asylum_or_protection": "yes"})
    assert answered.told["asylum_or_protection"] == "yes"
    assert "asylum_or_protection" not in questions(answered)


def test_each_reason_why_a_fact_does_not_go_is_told() -> None:
    held = (HeldFact(1, "family_name", "A", TODAY), HeldFact(2, "criminal_proceedings_open", "yes", TODAY))
    answered = ask(BENEFITS, {**RULED_OUT, "necessity_affirmed": "yes"}, ["identity", "criminal"], TODAY)
    for chosen, why in (([3], Bar.NOT_HELD), ([1, 2], Bar.NOT_ALLOWED)):
        with pytest.raises(NotCarried) as caught:
            picked(answered, held, chosen)
        assert caught.value.why is why
    with pytest.raises(NotCarried) as caught:
        picked(answered, (HeldFact(1, "family_name", "A", TODAY, disputed=True),), [1])
    assert caught.value.why is Bar.NOT_ESTABLISHED


def test_purpose_and_deletion_always_travel_and_the_police_regime_brings_its_own() -> None:
    def kinds(answered: Answered) -> set[str]:
        return {duty.kind for duty in duties_of(answered, ["identity"])}

    plain = ask(BENEFITS, {**RULED_OUT, "necessity_affirmed": "yes"}, ["identity"], TODAY)
    assert kinds(plain) >= {"binding", "deletion"}
    assert plain.regime is Regime.GDPR
    police = ask(Way("land_police", "prosecution", "criminal_prosecution"), RULED_OUT, ["identity"], TODAY)
    assert police.regime is Regime.POLICE
    assert {"BDSG/72", "BDSG/73"} <= {duty.cite for duty in duties_of(police, ["identity"])}


def test_every_fact_and_every_kind_of_body_has_its_place_in_the_matrix() -> None:
    classes = {choice.key for choice in ENQUIRY["data_class"].choices}
    assert {class_of(name) for name in NAMES} <= classes
    assert class_of("central_register_number") == "azr_number"
    assert {matrix_kind(kind) for kind in ("foreigners_authority", "benefits", "municipality")} <= set(KINDS)
    assert matrix_kind("operation") is None
    with pytest.raises(KeyError):
        class_of("nonsense")
