"""Which body is proposed: by place, matter and the Land's rules; what is not ruled or not confirmed is not established."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.competence.rules import (
    BY_LAND_RULE,
    BY_PLACE,
    CENTRAL_BODY,
    CENTRAL_VISA,
    AreaLine,
    LandRules,
    Matter,
    Missing,
    Outcome,
    Proposal,
    proposed_body,
)
from augenmass.directory.land import LandProfile, Parameter

pytestmark = pytest.mark.unit
DAY = date(2026, 8, 17)
EARLY, LATE = date(2020, 1, 1), date(2027, 1, 1)
VALLEY, LAKE, CENTRAL, VISA = 1, 2, 3, 4
R, E, V = Matter.RESIDENCE, Matter.ENFORCEMENT, Matter.SKILLED_VISA
LINES = (
    AreaLine(VALLEY, R, "00100", "00199", EARLY),
    AreaLine(LAKE, R, "00200", "00299", EARLY),
    AreaLine(LAKE, R, "00190", "00199", LATE),
    AreaLine(VALLEY, R, "00300", "00399", EARLY, date(2026, 8, 16)),
    AreaLine(CENTRAL, E, "00000", "99999", EARLY),
    AreaLine(VISA, V, "00000", "99999", EARLY),
)


def land(arranges: bool | None = False, verified: bool = True, lines: tuple[AreaLine, ...] = LINES) -> LandRules:
    rule = Parameter("authority_arranges_removal", arranges, EARLY, None, "erfunden", verified)
    return LandRules(LandProfile("XM", "Mittelau", () if arranges is None else (rule,)), lines)


def one(body: int, provision: str) -> Proposal:
    return Proposal(Outcome.ONE, (body,), provision)


def open_question(provision: str, missing: Missing) -> Proposal:
    return Proposal(Outcome.NOT_ESTABLISHED, (), provision, missing)


@pytest.mark.parametrize(
    ("place", "matter", "rules", "on", "answer"),
    [
        ("00150", R, land(), DAY, one(VALLEY, BY_PLACE)),
        ("00100", R, land(), DAY, one(VALLEY, BY_PLACE)),
        ("00199", R, land(), DAY, one(VALLEY, BY_PLACE)),
        ("00200", R, land(), DAY, one(LAKE, BY_PLACE)),
        ("00195", R, land(), LATE, Proposal(Outcome.SEVERAL, (VALLEY, LAKE), BY_PLACE)),
        ("00350", R, land(), date(2026, 8, 16), one(VALLEY, BY_PLACE)),
        ("00350", R, land(), DAY, open_question(BY_PLACE, Missing.AREA)),
        ("99998", R, land(), DAY, open_question(BY_PLACE, Missing.AREA)),
        ("", R, land(), DAY, open_question(BY_PLACE, Missing.PLACE)),
        ("D-00150", R, land(), DAY, open_question(BY_PLACE, Missing.PLACE)),
        ("٠٠١٥٠", R, land(), DAY, open_question(BY_PLACE, Missing.PLACE)),
        ("", R, land(lines=()), DAY, open_question(BY_PLACE, Missing.AREA)),
        ("00150", R, land(), date(2019, 1, 1), open_question(BY_PLACE, Missing.AREA)),
        ("00150", E, land(), DAY, one(CENTRAL, CENTRAL_BODY)),
        ("", E, land(), DAY, one(CENTRAL, CENTRAL_BODY)),
        ("00150", E, land(arranges=True), DAY, one(VALLEY, BY_LAND_RULE)),
        ("", E, land(arranges=True), DAY, open_question(BY_LAND_RULE, Missing.PLACE)),
        ("00150", E, land(arranges=None), DAY, open_question(CENTRAL_BODY, Missing.LAND_RULE)),
        ("00150", E, land(verified=False), DAY, open_question(CENTRAL_BODY, Missing.LAND_RULE)),
        ("00150", E, land(lines=LINES[:4]), DAY, open_question(CENTRAL_BODY, Missing.AREA)),
        ("", V, land(), DAY, one(VISA, CENTRAL_VISA)),
        ("00150", V, land(lines=LINES[:5]), DAY, open_question(CENTRAL_VISA, Missing.AREA)),
    ],
)
def test_the_answer_with_its_provision(
    place: str, matter: Matter, rules: LandRules, on: date, answer: Proposal
) -> None:
    assert proposed_body(place, matter, rules, on) == answer


days = st.dates(EARLY, date(2028, 1, 1))
codes = st.integers(0, 99_999).map(lambda number: f"{number:05d}")
areas = st.builds(
    lambda body, matter, codes, first, last: AreaLine(body, matter, min(codes), max(codes), first, last),
    st.integers(1, 4),
    st.sampled_from(list(Matter)),
    st.tuples(codes, codes),
    days,
    st.none() | days,
)


@given(st.lists(areas, max_size=8).map(tuple), codes, st.sampled_from(list(Matter)), days)
def test_every_body_named_has_a_line_for_place_and_day_and_none_is_left_out(
    lines: tuple[AreaLine, ...], place: str, matter: Matter, on: date
) -> None:
    found = proposed_body(place, matter, land(lines=lines), on)
    expected = {
        line.body_id
        for line in lines
        if line.matter is matter
        and line.postcode_from <= place <= line.postcode_to
        and line.valid_from <= on
        and (line.valid_to is None or on <= line.valid_to)
    }
    assert set(found.bodies) == expected
    assert found.outcome is (
        Outcome.NOT_ESTABLISHED if not expected else Outcome.ONE if len(expected) == 1 else Outcome.SEVERAL
    )


@given(st.lists(areas, max_size=8).map(tuple), st.sampled_from(list(Matter)), days)
def test_knowing_the_place_never_takes_a_body_away(lines: tuple[AreaLine, ...], matter: Matter, on: date) -> None:
    unknown = proposed_body("", matter, land(lines=lines), on)
    known = proposed_body("00150", matter, land(lines=lines), on)
    assert set(unknown.bodies) <= set(known.bodies)


@given(st.lists(areas, max_size=8).map(tuple), codes, days, st.booleans())
def test_an_unconfirmed_rule_of_the_land_answers_nothing(
    lines: tuple[AreaLine, ...], place: str, on: date, arranges: bool
) -> None:
    rules = land(arranges=arranges, verified=False, lines=lines)
    assert proposed_body(place, Matter.ENFORCEMENT, rules, on).outcome is Outcome.NOT_ESTABLISHED
