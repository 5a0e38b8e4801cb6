"""How tests of the catalogue ask it: facts in canonical form in, words out."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from augenmass.law.catalogue import Catalogue
from augenmass.law.evaluate import answer
from augenmass.law.facts import Held, parse_value
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.position import Position, assess
from augenmass.law.running import run
from augenmass.law.values import word
from augenmass.law.vocabulary import VOCABULARY

SHIPPED = Catalogue.shipped()


def held(facts: Mapping[str, str]) -> dict[str, Held]:
    """Return facts as a case holds them. Raises ``AssertionError`` for a value that means nothing is known."""
    return {name: _held(name, text) for name, text in facts.items()}


@cache
def _held(name: str, text: str) -> Held:
    value = parse_value(VOCABULARY[name], text)
    assert value is not None, f"{name} says nothing"
    return Held(value)


def ask(question: str, facts: Mapping[str, str], on: date = EXAMPLE_DAY) -> str:
    """Return the answer to a question as a word."""
    return word(answer(SHIPPED, question, held(facts), on))


def applies(norm: str, facts: Mapping[str, str], on: date = EXAMPLE_DAY) -> str:
    """Return whether a norm applies, as a word."""
    state = run(SHIPPED.program, held(facts), on)
    return word(state.values[SHIPPED.program.norms[norm].slot])


def position(facts: Mapping[str, str], on: date = EXAMPLE_DAY) -> Position:
    """Return the legal position of a case."""
    return assess(SHIPPED, held(facts), on, whole=True)


def without(facts: Mapping[str, str], *names: str) -> dict[str, str]:
    """Return the facts with some taken away."""
    return {name: value for name, value in facts.items() if name not in names}
