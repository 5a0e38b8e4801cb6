"""Stay: entry, title and its end, the ground of an obligation to leave, departure."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

STAY = Chapter("stay", "residence")

ENTRY_KINDS = (
    Choice("visa", "mit Visum", "with a visa", ("Visum", "mit Visum")),
    Choice("exempt", "visumfrei erlaubt", "lawful without a visa", ("visumfrei", "erlaubt")),
    Choice("unlawful", "unerlaubt", "unlawful", ("unerlaubte Einreise", "illegal", "ohne Visum")),
    Choice("asylum", "zur Asylantragstellung", "to apply for asylum", ("Asyl", "Asylgesuch")),
    Choice("born_here", "im Bundesgebiet geboren", "born in Germany", ("hier geboren",)),
)

TITLE_KINDS = (
    Choice("none", "kein Aufenthaltstitel", "no residence title", ("ohne Titel", "keiner", "ohne")),
    Choice("visa_schengen", "Schengen-Visum", "Schengen visa", ("Visum C", "Schengenvisum")),
    Choice("visa_national", "nationales Visum", "national visa", ("Visum D", "Visum")),
    Choice("residence_permit", "Aufenthaltserlaubnis", "temporary residence permit", ("AE", "Aufenthaltserl.")),
    Choice("blue_card", "Blaue Karte EU", "EU Blue Card", ("Blaue Karte",)),
    Choice("ict", "ICT-Karte oder Mobiler-ICT-Karte", "ICT or Mobile ICT card", ("ICT",)),
    Choice("settlement_permit", "Niederlassungserlaubnis", "settlement permit", ("NE", "Niederlassungserl.")),
    Choice(
        "eu_long_term",
        "Erlaubnis zum Daueraufenthalt – EU",
        "EU long-term residence permit",
        ("DA-EU", "Daueraufenthalt-EU", "Erlaubnis zum Daueraufenthalt-EU"),
    ),
)

LIMITED_TITLES = ("visa_schengen", "visa_national", "residence_permit", "blue_card", "ict")
UNLIMITED_TITLES = ("settlement_permit", "eu_long_term")

TITLE_ENDED_BY = (
    Choice("none", "nicht erloschen", "not ended"),
    Choice("condition", "auflösende Bedingung eingetreten", "resolutory condition met"),
    Choice("withdrawal", "Rücknahme", "withdrawal", ("zurückgenommen",)),
    Choice("revocation", "Widerruf", "revocation", ("widerrufen",)),
    Choice("expulsion", "Ausweisung", "expulsion", ("ausgewiesen",)),
    Choice("order_58a", "Abschiebungsanordnung nach § 58a", "removal order under section 58a"),
    Choice("departure", "Ausreise aus nicht vorübergehendem Grund", "departure for a reason that is not temporary"),
    Choice("absence", "nicht rechtzeitig zurückgekehrt", "not back in time"),
    Choice("asylum_application", "Asylantrag nach humanitärem Titel", "asylum application after humanitarian title"),
    Choice(
        "paternity_consent",
        "Rücknahme der Zustimmung zur Vaterschaftsanerkennung",
        "withdrawn consent to acknowledgement of paternity",
    ),
)

STAY.day(
    "entered_on",
    ("Eingereist am", "Entered on"),
    ("Der Tag der letzten Einreise in das Bundesgebiet.", "The day of the last entry into Germany."),
    evidence=("identity", "other"),
    headers=("Einreisedatum", "Einreise", "Einreise am", "eingereist am", "Ersteinreise"),
)
STAY.choice(
    "entry_kind",
    ("Art der Einreise", "Kind of entry"),
    ("Wie die Person zuletzt eingereist ist.", "How the person last entered."),
    ENTRY_KINDS,
    headers=("Einreiseart", "Art der Einreise"),
)
STAY.yes_no(
    "title_exempt",
    ("Vom Erfordernis eines Titels befreit", "Exempt from the need for a title"),
    (
        "Die Person braucht für ihren Aufenthalt keinen Aufenthaltstitel.",
        "The person needs no residence title for their stay.",
    ),
    protective=True,
    headers=("titelbefreit", "Befreiung vom Aufenthaltstitel"),
)
STAY.choice(
    "title_kind",
    ("Aufenthaltstitel", "Residence title"),
    ("Der zuletzt erteilte Aufenthaltstitel.", "The residence title granted last."),
    TITLE_KINDS,
    evidence=("identity", "other"),
    protective=True,
    headers=("Aufenthaltstitel", "Titel", "Titelart", "Art des Titels"),
)
STAY.text(
    "title_provision",
    ("Rechtsgrundlage des Titels", "Provision of the title"),
    ("Die Vorschrift, nach der der Titel erteilt wurde.", "The provision under which the title was granted."),
    headers=("Rechtsgrundlage", "Titel nach", "§ AufenthG"),
)
STAY.day(
    "title_valid_from",
    ("Titel gültig ab", "Title valid from"),
    ("Der erste Tag der Geltungsdauer des Titels.", "The first day on which the title is valid."),
    headers=("Titel gültig ab", "Titel seit", "erteilt am"),
)
STAY.day(
    "title_valid_until",
    ("Titel gültig bis", "Title valid until"),
    ("Der letzte Tag der Geltungsdauer des Titels.", "The last day on which the title is valid."),
    evidence=("identity", "other"),
    protective=True,
    headers=("Titel gültig bis", "Gültig bis", "Aufenthaltstitel gültig bis", "befristet bis"),
)
STAY.choice(
    "title_ended_by",
    ("Titel erloschen durch", "Title ended by"),
    (
        "Der Grund, aus dem der Titel vor Ablauf seiner Geltungsdauer erloschen ist.",
        "The reason for which the title ended before its validity did.",
    ),
    TITLE_ENDED_BY,
    protective=True,
    headers=("Erlöschensgrund", "Titel erloschen durch"),
)
STAY.day(
    "title_ended_on",
    ("Titel erloschen am", "Title ended on"),
    ("Der Tag, an dem der Titel erloschen ist.", "The day on which the title ended."),
    headers=("erloschen am", "Titel erloschen am"),
)
STAY.choice(
    "obligation_basis",
    ("Grund der Ausreisepflicht", "Ground of the obligation to leave"),
    (
        "Der Sachverhalt oder Bescheid, aus dem sich die Ausreisepflicht ergeben soll.",
        "The circumstance or decision from which the obligation to leave is said to follow.",
    ),
    (
        Choice("unlawful_entry", "unerlaubte Einreise", "unlawful entry", ("unerlaubte Einreise",)),
        Choice("no_application", "Titel nicht oder nicht wirksam beantragt", "title not applied for in time"),
        Choice("title_expired", "Titel abgelaufen", "title expired", ("Ablauf",)),
        Choice("application_refused", "Antrag abgelehnt", "application refused", ("Versagung", "Ablehnung AE")),
        Choice("title_withdrawn", "Titel zurückgenommen oder widerrufen", "title withdrawn or revoked", ("Widerruf",)),
        Choice("expulsion", "Ausweisung", "expulsion", ("Ausweisung",)),
        Choice(
            "asylum_refused",
            "Asylverfahren abgeschlossen",
            "asylum procedure ended",
            ("Asylablehnung", "Ablehnung Asyl"),
        ),
        Choice(
            "eu_return_decision",
            "Rückführungsentscheidung eines anderen Mitgliedstaats",
            "return decision of another member state",
        ),
        Choice(
            "loss_of_free_movement",
            "Verlust des Freizügigkeitsrechts festgestellt",
            "loss of freedom of movement found",
        ),
    ),
    headers=("Grund der Ausreisepflicht", "Ausreisepflicht aufgrund"),
)
STAY.yes_no(
    "eu_return_decision_recognised",
    ("Rückführungsentscheidung anerkannt", "Return decision recognised"),
    (
        "Die zuständige Behörde hat die Rückführungsentscheidung eines anderen Mitgliedstaats anerkannt.",
        "The competent authority has recognised the return decision of another member state.",
    ),
    evidence=("decision",),
)
STAY.yes_no(
    "other_state_permits_stay",
    ("Aufenthalt in anderem EU- oder Schengen-Staat erlaubt", "Stay permitted in another EU or Schengen state"),
    (
        "Ein anderer Mitgliedstaat oder Schengen-Staat erlaubt Einreise und Aufenthalt.",
        "Another member state or Schengen state permits entry and stay.",
    ),
    evidence=("identity",),
    headers=("Titel anderer EU-Staat",),
)
STAY.day(
    "departed_on",
    ("Ausgereist am", "Departed on"),
    ("Der Tag der Ausreise.", "The day of departure."),
    evidence=("other", "correspondence"),
    headers=("Ausreisedatum", "ausgereist am", "Ausreise am"),
    retention="removal_data",
)
STAY.yes_no(
    "departure_proven",
    ("Ausreise nachgewiesen", "Departure proven"),
    ("Die Ausreise ist durch ein Dokument nachgewiesen.", "The departure is proven by a document."),
    evidence=("other", "correspondence"),
    headers=("Ausreise nachgewiesen", "GÜB zurück"),
    retention="removal_data",
)
