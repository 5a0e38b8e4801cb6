"""Steps: what a human can do next, in the order of the law's preference: clarify, prospects, voluntary departure, and only then enforcement.

Each step names its question (must be yes), and when there is occasion for it (``due``). ``second_person`` is the default that a body's
policy can tighten: no statute asks for it, it is an organisational safeguard.
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
    use,
)
from augenmass.law.norm import Step
from augenmass.law.norms import definitions as d
from augenmass.law.norms.plausibility import RECHECK_DAYS
from augenmass.law.norms.residence_act.suspension import CLAIM
from augenmass.law.norms.writing import done, fresh, on_record
from augenmass.law.vocabulary.plausibility import CLASSES

PROSPECT_DAYS = 180
"""How long a check of prospects counts. An organisational parameter."""
EXPIRY_LEAD_DAYS = 28
"""How long before its end a suspension is to be renewed. An organisational parameter."""

CHECK_FACTS = (
    "asylum_procedure_running",
    "asylum_follow_up_pending",
    "nationality",
    "free_movement",
    "family_of_union_citizen",
    "protection_status",
    "title_exempt",
    "title_kind",
    "application_pending",
    "provisional_certificate",
    "obligation_basis",
    "decision_service_proven",
    "court_prohibits_removal",
    "urgent_application_pending",
    "urgent_change_application_pending",
    "hardship_pending",
    "petition_pending",
    "unaccompanied",
    "temporary_protection",
    "association_right",
    "withdrawal_agreement_right",
    "derived_union_right",
    "application_60c_pending",
    "application_60d_pending",
    "application_25a_pending",
    "application_25b_pending",
    "victim_indications",
    "paternity_procedure_pending",
    "human_rights_court_measure",
    "united_nations_measure",
)
"""What the re-check of enforceability asks: one entry or more for each class of error."""


def _due(step: str, german: str, english: str, condition: Condition, cite: str = "VwVfG/10") -> Definition:
    return Definition(f"due_{step}", german, english, condition, cite)


_SETTLED = any_of(
    all_of(established("title_kind"), use(d.VALID_TITLE)),
    all_of(established("free_movement"), use(d.FREE_MOVEMENT)),
    all_of(established("suspension_kind"), use(d.SUSPENSION_HELD)),
)
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
    "hear_person": (
        "hearing_letter_on",
        "Die Anhörung ist noch nicht eingeleitet.",
        "The hearing has not been opened.",
    ),
    "announce_removal": ("removal_announced_on", "Die Ankündigung steht aus.", "The announcement is outstanding."),
    "arrange_removal": (
        "removal_arranged_on",
        "Die Abschiebung ist noch nicht veranlasst.",
        "The removal has not been arranged.",
    ),
    "close_case": ("case_closed_on", "Der Vorgang ist noch offen.", "The case is still open."),
}

DEFINITIONS = (
    *(
        _due(step, german, english, not_(done(name)))
        for step, (name, german, english) in _NOT_DONE.items()
        if step not in ("announce_removal", "hear_person")
    ),
    _due(
        "hear_person",
        "Die Anhörung ist noch nicht erfolgt und nicht eingeleitet.",
        "The hearing has neither taken place nor been opened.",
        none_of(
            done("heard_on"), done("hearing_letter_on"), done("warning_issued_on"), on_record("hearing_dispensable")
        ),
        "VwVfG/28/1",
    ),
    _due(
        "establish_identity",
        "Die Identität ist noch nicht geklärt.",
        "Identity has not been established.",
        not_(on_record("identity_established")),
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
        none_of(done("warning_issued_on"), is_in("obligation_basis", "asylum_refused", cite="AsylG/34/1"), _SETTLED),
        "AufenthG/59/1/1",
    ),
    _due(
        "extend_period",
        "Eine Ausreisefrist läuft.",
        "A period for departure is running.",
        all_of(done("warning_issued_on"), use(d.PERIOD_RUNNING)),
        "AufenthG/59/1/4",
    ),
    _due(
        "answer_declaration",
        "Eine Erklärung zur freiwilligen Ausreise liegt vor.",
        "A declaration of voluntary departure has been made.",
        use(d.DECLARATION_OPEN),
        "AufenthG/58/1/1",
    ),
    _due(
        "grant_suspension",
        "Keine Duldung, aber ein Grund dafür ist nicht ausgeschlossen.",
        "No suspension, but a ground for one is not ruled out.",
        all_of(
            not_(all_of(established("suspension_kind"), use(d.SUSPENSION_HELD))),
            any_of(use(CLAIM), on_record("urgent_personal_reasons")),
        ),
        "AufenthG/60a/2",
    ),
    _due(
        "renew_suspension",
        f"Die Duldung läuft in {EXPIRY_LEAD_DAYS} Tagen oder weniger ab.",
        f"The suspension ends in {EXPIRY_LEAD_DAYS} days or less.",
        all_of(
            established("suspension_valid_until"),
            use(d.SUSPENSION_HELD),
            TODAY.not_before(day("suspension_valid_until") - days(EXPIRY_LEAD_DAYS)),
        ),
        "AufenthG/60a/4",
    ),
    _due(
        "revoke_suspension",
        "Der Grund einer gültigen Duldung ist nach Einschätzung entfallen.",
        "The ground of a valid suspension has ended, by assessment.",
        all_of(established("suspension_kind"), use(d.SUSPENSION_HELD), on_record("suspension_ground_ended")),
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
        all_of(done("suspension_revoked_on"), not_(done("removal_announced_on"))),
        "AufenthG/60a/5a",
    ),
    _due(
        "refer_to_central_body",
        "Der Vollzug liegt bei der zentralen Stelle und der Vorgang ist nicht abgegeben.",
        "Enforcement is with the central body and the case is not referred.",
        all_of(use("AufenthG/71/1/4"), not_(done("referred_to_central_body_on"))),
        "AufenthG/71/1/4",
    ),
)

_LEADS = ("caseworker", "approver")

STEPS = (
    Step("answer_declaration", "Über Ausreiseerklärung entscheiden", "Decide on a declaration of departure",
         "Über die Erklärung zur freiwilligen Ausreise wird entschieden; bis dahin ruht jeder Vollzug.",
         "The declaration of voluntary departure is decided on; until then all enforcement rests.",
         "may_answer_declaration", asks=("departure_declaration_answer", "departure_planned_on", "voluntary_departure_assured"),
         order=5, due="due_answer_declaration", roles=(*_LEADS, "duty_officer")),
    Step("grant_suspension", "Duldung erteilen", "Grant a suspension",
         "Die Abschiebung wird ausgesetzt und die Bescheinigung ausgestellt.",
         "Removal is suspended and the certificate issued.",
         "may_grant_suspension", asks=("suspension_kind", "suspension_valid_until", "suspension_since"),
         order=10, due="due_grant_suspension"),
    Step("renew_suspension", "Duldung verlängern", "Renew the suspension",
         "Die Duldung wird verlängert, weil ihr Grund fortbesteht.",
         "The suspension is renewed because its ground continues.",
         "may_grant_suspension", asks=("suspension_kind", "suspension_valid_until", "suspension_renewed_on"),
         order=12, due="due_renew_suspension"),
    Step("certify_provisional", "Fiktionsbescheinigung ausstellen", "Certify the provisional title",
         "Die Wirkung des Antrags wird bescheinigt.", "The effect of the application is certified.",
         "may_certify_provisional", asks=("provisional_certificate", "provisional_valid_until"),
         order=14, due="due_certify_provisional"),
    Step("establish_identity", "Identität klären", "Establish identity",
         "Das Ergebnis der Identitätsklärung wird mit Nachweis festgehalten.",
         "The outcome of establishing identity is recorded with its evidence.",
         "may_work_on_case", asks=("identity_established", "nationality", "date_of_birth", "passport_kind", "passport_valid_until"),
         writes=("identity_established_on=today",), order=20, due="due_establish_identity"),
    Step("inform_about_rights", "Über Rechte und Pflichten informieren", "Inform about rights and duties",
         "Die Person wird in einer verständlichen Sprache über Rechte, Pflichten und Beratung informiert.",
         "The person is informed of rights, duties and advice in a language they understand.",
         "may_work_on_case", asks=("language", "interpreter_needed"),
         writes=("rights_informed_on=today",), order=22, due="due_inform_about_rights"),
    Step("check_prospects", "Aufenthaltsperspektiven prüfen", "Check prospects of residence",
         "Geprüft wird, ob ein Aufenthaltsrecht in Betracht kommt, bevor über Rückkehr gesprochen wird.",
         "It is examined whether a right of residence is possible, before return is talked about.",
         "may_work_on_case", asks=("residence_prospect", "residence_prospect_provision"),
         writes=("prospects_checked_on=today",), order=24, due="due_check_prospects"),
    Step("refer_application", "Antrag anregen oder abgeben", "Invite or refer an application",
         "Die Person wird auf den möglichen Antrag hingewiesen oder der Antrag abgegeben.",
         "The person is told of the possible application, or the application is referred.",
         "may_refer_application", asks=("residence_prospect_provision",),
         writes=("application_referred_on=today",), order=26, due="due_refer_application"),
    Step("recheck_enforceability", "Vollziehbarkeit neu prüfen", "Re-check enforceability",
         "Jeder Punkt der Plausibilitätsprüfung wird angesehen; die Prüfung gilt 14 Tage.",
         "Every item of the plausibility check is looked at; the check counts for 14 days.",
         "may_work_on_case", asks=CHECK_FACTS,
         writes=("enforceability_checked_on=today", *(f"checked_{key}_on=today" for key, _, _ in CLASSES)),
         order=30, due="due_recheck_enforceability"),
    Step("offer_counselling", "Rückkehrberatung anbieten", "Offer return counselling",
         "Unabhängige Beratung wird angeboten; die Folgen eines Förderantrags stehen dabei.",
         "Independent counselling is offered; the consequences of applying for support are stated.",
         "may_offer_counselling", writes=("counselling_offered_on=today",), order=32, due="due_offer_counselling"),
    Step("hear_person", "Anhören", "Hear the person",
         "Die Person erhält Gelegenheit, sich zur beabsichtigten Androhung zu äußern.",
         "The person gets the opportunity to respond to the intended warning.",
         "may_hear", asks=("hearing_until",), writes=("hearing_letter_on=today", "medical_duty_notice_on=today"),
         order=40, due="due_hear_person"),
    Step("issue_warning", "Abschiebung mit Ausreisefrist androhen", "Warn of removal with a period for departure",
         "Die Abschiebung wird unter Setzung einer Frist zur freiwilligen Ausreise angedroht; der Brief wird als Entwurf erzeugt.",
         "Removal is warned of with a period for voluntary departure; the letter is made as a draft.",
         "may_issue_warning",
         asks=("departure_period_days", "warning_target_state", "warning_excluded_state", "shorter_period_imperative", "warning_immediate_execution"),
         writes=("warning_issued_on=today",), letter="departure_warning", second_person=True, order=50, due="due_issue_warning"),
    Step("extend_period", "Ausreisefrist verlängern", "Extend the period",
         "Die Ausreisefrist wird wegen besonderer Umstände verlängert.",
         "The period for departure is extended for special circumstances.",
         "may_extend_period", asks=("extension_justified", "departure_period_extended_until"),
         order=52, due="due_extend_period"),
    Step("revoke_suspension", "Duldung widerrufen", "Revoke the suspension",
         "Die Duldung wird widerrufen, weil ihre Gründe entfallen sind.",
         "The suspension is revoked because its grounds have ended.",
         "may_revoke_suspension", asks=("own_deception_or_no_cooperation",),
         writes=("suspension_revoked_on=today",), second_person=True, order=60, due="due_revoke_suspension"),
    Step("announce_removal", "Abschiebung nach Widerruf ankündigen", "Announce the removal after revocation",
         "Die Abschiebung wird mindestens einen Monat vorher ohne Termin angekündigt.",
         "The removal is announced at least a month ahead, without its date.",
         "may_announce_removal", writes=("removal_announced_on=today",), second_person=True, order=62, due="due_announce_removal"),
    Step("refer_to_central_body", "An zentrale Stelle abgeben", "Refer to the central body",
         "Der vollständig geprüfte Vorgang wird an die zentrale Stelle des Landes abgegeben.",
         "The fully checked case is referred to the central body of the Land.",
         "may_refer_to_central_body", writes=("referred_to_central_body_on=today",), second_person=True,
         order=70, due="due_refer_to_central_body"),
    Step("arrange_removal", "Abschiebung veranlassen", "Arrange the removal",
         "Die Abschiebung wird veranlasst; Termin und Ablauf bleiben geheim.",
         "The removal is arranged; its date and course stay secret.",
         "may_arrange_removal", writes=("removal_arranged_on=today",), second_person=True,
         roles=("caseworker", "central_office"), order=72, due="due_arrange_removal"),
    Step("close_case", "Vorgang abschließen", "Close the case",
         "Der Vorgang wird mit Grund und Nachweis abgeschlossen.", "The case is closed with its reason and evidence.",
         "may_close", asks=("case_closed_reason",), writes=("case_closed_on=today",), order=90, due="due_close_case"),
)  # fmt: skip
"""Every step, in the order in which pages offer them."""
