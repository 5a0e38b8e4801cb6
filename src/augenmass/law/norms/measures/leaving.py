"""Residence Act §§ 50 (3)–(6), 51 (5)–(7): duties of who is obliged to leave, safekeeping, wanted notices, what outlives a title."""

from augenmass.law.language import all_of, assessment, fact, is_in, none_of, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.measures.entry_ban import BAN, IN_FORCE
from augenmass.law.norms.measures.writing import row
from augenmass.law.norms.specimens import OBLIGED

OUGHT, MAY, MUST, STATE = Modality.SHALL, Modality.MAY, Modality.MUST, Modality.STATE
_OBLIGED = use("AufenthG/50/1")
_OPEN = (OBLIGED, ("Kein Titel", ("Eine Erlaubnis gilt", {"title_kind": "residence_permit", "title_valid_until": "2027-01-31"}), ("Ob ein Asylverfahren läuft, ist offen", {"asylum_procedure_running": None})))  # fmt: skip
_REFUGEE = is_in("protection_status", "asylum", "refugee")

NORMS = (
    row("AufenthG/50/3/1", ("Die Einreise in einen anderen EU-Staat genügt nur, wenn sie dort erlaubt ist.", "Going to another EU state is enough only where it is permitted there."), STATE,
        all_of(_OBLIGED, not_(fact("other_state_permits_stay"))), ("Das Bundesgebiet ist in einen Drittstaat zu verlassen.", "Germany is to be left for a third country."), {**OBLIGED, "other_state_permits_stay": "no"},
        ("Kein Recht in anderem Staat", ("Recht in Italien", {"other_state_permits_stay": "yes"}), ("Nicht geprüft", {"other_state_permits_stay": None})), decider=""),
    row("AufenthG/50/4", ("Umzug und Abwesenheit von mehr als drei Tagen sind vorher anzuzeigen.", "Moves and absences of more than three days are notified beforehand."), MUST, _OBLIGED,
        ("Die Person zeigt der Ausländerbehörde beides vorher an.", "The person notifies the authority of both beforehand."), *_OPEN, decider=""),
    row("AufenthG/50/5", ("Papiere sollen bis zur Ausreise verwahrt werden.", "Papers shall be kept until departure."), OUGHT, all_of(_OBLIGED, fact("papers_relevant_for_return"), not_(fact("passport_held_by_authority"))),
        ("Im Regelfall nimmt die Behörde sie in Verwahrung.", "As a rule the authority keeps them."), {**OBLIGED, "papers_relevant_for_return": "yes", "passport_held_by_authority": "no"},
        ("Pass bei der Person", ("Schon verwahrt", {"passport_held_by_authority": "yes"}), ("Verbleib unbekannt", {"passport_held_by_authority": None}))),
    row("AufenthG/50/6/1", ("Bei unbekanntem Aufenthalt kann zur Fahndung ausgeschrieben werden.", "With whereabouts unknown a wanted notice can be issued."), MAY, all_of(_OBLIGED, fact("whereabouts_unknown")),
        ("Zur Aufenthaltsermittlung und Festnahme, nach Ermessen und nur zur Beendigung des Aufenthalts.", "To find and arrest, by discretion and only to end the stay."), {**OBLIGED, "whereabouts_unknown": "yes"},
        ("Fortgezogen, unbekannt wohin", ("Erreichbar", {"whereabouts_unknown": "no"}), ("Nicht geprüft", {"whereabouts_unknown": None}))),
    row("AufenthG/50/6/2", ("Zur Identitätsklärung kann ausgeschrieben werden.", "To clarify identity a notice can be issued."), MAY, all_of(not_(fact("identity_established")), assessment("listing_needed_for_identity")),
        ("Soweit es zur Feststellung erforderlich ist.", "As far as needed to establish it."), {**OBLIGED, "identity_established": "no", "listing_needed_for_identity": "yes"},
        ("Identität offen, Fahndung nötig", ("Identität geklärt", {"identity_established": "yes"}), ("Nicht beurteilt", {"listing_needed_for_identity": None}))),
    row("AufenthG/50/6/3", ("Bei einem Einreiseverbot ist auszuschreiben.", "With an entry ban a notice is to be issued."), MUST, all_of(use(IN_FORCE), not_(fact("sis_alert_exists"))),
        ("Zur Einreiseverweigerung, Zurückweisung und Festnahme, wenn keine Ausschreibung im Schengener System besteht.", "To refuse entry, turn back and arrest, unless there is a Schengen alert."), {**BAN, "sis_alert_exists": "no"},
        ("Verbot, keine Ausschreibung", ("Im Schengener System ausgeschrieben", {"sis_alert_exists": "yes"}), ("Ausschreibung nicht geprüft", {"sis_alert_exists": None}))),
    row("AufenthG/51/5", ("Die Befreiung vom Titel entfällt nach Ausweisung oder Abschiebung.", "The exemption from a title falls after expulsion or removal."), STATE, all_of(fact("title_exempt"), is_in("entry_ban_ground", "expulsion", "removal", "return_after_entry")),
        ("Die Person braucht wieder einen Titel; für das Verbot gilt § 11 Abs. 2 bis 5.", "The person needs a title again; section 11 (2) to (5) holds for the ban."), {"title_exempt": "yes", "entry_ban_ground": "expulsion"},
        ("Befreit und ausgewiesen", ("Kein Anlass", {"entry_ban_ground": "none"}), ("Anlass offen", {"entry_ban_ground": None}))),
    row("AufenthG/51/6", ("Beschränkungen und Auflagen bleiben nach Wegfall von Titel oder Duldung in Kraft.", "Restrictions and conditions outlive title and suspension."), STATE,
        all_of(_OBLIGED, none_of(fact("restrictions_lifted"), use(d.DEPARTED))), ("Bis sie aufgehoben sind oder die Person ausgereist ist.", "Until they are lifted or the person has left."), {**OBLIGED, "restrictions_lifted": "no"},
        ("Nicht aufgehoben", ("Aufgehoben", {"restrictions_lifted": "yes"}), ("Aufhebung nicht geprüft", {"restrictions_lifted": None}))),
    row("AufenthG/51/7/1", ("Mit gültigem deutschem Reiseausweis für Flüchtlinge erlischt der Titel durch Ausreise nicht.", "With a valid German refugee travel document departure ends no title."), STATE, all_of(_REFUGEE, fact("german_refugee_document")),
        ("Der Titel besteht fort, solange der Ausweis gilt.", "The title continues while the document is valid."), {"protection_status": "refugee", "german_refugee_document": "yes"},
        ("Flüchtling mit Reiseausweis", ("Kein Reiseausweis", {"german_refugee_document": "no"}), ("Ausweis nicht geprüft", {"german_refugee_document": None})), decider=""),
    row("AufenthG/51/7/2", ("Ist die Zuständigkeit übergegangen, besteht kein Anspruch auf einen neuen Titel.", "Where responsibility passed on there is no claim to a new title."), STATE, all_of(_REFUGEE, use(d.DEPARTED), fact("responsibility_passed_on")),
        ("Der Anspruch aus der Anerkennung entfällt.", "The claim from recognition falls."), {"protection_status": "refugee", "departed_on": "2026-02-02", "responsibility_passed_on": "yes"},
        ("In anderen Staat gezogen", ("Nicht übergegangen", {"responsibility_passed_on": "no"}), ("Übergang nicht geprüft", {"responsibility_passed_on": None}))),
)  # fmt: skip
