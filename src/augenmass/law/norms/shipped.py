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
from augenmass.law.norms import prospects as prospects_of_residence
from augenmass.law.norms.asylum import chapter as asylum
from augenmass.law.norms.asylum import deadlines as asylum_deadlines
from augenmass.law.norms.asylum import questions as asylum_questions
from augenmass.law.norms.custody import chapter as custody
from augenmass.law.norms.custody import deadlines as custody_deadlines
from augenmass.law.norms.measures import collected as measures
from augenmass.law.norms.prospects import clocks as prospect_clocks
from augenmass.law.norms.prospects import questions as prospect_questions
from augenmass.law.norms.residence_act import (
    enforcement_questions,
    home_entry,
    obligation,
    procedure,
    prohibitions,
    removal,
    removal_order,
    supervision,
    suspension,
    warning,
)

DEFINITIONS: tuple[Definition, ...] = (
    *definitions.DEFINITIONS,
    *departure.DEFINITIONS,
    *warning.DEFINITIONS,
    *suspension.DEFINITIONS,
    *administrative.DEFINITIONS,
    *plausibility.DEFINITIONS,
    *questions.DEFINITIONS,
    *occasions.DEFINITIONS,
    *asylum.DEFINITIONS,
    *custody.DEFINITIONS,
    *home_entry.DEFINITIONS,
    *prospects_of_residence.DEFINITIONS,
    *prospect_questions.DEFINITIONS,
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
    *asylum.NORMS,
    *custody.NORMS,
    *supervision.NORMS,
    *home_entry.NORMS,
    *removal_order.NORMS,
    *prospects_of_residence.NORMS,
    *measures.NORMS,
)
QUESTIONS: tuple[Question, ...] = (
    *questions.QUESTIONS,
    *letter_questions.QUESTIONS,
    *asylum_questions.QUESTIONS,
    *custody.QUESTIONS,
    *enforcement_questions.QUESTIONS,
    *prospect_questions.QUESTIONS,
    *measures.QUESTIONS,
)
STEPS: tuple[Step, ...] = steps.STEPS
DOUBTS: tuple[Doubt, ...] = plausibility.DOUBTS
DEADLINES: tuple[DeadlineRule, ...] = (
    *deadlines.DEADLINES,
    *asylum_deadlines.DEADLINES,
    *custody_deadlines.DEADLINES,
    *prospect_clocks.DEADLINES,
    *measures.DEADLINES,
)
LANES: tuple[Lane, ...] = lanes.LANES
