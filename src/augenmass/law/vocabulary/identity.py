"""Identity and travel documents."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

IDENTITY = Chapter("identity", "identity")

IDENTITY.yes_no(
    "identity_established",
    ("Identität geklärt", "Identity established"),
    (
        "Name, Geburtsdatum und Staatsangehörigkeit sind durch ausreichende Nachweise geklärt.",
        "Name, date of birth and nationality are established by sufficient evidence.",
    ),
    evidence=("identity", "correspondence"),
    headers=("Identität geklärt", "ID geklärt", "Identität"),
)
IDENTITY.day(
    "identity_established_on",
    ("Identität geklärt am", "Identity established on"),
    ("Der Tag, an dem die Identität geklärt wurde.", "The day on which identity was established."),
    headers=("Identität geklärt am",),
)
IDENTITY.choice(
    "passport_kind",
    ("Reisedokument", "Travel document"),
    ("Das vorhandene Reisedokument.", "The travel document that exists."),
    (
        Choice("none", "keines", "none", ("kein Pass", "ohne", "passlos", "nein")),
        Choice("passport", "Nationalpass", "national passport", ("Pass", "Reisepass", "ja")),
        Choice("substitute", "Passersatzpapier", "substitute document", ("PEP", "Passersatz", "Laissez-passer")),
        Choice("refugee", "Reiseausweis für Flüchtlinge", "travel document for refugees", ("RAF",)),
        Choice("german", "deutscher Passersatz", "German substitute document", ("Reiseausweis für Ausländer",)),
    ),
    evidence=("identity",),
    headers=("Pass", "Passart", "Reisedokument", "Passbesitz"),
)
IDENTITY.text(
    "passport_number",
    ("Passnummer", "Passport number"),
    ("Die Nummer des Reisedokuments.", "The number of the travel document."),
    evidence=("identity",),
    headers=("Passnummer", "Pass-Nr.", "Passnr."),
)
IDENTITY.day(
    "passport_valid_until",
    ("Reisedokument gültig bis", "Travel document valid until"),
    ("Der letzte Tag der Gültigkeit des Reisedokuments.", "The last day on which the travel document is valid."),
    evidence=("identity",),
    headers=("Pass gültig bis", "Passgültigkeit", "Passablauf"),
)
IDENTITY.yes_no(
    "passport_held_by_authority",
    ("Reisedokument in Verwahrung", "Travel document in safekeeping"),
    ("Die Behörde verwahrt das Reisedokument.", "The authority keeps the travel document."),
    headers=("Pass in Verwahrung", "Pass hinterlegt"),
)
IDENTITY.yes_no(
    "substitute_document_requested",
    ("Passersatzpapier beantragt", "Substitute document requested"),
    (
        "Ein Passersatzpapier ist bei der Auslandsvertretung beantragt.",
        "A substitute travel document is requested from the diplomatic mission.",
    ),
    headers=("PEP-Verfahren", "PEP beantragt"),
)
