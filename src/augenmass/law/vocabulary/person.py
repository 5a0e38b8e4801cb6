"""The person: names, birth, nationality, language; and where letters reach them."""

from augenmass.law.vocabulary.countries import NATIONALITIES, STATES
from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter
from augenmass.law.vocabulary.languages import LANGUAGES

PERSON = Chapter("person", "identity")
CONTACT = Chapter("contact", "contact")

_BIRTH_PAPERS = ("identity",)

SEX = (
    Choice("m", "männlich", "male", ("M", "mann", "männl.")),
    Choice("f", "weiblich", "female", ("W", "F", "frau", "weibl.")),
    Choice("d", "divers", "diverse", ("D",)),
    Choice("x", "ohne Angabe", "no entry", ("X", "o. A.", "kein Eintrag")),
)

MARITAL_STATUS = (
    Choice("single", "ledig", "single", ("LD", "ledig")),
    Choice("married", "verheiratet", "married", ("VH", "verh.")),
    Choice("partnership", "in eingetragener Lebenspartnerschaft", "in registered partnership", ("LP",)),
    Choice("divorced", "geschieden", "divorced", ("GS", "gesch.")),
    Choice("partnership_ended", "Lebenspartnerschaft aufgehoben", "partnership dissolved", ("LA",)),
    Choice("widowed", "verwitwet", "widowed", ("VW", "verw.")),
)

PERSON.text(
    "family_name",
    ("Familienname", "Family name"),
    ("Der Familienname, wie er in der führenden Akte steht.", "The family name as the leading file has it."),
    evidence=_BIRTH_PAPERS,
    headers=("Familienname", "Name", "Nachname", "Zuname", "FamName"),
)
PERSON.text(
    "first_names",
    ("Vornamen", "First names"),
    ("Alle Vornamen in ihrer Reihenfolge.", "All first names in their order."),
    evidence=_BIRTH_PAPERS,
    headers=("Vorname", "Vornamen", "Vorname(n)", "Rufname"),
)
PERSON.text(
    "birth_name",
    ("Geburtsname", "Name at birth"),
    (
        "Der Name bei der Geburt, wenn er vom Familiennamen abweicht.",
        "The name at birth, if it differs from the family name.",
    ),
    headers=("Geburtsname", "Geb.-Name"),
)
PERSON.text(
    "aliases",
    ("Weitere Namen und Schreibweisen", "Other names and spellings"),
    (
        "Andere geführte Namen und Schreibweisen, durch Semikolon getrennt.",
        "Other recorded names and spellings, separated by semicolons.",
    ),
    headers=("Aliasname", "Aliasnamen", "Aliaspersonalien", "Alias", "Weitere Namen"),
)
PERSON.day(
    "date_of_birth",
    ("Geburtsdatum", "Date of birth"),
    (
        "Der Tag der Geburt; Tag oder Monat dürfen unbekannt sein.",
        "The day of birth; day or month may be unknown.",
    ),
    evidence=_BIRTH_PAPERS,
    headers=("Geburtsdatum", "Geb.-Datum", "Geb.-Dat.", "geb. am", "GebDat", "Geburtstag"),
)
PERSON.text(
    "place_of_birth",
    ("Geburtsort", "Place of birth"),
    ("Der Ort der Geburt.", "The place of birth."),
    headers=("Geburtsort", "Geb.-Ort"),
)
PERSON.choice(
    "country_of_birth",
    ("Geburtsstaat", "Country of birth"),
    ("Der Staat, in dem der Geburtsort heute liegt.", "The state in which the place of birth lies today."),
    STATES,
    headers=("Geburtsstaat", "Geburtsland", "Geb.-Land"),
)
PERSON.choice(
    "sex",
    ("Geschlecht", "Sex"),
    ("Der Geschlechtseintrag der führenden Akte.", "The entry of sex in the leading file."),
    SEX,
    headers=("Geschlecht", "Geschl.", "m/w/d"),
)
PERSON.choice(
    "nationality",
    ("Staatsangehörigkeit", "Nationality"),
    (
        "Die Staatsangehörigkeit; ist sie ungeklärt, bleibt der Eintrag leer.",
        "The nationality; left empty while it is not clarified.",
    ),
    NATIONALITIES,
    evidence=("identity",),
    headers=("Staatsangehörigkeit", "Staatsang.", "StAng", "StA", "Nationalität", "1. Staatsangehörigkeit"),
)
PERSON.choice(
    "second_nationality",
    ("Weitere Staatsangehörigkeit", "Second nationality"),
    ("Eine weitere Staatsangehörigkeit.", "A further nationality."),
    NATIONALITIES,
    evidence=("identity",),
    headers=("Weitere Staatsangehörigkeit", "2. Staatsangehörigkeit"),
)
PERSON.choice(
    "marital_status",
    ("Familienstand", "Marital status"),
    ("Der Familienstand der führenden Akte.", "The marital status in the leading file."),
    MARITAL_STATUS,
    headers=("Familienstand", "Fam.-Stand"),
)
PERSON.choice(
    "language",
    ("Sprache", "Language"),
    (
        "Die Sprache, in der sich die Person sicher verständigt.",
        "The language in which the person communicates with confidence.",
    ),
    LANGUAGES,
    headers=("Sprache", "Muttersprache", "Verständigungssprache"),
)
PERSON.yes_no(
    "interpreter_needed",
    ("Dolmetschung erforderlich", "Interpreter needed"),
    (
        "Für Gespräche und Anhörungen wird eine Dolmetschung gebraucht.",
        "An interpreter is needed for talks and hearings.",
    ),
    headers=("Dolmetscher", "Dolmetscher erforderlich", "Sprachmittlung"),
)
PERSON.day(
    "died_on",
    ("Sterbedatum", "Date of death"),
    ("Der Tag des Todes.", "The day of death."),
    evidence=("other",),
    headers=("Sterbedatum", "verstorben am"),
)

ACCOMMODATION = (
    Choice("private", "Privatwohnung", "private home", ("Wohnung", "privat")),
    Choice(
        "shared",
        "Gemeinschaftsunterkunft",
        "shared accommodation",
        ("GU", "Gemeinschaftsunterkunft", "Sammelunterkunft"),
    ),
    Choice("reception", "Aufnahmeeinrichtung", "reception centre", ("AE", "EAE", "LAE", "Erstaufnahme")),
    Choice("youth_welfare", "Einrichtung der Jugendhilfe", "youth welfare home", ("Jugendhilfe",)),
    Choice("hospital", "Krankenhaus oder Pflegeeinrichtung", "hospital or care home", ("Klinik", "Krankenhaus")),
    Choice("custody", "Haft oder Gewahrsam", "custody", ("JVA", "Haft")),
    Choice("none", "ohne feste Unterkunft", "no fixed abode", ("ofW", "wohnungslos")),
)

CONTACT.text(
    "address_care_of",
    ("Bei (Wohnungsgeber)", "Care of"),
    ("Der Name am Briefkasten, wenn er abweicht.", "The name on the letter box, if it differs."),
    headers=("c/o", "bei", "Adresszusatz bei"),
)
CONTACT.text(
    "address_street",
    ("Straße und Hausnummer", "Street and number"),
    ("Straße und Hausnummer der Meldeanschrift.", "Street and number of the registered address."),
    evidence=("other",),
    headers=("Straße", "Anschrift", "Straße/Hausnr.", "Straße und Hausnummer"),
)
CONTACT.text(
    "address_addition",
    ("Adresszusatz", "Address addition"),
    ("Gebäude, Zimmer oder Stockwerk.", "Building, room or floor."),
    headers=("Adresszusatz", "Zusatz", "Zimmer"),
)
CONTACT.text(
    "address_postal_code",
    ("Postleitzahl", "Postal code"),
    ("Die Postleitzahl der Meldeanschrift.", "The postal code of the registered address."),
    headers=("PLZ", "Postleitzahl"),
)
CONTACT.text(
    "address_town",
    ("Ort", "Town"),
    ("Der Ort der Meldeanschrift.", "The town of the registered address."),
    headers=("Ort", "Wohnort", "Gemeinde", "Stadt"),
)
CONTACT.choice(
    "accommodation",
    ("Unterkunft", "Accommodation"),
    ("Die Art der Unterkunft.", "The kind of accommodation."),
    ACCOMMODATION,
    headers=("Unterkunft", "Unterbringung", "Wohnform"),
)
CONTACT.day(
    "address_confirmed_on",
    ("Anschrift bestätigt am", "Address confirmed on"),
    (
        "Der Tag, an dem die Anschrift zuletzt bestätigt wurde.",
        "The day on which the address was last confirmed.",
    ),
    headers=("Anschrift geprüft am", "Adresse bestätigt am"),
)
CONTACT.yes_no(
    "whereabouts_unknown",
    ("Aufenthalt unbekannt", "Whereabouts unknown"),
    (
        "Die Person ist nach Mitteilung der Meldebehörde oder Unterkunft nicht mehr erreichbar.",
        "By notice of the registration office or accommodation the person can no longer be reached.",
    ),
    headers=("unbekannt verzogen", "Fortzug nach unbekannt", "Aufenthalt unbekannt"),
)
CONTACT.text(
    "email",
    ("E-Mail", "E-mail"),
    ("Eine selbst angegebene E-Mail-Adresse.", "An e-mail address that the person gave."),
    headers=("E-Mail", "Email", "Mail"),
)
CONTACT.text(
    "phone",
    ("Telefon", "Phone"),
    ("Eine selbst angegebene Rufnummer.", "A phone number that the person gave."),
    headers=("Telefon", "Tel.", "Mobil", "Handy"),
)
