"""Both back ends and the plain reading give the same answers; the algebra holds."""

import os
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law import language as say
from augenmass.law import nodes as n
from augenmass.law.caseload import assess_many
from augenmass.law.checking import nodes_below
from augenmass.law.columns import Columns
from augenmass.law.evaluate import answer, prove
from augenmass.law.facts import Held
from augenmass.law.proof import deciding_names
from augenmass.law.running import next_change, run
from augenmass.law.tests.kernel import oracle
from augenmass.law.tests.kernel.samples import VOCABULARY
from augenmass.law.tests.kernel.trees import VALUES, asking, cases, conditions, days, monotone_conditions
from augenmass.law.values import NO, UNKNOWN, YES

pytestmark = pytest.mark.unit
quick = settings(max_examples=int(os.environ.get("AUGENMASS_EXAMPLES", "15")), deadline=None)


@quick
@given(conditions, st.lists(cases(), min_size=1, max_size=6), days)
def test_one_case_and_the_caseload_answer_as_the_plain_reading(goal, some, on):
    catalogue = asking(goal)
    many = assess_many(catalogue, Columns.of(VOCABULARY, some), on).values("q0")
    expected = [oracle.value(goal, facts, on) for facts in some]
    assert [answer(catalogue, "q0", facts, on) for facts in some] == expected
    assert many.tolist() == expected


@quick
@given(conditions, st.lists(cases(), min_size=1, max_size=6), days)
def test_the_caseload_counts_the_facts_that_the_proofs_name(goal, some, on):
    catalogue = asking(goal)
    expected: dict[str, int] = {}
    for facts in some:
        proof = prove(catalogue, "q0", facts, on)
        if proof.value == YES:
            continue
        named = set()
        for leaf in proof.leaves():
            named.update(deciding_names(leaf.site, proof.state))
        for name in named:
            expected[name] = expected.get(name, 0) + 1
    assert assess_many(catalogue, Columns.of(VOCABULARY, some), on).deciding_facts("q0") == expected


@quick
@given(monotone_conditions, cases(), days, st.data())
def test_learning_a_fact_never_turns_a_yes_or_no(goal, facts, on, data):
    catalogue = asking(goal)
    before = answer(catalogue, "q0", facts, on)
    open_names = [name for name in VALUES if _is_open(facts, name)]
    partial = [name for name in ("served", "ends") if not _is_open(facts, name)]
    name = data.draw(st.sampled_from([*open_names, *partial, "a"]))
    if name in partial:
        day = data.draw(st.integers(*facts[name].value))
        learned = Held((day, day))
    elif name in open_names:
        learned = Held(data.draw(VALUES[name]))
    else:
        learned = facts[name]
    after = answer(catalogue, "q0", {**facts, name: learned}, on)
    assert before in (UNKNOWN, after)


@quick
@given(conditions, conditions, cases(), days)
def test_de_morgan_holds_for_three_values(a, b, facts, on):
    catalogue = asking(
        say.not_(say.all_of(a, b)),
        say.any_of(say.not_(a), say.not_(b)),
        say.none_of(a, b),
        say.all_of(say.not_(a), say.not_(b)),
        say.not_(say.not_(a)),
        a,
        say.at_least(2, a, b),
        say.all_of(a, b),
    )
    found = [answer(catalogue, f"q{i}", facts, on) for i in range(8)]
    assert found[0] == found[1]
    assert found[2] == found[3]
    assert found[4] == found[5]
    assert found[6] == found[7]


@quick
@given(st.lists(conditions, min_size=1, max_size=3), cases(), days)
def test_nothing_changes_before_the_next_change_and_something_does_on_it(goals, facts, on):
    program = asking(*goals).program
    following = next_change(run(program, facts, on))
    slots = [comparison[0] for comparison in program.comparisons]

    def seen(day):
        values = run(program, facts, day).values
        return [values[slot] for slot in slots]

    now = seen(on)
    if following is None:
        assert seen(on.replace(year=on.year + 300)) == now
        return
    assert following > on
    assert seen(following) != now
    last_same = following.toordinal() - 1
    for day in {last_same, (on.toordinal() + last_same) // 2, on.toordinal()}:
        assert seen(date.fromordinal(day)) == now


@quick
@given(conditions, cases(), days)
def test_the_facts_of_a_proof_suffice_for_its_answer(goal, facts, on):
    """What the proof leaves out can be forgotten without changing a yes or no (proofs without presumption)."""
    catalogue = asking(goal)
    proof = prove(catalogue, "q0", facts, on)
    if proof.value == UNKNOWN or _has(goal, (n.Presumed, n.Established)):
        return
    named = {name for leaf in proof.leaves() for name in leaf.site.fact_names}
    kept = {name: held for name, held in facts.items() if name in named}
    assert answer(catalogue, "q0", kept, on) == proof.value


def _is_open(facts, name: str) -> bool:
    return name not in facts or facts[name].disputed or (facts[name].value == UNKNOWN and name in "abcdef")


def _has(node: n.Condition, kinds: tuple[type, ...]) -> bool:
    return any(isinstance(found, kinds) for found in nodes_below(node))


def test_a_presumption_stands_until_its_rebuttal_is_established():
    catalogue = asking(say.presumed(say.fact("a"), unless=say.fact("b"), cite="AufenthG/60a/2c/1"))
    on = date(2026, 1, 1)
    held = {"a": Held(YES)}
    assert answer(catalogue, "q0", held, on) == YES
    assert answer(catalogue, "q0", {**held, "b": Held(YES)}, on) == NO
    assert answer(catalogue, "q0", {**held, "b": Held(YES, disputed=True)}, on) == YES
    assert answer(catalogue, "q0", {}, on) == UNKNOWN


def test_an_exception_that_is_not_established_leaves_the_answer_open():
    catalogue = asking(say.exception(say.fact("a"), unless=say.fact("b")))
    on = date(2026, 1, 1)
    assert answer(catalogue, "q0", {"a": Held(YES)}, on) == UNKNOWN
    assert answer(catalogue, "q0", {"a": Held(YES), "b": Held(NO)}, on) == YES
    assert answer(catalogue, "q0", {"a": Held(YES), "b": Held(YES)}, on) == NO
