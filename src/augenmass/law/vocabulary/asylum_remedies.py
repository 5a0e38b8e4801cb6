"""Service of the Federal Office's decision, and the remedies against it. The decision that ends the stay has facts of its own."""

from augenmass.law.vocabulary.decision import INSTRUCTIONS
from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

REMEDY = Chapter("asylum_remedy", "asylum")

_COURT = ("court", "correspondence")
_SERVICE = ("service",)

OUTCOMES = (
    Choice("none", "nicht gestellt oder erhoben", "not filed"),
    Choice("pending", "anhängig", "pending"),
    Choice("granted", "stattgegeben", "granted"),
    Choice("refused", "abgelehnt oder abgewiesen", "refused"),
    Choice("withdrawn", "zurückgenommen", "withdrawn"),
)

REMEDY.choice(
    "asylum_instruction",
    ("Asylbescheid: Rechtsbehelfsbelehrung", "Asylum decision: instruction on remedies"),
    ("Ob der Asylbescheid richtig belehrt.", "Whether the asylum decision's instruction is given and correct."),
    INSTRUCTIONS,
)
REMEDY.day(
    "asylum_action_filed_on",
    ("Klage gegen den Asylbescheid erhoben am", "Action against the asylum decision filed on"),
    ("Der Tag des Eingangs der Klage bei Gericht.", "The day on which the action reached the court."),
    evidence=_COURT,
    protective=True,
    headers=("Asylklage am", "Klage Asyl"),
)
REMEDY.choice(
    "asylum_action_outcome",
    ("Klage gegen den Asylbescheid", "Action against the asylum decision"),
    ("Was aus der Klage geworden ist.", "What became of the action."),
    OUTCOMES,
    evidence=_COURT,
    protective=True,
)
REMEDY.day(
    "asylum_urgent_filed_on",
    ("Eilantrag gegen den Asylbescheid gestellt am", "Urgent application against the asylum decision filed on"),
    (
        "Der Tag des Eingangs des Antrags nach § 80 Absatz 5 VwGO bei Gericht.",
        "The day on which the application for interim relief reached the court.",
    ),
    evidence=_COURT,
    protective=True,
    headers=("Eilantrag Asyl am",),
)
REMEDY.choice(
    "asylum_urgent_outcome",
    ("Eilantrag gegen den Asylbescheid", "Urgent application against the asylum decision"),
    ("Was aus dem Eilantrag geworden ist.", "What became of the urgent application."),
    OUTCOMES,
    evidence=_COURT,
    protective=True,
)
REMEDY.day(
    "asylum_urgent_refusal_served_on",
    ("Ablehnung des Eilantrags zugestellt am", "Refusal of the urgent application served on"),
    (
        "Der Tag, an dem der ablehnende Beschluss zugestellt wurde.",
        "The day on which the court's refusal was served.",
    ),
    evidence=("court", "service"),
)
REMEDY.yes_no(
    "asylum_stay_permitted_by_court",
    ("Gericht hat den Verbleib gestattet", "Court permitted the person to remain"),
    (
        "Ein Gericht hat den Verbleib während des Asylprozesses gestattet.",
        "A court has permitted the person to remain while the asylum case is before it.",
    ),
    evidence=("court",),
    protective=True,
)
REMEDY.day(
    "asylum_right_to_remain_ended_on",
    ("Recht auf Verbleib geendet am", "Right to remain ended on"),
    (
        "Der Tag, an dem das Recht auf Verbleib nach Mitteilung des Bundesamtes oder Gerichts geendet hat.",
        "The day on which the right to remain ended, by notice of the Federal Office or the court.",
    ),
    evidence=_COURT,
)
REMEDY.day(
    "asylum_final_since",
    ("Asylbescheid unanfechtbar seit", "Asylum decision final since"),
    (
        "Der Tag, seit dem gegen den Asylbescheid kein Rechtsbehelf mehr möglich ist.",
        "The day since which no remedy against the asylum decision is possible any more.",
    ),
    evidence=_COURT,
    headers=("Asylbescheid bestandskräftig seit", "Asyl rechtskräftig seit"),
)
REMEDY.yes_no(
    "asylum_service_informed",
    ("Über Zustellung im Asylverfahren belehrt", "Told of the rules of service in the asylum procedure"),
    (
        "Die Person wurde bei der Antragstellung schriftlich gegen Empfangsbestätigung auf die Zustellungsvorschriften hingewiesen.",
        "When applying, the person was told of the rules of service in writing, against receipt.",
    ),
    evidence=_SERVICE,
)
REMEDY.yes_no(
    "asylum_service_last_address",
    ("Asylbescheid an letzte bekannte Anschrift", "Asylum decision sent to the last known address"),
    (
        "Der Bescheid ging an die letzte Anschrift, die der Stelle vom Antrag, aus einer Mitteilung oder von einer Behörde bekannt war.",
        "The decision was sent to the last address that was known from the application, the person or an authority.",
    ),
    evidence=_SERVICE,
)
REMEDY.yes_no(
    "asylum_recipient_named",
    ("Empfangsperson im Asylverfahren benannt", "Recipient named in the asylum procedure"),
    (
        "Für das Asylverfahren ist eine bevollmächtigte oder empfangsberechtigte Person benannt, an die zugestellt werden kann.",
        "A representative or recipient is named for the asylum procedure, and service on them is possible.",
    ),
    protective=True,
)
REMEDY.day(
    "asylum_decision_posted_on",
    ("Asylbescheid zur Post gegeben am", "Asylum decision posted on"),
    ("Der Tag der Aufgabe zur Post.", "The day of posting."),
    evidence=_SERVICE,
)
REMEDY.yes_no(
    "asylum_service_undeliverable",
    ("Asylbescheid nicht zustellbar", "Asylum decision could not be delivered"),
    (
        "Die Sendung konnte nicht zugestellt werden.",
        "The letter could not be delivered.",
    ),
    evidence=_SERVICE,
)
REMEDY.day(
    "asylum_given_to_centre_on",
    ("Asylbescheid an Aufnahmeeinrichtung übergeben am", "Asylum decision given to the reception centre on"),
    (
        "Der Tag, an dem die Sendung der Aufnahmeeinrichtung übergeben wurde.",
        "The day on which the letter was given to the reception centre.",
    ),
    evidence=_SERVICE,
)
REMEDY.day(
    "asylum_handed_out_on",
    ("Asylbescheid in der Aufnahmeeinrichtung ausgehändigt am", "Asylum decision handed out in the centre on"),
    (
        "Der Tag, an dem die Aufnahmeeinrichtung die Sendung aushändigte.",
        "The day on which the reception centre handed the letter out.",
    ),
    evidence=_SERVICE,
)
