"""A third reading of the language, plain and slow: the measure for both back ends."""

from datetime import date

from augenmass.law import calendar
from augenmass.law import nodes as n
from augenmass.law.calendar import FIRST, LAST, Interval
from augenmass.law.facts import CaseFacts, Value
from augenmass.law.values import NO, UNKNOWN, YES


def known(facts: CaseFacts, name: str) -> Value | None:
    """Return the undisputed value of a fact."""
    held = facts.get(name)
    return None if held is None or held.disputed else held.value


def day(node: n.DayExpression, facts: CaseFacts, on: date) -> Interval:
    """Return the interval that a day expression names."""
    match node:
        case n.Today():
            return on.toordinal(), on.toordinal()
        case n.FixedDay(value=value):
            return value.toordinal(), value.toordinal()
        case n.DayFact(name=name):
            value = known(facts, name)
            return (FIRST, LAST) if value is None else value  # type: ignore[return-value]
        case n.Shifted(base=base, period=p):
            low, high = day(base, facts, on)
            return calendar.shift(low, p.count, p.unit), calendar.shift(high, p.count, p.unit)
        case n.Deadline(base=base, period=p):
            low, high = day(base, facts, on)
            land = calendar.land_of(known(facts, n.LAND_FACT))
            lands = [land] if land else [None, *calendar.LANDS]
            ends = [
                [calendar.working_day_from(calendar.shift(end, p.count, p.unit), each) for each in lands]
                for end in (low, high)
            ]
            return min(ends[0]), max(ends[1])
        case n.Earlier(left=left, right=right):
            a, b = day(left, facts, on), day(right, facts, on)
            return min(a[0], b[0]), min(a[1], b[1])
        case n.Later(left=left, right=right):
            a, b = day(left, facts, on), day(right, facts, on)
            return max(a[0], b[0]), max(a[1], b[1])
    raise AssertionError(node)


def value(node: n.Condition, facts: CaseFacts, on: date) -> int:
    """Return the value of a condition without uses."""
    match node:
        case n.AllOf(parts=parts):
            return min(value(part, facts, on) for part in parts)
        case n.AnyOf(parts=parts):
            return max(value(part, facts, on) for part in parts)
        case n.NoneOf(parts=parts):
            return _opposite(max(value(part, facts, on) for part in parts))
        case n.Not(part=part):
            return _opposite(value(part, facts, on))
        case n.AtLeast(count=count, parts=parts):
            return sorted((value(part, facts, on) for part in parts), reverse=True)[count - 1]
        case n.Presumed(rule=rule, unless=unless):
            return NO if value(unless, facts, on) == YES else value(rule, facts, on)
        case n.Excepted(rule=rule, unless=unless):
            return min(value(rule, facts, on), _opposite(value(unless, facts, on)))
        case n.Unverified(part=part):
            return min(value(part, facts, on), UNKNOWN)
    return leaf(node, facts, on)


def leaf(node: n.Condition, facts: CaseFacts, on: date) -> int:
    """Return the value of a leaf."""
    if isinstance(node, n.Compared):
        left, right = day(node.left, facts, on), day(node.right, facts, on)
        tests = {
            "before": lambda a, b: a < b,
            "not_after": lambda a, b: a <= b,
            "after": lambda a, b: a > b,
            "not_before": lambda a, b: a >= b,
        }
        test = tests[node.relation]
        found = {test(a, b) for a in left for b in right}
        return UNKNOWN if len(found) == 2 else YES if found == {True} else NO
    held = known(facts, node.name)  # type: ignore[attr-defined]
    if isinstance(node, n.Established):
        if node.name in facts and facts[node.name].disputed:
            return UNKNOWN
        return NO if held in (None, UNKNOWN, calendar.UNKNOWN_DAY) and not isinstance(held, float) else YES
    if held is None:
        return UNKNOWN
    match node:
        case n.Fact() | n.Assessment():
            return held  # type: ignore[return-value]
        case n.OneOf(keys=keys):
            return YES if held in keys else NO
        case n.Threshold(at_least=at_least, value=bound):
            return YES if (held >= bound) == at_least else NO  # type: ignore[operator]
    raise AssertionError(node)


def _opposite(value: int) -> int:
    return {NO: YES, UNKNOWN: UNKNOWN, YES: NO}[value]
