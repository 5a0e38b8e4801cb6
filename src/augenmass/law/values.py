"""Three values in two bits, "certainly" and "possibly": no = 00, not established = 01, yes = 11.

``&`` is and, ``|`` is or, for single values (ints) as for bit planes of many cases. Source: Kleene's strong logic.
"""

from typing import Final, Literal

NO: Final = 0
UNKNOWN: Final = 1
YES: Final = 3

Word = Literal["yes", "no", "not_established"]

_NEGATION: Final = (YES, UNKNOWN, UNKNOWN, NO)
_WORDS: Final[dict[int, Word]] = {NO: "no", UNKNOWN: "not_established", YES: "yes"}
_BY_WORD: Final[dict[str, int]] = {word: value for value, word in _WORDS.items()}
_LABELS: Final[dict[int, tuple[str, str]]] = {
    NO: ("nein", "no"),
    UNKNOWN: ("nicht festgestellt", "not established"),
    YES: ("ja", "yes"),
}


def and_(*values: int) -> int:
    """Return the conjunction; the empty one is ``YES``."""
    result = YES
    for value in values:
        result &= value
    return result


def or_(*values: int) -> int:
    """Return the disjunction; the empty one is ``NO``."""
    result = NO
    for value in values:
        result |= value
    return result


def not_(value: int) -> int:
    """Return the negation: yes and no swap, not established stays."""
    return _NEGATION[value]


def word(value: int) -> Word:
    """Return the value's word for machines: ``yes``, ``no`` or ``not_established``. Raises ``KeyError`` for another number."""
    return _WORDS[value]


def from_word(text: str) -> int:
    """Return the value of a word written by ``word``. Raises ``KeyError`` for another word."""
    return _BY_WORD[text]


def label(value: int, language: str = "de") -> str:
    """Return the value in words for people, German or English."""
    german, english = _LABELS[value]
    return english if language == "en" else german
