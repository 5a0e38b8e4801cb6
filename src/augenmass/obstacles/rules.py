"""Pure rules: how numbers of cases are rounded, and when an obstacle can have begun."""

from datetime import date

FEWEST = 5
"""A smaller number of cases is not told apart."""
LONGEST_AGO = 40
"""Years that an obstacle can be old at most; an earlier day is a slip of the pen."""


def rounded(cases: int) -> int:
    """A number of cases as it is shown: to five, to ten from a hundred on, to fifty from five hundred on, never below five."""
    step = 50 if cases >= 500 else 10 if cases >= 100 else 5
    return max(FEWEST, step * ((cases + step // 2) // step))


def day_fits(since: date, on: date) -> bool:
    """Whether an obstacle can have begun on a day: not in the future, not before anybody could remember."""
    return on.year - LONGEST_AGO <= since.year and since <= on
