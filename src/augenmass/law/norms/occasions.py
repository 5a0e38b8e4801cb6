"""When there is occasion for a step: not done yet, no longer current, or asked for. What is settled leaves enforcement no occasion.

Conditions here read what the record holds (``on_record``, ``done``): they say what to show, never what is lawful.
"""

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    all_of,
    any_of,
    day,
    days,
    established,
    is_in,
    none_of,
    not_,
    number,
    use,
    weeks,
)
from augenmass.law.norms import definitions as d
from augenmass.law.norms import departure
from augenmass.law.norms.plausibility import PROSPECT_DAYS, RECHECK_DAYS
from augenmass.law.norms.residence_act.suspension import CLAIM, GRANT_DUE, HEARD_ON_REVOCATION
from augenmass.law.norms.writing import done, fresh, on_record
from augenmass.law.vocabulary.countries import FREE_MOVEMENT_STATES
from augenmass.law.vocabulary.stay import UNLIMITED_TITLES

EXPIRY_LEAD_DAYS = 28
"""How long before its end a suspension is to be renewed where the body sets nothing. An organisational parameter."""
LEADS_IN_WEEKS = (1, 2, 3, 4, 6, 8, 12)
"""What a body can set instead."""
_END = day("suspension_valid_until")
_NEAR_END = any_of(
    all_of(not_(established("renewal_lead_weeks")), TODAY.not_before(_END - days(EXPIRY_LEAD_DAYS))),
    *(
        all_of(
            established("renewal_lead_weeks"),
            number("renewal_lead_weeks").at_least(lead),
            TODAY.not_before(_END - weeks(lead)),
        )
        for lead in LEADS_IN_WEEKS
    ),
)


def _due(step: str, german: str, english: str, condition: Condition, cite: str = "VwVfG/10") -> Definition:
    return Definition(f"due_{step}", german, english, condition, cite)


_RIGHT = any_of(
    all_of(
        established("title_kind"),
        any_of(is_in("title_kind", "none", *UNLIMITED_TITLES), established("title_valid_until")),
        use(d.VALID_TITLE),
    ),
    all_of(
        any_of(
            on_record("free_movement"),
            on_record("family_of_union_citizen"),
            all_of(established("nationality"), is_in("nationality", *FREE_MOVEMENT_STATES)),
        ),
        not_(on_record("loss_of_free_movement_enforceable")),
    ),
    all_of(established("nationality"), is_in("nationality", "DE"), cite="AufenthG/2/1"),
)
_SUSPENDED = all_of(established("suspension_kind"), use(d.SUSPENSION_HELD))
_SETTLED = any_of(_RIGHT, _SUSPENDED)
_REVOCATION_ISSUED = all_of(
    done("suspension_revocation_issued_on"),
    none_of(
        all_of(
            established("suspension_granted_on"),
            day("suspension_granted_on").after(day("suspension_revocation_issued_on")),
        )
    ),
)
_TO_REVOKE = all_of(_SUSPENDED, on_record("suspension_ground_ended"), not_(_REVOCATION_ISSUED))
_HEARING_OPEN = all_of(done("hearing_letter_on"), established("hearing_until"), day("hearing_until").not_before(TODAY))
_WARNED = any_of(done("warning_served_on"), on_record("asylum_warning_enforceable"))
_NOT_DONE = {
    "inform_about_rights": (
        "rights_informed_on",
        "Ein Hinweis auf Rechte und Pflichten steht aus.",
        "A notice of rights and duties is outstanding.",
    ),
    "offer_counselling": (
        "counselling_offered_on",
        "Rückkehrberatung ist noch nicht angeboten.",
        "Counselling has not been offered.",
    ),
}

DEFINITIONS = (
    *(_due(step, german, english, none_of(done(name), _RIGHT)) for step, (name, german, english) in _NOT_DONE.items()),
    _due(
        "hear_person",
        "Die Anhörung ist noch nicht erfolgt und nicht eingeleitet.",
        "The hearing has neither taken place nor been opened.",
        any_of(
            none_of(
                done("heard_on"),
                done("hearing_letter_on"),
                done("warning_issued_on"),
                on_record("asylum_warning_enforceable", "AsylG/34/1/2"),
                _SETTLED,
                on_record("hearing_dispensable"),
            ),
            all_of(_TO_REVOKE, none_of(_HEARING_OPEN, use(HEARD_ON_REVOCATION), on_record("hearing_dispensable"))),
        ),
        "VwVfG/28/1",
    ),
    _due(
        "establish_identity",
        "Die Identität ist noch nicht geklärt.",
        "Identity has not been established.",
        none_of(on_record("identity_established"), _RIGHT),
        "AufenthG/49/2",
    ),
    _due(
        "check_prospects",
        f"Perspektiven wurden in den letzten {PROSPECT_DAYS} Tagen nicht geprüft.",
        f"Prospects have not been checked within {PROSPECT_DAYS} days.",
        none_of(fresh("prospects_checked_on", PROSPECT_DAYS), all_of(established("title_kind"), use(d.VALID_TITLE))),
        "AufenthG/25/5",
    ),
    _due(
        "refer_application",
        "Eine Perspektive ist bejaht, ein Antrag ist weder anhängig noch angeregt.",
        "A prospect was found; no application is pending or invited.",
        all_of(
            on_record("residence_prospect"), none_of(on_record("application_pending"), done("application_referred_on"))
        ),
        "VwVfG/25/1",
    ),
    _due(
        "recheck_enforceability",
        f"Die letzte Prüfung ist älter als {RECHECK_DAYS} Tage und ein Vollzug kommt in Betracht.",
        f"The last check is older than {RECHECK_DAYS} days and enforcement is possible.",
        none_of(fresh("enforceability_checked_on", RECHECK_DAYS), _SETTLED),
        "VwVfG/24/1",
    ),
    _due(
        "issue_warning",
        "Eine Androhung ist noch nicht ergangen.",
        "No warning has been issued.",
        none_of(
            done("warning_issued_on"),
            all_of(established("obligation_basis"), is_in("obligation_basis", "asylum_refused"), cite="AsylG/34/1"),
            _SETTLED,
            use(CLAIM, cite="AufenthG/59/1/5"),
        ),
        "AufenthG/59/1/1",
    ),
    _due(
        "extend_period",
        "Eine Ausreisefrist läuft.",
        "A period for departure is running.",
        all_of(
            any_of(done("warning_issued_on"), established("asylum_departure_period_until", cite="AsylG/34/1/3")),
            use(departure.PERIOD_RUNNING),
        ),
        "AufenthG/59/1/4",
    ),
    _due(
        "answer_declaration",
        "Eine Erklärung zur freiwilligen Ausreise liegt vor.",
        "A declaration of voluntary departure has been made.",
        use(departure.DECLARATION_OPEN),
        "AufenthG/58/1/1",
    ),
    _due(
        "grant_suspension",
        "Keine Duldung, aber ein Grund dafür ist nicht ausgeschlossen.",
        "No suspension, but a ground for one is not ruled out.",
        all_of(
            not_(all_of(established("suspension_kind"), use(d.SUSPENSION_HELD))),
            any_of(use(GRANT_DUE), on_record("urgent_personal_reasons")),
        ),
        "AufenthG/60a/2",
    ),
    _due(
        "renew_suspension",
        "Die Duldung läuft innerhalb des Vorlaufs der Dienststelle ab.",
        "The suspension ends within the lead of the body.",
        all_of(
            established("suspension_valid_until"),
            use(d.SUSPENSION_HELD),
            _NEAR_END,
        ),
        "AufenthG/60a/4",
    ),
    _due(
        "revoke_suspension",
        "Der Grund einer gültigen Duldung ist nach Einschätzung entfallen.",
        "The ground of a valid suspension has ended, by assessment.",
        _TO_REVOKE,
        "AufenthG/60a/5/2",
    ),
    _due(
        "certify_provisional",
        "Ein Antrag ist anhängig und keine gültige Bescheinigung ausgestellt.",
        "An application is pending and no valid certificate has been issued.",
        all_of(
            on_record("application_pending"),
            not_(all_of(established("provisional_valid_until"), day("provisional_valid_until").not_before(TODAY))),
        ),
        "AufenthG/81/5",
    ),
    _due(
        "announce_removal",
        "Nach Widerruf einer längeren Duldung steht die Ankündigung aus.",
        "After revocation of a longer suspension the announcement is outstanding.",
        all_of(
            done("suspension_revoked_on"),
            use("AufenthG/60a/5a"),
            not_(use(d.SUSPENSION_HELD)),
            *(
                not_(all_of(done(name), day(name).not_before(day("suspension_revoked_on"))))
                for name in ("removal_announced_on", "removal_announcement_issued_on")
            ),
        ),
        "AufenthG/60a/5a",
    ),
    _due(
        "arrange_removal",
        "Die Abschiebung ist angedroht, aber nicht veranlasst, und die zentrale Stelle nicht allein zuständig.",
        "A warning was served, the removal has not been arranged, and the central body is not competent alone.",
        all_of(_WARNED, none_of(done("removal_arranged_on"), use("AufenthG/71/1/4"), _SETTLED)),
        "AufenthG/58/1/1",
    ),
    _due(
        "close_case",
        "Ein Grund zum Abschluss ist erfasst.",
        "A reason to close is on record.",
        all_of(
            not_(done("case_closed_on")),
            any_of(
                _RIGHT,
                all_of(use(d.DEPARTED), on_record("departure_proven")),
                done("died_on"),
                established("case_closed_reason"),
            ),
        ),
        "VwVfG/9",
    ),
    _due(
        "refer_to_central_body",
        "Die Abschiebung ist angedroht, zuständig ist die zentrale Stelle, und der Vorgang ist nicht abgegeben.",
        "A warning was served, enforcement is with the central body, and the case is not referred.",
        all_of(_WARNED, use("AufenthG/71/1/4"), none_of(done("referred_to_central_body_on"), _SETTLED)),
        "AufenthG/71/1/4",
    ),
)
