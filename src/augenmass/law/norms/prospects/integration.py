"""Residence Act § 25b: lasting integration, and the family."""

from augenmass.law.language import (
    Definition,
    all_of,
    any_of,
    assessment,
    fact,
    not_,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms.prospects.humanitarian import HOLDER
from augenmass.law.norms.prospects.parts import HOLDS_104C, REMEDY, TOLERATED, stay_for
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import norm

CLEAN = {
    "suspended_by_own_deception": "no",
    "own_deception_or_no_cooperation": "no",
    "basic_order_doubt_found": "no",
    "expulsion_interest_bars_25b": "no",
    "conviction_above_threshold": "no",
    "identity_suspension_times": "no",
    "permit_104c": "no",
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

SETTLED = with_facts(SUSPENDED, **CLEAN, **_WORKING)
"""Tolerated for more than six years, works, speaks German."""

_SETTLED_104C = with_facts(
    HOLDER,
    **{**CLEAN, **_WORKING, "permit_104c": "yes", "identity_established": "no", "identity_measures_taken": "yes"},
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

DEFINITIONS = (INTEGRATED,)

NORMS = (
    INTEGRATION_PERMIT,
    INTEGRATION_REFUSED,
    INTEGRATION_FAMILY,
    INTEGRATION_WITHOUT_IDENTITY,
)
"""In the order of the statute."""
