"""Questions asked of one case: the answer and its proof."""

from datetime import date

from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import CaseFacts
from augenmass.law.proof import Proof, prove_site
from augenmass.law.running import run


def answer(catalogue: Catalogue, question: str, facts: CaseFacts, on: date) -> int:
    """Return ``YES``, ``NO`` or ``UNKNOWN`` for one question. Raises ``KeyError`` for an unknown question, ``TypeError`` for a value
    of another kind."""
    program = catalogue.program
    return run(program, facts, on, question).values[program.questions[question].slot]


def answers(catalogue: Catalogue, facts: CaseFacts, on: date) -> dict[str, int]:
    """Return the answers to all questions by id."""
    program = catalogue.program
    values = run(program, facts, on).values
    return {name: values[site.slot] for name, site in program.questions.items()}


def prove(catalogue: Catalogue, question: str, facts: CaseFacts, on: date) -> Proof:
    """Return the proof of the answer to a question, a norm, a doubt or a definition. Raises ``KeyError`` for an unknown id."""
    program = catalogue.program
    return prove_site(program.targets[question], run(program, facts, on, question))
