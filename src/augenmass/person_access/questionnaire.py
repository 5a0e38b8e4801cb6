"""Sheets of a pilot's questionnaire at the door of persons: by the secret of their address alone, whoever is signed in."""

from collections.abc import Mapping
from typing import Final

from augenmass.evaluation.actions.sheets import can_be_handed_in, hand_in, sheet_in
from augenmass.evaluation.rules.questions import QUESTIONS
from augenmass.work.refusal import NotDone

ASKED: Final = QUESTIONS
"""The questions with their possible answers."""


def is_open(token: str) -> bool:
    """Whether the sheet of an address is still asked for."""
    sheet = sheet_in(token)
    return sheet is not None and can_be_handed_in(sheet)


def hand_in_sheet(token: str, answers: Mapping[str, str]) -> bool:
    """Hand in a sheet; false where it was handed in before or is not asked for any more. Raises ``NotAnAnswer``."""
    sheet = sheet_in(token)
    if sheet is None:
        return False
    try:
        hand_in(sheet, answers)
    except NotDone:
        return False
    return True
