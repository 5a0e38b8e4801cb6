"""Residence Act §§ 44, 44a, 45a: right and duty to take an integration course, job-related language support."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    fact,
    is_in,
    not_,
    on,
    use,
    years,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms import definitions as d
from augenmass.law.norms.prospects.parts import REMEDY
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import FEDERAL_OFFICE, done, norm

JOB_CENTRE = "Träger der Grundsicherung für Arbeitsuchende"
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


def _duty(
    id: str,
    words: tuple[str, str],
    when: Condition,
    decider: str,
    told: tuple[dict[str, str], dict[str, str], dict[str, str]],
    *,
    since: date | None = None,
    transition: Condition | None = None,
) -> Norm:
    yes, no, unknown = told
    return norm(
        id,
        words,
        Modality.MUST,
        all_of(when, not_(fact("course_excused", cite="AufenthG/44a/2")), not_(fact("course_completed"))),
        effect=(
            "Die Person muss teilnehmen und den Nachweis der Anmeldung vorlegen.",
            "The person has to take part and show the registration.",
        ),
        decider=decider,
        remedy=REMEDY,
        since=since,
        transition=transition,
        yes=("Die Pflicht besteht", yes),
        no=("Es fehlt an einer Voraussetzung", no),
        unknown=("Eine Voraussetzung ist offen", unknown),
    )


def _less(facts: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in facts.items() if key != name}


_SPECIAL = {**NEWCOMER, "integration_need_special": "yes", "course_demanded_by_authority": "yes"}
_JOB = {
    **NEWCOMER,
    "basic_income_received": "yes",
    "course_demanded_by_job_centre": "yes",
    "course_demanded_on": "2026-07-20",
}
_JOB_OLD = {**_JOB, "course_demanded_on": "2026-06-15"}
_TOLERATED = dict(
    with_facts(
        SUSPENDED,
        suspension_kind="discretion",
        benefits_ground="suspended",
        course_demanded_by_benefits_office="yes",
        course_excused="no",
        course_completed="no",
    )
)
_OLD_DEMAND = day("course_demanded_on").not_after(on(date(2026, 6, 30)), cite="AufenthG/104/17")
_NEW_DEMAND = day("course_demanded_on").after(on(date(2026, 6, 30)), cite="AufenthG/104/17")
_BY_JOB_CENTRE = all_of(fact("basic_income_received"), fact("course_demanded_by_job_centre"))

DUTY_BY_TITLE = _duty(
    "AufenthG/44a/1/1/1",
    (
        "Wer Anspruch hat und sich kaum verständigen kann, muss teilnehmen.",
        "Whoever has a claim and speaks too little has to take part.",
    ),
    all_of(
        use(CLAIM),
        any_of(
            not_(fact("german_simple")),
            all_of(is_in("course_title", "admitted", "family_spouse"), not_(fact("german_b1"))),
        ),
    ),
    "Ausländerbehörde",
    (NEWCOMER, {**NEWCOMER, "german_simple": "yes"}, _less(NEWCOMER, "german_simple")),
)
DUTY_BY_JOB_CENTRE = _duty(
    "AufenthG/44a/1/1/2",
    ("Die Grundsicherung verpflichtet zum Kurs.", "The job centre obliges to take the course."),
    _BY_JOB_CENTRE,
    JOB_CENTRE,
    (_JOB, _JOB_OLD, _less(_JOB, "course_excused")),
    since=date(2026, 7, 1),
    transition=_NEW_DEMAND,
)
DUTY_BY_JOB_CENTRE_BEFORE = _duty(
    "AufenthG/44a/1/1/2@2026-05-04",
    (
        "Die Grundsicherung hat zum Kurs aufgefordert (altes Recht).",
        "The job centre has asked to take the course (old law).",
    ),
    _BY_JOB_CENTRE,
    JOB_CENTRE,
    (_JOB_OLD, _JOB, _less(_JOB_OLD, "course_excused")),
    transition=_OLD_DEMAND,
)
DUTY_BY_DEMAND = _duty(
    "AufenthG/44a/1/1/3",
    (
        "Bei besonderem Bedarf muss auf Aufforderung teilgenommen werden.",
        "With special need the person has to take part when asked.",
    ),
    all_of(assessment("integration_need_special"), fact("course_demanded_by_authority")),
    "Ausländerbehörde",
    (_SPECIAL, {**_SPECIAL, "course_demanded_by_authority": "no"}, _less(_SPECIAL, "integration_need_special")),
)
DUTY_BY_BENEFITS = _duty(
    "AufenthG/44a/1/1/4",
    (
        "Die Leistungsbehörde kann Zugelassene mit Asylbewerberleistungen verpflichten.",
        "The benefits office can oblige those who may be admitted and receive its benefits.",
    ),
    all_of(
        ADMITTED_GROUP,
        not_(is_in("benefits_ground", "none")),
        fact("course_demanded_by_benefits_office"),
    ),
    "Leistungsbehörde",
    (_TOLERATED, {**_TOLERATED, "course_demanded_by_benefits_office": "no"}, _less(_TOLERATED, "benefits_ground")),
)
DUTIES = (DUTY_BY_TITLE, DUTY_BY_JOB_CENTRE, DUTY_BY_JOB_CENTRE_BEFORE, DUTY_BY_DEMAND, DUTY_BY_BENEFITS)
DUTY = Definition(
    "course_duty",
    "Eine Pflicht zum Integrationskurs besteht.",
    "There is a duty to take an integration course.",
    any_of(*(use(one) for one in DUTIES)),
    "AufenthG/44a/1",
)
_MISSED = {**_SPECIAL, "course_missed_by_fault": "yes"}
TELL = norm(
    "AufenthG/44a/3/1",
    (
        "Vor der Verlängerung ist auf die Folgen versäumter Teilnahme hinzuweisen.",
        "Before an extension the person is to be told of the effects of missing the course.",
    ),
    Modality.MUST,
    all_of(use(DUTY), assessment("course_missed_by_fault"), not_(done("course_effects_told_on"))),
    effect=(
        "Der Hinweis geht einer Entscheidung über die Verlängerung voraus.",
        "The notice comes before the decision on the extension.",
    ),
    yes=("Kurs schuldhaft versäumt", _MISSED),
    no=("Schon hingewiesen", {**_MISSED, "course_effects_told_on": "2026-08-03"}),
    unknown=("Verschulden nicht beurteilt", _SPECIAL),
)


def _job_language(
    version: str, since: date | None, transition: Condition, yes: dict[str, str], no: dict[str, str]
) -> Norm:
    return norm(
        f"AufenthG/45a/2/1{version}",
        (
            "Die Grundsicherung verpflichtet zur berufsbezogenen Sprachförderung.",
            "The job centre obliges to take job-related language support.",
        ),
        Modality.MUST,
        _BY_JOB_CENTRE,
        effect=(
            "Nur wer Grundsicherung bezieht, kann verpflichtet werden.",
            "Only recipients of basic income can be obliged.",
        ),
        decider=JOB_CENTRE,
        since=since,
        transition=transition,
        yes=("Verpflichtet", yes),
        no=("Nach anderem Text", no),
        unknown=("Bezug von Grundsicherung offen", _less(yes, "basic_income_received")),
    )


JOB_LANGUAGE = (
    _job_language("", date(2026, 7, 1), _NEW_DEMAND, _JOB, _JOB_OLD),
    _job_language("@2026-05-04", None, _OLD_DEMAND, _JOB_OLD, _JOB),
)

DEFINITIONS = (CLAIM, DUTY)
NORMS = (*CLAIMS, LAPSED, NO_CLAIM, ADMISSION, *DUTIES, TELL, *JOB_LANGUAGE)
"""In the order of the statute."""
