"""Suspension of removal: what is held, what would give a claim, and its revocation."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

SUSPENSION = Chapter("suspension", "residence")

SUSPENSION_KINDS = (
    Choice("none", "keine Duldung", "no suspension", ("keine", "ohne Duldung", "nein")),
    Choice(
        "impossible",
        "Unmöglichkeit (§ 60a Abs. 2 S. 1)",
        "removal impossible (60a (2) 1)",
        ("§ 60a Abs. 2 S. 1", "§ 60a Abs. 2", "60a II", "60a Abs. 2 Satz 1", "Duldung"),
    ),
    Choice(
        "criminal_trial", "Strafverfahren (§ 60a Abs. 2 S. 2)", "criminal trial (60a (2) 2)", ("§ 60a Abs. 2 S. 2",)
    ),
    Choice(
        "discretion",
        "Ermessensduldung (§ 60a Abs. 2 S. 3)",
        "by discretion (60a (2) 3)",
        ("§ 60a Abs. 2 S. 3", "Ermessensduldung"),
    ),
    Choice(
        "paternity",
        "Vaterschaftsverfahren (§ 60a Abs. 2 S. 4)",
        "paternity procedure (60a (2) 4)",
        ("§ 60a Abs. 2 S. 4",),
    ),
    Choice(
        "land_order",
        "Abschiebungsstopp (§ 60a Abs. 1)",
        "general stop (60a (1))",
        ("§ 60a Abs. 1", "Abschiebungsstopp"),
    ),
    Choice(
        "failed_removal", "gescheiterte Abschiebung (§ 60a Abs. 2a)", "failed removal (60a (2a))", ("§ 60a Abs. 2a",)
    ),
    Choice(
        "parent_of_minor",
        "Eltern eines Minderjährigen (§ 60a Abs. 2b)",
        "parents of a minor (60a (2b))",
        ("§ 60a Abs. 2b",),
    ),
    Choice("identity", "ungeklärte Identität (§ 60b)", "identity not clarified (60b)", ("§ 60b", "60b")),
    Choice(
        "training", "Ausbildungsduldung (§ 60c)", "vocational training (60c)", ("§ 60c", "60c", "Ausbildungsduldung")
    ),
    Choice(
        "employment", "Beschäftigungsduldung (§ 60d)", "employment (60d)", ("§ 60d", "60d", "Beschäftigungsduldung")
    ),
)

SUSPENSION.choice(
    "suspension_kind",
    ("Duldung", "Suspension of removal"),
    ("Die zuletzt erteilte Duldung und ihre Grundlage.", "The suspension granted last, and its basis."),
    SUSPENSION_KINDS,
    evidence=("decision",),
    protective=True,
    headers=("Duldung", "Duldungsart", "Duldungsgrund", "Art der Duldung"),
)
SUSPENSION.day(
    "suspension_valid_until",
    ("Duldung gültig bis", "Suspension valid until"),
    ("Der letzte Tag der Duldung.", "The last day of the suspension."),
    evidence=("decision",),
    protective=True,
    headers=("Duldung gültig bis", "Duldung bis", "geduldet bis", "Duldung befristet bis"),
)
SUSPENSION.day(
    "suspension_since",
    ("Ununterbrochen geduldet seit", "Suspended without a break since"),
    (
        "Der Tag, seit dem die Abschiebung ohne Unterbrechung ausgesetzt ist.",
        "The day since which removal has been suspended without a break.",
    ),
    protective=True,
    headers=("Duldung seit", "geduldet seit", "Erstduldung"),
)
SUSPENSION.day(
    "suspension_granted_on",
    ("Duldung erteilt am", "Suspension granted on"),
    ("Der Tag der letzten Erteilung oder Verlängerung.", "The day of the last grant or renewal."),
    evidence=("decision",),
    headers=("Duldung erteilt am", "Duldung ausgestellt am"),
)
SUSPENSION.day(
    "suspension_revoked_on",
    ("Duldung widerrufen am", "Suspension revoked on"),
    ("Der Tag, an dem der Widerruf bekannt gegeben wurde.", "The day on which the revocation was made known."),
    evidence=("decision",),
    headers=("Widerruf Duldung", "Duldung widerrufen am"),
)
SUSPENSION.day(
    "suspension_revocation_issued_on",
    ("Widerruf der Duldung vom", "Revocation of the suspension dated"),
    (
        "Das Datum des Widerrufs; er wirkt erst, wenn er bekannt gegeben ist.",
        "The date of the revocation; it takes effect only once it is made known.",
    ),
    evidence=("decision",),
    headers=("Widerruf Duldung vom",),
)
SUSPENSION.yes_no(
    "revocation_remedy_suspends",
    (
        "Rechtsbehelf gegen den Widerruf der Duldung mit aufschiebender Wirkung",
        "Remedy against the revocation suspends",
    ),
    (
        "Gegen den Widerruf der Duldung ist ein Rechtsbehelf anhängig, der aufschiebende Wirkung hat.",
        "A remedy that has suspensive effect is pending against the revocation of the suspension.",
    ),
    protective=True,
    evidence=("correspondence",),
)
SUSPENSION.day(
    "suspension_renewed_on",
    ("Duldung zuletzt um mehr als ein Jahr erneuert am", "Suspension last renewed for more than a year on"),
    (
        "Der Tag, an dem die Aussetzung für mehr als ein Jahr erneuert wurde.",
        "The day on which the suspension was renewed for more than a year.",
    ),
    protective=True,
)
SUSPENSION.day(
    "removal_announced_on",
    ("Abschiebung nach Widerruf angekündigt am", "Removal after revocation announced on"),
    (
        "Der Tag, an dem die Ankündigung der nach dem Widerruf vorgesehenen Abschiebung der Person zuging; sie nennt keinen Termin.",
        "The day on which the announcement of the removal after the revocation reached the person; it names no date.",
    ),
    evidence=("letter",),
    headers=("Ankündigung § 60a Abs. 5a",),
)
SUSPENSION.day(
    "removal_announcement_issued_on",
    ("Ankündigung der Abschiebung vom", "Announcement of the removal dated"),
    (
        "Das Datum der Ankündigung; der Monat läuft erst, wenn sie der Person zugegangen ist.",
        "The date of the announcement; the month runs only once it has reached the person.",
    ),
)
SUSPENSION.yes_no(
    "removal_impossible_in_fact",
    ("Abschiebung tatsächlich unmöglich", "Removal impossible in fact"),
    (
        "Die Abschiebung kann aus tatsächlichen Gründen auf absehbare Zeit nicht durchgeführt werden.",
        "For reasons of fact the removal cannot be carried out in the foreseeable future.",
    ),
    assessment=True,
    protective=True,
    headers=("tatsächliches Hindernis", "Abschiebung tatsächlich unmöglich"),
)
SUSPENSION.yes_no(
    "removal_impossible_in_law",
    ("Abschiebung rechtlich unmöglich", "Removal impossible in law"),
    (
        "Der Abschiebung steht ein weiteres rechtliches Hindernis entgegen, das hier nicht eigens aufgeführt ist.",
        "A further legal obstacle that has no entry of its own stands against the removal.",
    ),
    assessment=True,
    protective=True,
    headers=("rechtliches Hindernis", "Abschiebung rechtlich unmöglich"),
)
SUSPENSION.yes_no(
    "suspension_ground_ended",
    ("Duldungsgrund entfallen", "Ground of the suspension has ended"),
    (
        "Die Gründe, die der Abschiebung entgegenstanden, sind nach Prüfung entfallen.",
        "The grounds that stood against the removal have, on examination, ended.",
    ),
    assessment=True,
)
SUSPENSION.yes_no(
    "needed_for_criminal_trial",
    ("Für Strafverfahren wegen eines Verbrechens benötigt", "Needed for a trial of a serious crime"),
    (
        "Staatsanwaltschaft oder Gericht halten die Anwesenheit für ein Strafverfahren wegen eines Verbrechens für sachgerecht.",
        "Prosecution or court consider the presence appropriate for a trial of a serious crime.",
    ),
    evidence=("correspondence", "court"),
    protective=True,
    headers=("Zeuge im Strafverfahren",),
)
SUSPENSION.yes_no(
    "urgent_personal_reasons",
    ("Dringende humanitäre oder persönliche Gründe", "Urgent humanitarian or personal reasons"),
    (
        "Dringende humanitäre oder persönliche Gründe oder erhebliche öffentliche Interessen erfordern die weitere Anwesenheit.",
        "Urgent humanitarian or personal reasons or considerable public interests require further presence.",
    ),
    assessment=True,
    protective=True,
    headers=("dringende persönliche Gründe",),
)
SUSPENSION.yes_no(
    "land_removal_stop",
    ("Abschiebungsstopp des Landes", "Stop ordered by the Land"),
    (
        "Die oberste Landesbehörde hat die Abschiebung für die Gruppe der Person allgemein ausgesetzt.",
        "The supreme Land authority has suspended removal for the person's group in general.",
    ),
    evidence=("decision",),
    protective=True,
    headers=("Abschiebungsstopp",),
)
SUSPENSION.day(
    "removal_failed_on",
    ("Abschiebung gescheitert am", "Removal failed on"),
    ("Der Tag, an dem eine Abschiebung oder Zurückschiebung gescheitert ist.", "The day on which a removal failed."),
    retention="removal_data",
    headers=("Abschiebung gescheitert am",),
)
SUSPENSION.yes_no(
    "readmission_duty",
    ("Pflicht zur Rückübernahme", "Duty to readmit"),
    (
        "Deutschland ist nach dem Scheitern zur Rückübernahme verpflichtet und Haft ist nicht angeordnet.",
        "After the failure Germany is bound to readmit, and detention is not ordered.",
    ),
)
SUSPENSION.yes_no(
    "own_deception_or_no_cooperation",
    ("Hindernis selbst herbeigeführt", "Obstacle caused by the person"),
    (
        "Das Hindernis beruht auf vorsätzlich falschen Angaben, eigener Täuschung oder verweigerter zumutbarer Mitwirkung.",
        "The obstacle rests on intentionally false statements, own deception or refused reasonable cooperation.",
    ),
    assessment=True,
)
