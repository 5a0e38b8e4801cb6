"""Deadlines of entry bans, residence rules, applications of Union citizens and remedies against a further measure."""

from augenmass.law.language import (
    TODAY,
    all_of,
    any_of,
    day,
    deadline,
    established,
    fact,
    is_in,
    months,
    not_,
    use,
    weeks,
)
from augenmass.law.norm import DeadlineRule
from augenmass.law.norms.measures.entry_ban import IN_FORCE
from augenmass.law.norms.measures.residence_rule import BOUND, RULE_ENDS
from augenmass.law.norms.writing import done

_REQUEST = deadline(day("reentry_ban_request_on"), months(6))
_OBJECTION = deadline(day("objection_decision_served_on"), months(1))
_RESTORE = deadline(day("hindrance_ended_on"), weeks(2))
_CONSENT = deadline(day("move_consent_requested_on"), weeks(4))
_NOTICE = deadline(day("end_of_work_known_on"), weeks(2))
_LIMIT = day("permitted_or_tolerated_since") + months(3)

DEADLINES = (
    DeadlineRule("entry_ban_end", "Ende des Einreise- und Aufenthaltsverbots", "End of the entry ban",
                 all_of(established("entry_ban_until"), use(IN_FORCE), not_(use("AufenthG/11/2/6")), not_(fact("entry_ban_unlimited"))), day("entry_ban_until"), "AufenthG/11/2/4"),
    DeadlineRule("movement_limit_end", "Ende der räumlichen Beschränkung", "End of the limit of movement",
                 all_of(established("permitted_or_tolerated_since"), any_of(use("AufenthG/61/1/1"), use("AsylG/56/1"), use("AsylG/56/2")), TODAY.not_after(_LIMIT)), _LIMIT, "AufenthG/61/1b"),
    DeadlineRule("residence_rule_end", "Ende der Wohnsitzregelung", "End of the residence rule",
                 all_of(established("residence_rule_from"), use(BOUND)), RULE_ENDS, "AufenthG/12a/1/1"),
    DeadlineRule("move_consent_due", "Zustimmung zum Zuzug gilt als erteilt nach dem", "Consent to the move deemed given after",
                 all_of(done("move_consent_requested_on"), is_in("move_consent", "silent"), TODAY.not_after(_CONSENT)), _CONSENT, "AufenthG/72/3a/3"),
    DeadlineRule("reentry_request_due", "Entscheidung über Aufhebung oder Verkürzung der Sperre bis", "Decision on lifting or shortening the bar until",
                 all_of(done("reentry_ban_request_on"), is_in("decision_kind", "loss_of_free_movement"), TODAY.not_after(_REQUEST)), _REQUEST, "FreizügG/EU/7/2/8"),
    DeadlineRule("action_after_objection", "Klage nach Widerspruchsbescheid bis", "Action after the decision on the objection until",
                 all_of(done("objection_decision_served_on"), TODAY.not_after(_OBJECTION)), _OBJECTION, "VwGO/74/1/1"),
    DeadlineRule("restoration_due", "Antrag auf Wiedereinsetzung bis", "Application for restoration until",
                 all_of(done("hindrance_ended_on"), TODAY.not_after(_RESTORE)), _RESTORE, "VwGO/60/2/1"),
    DeadlineRule("end_of_work_notice", "Mitteilung über das Ende der Beschäftigung bis", "Notice of the end of work until",
                 all_of(done("end_of_work_known_on"), TODAY.not_after(_NOTICE)), _NOTICE, "AufenthG/82/6/1"),
    DeadlineRule("suspensive_effect_end", "Ende der aufschiebenden Wirkung nach Klageabweisung", "End of suspensive effect after dismissal",
                 all_of(established("appeal_reasons_until"), fact("action_dismissed"), not_(fact("effect_prolonged_by_court")), not_(fact("stayed_until_final")), TODAY.not_after(day("appeal_reasons_until") + months(3))), day("appeal_reasons_until") + months(3), "VwGO/80b/1/1"),
)  # fmt: skip
"""Deadlines; each runs only from a day that is on record."""
