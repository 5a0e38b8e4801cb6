"""The chapter on custody, put together for the catalogue."""

from augenmass.law.norms.custody import asylum_end, bars, definitions, durations, holding, questions, release, screening

DEFINITIONS = (*definitions.DEFINITIONS, *durations.DEFINITIONS, *bars.DEFINITIONS)
NORMS = (*durations.NORMS, *bars.NORMS, *holding.NORMS, *screening.NORMS, *asylum_end.NORMS, *release.NORMS)
QUESTIONS = questions.QUESTIONS
