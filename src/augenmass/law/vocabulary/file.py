"""The file: its numbers, where the leading file lies, and what a register says of the case."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

FILE = Chapter("file", "file")

REGISTERED_STATUS = (
    Choice("title", "Aufenthaltstitel", "residence title", ("AE", "NE", "Aufenthaltserlaubnis", "mit Titel")),
    Choice(
        "provisional",
        "Fiktionswirkung",
        "provisional effect",
        ("Fiktionsbescheinigung", "Fiktion", "§ 81 AufenthG"),
    ),
    Choice(
        "asylum_applicant",
        "Aufenthaltsgestattung",
        "asylum applicant",
        ("gestattet", "Gestattung", "§ 55 AsylG", "Aufenthaltsgestattung"),
    ),
    Choice(
        "suspended",
        "Duldung",
        "suspension of removal",
        ("geduldet", "Duldung § 60a", "Duldung nach § 60a AufenthG", "vollziehbar ausreisepflichtig mit Duldung"),
    ),
    Choice(
        "obliged_enforceable",
        "vollziehbar ausreisepflichtig",
        "enforceably obliged to leave",
        ("vollz. ausreisepflichtig", "vollziehbar ausreisepfl.", "ohne Titel", "ohne Duldung"),
    ),
    Choice(
        "obliged",
        "ausreisepflichtig, nicht vollziehbar",
        "obliged to leave, not enforceable",
        ("ausreisepflichtig", "nicht vollz. ausreisepflichtig"),
    ),
    Choice(
        "free_movement",
        "Freizügigkeit",
        "freedom of movement",
        ("EU", "Unionsbürger", "freizügigkeitsberechtigt"),
    ),
    Choice("departed", "ausgereist", "departed", ("Fortzug ins Ausland", "ausgereist")),
)

FILE.text(
    "file_number",
    ("Aktenzeichen", "File number"),
    ("Das Aktenzeichen der zuständigen Behörde.", "The file number of the responsible authority."),
    headers=("Aktenzeichen", "AZ", "Az.", "Akten-Nr.", "Aktennummer", "ABH-Az."),
)
FILE.text(
    "central_register_number",
    ("AZR-Nummer", "Central register number"),
    (
        "Die Nummer des Ausländerzentralregisters; sie dient nur dem Abgleich mit diesem Register.",
        "The number of the central register of foreigners; for comparison with that register only.",
    ),
    headers=("AZR-Nr.", "AZR-Nummer", "AZR", "AZR-Az."),
)
FILE.text(
    "leading_file_place",
    ("Führende Akte liegt bei", "Leading file lies at"),
    ("Wo die führende Akte liegt.", "Where the leading file lies."),
    headers=("Aktenstandort", "Akte bei", "Führende Akte"),
)
FILE.text(
    "leading_file_reference",
    ("Zeichen der führenden Akte", "Reference of the leading file"),
    ("Das Zeichen, unter dem die führende Akte gefunden wird.", "The reference under which the leading file is found."),
    headers=("Zeichen führende Akte", "DMS-Nr.", "E-Akte-Nr.", "Ordnungsnummer", "PNR"),
)
FILE.text(
    "responsible_authority",
    ("Zuständige Ausländerbehörde", "Responsible foreigners' authority"),
    (
        "Die zuständige Ausländerbehörde nach der führenden Akte.",
        "The responsible authority according to the leading file.",
    ),
    headers=("Ausländerbehörde", "ABH", "Zuständige Behörde", "Behörde"),
)
FILE.text(
    "officer_in_file",
    ("Sachbearbeitung laut Akte", "Officer according to the file"),
    ("Wer die führende Akte bearbeitet.", "Who works on the leading file."),
    headers=("Sachbearbeiter", "Sachbearbeitung", "SB", "Bearbeiter"),
)
FILE.text(
    "asylum_file_number",
    ("Aktenzeichen des Bundesamtes", "File number of the Federal Office"),
    (
        "Das Aktenzeichen des Asylverfahrens beim Bundesamt für Migration und Flüchtlinge.",
        "The file number of the asylum procedure at the Federal Office for Migration and Refugees.",
    ),
    headers=("BAMF-Az.", "BAMF-Aktenzeichen", "Az. BAMF", "Asyl-Az."),
)
FILE.text(
    "family_key",
    ("Familienschlüssel", "Family key"),
    (
        "Ein Schlüssel des Fachverfahrens, der die Akten einer Familie verbindet.",
        "A key of the specialist system that connects the files of a family.",
    ),
    headers=("Familienschlüssel", "Familien-Nr.", "Familienverband", "Fam.-Nr."),
)
FILE.choice(
    "registered_status",
    ("Eingetragener Status", "Registered status"),
    (
        "Der Status laut Fachverfahren oder Register; er ist eine Angabe und keine Feststellung der Rechtslage.",
        "The status in the specialist system or register; it is a claim, not a finding about the law.",
    ),
    REGISTERED_STATUS,
    headers=("Aufenthaltsstatus", "Status", "Aufenthaltsrechtlicher Status", "Statuskennung"),
)
FILE.day(
    "case_closed_on",
    ("Vorgang abgeschlossen am", "Case closed on"),
    ("Der Tag, an dem der Vorgang abgeschlossen wurde.", "The day on which the case was closed."),
    headers=("Abschlussdatum", "abgeschlossen am"),
)
FILE.choice(
    "case_closed_reason",
    ("Grund des Abschlusses", "Reason for closing"),
    ("Warum der Vorgang abgeschlossen wurde.", "Why the case was closed."),
    (
        Choice("departed", "nachgewiesen ausgereist", "departure proven"),
        Choice("title_granted", "Aufenthaltstitel erteilt", "residence title granted"),
        Choice("free_movement", "Freizügigkeitsrecht besteht", "freedom of movement exists"),
        Choice("naturalised", "eingebürgert", "naturalised"),
        Choice("handed_over", "Zuständigkeit abgegeben", "responsibility handed over"),
        Choice("deceased", "verstorben", "deceased"),
        Choice("entry_wrong", "Eintrag war unrichtig", "entry was wrong"),
    ),
    headers=("Abschlussgrund",),
)
