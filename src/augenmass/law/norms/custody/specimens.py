"""Invented cases of custody in which everything is established: the ground for worked examples and tests."""

from augenmass.law.norms.specimens import Facts, with_facts

FREE: Facts = {"custody_kind": "none"}
"""In no custody."""

HELD: Facts = {
    "custody_kind": "securing",
    "custody_kind_since": "2026-08-18",
    "held_without_order_since": "2026-08-18",
}
"""Seized by the authority two days before the day of the examples, without a court's order on record."""

DETAINED: Facts = {
    "custody_kind": "securing",
    "custody_kind_since": "2026-07-01",
    "custody_application_on": "2026-06-30",
    "application_states_identity": "yes",
    "application_states_residence": "yes",
    "application_states_necessity": "yes",
    "application_states_duration": "yes",
    "application_states_obligation": "yes",
    "custody_file_presented_on": "2026-06-30",
    "custody_order_on": "2026-07-01",
    "custody_order_until": "2026-09-15",
    "custody_order_state": "in_force",
    "custody_order_provisional": "no",
    "custody_extension_ground": "none",
    "custody_total_ends_on": "2027-12-23",
    "custody_heard_on": "2026-07-01",
    "custody_lawyer": "yes",
    "custody_guardian_needed": "no",
    "custody_relative_notified_on": "2026-07-01",
    "custody_facility": "special",
    "custody_rights_informed_on": "2026-07-01",
    "custody_contacts_allowed": "yes",
    "family_members_held": "no",
    "minor": "no",
    "minor_child_in_household": "no",
    "milder_means_suffice": "no",
    "custody_longer_than_needed": "no",
    "removal_not_within_six_months": "no",
    "custody_grounds_gone": "no",
    "custody_disproportionate": "no",
    "custody_endangers_health": "no",
    "no_evasion_credible": "no",
    "asylum_ever_applied": "no",
}
"""In securing custody by an order in force, nothing against it on record."""


def kind(name: str, **changes: str | None) -> Facts:
    """Return the detained specimen in another kind of custody."""
    return with_facts(DETAINED, **{"custody_kind": name, **changes})
