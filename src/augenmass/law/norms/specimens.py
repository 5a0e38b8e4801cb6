"""Invented cases in which everything is established: the ground for worked examples, tests and demonstration data.

Values are in canonical form. A specimen with one fact taken away shows what not knowing does.
"""

from collections.abc import Mapping
from types import MappingProxyType

from augenmass.law.vocabulary.plausibility import CLASSES
from augenmass.law.vocabulary.prospect_checks import EACH_PROSPECT, assessed

Facts = Mapping[str, str]


def _freeze(*parts: Facts) -> Facts:
    merged: dict[str, str] = {}
    for part in parts:
        merged.update(part)
    return MappingProxyType(merged)


PERSON: Facts = _freeze(
    {
        "family_name": "Beispiel",
        "first_names": "Robin",
        "date_of_birth": "1990-04-17",
        "nationality": "GE",
        "identity_established": "yes",
        "passport_kind": "passport",
        "age": "36",
        "minor": "no",
        "minor_child_in_household": "no",
        "child_under_twelve": "no",
        "unaccompanied": "no",
        "land": "ST",
        "land_objection_required": "no",
        "land_excludes_suspensive_effect": "yes",
        "land_authority_arranges_removal": "yes",
        "representative_appointed": "no",
        "written_authority_shown": "no",
        "legal_guardian_present": "no",
    }
)
"""An adult with a clarified identity, without children and without a representative."""

NO_RIGHT: Facts = _freeze(
    dict.fromkeys(
        (
            "title_exempt",
            "asylum_procedure_running",
            "asylum_follow_up_pending",
            "free_movement",
            "family_of_union_citizen",
            "association_right",
            "withdrawal_agreement_right",
            "derived_union_right",
            "temporary_protection",
            "application_pending",
            "continuation_ordered",
            "application_60c_pending",
            "application_60d_pending",
            "application_25a_pending",
            "application_25b_pending",
        ),
        "no",
    ),
    {"title_kind": "none", "protection_status": "none", "provisional_certificate": "none"},
)
"""No right of residence and no application for one."""

NO_OBSTACLE: Facts = _freeze(
    dict.fromkeys(
        (
            "prohibition_refugee",
            "prohibition_serious_harm",
            "prohibition_human_rights",
            "prohibition_concrete_danger",
            "prohibition_claimed",
            "protected_in_other_member_state",
            "health_opposes_removal",
            "best_interests_of_child_oppose",
            "family_ties_oppose",
            "removal_impossible_in_fact",
            "removal_impossible_in_law",
            "needed_for_criminal_trial",
            "urgent_personal_reasons",
            "land_removal_stop",
            "parent_of_minor_with_25a",
            "paternity_procedure_pending",
            "victim_indications",
            "criminal_proceedings_open",
            "witness_protection",
            "court_prohibits_removal",
            "urgent_application_pending",
            "urgent_change_application_pending",
            "human_rights_court_measure",
            "united_nations_measure",
            "hardship_pending",
            "petition_pending",
            "readmission_duty",
            "obliged_by_conviction",
            "extradition_pending",
            "residence_prospect",
        ),
        "no",
    ),
    {"suspension_kind": "none"},
)
"""Nothing that stands against a removal."""

REFUSED: Facts = _freeze(
    {
        "obligation_basis": "application_refused",
        "entry_kind": "visa",
        "decision_kind": "refusal",
        "decision_issued_on": "2026-05-04",
        "decision_served_on": "2026-05-07",
        "decision_service_proven": "yes",
        "decision_instruction": "correct",
        "decision_remedy_pending": "no",
        "decision_suspensive_effect_restored": "no",
        "decision_immediate_execution": "no",
        "decision_final_since": "2026-06-09",
    }
)
"""An application was refused, the decision served and final."""

CHECKED: Facts = _freeze(
    {"enforceability_checked_on": "2026-08-14", "prospects_checked_on": "2026-06-15"},
    {f"checked_{key}_on": "2026-08-14" for key, _, _ in CLASSES},
    {assessed(key): "no" for key, *_ in EACH_PROSPECT},
)
"""A named officer looked at every class of error and at prospects of residence."""

TALKED_TO: Facts = _freeze(
    {
        "rights_informed_on": "2026-05-20",
        "hardship_informed_on": "2026-05-20",
        "counselling_offered_on": "2026-06-16",
        "hearing_letter_on": "2026-06-16",
        "hearing_until": "2026-06-30",
        "heard_on": "2026-06-29",
    }
)
"""The person was informed, offered counselling and heard."""

OBLIGED: Facts = _freeze(PERSON, NO_RIGHT, NO_OBSTACLE, REFUSED, CHECKED, TALKED_TO)
"""Enforceably obliged to leave, everything established, not yet warned."""

WARNED: Facts = _freeze(
    OBLIGED,
    {
        "warning_issued_on": "2026-07-03",
        "warning_served_on": "2026-07-07",
        "warning_service_proven": "yes",
        "warning_service_method": "certificate",
        "warning_instruction": "correct",
        "warning_remedy_pending": "no",
        "warning_suspensive_effect_restored": "no",
        "warning_immediate_execution": "no",
        "warning_target_state": "GE",
        "departure_period_days": "30",
        "departure_period_until": "2026-08-06",
        "departure_period_waived": "no",
        "shorter_period_imperative": "no",
        "voluntary_departure_assured": "no",
        "in_custody": "no",
    },
)
"""Warned with a period that is over, voluntary departure not assured."""

SUSPENDED: Facts = _freeze(
    OBLIGED,
    {
        "suspension_kind": "impossible",
        "suspension_valid_until": "2026-11-30",
        "suspension_since": "2025-12-01",
        "removal_impossible_in_fact": "yes",
    },
)
"""Holds a suspension because removal is impossible in fact."""


SPECIMENS: Mapping[str, tuple[str, str, Facts]] = MappingProxyType(
    {
        "empty": ("ohne Angaben", "without facts", _freeze({})),
        "obliged": ("ausreisepflichtig, noch ohne Androhung", "obliged to leave, not yet warned", OBLIGED),
        "warned": ("Androhung vollziehbar, Frist abgelaufen", "warning enforceable, period over", WARNED),
        "suspended": ("geduldet", "removal suspended", SUSPENDED),
    }
)
"""What people start from when they try the law out: name in German and English, facts."""


def with_facts(base: Facts, **changes: str | None) -> Facts:
    """Return the specimen with facts changed; None takes a fact away."""
    merged = {**base, **{name: value for name, value in changes.items() if value is not None}}
    return MappingProxyType({name: value for name, value in merged.items() if changes.get(name, "") is not None})
