"""Custody and holding: what is enforced since when, by which order, and how long it can last. Clocks to the hour: ``law.custody_clock``."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

CUSTODY = Chapter("custody", "enforcement")

KINDS = (
    Choice("none", "keine Haft, kein Gewahrsam", "no custody", ("keine", "auf freiem Fuß")),
    Choice("preparatory", "Vorbereitungshaft (§ 62 Abs. 2)", "preparatory custody (62 (2))", ("Vorbereitungshaft",)),
    Choice("securing", "Sicherungshaft (§ 62 Abs. 3)", "securing custody (62 (3))", ("Sicherungshaft",)),
    Choice("cooperation", "Mitwirkungshaft (§ 62 Abs. 6)", "cooperation custody (62 (6))", ("Mitwirkungshaft",)),
    Choice("departure", "Ausreisegewahrsam (§ 62b)", "custody to secure departure (62b)", ("Ausreisegewahrsam",)),
    Choice(
        "supplementary",
        "ergänzende Vorbereitungshaft (§ 62c)",
        "supplementary preparatory custody (62c)",
        ("ergänzende Vorbereitungshaft",),
    ),
    Choice("screening_border", "Überprüfungshaft an der Außengrenze (§ 14a)", "screening custody at the border (14a)"),
    Choice("screening_inland", "Überprüfungshaft im Bundesgebiet (§ 15b)", "screening custody in the country (15b)"),
    Choice("refusal", "Zurückweisungshaft (§ 15 Abs. 5)", "custody to secure refusal of entry (15 (5))"),
    Choice("transit", "Aufenthalt im Transitbereich (§ 15 Abs. 6)", "stay in the transit area (15 (6))"),
    Choice("return_after_entry", "Zurückschiebungshaft (§ 57 Abs. 3)", "custody to secure return (57 (3))"),
    Choice("asylum", "Asylverfahrenshaft (§ 69 AsylG)", "custody in the asylum procedure (69 Asylum Act)"),
    Choice("border_return", "Haft im Rückkehrgrenzverfahren (§ 70b AsylG)", "border return custody (70b Asylum Act)"),
    Choice("transfer", "Überstellungshaft (§ 2 Abs. 14)", "custody to secure a transfer (2 (14))"),
    Choice("criminal", "Straf- oder Untersuchungshaft", "prison or pre-trial custody", ("Strafhaft", "U-Haft")),
)

CUSTODY.choice(
    "custody_kind",
    ("Art der Haft oder des Gewahrsams", "Kind of custody"),
    (
        "Die Freiheitsentziehung, in der sich die Person jetzt befindet, auch die noch nicht angeordnete.",
        "The custody in which the person is now, including one that no court has ordered yet.",
    ),
    KINDS,
    evidence=("court",),
    headers=("Haftart", "Art der Haft"),
)
CUSTODY.day(
    "custody_kind_since",
    ("In dieser Haftart seit", "In this kind of custody since"),
    ("Der Tag, an dem diese Haft begann.", "The day on which this custody began."),
    protective=True,
    headers=("Haftbeginn", "inhaftiert seit"),
)
CUSTODY.day(
    "held_without_order_since",
    ("Ohne richterliche Anordnung festgehalten seit", "Held without a court's order since"),
    (
        "Der Tag, an dem die Behörde die Person ohne vorherige richterliche Anordnung ergriffen hat; die Uhrzeit steht im Gewahrsamsbuch.",
        "The day on which the authority seized the person without a prior order of a court; the hour stands in the custody book.",
    ),
    protective=True,
)
CUSTODY.day(
    "custody_ended_on",
    ("Haft beendet am", "Custody ended on"),
    ("Der Tag der Freilassung oder der Abschiebung aus der Haft.", "The day of release or of removal out of custody."),
    headers=("Haftende", "entlassen am"),
)
CUSTODY.day(
    "custody_order_on",
    ("Haftbeschluss vom", "Custody order of"),
    (
        "Der Tag der jüngsten richterlichen Anordnung oder Verlängerung.",
        "The day of the last order or extension by a court.",
    ),
    evidence=("court",),
    headers=("Haftbeschluss vom",),
)
CUSTODY.day(
    "custody_order_until",
    ("Haft angeordnet bis", "Custody ordered until"),
    ("Der letzte Tag, den die richterliche Anordnung nennt.", "The last day that the court's order names."),
    evidence=("court",),
    protective=True,
    headers=("Haft bis", "Haftbeschluss bis"),
)
CUSTODY.choice(
    "custody_order_state",
    ("Wirkung des Haftbeschlusses", "Effect of the custody order"),
    (
        "Ob die Anordnung jetzt wirkt: rechtskräftig oder sofort wirksam, nicht ausgesetzt, nicht aufgehoben.",
        "Whether the order has effect now: final or immediately effective, not suspended, not lifted.",
    ),
    (
        Choice("in_force", "wirksam", "in force"),
        Choice("not_yet", "noch nicht wirksam", "not yet in force"),
        Choice("suspended", "Vollzug ausgesetzt", "execution suspended"),
        Choice("lifted", "aufgehoben", "lifted"),
    ),
    evidence=("court",),
    protective=True,
)
CUSTODY.yes_no(
    "custody_order_provisional",
    ("Nur einstweilig angeordnet", "Ordered provisionally only"),
    ("Die Haft beruht auf einer einstweiligen Anordnung.", "The custody rests on a provisional order."),
    evidence=("court",),
    protective=True,
)
CUSTODY.yes_no(
    "custody_order_refused",
    ("Haftanordnung abgelehnt", "Custody order refused"),
    (
        "Das Gericht hat die Anordnung oder Verlängerung der Haft abgelehnt.",
        "The court refused to order or extend custody.",
    ),
    evidence=("court",),
    protective=True,
)
CUSTODY.yes_no(
    "custody_order_extended",
    ("Haft durch das Gericht verlängert", "Custody extended by the court"),
    ("Das Gericht hat die erste Anordnung verlängert.", "The court extended the first order."),
    evidence=("court",),
)
CUSTODY.choice(
    "custody_extension_ground",
    ("Grund der Verlängerung über sechs Monate", "Ground of the extension beyond six months"),
    (
        "Weshalb das Gericht über sechs Monate hinaus verlängert hat.",
        "Why the court extended custody beyond six months.",
    ),
    (
        Choice("none", "keine solche Verlängerung", "no such extension"),
        Choice(
            "attributable", "von der Person zu vertreten (§ 62 Abs. 4 S. 2)", "attributable to the person (62 (4) 2)"
        ),
        Choice(
            "third_state_delay",
            "Anordnung nach § 58a, Drittstaat verzögert Unterlagen (§ 62 Abs. 4 S. 3)",
            "order under 58a, papers delayed by the third state (62 (4) 3)",
        ),
    ),
    evidence=("court",),
)
CUSTODY.day(
    "custody_total_ends_on",
    ("Gesamtdauer der Haft erreicht am", "Total time of custody reached on"),
    (
        "Der letzte Tag der Gesamtdauer von 18 Monaten, errechnet mit allen Zeiten, die anzurechnen sind.",
        "The last day of the total of 18 months, computed with every time that counts towards it.",
    ),
    protective=True,
)
for _name, _de, _en in (
    ("custody_preparatory_served", "Vorbereitungshaft", "preparatory custody"),
    ("custody_cooperation_served", "Mitwirkungshaft", "cooperation custody"),
    ("custody_departure_served", "Ausreisegewahrsam", "custody to secure departure"),
    ("custody_border_return_served", "Haft im Rückkehrgrenzverfahren", "border return custody"),
):
    CUSTODY.yes_no(
        _name,
        (f"Zuvor verbracht: {_de}", f"Served before: {_en}"),
        (
            f"Im selben Verfahren wurde zuvor {_de} vollzogen.",
            f"In the same procedure {_en} was served before.",
        ),
        evidence=("court",),
        protective=True,
    )
CUSTODY.choice(
    "asylum_custody_ground",
    ("Grund der Asylverfahrenshaft", "Ground of custody in the asylum procedure"),
    (
        "Die Nummer des § 69 Abs. 1 AsylG, auf die das Gericht sich stützt.",
        "The number of section 69 (1) that the court relies on.",
    ),
    (
        Choice("identity", "Identität in der Überprüfung (Nr. 1)", "identity in the screening (no. 1)"),
        Choice("residence_duties", "Pflichten nach §§ 68, 68a (Nr. 2)", "duties under 68, 68a (no. 2)"),
        Choice("border_procedure", "Asylgrenzverfahren (Nr. 3)", "border procedure (no. 3)"),
        Choice("return_delay", "Antrag aus der Haft (Nr. 4)", "application out of custody (no. 4)"),
        Choice("danger", "erhebliche Gefahr (Nr. 5)", "considerable danger (no. 5)"),
    ),
    evidence=("court",),
)
CUSTODY.yes_no(
    "asylum_refused_manifestly",
    ("Asylantrag qualifiziert abgelehnt (§ 62c Abs. 2)", "Asylum application refused in the sense of 62c (2)"),
    (
        "Der Asylantrag wurde als unzulässig nach § 29 Nr. 4 oder 5 AsylG oder als offensichtlich unbegründet abgelehnt.",
        "The application was refused as inadmissible under section 29 nos. 4 or 5, or as manifestly unfounded.",
    ),
    evidence=("decision",),
)
CUSTODY.day(
    "urgent_application_refused_on",
    ("Eilantrag abgelehnt am", "Urgent application refused on"),
    (
        "Der Tag, an dem das Verwaltungsgericht den Antrag gegen die Abschiebungsandrohung abgelehnt hat.",
        "The day on which the administrative court refused the application against the warning of removal.",
    ),
    evidence=("court",),
)
CUSTODY.yes_no(
    "other_state_asked_to_take_charge",
    ("Anderer Staat um Aufnahme ersucht", "Other state asked to take charge"),
    (
        "Ein Aufnahmegesuch, Wiederaufnahmeersuchen oder eine Wiederaufnahmemitteilung ist an einen anderen Staat gerichtet.",
        "A request to take charge or back, or a take-back notification, was sent to another state.",
    ),
    evidence=("correspondence",),
)
CUSTODY.yes_no(
    "asylum_application_refused",
    ("Asylantrag abgelehnt", "Asylum application refused"),
    ("Das Bundesamt hat den Asylantrag abgelehnt.", "The Federal Office refused the asylum application."),
    evidence=("decision",),
)
CUSTODY.day(
    "airport_arrived_on",
    ("Ankunft am Flughafen", "Arrival at the airport"),
    (
        "Der Tag der Ankunft am Flughafen oder der Tag, an dem die Behörde von ihr erfuhr.",
        "The day of arrival at the airport, or the day on which the authority learned of it.",
    ),
    protective=True,
)
CUSTODY.yes_no(
    "departure_expected_within_order",
    ("Abreise innerhalb der Anordnung zu erwarten", "Departure expected within the order"),
    (
        "Es ist zu erwarten, dass die Abreise innerhalb der angeordneten Dauer erfolgt.",
        "Departure is to be expected within the time ordered.",
    ),
    assessment=True,
)
