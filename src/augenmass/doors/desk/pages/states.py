"""States by their code, in words of the reader's language and in the order of their names."""

from augenmass.cases.queries.case import english
from augenmass.cases.words import fold
from augenmass.law.vocabulary.countries import NATIONALITIES, STATES

_BY_CODE = {state.key: state for state in NATIONALITIES}


def state_name(code: str) -> str:
    """The name of a state; the code of one that is not known."""
    found = _BY_CODE.get(code)
    if found is None:
        return code
    return found.en if english() else found.de


def state_choices() -> list[tuple[str, str]]:
    """Every state but Germany."""
    return sorted(
        ((state.key, state_name(state.key)) for state in STATES if state.key != "DE"), key=lambda pair: fold(pair[1])
    )
