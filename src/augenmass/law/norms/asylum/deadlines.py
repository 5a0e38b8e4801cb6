"""Deadlines of the asylum procedure, of transfers and of living in a reception centre. They run only from a day that is on record."""

from augenmass.law.language import (
    TODAY,
    Condition,
    DayExpression,
    all_of,
    any_of,
    day,
    days,
    deadline,
    established,
    fact,
    is_in,
    months,
    not_,
    unverified,
    use,
    weeks,
)
from augenmass.law.norm import DeadlineRule
from augenmass.law.norms.asylum import border, reception
from augenmass.law.norms.asylum.enforceable import (
    MISINSTRUCTED,
    NEW_WEEK,
    OLD_WEEK,
    SERVED,
    THREE_MONTHS,
    TWO_WEEKS,
    URGENT_WEEK,
    WEEK,
    YEAR,
)
from augenmass.law.norms.asylum.period import DAYS_BEGIN, OLD_AFTER_FINAL, OLD_END, WEEK_BEGINS, WEEK_BEGINS_AFTER_COURT
from augenmass.law.norms.asylum.transfers import ACCEPTED, AFTER_COURT, PENDING
from augenmass.law.norms.asylum.transition import NEW_LAW, NEW_TRANSFER, OLD_LAW, OLD_TRANSFER

_OPEN = all_of(established("asylum_decision_served_on"), not_(established("asylum_final_since")))
_NO_ACTION = all_of(_OPEN, not_(established("asylum_action_filed_on")))
_NO_URGENT = all_of(_OPEN, not_(established("asylum_urgent_filed_on")))
_AT_BORDER = all_of(established("asylum_border_procedure"), fact("asylum_border_procedure"))
_AT_AIRPORT = all_of(_AT_BORDER, use(OLD_LAW))
_CORRECT = is_in("asylum_instruction", "correct")
_SHORT = any_of(use(OLD_WEEK), use(NEW_WEEK))
_MONTH = deadline(SERVED, months(1))
_NO_PERIOD_SET = all_of(established("asylum_decision_served_on"), not_(established("asylum_departure_period_until")))
_AFTER_REFUSAL = deadline(day("asylum_urgent_refusal_served_on"), weeks(1))
_WEEK_PERIOD = deadline(WEEK, weeks(1))
_THIRTY_DAYS = deadline(TWO_WEEKS, days(30))
_CENTRE = established("reception_since")


def _rule(
    id: str, german: str, english: str, runs: tuple[Condition, ...], due: DayExpression, cite: str
) -> DeadlineRule:
    return DeadlineRule(id, german, english, all_of(*runs, TODAY.not_after(due)), due, cite)


def _transfer(id: str, german: str, english: str, when: Condition, due: DayExpression, cite: str) -> DeadlineRule:
    """Return the end of a transfer period; it never certainly runs, because the regulations were not at hand."""
    return DeadlineRule(id, german, english, all_of(use(PENDING), unverified(when)), due, cite)


_BEFORE_COURT = not_(AFTER_COURT)
_EITHER = any_of(use(OLD_TRANSFER), use(NEW_TRANSFER))
_NO_DELAY = is_in("transfer_delay_ground", "none")
_FINAL_DECISION = day("transfer_final_decision_on")

DEADLINES = (
    _rule("asylum_action_week", "Klage gegen den Asylbescheid bis (eine Woche)", "Action against the asylum decision until (a week)",
          (_NO_ACTION, _SHORT, _CORRECT), WEEK, "AsylG/74/1/2"),
    _rule("asylum_action_two_weeks", "Klage gegen den Asylbescheid bis (zwei Wochen)", "Action against the asylum decision until (two weeks)",
          (_NO_ACTION, not_(_SHORT), _CORRECT), TWO_WEEKS, "AsylG/74/1/1"),
    _rule("asylum_action_three_months", "Klage gegen den Asylbescheid bis (drei Monate)", "Action against the asylum decision until (three months)",
          (_NO_ACTION, MISINSTRUCTED, use(NEW_LAW)), THREE_MONTHS, "AsylG/74/1/4"),
    _rule("asylum_action_year", "Klage gegen den Asylbescheid bis (Jahresfrist)", "Action against the asylum decision until (a year)",
          (_NO_ACTION, MISINSTRUCTED, use(OLD_LAW)), YEAR, "VwGO/58/2"),
    _rule("asylum_urgent_week", "Eilantrag gegen den Asylbescheid bis", "Urgent application against the asylum decision until",
          (_NO_URGENT, not_(_AT_AIRPORT), use(URGENT_WEEK), _CORRECT), WEEK, "AsylG/36/2/1"),
    _rule("asylum_urgent_border", "Eilantrag im Grenzverfahren bis", "Urgent application in the border procedure until",
          (_NO_URGENT, _AT_BORDER, use(border.URGENT), _CORRECT), WEEK, "AsylG/18a/4/1"),
    _rule("asylum_urgent_airport", "Eilantrag im Flughafenverfahren bis", "Urgent application in the airport procedure until",
          (_NO_URGENT, _AT_BORDER, use(border.OLD_URGENT), _CORRECT), deadline(SERVED, days(3)), "AsylG/18a/4/1@2026-06-09"),
    _rule("asylum_grounds", "Begründung der Asylklage bis", "Grounds of the asylum action until",
          (_OPEN, use("AsylG/74/2/1")), _MONTH, "AsylG/74/2/1"),
    _rule("asylum_period_week", "Ende der Ausreisefrist (Woche nach der Klagefrist)", "End of the period (a week after the time for the action)",
          (_NO_PERIOD_SET, use(WEEK_BEGINS), fact("asylum_article_67_7_a")), _WEEK_PERIOD, "AsylG/38/1/2"),
    _rule("asylum_period_after_refusal", "Ende der Ausreisefrist (Woche nach Ablehnung des Eilantrags)", "End of the period (a week after the refusal)",
          (_NO_PERIOD_SET, use(WEEK_BEGINS_AFTER_COURT)), _AFTER_REFUSAL, "AsylG/38/1/3"),
    _rule("asylum_period_thirty_days", "Ende der Ausreisefrist (30 Tage nach der Klagefrist)", "End of the period (30 days after the time for the action)",
          (_NO_PERIOD_SET, use(DAYS_BEGIN), not_(use(NEW_WEEK))), _THIRTY_DAYS, "AsylG/38/2/2"),
    _rule("asylum_period_after_final_end", "Ende der Ausreisefrist (30 Tage nach unanfechtbarem Abschluss)", "End of the period (30 days after the final end)",
          (_NO_PERIOD_SET, established("asylum_final_since"), use(OLD_AFTER_FINAL)), OLD_END, "AsylG/38/1@2026-06-09"),
    _rule("border_decision", "Entscheidung im Grenzverfahren bis", "Decision in the border procedure until",
          (established("asylum_registered_on"), use(border.DECIDE), not_(fact("asylum_border_period_extended"))), border.EIGHT_WEEKS, "AsylG/18a/1/1"),
    _rule("border_decision_extended", "Entscheidung im verlängerten Grenzverfahren bis", "Decision in the extended border procedure until",
          (established("asylum_registered_on"), use(border.DECIDE), fact("asylum_border_period_extended")), border.TWELVE_WEEKS, "AsylG/18a/1/2"),
    _rule("reception_end", "Höchstdauer in der Aufnahmeeinrichtung bis", "Maximum time in the reception centre until",
          (_CENTRE, use(reception.DUTY), not_(use(reception.FAMILY))), reception.EIGHTEEN, "AsylG/47/1/1"),
    _rule("reception_end_family", "Höchstdauer in der Aufnahmeeinrichtung bis (Familie)", "Maximum time in the reception centre until (family)",
          (_CENTRE, use(reception.DUTY), use(reception.FAMILY)), reception.SIX, "AsylG/47/1/1"),
    _transfer("transfer_period", "Ende der Überstellungsfrist (sechs Monate)", "End of the transfer period (six months)",
              all_of(_EITHER, _BEFORE_COURT, _NO_DELAY), ACCEPTED + months(6), "AsylmanagementVO/46/1"),
    _transfer("transfer_period_after_court", "Ende der Überstellungsfrist (sechs Monate nach Gerichtsentscheidung)", "End of the transfer period (six months after the court)",
              all_of(_EITHER, AFTER_COURT, _NO_DELAY), _FINAL_DECISION + months(6), "AsylmanagementVO/46/1"),
    _transfer("transfer_period_prison", "Ende der Überstellungsfrist (ein Jahr, Haft)", "End of the transfer period (a year, prison)",
              all_of(_EITHER, _BEFORE_COURT, is_in("transfer_delay_ground", "imprisoned")), ACCEPTED + months(12), "AsylmanagementVO/46/2"),
    _transfer("transfer_period_absconded", "Ende der Überstellungsfrist (18 Monate, flüchtig)", "End of the transfer period (18 months, absconded)",
              all_of(use(OLD_TRANSFER), _BEFORE_COURT, is_in("transfer_delay_ground", "absconded")), ACCEPTED + months(18), "Dublin-III-VO/29/2"),
    _transfer("transfer_period_long", "Ende der Überstellungsfrist (drei Jahre)", "End of the transfer period (three years)",
              all_of(use(NEW_TRANSFER), _BEFORE_COURT, is_in("transfer_delay_ground", "absconded", "resisted", "made_unfit", "medical_duties")),
              ACCEPTED + months(36), "AsylmanagementVO/46/2"),
)  # fmt: skip
