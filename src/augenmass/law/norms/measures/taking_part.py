"""Residence Act §§ 71, 72 (6), 77 (3), 80, 82: special competences, participation, capacity, cooperation."""

from datetime import date

from augenmass.law.language import TODAY, all_of, assessment, day, fact, is_in, none_of, not_, use, weeks
from augenmass.law.norm import Modality
from augenmass.law.norms.measures.writing import NOTHING, by_choice, by_fact, row
from augenmass.law.norms.specimens import OBLIGED

MAY, MUST, STATE = Modality.MAY, Modality.MUST, Modality.STATE
BORDER, POLICE = "Grenzbehörde", "Polizei des Landes"
_ENFORCEABLE_CASES = (OBLIGED, ("Vollziehbar ausreisepflichtig", ("Asylverfahren läuft", {"asylum_procedure_running": "yes"}), ("Grund offen", {"obligation_basis": None})))  # fmt: skip
_VICTIM = {"victim_indications": "yes", "prosecution_participated": "no", "prosecution_known": "yes"}
_ADULT = {"minor": "no", "under_consent_reservation": "no"}

NORMS = (
    by_choice("AufenthG/71/2/1", ("Im Ausland sind die Auslandsvertretungen für Pass und Visum zuständig.", "Abroad the missions are competent for passports and visas."), STATE, "found_at", ("abroad",), ("Der Antrag ist dort zu stellen.", "The application is filed there."), ("Im Ausland", "Im Inland", "inland"), decider="Auslandsvertretung"),
    by_choice("AufenthG/71/3/1/1", ("Für Zurückweisung und Zurückschiebung an der Grenze ist die Grenzbehörde zuständig.", "For refusal and return at the border the border authority is competent."), STATE, "found_at", ("border",), ("In unmittelbarem Zusammenhang mit der unerlaubten Einreise.", "In direct connection with the unlawful entry."), ("An der Grenze angetroffen", "Im Inland", "inland"), decider=BORDER),
    by_choice("AufenthG/71/3/1/1a", ("Für Abschiebungen an der Grenze nach Aufgriff an einer Binnengrenze ist die Grenzbehörde zuständig.", "For removals at the border after being picked up at an internal border the border authority is competent."), STATE, "found_at", ("internal_border",), ("Daneben bleibt die Ausländerbehörde zuständig, wo die Grenzbehörde nicht handelt.", "Beside it the foreigners' authority stays competent where the border authority does not act."), ("An der Binnengrenze aufgegriffen", "Im Inland", "inland"), decider=BORDER),
    by_choice("AufenthG/71/3/1/1b", ("Für Abschiebungen nach Aufgriff in anderem Grenzraum ist die Grenzbehörde zuständig.", "For removals after being picked up in another border area the border authority is competent."), STATE, "found_at", ("other_border",), ("Auch auf Flughäfen und in Häfen.", "Also at airports and ports."), ("Am Flughafen aufgegriffen", "Im Inland", "inland"), decider=BORDER),
    row("AufenthG/71/4/1", ("Für Maßnahmen zur Identität sind auch die Polizeien zuständig.", "For measures of identification the police are competent too."), STATE, not_(fact("identity_established")), ("Neben der Ausländerbehörde.", "Beside the foreigners' authority."), {"identity_established": "no"},
        ("Identität offen", ("Identität geklärt", {"identity_established": "yes"}), ("Nicht erfasst", {"identity_established": None})), decider=POLICE),
    row("AufenthG/71/5", ("Für die Durchführung der Abschiebung ist auch die Polizei des Landes zuständig.", "For carrying out a removal the Land police are competent too."), STATE, use("AufenthG/58/2"), ("Neben der zentralen Stelle und der Ausländerbehörde; über die Voraussetzungen entscheidet sie nicht.", "Beside the central body and the authority; it does not decide on the conditions."), *_ENFORCEABLE_CASES, decider=POLICE),
    row("AufenthG/72/6/1", ("Vor Entscheidungen zu möglichen Opfern ist die Staatsanwaltschaft oder das Gericht zu beteiligen.", "Before decisions on possible victims the prosecution or court takes part."), MUST, all_of(fact("victim_indications"), not_(fact("prosecution_participated"))), ("Für Titel nach § 25 Abs. 4a, 4b und die Frist des § 59 Abs. 7.", "For titles under section 25 (4a), (4b) and the period of section 59 (7)."), _VICTIM,
        ("Noch nicht beteiligt", ("Beteiligt", {"prosecution_participated": "yes"}), ("Anhaltspunkte nicht geprüft", {"victim_indications": None}))),
    row("AufenthG/72/6/2", ("Ist die Staatsanwaltschaft nicht bekannt, ist die Polizei zu beteiligen.", "Where the prosecution is not known, the police take part."), MUST, all_of(fact("victim_indications"), not_(fact("prosecution_known"))), ("Die Polizei des Aufenthaltsorts, vor der Entscheidung über die Frist.", "The police of the place of stay, before deciding on the period."), {**_VICTIM, "prosecution_known": "no"},
        ("Staatsanwaltschaft unbekannt", ("Bekannt", {"prosecution_known": "yes"}), ("Nicht erfasst", {"prosecution_known": None})), decider=POLICE),
    row("AufenthG/77/3/5", ("Statt der Übersetzung genügt ein Standardformular.", "Instead of a translation a standard form is enough."), STATE, all_of(is_in("entry_kind", "unlawful"), not_(use("departed_and_not_back", cite="AufenthG/77/3/6"))), ("In mindestens fünf häufigen Sprachen.", "In at least five common languages."), {**OBLIGED, "entry_kind": "unlawful"},
        ("Unerlaubt eingereist", ("Mit Visum eingereist", {"entry_kind": "visa"}), ("Einreise offen", {"entry_kind": None}))),
    row("AufenthG/80/1", ("Die volljährige Person ist handlungsfähig.", "The adult has capacity to act."), STATE, none_of(fact("minor"), fact("under_consent_reservation")), ("Sie kann selbst Anträge stellen und Verfahrenshandlungen vornehmen.", "They can file applications and act in the procedure themselves."), _ADULT,
        ("Volljährig", ("Minderjährig", {"minor": "yes"}), ("Alter unbekannt", {"minor": None}))),
    row("AufenthG/80/4", ("Wer Minderjährige vertritt oder betreut, stellt die nötigen Anträge.", "Whoever represents or cares for a minor files the needed applications."), MUST, fact("minor"), ("Für Titel, Pass, Passersatz und Ausweisersatz.", "For title, passport and substitutes."), NOTHING,
        (("Minderjährig", {"minor": "yes"}), ("Volljährig", {"minor": "no"}), "Alter unbekannt"), decider=""),
    by_fact("AufenthG/82/1/3", ("Bei ausgesetzter Bearbeitung ist eine Frist zu setzen.", "Where work is suspended a period is set."), MUST, "application_suspended_incomplete", ("Die nachzuholenden Angaben sind zu benennen.", "The missing statements are named."), ("Angaben fehlen", "Antrag vollständig")),
    by_fact("AufenthG/82/3a/1", ("Bei der Überprüfung ist eine vorläufige Gesundheitskontrolle anzuordnen.", "During screening a preliminary health check is ordered."), MUST, "screening_due", ("Ob jemand sofort versorgt oder abgesondert werden muss.", "Whether somebody needs care or isolation at once."), ("Wird überprüft", "Wird nicht überprüft"), decider="Überprüfungsbehörde", suspensive=False, since=date(2026, 6, 12)),
    row("AufenthG/82/4/1", ("Persönliches Erscheinen kann angeordnet werden.", "Personal appearance can be ordered."), MAY, assessment("appearance_needed"), ("Bei Behörde oder Vertretung, auch ärztliche Untersuchung der Reisefähigkeit; der Termin ist geheim (§ 97a).", "At authority or mission, also a medical examination of fitness to travel; the date is secret (section 97a)."), NOTHING,
        (("Vorsprache nötig", {"appearance_needed": "yes"}), ("Nicht nötig", {"appearance_needed": "no"}), "Nicht beurteilt")),
    row("AufenthG/82/4/2", ("Die Anordnung kann zwangsweise durchgesetzt werden.", "The order can be enforced."), MAY, all_of(use("AufenthG/82/4/1"), fact("appearance_missed")), ("Nach Ermessen; § 40 BPolG gilt entsprechend.", "By discretion; section 40 of the Federal Police Act applies."), {"appearance_needed": "yes", "appearance_missed": "yes"},
        ("Nicht erschienen", ("Erschienen", {"appearance_missed": "no"}), ("Erscheinen nicht erfasst", {"appearance_missed": None}))),
    row("AufenthG/82/6/1", ("Das vorzeitige Ende von Arbeit oder Ausbildung ist binnen zwei Wochen mitzuteilen.", "An early end of work or training is notified within two weeks."), MUST, TODAY.not_after(day("end_of_work_known_on") + weeks(2)), ("Die Frist läuft ab Kenntnis.", "The period runs from knowledge."), {"end_of_work_known_on": "2026-08-10"},
        ("Vor zehn Tagen gekündigt", ("Schon im Juni bekannt", {"end_of_work_known_on": "2026-06-08"}), ("Tag unbekannt", {"end_of_work_known_on": None})), decider=""),
)  # fmt: skip
