"""Deadlines that prospects, courses and benefits set running."""

from augenmass.law.language import TODAY, all_of, day, days, established, months, not_, use, years
from augenmass.law.norm import DeadlineRule
from augenmass.law.norms.prospects.courses import CLAIMS
from augenmass.law.norms.prospects.parts import TOLERATED
from augenmass.law.norms.prospects.work import STOP_ENDS, STOP_RUNS
from augenmass.law.norms.prospects.youth import AGE_LIMIT
from augenmass.law.norms.writing import done

_REDUCED_FOR = day("reduction_from") + months(6) - days(1)

DEADLINES = (
    DeadlineRule(
        "application_25a_latest",
        "Antrag nach § 25a spätestens am",
        "Application under section 25a at the latest on",
        all_of(
            use(TOLERATED),
            not_(established("application_25a_filed_on")),
            AGE_LIMIT.not_before(TODAY),
            established("school_three_years"),
        ),
        AGE_LIMIT,
        "AufenthG/25a/1/1/3",
    ),
    DeadlineRule(
        "course_claim_end",
        "Anspruch auf Integrationskurs erlischt nach dem",
        "Claim to an integration course lapses after",
        all_of(
            established("course_title_granted_on"),
            use(CLAIMS[0]),
            (day("course_title_granted_on") + years(1)).not_before(TODAY),
        ),
        day("course_title_granted_on") + years(1),
        "AufenthG/44/2/1",
    ),
    DeadlineRule(
        "land_stop_end",
        "Ende des Abschiebungsstopps",
        "End of the stop ordered by the Land",
        STOP_RUNS,
        STOP_ENDS,
        "AufenthG/60a/1/1",
    ),
    DeadlineRule(
        "training_search_end",
        "Ende der Suche nach einem Ausbildungsplatz",
        "End of the search for a training place",
        use("AufenthG/60c/6/1"),
        day("training_stopped_on") + months(6),
        "AufenthG/60c/6/1",
    ),
    DeadlineRule(
        "benefit_reduction_end",
        "Einschränkung der Leistungen endet spätestens am",
        "Reduction of benefits ends at the latest on",
        all_of(done("reduction_from"), _REDUCED_FOR.not_before(TODAY)),
        _REDUCED_FOR,
        "AsylbLG/14/1",
    ),
)
