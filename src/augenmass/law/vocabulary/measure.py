"""One further measure: which it is, how it was made known, and the remedies against it."""

from augenmass.law.vocabulary.decision import SERVICE_METHODS
from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter
from augenmass.law.vocabulary.tables import declare

MEASURE = Chapter("measure", "decision")

KINDS = (
    Choice("identity", "Maßnahme zur Identität (§ 49)", "measure of identification (section 49)"),
    Choice("limit", "räumliche Beschränkung (§ 61 Abs. 1c)", "limit of movement (section 61 (1c))"),
    Choice("residence", "Wohnsitzauflage (§ 61 Abs. 1d)", "residence order (section 61 (1d))"),
    Choice("security", "Sicherheitsleistung (§ 66 Abs. 5)", "security (section 66 (5))"),
    Choice(
        "health_check", "vorläufige Gesundheitskontrolle (§ 82 Abs. 3a)", "preliminary health check (section 82 (3a))"
    ),
    Choice(
        "facility",
        "Wohnen in der Ausreiseeinrichtung (§ 61 Abs. 1f)",
        "living in a departure facility (section 61 (1f))",
    ),
    Choice("conditions", "Auflage zur Durchsetzung (§ 61 Abs. 1e)", "condition to enforce (section 61 (1e))"),
    Choice(
        "screening_place", "Unterkunft und Beschränkung (§ 15b Abs. 4)", "accommodation and limit (section 15b (4))"
    ),
    Choice("work_condition", "Nebenbestimmung zur Erwerbstätigkeit", "condition about work"),
    Choice(
        "refugee_permit",
        "Widerruf des Titels nach Entzug des Schutzes (§ 52)",
        "revocation of the title after withdrawal of protection",
    ),
    Choice(
        "research",
        "Anerkennung einer Forschungseinrichtung (§ 18d)",
        "recognition of a research institution (section 18d)",
    ),
    Choice("exit_ban", "Ausreiseuntersagung (§ 46 Abs. 2)", "ban on leaving (section 46 (2))"),
    Choice("entry_ban", "Einreise- und Aufenthaltsverbot (Maßnahme)", "entry ban (measure)"),
    Choice("paternity", "Rücknahme nach § 85d", "withdrawal under section 85d"),
    Choice("paternity_finding", "Feststellung nach § 85a a. F.", "finding under former section 85a"),
    Choice("assigned_place", "Verpflichtung nach § 12a Abs. 2 bis 4", "duty under section 12a (2) to (4)"),
    Choice(
        "border_visa",
        "Versagung von Visum oder Passersatz an der Grenze",
        "refusal of visa or substitute passport at the border",
    ),
    Choice("suspension_refused", "Versagung der Duldung", "refusal of a suspension"),
    Choice("other", "andere Maßnahme", "other measure"),
)
MEASURE.choice(
    "measure_kind",
    ("Weitere Maßnahme", "Further measure"),
    ("Um welche Maßnahme es bei dem Rechtsbehelf geht.", "Which measure the remedy is about."),
    KINDS,
)
MEASURE.choice(
    "measure_service_method",
    ("Zustellung der Maßnahme", "Service of the measure"),
    ("Wie die Maßnahme bekannt gegeben oder zugestellt wurde.", "How the measure was made known or served."),
    (
        *SERVICE_METHODS,
        Choice("retrieval", "zum Abruf bereitgestellt", "made available for retrieval"),
        Choice("abroad", "Zustellung im Ausland", "service abroad"),
    ),
)
for _name, _label, _meaning in (
    (
        "measure_made_known_on",
        ("Maßnahme bekannt gegeben am", "Measure made known on"),
        ("Der Tag der Bekanntgabe.", "The day of making known."),
    ),
    (
        "measure_sent_on",
        ("Maßnahme abgesandt am", "Measure sent on"),
        ("Der Tag der Aufgabe zur Post oder der Absendung.", "The day of posting or sending."),
    ),
    (
        "measure_retrieved_on",
        ("Maßnahme abgerufen am", "Measure retrieved on"),
        ("Der Tag des Abrufs.", "The day of retrieval."),
    ),
    (
        "measure_announced_on",
        ("Öffentlich bekannt gemacht am", "Announced publicly on"),
        ("Der Tag der Bekanntmachung.", "The day of the announcement."),
    ),
    (
        "measure_received_on",
        ("Maßnahme tatsächlich zugegangen am", "Measure actually received on"),
        ("Der Tag des tatsächlichen Zugangs.", "The day of actual receipt."),
    ),
    (
        "objection_filed_on",
        ("Widerspruch oder Antrag eingelegt am", "Objection or application filed on"),
        ("Der Tag des Widerspruchs oder Antrags.", "The day of the objection or application."),
    ),
    (
        "objection_decision_served_on",
        ("Widerspruchsbescheid zugestellt am", "Decision on the objection served on"),
        ("Der Tag der Zustellung.", "The day of service."),
    ),
    (
        "hindrance_ended_on",
        ("Hindernis weggefallen am", "Hindrance ended on"),
        ("Der Tag, an dem das Hindernis wegfiel.", "The day on which the hindrance ended."),
    ),
    (
        "missed_period_ended_on",
        ("Versäumte Frist endete am", "Missed period ended on"),
        ("Der letzte Tag der versäumten Frist.", "The last day of the missed period."),
    ),
    (
        "appeal_reasons_until",
        ("Begründungsfrist des Rechtsmittels bis", "Period for reasons of the appeal until"),
        (
            "Der letzte Tag der gesetzlichen Begründungsfrist nach der Abweisung.",
            "The last day of the statutory period for reasons after dismissal.",
        ),
    ),
):
    MEASURE.day(_name, _label, _meaning)  # fmt: skip
declare(
    MEASURE,
    (
        ("measure_immediate_execution", "Sofortvollzug der Maßnahme", "Immediate execution of the measure", "Der Sofortvollzug ist besonders angeordnet.", "Immediate execution is specially ordered.", ""),
        ("immediate_execution_reasoned", "Sofortvollzug schriftlich begründet", "Immediate execution given written reasons", "Das besondere Interesse ist schriftlich begründet.", "The special interest is given written reasons.", ""),
        ("emergency_measure", "Als solche bezeichnete Notstandsmaßnahme", "Emergency measure named as such", "Bei Gefahr im Verzug wurde eine so bezeichnete Notstandsmaßnahme getroffen.", "With imminent danger an emergency measure named as such was taken.", ""),
        ("measure_effect_restored", "Aufschiebende Wirkung gegen die Maßnahme", "Suspensive effect against the measure", "Ein Gericht hat die aufschiebende Wirkung angeordnet oder wiederhergestellt.", "A court has ordered or restored suspensive effect.", "P"),
        ("measure_execution_stayed", "Vollziehung behördlich ausgesetzt", "Execution stayed by the authority", "Die Behörde hat die Vollziehung ausgesetzt.", "The authority has stayed execution.", "P"),
        ("measure_remedy_pending", "Rechtsbehelf gegen die Maßnahme anhängig", "Remedy against the measure pending", "Widerspruch oder Klage ist eingelegt und nicht beendet.", "An objection or action is filed and not settled.", "P"),
        ("measure_already_executed", "Maßnahme schon vollzogen", "Measure already executed", "Die Maßnahme ist bereits vollzogen.", "The measure has been executed.", ""),
        ("police_urgent_measure", "Unaufschiebbare Maßnahme der Polizei", "Urgent measure of the police", "Es geht um eine unaufschiebbare Anordnung oder Maßnahme der Polizei.", "It is about an urgent order or measure of the police.", ""),
        ("by_supreme_authority", "Von oberster Behörde erlassen", "Issued by a supreme authority", "Eine oberste Bundes- oder Landesbehörde hat die Maßnahme erlassen.", "A supreme federal or Land authority issued the measure.", ""),
        ("letter_not_received", "Schreiben nicht oder später zugegangen", "Letter not or later received", "Das Schreiben ist nicht oder später zugegangen, oder daran bestehen Zweifel.", "The letter was not or later received, or there are doubts.", "P"),
        ("return_receipt_shown", "Rückschein liegt vor", "Return receipt at hand", "Der Rückschein liegt vor.", "The return receipt is at hand.", ""),
        ("missed_without_fault", "Frist ohne Verschulden versäumt", "Period missed without fault", "Die Frist wurde ohne Verschulden versäumt.", "The period was missed without fault.", "P"),
        ("action_dismissed", "Klage in erster Instanz abgewiesen", "Action dismissed in first instance", "Die Anfechtungsklage ist im ersten Rechtszug abgewiesen.", "The action was dismissed in first instance.", ""),
        ("effect_prolonged_by_court", "Fortdauer der Wirkung angeordnet", "Continuation of the effect ordered", "Das Rechtsmittelgericht hat die Fortdauer der aufschiebenden Wirkung angeordnet.", "The appeal court has ordered the effect to continue.", "P"),
        ("stayed_until_final", "Bis zur Unanfechtbarkeit ausgesetzt", "Stayed until final", "Die Behörde hat die Vollziehung bis zur Unanfechtbarkeit ausgesetzt.", "The authority has stayed execution until final.", "P"),
        ("objection_undecided", "Über Widerspruch oder Antrag nicht entschieden", "Objection or application undecided", "Ohne zureichenden Grund ist noch nicht entschieden.", "Without sufficient reason there is no decision yet.", ""),
        ("circumstances_changed", "Umstände nach Eilbeschluss verändert", "Circumstances changed after an interim decision", "Umstände haben sich verändert oder konnten ohne Verschulden nicht geltend gemacht werden.", "Circumstances changed or could without fault not be raised.", "P"),
        ("service_elsewhere_impossible", "Andere Zustellung nicht möglich", "No other service possible", "Eine Zustellung an Vertretung oder Zustellungsbevollmächtigte ist nicht möglich.", "Service on a representative is not possible.", ""),
        ("guardian_of_adult_appointed", "Betreuung für diese Angelegenheit", "Custodian for this matter", "Für den Aufgabenkreis ist ein Betreuer oder eine Betreuerin bestellt.", "A custodian is appointed for this matter.", "P"),
    ),
)  # fmt: skip
MEASURE.choice(
    "hearing_exception",
    ("Fall der entbehrlichen Anhörung", "Case in which the hearing can be dispensed with"),
    ("Welcher Fall des § 28 Abs. 2 VwVfG vorliegt.", "Which case of section 28 (2) there is."),
    (
        Choice("none", "keiner der Fälle", "none of the cases"),
        Choice("urgent", "Gefahr im Verzug oder öffentliches Interesse", "imminent danger or public interest"),
        Choice("deadline", "maßgebliche Frist gefährdet", "decisive period at risk"),
        Choice("as_stated", "keine Abweichung von eigenen Angaben", "no departure from own statements"),
        Choice("many", "Allgemeinverfügung oder gleichartige Akte", "general or similar acts"),
        Choice("enforcement", "Verwaltungsvollstreckung", "administrative enforcement"),
    ),
)
