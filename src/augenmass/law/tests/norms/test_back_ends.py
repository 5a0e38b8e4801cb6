"""The shipped catalogue and those of transmission and retention: both back ends give the same answer for every norm, question, doubt, definition and lane."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from augenmass.law.caseload import assess_many
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns
from augenmass.law.facts import Held, Value
from augenmass.law.next_changes import NEVER, next_changes
from augenmass.law.position import CLARIFY, position_of
from augenmass.law.proof import deciding_names, prove_site
from augenmass.law.retention.answer import retention_catalogue
from augenmass.law.running import run
from augenmass.law.transmission.catalogue import transmission_catalogue
from augenmass.law.values import NO, YES
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind

SHIPPED = Catalogue.shipped()
OTHERS = [transmission_catalogue, retention_catalogue]
ON = date(2026, 8, 20)


def drawn_case(catalogue: Catalogue, chance: random.Random) -> dict[str, Held]:
    """A case with so many facts as chance has it: missing, disputed, partial days, the ends of the calendar."""
    share = chance.choice((0.1, 0.5, 0.9))
    return {
        name: Held(drawn_value(chance, declared), disputed=chance.random() < 0.08)
        for name, declared in catalogue.vocabulary.items()
        if chance.random() < share
    }


def drawn_value(chance: random.Random, declared: FactDeclaration) -> Value:
    match declared.kind:
        case Kind.YES_NO:
            return YES if chance.random() < 0.4 else NO
        case Kind.NUMBER:
            return float(chance.choice((0, 1, 7, 14, 17, 18, 30, 90)))
        case Kind.DAY:
            day = (ON + timedelta(chance.choice((-4000, -400, -181, -40, -14, -1, 0, 1, 28, 400)))).toordinal()
            first = day + chance.randint(-3, 3)
            return chance.choice(
                ((first, first), (first, first + 30), (first, first + 365), (1, first), (first, 3652059))
            )
        case _:
            return chance.choice([choice.key for choice in declared.choices] or ["x"])


def hold_against_each_other(catalogue: Catalogue, number: int, seed: int, on: date) -> None:
    """Assess drawn cases both ways and compare everything."""
    chance = random.Random(seed)
    cases = [drawn_case(catalogue, chance) for _ in range(number)]
    columns = Columns.of(catalogue.vocabulary, cases)
    many = assess_many(catalogue, columns, on)
    program = catalogue.program
    runs = [run(program, held, on) for held in cases]
    for name, site in program.targets.items():
        assert many.values(name).tolist() == [state.values[site.slot] for state in runs], name
    expected = [
        next((lane for lane, site in program.lanes.items() if state.values[site.slot] == YES), CLARIFY)
        for state in runs
    ]
    assert many.lanes() == expected
    following = [position_of(catalogue, state).next_change for state in runs[:200]]
    found = next_changes(program, columns, on)[:200].tolist()
    assert found == [NEVER if day is None else day.toordinal() for day in following]
    counts = many.all_deciding_facts(list(program.questions))
    for name, site in program.questions.items():
        named: dict[str, int] = {}
        for state in runs:
            if state.values[site.slot] != YES:
                leaves = prove_site(site, state).leaves()
                for fact in {fact for leaf in leaves for fact in deciding_names(leaf.site, state)}:
                    named[fact] = named.get(fact, 0) + 1
        assert counts[name] == named, name


@pytest.mark.unit
def test_some_cases_are_answered_alike_by_both_back_ends():
    hold_against_each_other(SHIPPED, 40, 1, ON)


@pytest.mark.unit
@pytest.mark.parametrize("catalogue", OTHERS)
def test_so_are_enquiries_about_transmission_and_retention(catalogue: Callable[[], Catalogue]) -> None:
    hold_against_each_other(catalogue(), 60, 6, ON)


@pytest.mark.whole
@pytest.mark.parametrize("catalogue", OTHERS)
def test_so_are_thousands_of_them(catalogue: Callable[[], Catalogue]) -> None:
    hold_against_each_other(catalogue(), 3_000, 7, ON)


@pytest.mark.whole
@pytest.mark.parametrize(
    ("seed", "on"), [(2, ON), (3, date(2026, 5, 10)), (4, date(2026, 6, 12)), (5, date(2027, 2, 28))]
)
def test_thousands_of_cases_are_answered_alike_by_both_back_ends(seed, on):
    hold_against_each_other(SHIPPED, 1_000, seed, on)
