"""Default deny, and every brake by itself. Not knowing never opens a transmission."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law.norm import Review
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.tests.transmission.enquiring import CATALOGUE, CLEAR, asked, day_of, facts_of, of, value
from augenmass.law.transmission.answer import Enquiry, transmission_answer
from augenmass.law.transmission.bodies import BODIES
from augenmass.law.transmission.brakes import BRAKES
from augenmass.law.transmission.catalogue import ROWS
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.transmission.writing import Row

NEVER_UNSAID = {
    "special_rule_opposes", "professional_secret", "tax_secret", "social_data", "youth_welfare_entrusted", "counselling_content",
}  # fmt: skip
"""Facts that every transmission needs answered."""
VERIFIED = [found for found in ROWS if found.norm.review is not Review.UNVERIFIED]


def without(facts: dict[str, str], *names: str) -> dict[str, str]:
    return {name: text for name, text in facts.items() if name not in names}


def test_nothing_said_is_nothing_allowed() -> None:
    answer = transmission_answer(
        Enquiry("foreigners_authority", "land_police", "danger_prevention", ("identity",), EXAMPLE_DAY)
    )
    assert not answer.allowed
    assert answer.classes == ()
    assert answer.duties == ()


def test_what_no_provision_names_is_no() -> None:
    facts = {
        **CLEAR,
        "sender_kind": "counselling_body",
        "receiver_kind": "foreigners_authority",
        "purpose": "residence_law",
    }
    assert asked({**facts, "data_class": "contact", "necessity_affirmed": "yes"}).answer == "no"


def test_each_row_needs_every_general_brake_answered() -> None:
    for found in VERIFIED:
        danger = {"professional_secret"} if facts_of(found).get("grave_danger_to_life") == "yes" else set()
        for name in NEVER_UNSAID - danger:
            answer = value("may_transmit", without(facts_of(found), name), day_of(found))
            assert answer == "not_established", (found.norm.id, name)
        assert value("may_transmit", {**facts_of(found), name: "yes"}, day_of(found)) != "yes", name


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ROWS), st.sets(st.sampled_from(sorted(ENQUIRY))))
def test_forgetting_never_opens_what_is_barred(found: Row, forgotten: set[str]) -> None:
    barred = {**facts_of(found), "special_rule_opposes": "yes"}
    assert value("may_transmit", barred, day_of(found)) == "no"
    assert value("may_transmit", without(barred, *forgotten), day_of(found)) != "yes"


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(ROWS),
    st.dictionaries(st.sampled_from(sorted(CLEAR)), st.sampled_from(("yes", "no")), max_size=6),
    st.sets(st.sampled_from(sorted(name for name in ENQUIRY if name not in ("sender_kind", "purpose"))), max_size=4),
)
def test_unknown_is_never_more_than_either_answer(found: Row, changed: dict[str, str], forgotten: set[str]) -> None:
    facts = {**facts_of(found), **changed}
    if value("may_transmit", facts, day_of(found)) != "yes":
        assert value("may_transmit", without(facts, *forgotten), day_of(found)) != "yes"


def test_every_brake_bars_a_transmission_by_itself() -> None:
    barred = {
        "AufenthG/88/1": of("AufenthG/87/4/1", special_rule_opposes="yes"),
        "AufenthG/88/2": of("AufenthG/87/1", professional_secret="yes", grave_danger_to_life="no", public_health_endangered="no", needed_for_drug_interest="no"),
        "AufenthG/88/3/1": of("AufenthG/87/1", tax_secret="yes", tax_offence_pursued="no"),
        "SGB-X/67d": of("AufenthG/87/1", social_data="yes", social_code_permits="no"),
        "SGB-VIII/65": of("AufenthG/87/1", youth_welfare_entrusted="yes", social_code_permits="no"),
        "StGB/203/1": of("AufenthG/87/6", counselling_content="yes"),
        "BDSG/25/3": of("AufenthG/87/1", data_class="health", special_category_ground="no"),
        "AufenthG/97a": of("BDSG/25/1/1", data_class="enforcement_secret", secret_recipient_named="no"),
        "AsylG/16/3a/1": of("AsylG/16/3a", asylum_or_protection="yes", persecution_feared_there="yes"),
        "AufenthG/89/1a/1": of("AufenthG/89/1a", persecution_feared_there="yes"),
        "AsylverfahrensVO/7": of("AufenthG/89/1a", asylum_or_protection="yes", persecution_feared_there="yes"),
        "AufenthG/89/1a/6": of("AufenthG/89/1a", fundamental_rights_at_risk="yes"),
        "AZRG/4/3/1": of("AZRG/26//1", register_block="yes", overriding_public_interest="no"),
        "AZRG/4/2/6": of("AZRG/14/1", block_against_public_bodies="yes"),
        "AZRG/10/1a": of("AZRG/18b/1", free_movement_citizen="yes"),
        "AZRG/26//6": of("AZRG/26//1", data_class="register_documents"),
        "AZRG/39//2": of("AZRG/39//1", automated_retrieval="yes"),
        "AufenthG/59/1/8": of("BDSG/25/1/1", receiver_kind="person", data_class="enforcement_secret", departure_period_over="yes"),
    }  # fmt: skip
    assert set(barred) == {brake.id for brake in BRAKES}
    for id, facts in barred.items():
        answer = asked(facts)
        assert not answer.allowed, id
        assert id in answer.by_class[0].brakes


def test_a_brake_that_nobody_could_read_still_denies() -> None:
    unread = [brake.id for brake in BRAKES if brake.review is Review.UNVERIFIED]
    assert unread == ["SGB-X/67d", "SGB-VIII/65", "StGB/203/1", "AsylverfahrensVO/7"]
    assert asked(of("AufenthG/87/4/1", social_data="yes", social_code_permits="no")).answer == "not_established"
    assert asked(of("AufenthG/87/4/1", social_data="yes", social_code_permits="yes")).allowed


def test_professional_secrets_pass_only_in_danger_or_for_the_one_interest() -> None:
    told = of("AufenthG/87/1", professional_secret="yes", grave_danger_to_life="no", public_health_endangered="no", needed_for_drug_interest="no")  # fmt: skip
    assert asked(told).answer == "no"
    for ground in ("grave_danger_to_life", "public_health_endangered", "needed_for_drug_interest"):
        assert asked({**told, ground: "yes"}).allowed
        assert asked(without(told, ground)).answer == "not_established"


def test_tax_secrets_pass_only_where_the_offence_is_pursued() -> None:
    assert asked(of("AufenthG/87/1", tax_secret="yes")).answer == "not_established"
    assert asked(of("AufenthG/87/1", tax_secret="yes", tax_offence_pursued="yes")).allowed


def test_schools_report_nothing_to_the_foreigners_authority() -> None:
    for found in ROWS:
        if found.norm.id.startswith("AufenthG/87/"):
            facts = {
                **facts_of(found),
                "sender_kind": "school",
                "onward_allowed_directly": "no",
                "land_law_permits": "no",
            }
            assert value("may_transmit", facts, day_of(found)) == "no", found.norm.id


def test_nothing_goes_to_the_state_of_origin() -> None:
    for found in ROWS:
        assert value("may_transmit", {**facts_of(found), "receiver_kind": "state_of_origin"}, day_of(found)) == "no", (
            found.norm.id
        )
    for name in ("identification_data", "asylum"):
        facts = {"sender_kind": "federal_criminal_police", "receiver_kind": "state_of_origin", "data_class": name}
        held = [
            brake.id for brake in BRAKES if value(brake.id, {**CLEAR, **facts, "asylum_or_protection": "yes"}) != "no"
        ]
        assert "AsylverfahrensVO/7" in held


def test_persecution_that_is_not_ruled_out_stops_the_exchange_of_fingerprints() -> None:
    assert asked(of("AufenthG/89/1a")).allowed
    assert asked(without(of("AufenthG/89/1a"), "persecution_feared_there")).answer == "not_established"


def test_the_course_of_a_removal_goes_only_to_named_recipients_and_never_to_the_person() -> None:
    secret = of("BDSG/25/1/1", sender_kind="federal_police", data_class="enforcement_secret")
    assert asked(secret).answer == "not_established"
    assert asked({**secret, "secret_recipient_named": "yes"}).allowed
    for body in BODIES:
        if body.key in ("person", "representative", "counselling_body", "return_programme", "course_provider"):
            assert asked({**secret, "receiver_kind": body.key, "secret_recipient_named": "yes"}).answer == "no"


def test_no_row_but_the_default_rule_carries_the_course_of_a_removal() -> None:
    assert {found.norm.id for found in ROWS if "enforcement_secret" in found.classes} == {"BDSG/25/1/1", "BDSG/1/1/1/2"}


def test_free_moving_citizens_stand_in_the_register_for_alien_law_only() -> None:
    assert asked(of("AZRG/15/1/1/1", free_movement_citizen="yes")).allowed
    assert asked(of("AZRG/15/1/1/4", free_movement_citizen="yes")).answer == "no"
    assert asked(without(of("AZRG/15/1/1/4"), "free_movement_citizen")).answer == "not_established"


def test_supervision_alone_gives_a_ministry_no_file() -> None:
    assert asked(of("AZRG/15/1/1/6")).allowed
    assert "AZRG/15/1/1/6" not in {
        found.norm.id for found in asked(of("AZRG/15/1/1/6", own_task_alien_law="no")).provisions
    }
    assert asked(of("AZRG/15/1/1/6", own_task_alien_law="no", data_class="residence")).answer == "no"


def test_a_return_decision_in_the_register_reaches_enforcing_authorities_only() -> None:
    assert asked(of("AZRG/10/6/2")).allowed
    assert asked(of("AZRG/10/6/2", receiver_kind="federal_office")).answer == "no"


def test_a_closed_list_is_kept_or_nothing_goes() -> None:
    for found in ROWS:
        if "only_named_items" in dict(found.example or {}):
            assert value(found.norm.id, {**facts_of(found), "only_named_items": "no"}, day_of(found)) == "no"


def test_the_answer_names_what_may_go_and_what_not() -> None:
    answer = asked(of("AZRG/18d/1"), classes=("identity", "screening", "education"))
    assert answer.answer == "no"
    assert answer.classes == ("identity", "screening")
    assert [one.answer for one in answer.by_class] == ["yes", "yes", "no"]
    assert "AZRG/18d/1" in {found.norm.id for found in answer.provisions}
    assert {duty.kind for duty in answer.duties} == {"binding", "notice", "record", "deletion"}


def test_open_facts_are_named_with_a_proof() -> None:
    answer = asked(without(of("AufenthG/90/7"), "registry_asked_first"))
    nearest = answer.by_class[0].candidates[0]
    assert (nearest.row.norm.id, nearest.open) == ("AufenthG/90/7", ("registry_asked_first",))
    assert "Melderegister half nicht" in str(answer.by_class[0].proof.rendered())


def test_facts_that_rule_out_a_brake_are_named() -> None:
    answer = asked(without(of("AufenthG/90/5"), "tax_secret", "social_data"))
    assert answer.answer == "not_established"
    assert set(answer.by_class[0].to_rule_out) == {
        "tax_secret",
        "tax_offence_pursued",
        "social_data",
        "social_code_permits",
    }
    assert answer.by_class[0].brakes == ("AufenthG/88/3/1", "SGB-X/67d")


def test_police_bodies_keep_the_duties_of_their_part() -> None:
    duties = {duty.cite for duty in asked(of("AufenthG/87/4/1", sender_kind="prosecution")).duties}
    assert "BDSG/74/1" not in duties
    told = of("AufenthG/89/2/2", sender_kind="federal_police", purpose="criminal_prosecution")
    assert {"BDSG/72", "BDSG/73", "BDSG/74/1", "BDSG/76/1"} <= {duty.cite for duty in asked(told).duties}


def test_an_enquiry_that_says_nothing_or_too_much_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one class"):
        transmission_answer(Enquiry("foreigners_authority", "bailiff", "civil_enforcement", (), EXAMPLE_DAY))
    for facts in ({"identity_established": "yes"}, {"purpose": "research"}, {"on_request": "unbekannt"}):
        with pytest.raises(ValueError, match=next(iter(facts))):
            transmission_answer(
                Enquiry("foreigners_authority", "bailiff", "civil_enforcement", ("contact",), EXAMPLE_DAY, facts)
            )


def test_facts_that_bar_are_protective_and_hold_nothing_about_a_belief() -> None:
    bars = {source for brake in BRAKES for example in brake.examples for source, _ in example.facts}
    way = {"sender_kind", "receiver_kind", "purpose", "data_class", "special_category_ground", "asylum_or_protection"}
    assert {name for name in bars - way if not ENQUIRY[name].protective} == set()
    assert CATALOGUE.vocabulary is ENQUIRY
