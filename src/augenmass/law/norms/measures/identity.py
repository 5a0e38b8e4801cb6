"""Residence Act §§ 48, 49: duties about papers, search, reading data carriers, measures of identification."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Condition,
    all_of,
    any_of,
    assessment,
    day,
    established,
    fact,
    is_in,
    none_of,
    not_,
    number,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms.measures.writing import NOT_RECORDED, NOTHING, by_fact, row
from augenmass.law.norms.specimens import OBLIGED, with_facts

OUGHT, MAY, MUST, NO, STATE = Modality.SHALL, Modality.MAY, Modality.MUST, Modality.FORBIDDEN, Modality.STATE
_NO_PASSPORT: Condition = any_of(
    is_in("passport_kind", "none"),
    all_of(established("passport_valid_until"), day("passport_valid_until").before(TODAY)),
)
UNPROVEN = with_facts(
    OBLIGED,
    passport_kind="none",
    identity_established="no",
    passport_obtainable="yes",
    identity_cooperation_refused="yes",
    papers_possession_indicated="yes",
    search_ordered_by_judge="no",
    reading_necessary="yes",
    other_identity_evidence="no",
    device_milder_means_suffice="no",
    only_core_privacy_expected="no",
    evaluator_qualified_as_judge="yes",
    data_carriers_read="yes",
    read_data_still_needed="yes",
    identity_doubts="yes",
    identified_otherwise="no",
    false_document_used="no",
    screening_due="no",
)
"""Obliged to leave, without a passport, refusing to hand over papers that they seem to have."""

NORMS = (
    row("AufenthG/48/2", ("Ohne erlangbaren Pass genügt der Ausweisersatz.", "Without an obtainable passport a substitute identity card is enough."), STATE, all_of(_NO_PASSPORT, not_(assessment("passport_obtainable"))), ("Titel oder Duldung mit Angaben und Lichtbild, als Ausweisersatz bezeichnet.", "Title or suspension with details and photograph, named as a substitute."),
        {**UNPROVEN, "passport_obtainable": "no"}, ("Kein Pass zu erlangen", ("Pass zu erlangen", {"passport_obtainable": "yes"}), ("Nicht beurteilt", {"passport_obtainable": None}))),
    row("AufenthG/48/3/1", ("Ohne Pass ist bei der Beschaffung mitzuwirken und vorzulegen, was dafür bedeutsam ist.", "Without a passport the person helps to obtain one and hands over what matters for it."), MUST, _NO_PASSPORT, ("Auf Verlangen auch Datenträger.", "On request data carriers too."), UNPROVEN,
        ("Kein Pass", ("Gültiger Pass", {"passport_kind": "passport"}), ("Nicht erfasst", {"passport_kind": None})), decider=""),
    row("AufenthG/48/3/2", ("Bei verweigerter Vorlage können Person und Sachen durchsucht werden.", "Where handing over is refused, person and things can be searched."), MAY, all_of(_NO_PASSPORT, fact("identity_cooperation_refused"), assessment("papers_possession_indicated")),
        ("Nach Ermessen und verhältnismäßig; für die Wohnung gilt Satz 3.", "By discretion and in proportion; for the home sentence 3 holds."), UNPROVEN, ("Verweigert, Anhaltspunkte bestehen", ("Legt vor", {"identity_cooperation_refused": "no"}), ("Anhaltspunkte nicht beurteilt", {"papers_possession_indicated": None}))),
    row("AufenthG/48/3/3", ("Ohne richterliche Anordnung keine Durchsuchung der Wohnung.", "Without a judge's order no search of the home."), NO, not_(fact("search_ordered_by_judge")), ("Nur bei Gefahr im Verzug kann die Behörde anordnen; das beurteilt ein Mensch.", "Only with imminent danger the authority can order it; a human judges that."), UNPROVEN,
        ("Keine Anordnung", ("Anordnung liegt vor", {"search_ordered_by_judge": "yes"}), ("Nicht erfasst", {"search_ordered_by_judge": None})), decider="Amtsgericht"),
    row("AufenthG/48/3a/1", ("Datenträger dürfen zur Sicherstellung ausgelesen werden.", "Data carriers may be read to secure them."), MAY, all_of(_NO_PASSPORT, not_(fact("other_identity_evidence")), assessment("reading_necessary")), ("Nur soweit erforderlich und ohne anderen Identitätsnachweis.", "Only as far as necessary and without other proof of identity."), UNPROVEN,
        ("Kein Nachweis, erforderlich", ("Geburtsurkunde liegt vor", {"other_identity_evidence": "yes"}), ("Andere Nachweise nicht geprüft", {"other_identity_evidence": None}))),
    row("AufenthG/48/3b/1", ("Ausgelesene Daten dürfen nur ausgewertet werden, wenn kein milderes Mittel genügt.", "Read data may be evaluated only where no milder means suffice."), MAY, all_of(use("AufenthG/48/3a/1"), not_(assessment("device_milder_means_suffice")), not_(use("AufenthG/48/3b/2")), fact("evaluator_qualified_as_judge", cite="AufenthG/48/3b/6")),
        ("Durch eine Person mit Befähigung zum Richteramt.", "By a person qualified for judicial office."), UNPROVEN, ("Kein milderes Mittel", ("Vorsprache genügt", {"device_milder_means_suffice": "yes"}), ("Mildere Mittel nicht beurteilt", {"device_milder_means_suffice": None}))),
    row("AufenthG/48/3b/2", ("Wäre allein der Kernbereich betroffen, ist die Auswertung unzulässig.", "If only the core of private life were touched, evaluation is barred."), NO, assessment("only_core_privacy_expected"), ("Gewonnenes ist zu löschen, die Löschung aktenkundig zu machen.", "What was gained is deleted, and the deletion recorded."), NOTHING,
        (("Nur Tagebuch", {"only_core_privacy_expected": "yes"}), ("Kein solcher Anhaltspunkt", {"only_core_privacy_expected": "no"}), NOT_RECORDED)),
    row("AufenthG/48/3c/1", ("Nicht mehr erforderliche Daten sind unverzüglich zu löschen.", "Data no longer needed are deleted without delay."), MUST, all_of(fact("data_carriers_read"), not_(fact("read_data_still_needed"))), ("Auslesen, Auswerten und Löschen sind zu dokumentieren.", "Reading, evaluating and deleting are documented."), {**UNPROVEN, "read_data_still_needed": "no"},
        ("Pass ist da", ("Noch erforderlich", {"read_data_still_needed": "yes"}), ("Nicht geprüft", {"read_data_still_needed": None}))),
    row("AufenthG/49/3", ("Bei Zweifeln sind die erforderlichen Feststellungen zu treffen.", "With doubts the necessary findings are made."), MUST, all_of(not_(fact("identity_established")), assessment("identity_doubts")), ("Zu Person, Lebensalter oder Staatsangehörigkeit.", "About person, age or nationality."), UNPROVEN,
        ("Zweifel", ("Identität geklärt", {"identity_established": "yes"}), ("Zweifel nicht beurteilt", {"identity_doubts": None})), suspensive=False),
    by_fact("AufenthG/49/5/1/1", ("Nach Einreise mit falschem Pass sollen Maßnahmen durchgeführt werden.", "After entry with a false passport measures shall be carried out."), OUGHT, "false_document_used", ("Zur Feststellung und Sicherung der Identität.", "To establish and secure identity."), ("Verfälschter Pass", "Echter Pass"), suspensive=False),
    row("AufenthG/49/5/1/3", ("Bei vollziehbar Ausreisepflichtigen sollen Maßnahmen durchgeführt werden, wenn die Abschiebung in Betracht kommt.", "For those enforceably obliged measures shall be carried out where removal comes into question."), OUGHT, all_of(use("AufenthG/58/2"), none_of(use("prohibition_found"), use("suspension_due"))),
        ("Zur Feststellung und Sicherung der Identität.", "To establish and secure identity."), UNPROVEN, ("Abschiebung kommt in Betracht", ("Asylverfahren läuft", {"asylum_procedure_running": "yes"}), ("Grund der Pflicht offen", {"obligation_basis": None})), suspensive=False),
    row("AufenthG/49/6/2", ("Maßnahmen sind erst ab sechs Jahren zulässig.", "Measures are allowed only from the age of six."), NO, number("age").below(6), ("Keine Fingerabdrücke von jüngeren Kindern.", "No fingerprints of younger children."), NOTHING,
        (("Vier Jahre alt", {"age": "4"}), ("Dreißig Jahre alt", {"age": "30"}), "Alter unbekannt")),
    row("AufenthG/49/6/3", ("Zur Feststellung der Identität nur, wenn es anders nicht geht.", "To establish identity only where it cannot be done otherwise."), NO, fact("identified_otherwise"), ("Maßnahmen zur Feststellung sind ausgeschlossen.", "Measures to establish it are excluded."), NOTHING,
        (("Auskunft anderer Behörde genügt", {"identified_otherwise": "yes"}), ("Nicht anders feststellbar", {"identified_otherwise": "no"}), NOT_RECORDED)),
    row("AufenthG/49/8/1", ("Nach Aufgriff bei unerlaubter Einreise oder zur Überprüfung ist die Identität zu sichern.", "After being picked up on unlawful entry, or for screening, identity is secured."), MUST, any_of(all_of(is_in("entry_kind", "unlawful"), is_in("found_at", "border", "internal_border", "other_border")), fact("screening_due")),
        ("Nur Lichtbild und Fingerabdrücke; unter sechs Jahren nur Lichtbild.", "Only photograph and fingerprints; under six only a photograph."), {**UNPROVEN, "entry_kind": "unlawful", "found_at": "border"}, ("An der Grenze aufgegriffen", ("Mit Visum eingereist", {"entry_kind": "visa"}), ("Ort unbekannt", {"found_at": None})), suspensive=False, since=date(2026, 6, 12)),
    row("AufenthG/49/8/1@2026-05-04", ("Nach Aufgriff bei unerlaubter Einreise ist die Identität zu sichern.", "After being picked up on unlawful entry identity is secured."), MUST, all_of(is_in("entry_kind", "unlawful"), is_in("found_at", "border", "internal_border", "other_border")), ("Nur Lichtbild und Fingerabdrücke.", "Only photograph and fingerprints."),
        {**UNPROVEN, "entry_kind": "unlawful", "found_at": "border"}, ("An der Grenze aufgegriffen", ("Mit Visum eingereist", {"entry_kind": "visa"}), ("Ort unbekannt", {"found_at": None})), suspensive=False, until=date(2026, 6, 11), on=date(2026, 5, 20)),
    row("AufenthG/49/9/1", ("Bei Aufenthalt ohne erforderlichen Titel ist die Identität zu sichern.", "With a stay without the needed title identity is secured."), MUST, use("AufenthG/50/1"), ("Nur Lichtbild und Fingerabdrücke; unter sechs Jahren nur Lichtbild.", "Only photograph and fingerprints; under six only a photograph."), UNPROVEN,
        ("Kein Titel", ("Erlaubnis gilt", {"title_kind": "residence_permit", "title_valid_until": "2027-01-31"}), ("Asylverfahren offen", {"asylum_procedure_running": None})), suspensive=False),
)  # fmt: skip
