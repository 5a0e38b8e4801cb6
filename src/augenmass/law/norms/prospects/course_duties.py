"""Residence Act §§ 44a, 45a: the duty to take an integration course, job-related language support."""

from datetime import date

from augenmass.law.language import (
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
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.prospects.courses import ADMITTED_GROUP, CLAIM, NEWCOMER
from augenmass.law.norms.prospects.parts import REMEDY
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import done, norm

JOB_CENTRE = "Träger der Grundsicherung für Arbeitsuchende"


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

DEFINITIONS = (DUTY,)
NORMS = (*DUTIES, TELL, *JOB_LANGUAGE)
"""In the order of the statute."""
