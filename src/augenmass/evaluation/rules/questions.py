"""The questionnaire: five statements on a scale, one choice. No free text, for it says who wrote it. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final

SCALE: Final = ("fully", "rather", "rather_not", "not", "none")
"""``none``: left out. Every sheet counts in every question, so that all have the same sum."""
STATEMENTS: Final = ("understood", "had_a_say", "service_kept_word", "helps", "felt_free")
MOST_HELPFUL: Final = "most_helpful"
HELPFUL: Final = ("talks", "written_steps", "other_bodies", "nothing", "none")
QUESTIONS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(STATEMENTS, SCALE),
    MOST_HELPFUL: HELPFUL,
}


class NotAnAnswer(ValueError):
    """An answer that is not on the sheet."""


def complete(given: Mapping[str, str]) -> dict[str, str]:
    """Answers to all questions; what was left out is ``none``. Raises ``NotAnAnswer``."""
    found = {question: given.get(question) or "none" for question in QUESTIONS}
    if any(answer not in QUESTIONS[question] for question, answer in found.items()):
        raise NotAnAnswer
    return found


def count_sheets(sheets: Sequence[Mapping[str, str]]) -> dict[str, list[int]]:
    """How often each answer was given, in the order of the answers."""
    return {
        question: [sum(1 for sheet in sheets if sheet[question] == answer) for answer in answers]
        for question, answers in QUESTIONS.items()
    }
