"""Closed words of the directory in the reader's language, for the desk."""

from augenmass.cases.queries.case import english
from augenmass.offers.rules.vocabulary import DAYS, FEATURES, KINDS, LANGUAGES, NEEDS, Kind


def kind_name(kind: str) -> str:
    """What a kind is called."""
    _need, de, en = KINDS[Kind(kind)]
    return en if english() else de


def need_name(need: str) -> str:
    """What a need is called."""
    return NEEDS[need][1 if english() else 0]


def language_name(code: str) -> str:
    """What a language is called."""
    return LANGUAGES[code][1 if english() else 0]


def feature_name(key: str) -> str:
    """What a feature is called."""
    return FEATURES[key][1 if english() else 0]


def day_name(weekday: int) -> str:
    """What a weekday is called; 0 is Monday."""
    return DAYS[weekday][1 if english() else 0]
