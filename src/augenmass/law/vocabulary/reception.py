"""Living in a reception centre: since when, which kind, what lengthens or ends the duty."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

RECEPTION = Chapter("reception", "asylum")

RECEPTION.day(
    "reception_since",
    ("In Aufnahmeeinrichtung seit", "In a reception centre since"),
    (
        "Der Tag, seit dem die Person in einer Aufnahmeeinrichtung zu wohnen hat; frühere Zeiten sind eingerechnet.",
        "The day since which the person has to live in a reception centre; earlier times are counted in.",
    ),
    headers=("Aufnahmeeinrichtung seit", "EAE seit"),
)
RECEPTION.choice(
    "reception_kind",
    ("Art der Aufnahmeeinrichtung", "Kind of reception centre"),
    ("Welche Einrichtung zugewiesen ist.", "Which kind of centre is assigned."),
    (
        Choice("none", "keine Wohnpflicht", "no duty to live in one"),
        Choice("ordinary", "Aufnahmeeinrichtung", "reception centre", ("AfA",)),
        Choice("secondary", "Einrichtung bei Sekundärmigration (§ 44 Absatz 1a AsylG)", "secondary migration centre"),
    ),
)
RECEPTION.yes_no(
    "reception_family",
    ("Familie mit minderjährigem Kind", "Family with a minor child"),
    (
        "Die Person ist minderjähriges Kind, Elternteil, sorgeberechtigt oder volljähriges lediges Geschwister eines solchen Kindes.",
        "The person is a minor child, a parent, has custody, or is an adult unmarried sibling of such a child.",
    ),
    protective=True,
)
RECEPTION.yes_no(
    "asylum_safe_origin_procedure",
    ("Verfahren wegen sicheren Herkunftsstaats", "Procedure for a safe state of origin"),
    (
        "Das Bundesamt führt das Verfahren als eines aus einem sicheren Herkunftsstaat.",
        "The Federal Office runs the procedure as one of a safe state of origin.",
    ),
    evidence=("decision", "correspondence"),
)
RECEPTION.yes_no(
    "reception_land_rule",
    ("Landesrecht: bis zu 24 Monate", "Land law: up to 24 months"),
    (
        "Landesrecht verpflichtet die Person länger, höchstens 24 Monate, in der Aufnahmeeinrichtung zu wohnen.",
        "Land law obliges the person to live in the reception centre longer, 24 months at most.",
    ),
    evidence=("decision", "other"),
)
_DUTIES = (
    (
        "asylum_documents_duty_breached",
        "Pflichten zu Dokumenten und Identität ohne Entschuldigung verletzt",
        "Duties on documents and identity breached without excuse",
        "Pflichten nach § 15 Absatz 2 Nummer 4 bis 7 sind ohne genügende Entschuldigung verletzt oder nicht unverzüglich nachgeholt.",
        "Duties under section 15 (2) nos. 4 to 7 were breached without sufficient excuse or not made up without delay.",
    ),
    (
        "asylum_duties_breached_repeatedly",
        "Angaben und Erscheinen wiederholt ohne Entschuldigung verweigert",
        "Statements and appearance refused repeatedly without excuse",
        "Pflichten nach § 15 Absatz 2 Nummer 1 und 3 sind wiederholt ohne genügende Entschuldigung verletzt.",
        "Duties under section 15 (2) nos. 1 and 3 were breached repeatedly without sufficient excuse.",
    ),
    (
        "identity_deception_continued",
        "Fortgesetzte Täuschung über Identität oder Staatsangehörigkeit",
        "Continued deception about identity or nationality",
        "Nach Prüfung wird gegenüber der Behörde fortgesetzt über Identität oder Staatsangehörigkeit getäuscht.",
        "On examination, the authority is deceived continually about identity or nationality.",
    ),
    (
        "departure_cooperation_refused",
        "Zumutbare Mitwirkung an der Ausreise fortgesetzt verweigert",
        "Reasonable cooperation towards departure refused continually",
        "Zumutbare Anforderungen zur Beseitigung von Ausreisehindernissen werden nach Prüfung fortgesetzt nicht erfüllt.",
        "On examination, reasonable requirements for removing obstacles to departure are continually not met.",
    ),
)
for _name, _german, _english, _says, _says_en in _DUTIES:
    RECEPTION.yes_no(_name, (_german, _english), (_says, _says_en), assessment=True)
_ENDING = (
    (
        "removal_not_possible_soon",
        "Abschiebung nicht in angemessener Zeit möglich",
        "Removal not possible within reasonable time",
        "Nach Prüfung ist die Abschiebung nicht in angemessener Zeit möglich.",
        "On examination, removal is not possible within reasonable time.",
    ),
    (
        "marriage_gives_claim",
        "Anspruch auf Titel durch Eheschließung",
        "Claim to a title by marriage",
        "Durch Eheschließung oder Lebenspartnerschaft im Bundesgebiet sind die Voraussetzungen eines Titelanspruchs erfüllt.",
        "By a marriage or partnership in Germany the conditions of a claim to a title are met.",
    ),
    (
        "reception_compelling_reasons",
        "Zwingende Gründe für die Entlassung aus der Aufnahmeeinrichtung",
        "Compelling reasons for leaving the reception centre",
        "Nach Prüfung verlangen zwingende Gründe das Ende der Wohnpflicht.",
        "On examination, compelling reasons require an end of the duty to live in the centre.",
    ),
    (
        "reception_public_reasons",
        "Gründe der Gesundheitsvorsorge, Ordnung oder Unterbringung für die Entlassung",
        "Reasons of public health, order or housing for leaving the centre",
        "Gründe der öffentlichen Gesundheitsvorsorge, Sicherheit, Ordnung oder Verteilung sprechen für die Entlassung.",
        "Reasons of public health, security, order or distribution speak for leaving the centre.",
    ),
)
for _name, _german, _english, _says, _says_en in _ENDING:
    RECEPTION.yes_no(_name, (_german, _english), (_says, _says_en), assessment=True, protective=True)
RECEPTION.yes_no(
    "reception_other_place_ordered",
    ("Zum Wohnen an anderem Ort verpflichtet", "Obliged to live elsewhere"),
    (
        "Die Person ist verpflichtet, an einem anderen Ort oder in einer anderen Unterkunft zu wohnen.",
        "The person is obliged to live at another place or in other accommodation.",
    ),
    protective=True,
)
RECEPTION.yes_no(
    "permit_24_intended",
    ("Aufenthaltserlaubnis nach § 24 soll erteilt werden", "Permit under section 24 is to be granted"),
    (
        "Eine Aufenthaltserlaubnis nach § 24 des Aufenthaltsgesetzes soll erteilt werden.",
        "A permit under section 24 of the Residence Act is to be granted.",
    ),
    protective=True,
)
RECEPTION.yes_no(
    "other_accommodation_proven",
    ("Andere Unterkunft ohne Mehrkosten nachgewiesen", "Other accommodation without extra cost proven"),
    (
        "Eine andere Unterkunft ist nachgewiesen, und der öffentlichen Hand entstehen keine Mehrkosten.",
        "Other accommodation is proven, and the public purse has no extra cost.",
    ),
)
