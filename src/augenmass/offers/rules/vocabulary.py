"""The closed words of the directory, in German and English: kinds of offers, what they are good for, languages, accessibility. Pure."""

from enum import StrEnum
from typing import Final

NEEDS: Final = {
    "language": ("Sprache", "Language"),
    "school": ("Schule und Ausbildung", "School and training"),
    "work": ("Arbeit", "Work"),
    "recognition": ("Anerkennung von Abschlüssen", "Recognition of qualifications"),
    "housing": ("Wohnen", "Housing"),
    "family": ("Familie", "Family"),
    "health": ("Zugang zur Gesundheitsversorgung", "Access to health care"),
    "other": ("Weiteres", "Other"),
}
"""What somebody needs: the topics of an integration agreement, so that the need of a step finds its offers."""


class Kind(StrEnum):
    """What an offer is; the value is stored."""

    INTEGRATION_COURSE = "integration_course"
    LANGUAGE_COURSE = "language_course"
    INTERPRETING = "interpreting"
    SCHOOL = "school"
    TRAINING = "training"
    JOB_PLACEMENT = "job_placement"
    RECOGNITION = "recognition"
    HOUSING = "housing"
    CHILD_CARE = "child_care"
    FAMILY = "family"
    HEALTH = "health"
    MIGRATION_ADVICE = "migration_advice"
    ASYLUM_ADVICE = "asylum_advice"
    LEGAL_ADVICE = "legal_advice"
    SOCIAL_ADVICE = "social_advice"
    PREVENTION = "prevention"
    MEETING_PLACE = "meeting_place"
    RETURN_COUNSELLING = "return_counselling"


KINDS: Final[dict[Kind, tuple[str, str, str]]] = {
    Kind.INTEGRATION_COURSE: ("language", "Integrationskurs", "Integration course"),
    Kind.LANGUAGE_COURSE: ("language", "Sprachkurs", "Language course"),
    Kind.INTERPRETING: ("language", "Sprachmittlung", "Language mediation"),
    Kind.SCHOOL: ("school", "Schule und Schulberatung", "School and advice on school"),
    Kind.TRAINING: ("school", "Ausbildung und Qualifizierung", "Training and qualification"),
    Kind.JOB_PLACEMENT: ("work", "Arbeitsvermittlung", "Job placement"),
    Kind.RECOGNITION: ("recognition", "Anerkennungsberatung", "Advice on recognition"),
    Kind.HOUSING: ("housing", "Hilfe beim Wohnen", "Help with housing"),
    Kind.CHILD_CARE: ("family", "Kinderbetreuung", "Child care"),
    Kind.FAMILY: ("family", "Familien- und Schwangerschaftsberatung", "Advice for families and in pregnancy"),
    Kind.HEALTH: ("health", "Gesundheit", "Health"),
    Kind.MIGRATION_ADVICE: ("other", "Migrationsberatung", "Migration advice"),
    Kind.ASYLUM_ADVICE: ("other", "Asylverfahrensberatung", "Advice in the asylum procedure"),
    Kind.LEGAL_ADVICE: ("other", "Rechtsberatung", "Legal advice"),
    Kind.SOCIAL_ADVICE: ("other", "Sozial- und Schuldnerberatung", "Social and debt advice"),
    Kind.PREVENTION: ("other", "Beratung zu Prävention und Ausstieg", "Prevention and exit counselling"),
    Kind.MEETING_PLACE: ("other", "Begegnung und Ehrenamt", "Meeting place and volunteers"),
    Kind.RETURN_COUNSELLING: ("other", "Rückkehrberatung", "Return counselling"),
}
"""Kind -> need, German, English."""
ADVICE: Final = (Kind.MIGRATION_ADVICE, Kind.ASYLUM_ADVICE, Kind.LEGAL_ADVICE)
"""Independent advice in matters of residence."""
NEXT_STEPS: Final = (Kind.MIGRATION_ADVICE, Kind.PREVENTION)
"""Whom a person is invited to who works on staying: independent of the authority that hands the invitation out."""
COURSES: Final = (Kind.INTEGRATION_COURSE, Kind.LANGUAGE_COURSE)

LANGUAGES: Final = {
    "de": ("Deutsch", "German", "Deutsch"),
    "en": ("Englisch", "English", "English"),
    "ar": ("Arabisch", "Arabic", "العربية"),
    "fa": ("Persisch (Dari, Farsi)", "Persian (Dari, Farsi)", "فارسی / دری"),
    "fr": ("Französisch", "French", "Français"),
    "ka": ("Georgisch", "Georgian", "ქართული"),
    "ku": ("Kurdisch", "Kurdish", "Kurdî"),
    "ps": ("Paschtu", "Pashto", "پښتو"),
    "ru": ("Russisch", "Russian", "Русский"),
    "so": ("Somali", "Somali", "Soomaali"),
    "es": ("Spanisch", "Spanish", "Español"),
    "sr": ("Serbisch, Bosnisch, Kroatisch", "Serbian, Bosnian, Croatian", "Srpski, bosanski, hrvatski"),
    "ti": ("Tigrinya", "Tigrinya", "ትግርኛ (Tigrinya)"),
    "tr": ("Türkisch", "Turkish", "Türkçe"),
    "uk": ("Ukrainisch", "Ukrainian", "Українська"),
    "vi": ("Vietnamesisch", "Vietnamese", "Tiếng Việt"),
}
"""ISO 639-1 code -> German, English, the name in itself."""

FEATURES: Final = {
    "step_free": ("Stufenloser Zugang", "Step-free access"),
    "lift": ("Aufzug", "Lift"),
    "toilet": ("Barrierefreies WC", "Accessible toilet"),
    "parking": ("Behindertenparkplatz", "Accessible parking"),
    "induction_loop": ("Induktionsanlage", "Induction loop"),
    "sign_language": ("Gebärdensprache", "Sign language"),
    "plain_language": ("Leichte Sprache", "Easy language"),
}
"""What makes an offer accessible: German, English. Yes, no or not known; not known is not no."""

DAYS: Final = (
    ("Montag", "Monday"),
    ("Dienstag", "Tuesday"),
    ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"),
    ("Freitag", "Friday"),
    ("Samstag", "Saturday"),
    ("Sonntag", "Sunday"),
)
