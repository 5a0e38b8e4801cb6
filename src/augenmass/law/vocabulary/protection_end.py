"""How protection ends: procedure of withdrawal, renunciation, and what the statute presumes."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

PROTECTION_END = Chapter("protection_end", "asylum")

_NOTICE = ("decision", "correspondence")

PROTECTION_END.day(
    "withdrawal_begun_on",
    ("Verfahren zum Entzug des Schutzes begonnen am", "Procedure of withdrawing protection begun on"),
    (
        "Der Tag, an dem das Bundesamt das Verfahren zu Entzug, Widerruf oder Rücknahme begonnen hat.",
        "The day on which the Federal Office began the procedure of withdrawal or revocation.",
    ),
    evidence=_NOTICE,
    headers=("Widerrufsverfahren seit",),
)
PROTECTION_END.choice(
    "withdrawal_outcome",
    ("Entscheidung über den Entzug des Schutzes", "Decision on withdrawing protection"),
    ("Wie das Bundesamt über den Entzug entschieden hat.", "How the Federal Office decided on withdrawal."),
    (
        Choice("none", "kein Verfahren", "no procedure"),
        Choice("open", "Entzug noch nicht entschieden", "not decided yet"),
        Choice("kept", "Schutz bleibt bestehen", "protection is kept"),
        Choice("withdrawn", "Schutz entzogen, widerrufen oder zurückgenommen", "protection withdrawn"),
    ),
    evidence=_NOTICE,
)
PROTECTION_END.yes_no(
    "withdrawal_for_danger",
    ("Entzug wegen Ausschluss oder Gefahr", "Withdrawal for exclusion or danger"),
    (
        "Der Entzug stützt sich auf einen Ausschlussgrund oder auf § 60 Absatz 8 bis 8b des Aufenthaltsgesetzes.",
        "The withdrawal rests on a ground of exclusion or on section 60 (8) to (8b) of the Residence Act.",
    ),
    evidence=_NOTICE,
)
PROTECTION_END.day(
    "withdrawal_announced_on",
    ("Beabsichtigter Entzug mitgeteilt am", "Intended withdrawal announced on"),
    (
        "Der Tag, an dem der beabsichtigte Entzug schriftlich mit Gründen und Gelegenheit zur Äußerung mitgeteilt wurde.",
        "The day on which the intended withdrawal was announced in writing, with reasons and a chance to respond.",
    ),
    evidence=_NOTICE,
)
PROTECTION_END.day(
    "withdrawal_final_since",
    ("Entzug des Schutzes unanfechtbar seit", "Withdrawal of protection final since"),
    ("Der Tag, seit dem der Entzug unanfechtbar ist.", "The day since which the withdrawal is final."),
    evidence=_NOTICE,
)
PROTECTION_END.yes_no(
    "protection_renounced",
    ("Auf den Schutz schriftlich verzichtet", "Protection renounced in writing"),
    (
        "Gegenüber dem Bundesamt wurde eindeutig, freiwillig und schriftlich auf den Schutz verzichtet.",
        "Protection was renounced towards the Federal Office clearly, freely and in writing.",
    ),
    evidence=_NOTICE,
)
PROTECTION_END.choice(
    "nationality_acquired",
    ("Staatsangehörigkeit auf Antrag erworben", "Nationality acquired on application"),
    (
        "Ob die deutsche oder die Staatsangehörigkeit eines anderen Mitgliedstaats auf Antrag erworben wurde.",
        "Whether German nationality or that of another member state was acquired on application.",
    ),
    (
        Choice("none", "keine erworben", "none acquired"),
        Choice("german", "deutsche", "German"),
        Choice("member_state", "eines anderen Mitgliedstaats", "of another member state"),
    ),
    evidence=("identity",),
)
PROTECTION_END.yes_no(
    "protected_elsewhere_later",
    ("Später in anderem Mitgliedstaat geschützt", "Protected in another member state later"),
    (
        "Ein anderer Mitgliedstaat hat nachträglich internationalen Schutz gewährt.",
        "Another member state granted international protection later.",
    ),
    evidence=("correspondence",),
)
PROTECTION_END.yes_no(
    "travelled_to_origin",
    ("In den Herkunftsstaat gereist", "Travelled to the state of origin"),
    (
        "Die Person ist in den Staat gereist, vor dessen Gefahren sie geschützt ist.",
        "The person travelled to the state against whose dangers they are protected.",
    ),
    evidence=("correspondence", "identity"),
)
PROTECTION_END.yes_no(
    "travel_morally_required",
    ("Reise sittlich zwingend geboten", "Travel morally imperative"),
    (
        "Nach Prüfung war die Reise in den Herkunftsstaat sittlich zwingend geboten.",
        "On examination, the travel to the state of origin was morally imperative.",
    ),
    assessment=True,
    protective=True,
)
PROTECTION_END.yes_no(
    "family_protection_old_law",
    ("Familienschutz nach früherem § 26", "Family protection under former section 26"),
    (
        "Der Schutz ist nach § 26 des Asylgesetzes in der bis zum 12. Juni 2026 geltenden Fassung abgeleitet.",
        "The protection is derived under section 26 of the Asylum Act as in force until 12 June 2026.",
    ),
    evidence=("decision",),
)
PROTECTION_END.yes_no(
    "responsibility_transferred",
    ("Verantwortung für anerkannten Flüchtling übergegangen", "Responsibility for a recognised refugee transferred"),
    (
        "Die Verantwortung für den Reiseausweis ist von einem anderen Staat auf Deutschland übergegangen.",
        "Responsibility for the travel document passed from another state to Germany.",
    ),
    evidence=("identity", "correspondence"),
)
