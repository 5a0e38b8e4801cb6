"""Pure rules: who may send what, whether two names are one person, what is compared."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.cases.words import fold
from augenmass.notices.rules.checking import Problem, Said, name_key, problems_with, reference_key, same_person
from augenmass.notices.rules.kinds import OF_PROCEEDINGS, STAGES, Kind, ReturnReason, Stage
from augenmass.notices.rules.lawful import LAND_LAW, PROVISIONS, Statements, kinds_for, reason_to_return

pytestmark = pytest.mark.unit
DAY = date(2026, 11, 2)
ALL = Statements(True, True, True, True)
names = st.text(alphabet="aeouäöüßABcd -'", min_size=1, max_size=12)


def test_police_send_everything_but_charges_and_a_municipality_no_proceedings_and_no_police_law() -> None:
    assert set(Kind) - set(kinds_for("land_police", DAY)) == {Kind.CHARGE}
    assert not set(kinds_for("registration_office", DAY)) & {*OF_PROCEEDINGS, Kind.POLICE_LAW}
    assert Kind.CHARGE in kinds_for("prosecution", DAY)
    assert not set(kinds_for("school", DAY))
    assert not set(kinds_for("counselling_body", DAY))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.CHARGE, Kind.POLICE_LAW)])
def test_every_other_provision_goes_back(kind: Kind) -> None:
    own = set(PROVISIONS[kind])
    for provision in {norm for norms in PROVISIONS.values() for norm in norms} | {LAND_LAW, "AufenthG/87/1", "nichts"}:
        found = reason_to_return("land_police", kind, provision, "§ 1", ALL, DAY)
        assert found is (None if provision in own else ReturnReason.WRONG_PROVISION), provision
    assert reason_to_return("land_police", kind, " ", "", ALL, DAY) is ReturnReason.NO_PROVISION


@pytest.mark.parametrize("missing", ["learned_on_duty", "no_special_rule"])
def test_what_is_not_stated_is_no_permission(missing: str) -> None:
    said = Statements(**{name: name != missing for name in ("learned_on_duty", "no_special_rule", "not_petty")})
    found = reason_to_return("land_police", Kind.LIMIT_BREACHED, "AufenthG/87/2/1/2", "", said, DAY)
    assert found is ReturnReason.NOT_ALLOWED


@given(names, names)
def test_order_capitals_and_umlauts_make_no_other_person(family: str, first: str) -> None:
    one, other = name_key(fold(f"{family} {first}")), name_key(fold(f"{first.upper()} {family.upper()}"))
    assert one == other
    assert same_person((one, None), (other, DAY))
    assert same_person((one, DAY), (other, DAY)) or not one


def test_another_day_of_birth_is_another_person_and_a_day_needs_a_name_in_common() -> None:
    assert not same_person(("anna muller", DAY), ("anna muller", date(1990, 1, 1)))
    assert same_person(("anna muller", DAY), ("anna maria muller", DAY))
    assert not same_person(("anna muller", DAY), ("omar", DAY))
    assert not same_person(("anna muller", None), ("anna maria muller", DAY))
    assert reference_key("201 Js 17/26") == reference_key("201JS17-26")


@given(st.sampled_from(Kind), st.text(max_size=3), st.text(max_size=3))
def test_an_entry_is_never_called_for_twice(kind: Kind, reference: str, text: str) -> None:
    found = problems_with(Said(kind, DAY, "Name", reference=reference, text=text), DAY)
    assert len(found) == len(set(found))
    assert (Problem.NO_OUTCOME in found) == (kind is Kind.ENDED)


def test_only_an_end_is_an_outcome() -> None:
    assert [kind for kind, stage in STAGES.items() if stage is Stage.OUTCOME] == [Kind.ENDED]
