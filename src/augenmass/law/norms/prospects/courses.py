"""Residence Act § 44: who has a right to an integration course, who can be admitted."""

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    fact,
    is_in,
    not_,
    use,
    years,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms import definitions as d
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import FEDERAL_OFFICE, norm

_CLAIM_TITLES = ("work", "family", "family_spouse", "protection", "victim", "integration", "long_term")

_SECOND = ("admitted", "resettled")

NEWCOMER = {
    "title_kind": "residence_permit",
    "title_valid_until": "2027-03-31",
    "title_ended_by": "none",
    "course_title": "protection",
    "course_title_granted_on": "2026-04-01",
    "lasting_stay": "yes",
    "course_registration_prevented": "no",
    "school_career": "no",
    "integration_need_low": "no",
    "integration_need_special": "no",
    "german_simple": "no",
    "german_b1": "no",
    "course_excused": "no",
    "course_completed": "no",
    "basic_income_received": "no",
    "course_demanded_by_authority": "no",
    "course_demanded_by_job_centre": "no",
    "course_demanded_by_benefits_office": "no",
}
"""Recognised in April, speaks no German yet."""

LATE = {**NEWCOMER, "course_title_granted_on": "2025-04-01"}

NO_CLAIM = norm(
    "AufenthG/44/3/1",
    ("Kein Anspruch bei Schule, geringem Bedarf oder B1.", "No claim with school, low need or B1."),
    Modality.STATE,
    any_of(fact("school_career"), assessment("integration_need_low"), fact("german_b1")),
    effect=(
        "Der Anspruch entfällt; mit B1 bleibt der Orientierungskurs.",
        "There is no claim; with B1 the orientation course remains.",
    ),
    yes=("Geht zur Schule", {"school_career": "yes"}),
    no=("Kein Ausschluss", NEWCOMER),
    unknown=("Nicht geprüft", {}),
)

LAPSED = norm(
    "AufenthG/44/2/1",
    ("Der Anspruch ist nach einem Jahr erloschen.", "The claim has lapsed after a year."),
    Modality.STATE,
    all_of(
        (day("course_title_granted_on") + years(1)).before(TODAY),
        not_(fact("course_registration_prevented", cite="AufenthG/44/2/2")),
    ),
    effect=("Eine Zulassung im Rahmen freier Plätze bleibt möglich.", "Admission to free places remains possible."),
    yes=("Titel vor sechzehn Monaten", LATE),
    no=("Titel seit April", NEWCOMER),
    unknown=("Hinderungsgründe nicht geprüft", {"course_title_granted_on": "2025-04-01"}),
)


def _claim(number: int, titles: tuple[str, ...], lasting: bool) -> Norm:
    base = NEWCOMER if lasting else {**NEWCOMER, "course_title": "resettled"}
    return norm(
        f"AufenthG/44/1/1/{number}",
        ("Ein Anspruch auf einen Integrationskurs besteht.", "There is a claim to an integration course."),
        Modality.MUST,
        all_of(
            is_in("course_title", *titles),
            use(d.VALID_TITLE, cite="AufenthG/44/2/1"),
            fact("lasting_stay", cite="AufenthG/44/1/2"),
            not_(use(LAPSED)),
            not_(use(NO_CLAIM)),
            not_(fact("course_completed")),
        ),
        effect=("Einmalige Teilnahme steht zu.", "Taking part once is due."),
        decider=FEDERAL_OFFICE,
        yes=("Titel im April erteilt", base),
        no=("Titel vor sechzehn Monaten", {**base, "course_title_granted_on": "2025-04-01"}),
        unknown=("Dauer des Aufenthalts offen", {k: v for k, v in base.items() if k != "lasting_stay"}),
    )


CLAIMS = (_claim(1, _CLAIM_TITLES, True), _claim(2, _SECOND, False))

CLAIM = Definition(
    "course_claim",
    "Ein Anspruch auf einen Integrationskurs besteht.",
    "There is a claim to an integration course.",
    any_of(*(use(one) for one in CLAIMS)),
    "AufenthG/44/1",
)

ADMITTED_GROUP = any_of(
    fact("asylum_procedure_running", cite="AufenthG/44/4/2/1"),
    all_of(
        is_in("suspension_kind", "discretion", "training", "employment"),
        use(d.SUSPENSION_HELD),
        cite="AufenthG/44/4/2/2",
    ),
    is_in("course_title", "temporary_protection", "humanitarian", cite="AufenthG/44/4/2/3"),
)

ADMISSION = norm(
    "AufenthG/44/4/1",
    (
        "Ohne Anspruch ist die Zulassung zu freien Plätzen möglich.",
        "Without a claim, admission to free places is possible.",
    ),
    Modality.MAY,
    all_of(
        any_of(ADMITTED_GROUP, all_of(is_in("course_title", *_CLAIM_TITLES, *_SECOND), use(d.VALID_TITLE))),
        not_(use(CLAIM)),
        not_(fact("course_completed")),
    ),
    effect=("Nach Ermessen im Rahmen verfügbarer Plätze.", "By discretion, as places allow."),
    decider=FEDERAL_OFFICE,
    yes=("Anspruch erloschen", with_facts(SUSPENDED, **LATE)),
    no=("Anspruch besteht", with_facts(SUSPENDED, **NEWCOMER)),
    unknown=("Frühere Teilnahme nicht geprüft", {k: v for k, v in LATE.items() if k != "course_completed"}),
)

DEFINITIONS = (CLAIM,)

NORMS = (*CLAIMS, LAPSED, NO_CLAIM, ADMISSION)
"""In the order of the statute."""
