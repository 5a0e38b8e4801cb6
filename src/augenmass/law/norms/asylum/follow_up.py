"""Asylum Act § 71: follow-up applications, and when a removal may be carried out in spite of one, before and since the reform."""

from augenmass.law.language import Definition, all_of, any_of, day, is_in, none_of, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.asylum.enforceable import COURT_PROTECTS, URGENT_SETTLED, URGENT_UNDECIDED
from augenmass.law.norms.asylum.period import ACTION_TIME_OVER
from augenmass.law.norms.asylum.transition import NEW_FOLLOW_UP, OLD_FOLLOW_UP, REFORM
from augenmass.law.norms.specimens import NO_OBSTACLE
from augenmass.law.norms.writing import FEDERAL_OFFICE, norm

_AFTER_ENFORCEABLE = all_of(
    day("asylum_warning_enforceable_since").not_after(day("follow_up_filed_on")),
    is_in("follow_up_message", "conditions_missing", "non_refoulement"),
)
SETTLED = {
    "asylum_decision_served_on": "2026-07-27",
    "asylum_instruction": "correct",
    "asylum_urgent_outcome": "refused",
    "asylum_urgent_refusal_served_on": "2026-08-14",
}
NEW = {
    **NO_OBSTACLE,
    "protection_status": "none",
    "asylum_applied_on": "2026-07-06",
    "follow_up_filed_on": "2026-07-06",
    "asylum_warning_enforceable_since": "2025-03-10",
    "follow_up_message": "non_refoulement",
    "follow_up_exception": "article_56",
    "asylum_urgent_outcome": "none",
    "asylum_stay_permitted_by_court": "no",
    "court_prohibits_removal": "no",
}
OLD = {
    **NEW,
    "asylum_applied_on": "2026-05-11",
    "follow_up_filed_on": "2026-05-11",
    "follow_up_message": "conditions_missing",
    "follow_up_exception": "delay",
}
_NO_NEW_WARNING = (
    "Nach erfolglosem Folgeantrag bedarf es keiner neuen Androhung, Anordnung oder Frist.",
    "After a follow-up application without success no new warning, order or period is needed.",
)
_OLD_BASIS = ("Die frühere Androhung bleibt Grundlage.", "The earlier warning remains the basis.")
_MAY = ("Die Abschiebung darf vollzogen werden.", "The removal may be carried out.")
_LATER_WARNING = {"asylum_warning_enforceable_since": "2026-08-10"}

NO_NEW_WARNING = norm(
    "AsylG/71/3/1",
    _NO_NEW_WARNING,
    Modality.STATE,
    _AFTER_ENFORCEABLE,
    effect=_OLD_BASIS,
    since=REFORM,
    transition=use(NEW_FOLLOW_UP),
    yes=("Androhung seit 2025 vollziehbar, nicht weiter geprüft", NEW),
    no=("Androhung wurde erst danach vollziehbar", {**NEW, **_LATER_WARNING}),
    unknown=(
        "Vollziehbarkeit nicht erfasst",
        {k: v for k, v in NEW.items() if k != "asylum_warning_enforceable_since"},
    ),
)
AFTER_MESSAGE = norm(
    "AsylG/71/3/2",
    (
        "In den Fällen des Artikels 56 darf nach der Mitteilung des Bundesamtes abgeschoben werden.",
        "In cases of Article 56 removal is allowed after the Federal Office's message.",
    ),
    Modality.MAY,
    all_of(is_in("follow_up_exception", "article_56"), is_in("follow_up_message", "non_refoulement")),
    effect=_MAY,
    since=REFORM,
    transition=use(NEW_FOLLOW_UP),
    yes=("Mitteilung liegt vor", NEW),
    no=("Keine Mitteilung", {**NEW, "follow_up_message": "none"}),
    unknown=("Mitteilung nicht erfasst", {k: v for k, v in NEW.items() if k != "follow_up_message"}),
)
AFTER_COURT = norm(
    "AsylG/71/3/3",
    (
        "Im Übrigen darf erst nach Ablauf der Klagefrist und Zustellung der Ablehnung des Eilantrags abgeschoben werden.",
        "Otherwise only after the time for the action and service of the refusal of the urgent application.",
    ),
    Modality.MAY,
    any_of(
        all_of(
            is_in("follow_up_exception", "none", "delay", "repeated"),
            use(ACTION_TIME_OVER),
            use(URGENT_SETTLED),
        ),
        all_of(is_in("follow_up_exception", "article_68_6"), is_in("follow_up_message", "non_refoulement")),
    ),
    effect=_MAY,
    since=REFORM,
    transition=use(NEW_FOLLOW_UP),
    yes=("Eilantrag abgelehnt", {**NEW, **SETTLED, "follow_up_exception": "none"}),
    no=("Eilantrag anhängig", {**NEW, **SETTLED, "follow_up_exception": "none", "asylum_urgent_outcome": "pending"}),
    unknown=("Einordnung nicht erfasst", {**{k: v for k, v in NEW.items() if k != "follow_up_exception"}, **SETTLED}),
)
OLD_NO_NEW_WARNING = norm(
    "AsylG/71/5/1@2026-06-09",
    _NO_NEW_WARNING,
    Modality.STATE,
    _AFTER_ENFORCEABLE,
    effect=_OLD_BASIS,
    transition=use(OLD_FOLLOW_UP),
    yes=("Androhung seit 2025 vollziehbar, kein weiteres Verfahren", OLD),
    no=("Androhung wurde erst danach vollziehbar", {**OLD, **_LATER_WARNING}),
    unknown=(
        "Vollziehbarkeit nicht erfasst",
        {k: v for k, v in OLD.items() if k != "asylum_warning_enforceable_since"},
    ),
)
OLD_AFTER_MESSAGE = norm(
    "AsylG/71/5/2@2026-06-09",
    (
        "Bei Verzögerung oder wiederholtem Folgeantrag darf nach der Mitteilung des Bundesamtes abgeschoben werden.",
        "With delay or a repeated follow-up application removal is allowed after the Federal Office's message.",
    ),
    Modality.MAY,
    all_of(
        is_in("follow_up_exception", "delay", "repeated"),
        is_in("follow_up_message", "conditions_missing", "non_refoulement"),
    ),
    effect=_MAY,
    transition=use(OLD_FOLLOW_UP),
    yes=("Mitteilung liegt vor", OLD),
    no=("Keine Mitteilung", {**OLD, "follow_up_message": "none"}),
    unknown=("Mitteilung nicht erfasst", {k: v for k, v in OLD.items() if k != "follow_up_message"}),
)
OLD_AFTER_COURT = norm(
    "AsylG/71/5/3@2026-06-09",
    (
        "Im Übrigen darf erst nach der Wochenfrist und der Ablehnung des Eilantrags abgeschoben werden.",
        "Otherwise only after the week and the refusal of the urgent application.",
    ),
    Modality.MAY,
    all_of(is_in("follow_up_exception", "none"), use(URGENT_SETTLED)),
    effect=_MAY,
    transition=use(OLD_FOLLOW_UP),
    yes=("Eilantrag abgelehnt", {**OLD, **SETTLED, "follow_up_exception": "none"}),
    no=("Eilantrag anhängig", {**OLD, **SETTLED, "follow_up_exception": "none", "asylum_urgent_outcome": "pending"}),
    unknown=("Einordnung nicht erfasst", {**{k: v for k, v in OLD.items() if k != "follow_up_exception"}, **SETTLED}),
)
FURTHER_PROCEDURE = norm(
    "AsylG/71/1",
    (
        "Ob ein Folgeantrag weiter geprüft wird, entscheidet das Bundesamt.",
        "Whether a follow-up application is examined further is decided by the Federal Office.",
    ),
    Modality.STATE,
    is_in("follow_up_message", "further_procedure"),
    effect=("Ein weiteres Asylverfahren läuft.", "A further asylum procedure is running."),
    decider=FEDERAL_OFFICE,
    yes=("Weiteres Verfahren mitgeteilt", {"follow_up_message": "further_procedure"}),
    no=("Voraussetzungen fehlen", {"follow_up_message": "conditions_missing"}),
    unknown=("Keine Mitteilung erfasst", {}),
)
ALLOWED = Definition(
    "removal_allowed_after_follow_up",
    "Trotz des Folgeantrags darf die frühere Androhung oder Anordnung vollzogen werden.",
    "In spite of the follow-up application the earlier warning or order may be carried out.",
    all_of(
        any_of(
            all_of(use(NO_NEW_WARNING), any_of(use(AFTER_MESSAGE), use(AFTER_COURT))),
            all_of(use(OLD_NO_NEW_WARNING), any_of(use(OLD_AFTER_MESSAGE), use(OLD_AFTER_COURT))),
        ),
        none_of(use(COURT_PROTECTS), use(URGENT_UNDECIDED), use(d.PROHIBITED)),
        not_(use(FURTHER_PROCEDURE)),
    ),
    "AsylG/71/3",
)
DEFINITIONS = (ALLOWED,)
NORMS = (
    FURTHER_PROCEDURE,
    NO_NEW_WARNING,
    AFTER_MESSAGE,
    AFTER_COURT,
    OLD_NO_NEW_WARNING,
    OLD_AFTER_MESSAGE,
    OLD_AFTER_COURT,
)
"""§ 71."""
