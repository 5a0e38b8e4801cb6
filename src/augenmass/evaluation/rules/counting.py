"""How what is read of agreements falls under the outcomes of the measures. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

from augenmass.evaluation.rules.measures import GRACE_DAYS
from augenmass.law.quarters import Quarter

GRACE = timedelta(days=GRACE_DAYS)


def counted_from(quarter: Quarter) -> date:
    """The first day on which a quarter can be counted: what is a little late has shown by then."""
    return quarter.last + GRACE + timedelta(days=1)


def lateness(due: date, done_on: date | None, quarter: Quarter) -> int:
    """Place among the outcomes of a step: on time, a little late, late, not done when the quarter is counted."""
    if done_on is None or done_on >= counted_from(quarter):
        return 3
    if done_on <= due:
        return 0
    return 1 if done_on <= due + GRACE else 2


def talk(due: date, held_on: date | None, quarter: Quarter) -> int:
    """Place among the outcomes of a review talk: held within the grace, later, not held when the quarter is counted."""
    if held_on is None or held_on >= counted_from(quarter):
        return 2
    return 0 if held_on <= due + GRACE else 1


def answer(asked_on: date, accepted_on: date | None, declined: bool, quarter: Quarter) -> int:
    """Place among the outcomes of a service that was asked for."""
    if accepted_on is not None and accepted_on < counted_from(quarter):
        return 0 if accepted_on <= asked_on + GRACE else 1
    return 2 if declined else 3


def service(due: date, accepted: bool, delivered_on: date | None, quarter: Quarter) -> int:
    """Place among the outcomes of a service by its kind: given to the day, given later, accepted and not given, not accepted."""
    if not accepted:
        return 3
    if delivered_on is None or delivered_on >= counted_from(quarter):
        return 2
    return 0 if delivered_on <= due else 1


def by_worst(found: Iterable[tuple[int, int]], outcomes: int) -> list[int]:
    """Agreements by the last of their outcomes: each (agreement, place of the outcome) counts once."""
    worst: dict[int, int] = {}
    for agreement, place in found:
        worst[agreement] = max(place, worst.get(agreement, 0))
    counts = [0] * outcomes
    for place in worst.values():
        counts[place] += 1
    return counts
