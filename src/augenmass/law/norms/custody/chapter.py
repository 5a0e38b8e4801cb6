"""The chapter on custody, put together for the catalogue."""

from augenmass.law.norms.custody import (
    asylum_end,
    bars,
    court,
    court_questions,
    definitions,
    durations,
    holding,
    place,
    questions,
    release,
    remedies,
    screening,
    transit,
)

DEFINITIONS = (*definitions.DEFINITIONS, *durations.DEFINITIONS, *bars.DEFINITIONS)
NORMS = (
    *transit.NORMS,
    *durations.NORMS,
    *bars.NORMS,
    *holding.NORMS,
    *place.NORMS,
    *screening.NORMS,
    *asylum_end.NORMS,
    *court.NORMS,
    *remedies.NORMS,
    *release.NORMS,
)
QUESTIONS = (*questions.QUESTIONS, *court_questions.QUESTIONS)
