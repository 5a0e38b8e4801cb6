"""What norms of custody share: who is held, by which order, and when a span of time is over."""

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    Period,
    all_of,
    any_of,
    day,
    established,
    is_in,
    not_,
    unverified,
    use,
)
from augenmass.law.norms.writing import done

COURT = "Amtsgericht"

ASYLUM_CUSTODY = ("asylum", "screening_border", "screening_inland")
"""Kinds to which the rules of the Asylum Act on minors and needs apply (AufenthG §§ 14a (2), 15b (2))."""
TOTAL_COUNTED = ("securing", "refusal", "return_after_entry")
"""Kinds with the total of § 62 (4), directly or by reference (§§ 15 (5), 57 (3))."""


def over(start: str, period: Period) -> Condition:
    """Return the condition that a longest time from the day of a fact is over.

    Whether the first day counts is disputed, so on the one day that makes the difference the answer is not established.
    """
    end = day(start) + period
    return any_of(end.before(TODAY), unverified(end.not_after(TODAY)))


def _not_before_end(start: str) -> Condition:
    return all_of(established(start), day(start).after(day("custody_ended_on")))


CUSTODY_ENDED = Definition(
    "custody_ended",
    "Es besteht keine Haft und kein Gewahrsam nach Ausländer- oder Asylrecht (mehr).",
    "There is no custody under the law of residence or asylum (any more).",
    any_of(
        all_of(established("custody_kind"), is_in("custody_kind", "none", "criminal")),
        all_of(
            done("custody_ended_on"),
            not_(_not_before_end("custody_kind_since")),
            not_(_not_before_end("held_without_order_since")),
        ),
    ),
    "FamFG/425/2/1",
)
ORDER_COVERS = Definition(
    "custody_order_covers_day",
    "Eine wirksame richterliche Anordnung deckt den Tag ab.",
    "An order of a court in force covers the day.",
    all_of(
        done("custody_order_on", cite="FamFG/421"),
        TODAY.not_after(day("custody_order_until"), cite="FamFG/425/1"),
        is_in("custody_order_state", "in_force", cite="FamFG/422/1"),
    ),
    "FamFG/421",
)
HELD_WITHOUT_ORDER = Definition(
    "held_without_order",
    "Die Person wird ohne richterliche Anordnung festgehalten.",
    "The person is held without an order of a court.",
    all_of(
        not_(use(CUSTODY_ENDED)),
        day("held_without_order_since").not_after(TODAY),
        not_(use(ORDER_COVERS)),
    ),
    "FamFG/428/1/1",
)
DEFINITIONS = (CUSTODY_ENDED, ORDER_COVERS, HELD_WITHOUT_ORDER)


def held_as(*kinds: str, cite: str = "") -> Condition:
    """Return the condition that the person is now in one of these kinds of custody."""
    return all_of(not_(use(CUSTODY_ENDED)), is_in("custody_kind", *kinds), cite=cite)
