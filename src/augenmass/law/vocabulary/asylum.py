"""Asylum as far as it enters here: procedure, protection status, warning of the Federal Office, European and association rights."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

ASYLUM = Chapter("asylum", "asylum")
EUROPE = Chapter("europe", "residence")

_BAMF = ("decision", "other")

ASYLUM.yes_no(
    "asylum_ever_applied",
    ("Asylantrag gestellt (jemals)", "Asylum applied for (ever)"),
    ("Es wurde irgendwann ein Asylantrag gestellt.", "An asylum application was filed at some time."),
    headers=("Asylantrag", "Asylbewerber"),
)
ASYLUM.day(
    "asylum_applied_on",
    ("Asylantrag gestellt am", "Asylum applied for on"),
    (
        "Der Tag des letzten förmlichen Asylantrags; er entscheidet über altes oder neues Recht.",
        "The day of the last formal asylum application; it decides between old and new law.",
    ),
    evidence=_BAMF,
    headers=("Asylantrag am", "Asylantragsdatum", "Datum Asylantrag"),
)
ASYLUM.yes_no(
    "asylum_procedure_running",
    ("Asylverfahren läuft", "Asylum procedure running"),
    (
        "Über einen Asylantrag ist noch nicht so entschieden, dass das Recht zum Aufenthalt geendet hat.",
        "No decision on an asylum application has yet ended the right to stay.",
    ),
    evidence=_BAMF,
    protective=True,
    headers=("Asylverfahren läuft", "Asylverfahren anhängig", "Asylverfahren", "lfd. Asylverfahren"),
)
ASYLUM.yes_no(
    "asylum_follow_up_pending",
    ("Folgeantrag anhängig", "Follow-up application pending"),
    (
        "Ein Folgeantrag ist gestellt und das Bundesamt hat noch nicht mitgeteilt, was daraus folgt.",
        "A follow-up application is filed and the Federal Office has not yet said what follows.",
    ),
    evidence=_BAMF,
    protective=True,
    headers=("Folgeantrag", "Folgeantrag anhängig"),
)
ASYLUM.day(
    "asylum_decision_served_on",
    ("Asylbescheid zugestellt am", "Asylum decision served on"),
    ("Der nachgewiesene Tag der Zustellung des Asylbescheids.", "The proven day of service of the asylum decision."),
    evidence=("service", "decision"),
    headers=("Asylbescheid zugestellt am", "Zustellung BAMF-Bescheid"),
)
ASYLUM.yes_no(
    "asylum_warning_enforceable",
    ("Abschiebungsandrohung des Bundesamtes vollziehbar", "Federal Office's warning enforceable"),
    (
        "Das Bundesamt hat mitgeteilt, dass seine Abschiebungsandrohung vollziehbar ist.",
        "The Federal Office has given notice that its warning of removal is enforceable.",
    ),
    evidence=("correspondence",),
    headers=("Androhung vollziehbar", "Abschiebungsandrohung vollziehbar", "Vollziehbarkeit BAMF"),
)
ASYLUM.day(
    "asylum_warning_enforceable_since",
    ("Androhung des Bundesamtes vollziehbar seit", "Federal Office's warning enforceable since"),
    ("Der Tag, seit dem die Androhung vollziehbar ist.", "The day since which the warning is enforceable."),
    evidence=("correspondence",),
    headers=("vollziehbar seit", "Vollziehbar ab"),
)
ASYLUM.day(
    "asylum_departure_period_until",
    ("Ausreisefrist des Bundesamtes bis", "Federal Office's period for departure until"),
    (
        "Der letzte Tag der vom Bundesamt gesetzten Ausreisefrist.",
        "The last day of the period for voluntary departure set by the Federal Office.",
    ),
    evidence=("correspondence",),
    headers=("Ausreisefrist BAMF", "Ausreisefrist Asyl bis"),
)
ASYLUM.choice(
    "protection_status",
    ("Schutzstatus", "Protection status"),
    ("Der in Deutschland bestehende Schutzstatus.", "The protection status that exists in Germany."),
    (
        Choice("none", "kein Schutzstatus", "no protection status", ("keiner", "kein", "ohne", "abgelehnt")),
        Choice("asylum", "Asylberechtigung", "entitled to asylum", ("asylberechtigt", "Art. 16a GG")),
        Choice("refugee", "Flüchtlingseigenschaft", "refugee status", ("Flüchtling", "GFK", "§ 3 AsylG")),
        Choice("subsidiary", "subsidiärer Schutz", "subsidiary protection", ("subsidiär", "§ 4 AsylG")),
        Choice(
            "national",
            "Abschiebungsverbot festgestellt",
            "prohibition of removal found",
            ("Abschiebungsverbot", "§ 60 Abs. 5", "§ 60 Abs. 7"),
        ),
        Choice("foreign_refugee", "im Ausland anerkannter Flüchtling", "refugee recognised abroad", ("GFK Ausland",)),
    ),
    evidence=_BAMF,
    protective=True,
    headers=("Schutzstatus", "Schutzform", "Asylergebnis", "Anerkennung"),
)
ASYLUM.yes_no(
    "protected_in_other_member_state",
    ("Schutz in anderem Mitgliedstaat", "Protected in another member state"),
    (
        "Ein anderer Mitgliedstaat der Europäischen Union gewährt internationalen Schutz.",
        "Another member state of the European Union grants international protection.",
    ),
    protective=True,
    headers=("Schutz in EU-Staat", "Drittstaatenschutz"),
)

EUROPE.yes_no(
    "free_movement",
    ("Freizügigkeitsberechtigt", "Entitled to freedom of movement"),
    (
        "Die Person ist als Unionsbürgerin, Unionsbürger oder gleichgestellt freizügigkeitsberechtigt.",
        "The person has freedom of movement as a Union citizen or an equal of one.",
    ),
    protective=True,
    headers=("Freizügigkeit", "EU-Bürger", "Unionsbürger"),
)
EUROPE.yes_no(
    "family_of_union_citizen",
    ("Familienangehörig zu Unionsbürger", "Family member of a Union citizen"),
    (
        "Die Person leitet ihr Recht von einem Unionsbürger oder einer Unionsbürgerin ab.",
        "The person derives their right from a Union citizen.",
    ),
    protective=True,
    evidence=("identity",),
    headers=("Familienangehöriger EU", "Angehöriger Unionsbürger"),
)
EUROPE.yes_no(
    "loss_of_free_movement_enforceable",
    ("Verlustfeststellung vollziehbar", "Finding of loss enforceable"),
    (
        "Der Verlust oder das Nichtbestehen des Freizügigkeitsrechts ist vollziehbar festgestellt.",
        "The loss or absence of freedom of movement has been found enforceably.",
    ),
    evidence=("decision",),
    headers=("Verlustfeststellung", "Verlust Freizügigkeit"),
)
EUROPE.yes_no(
    "association_right",
    ("Assoziationsrecht EWG/Türkei", "Right under the EEC-Turkey association"),
    (
        "Ein Aufenthaltsrecht nach dem Assoziationsrecht (ARB 1/80) besteht.",
        "A right of residence under the association (Decision 1/80) exists.",
    ),
    protective=True,
    headers=("ARB 1/80", "Assoziationsrecht", "ARB"),
)
EUROPE.yes_no(
    "withdrawal_agreement_right",
    ("Recht nach dem Austrittsabkommen", "Right under the withdrawal agreement"),
    (
        "Ein Aufenthaltsrecht nach dem Abkommen über den Austritt des Vereinigten Königreichs besteht.",
        "A right of residence under the agreement on the withdrawal of the United Kingdom exists.",
    ),
    protective=True,
    headers=("Austrittsabkommen", "Art. 50 EUV"),
)
EUROPE.yes_no(
    "derived_union_right",
    ("Recht aus Artikel 20 AEUV", "Right under Article 20 TFEU"),
    (
        "Wegen eines abhängigen Unionsbürgers besteht ein abgeleitetes Aufenthaltsrecht.",
        "A derived right of residence exists because of a dependent Union citizen.",
    ),
    protective=True,
    headers=("Art. 20 AEUV", "Artikel 20 AEUV"),
)
EUROPE.yes_no(
    "temporary_protection",
    ("Vorübergehender Schutz (§ 24)", "Temporary protection (section 24)"),
    (
        "Die Person gehört zum Kreis mit vorübergehendem Schutz nach § 24 des Aufenthaltsgesetzes.",
        "The person belongs to those with temporary protection under section 24 of the Residence Act.",
    ),
    protective=True,
    headers=("§ 24 AufenthG", "vorübergehender Schutz", "Schutz § 24"),
)
