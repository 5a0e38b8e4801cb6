"""Residence Act §§ 60d, 25b (6): suspension for employment, its revocation, and the permit that follows after thirty months."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    earlier,
    established,
    fact,
    is_in,
    months,
    not_,
    on,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.prospects.parts import NO_OBJECTION, REMEDY, TOLERATED, entered, held_for, identity_known_by
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import norm

FILED = "application_60d_filed_on"
APPLIED = any_of(established(FILED), fact("application_60d_pending"), cite="AufenthG/60d/1/1/1")

EMPLOYED = with_facts(
    SUSPENDED,
    marital_status="single",
    entered_on="2019-03-04",
    identity_established_on="2023-05-08",
    identity_measures_in_time="no",
    identity_measures_taken="yes",
    identity_suspension_times="no",
    suspension_since="2024-12-01",
    insured_employment="yes",
    employed_since="2024-06-03",
    twenty_hours_a_week="yes",
    employment_gap_harmless="no",
    livelihood_by_work_before="yes",
    livelihood_by_work_now="yes",
    german_oral_sufficient="yes",
    conviction_bars_60d="no",
    security_ground_found="no",
    expulsion_or_58a_order="no",
    school_age_children="no",
    child_offence_bars_60d="no",
    course_demanded_by_authority="no",
    course_demanded_by_job_centre="no",
    course_demanded_by_benefits_office="no",
)
"""Entered in 2019, identity clarified in 2023, works full time for two years."""
HOLDER = with_facts(
    EMPLOYED, suspension_kind="employment", employment_suspension_since="2023-12-01", course_was_possible="no"
)

ALONE = is_in("marital_status", "single", "divorced", "partnership_ended", "widowed")
IDENTITY = Definition(
    "employment_identity_in_time",
    "Die Identität ist nach der Klasse des Einreisetags rechtzeitig geklärt oder betrieben.",
    "By the class of the day of entry, identity was clarified or pursued in time.",
    any_of(
        all_of(*entered(None, date(2016, 12, 31)), identity_known_by(FILED, APPLIED)),
        all_of(
            *entered(date(2017, 1, 1), date(2022, 12, 31)),
            fact("identity_established"),
            any_of(
                all_of(
                    established(FILED),
                    day("identity_established_on").not_after(earlier(on(date(2024, 12, 31)), day(FILED))),
                ),
                all_of(
                    any_of(not_(APPLIED), day(FILED).after(on(date(2024, 12, 31)))),
                    day("identity_established_on").not_after(on(date(2024, 12, 31))),
                ),
            ),
        ),
        assessment("identity_measures_in_time"),
    ),
    "AufenthG/60d/1/1/1",
)
CHILDREN = all_of(
    any_of(not_(fact("school_age_children")), fact("school_attendance_shown")),
    not_(fact("child_offence_bars_60d")),
    cite="AufenthG/60d/1/1/10",
)
COURSE = any_of(
    not_(
        any_of(
            fact("course_demanded_by_authority"),
            fact("course_demanded_by_job_centre"),
            fact("course_demanded_by_benefits_office"),
        )
    ),
    fact("course_completed"),
    fact("course_stopped_without_fault"),
    cite="AufenthG/60d/1/1/11",
)
OTHERWISE_MET = Definition(
    "employment_otherwise_met",
    "Die Voraussetzungen des § 60d ohne die Identität sind erfüllt.",
    "The conditions of section 60d, identity aside, are met.",
    all_of(
        use(TOLERATED),
        *entered(None, date(2022, 12, 31)),
        any_of(ALONE, fact("spouse_meets_60d")),
        held_for("suspension_since", months(12)),
        all_of(
            fact("insured_employment"),
            (day("employed_since") + months(12)).not_after(TODAY),
            fact("twenty_hours_a_week"),
            cite="AufenthG/60d/1/1/3",
        ),
        fact("livelihood_by_work_before", cite="AufenthG/60d/1/1/4"),
        fact("livelihood_by_work_now", cite="AufenthG/60d/1/1/5"),
        fact("german_oral_sufficient", cite="AufenthG/60d/1/1/6"),
        not_(fact("conviction_bars_60d", cite="AufenthG/60d/1/1/7")),
        not_(fact("security_ground_found", cite="AufenthG/60d/1/1/8")),
        not_(fact("expulsion_or_58a_order", cite="AufenthG/60d/1/1/9")),
        CHILDREN,
        COURSE,
    ),
    "AufenthG/60d/1",
)
EMPLOYMENT = norm(
    "AufenthG/60d/1",
    (
        "In der Regel ist eine Beschäftigungsduldung für 30 Monate zu erteilen.",
        "As a rule a suspension for employment is to be granted for thirty months.",
    ),
    Modality.SHALL,
    all_of(use(OTHERWISE_MET), use(IDENTITY)),
    effect=(
        "Im Regelfall ist die Duldung für 30 Monate zu erteilen.",
        "As a rule it is to be granted for thirty months.",
    ),
    remedy=NO_OBJECTION,
    yes=("Seit zwei Jahren in Vollzeit", EMPLOYED),
    no=("Erst 2023 eingereist", with_facts(EMPLOYED, entered_on="2023-03-06")),
    unknown=("Deutschkenntnisse nicht geprüft", with_facts(EMPLOYED, german_oral_sufficient=None)),
)
CHILD = norm(
    "AufenthG/60d/2",
    (
        "Kindern in der Familie ist sie für dieselbe Zeit zu erteilen.",
        "Children in the family are to be granted it for the same time.",
    ),
    Modality.MUST,
    all_of(is_in("suspension_kind", "employment"), use(d.SUSPENSION_HELD), fact("minor_child_in_household")),
    effect=(
        "Die Kinder erhalten die Duldung für denselben Zeitraum.",
        "The children receive the suspension for the same period.",
    ),
    yes=("Kind im Haushalt", with_facts(HOLDER, minor_child_in_household="yes")),
    no=("Kein Kind", HOLDER),
    unknown=("Familie nicht erfasst", with_facts(HOLDER, minor_child_in_household=None)),
)
REVOKED = norm(
    "AufenthG/60d/3/1",
    (
        "Die Beschäftigungsduldung wird widerrufen, wenn eine Voraussetzung entfällt.",
        "The suspension for employment is revoked when a condition is no longer met.",
    ),
    Modality.MUST,
    all_of(
        is_in("suspension_kind", "employment"),
        use(d.SUSPENSION_HELD),
        any_of(
            all_of(
                any_of(not_(fact("insured_employment")), not_(fact("twenty_hours_a_week"))),
                not_(assessment("employment_gap_harmless", cite="AufenthG/60d/3/2")),
            ),
            all_of(
                not_(fact("livelihood_by_work_now")),
                not_(assessment("employment_gap_harmless", cite="AufenthG/60d/3/2")),
            ),
            not_(fact("german_oral_sufficient")),
            fact("conviction_bars_60d"),
            fact("security_ground_found"),
            fact("expulsion_or_58a_order"),
            not_(CHILDREN),
        ),
    ),
    effect=(
        "Zuvor ist anzuhören; ein anderer Grund der Duldung ist zu prüfen.",
        "The person is to be heard first; another ground of suspension is to be examined.",
    ),
    remedy=REMEDY,
    yes=("Arbeit dauerhaft aufgegeben", with_facts(HOLDER, insured_employment="no")),
    no=("Arbeit läuft", HOLDER),
    unknown=(
        "Dauer der Unterbrechung nicht beurteilt",
        with_facts(HOLDER, insured_employment="no", employment_gap_harmless=None),
    ),
)
LATE_IDENTITY = norm(
    "AufenthG/60d/4",
    (
        "Trotz verspäteter Klärung der Identität kann erteilt werden.",
        "It can be granted although identity was clarified late.",
    ),
    Modality.MAY,
    all_of(use(OTHERWISE_MET), assessment("identity_measures_taken")),
    effect=(
        "Nach Ermessen, wenn die zumutbaren Schritte ergriffen sind.",
        "By discretion, if the reasonable steps are taken.",
    ),
    remedy=NO_OBJECTION,
    yes=("Identität offen, alles getan", with_facts(EMPLOYED, identity_established="no")),
    no=("Keine Schritte ergriffen", with_facts(EMPLOYED, identity_measures_taken="no")),
    unknown=("Schritte nicht beurteilt", with_facts(EMPLOYED, identity_measures_taken=None)),
)
AFTER_THIRTY_MONTHS = norm(
    "AufenthG/25b/6",
    (
        "Nach 30 Monaten Beschäftigungsduldung soll ein Titel erteilt werden.",
        "After thirty months of suspension for employment a permit shall be granted.",
    ),
    Modality.SHALL,
    all_of(
        is_in("suspension_kind", "employment"),
        (day("employment_suspension_since") + months(30)).not_after(TODAY),
        any_of(use(EMPLOYMENT, cite="AufenthG/60d/1"), use(LATE_IDENTITY, cite="AufenthG/60d/4")),
        fact("german_oral_sufficient"),
        any_of(not_(fact("course_was_possible")), fact("german_written_sufficient")),
        not_(use("AufenthG/25b/2")),
    ),
    effect=(
        "Auf die sonst verlangte Aufenthaltszeit kommt es nicht an.",
        "The length of stay otherwise required does not matter.",
    ),
    remedy=REMEDY,
    yes=(
        "Seit Dezember 2023, Kurs war nicht möglich",
        with_facts(HOLDER, own_deception_or_no_cooperation="no", expulsion_interest_bars_25b="no"),
    ),
    no=("Erst seit einem Jahr", with_facts(HOLDER, employment_suspension_since="2025-08-01")),
    unknown=("Ob ein Kurs möglich war, ist offen", with_facts(HOLDER, course_was_possible=None)),
)

DEFINITIONS = (IDENTITY, OTHERWISE_MET)
NORMS = (AFTER_THIRTY_MONTHS, EMPLOYMENT, CHILD, REVOKED, LATE_IDENTITY)
"""In the order of the statute."""
