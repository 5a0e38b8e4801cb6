"""Residence Act §§ 25a, 25b: young people who are well integrated, lasting integration, their families."""

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
from augenmass.law.norms.prospects.parts import HOLDS_104C, REMEDY, TOLERATED, held_for, last_day_before_age, stay_for
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import norm

AGE_LIMIT = last_day_before_age(27)

_CLEAN = {
    "suspended_by_own_deception": "no",
    "own_deception_or_no_cooperation": "no",
    "basic_order_doubt_found": "no",
    "expulsion_interest_bars_25b": "no",
    "conviction_above_threshold": "no",
    "identity_suspension_times": "no",
    "permit_104c": "no",
}
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
_WORKING = {
    "countable_stay_since": "2019-11-04",
    "basic_order_declaration": "yes",
    "basic_knowledge_shown": "yes",
    "livelihood_mostly_by_work": "yes",
    "german_oral_sufficient": "yes",
    "school_age_children": "no",
    "livelihood_language_dispensed": "no",
    "integration_comparable": "no",
}
YOUTH = with_facts(SUSPENDED, **_CLEAN, **_SCHOOL)
"""Twenty-one, at school for three years, suspended since December."""
SETTLED = with_facts(SUSPENDED, **_CLEAN, **_WORKING)
"""Tolerated for more than six years, works, speaks German."""
PARENT = with_facts(SUSPENDED, **_CLEAN, parent_of_minor_with_25a="yes", livelihood_by_work_now="yes")
_YOUTH_104C = with_facts(
    HOLDER,
    **{**_CLEAN, **_SCHOOL, "permit_104c": "yes", "identity_established": "no", "identity_measures_taken": "yes"},
)
_SETTLED_104C = with_facts(
    HOLDER,
    **{**_CLEAN, **_WORKING, "permit_104c": "yes", "identity_established": "no", "identity_measures_taken": "yes"},
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
_REGULAR_EXCEPT_TIME = all_of(
    fact("basic_order_declaration", cite="AufenthG/25b/1/2/2"),
    fact("basic_knowledge_shown", cite="AufenthG/25b/1/2/2"),
    any_of(
        fact("livelihood_mostly_by_work"),
        assessment("livelihood_expected"),
        assessment("temporary_benefits_harmless", cite="AufenthG/25b/1/3"),
        fact("livelihood_language_dispensed", cite="AufenthG/25b/3"),
        cite="AufenthG/25b/1/2/3",
    ),
    any_of(
        fact("german_oral_sufficient"),
        fact("livelihood_language_dispensed", cite="AufenthG/25b/3"),
        cite="AufenthG/25b/1/2/4",
    ),
    any_of(not_(fact("school_age_children")), fact("school_attendance_shown"), cite="AufenthG/25b/1/2/5"),
)
INTEGRATED = Definition(
    "integrated_for_good",
    "Die Person hat sich nachhaltig integriert.",
    "The person is integrated for good.",
    all_of(
        any_of(
            all_of(
                any_of(
                    stay_for(6, "AufenthG/25b/7"),
                    all_of(fact("minor_child_in_household"), stay_for(4, "AufenthG/25b/7")),
                    cite="AufenthG/25b/1/2/1",
                ),
                _REGULAR_EXCEPT_TIME,
            ),
            assessment("integration_comparable"),
        ),
        not_(use("AufenthG/25b/2")),
    ),
    "AufenthG/25b/1/2",
)
INTEGRATION_PERMIT = norm(
    "AufenthG/25b/1/1",
    (
        "Bei nachhaltiger Integration soll ein Titel erteilt werden.",
        "With lasting integration a permit shall be granted.",
    ),
    Modality.SHALL,
    all_of(
        any_of(
            use(TOLERATED),
            all_of(use(HOLDS_104C), fact("identity_established", cite="AufenthG/25b/8/1")),
        ),
        use(INTEGRATED),
    ),
    effect=(
        "Die Aufenthaltserlaubnis soll erteilt werden, jeweils für höchstens zwei Jahre.",
        "The permit shall be granted, for two years at most each time.",
    ),
    remedy=REMEDY,
    yes=("Fast sieben Jahre, arbeitet, spricht Deutsch", SETTLED),
    no=("Erst seit drei Jahren hier", with_facts(SETTLED, countable_stay_since="2023-08-21")),
    unknown=("Deutschkenntnisse nicht geprüft", with_facts(SETTLED, german_oral_sufficient=None)),
)
INTEGRATION_REFUSED = norm(
    "AufenthG/25b/2",
    (
        "Bei Täuschung, verweigerter Mitwirkung oder schwerem Ausweisungsinteresse ist der Titel zu versagen.",
        "With deception, refused cooperation or a grave expulsion interest the permit is to be refused.",
    ),
    Modality.MUST,
    any_of(
        assessment("own_deception_or_no_cooperation", cite="AufenthG/25b/2/1/1"),
        assessment("expulsion_interest_bars_25b", cite="AufenthG/25b/2/1/2"),
    ),
    effect=(
        "Maßgeblich ist, was heute die Beendigung des Aufenthalts hindert; früheres Verhalten wiegt in der Gesamtwürdigung.",
        "What matters is what prevents the end of the stay today; earlier conduct weighs in the overall appraisal.",
    ),
    remedy=REMEDY,
    yes=("Mitwirkung wird verweigert", with_facts(SETTLED, own_deception_or_no_cooperation="yes")),
    no=("Kein Ausschluss", SETTLED),
    unknown=("Ausweisungsinteresse nicht geprüft", with_facts(SETTLED, expulsion_interest_bars_25b=None)),
)
INTEGRATION_FAMILY = norm(
    "AufenthG/25b/4/1",
    (
        "Der Familie soll unter denselben Voraussetzungen ein Titel erteilt werden.",
        "The family shall be granted a permit under the same conditions.",
    ),
    Modality.SHALL,
    all_of(fact("family_of_integrated_person"), _REGULAR_EXCEPT_TIME, not_(use(INTEGRATION_REFUSED))),
    effect=("Die eigene Aufenthaltszeit ist dafür ohne Belang.", "Their own length of stay does not matter."),
    remedy=REMEDY,
    yes=("Ehegatte erfüllt die Voraussetzungen", with_facts(SETTLED, family_of_integrated_person="yes")),
    no=("Keine gemeinsame Familie", with_facts(SETTLED, family_of_integrated_person="no")),
    unknown=("Zusammenleben nicht geprüft", SETTLED),
)
INTEGRATION_WITHOUT_IDENTITY = norm(
    "AufenthG/25b/8/2",
    (
        "Inhabern nach § 104c kann der Titel trotz offener Identität erteilt werden.",
        "Holders under section 104c can be granted the permit although identity is open.",
    ),
    Modality.MAY,
    all_of(use(HOLDS_104C), assessment("identity_measures_taken"), use(INTEGRATED)),
    effect=(
        "Nach Ermessen, wenn die zumutbaren Schritte ergriffen sind.",
        "By discretion, if the reasonable steps are taken.",
    ),
    remedy=REMEDY,
    yes=("Schritte ergriffen", _SETTLED_104C),
    no=("Keine Schritte ergriffen", with_facts(_SETTLED_104C, identity_measures_taken="no")),
    unknown=("Schritte nicht beurteilt", with_facts(_SETTLED_104C, identity_measures_taken=None)),
)

DEFINITIONS = (YOUNG, YOUTH_BASIS, INTEGRATED)
NORMS = (
    YOUTH_PERMIT,
    YOUTH_REFUSED,
    PARENTS_PERMIT,
    YOUTH_FAMILY,
    FAMILY_EXCLUDED,
    YOUTH_WITHOUT_IDENTITY,
    INTEGRATION_PERMIT,
    INTEGRATION_REFUSED,
    INTEGRATION_FAMILY,
    INTEGRATION_WITHOUT_IDENTITY,
)
"""In the order of the statute."""
