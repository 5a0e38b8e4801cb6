"""Supervision of persons obliged to leave, electronic monitoring by court order, and the removal order of the supreme Land authority."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

SUPERVISION = Chapter("supervision", "enforcement")
REMOVAL_ORDER = Chapter("removal_order", "decision")

SUPERVISION.choice(
    "supervision_basis",
    ("Grundlage der Überwachung (§ 56)", "Basis of supervision (56)"),
    ("Worauf Meldepflicht und Beschränkungen beruhen.", "What reporting and restrictions rest on."),
    (
        Choice("none", "keine Überwachung", "no supervision"),
        Choice("expulsion_security", "Ausweisung nach § 54 Abs. 1 Nr. 2 bis 5", "expulsion under 54 (1) nos. 2 to 5"),
        Choice("removal_order", "Abschiebungsanordnung nach § 58a", "removal order under 58a"),
        Choice("ordered_security", "Anordnung nach § 56 Abs. 1 S. 2 Nr. 1", "ordered under 56 (1) 2 no. 1"),
        Choice("ordered_public_order", "Anordnung nach § 56 Abs. 1 S. 2 Nr. 2", "ordered under 56 (1) 2 no. 2"),
        Choice("expulsion_offences", "Ausweisung nach § 54 Abs. 1 Nr. 1", "expulsion under 54 (1) no. 1"),
    ),
    evidence=("decision",),
)
SUPERVISION.yes_no(
    "supervision_reporting_varied",
    ("Meldepflicht abweichend bestimmt", "Reporting set differently"),
    (
        "Die Ausländerbehörde hat etwas anderes als die wöchentliche Meldung bestimmt.",
        "The authority has set something other than weekly reporting.",
    ),
    evidence=("decision",),
    protective=True,
)
SUPERVISION.yes_no(
    "supervision_needed_against_danger",
    ("Meldepflicht zur Gefahrenabwehr erforderlich", "Reporting needed to avert a danger"),
    (
        "Die Meldepflicht ist zur Abwehr einer Gefahr für die öffentliche Sicherheit und Ordnung erforderlich.",
        "Reporting is needed to avert a danger to public security and order.",
    ),
    assessment=True,
)
SUPERVISION.yes_no(
    "supervision_district_varied",
    ("Räumliche Beschränkung abweichend festgelegt", "Limit of movement set differently"),
    (
        "Die Ausländerbehörde hat eine andere räumliche Beschränkung festgelegt.",
        "The authority has set another limit of movement.",
    ),
    evidence=("decision",),
    protective=True,
)
SUPERVISION.yes_no(
    "contact_ban_ordered",
    ("Kontaktverbot angeordnet (§ 56 Abs. 4)", "Contact ban ordered (56 (4))"),
    ("Ein Kontakt- oder Nutzungsverbot ist angeordnet.", "A ban on contacts or means of communication is ordered."),
    evidence=("decision",),
)
SUPERVISION.yes_no(
    "contact_ban_leaves_means",
    ("Kommunikationsmittel verbleiben", "Means of communication remain"),
    (
        "Trotz des Verbots verbleiben der Person Kommunikationsmittel, und die Beschränkung ist notwendig.",
        "In spite of the ban the person keeps means of communication, and the restriction is necessary.",
    ),
    assessment=True,
    protective=True,
)
SUPERVISION.day(
    "monitoring_ordered_on",
    ("Elektronische Überwachung angeordnet am", "Electronic monitoring ordered on"),
    (
        "Der Tag der richterlichen Anordnung der elektronischen Aufenthaltsüberwachung.",
        "The day of the court's order of electronic monitoring.",
    ),
    evidence=("court",),
    protective=True,
)
SUPERVISION.day(
    "monitoring_until",
    ("Elektronische Überwachung bis", "Electronic monitoring until"),
    (
        "Der letzte Tag der jüngsten richterlichen Anordnung oder Verlängerung.",
        "The last day of the court's last order or extension.",
    ),
    evidence=("court",),
    protective=True,
)
SUPERVISION.day(
    "monitoring_extended_on",
    ("Elektronische Überwachung verlängert ab", "Electronic monitoring extended from"),
    ("Der Tag, ab dem die jüngste Verlängerung läuft.", "The day from which the last extension runs."),
    evidence=("court",),
)
SUPERVISION.day(
    "monitoring_ended_on",
    ("Elektronische Überwachung beendet am", "Electronic monitoring ended on"),
    ("Der Tag, an dem die Überwachung beendet wurde.", "The day on which monitoring was ended."),
)
SUPERVISION.yes_no(
    "monitoring_grounds_gone",
    ("Voraussetzungen der Überwachung entfallen", "Conditions of monitoring gone"),
    (
        "Die Voraussetzungen der elektronischen Aufenthaltsüberwachung liegen nicht mehr vor.",
        "The conditions of electronic monitoring are no longer met.",
    ),
    assessment=True,
    protective=True,
)
SUPERVISION.yes_no(
    "monitoring_application_complete",
    ("Antrag auf Überwachung vollständig", "Application for monitoring complete"),
    (
        "Der Antrag nennt Person, Art, Umfang, Dauer, bestehende Beschränkung, Sachverhalt und Gründe.",
        "The application names person, kind, extent, duration, existing restriction, facts and reasons.",
    ),
    protective=True,
)
SUPERVISION.day(
    "monitoring_application_on",
    ("Antrag auf Überwachung vom", "Application for monitoring of"),
    ("Der Tag des Antrags beim Amtsgericht.", "The day of the application to the local court."),
)

REMOVAL_ORDER.day(
    "removal_order_issued_on",
    ("Abschiebungsanordnung (§ 58a) vom", "Removal order (58a) of"),
    (
        "Der Tag der Abschiebungsanordnung der obersten Landesbehörde oder des Bundes.",
        "The day of the removal order of the supreme Land authority or the Federation.",
    ),
    evidence=("decision",),
    headers=("Abschiebungsanordnung § 58a",),
)
REMOVAL_ORDER.day(
    "removal_order_notified_on",
    ("Abschiebungsanordnung bekannt gegeben am", "Removal order made known on"),
    ("Der Tag der Bekanntgabe an die Person.", "The day on which it was made known to the person."),
    evidence=("service",),
    protective=True,
)
REMOVAL_ORDER.yes_no(
    "removal_order_federal",
    ("Bund hat die Anordnung übernommen", "Federation took the order over"),
    (
        "Das Bundesministerium des Innern hat die Übernahme der Zuständigkeit erklärt.",
        "The Federal Ministry of the Interior has taken over competence.",
    ),
    evidence=("decision",),
)
REMOVAL_ORDER.day(
    "removal_order_relief_applied_on",
    ("Eilantrag gegen die Abschiebungsanordnung vom", "Urgent application against the removal order of"),
    ("Der Tag des Antrags auf vorläufigen Rechtsschutz.", "The day of the application for interim relief."),
    evidence=("court",),
    protective=True,
)
REMOVAL_ORDER.choice(
    "removal_order_relief",
    ("Vorläufiger Rechtsschutz gegen die Abschiebungsanordnung", "Interim relief against the removal order"),
    ("Ob beantragt und wie entschieden.", "Whether applied for and how decided."),
    (
        Choice("none", "nicht beantragt", "not applied for"),
        Choice("pending", "anhängig", "pending"),
        Choice("granted", "gewährt", "granted"),
        Choice("refused", "abgelehnt", "refused"),
    ),
    evidence=("court",),
    protective=True,
)
REMOVAL_ORDER.yes_no(
    "removal_order_lawyer_contact",
    ("Verbindung zu Rechtsbeistand ermöglicht", "Contact with a lawyer made possible"),
    (
        "Nach der Bekanntgabe war Gelegenheit, mit einem Rechtsbeistand der Wahl Verbindung aufzunehmen, oder einer war schon bestellt.",
        "After it was made known there was occasion to contact a lawyer of choice, or one was already at hand.",
    ),
    protective=True,
)
REMOVAL_ORDER.yes_no(
    "removal_order_instructed",
    ("Über Folgen und Rechtsbehelfe der Anordnung belehrt", "Told of effects and remedies of the order"),
    (
        "Auf Rechtsbeistand, Rechtsfolgen und Rechtsbehelfe ist hingewiesen.",
        "Lawyer, legal effects and remedies were pointed out.",
    ),
    protective=True,
)
SUPERVISION.yes_no(
    "police_classification",
    ("Einstufung durch die zuständige Polizeidienststelle", "Classification by the competent police office"),
    (
        "Die zuständige Polizeidienststelle hat die Person eingestuft; mit Quelle, Tag und Ende. Sie wird nie berechnet.",
        "The competent police office has classified the person; with source, day and end. It is never computed.",
    ),
)
SUPERVISION.yes_no(
    "legal_duty_breached",
    ("Verletzung einer auferlegten gesetzlichen Pflicht", "Breach of a legal duty that was imposed"),
    (
        "Eine durch Gesetz oder Entscheidung auferlegte Pflicht ist nach einer Entscheidung verletzt, zum Beispiel nach § 44a Abs. 3.",
        "According to a decision a duty imposed by law or decision was breached, for example under section 44a (3).",
    ),
    evidence=("decision",),
)
