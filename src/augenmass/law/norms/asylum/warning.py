"""Asylum Act §§ 34, 34a, 36, 37: the Federal Office's warning and order of removal, and urgent applications against them."""

from augenmass.law.language import TODAY, Condition, all_of, assessment, day, fact, is_in, none_of, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.asylum.enforceable import (
    DECISION_SERVED,
    MISINSTRUCTED,
    OLD_WEEK_OUTCOMES,
    ORDERED,
    URGENT_UNDECIDED,
    WARNED,
)
from augenmass.law.norms.asylum.transition import of_new_law, of_old_law
from augenmass.law.norms.specimens import NO_OBSTACLE, NO_RIGHT
from augenmass.law.norms.writing import AUTHORITY, FEDERAL_OFFICE, norm

_ACTION = "Klage; ein Widerspruch findet nicht statt (§ 11 AsylG)"
_COURT = "Verwaltungsgericht"
REFUSED = (
    "unfounded",
    "manifestly_unfounded",
    "protected_elsewhere",
    "safe_third_state",
    "other_third_state",
    "no_further_procedure",
    "withdrawn",
    "discontinued",
)
SERVED_ON = {"asylum_decision_served_on": "2026-08-03"}
WARNING = {**NO_RIGHT, **NO_OBSTACLE, "asylum_outcome": "unfounded"}
ORDER = {**SERVED_ON, "asylum_outcome": "other_state_responsible", "asylum_removal_act": "order"}
URGENT = {"asylum_urgent_outcome": "pending", "asylum_urgent_filed_on": "2026-08-07"}
LATE = {**URGENT, "asylum_urgent_filed_on": "2026-08-17", "asylum_instruction": "correct"}
_WITHIN_WEEK = (
    "Der Eilantrag ist innerhalb einer Woche nach Bekanntgabe zu stellen.",
    "The urgent application is to be made within a week of notification.",
)
_STAYS = ("Bis zur Entscheidung darf nicht abgeschoben werden.", "Until the decision there must be no removal.")
_NO_REMOVAL = (
    "Keine Abschiebung vor der Entscheidung über den rechtzeitigen Eilantrag.",
    "No removal before the decision on an urgent application made in time.",
)


def _warn_when() -> Condition:
    return all_of(
        is_in("asylum_outcome", *REFUSED),
        none_of(fact("prohibition_human_rights"), fact("prohibition_concrete_danger"), cite="AufenthG/60/5"),
        none_of(
            assessment("best_interests_of_child_oppose"),
            assessment("family_ties_oppose"),
            assessment("health_opposes_removal"),
        ),
        not_(use(d.VALID_TITLE)),
    )


_WARN = (
    "Das Bundesamt erlässt die Abschiebungsandrohung, wenn Schutz, Hindernisse und Titel fehlen.",
    "The Federal Office issues the warning where protection, obstacles and title are missing.",
)
_WARN_EFFECT = ("Schriftliche Androhung ohne vorherige Anhörung.", "A written warning, without a hearing before it.")
_CHILD = {**WARNING, "best_interests_of_child_oppose": "yes"}
_UNASKED = {name: value for name, value in WARNING.items() if name != "family_ties_oppose"}

OLD_WARN = of_old_law(
    "AsylG/34/1/1@2026-06-09", _WARN, Modality.MUST, _warn_when(), effect=_WARN_EFFECT, remedy=_ACTION,
    yes=("Als unbegründet abgelehnt", WARNING), no=("Das Kindeswohl steht entgegen", _CHILD),
    unknown=("Familiäre Bindungen nicht geprüft", _UNASKED),
)  # fmt: skip
WARN = of_new_law(
    "AsylG/34/1/1", _WARN, Modality.MUST, _warn_when(), effect=_WARN_EFFECT, remedy=_ACTION,
    yes=("Als unbegründet abgelehnt", WARNING), no=("Das Kindeswohl steht entgegen", _CHILD),
    unknown=("Familiäre Bindungen nicht geprüft", _UNASKED),
)  # fmt: skip
AUTHORITY_EXTENDS = norm(
    "AsylG/34/1/3",
    (
        "Für Verlängerung und Bescheinigung der Frist bleibt die Ausländerbehörde zuständig.",
        "The foreigners' authority stays competent for extending and certifying the period.",
    ),
    Modality.STATE,
    WARNED,
    effect=("Die Behörde entscheidet über eine längere Frist.", "The authority decides on a longer period."),
    decider=AUTHORITY,
    yes=("Das Bundesamt hat angedroht", {"asylum_removal_act": "warning"}),
    no=("Keine Androhung", {"asylum_removal_act": "none"}),
    unknown=("Nicht erfasst", {}),
)
TRANSLATE = norm(
    "AsylG/34/2/2",
    (
        "Ohne bevollmächtigte Person sind Tenor und Belehrung der Androhung zu übersetzen.",
        "Without a representative, operative part and instruction of the warning are translated.",
    ),
    Modality.MUST,
    all_of(WARNED, not_(fact("representative_appointed"))),
    effect=("Die Übersetzung liegt dem Bescheid bei.", "The translation comes with the decision."),
    decider=FEDERAL_OFFICE,
    yes=("Nicht vertreten", {"asylum_removal_act": "warning", "representative_appointed": "no"}),
    no=("Anwaltlich vertreten", {"asylum_removal_act": "warning", "representative_appointed": "yes"}),
    unknown=("Vertretung nicht geprüft", {"asylum_removal_act": "warning"}),
)
ORDER_TRANSFER = of_new_law(
    "AsylG/34a/1/1",
    (
        "Das Bundesamt ordnet die Abschiebung in den zuständigen Staat an, sobald sie sicher durchführbar ist.",
        "The Federal Office orders removal to the responsible state once it is certain that it can be carried out.",
    ),
    Modality.MUST,
    all_of(
        is_in("asylum_outcome", "other_state_responsible"),
        day("transfer_accepted_on").not_after(TODAY),
        none_of(assessment("removal_impossible_in_fact"), assessment("removal_impossible_in_law")),
    ),
    effect=("Eine Androhung mit Frist ist nicht nötig.", "No warning with a period is needed."),
    remedy=_ACTION,
    yes=("Übernahme bestätigt", {**NO_OBSTACLE, **ORDER, "transfer_accepted_on": "2026-07-20"}),
    no=("Nicht reisefähig auf absehbare Zeit", {**ORDER, "removal_impossible_in_fact": "yes"}),
    unknown=("Übernahme nicht erfasst", {**NO_OBSTACLE, **ORDER}),
)
OLD_ORDER_TRANSFER = of_old_law(
    "AsylG/34a/1/1@2026-06-09",
    (
        "Das Bundesamt ordnet die Abschiebung in den zuständigen oder sicheren Drittstaat an, sobald sie feststeht.",
        "The Federal Office orders removal to the responsible or safe third state once it is certain.",
    ),
    Modality.MUST,
    all_of(
        is_in("asylum_outcome", "other_state_responsible", "safe_third_state"),
        day("transfer_accepted_on").not_after(TODAY),
        none_of(assessment("removal_impossible_in_fact"), assessment("removal_impossible_in_law")),
    ),
    effect=("Eine Androhung mit Frist ist nicht nötig.", "No warning with a period is needed."),
    remedy=_ACTION,
    yes=("Übernahme zugesagt", {**NO_OBSTACLE, **ORDER, "transfer_accepted_on": "2026-07-20"}),
    no=("Als unbegründet abgelehnt", {"asylum_outcome": "unfounded"}),
)
FIND_PROHIBITIONS = of_new_law(
    "AsylG/34a/2/1",
    (
        "Vor der Überstellung stellt das Bundesamt fest, ob ein Abschiebungsverbot vorliegt.",
        "With a transfer the Federal Office finds whether removal is prohibited.",
    ),
    Modality.MUST,
    is_in("asylum_outcome", "other_state_responsible"),
    effect=("Der Bescheid sagt etwas zu § 60 Absatz 5 und 7.", "The decision says something on section 60 (5), (7)."),
    yes=("Überstellungsentscheidung", ORDER),
    no=("Als unbegründet abgelehnt", {"asylum_outcome": "unfounded"}),
)
ORDER_WEEK = of_new_law(
    "AsylG/34a/3/1", _WITHIN_WEEK, Modality.MUST, all_of(ORDERED, use(DECISION_SERVED)),
    effect=("Die Wochenfrist läuft ab Bekanntgabe.", "The week runs from notification."), decider=_COURT,
    yes=("Anordnung zugestellt", ORDER), no=("Androhung statt Anordnung", {**ORDER, "asylum_removal_act": "warning"}),
)  # fmt: skip
OLD_ORDER_WEEK = of_old_law(
    "AsylG/34a/2/1@2026-06-09", _WITHIN_WEEK, Modality.MUST, all_of(ORDERED, use(DECISION_SERVED)),
    effect=("Die Wochenfrist läuft ab Bekanntgabe.", "The week runs from notification."), decider=_COURT,
    yes=("Anordnung zugestellt", ORDER), no=("Androhung statt Anordnung", {**ORDER, "asylum_removal_act": "warning"}),
)  # fmt: skip
ORDER_STAYS = of_new_law(
    "AsylG/34a/3/2", _NO_REMOVAL, Modality.FORBIDDEN, all_of(ORDERED, use(URGENT_UNDECIDED)), effect=_STAYS, decider=_COURT,
    yes=("Nach vier Tagen beantragt", {**ORDER, **URGENT}), no=("Zu spät beantragt", {**ORDER, **LATE}),
    unknown=("Ob ein Eilantrag anhängig ist, ist offen", ORDER),
)  # fmt: skip
OLD_ORDER_STAYS = of_old_law(
    "AsylG/34a/2/2@2026-06-09", _NO_REMOVAL, Modality.FORBIDDEN, all_of(ORDERED, use(URGENT_UNDECIDED)), effect=_STAYS, decider=_COURT,
    yes=("Nach vier Tagen beantragt", {**ORDER, **URGENT}), no=("Zu spät beantragt", {**ORDER, **LATE}),
    unknown=("Ob ein Eilantrag anhängig ist, ist offen", ORDER),
)  # fmt: skip
ORDER_MISINSTRUCTED = of_new_law(
    "AsylG/34a/3/5",
    ("Bei falscher Belehrung gelten drei Monate.", "With a wrong instruction three months apply."),
    Modality.STATE,
    all_of(ORDERED, MISINSTRUCTED),
    effect=("Der Eilantrag ist drei Monate lang möglich.", "The urgent application is possible for three months."),
    yes=("Belehrung fehlt", {**ORDER, "asylum_instruction": "missing"}),
    no=("Richtig belehrt", {**ORDER, "asylum_instruction": "correct"}),
    unknown=("Belehrung nicht geprüft", ORDER),
)
URGENT_WITHIN_WEEK = of_new_law(
    "AsylG/36/2/1", _WITHIN_WEEK, Modality.MUST, all_of(WARNED, fact("asylum_article_68_3"), use(DECISION_SERVED)),
    effect=("Die Wochenfrist läuft ab Bekanntgabe.", "The week runs from notification."), decider=_COURT,
    yes=("Fall des Artikels 68 Absatz 3", {**SERVED_ON, "asylum_removal_act": "warning", "asylum_article_68_3": "yes"}),
    no=("Kein solcher Fall", {**SERVED_ON, "asylum_removal_act": "warning", "asylum_article_68_3": "no"}),
    unknown=("Bescheid nicht geprüft", {**SERVED_ON, "asylum_removal_act": "warning"}),
)  # fmt: skip
URGENT_MISINSTRUCTED = of_new_law(
    "AsylG/36/2/3",
    ("Bei falscher Belehrung gelten drei Monate.", "With a wrong instruction three months apply."),
    Modality.STATE,
    all_of(WARNED, fact("asylum_article_68_3"), MISINSTRUCTED),
    effect=("Der Eilantrag ist drei Monate lang möglich.", "The urgent application is possible for three months."),
    yes=("Unrichtig", {"asylum_removal_act": "warning", "asylum_article_68_3": "yes", "asylum_instruction": "wrong"}),
    no=("Richtig", {"asylum_removal_act": "warning", "asylum_article_68_3": "yes", "asylum_instruction": "correct"}),
    unknown=("Belehrung nicht geprüft", {"asylum_removal_act": "warning", "asylum_article_68_3": "yes"}),
)
NEW_STAYS = of_new_law(
    "AsylverfahrensVO/68/5", _NO_REMOVAL, Modality.FORBIDDEN,
    all_of(WARNED, fact("asylum_article_68_3"), use(URGENT_UNDECIDED)), effect=_STAYS, decider=_COURT, verified=False,
    yes=("Nach vier Tagen beantragt", {**SERVED_ON, **URGENT, "asylum_removal_act": "warning", "asylum_article_68_3": "yes"}),
    no=("Zu spät beantragt", {**SERVED_ON, **LATE, "asylum_removal_act": "warning", "asylum_article_68_3": "yes"}),
)  # fmt: skip
_MANIFEST = {**SERVED_ON, "asylum_removal_act": "warning", "asylum_outcome": "manifestly_unfounded"}
_PLAIN = {**_MANIFEST, "asylum_outcome": "unfounded"}
_WEEK_CASE = all_of(WARNED, is_in("asylum_outcome", *OLD_WEEK_OUTCOMES))
OLD_PERIOD = of_old_law(
    "AsylG/36/1@2026-06-09",
    ("Die zu setzende Ausreisefrist beträgt eine Woche.", "The period for departure to be set is a week."),
    Modality.MUST,
    is_in("asylum_outcome", *OLD_WEEK_OUTCOMES),
    effect=("Ausreisefrist: eine Woche.", "Period for departure: a week."),
    yes=("Offensichtlich unbegründet", _MANIFEST),
    no=("Unbegründet", _PLAIN),
)
OLD_URGENT_WEEK = of_old_law(
    "AsylG/36/3/1@2026-06-09", _WITHIN_WEEK, Modality.MUST, all_of(_WEEK_CASE, use(DECISION_SERVED)),
    effect=("Die Wochenfrist läuft ab Bekanntgabe.", "The week runs from notification."), decider=_COURT,
    yes=("Offensichtlich unbegründet", _MANIFEST), no=("Unbegründet", _PLAIN),
)  # fmt: skip
OLD_URGENT_STAYS = of_old_law(
    "AsylG/36/3/8@2026-06-09", _NO_REMOVAL, Modality.FORBIDDEN, all_of(_WEEK_CASE, use(URGENT_UNDECIDED)), effect=_STAYS, decider=_COURT,
    yes=("Nach vier Tagen beantragt", {**_MANIFEST, **URGENT}), no=("Zu spät beantragt", {**_MANIFEST, **LATE}),
    unknown=("Ob ein Eilantrag anhängig ist, ist offen", _MANIFEST),
)  # fmt: skip
OLD_VOID = of_old_law(
    "AsylG/37/1/1@2026-06-09",
    (
        "Mit dem Erfolg des Eilantrags wird die Ablehnung wegen eines sonstigen Drittstaats unwirksam.",
        "When the urgent application succeeds, the refusal for another third state becomes void.",
    ),
    Modality.STATE,
    all_of(is_in("asylum_outcome", "other_third_state"), is_in("asylum_urgent_outcome", "granted")),
    effect=("Das Asylverfahren wird fortgeführt.", "The asylum procedure goes on."),
    yes=("Eilantrag stattgegeben", {"asylum_outcome": "other_third_state", "asylum_urgent_outcome": "granted"}),
    no=("Eilantrag abgelehnt", {"asylum_outcome": "other_third_state", "asylum_urgent_outcome": "refused"}),
    unknown=("Ausgang nicht erfasst", {"asylum_outcome": "other_third_state"}),
)
OLD_PERIOD_AFTER_COURT = of_old_law(
    "AsylG/37/2@2026-06-09",
    (
        "Nach erfolgreichem Eilantrag endet die Frist 30 Tage nach unanfechtbarem Abschluss.",
        "After a successful urgent application the period ends 30 days after the final end.",
    ),
    Modality.STATE,
    all_of(is_in("asylum_outcome", "manifestly_unfounded"), is_in("asylum_urgent_outcome", "granted")),
    effect=("Die Ausreisefrist läuft nicht vor dem Ende des Verfahrens ab.", "The period does not end before that."),
    yes=("Eilantrag stattgegeben", {**_MANIFEST, "asylum_urgent_outcome": "granted"}),
    no=("Eilantrag abgelehnt", {**_MANIFEST, "asylum_urgent_outcome": "refused"}),
    unknown=("Ausgang nicht erfasst", _MANIFEST),
)
NORMS = (
    OLD_WARN, WARN, AUTHORITY_EXTENDS, TRANSLATE, OLD_ORDER_TRANSFER, ORDER_TRANSFER, FIND_PROHIBITIONS, OLD_ORDER_WEEK, OLD_ORDER_STAYS,
    ORDER_WEEK, ORDER_STAYS, ORDER_MISINSTRUCTED, OLD_PERIOD, OLD_URGENT_WEEK, OLD_URGENT_STAYS, URGENT_WITHIN_WEEK, URGENT_MISINSTRUCTED,
    NEW_STAYS, OLD_VOID, OLD_PERIOD_AFTER_COURT,
)  # fmt: skip
"""§§ 34–37 in the order of the statute, the earlier text first."""
