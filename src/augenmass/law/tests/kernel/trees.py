"""Random conditions and facts for property tests."""

from datetime import date

from hypothesis import strategies as st

from augenmass.law import language as say
from augenmass.law import nodes as n
from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import Held
from augenmass.law.norm import Question
from augenmass.law.tests.kernel.samples import VOCABULARY
from augenmass.law.values import NO, UNKNOWN, YES

BASE = date(2026, 6, 1).toordinal()

periods = st.builds(n.Period, st.integers(0, 40), st.sampled_from(["days", "weeks", "months"]))
signed_periods = st.builds(n.Period, st.integers(-40, 40), st.sampled_from(["days", "weeks", "months", "years"]))
near_days = st.integers(BASE - 500, BASE + 500)
still_days = st.deferred(
    lambda: st.one_of(
        st.sampled_from(["served", "ends"]).map(say.day),
        near_days.map(lambda ordinal: say.on(date.fromordinal(ordinal))),
        st.builds(n.Shifted, still_days, signed_periods),
        st.builds(n.Deadline, still_days, periods),
        st.builds(n.Earlier, still_days, still_days),
        st.builds(n.Later, still_days, still_days),
    )
)
moving_days = st.deferred(
    lambda: st.one_of(
        st.just(say.TODAY),
        st.builds(n.Shifted, moving_days, signed_periods),
        st.builds(n.Deadline, moving_days, periods),
        st.builds(n.Earlier, moving_days, still_days),
    )
)
sides = st.one_of(
    st.tuples(moving_days, still_days), st.tuples(still_days, moving_days), st.tuples(still_days, still_days)
)
comparisons = st.builds(lambda pair, relation: n.Compared(relation, *pair), sides, st.sampled_from(n.RELATIONS))
plain_leaves = st.one_of(
    st.sampled_from("abcdef").map(say.fact),
    st.just(say.assessment("weighty")),
    st.sampled_from([("tolerated",), ("permit", "tolerated"), ("permit",)]).map(
        lambda keys: say.is_in("status", *keys)
    ),
    st.sampled_from([1.0, 2.5]).map(say.number("size").at_least),
    st.sampled_from([1.0, 2.5]).map(say.number("size").below),
    comparisons,
)
leaves = st.one_of(
    plain_leaves, st.sampled_from(["a", "served", "size", "status", "remark", "weighty"]).map(say.established)
)


def trees(ends: st.SearchStrategy[n.Condition], *, presumptions: bool) -> st.SearchStrategy[n.Condition]:
    """Return conditions over the given leaves, with or without presumptions."""

    def grow(inner: st.SearchStrategy[n.Condition]) -> st.SearchStrategy[n.Condition]:
        parts = st.lists(inner, min_size=1, max_size=4).map(tuple)
        kinds = [
            st.builds(n.AllOf, parts),
            st.builds(n.AnyOf, parts),
            st.builds(n.NoneOf, parts),
            st.builds(n.Not, inner),
            st.builds(n.Excepted, inner, inner),
            st.builds(n.Unverified, inner),
            parts.flatmap(lambda some: st.builds(n.AtLeast, st.integers(1, len(some)), st.just(some))),
        ]
        if presumptions:
            kinds.append(st.builds(n.Presumed, inner, inner))
        return st.one_of(kinds)

    return st.recursive(ends, grow, max_leaves=12)


conditions = trees(leaves, presumptions=True)
monotone_conditions = trees(plain_leaves, presumptions=False)

intervals = st.builds(lambda low, more: (low, low + more), near_days, st.sampled_from([0, 0, 0, 29, 364]))
VALUES = {
    **{name: st.sampled_from([YES, NO]) for name in (*"abcdef", "weighty")},
    "served": intervals,
    "ends": intervals,
    "size": st.sampled_from([0.0, 1.0, 2.5, 7.0]),
    "status": st.sampled_from(["tolerated", "permit", "other"]),
    "remark": st.just("Text"),
    "land": st.sampled_from(["ST", "BW", "BY"]),
}


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Held]:
    """Return facts of a case: some missing, some disputed, some yes/no facts held as not established."""
    facts = {}
    for number, (name, values) in enumerate(VALUES.items(), 1):
        state = draw(st.sampled_from(["missing", "held", "held", "held", "disputed", "empty"]))
        if state == "empty" and name in "abcdef":
            facts[name] = Held(UNKNOWN, number)
        elif state not in ("missing", "empty"):
            facts[name] = Held(draw(values), number, disputed=state == "disputed")
    return facts


days = near_days.map(date.fromordinal)


def asking(*goals: n.Condition) -> Catalogue:
    """Return a catalogue that asks the goals as ``q0``, ``q1`` …"""
    return Catalogue(
        vocabulary=VOCABULARY,
        questions=tuple(
            Question(f"q{i}", f"Frage {i}?", f"Question {i}?", goal, "X/1") for i, goal in enumerate(goals)
        ),
    )
