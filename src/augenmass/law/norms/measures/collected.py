"""Everything that this package adds to the catalogue, in the order of its chapters."""

from augenmass.law.language import Definition
from augenmass.law.norm import DeadlineRule, Norm, Question
from augenmass.law.norms.measures import (
    asylum_area,
    clocks,
    entry_ban,
    entry_ban_orders,
    expulsion,
    identity,
    interests,
    leaving,
    movement,
    questions,
    remedies,
    remedy_questions,
    residence_rule,
    service,
    taking_part,
    title_ending,
    union_loss,
)

DEFINITIONS: tuple[Definition, ...] = (
    *entry_ban.DEFINITIONS,
    *expulsion.DEFINITIONS,
    *movement.DEFINITIONS,
    *residence_rule.DEFINITIONS,
    *title_ending.DEFINITIONS,
    *remedies.DEFINITIONS,
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
    *union_loss.NORMS,
    *remedies.NORMS,
    *service.NORMS,
    *identity.NORMS,
    *taking_part.NORMS,
)
QUESTIONS: tuple[Question, ...] = (*questions.QUESTIONS, *remedy_questions.QUESTIONS)
DEADLINES: tuple[DeadlineRule, ...] = clocks.DEADLINES
