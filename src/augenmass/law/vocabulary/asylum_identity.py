"""What the Federal Office needs for clarifying identity: data carriers and comparison of faces."""

from augenmass.law.vocabulary.declaring import Chapter

ASYLUM_IDENTITY = Chapter("asylum_identity", "identity")

ASYLUM_IDENTITY.yes_no(
    "other_identity_evidence",
    ("Anderer geeigneter Identitätsnachweis", "Other suitable proof of identity"),
    (
        "Ein anderer geeigneter Nachweis der Identität als Pass oder Passersatz liegt vor.",
        "There is suitable proof of identity other than a passport or substitute.",
    ),
    evidence=("identity",),
    protective=True,
)
_WEIGHED = (
    (
        "identity_measure_necessary",
        "Maßnahme zur Identitätsfeststellung erforderlich",
        "Measure necessary for establishing identity",
        "Nach Prüfung ist die Maßnahme erforderlich, um Identität oder Staatsangehörigkeit festzustellen.",
        "On examination, the measure is necessary for establishing identity or nationality.",
        False,
    ),
    (
        "device_milder_means_suffice",
        "Mildere Mittel reichen",
        "Milder means suffice",
        "Nach Prüfung kann der Zweck durch mildere Mittel erreicht werden.",
        "On examination, the purpose can be reached by milder means.",
        True,
    ),
    (
        "only_core_privacy_expected",
        "Allein Erkenntnisse aus dem Kernbereich zu erwarten",
        "Only findings from the core of privacy expected",
        "Tatsächliche Anhaltspunkte sprechen dafür, dass allein Erkenntnisse aus dem Kernbereich privater Lebensgestaltung anfielen.",
        "Facts indicate that only findings from the core of private life would be obtained.",
        True,
    ),
)
for _name, _german, _english, _says, _says_en, _protects in _WEIGHED:
    ASYLUM_IDENTITY.yes_no(_name, (_german, _english), (_says, _says_en), assessment=True, protective=_protects)
ASYLUM_IDENTITY.yes_no(
    "evaluator_qualified_for_judge",
    ("Auswertende Person mit Befähigung zum Richteramt", "Evaluator qualified for judicial office"),
    (
        "Die Datenträger wertet eine bedienstete Person mit Befähigung zum Richteramt aus.",
        "The data carriers are evaluated by an official qualified for judicial office.",
    ),
)
ASYLUM_IDENTITY.day(
    "face_comparison_informed_on",
    ("Über Abgleich des Lichtbilds informiert am", "Informed of the comparison of the picture on"),
    (
        "Der Tag, an dem die Person vorab über Zweck, Umfang und Durchführung des Abgleichs informiert wurde.",
        "The day on which the person was informed beforehand of purpose, scope and course of the comparison.",
    ),
)
ASYLUM_IDENTITY.yes_no(
    "identification_record_taken",
    ("Erkennungsdienstlich behandelt", "Identification record taken"),
    (
        "Die Identität ist durch Lichtbild und, ab sechs Jahren, Fingerabdrücke gesichert.",
        "Identity is secured by a picture and, from the age of six, by fingerprints.",
    ),
    evidence=("identity", "correspondence"),
    headers=("ED-Behandlung",),
)
