"""Asylum Act § 18a: the procedure at the border, and its predecessor at airports: time to decide, remedies, places to stay."""

from augenmass.law.language import TODAY, all_of, any_of, day, deadline, fact, is_in, not_, use, weeks
from augenmass.law.norm import Modality
from augenmass.law.norms.asylum.enforceable import DECISION_SERVED, MISINSTRUCTED
from augenmass.law.norms.asylum.transition import of_new_law, of_old_law

BORDER = fact("asylum_border_procedure")
UNACCOMPANIED_MINOR = all_of(fact("minor"), fact("unaccompanied"))
_REGISTERED = day("asylum_registered_on")
EIGHT_WEEKS, TWELVE_WEEKS = _REGISTERED + weeks(8), _REGISTERED + weeks(12)
SIX_WEEKS = _REGISTERED + weeks(6)
_AT_BORDER = {
    "asylum_border_procedure": "yes",
    "asylum_registered_on": "2026-07-20",
    "asylum_outcome": "open",
    "minor": "no",
    "unaccompanied": "no",
    "asylum_border_period_extended": "no",
}
_INLAND = {**_AT_BORDER, "asylum_border_procedure": "no"}
_REFUSED = {**_AT_BORDER, "asylum_outcome": "unfounded", "asylum_decision_served_on": "2026-08-03"}
_CHILD = {**_AT_BORDER, "minor": "yes", "unaccompanied": "yes"}
_URGENT = {"asylum_urgent_outcome": "pending", "asylum_urgent_filed_on": "2026-08-07"}
_WEEK = deadline(day("asylum_decision_served_on"), weeks(1))
_COURT = "Verwaltungsgericht"

DECIDE = of_new_law(
    "AsylG/18a/1/1",
    (
        "Im Grenzverfahren entscheidet das Bundesamt binnen acht Wochen nach der Registrierung.",
        "In the border procedure the Federal Office decides within eight weeks of registration.",
    ),
    Modality.MUST,
    all_of(
        BORDER,
        is_in("asylum_outcome", "open"),
        not_(UNACCOMPANIED_MINOR, cite="AsylG/18a/7/1"),
        any_of(
            TODAY.not_after(EIGHT_WEEKS),
            all_of(fact("asylum_border_period_extended"), TODAY.not_after(TWELVE_WEEKS), cite="AsylG/18a/1/2"),
        ),
    ),
    effect=("Nach Verlängerung sind es zwölf Wochen.", "After an extension it is twelve weeks."),
    yes=("Am 20. Juli registriert", _AT_BORDER),
    no=("Verfahren im Inland", _INLAND),
    unknown=("Verfahrensart nicht erfasst", {k: v for k, v in _AT_BORDER.items() if k != "asylum_border_procedure"}),
)
DECIDE_MINOR = of_new_law(
    "AsylG/18a/7/1",
    (
        "Bei unbegleiteten Minderjährigen entscheidet das Bundesamt binnen sechs Wochen.",
        "For unaccompanied minors the Federal Office decides within six weeks.",
    ),
    Modality.MUST,
    all_of(BORDER, is_in("asylum_outcome", "open"), UNACCOMPANIED_MINOR, TODAY.not_after(SIX_WEEKS)),
    effect=("Frist ab Registrierung: sechs Wochen.", "Time from registration: six weeks."),
    yes=("Unbegleitet, 16 Jahre", _CHILD),
    no=("Volljährig", _AT_BORDER),
    unknown=("Alter nicht geklärt", {k: v for k, v in _CHILD.items() if k != "minor"}),
)
TIME_OVER = of_new_law(
    "AsylG/18a/6/5",
    (
        "Die Beschränkung auf den Standort dauert höchstens zwölf Wochen.",
        "The restriction to the place lasts twelve weeks at most.",
    ),
    Modality.FORBIDDEN,
    all_of(BORDER, TWELVE_WEEKS.before(TODAY)),
    effect=(
        "Sie endet, außer in den Fällen, für die das Unionsrecht 16 Wochen zulässt.",
        "It ends, except where Union law allows 16 weeks.",
    ),
    yes=("Seit mehr als zwölf Wochen", {**_AT_BORDER, "asylum_registered_on": "2026-05-20"}),
    no=("Seit einem Monat", _AT_BORDER),
    unknown=("Tag der Registrierung unbekannt", {"asylum_border_procedure": "yes"}),
)
WARNED_IN_ADVANCE = of_new_law(
    "AsylG/18a/2/2",
    (
        "Mit der Ablehnung wird vorsorglich für den Fall der Einreise die Abschiebung angedroht.",
        "With the refusal removal is warned of in case of entry.",
    ),
    Modality.MUST,
    all_of(
        BORDER, is_in("asylum_outcome", "unfounded", "manifestly_unfounded", "protected_elsewhere", "other_third_state")
    ),
    effect=("Zugleich wird vorsorglich eine Frist gesetzt.", "A period is set at the same time, as a precaution."),
    yes=("Abgelehnt", _REFUSED),
    no=("Noch nicht entschieden", _AT_BORDER),
    unknown=("Entscheidung nicht erfasst", {"asylum_border_procedure": "yes"}),
)
URGENT = of_new_law(
    "AsylG/18a/4/1",
    (
        "Der Eilantrag ist binnen einer Woche zu stellen und zu begründen.",
        "The urgent application is to be made and reasoned within a week.",
    ),
    Modality.MUST,
    all_of(BORDER, use(DECISION_SERVED)),
    effect=("Er ist auch bei der Behörde am Standort möglich.", "It can be handed in at the authority on site."),
    decider=_COURT,
    yes=("Am 3. August zugestellt", _REFUSED),
    no=("Verfahren im Inland", {**_REFUSED, "asylum_border_procedure": "no"}),
    unknown=("Verfahrensart nicht erfasst", {"asylum_decision_served_on": "2026-08-03"}),
)
MONTH = of_new_law(
    "AsylG/18a/4/4",
    ("Bei fehlender oder falscher Belehrung gilt ein Monat.", "With a missing or wrong instruction: a month."),
    Modality.STATE,
    all_of(BORDER, MISINSTRUCTED),
    effect=("Der Eilantrag ist einen Monat lang möglich.", "The urgent application is possible for a month."),
    decider=_COURT,
    yes=("Belehrung fehlt", {**_REFUSED, "asylum_instruction": "missing"}),
    no=("Richtig belehrt", {**_REFUSED, "asylum_instruction": "correct"}),
    unknown=("Belehrung nicht geprüft", _REFUSED),
)
_STAYS = (
    "Bis zur Entscheidung über den rechtzeitigen Eilantrag wird die Einreiseverweigerung nicht vollzogen.",
    "Until the decision on a timely urgent application the refusal of entry is not carried out.",
)
STAYS = of_new_law(
    "AsylG/18a/4/8",
    _STAYS,
    Modality.FORBIDDEN,
    all_of(BORDER, is_in("asylum_urgent_outcome", "pending"), day("asylum_urgent_filed_on").not_after(_WEEK)),
    effect=("Kein Vollzug vor der Entscheidung.", "No enforcement before the decision."),
    decider=_COURT,
    yes=("Nach vier Tagen beantragt", {**_REFUSED, **_URGENT}),
    no=("Eilantrag abgelehnt", {**_REFUSED, "asylum_urgent_outcome": "refused"}),
    unknown=("Eilantrag nicht erfragt", _REFUSED),
)
MINOR_GROUNDS = of_new_law(
    "AsylG/18a/7/2",
    (
        "Bei unbegleiteten Minderjährigen ist die Klage binnen zehn Tagen zu begründen.",
        "For unaccompanied minors the action is to be reasoned within ten days.",
    ),
    Modality.MUST,
    all_of(BORDER, UNACCOMPANIED_MINOR, use(DECISION_SERVED), is_in("asylum_action_outcome", "pending")),
    effect=("In manchen Fällen sind es zwei Wochen.", "In some cases it is two weeks."),
    decider=_COURT,
    yes=(
        "Klage erhoben",
        {**_CHILD, **_REFUSED, "minor": "yes", "unaccompanied": "yes", "asylum_action_outcome": "pending"},
    ),
    no=("Volljährig", {**_REFUSED, "asylum_action_outcome": "pending"}),
)
OLD_URGENT = of_old_law(
    "AsylG/18a/4/1@2026-06-09",
    (
        "Im Flughafenverfahren ist der Eilantrag binnen drei Tagen zu stellen.",
        "In the airport procedure the urgent application is to be made within three days.",
    ),
    Modality.MUST,
    all_of(BORDER, use(DECISION_SERVED)),
    effect=(
        "Frist: drei Tage ab Zustellung beider Entscheidungen.",
        "Time: three days from service of both decisions.",
    ),
    decider=_COURT,
    yes=("Zugestellt", _REFUSED),
    no=("Verfahren im Inland", {**_REFUSED, "asylum_border_procedure": "no"}),
)
OLD_STAYS = of_old_law(
    "AsylG/18a/4/7@2026-06-09",
    _STAYS,
    Modality.FORBIDDEN,
    all_of(BORDER, is_in("asylum_urgent_outcome", "pending")),
    effect=("Kein Vollzug vor der Entscheidung.", "No enforcement before the decision."),
    decider=_COURT,
    yes=("Beantragt", {**_REFUSED, **_URGENT}),
    no=("Eilantrag abgelehnt", {**_REFUSED, "asylum_urgent_outcome": "refused"}),
    unknown=("Eilantrag nicht erfragt", _REFUSED),
)
NORMS = (OLD_URGENT, OLD_STAYS, DECIDE, WARNED_IN_ADVANCE, URGENT, MONTH, STAYS, TIME_OVER, DECIDE_MINOR, MINOR_GROUNDS)
"""§ 18a, the earlier text first."""
