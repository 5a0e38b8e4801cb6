"""The catalogue as shipped: everything in one place, in the order of the statutes. Not reviewed until a lawyer and a second person release it."""

from augenmass.law.language import Definition
from augenmass.law.norm import DeadlineRule, Doubt, Lane, Norm, Question, Step
from augenmass.law.norms import (
    administrative,
    deadlines,
    definitions,
    departure,
    lanes,
    letter_questions,
    occasions,
    plausibility,
    questions,
    steps,
)
from augenmass.law.norms.measures import collected as measures
from augenmass.law.norms.residence_act import obligation, procedure, prohibitions, removal, suspension, warning

DEFINITIONS: tuple[Definition, ...] = (
    *definitions.DEFINITIONS,
    *departure.DEFINITIONS,
    *warning.DEFINITIONS,
    *suspension.DEFINITIONS,
    *administrative.DEFINITIONS,
    *plausibility.DEFINITIONS,
    *questions.DEFINITIONS,
    *occasions.DEFINITIONS,
    *measures.DEFINITIONS,
)
NORMS: tuple[Norm, ...] = (
    *obligation.NORMS,
    *removal.NORMS,
    *warning.NORMS,
    *prohibitions.NORMS,
    *suspension.NORMS,
    *procedure.NORMS,
    *administrative.NORMS,
    *measures.NORMS,
)
QUESTIONS: tuple[Question, ...] = (*questions.QUESTIONS, *letter_questions.QUESTIONS, *measures.QUESTIONS)
STEPS: tuple[Step, ...] = steps.STEPS
DOUBTS: tuple[Doubt, ...] = plausibility.DOUBTS
DEADLINES: tuple[DeadlineRule, ...] = (*deadlines.DEADLINES, *measures.DEADLINES)
LANES: tuple[Lane, ...] = lanes.LANES
