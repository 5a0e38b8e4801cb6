"""Residence Act § 25a: young people who are well integrated, and their families."""

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    established,
    fact,
    months,
    not_,
    unverified,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms.prospects.humanitarian import HOLDER
from augenmass.law.norms.prospects.integration import CLEAN
from augenmass.law.norms.prospects.parts import HOLDS_104C, REMEDY, TOLERATED, held_for, last_day_before_age, stay_for
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import norm

AGE_LIMIT = last_day_before_age(27)

_SCHOOL = {
    "date_of_birth": "2005-03-10",
    "age": "21",
    "countable_stay_since": "2022-01-10",
    "school_three_years": "yes",
    "recognised_degree": "no",
    "school_condition_dispensed": "no",
    "school_condition_atypical": "no",
    "integration_expected": "yes",
}

YOUTH = with_facts(SUSPENDED, **CLEAN, **_SCHOOL)
"""Twenty-one, at school for three years, suspended since December."""

PARENT = with_facts(SUSPENDED, **CLEAN, parent_of_minor_with_25a="yes", livelihood_by_work_now="yes")

_YOUTH_104C = with_facts(
    HOLDER,
    **{**CLEAN, **_SCHOOL, "permit_104c": "yes", "identity_established": "no", "identity_measures_taken": "yes"},
)

YOUNG = Definition(
    "applies_young_enough",
    "Der Antrag wird vor dem 27. Geburtstag gestellt.",
    "The application is made before the 27th birthday.",
    any_of(
        TODAY.not_after(AGE_LIMIT),
        all_of(
            any_of(fact("application_25a_pending"), established("application_25a_filed_on")),
            day("application_25a_filed_on").not_after(AGE_LIMIT),
        ),
    ),
    "AufenthG/25a/1/1/3",
)

YOUTH_BASIS = Definition(
    "integrated_youth",
    "Zeit, Schule, Alter und Prognose des § 25a sind erfüllt.",
    "Time, school, age and outlook of section 25a are met.",
    all_of(
        stay_for(3, "AufenthG/25a/5"),
        any_of(
            fact("school_three_years"),
            fact("recognised_degree"),
            fact("school_condition_dispensed"),
            assessment("school_condition_atypical"),
            cite="AufenthG/25a/1/1/2",
        ),
        use(YOUNG),
        # The statute speaks of youths without naming the age at which that begins.
        any_of(
            last_day_before_age(14).before(TODAY),
            unverified(TODAY.not_after(last_day_before_age(14))),
        ),
        assessment("integration_expected", cite="AufenthG/25a/1/1/4"),
        not_(assessment("basic_order_doubt_found", cite="AufenthG/25a/1/1/5")),
        not_(use("AufenthG/25a/1/3")),
    ),
    "AufenthG/25a/1/1",
)

YOUTH_PERMIT = norm(
    "AufenthG/25a/1/1",
    (
        "Gut integrierten jungen Menschen soll ein Titel erteilt werden.",
        "Well-integrated young people shall be granted a permit.",
    ),
    Modality.SHALL,
    all_of(
        any_of(
            all_of(use(TOLERATED), held_for("suspension_since", months(12))),
            all_of(use(HOLDS_104C), fact("identity_established", cite="AufenthG/25a/6/1")),
        ),
        use(YOUTH_BASIS),
    ),
    effect=("Die Aufenthaltserlaubnis soll erteilt werden.", "The permit shall be granted."),
    remedy=REMEDY,
    yes=("Drei Jahre Schule, 21 Jahre, geduldet", with_facts(YOUTH, suspension_since="2025-06-02")),
    no=(
        "Schon 27 und kein Antrag gestellt",
        with_facts(YOUTH, suspension_since="2025-06-02", date_of_birth="1999-08-20", age="27"),
    ),
    unknown=("Prognose fehlt", with_facts(YOUTH, suspension_since="2025-06-02", integration_expected=None)),
)

YOUTH_REFUSED = norm(
    "AufenthG/25a/1/3",
    (
        "Beruht die Aussetzung auf eigener Täuschung, ist der Titel zu versagen.",
        "Where the suspension rests on own deception, the permit is to be refused.",
    ),
    Modality.MUST,
    assessment("suspended_by_own_deception"),
    effect=("Der Titel nach § 25a Abs. 1 ist zu versagen.", "The permit under section 25a (1) is to be refused."),
    remedy=REMEDY,
    yes=("Täuschung festgestellt", {"suspended_by_own_deception": "yes"}),
    no=("Keine Täuschung", {"suspended_by_own_deception": "no"}),
    unknown=("Nicht beurteilt", {}),
)

YOUTH_WITHOUT_IDENTITY = norm(
    "AufenthG/25a/6/2",
    (
        "Inhabern nach § 104c kann der Titel trotz offener Identität erteilt werden.",
        "Holders under section 104c can be granted the permit although identity is open.",
    ),
    Modality.MAY,
    all_of(use(HOLDS_104C), assessment("identity_measures_taken"), use(YOUTH_BASIS)),
    effect=(
        "Nach Ermessen, wenn die zumutbaren Schritte ergriffen sind.",
        "By discretion, if the reasonable steps are taken.",
    ),
    remedy=REMEDY,
    yes=("Schritte ergriffen", _YOUTH_104C),
    no=("Keine Schritte ergriffen", with_facts(_YOUTH_104C, identity_measures_taken="no")),
    unknown=("Schritte nicht beurteilt", with_facts(_YOUTH_104C, identity_measures_taken=None)),
)

FAMILY_EXCLUDED = norm(
    "AufenthG/25a/3",
    (
        "Verurteilungen über der Grenze schließen den Titel der Familie aus.",
        "Convictions above the threshold exclude the family's permit.",
    ),
    Modality.FORBIDDEN,
    fact("conviction_above_threshold"),
    effect=("Der Titel nach § 25a Abs. 2 ist ausgeschlossen.", "The permit under section 25a (2) is excluded."),
    yes=("Verurteilung zu 120 Tagessätzen", {"conviction_above_threshold": "yes"}),
    no=("Keine Verurteilung", {"conviction_above_threshold": "no"}),
    unknown=("Registerauszug fehlt", {}),
)

_FAMILY_CONDITIONS = (
    not_(any_of(assessment("suspended_by_own_deception"), assessment("own_deception_or_no_cooperation"))),
    fact("livelihood_by_work_now", cite="AufenthG/25a/2/1/2"),
    not_(use(FAMILY_EXCLUDED)),
)

PARENTS_PERMIT = norm(
    "AufenthG/25a/2/1",
    (
        "Eltern einer minderjährigen Person mit § 25a kann ein Titel erteilt werden.",
        "Parents of a minor with section 25a can be granted a permit.",
    ),
    Modality.MAY,
    all_of(fact("parent_of_minor_with_25a"), *_FAMILY_CONDITIONS),
    effect=("Nach Ermessen kann die Aufenthaltserlaubnis erteilt werden.", "By discretion the permit can be granted."),
    remedy=REMEDY,
    yes=("Unterhalt durch Arbeit gesichert", PARENT),
    no=("Unterhalt nicht gesichert", with_facts(PARENT, livelihood_by_work_now="no")),
    unknown=("Unterhalt nicht geprüft", with_facts(PARENT, livelihood_by_work_now=None)),
)

YOUTH_FAMILY = norm(
    "AufenthG/25a/2/3",
    (
        "Ehegatten und Kindern soll ein Titel erteilt werden.",
        "Spouses and children shall be granted a permit.",
    ),
    Modality.SHALL,
    all_of(
        fact("family_of_integrated_youth"),
        any_of(fact("minor", cite="AufenthG/25a/2/5"), all_of(*_FAMILY_CONDITIONS[:2])),
        not_(use(FAMILY_EXCLUDED)),
    ),
    effect=("Die Aufenthaltserlaubnis soll erteilt werden.", "The permit shall be granted."),
    remedy=REMEDY,
    yes=("Ehegatte arbeitet", with_facts(PARENT, family_of_integrated_youth="yes")),
    no=("Keine gemeinsame Familie", with_facts(PARENT, family_of_integrated_youth="no")),
    unknown=("Zusammenleben nicht geprüft", PARENT),
)

DEFINITIONS = (YOUNG, YOUTH_BASIS)
NORMS = (
    YOUTH_PERMIT,
    YOUTH_REFUSED,
    PARENTS_PERMIT,
    YOUTH_FAMILY,
    FAMILY_EXCLUDED,
    YOUTH_WITHOUT_IDENTITY,
)
"""In the order of the statute."""
