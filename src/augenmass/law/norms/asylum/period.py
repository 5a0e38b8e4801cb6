"""Asylum Act § 38: how long the Federal Office's period for departure is and when it begins, before and since the reform."""

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    days,
    deadline,
    fact,
    is_in,
    not_,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms.asylum.enforceable import ASYLUM_FINAL, NEW_WEEK, THREE_MONTHS, TWO_WEEKS, WARNED, WEEK, YEAR
from augenmass.law.norms.asylum.transition import NEW_LAW, of_new_law, of_old_law
from augenmass.law.norms.writing import done

EXCEPTION = all_of(WARNED, fact("asylum_article_68_3"))
REGULAR = all_of(WARNED, not_(fact("asylum_article_68_3")))
WITHDRAWN = any_of(is_in("asylum_outcome", "withdrawn"), is_in("asylum_action_outcome", "withdrawn"))
_SERVED = {
    "asylum_decision_served_on": "2026-07-20",
    "asylum_removal_act": "warning",
    "asylum_instruction": "correct",
}
_EXCEPTION = {**_SERVED, "asylum_article_68_3": "yes", "asylum_article_67_7_a": "yes"}
_REGULAR = {**_SERVED, "asylum_article_68_3": "no", "asylum_article_67_7_a": "no"}

ACTION_TIME_OVER = Definition(
    "asylum_action_time_over",
    "Die Klagefrist gegen den Asylbescheid ist abgelaufen.",
    "The time for an action against the asylum decision is over.",
    any_of(
        all_of(
            is_in("asylum_instruction", "correct"),
            any_of(TWO_WEEKS.before(TODAY), all_of(use(NEW_WEEK), WEEK.before(TODAY))),
        ),
        all_of(use(NEW_LAW), THREE_MONTHS.before(TODAY)),
        YEAR.before(TODAY),
    ),
    "AsylG/74/1",
)
WEEK_PERIOD = of_new_law(
    "AsylG/38/1/1",
    ("Die Ausreisefrist soll eine Woche betragen.", "The period for departure shall be a week."),
    Modality.SHALL,
    EXCEPTION,
    effect=("Ausreisefrist: in der Regel eine Woche.", "Period for departure: as a rule a week."),
    yes=("Fall des Artikels 68 Absatz 3", _EXCEPTION),
    no=("Kein solcher Fall", _REGULAR),
    unknown=("Bescheid nicht geprüft", _SERVED),
)
WEEK_BEGINS = of_new_law(
    "AsylG/38/1/2",
    (
        "Ohne Eilantrag beginnt die Frist mit dem Ende der Klagefrist.",
        "Without an urgent application the period begins when the time for the action ends.",
    ),
    Modality.STATE,
    all_of(EXCEPTION, is_in("asylum_urgent_outcome", "none"), use(ACTION_TIME_OVER)),
    effect=("Die Ausreisefrist läuft oder ist gelaufen.", "The period for departure has begun."),
    yes=("Kein Eilantrag, Woche vorbei", {**_EXCEPTION, "asylum_urgent_outcome": "none"}),
    no=("Eilantrag anhängig", {**_EXCEPTION, "asylum_urgent_outcome": "pending"}),
    unknown=("Eilantrag nicht erfragt", _EXCEPTION),
)
WEEK_BEGINS_AFTER_COURT = of_new_law(
    "AsylG/38/1/3",
    (
        "Nach einem Eilantrag beginnt die Frist mit Zustellung der Ablehnung.",
        "After an urgent application the period begins when the refusal is served.",
    ),
    Modality.STATE,
    all_of(
        EXCEPTION,
        is_in("asylum_urgent_outcome", "refused"),
        day("asylum_urgent_refusal_served_on").not_after(TODAY),
    ),
    effect=("Die Ausreisefrist läuft oder ist gelaufen.", "The period for departure has begun."),
    yes=(
        "Ablehnung am 10. August zugestellt",
        {**_EXCEPTION, "asylum_urgent_outcome": "refused", "asylum_urgent_refusal_served_on": "2026-08-10"},
    ),
    no=("Eilantrag anhängig", {**_EXCEPTION, "asylum_urgent_outcome": "pending"}),
    unknown=("Zustellung nicht erfasst", {**_EXCEPTION, "asylum_urgent_outcome": "refused"}),
)
THIRTY_DAYS = of_new_law(
    "AsylG/38/2/1",
    ("Die Ausreisefrist soll 30 Tage betragen.", "The period for departure shall be 30 days."),
    Modality.SHALL,
    REGULAR,
    effect=("Ausreisefrist: in der Regel 30 Tage.", "Period for departure: as a rule 30 days."),
    yes=("Kein Fall des Artikels 68 Absatz 3", _REGULAR),
    no=("Fall des Artikels 68 Absatz 3", _EXCEPTION),
    unknown=("Bescheid nicht geprüft", _SERVED),
)
DAYS_BEGIN = of_new_law(
    "AsylG/38/2/2",
    (
        "Ohne Klage beginnt die Frist mit dem Ende der Klagefrist.",
        "Without an action the period begins when the time for it ends.",
    ),
    Modality.STATE,
    all_of(REGULAR, is_in("asylum_action_outcome", "none"), use(ACTION_TIME_OVER)),
    effect=("Die Ausreisefrist läuft oder ist gelaufen.", "The period for departure has begun."),
    yes=("Keine Klage, zwei Wochen vorbei", {**_REGULAR, "asylum_action_outcome": "none"}),
    no=("Klage anhängig", {**_REGULAR, "asylum_action_outcome": "pending"}),
    unknown=("Klage nicht erfragt", _REGULAR),
)
DAYS_BEGIN_AFTER_ACTION = of_new_law(
    "AsylG/38/2/3",
    (
        "Nach einer Klage beginnt die Frist, wenn kein Recht auf Verbleib mehr besteht.",
        "After an action the period begins when there is no right to remain any more.",
    ),
    Modality.STATE,
    all_of(
        REGULAR,
        is_in("asylum_action_outcome", "pending", "refused", "withdrawn"),
        day("asylum_right_to_remain_ended_on").not_after(TODAY),
    ),
    effect=("Die Ausreisefrist läuft oder ist gelaufen.", "The period for departure has begun."),
    yes=(
        "Klage abgewiesen, Recht auf Verbleib beendet",
        {**_REGULAR, "asylum_action_outcome": "refused", "asylum_right_to_remain_ended_on": "2026-08-12"},
    ),
    no=("Keine Klage", {**_REGULAR, "asylum_action_outcome": "none"}),
    unknown=("Ende des Rechts auf Verbleib nicht mitgeteilt", {**_REGULAR, "asylum_action_outcome": "refused"}),
)
LONGER = of_new_law(
    "AsylG/38/3",
    (
        "Bei Rücknahme oder besonderen Umständen kann die Frist bis zu drei Monate betragen.",
        "After withdrawal or in special circumstances the period can be up to three months.",
    ),
    Modality.MAY,
    all_of(any_of(WITHDRAWN, assessment("extension_justified")), done("departure_declared_on")),
    effect=("Nur wer sich zur freiwilligen Ausreise bereit erklärt.", "Only for who declared a voluntary departure."),
    yes=(
        "Antrag zurückgenommen, Ausreise erklärt",
        {"asylum_outcome": "withdrawn", "departure_declared_on": "2026-08-10"},
    ),
    no=("Keine Ausreise erklärt", {"asylum_outcome": "withdrawn"}),
    unknown=("Klage nicht erfragt", {"asylum_outcome": "unfounded", "departure_declared_on": "2026-08-10"}),
)
NO_PERIOD = of_new_law(
    "AsylG/38/4",
    (
        "Keine Ausreisefrist bei Gefahr, Fluchtgefahr oder bestimmter offensichtlicher Unbegründetheit.",
        "No period in cases of danger, risk of absconding, or a certain manifest unfoundedness.",
    ),
    Modality.STATE,
    any_of(
        fact("federal_office_found_danger"),
        fact("asylum_article_42_1_d"),
        fact("federal_office_found_flight_risk"),
    ),
    effect=("Das Bundesamt gewährt keine Frist.", "The Federal Office grants no period."),
    yes=("Fluchtgefahr festgestellt", {"federal_office_found_flight_risk": "yes"}),
    no=(
        "Nichts davon festgestellt",
        {
            "federal_office_found_danger": "no",
            "asylum_article_42_1_d": "no",
            "federal_office_found_flight_risk": "no",
        },
    ),
    unknown=("Bescheid nicht geprüft", {}),
)
BORDER_PERIOD = of_new_law(
    "AsylG/38/5/2",
    (
        "Im Grenzverfahren wird die Frist nur auf Antrag beim Bundesamt gewährt.",
        "In the border procedure the period is granted only on application to the Federal Office.",
    ),
    Modality.MUST,
    fact("asylum_border_procedure"),
    effect=(
        "Der Antrag soll binnen drei Arbeitstagen gestellt werden; ohne richtige Belehrung ist er später zulässig.",
        "It shall be filed within three working days; without a correct instruction later too.",
    ),
    yes=("Verfahren an der Grenze", {"asylum_border_procedure": "yes"}),
    no=("Verfahren im Inland", {"asylum_border_procedure": "no"}),
)
_OLD_PLAIN = {**_SERVED, "asylum_outcome": "unfounded"}
OLD_THIRTY_DAYS = of_old_law(
    "AsylG/38/1/1@2026-06-09",
    ("Die Ausreisefrist beträgt in den sonstigen Fällen 30 Tage.", "In other cases the period is 30 days."),
    Modality.MUST,
    is_in("asylum_outcome", "unfounded"),
    effect=("Ausreisefrist: 30 Tage.", "Period for departure: 30 days."),
    yes=("Als unbegründet abgelehnt", _OLD_PLAIN),
    no=("Offensichtlich unbegründet", {**_SERVED, "asylum_outcome": "manifestly_unfounded"}),
)
OLD_AFTER_FINAL = of_old_law(
    "AsylG/38/1/2@2026-06-09",
    (
        "Nach einer Klage endet die Frist 30 Tage nach unanfechtbarem Abschluss.",
        "After an action the period ends 30 days after the final end of the procedure.",
    ),
    Modality.STATE,
    all_of(
        is_in("asylum_outcome", "unfounded"),
        is_in("asylum_action_outcome", "pending", "granted", "refused", "withdrawn"),
    ),
    effect=("Vorher läuft die Ausreisefrist nicht ab.", "The period does not end before."),
    yes=("Klage anhängig", {**_OLD_PLAIN, "asylum_action_outcome": "pending"}),
    no=("Keine Klage", {**_OLD_PLAIN, "asylum_action_outcome": "none"}),
    unknown=("Klage nicht erfragt", _OLD_PLAIN),
)
OLD_WITHDRAWN = of_old_law(
    "AsylG/38/2@2026-06-09",
    (
        "Nach Rücknahme vor der Entscheidung oder Einstellung beträgt die Frist eine Woche.",
        "After withdrawal before the decision or discontinuance the period is a week.",
    ),
    Modality.MUST,
    is_in("asylum_outcome", "withdrawn", "discontinued"),
    effect=("Ausreisefrist: eine Woche.", "Period for departure: a week."),
    yes=("Antrag zurückgenommen", {"asylum_outcome": "withdrawn"}),
    no=("Als unbegründet abgelehnt", {"asylum_outcome": "unfounded"}),
)
OLD_LONGER = of_old_law(
    "AsylG/38/3@2026-06-09",
    (
        "Bei Rücknahme von Antrag oder Klage kann die Frist bis zu drei Monate betragen.",
        "After withdrawal of application or action the period can be up to three months.",
    ),
    Modality.MAY,
    all_of(WITHDRAWN, done("departure_declared_on")),
    effect=("Nur wer sich zur freiwilligen Ausreise bereit erklärt.", "Only for who declared a voluntary departure."),
    yes=(
        "Klage zurückgenommen, Ausreise erklärt",
        {"asylum_action_outcome": "withdrawn", "departure_declared_on": "2026-08-10"},
    ),
    no=("Keine Ausreise erklärt", {"asylum_action_outcome": "withdrawn"}),
)
OLD_END = deadline(day("asylum_final_since"), days(30))
OLD_FINAL_PERIOD_OVER = Definition(
    "asylum_period_over_after_final_decision",
    "Nach früherem Recht sind 30 Tage seit dem unanfechtbaren Abschluss vergangen.",
    "By the earlier law 30 days have passed since the final end of the procedure.",
    all_of(use(OLD_AFTER_FINAL), use(ASYLUM_FINAL), OLD_END.before(TODAY)),
    "AsylG/38/1@2026-06-09",
)
BEGUN = Definition(
    "asylum_period_has_begun",
    "Die Ausreisefrist des Bundesamtes hat nach neuem Recht begonnen.",
    "The Federal Office's period for departure has begun by the new law.",
    any_of(use(WEEK_BEGINS), use(WEEK_BEGINS_AFTER_COURT), use(DAYS_BEGIN), use(DAYS_BEGIN_AFTER_ACTION)),
    "AsylG/38/1",
)
DEFINITIONS = (ACTION_TIME_OVER, OLD_FINAL_PERIOD_OVER, BEGUN)
NORMS = (
    OLD_THIRTY_DAYS, OLD_AFTER_FINAL, OLD_WITHDRAWN, OLD_LONGER, WEEK_PERIOD, WEEK_BEGINS, WEEK_BEGINS_AFTER_COURT, THIRTY_DAYS, DAYS_BEGIN,
    DAYS_BEGIN_AFTER_ACTION, LONGER, NO_PERIOD, BORDER_PERIOD,
)  # fmt: skip
"""§ 38, the earlier text first."""
