"""Deadlines of a case. A period that needs service runs only from proven service; lead times are organisational parameters."""

from augenmass.law.language import (
    TODAY,
    all_of,
    any_of,
    day,
    days,
    deadline,
    established,
    fact,
    is_in,
    not_,
    use,
    weeks,
    years,
)
from augenmass.law.language import months as calendar_months
from augenmass.law.norm import DeadlineRule
from augenmass.law.norms import definitions as d
from augenmass.law.norms.occasions import EXPIRY_LEAD_DAYS
from augenmass.law.norms.plausibility import RECHECK_DAYS
from augenmass.law.norms.writing import done
from augenmass.law.vocabulary.stay import LIMITED_TITLES

_NO_ASYLUM_DECISION = not_(is_in("decision_kind", "asylum"), cite="AsylG/74/1")
"""Against a decision of the Federal Office other, shorter periods run (AsylG §§ 36, 74)."""
_TITLE_ON_RECORD = all_of(use(d.TITLE_GRANTED), is_in("title_kind", *LIMITED_TITLES))

_MONTH_OF_WARNING = deadline(day("warning_served_on"), calendar_months(1))
_YEAR_OF_WARNING = deadline(day("warning_served_on"), years(1))
_MONTH_OF_DECISION = deadline(day("decision_served_on"), calendar_months(1))
_YEAR_OF_DECISION = deadline(day("decision_served_on"), years(1))

DEADLINES = (
    DeadlineRule("departure_period", "Ende der Ausreisefrist", "End of the period for departure",
                 all_of(use(d.WARNING_SERVED), not_(use("AufenthG/59/1/6")), not_(established("departure_period_extended_until"))),
                 day("departure_period_until"), "AufenthG/59/1/1"),
    DeadlineRule("departure_period_extended", "Ende der verlängerten Ausreisefrist", "End of the extended period",
                 all_of(any_of(use(d.WARNING_SERVED), fact("asylum_warning_enforceable", cite="AsylG/34/1/3")),
                        established("departure_period_extended_until"), not_(use("AufenthG/59/1/6"))),
                 day("departure_period_extended_until"), "AufenthG/59/1/4"),
    DeadlineRule("asylum_departure_period", "Ende der Ausreisefrist des Bundesamtes", "End of the Federal Office's period",
                 all_of(established("asylum_departure_period_until"), fact("asylum_warning_enforceable"),
                        not_(use("AufenthG/59/1/6")), not_(established("departure_period_extended_until"))),
                 day("asylum_departure_period_until"), "AsylG/38/1"),
    DeadlineRule("warning_objection", "Widerspruch gegen die Androhung bis", "Objection to the warning until",
                 all_of(use("VwGO/58/1"), use("VwGO/70/1"), not_(use(d.WARNING_FINAL)), TODAY.not_after(_MONTH_OF_WARNING)),
                 _MONTH_OF_WARNING, "VwGO/70/1"),
    DeadlineRule("warning_action", "Klage gegen die Androhung bis", "Action against the warning until",
                 all_of(use("VwGO/58/1"), use("VwGO/74/1/2"), not_(use(d.WARNING_FINAL)), TODAY.not_after(_MONTH_OF_WARNING)),
                 _MONTH_OF_WARNING, "VwGO/74/1/2"),
    DeadlineRule("warning_remedy_year", "Rechtsbehelf gegen die Androhung bis (Jahresfrist)", "Remedy against the warning until (a year)",
                 all_of(use("VwGO/58/2"), not_(use(d.WARNING_FINAL)), TODAY.not_after(_YEAR_OF_WARNING)),
                 _YEAR_OF_WARNING, "VwGO/58/2"),
    DeadlineRule("decision_remedy", "Rechtsbehelf gegen den Bescheid bis", "Remedy against the decision until",
                 all_of(fact("decision_service_proven"), _NO_ASYLUM_DECISION, is_in("decision_instruction", "correct"), not_(use(d.DECISION_FINAL)), TODAY.not_after(_MONTH_OF_DECISION)),
                 _MONTH_OF_DECISION, "VwGO/74/1/2"),
    DeadlineRule("decision_remedy_year", "Rechtsbehelf gegen den Bescheid bis (Jahresfrist)", "Remedy against the decision until (a year)",
                 all_of(fact("decision_service_proven"), _NO_ASYLUM_DECISION, is_in("decision_instruction", "missing", "wrong"), not_(use(d.DECISION_FINAL)), TODAY.not_after(_YEAR_OF_DECISION)),
                 _YEAR_OF_DECISION, "VwGO/58/2"),
    DeadlineRule("hearing_period", "Ende der Äußerungsfrist", "End of the time to respond",
                 all_of(done("hearing_letter_on"), not_(done("heard_on")), TODAY.not_after(day("hearing_until") + days(30))),
                 day("hearing_until"), "VwVfG/28/1"),
    DeadlineRule("cooperation_period", "Ende der Frist für Nachweise", "End of the period for evidence",
                 all_of(established("cooperation_period_until"), day("cooperation_period_until").not_before(TODAY)),
                 day("cooperation_period_until"), "AufenthG/82/1/2"),
    DeadlineRule("suspension_expiry", "Ablauf der Duldung", "End of the suspension",
                 use(d.SUSPENSION_HELD), day("suspension_valid_until"), "AufenthG/60a/4"),
    DeadlineRule("suspension_renewal", "Verlängerung der Duldung vorbereiten bis", "Prepare renewal of the suspension by",
                 use(d.SUSPENSION_HELD), day("suspension_valid_until") - days(EXPIRY_LEAD_DAYS), "AufenthG/60a/4"),
    DeadlineRule("provisional_expiry", "Ablauf der Fiktionsbescheinigung", "End of the provisional certificate",
                 all_of(is_in("provisional_certificate", "permitted", "suspended", "continued"), day("provisional_valid_until").not_before(TODAY)),
                 day("provisional_valid_until"), "AufenthG/81/5"),
    DeadlineRule("provisional_renewal", "Fiktionsbescheinigung erneuern bis", "Renew the provisional certificate by",
                 all_of(is_in("provisional_certificate", "permitted", "suspended", "continued"), day("provisional_valid_until").not_before(TODAY)),
                 day("provisional_valid_until") - days(EXPIRY_LEAD_DAYS), "AufenthG/81/5"),
    DeadlineRule("title_expiry", "Ablauf des Titels", "End of the title",
                 _TITLE_ON_RECORD, day("title_valid_until"), "AufenthG/51/1/1/1"),
    DeadlineRule("passport_expiry", "Ablauf des Reisedokuments", "End of the travel document",
                 all_of(established("passport_valid_until"), day("passport_valid_until").not_before(TODAY)),
                 day("passport_valid_until"), "AufenthG/48/2"),
    DeadlineRule("removal_notice", "Frühester Tag nach Ankündigung der Abschiebung", "Earliest day after the announcement",
                 all_of(done("removal_announced_on"), use("AufenthG/60a/5a")),
                 day("removal_announced_on") + calendar_months(1) + days(1), "AufenthG/60a/5a"),
    DeadlineRule("failed_removal_week", "Ende der Woche nach gescheiterter Abschiebung", "End of the week after the failed removal",
                 use("AufenthG/60a/2a"), day("removal_failed_on") + weeks(1), "AufenthG/60a/2a"),
    DeadlineRule("recheck", "Neue Prüfung der Vollziehbarkeit nötig ab", "New check of enforceability needed from",
                 all_of(done("enforceability_checked_on"), use(d.CASE_OPEN), use("AufenthG/58/2")),
                 day("enforceability_checked_on") + days(RECHECK_DAYS + 1), "VwVfG/24/1"),
)  # fmt: skip
"""Deadlines. A period that needs service runs only from proven service."""
