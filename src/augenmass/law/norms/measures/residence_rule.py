"""Residence Act §§ 12a, 72 (3), (3a): where holders of protection live, how long, and who must consent."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    before,
    day,
    fact,
    is_in,
    months,
    none_of,
    not_,
    not_before,
    on,
    use,
    weeks,
    years,
)
from augenmass.law.norm import Modality
from augenmass.law.norms.measures.writing import NOTHING, row
from augenmass.law.norms.writing import done

MAY, MUST, NO, STATE = Modality.MAY, Modality.MUST, Modality.FORBIDDEN, Modality.STATE
REFORM = on(date(2026, 6, 12))
_FROM = day("residence_rule_from")
RULE_ENDS, SIX_MONTHS = _FROM + years(3), _FROM + months(6)
_BASIS = all_of(
    _FROM.not_after(TODAY), TODAY.before(RULE_ENDS), not_(fact("residence_rule_exempt", cite="AufenthG/12a/1/2")), _FROM.not_before(on(date(2016, 1, 1)), cite="AufenthG/12a/7")
)  # fmt: skip
RULED = {
    "residence_rule_basis": "protection",
    "residence_rule_from": "2026-06-30",
    "residence_rule_exempt": "no",
    "temporary_accommodation": "yes",
    "place_helps_integration": "yes",
    "place_hinders_integration": "no",
    "exclusion_to_be_avoided": "yes",
    "residence_rule_broken": "yes",
    "lifting_requested": "yes",
    "other_place_work_or_course": "yes",
    "residence_rule_hardship": "yes",
    "land": "ST",
}
"""Protection since the end of June 2026, no exemption, still in a reception centre."""
LATER = {"residence_rule_from": "2025-09-01"}

BOUND = Definition(
    "residence_rule_binds",
    "Die Wohnsitzregelung gilt.",
    "The residence rule binds.",
    any_of(use("AufenthG/12a/1/1"), use("AufenthG/12a/1/1@2026-05-04")),
    "AufenthG/12a/1/1",
)
_DUTY = (
    "Der Wohnsitz ist im Land der Zuweisung zu nehmen, drei Jahre lang.",
    "Residence is to be taken in the Land of assignment, for three years.",
)
_WORDS = (
    "Wer Schutz oder eine erste humanitäre Erlaubnis hat, wohnt drei Jahre im Land.",
    "Who holds protection or a first humanitarian permit lives in the Land for three years.",
)
_BOUND_CASES = (
    "Schutz seit Juni 2026",
    ("Nimmt eine Ausbildung auf", {"residence_rule_exempt": "yes"}),
    ("Befreiung nicht geprüft", {"residence_rule_exempt": None}),
)
NORMS = (
    row("AufenthG/12a/1/1", _WORDS, MUST, all_of(is_in("residence_rule_basis", "protection", "permit"), _BASIS), _DUTY, RULED, _BOUND_CASES, decider="", transition=not_before(_FROM, REFORM, cite="AufenthG/12a/1")),
    row("AufenthG/12a/1/1@2026-05-04", _WORDS, MUST, all_of(is_in("residence_rule_basis", "protection", "permit"), _BASIS), _DUTY, {**RULED, "residence_rule_from": "2026-05-11"},
        ("Anerkannt im Mai 2026", ("Arbeitet", {"residence_rule_exempt": "yes"}), ("Befreiung nicht geprüft", {"residence_rule_exempt": None})), decider="", transition=before(_FROM, REFORM, cite="AufenthG/12a/1")),
    row("AufenthG/12a/1/2", ("Arbeit, Ausbildung, Studium oder Kurs befreien.", "Work, training, studies or a course exempt."), STATE, all_of(is_in("residence_rule_basis", "protection", "permit"), fact("residence_rule_exempt")),
        ("Die Wohnsitzregelung findet keine Anwendung.", "The residence rule does not apply."), {**RULED, "residence_rule_exempt": "yes"}, ("Arbeitet", ("Keine Befreiung", {"residence_rule_exempt": "no"}), ("Nicht geprüft", {"residence_rule_exempt": None})), decider=""),
    row("AufenthG/12a/1/3", ("Die Frist kann um Zeiten ohne Befolgung verlängert werden.", "The period can be extended by times of breach."), MAY, all_of(use(BOUND), fact("residence_rule_broken")),
        ("Um die Zeit, in der die Pflicht nicht befolgt wurde.", "By the time during which the duty was not observed."), RULED, ("Wohnte in anderem Land", ("Immer befolgt", {"residence_rule_broken": "no"}), ("Nicht geprüft", {"residence_rule_broken": None}))),
    row("AufenthG/12a/2/1", ("Aus vorübergehender Unterkunft kann an einen Ort zugewiesen werden.", "From temporary accommodation a place can be assigned."), MAY,
        all_of(use(BOUND), fact("temporary_accommodation"), TODAY.not_after(SIX_MONTHS), not_(assessment("place_hinders_integration"))), ("Binnen sechs Monaten, zur Versorgung mit Wohnraum.", "Within six months, for housing."),
        RULED, ("Lebt in der Einrichtung", ("Eigene Wohnung", {"temporary_accommodation": "no"}), ("Unterkunft unbekannt", {"temporary_accommodation": None})), suspensive=False),
    row("AufenthG/12a/3/1", ("Zur Integration kann ein Ort bestimmt werden.", "For integration a place can be determined."), MAY, all_of(use(BOUND), TODAY.not_after(SIX_MONTHS), assessment("place_helps_integration")),
        ("Binnen sechs Monaten, längstens bis zum Ende der drei Jahre.", "Within six months, until the end of the three years at most."), RULED,
        ("Wohnraum, Kurs und Arbeit am Ort", ("Sechs Monate vorbei", {**LATER}), ("Nicht beurteilt", {"place_helps_integration": None})), suspensive=False),
    row("AufenthG/12a/4/1", ("Ein Ort kann ausgeschlossen werden.", "A place can be excluded."), MAY, all_of(use(BOUND), assessment("exclusion_to_be_avoided")), ("Um Ausgrenzung zu vermeiden.", "To avoid exclusion."),
        RULED, ("Ausgrenzung zu erwarten", ("Nicht zu erwarten", {"exclusion_to_be_avoided": "no"}), ("Nicht beurteilt", {"exclusion_to_be_avoided": None})), suspensive=False),
    row("AufenthG/12a/5/1/1", ("Für Arbeit, Kurs oder Familie am anderen Ort ist aufzuheben.", "For work, course or family at another place it is to be lifted."), MUST, all_of(use(BOUND), fact("lifting_requested"), fact("other_place_work_or_course")),
        ("Auf Antrag und Nachweis.", "On application and proof."), RULED, ("Stelle in anderer Stadt", ("Kein Nachweis", {"other_place_work_or_course": "no"}), ("Nicht geprüft", {"other_place_work_or_course": None}))),
    row("AufenthG/12a/5/1/2", ("Zur Vermeidung einer Härte ist aufzuheben.", "To avoid a hardship it is to be lifted."), MUST, all_of(use(BOUND), fact("lifting_requested"), assessment("residence_rule_hardship")),
        ("Auf Antrag; danach ist eine Verpflichtung aufzuerlegen, die dem Interesse Rechnung trägt.", "On application; then a duty follows that takes account of the interest."), RULED,
        ("Jugendamt warnt", ("Keine Härte", {"residence_rule_hardship": "no"}), ("Nicht beurteilt", {"residence_rule_hardship": None}))),
    row("AufenthG/12a/7", ("Vor 2016 Anerkannte sind nicht gebunden.", "Those recognised before 2016 are not bound."), STATE, _FROM.before(on(date(2016, 1, 1))), ("Die Wohnsitzregelung gilt nicht.", "The residence rule does not apply."),
        NOTHING, (("2015 anerkannt", {"residence_rule_from": "2015-11-02"}), ("2026 anerkannt", {"residence_rule_from": "2026-06-30"}), "Tag unbekannt"), decider=""),
    row("AufenthG/72/3a/1", ("Ohne Zustimmung des Zuzugsorts keine Aufhebung.", "Without consent of the new place no lifting."), NO, none_of(is_in("move_consent", "given"), use("AufenthG/72/3a/3")),
        ("Die Zustimmung fehlt und ist einzuholen.", "Consent is missing and is to be sought."), {"move_consent": "refused", "move_consent_requested_on": "2026-07-06"},
        ("Widersprochen", ("Zugestimmt", {"move_consent": "given"}), ("Antwort nicht erfasst", {"move_consent": None}))),
    row("AufenthG/72/3a/2", ("Liegen die Gründe vor, ist zuzustimmen.", "Where the grounds exist, consent is to be given."), MUST, any_of(fact("other_place_work_or_course"), assessment("residence_rule_hardship")),
        ("Eine Ablehnung ist zu begründen.", "A refusal is to be given reasons."), RULED, ("Stelle in anderer Stadt", ("Keine Gründe", {"other_place_work_or_course": "no", "residence_rule_hardship": "no"}), ("Nicht geprüft", {"other_place_work_or_course": None, "residence_rule_hardship": None})),
        decider="Ausländerbehörde des Zuzugsorts"),
    row("AufenthG/72/3a/3", ("Nach vier Wochen ohne Widerspruch gilt die Zustimmung.", "After four weeks without objection consent is deemed given."), STATE, all_of(is_in("move_consent", "silent"), done("move_consent_requested_on"), (day("move_consent_requested_on") + weeks(4)).before(TODAY)),
        ("Die Zustimmung gilt als erteilt.", "Consent is deemed given."), {"move_consent": "silent", "move_consent_requested_on": "2026-07-06"},
        ("Seit Anfang Juli keine Antwort", ("Widersprochen", {"move_consent": "refused"}), ("Antwort nicht erfasst", {"move_consent": None}))),
    row("AufenthG/72/3/1", ("Fremde Maßnahmen werden nur im Einvernehmen geändert.", "Measures of another authority are changed only with its consent."), NO, all_of(fact("ordered_by_other_authority"), not_(fact("ordering_authority_consents")), not_(use("AufenthG/72/3/2"))),
        ("Das Einvernehmen der anordnenden Behörde fehlt.", "Consent of the ordering authority is missing."), {"ordered_by_other_authority": "yes", "ordering_authority_consents": "no", "asylum_procedure_running": "no"},
        ("Auflage einer anderen Behörde", ("Eigene Auflage", {"ordered_by_other_authority": "no"}), ("Einvernehmen nicht erfasst", {"ordering_authority_consents": None}))),
    row("AufenthG/72/3/2", ("Bei Asylbeschränkung auf den Bezirk braucht es kein Einvernehmen.", "With an asylum limit to the district no consent is needed."), STATE, all_of(fact("asylum_procedure_running"), any_of(use("AsylG/56/1"), use("AsylG/56/2"))),
        ("Die Behörde des Bezirks ändert selbst.", "The authority of the district changes it itself."),
        {"asylum_procedure_running": "yes", "assigned_other_district": "no", "reception_duty": "no", "permitted_or_tolerated_since": "2026-07-01"},
        ("Gestattung auf den Bezirk beschränkt", ("Kein Asylverfahren", {"asylum_procedure_running": "no"}), ("Beginn unbekannt", {"permitted_or_tolerated_since": None}))),
)  # fmt: skip
DEFINITIONS = (BOUND,)
