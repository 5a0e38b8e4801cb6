"""Everything that this package adds to the catalogue, in the order of its chapters."""

from augenmass.law.language import Definition
from augenmass.law.norm import Norm, Question
from augenmass.law.norms.measures import (
    asylum_area,
    entry_ban,
    entry_ban_orders,
    expulsion,
    interests,
    leaving,
    movement,
    questions,
    residence_rule,
    title_ending,
)

DEFINITIONS: tuple[Definition, ...] = (
    *entry_ban.DEFINITIONS,
    *expulsion.DEFINITIONS,
    *movement.DEFINITIONS,
    *residence_rule.DEFINITIONS,
    *title_ending.DEFINITIONS,
)
NORMS: tuple[Norm, ...] = (
    *entry_ban.NORMS,
    *entry_ban_orders.NORMS,
    *expulsion.NORMS,
    *interests.NORMS,
    *leaving.NORMS,
    *title_ending.NORMS,
    *movement.NORMS,
    *residence_rule.NORMS,
    *asylum_area.NORMS,
)
QUESTIONS: tuple[Question, ...] = (*questions.QUESTIONS,)
