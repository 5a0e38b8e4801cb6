"""Residence Act §§ 83, 84 and Code of Administrative Court Procedure §§ 60–80b, 123: remedies against a further measure, their effect and clocks."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    day,
    fact,
    is_in,
    months,
    none_of,
    not_,
    on,
    use,
    weeks,
    years,
)
from augenmass.law.language import before as earlier_than
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.measures.writing import NOT_RECORDED, NOTHING, by_choice, by_fact, row
from augenmass.law.norms.writing import done

MAY, MUST, STATE = Modality.MAY, Modality.MUST, Modality.STATE
COURT = "Verwaltungsgericht"
REFORM, JULY = date(2026, 6, 12), date(2026, 7, 29)
_KNOWN = day("measure_made_known_on")
_NO_EFFECT = (
    "Widerspruch und Klage haben keine aufschiebende Wirkung; das Gericht kann sie anordnen.",
    "Objection and action have no suspensive effect; the court can order it.",
)
_ROWS = (
    ("1a", "identity", "Maßnahmen zur Identität", "measures of identification", None),
    ("1b", "limit", "räumliche Beschränkung", "limit of movement", None),
    ("1c", "residence", "Wohnsitzauflage", "residence order", None),
    ("1d", "security", "Sicherheitsleistung", "security", None),
    ("1e", "health_check", "vorläufige Gesundheitskontrolle", "preliminary health check", REFORM),
    ("2", "facility", "Wohnen in der Ausreiseeinrichtung", "living in a departure facility", None),
    ("2a", "conditions", "Auflagen zur Durchsetzung", "conditions to enforce", None),
    ("2b", "screening_place", "Unterkunft und Beschränkung bei der Überprüfung", "accommodation and limit during screening", REFORM),
    ("3", "work_condition", "Nebenbestimmung zur Erwerbstätigkeit", "condition about work", None),
    ("4", "refugee_permit", "Widerruf des Titels nach Entzug des Schutzes aus Gründen des § 60 Abs. 8 bis 8b", "revocation of the title after withdrawal of protection on the grounds of section 60 (8) to (8b)", REFORM),
    ("5", "research", "Anerkennung einer Forschungseinrichtung", "recognition of a research institution", None),
    ("6", "exit_ban", "Ausreiseuntersagung", "ban on leaving", None),
    ("7", "entry_ban", "Anordnung und Befristung des Einreiseverbots", "order and limit of the entry ban", None),
    ("8", "paternity", "Rücknahme nach § 85d", "withdrawal under section 85d", JULY),
)  # fmt: skip


def _without_effect(id: str, key: str, de: str, en: str, since: date | None) -> Norm:
    return by_choice(
        id,
        (f"Ohne aufschiebende Wirkung: {de}.", f"No suspensive effect: {en}."),
        STATE,
        "measure_kind",
        (key,),
        _NO_EFFECT,
        (de, "Andere Maßnahme", "other"),
        suspensive=False,
        since=since,
    )


def _formerly(id: str, key: str, words: tuple[str, str], last: date) -> Norm:
    return row(
        id,
        words,
        STATE,
        is_in("measure_kind", key),
        _NO_EFFECT,
        {"measure_kind": key, "measure_made_known_on": "2026-05-20"},
        (
            "Im Mai bekannt gegeben",
            ("Andere Maßnahme", {"measure_kind": "other"}),
            ("Maßnahme offen", {"measure_kind": None}),
        ),
        suspensive=False,
        transition=earlier_than(_KNOWN, on(last), cite="AufenthG/84/1"),
    )


LISTED = (
    *(_without_effect("AufenthG/84/1" + f"/1/{number}", key, de, en, since) for number, key, de, en, since in _ROWS),
    _formerly("AufenthG/84/1/1/4@2026-05-04", "refugee_permit", ("Ohne aufschiebende Wirkung: Widerruf des Titels in den Fällen des früheren § 75 Abs. 2 AsylG.", "No suspensive effect: revocation of the title in the cases of the former section 75 (2)."), REFORM),
    _formerly("AufenthG/84/1/1/8@2026-05-04", "paternity_finding", ("Ohne aufschiebende Wirkung: Feststellung nach § 85a.", "No suspensive effect: finding under section 85a."), JULY),
    _without_effect("AufenthG/12a/8", "assigned_place", "Verpflichtung nach § 12a Abs. 2 bis 4", "duty under section 12a (2) to (4)", None),
)  # fmt: skip
BY_LAW = Definition(
    "remedy_without_effect_by_law",
    "Der Rechtsbehelf hat kraft Gesetzes keine aufschiebende Wirkung.",
    "By law the remedy has no suspensive effect.",
    any_of(*(use(norm.id) for norm in LISTED), fact("police_urgent_measure", cite="VwGO/80/2/1/2")),
    "AufenthG/84/1",
)
MADE = {
    "measure_kind": "other",
    "measure_made_known_on": "2026-07-20",
    "police_urgent_measure": "no",
    "measure_immediate_execution": "no",
    "immediate_execution_reasoned": "no",
    "emergency_measure": "no",
    "measure_effect_restored": "no",
    "measure_execution_stayed": "no",
    "measure_remedy_pending": "yes",
    "action_dismissed": "no",
    "effect_prolonged_by_court": "no",
    "stayed_until_final": "no",
}
"""Some measure made known in July 2026, with a remedy pending."""
_IMMEDIATE = {"measure_immediate_execution": "yes"}
DISMISSED = {**MADE, "action_dismissed": "yes", "appeal_reasons_until": "2026-04-30"}
_EXPELLED = {
    "decision_kind": "expulsion",
    "decision_service_proven": "yes",
    "decision_instruction": "correct",
    "decision_served_on": "2026-08-03",
    "decision_remedy_pending": "no",
    "decision_immediate_execution": "no",
    "urgent_application_pending": "no",
    "land": "ST",
}
_LATE = {"missed_without_fault": "yes", "hindrance_ended_on": "2026-08-13", "missed_period_ended_on": "2026-07-20"}

NORMS = (
    *LISTED,
    by_choice("AufenthG/83/1", ("Die Versagung von Visum und Passersatz an der Grenze ist unanfechtbar.", "Refusal of visa and substitute passport at the border cannot be contested."), STATE, "measure_kind", ("border_visa",),
        ("Auf den Antrag bei der Auslandsvertretung ist hinzuweisen.", "The application to the mission abroad is pointed out."), ("An der Grenze versagt", "Andere Maßnahme", "other"), decider="Grenzbehörde"),
    by_choice("AufenthG/83/2", ("Gegen die Versagung der Duldung gibt es keinen Widerspruch.", "Against refusal of a suspension there is no objection."), STATE, "measure_kind", ("suspension_refused",), ("Gegeben ist die Klage.", "An action is given."), ("Duldung versagt", "Andere Maßnahme", "other"), decider=COURT),
    row("AufenthG/84/2/2", ("Für die Arbeit gilt der Titel als fortbestehend.", "For work the title is deemed to continue."), STATE,
        all_of(use("AufenthG/84/2/1"), any_of(all_of(is_in("decision_instruction", "correct"), TODAY.not_after(day("decision_served_on") + months(1))), fact("urgent_application_pending"), all_of(fact("decision_remedy_pending"), not_(fact("decision_immediate_execution"))))),
        ("Während der Rechtsbehelfsfrist, des zulässigen Eilverfahrens oder solange der Rechtsbehelf aufschiebt.", "During the period for the remedy, admissible interim proceedings, or while the remedy suspends."), _EXPELLED,
        ("Frist läuft noch", ("Frist vorbei, kein Rechtsbehelf", {"decision_served_on": "2026-05-07"}), ("Zustellung offen", {"decision_service_proven": None}))),
    row("VwGO/80/1/1", ("Widerspruch und Klage gegen die Maßnahme haben aufschiebende Wirkung.", "Objection and action against the measure have suspensive effect."), STATE,
        all_of(fact("measure_remedy_pending"), not_(use("VwGO/80b/1/1")), any_of(none_of(use(BY_LAW), use("VwGO/80/2/1/4")), fact("measure_effect_restored", cite="VwGO/80/5/1"), fact("measure_execution_stayed", cite="VwGO/80/4/1"))),
        ("Die Maßnahme darf nicht vollzogen werden.", "The measure must not be executed."), MADE, ("Kein Ausschluss", ("Wohnsitzauflage", {"measure_kind": "residence"}), ("Maßnahme offen", {"measure_kind": None})), suspensive=True),
    by_fact("VwGO/80/2/1/2", ("Unaufschiebbare Maßnahmen der Polizei wirken sofort.", "Urgent measures of the police take effect at once."), STATE, "police_urgent_measure", ("Keine aufschiebende Wirkung.", "No suspensive effect."), ("Festhalten auf der Straße", "Bescheid der Behörde"), decider="Polizei", suspensive=False),
    row("VwGO/80/2/1/4", ("Der Sofortvollzug ist besonders angeordnet.", "Immediate execution is specially ordered."), STATE, fact("measure_immediate_execution"), ("Keine aufschiebende Wirkung, bis das Gericht sie wiederherstellt.", "No suspensive effect until the court restores it."), {**MADE, **_IMMEDIATE},
        ("Angeordnet", ("Nicht angeordnet", {"measure_immediate_execution": "no"}), ("Nicht erfasst", {"measure_immediate_execution": None})), suspensive=False),
    row("VwGO/80/3/1", ("Der Sofortvollzug ist schriftlich zu begründen.", "Immediate execution is given written reasons."), MUST, all_of(fact("measure_immediate_execution"), not_(use("VwGO/80/3/2")), not_(fact("immediate_execution_reasoned"))), ("Die Begründung fehlt.", "The reasons are missing."), {**MADE, **_IMMEDIATE},
        ("Ohne Begründung angeordnet", ("Begründet", {"immediate_execution_reasoned": "yes"}), ("Nicht geprüft", {"immediate_execution_reasoned": None}))),
    by_fact("VwGO/80/3/2", ("Eine bezeichnete Notstandsmaßnahme braucht keine Begründung.", "A named emergency measure needs no reasons."), STATE, "emergency_measure", ("Die schriftliche Begründung entfällt.", "Written reasons are not needed."), ("Notstandsmaßnahme", "Gewöhnliche Maßnahme")),
    row("VwGO/80/4/1", ("Die Behörde kann die Vollziehung aussetzen.", "The authority can stay execution."), MAY, all_of(fact("measure_remedy_pending"), any_of(use(BY_LAW), use("VwGO/80/2/1/4"))), ("Nach Ermessen, soweit Bundesrecht nichts anderes bestimmt.", "By discretion, unless federal law rules otherwise."), {**MADE, **_IMMEDIATE},
        ("Sofortvollzug, Widerspruch anhängig", ("Kein Rechtsbehelf", {"measure_remedy_pending": "no"}), ("Rechtsbehelf offen", {"measure_remedy_pending": None}))),
    row("VwGO/80/5/2", ("Der Eilantrag ist schon vor der Klage zulässig.", "The urgent application is admissible before the action."), STATE, any_of(use(BY_LAW), use("VwGO/80/2/1/4")), ("Eine Frist läuft dafür im Allgemeinen nicht.", "In general no period runs for it."), {**MADE, **_IMMEDIATE},
        ("Sofortvollzug", ("Rechtsbehelf schiebt auf", {"measure_immediate_execution": "no"}), ("Sofortvollzug offen", {"measure_immediate_execution": None})), decider=COURT),
    row("VwGO/80/5/3", ("Das Gericht kann die Vollziehung rückgängig machen lassen.", "The court can have execution undone."), MAY, fact("measure_already_executed"), ("Wenn die Maßnahme bei der Entscheidung schon vollzogen ist.", "If the measure has been executed when the court decides."), NOTHING,
        (("Schon vollzogen", {"measure_already_executed": "yes"}), ("Nicht vollzogen", {"measure_already_executed": "no"}), NOT_RECORDED), decider=COURT),
    by_fact("VwGO/80/7/2", ("Wegen veränderter Umstände kann Änderung des Eilbeschlusses beantragt werden.", "For changed circumstances a change of the interim decision can be applied for."), STATE, "circumstances_changed", ("Jede beteiligte Person kann den Antrag stellen.", "Every party can apply."), ("Neues Attest", "Unverändert"), decider=COURT),
    row("VwGO/80b/1/1", ("Die aufschiebende Wirkung ist drei Monate nach der Begründungsfrist geendet.", "The suspensive effect ended three months after the period for reasons."), STATE,
        all_of(fact("action_dismissed"), day("appeal_reasons_until").before(TODAY), (day("appeal_reasons_until") + months(3)).before(TODAY), none_of(fact("effect_prolonged_by_court", cite="VwGO/80b/2"), fact("stayed_until_final", cite="VwGO/80b/1/2"))),
        ("Nach Abweisung in erster Instanz, wenn das Rechtsmittelgericht die Fortdauer nicht anordnet.", "After dismissal in first instance, unless the appeal court orders it to continue."), DISMISSED,
        ("Begründungsfrist endete im April", ("Fortdauer angeordnet", {"effect_prolonged_by_court": "yes"}), ("Fortdauer nicht geprüft", {"effect_prolonged_by_court": None}))),
    by_fact("VwGO/80b/2", ("Die Wirkung dauert auf Anordnung des Rechtsmittelgerichts fort.", "The effect continues by order of the appeal court."), STATE, "effect_prolonged_by_court", ("Bis zu dessen Entscheidung.", "Until it decides."), ("Angeordnet", "Nicht angeordnet"), decider="Rechtsmittelgericht", suspensive=True),
    row("VwGO/60/1", ("Wer eine Frist ohne Verschulden versäumt, dem ist Wiedereinsetzung zu gewähren.", "Who missed a period without fault is restored to it."), MUST, all_of(fact("missed_without_fault"), use("VwGO/60/2/1"), not_(use("VwGO/60/3"))),
        ("Auf Antrag; über das Verschulden entscheidet das Gericht oder die Widerspruchsbehörde.", "On application; the court or objection authority decides on fault."), _LATE, ("Im Krankenhaus", ("Verschuldet", {"missed_without_fault": "no"}), ("Verschulden offen", {"missed_without_fault": None})), decider=COURT),
    row("VwGO/60/2/1", ("Der Antrag ist binnen zwei Wochen nach Wegfall des Hindernisses zu stellen.", "The application is filed within two weeks after the hindrance ended."), STATE, TODAY.not_after(day("hindrance_ended_on") + weeks(2)), ("Die versäumte Handlung ist in der Frist nachzuholen.", "The missed act is done within the period."), _LATE,
        ("Seit einer Woche weggefallen", ("Schon im Juni weggefallen", {"hindrance_ended_on": "2026-06-22"}), ("Tag unbekannt", {"hindrance_ended_on": None})), decider=""),
    row("VwGO/60/3", ("Nach einem Jahr ist der Antrag unzulässig.", "After a year the application is inadmissible."), STATE, (day("missed_period_ended_on") + years(1)).before(TODAY), ("Außer bei höherer Gewalt.", "Save in cases of force majeure."), {**_LATE, "missed_period_ended_on": "2025-06-02"},
        ("Frist endete 2025", ("Frist endete im Juli 2026", {"missed_period_ended_on": "2026-07-20"}), ("Ende unbekannt", {"missed_period_ended_on": None})), decider=COURT),
    by_fact("VwGO/68/1/2/1", ("Gegen Bescheide oberster Behörden gibt es kein Vorverfahren.", "Against acts of supreme authorities there is no objection procedure."), STATE, "by_supreme_authority", ("Gegeben ist die Klage.", "An action is given."), ("Ministerium hat entschieden", "Ausländerbehörde hat entschieden"), decider=COURT),
    row("VwGO/74/1/1", ("Nach dem Widerspruchsbescheid läuft die Klagefrist von einem Monat.", "After the decision on the objection a month for the action runs."), STATE, all_of(done("objection_decision_served_on"), TODAY.not_after(day("objection_decision_served_on") + months(1))), ("Gezählt wird ab Zustellung.", "It is counted from service."), NOTHING,
        (("Anfang August zugestellt", {"objection_decision_served_on": "2026-08-03"}), ("Im Mai zugestellt", {"objection_decision_served_on": "2026-05-04"}), ("Nur der Monat bekannt", {"objection_decision_served_on": "2026-07"})), decider=COURT),
    row("VwGO/75", ("Nach drei Monaten ohne Entscheidung ist die Untätigkeitsklage zulässig.", "After three months without a decision an action for failure to act is admissible."), STATE, all_of(fact("objection_undecided"), (day("objection_filed_on") + months(3)).before(TODAY)), ("Früher nur bei besonderen Umständen.", "Earlier only in special circumstances."),
        {"objection_undecided": "yes", "objection_filed_on": "2026-05-04"}, ("Seit Mai unentschieden", ("Erst im Juli eingelegt", {"objection_filed_on": "2026-07-20"}), ("Tag unbekannt", {"objection_filed_on": None})), decider=COURT),
    row("VwGO/123/5", ("Statt der einstweiligen Anordnung ist der Antrag nach § 80 Abs. 5 gegeben.", "Instead of an interim order the application under section 80 (5) is given."), STATE, any_of(use(BY_LAW), use("VwGO/80/2/1/4")), ("Gegen vollziehbare belastende Maßnahmen.", "Against enforceable measures that burden."), {**MADE, **_IMMEDIATE},
        ("Sofortvollzug", ("Rechtsbehelf schiebt auf", {"measure_immediate_execution": "no"}), ("Sofortvollzug offen", {"measure_immediate_execution": None})), decider=COURT),
)  # fmt: skip
DEFINITIONS = (BY_LAW,)
