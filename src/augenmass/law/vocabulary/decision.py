"""Decisions: the one that ends the right to stay, the warning of removal, their service and remedies, the period for departure."""

from augenmass.law.vocabulary.countries import STATES
from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

DECISION = Chapter("decision", "decision")
WARNING = Chapter("warning", "decision")
PERIOD = Chapter("period", "decision")

_SERVICE = ("service",)

SERVICE_METHODS = (
    Choice("certificate", "Postzustellungsurkunde", "certificate of service by post", ("PZU", "Zustellungsurkunde")),
    Choice(
        "registered",
        "Einschreiben mit Rückschein",
        "registered letter with return receipt",
        ("Rückschein", "Einschreiben"),
    ),
    Choice(
        "handed_over",
        "persönliche Übergabe gegen Empfangsbekenntnis",
        "handed over against receipt",
        ("EB", "Empfangsbekenntnis", "Übergabe"),
    ),
    Choice("electronic", "elektronisch gegen Empfangsbekenntnis", "electronically against receipt", ("eEB",)),
    Choice("post", "einfacher Brief", "ordinary letter", ("Post", "Brief")),
    Choice("public", "öffentliche Zustellung", "public service", ("öffentliche Zustellung",)),
)

INSTRUCTIONS = (
    Choice("correct", "vorhanden und richtig", "given and correct"),
    Choice("missing", "fehlt", "missing"),
    Choice("wrong", "unrichtig", "wrong"),
)

_KINDS = (
    Choice("refusal", "Versagung des Titels", "refusal of the title", ("Ablehnung", "Versagung")),
    Choice("expulsion", "Ausweisung", "expulsion"),
    Choice("revocation", "Widerruf des Titels", "revocation of the title", ("Widerruf",)),
    Choice("withdrawal", "Rücknahme des Titels", "withdrawal of the title", ("Rücknahme",)),
    Choice("limitation", "nachträgliche zeitliche Beschränkung", "later limitation in time", ("Befristung",)),
    Choice("loss_of_free_movement", "Verlustfeststellung", "finding of loss of freedom of movement"),
    Choice("asylum", "Asylbescheid", "asylum decision", ("BAMF-Bescheid",)),
)

DECISION.choice(
    "decision_kind",
    ("Aufenthaltsbeendender Bescheid", "Decision that ends the stay"),
    (
        "Der Bescheid, durch den die Person ausreisepflichtig wurde.",
        "The decision by which the person became obliged to leave.",
    ),
    _KINDS,
    evidence=("decision",),
    headers=("Bescheidart", "Art des Bescheids", "Bescheid"),
)
DECISION.day(
    "decision_issued_on",
    ("Bescheid vom", "Decision dated"),
    ("Das Datum des Bescheids.", "The date of the decision."),
    evidence=("decision",),
    headers=("Bescheid vom", "Bescheiddatum", "Datum Bescheid"),
)


def _served(chapter: Chapter, subject: str, german: str, english: str, heads: tuple[str, str]) -> None:
    """Declare how one administrative act was served, and what became of the remedy against it."""
    chapter.choice(
        f"{subject}_service_method",
        (f"{german}: Art der Zustellung", f"{english}: method of service"),
        ("Wie zugestellt oder bekannt gegeben wurde.", "How it was served or made known."),
        SERVICE_METHODS,
        headers=(f"Zustellart {heads[0]}",),
    )
    chapter.day(
        f"{subject}_served_on",
        (f"{german} zugestellt am", f"{english} served on"),
        ("Der Tag der Zustellung oder Bekanntgabe.", "The day of service or of making known."),
        evidence=_SERVICE,
        headers=(f"{heads[0]} zugestellt am", f"Zustellung {heads[0]}", heads[1]),
    )
    chapter.yes_no(
        f"{subject}_service_proven",
        (f"{german}: Zustellung nachgewiesen", f"{english}: service proven"),
        (
            "Ein Nachweis belegt die Zustellung an die richtige Person.",
            "A document proves service on the right person.",
        ),
        evidence=_SERVICE,
        protective=True,
        headers=(f"Zustellnachweis {heads[0]}", f"Zustellung {heads[0]} nachgewiesen"),
    )
    chapter.choice(
        f"{subject}_instruction",
        (f"{german}: Rechtsbehelfsbelehrung", f"{english}: instruction on remedies"),
        (
            "Ob über den Rechtsbehelf richtig belehrt wurde.",
            "Whether the instruction on the remedy was given and correct.",
        ),
        INSTRUCTIONS,
    )
    chapter.yes_no(
        f"{subject}_remedy_pending",
        (f"{german}: Rechtsbehelf anhängig", f"{english}: remedy pending"),
        (
            "Ein Widerspruch oder eine Klage ist erhoben und nicht rechtskräftig erledigt.",
            "An objection or action is filed and not finally settled.",
        ),
        evidence=("court", "correspondence"),
        protective=True,
        headers=(f"Rechtsbehelf {heads[0]}", f"Widerspruch/Klage {heads[0]}"),
    )
    chapter.day(
        f"{subject}_final_since",
        (f"{german} unanfechtbar seit", f"{english} final since"),
        (
            "Der Tag, seit dem kein Rechtsbehelf mehr möglich ist.",
            "The day since which no remedy is possible any more.",
        ),
        evidence=("court", "other"),
        headers=(f"{heads[0]} bestandskräftig seit", f"{heads[0]} unanfechtbar seit"),
    )
    chapter.yes_no(
        f"{subject}_immediate_execution",
        (f"{german}: sofortige Vollziehung angeordnet", f"{english}: immediate execution ordered"),
        (
            "Die sofortige Vollziehung ist besonders angeordnet und schriftlich begründet.",
            "Immediate execution is specially ordered with written reasons.",
        ),
        evidence=("decision",),
        headers=(f"Sofortvollzug {heads[0]}",),
    )
    chapter.yes_no(
        f"{subject}_suspensive_effect_restored",
        (f"{german}: aufschiebende Wirkung durch Gericht", f"{english}: suspensive effect by court"),
        (
            "Ein Gericht hat die aufschiebende Wirkung angeordnet oder wiederhergestellt.",
            "A court has ordered or restored the suspensive effect.",
        ),
        evidence=("court",),
        protective=True,
        headers=(f"aufschiebende Wirkung {heads[0]}",),
    )


_served(DECISION, "decision", "Bescheid", "Decision", ("Bescheid", "Zugestellt am"))

WARNING.day(
    "warning_issued_on",
    ("Abschiebungsandrohung vom", "Warning dated"),
    ("Das Datum der Abschiebungsandrohung.", "The date of the warning of removal."),
    evidence=("decision",),
    headers=("Abschiebungsandrohung vom", "Androhung vom", "Datum Androhung"),
)
WARNING.day(
    "warning_posted_on",
    ("Androhung zur Post gegeben am", "Warning posted on"),
    (
        "Der Tag der Aufgabe zur Post, wie er in der Akte vermerkt ist.",
        "The day of posting as noted in the file.",
    ),
    evidence=("service",),
)
_served(WARNING, "warning", "Androhung", "Warning", ("Androhung", "Abschiebungsandrohung zugestellt am"))
WARNING.choice(
    "warning_target_state",
    ("Zielstaat der Androhung", "State named in the warning"),
    ("Der Staat, in den die Abschiebung angedroht ist.", "The state to which removal is warned of."),
    STATES,
    headers=("Zielstaat", "Zielstaat der Abschiebung"),
)
WARNING.choice(
    "warning_excluded_state",
    ("Staat, in den nicht abgeschoben werden darf", "State to which removal must not happen"),
    ("Der in der Androhung auszunehmende Staat.", "The state to be excepted in the warning."),
    STATES,
)

PERIOD.number(
    "departure_period_days",
    ("Ausreisefrist in Tagen", "Period for departure in days"),
    ("Die gesetzte Länge der Ausreisefrist.", "The length of the period for voluntary departure as set."),
    unit="days",
    headers=("Ausreisefrist Tage", "Ausreisefrist (Tage)", "Frist in Tagen"),
)
PERIOD.day(
    "departure_period_until",
    ("Ausreisefrist bis", "Period for departure until"),
    (
        "Der letzte Tag der laufenden Ausreisefrist, berechnet ab nachgewiesener Zustellung und nach Unterbrechungen.",
        "The last day of the running period, computed from proven service and after interruptions.",
    ),
    protective=True,
    headers=("Ausreisefrist", "Ausreisefrist bis", "Ausreisefrist endet am", "Ausreise bis"),
)
PERIOD.day(
    "departure_period_extended_until",
    ("Ausreisefrist verlängert bis", "Period for departure extended until"),
    ("Der letzte Tag der verlängerten Ausreisefrist.", "The last day of the extended period."),
    protective=True,
    evidence=("decision",),
    headers=("Fristverlängerung bis", "Ausreisefrist verlängert bis"),
)
PERIOD.yes_no(
    "departure_period_waived",
    ("Keine Ausreisefrist gewährt", "No period for departure granted"),
    (
        "Von einer Ausreisefrist wurde abgesehen oder es bedurfte keiner.",
        "No period was set, because it was dispensed with or not needed.",
    ),
    evidence=("decision",),
    headers=("ohne Ausreisefrist",),
)
PERIOD.yes_no(
    "shorter_period_imperative",
    ("Kürzere oder keine Frist zwingend erforderlich", "Shorter or no period imperative"),
    (
        "Im Einzelfall ist eine kürzere oder keine Frist zur Wahrung überwiegender öffentlicher Belange zwingend erforderlich.",
        "In the single case a shorter or no period is imperative to protect overriding public interests.",
    ),
    assessment=True,
)
PERIOD.yes_no(
    "evasion_suspected",
    ("Begründeter Verdacht der Entziehung", "Well-founded suspicion of evasion"),
    (
        "Konkrete Tatsachen begründen den Verdacht, dass sich die Person der Abschiebung entziehen will.",
        "Concrete facts give reason to suspect that the person wants to evade removal.",
    ),
    assessment=True,
)
PERIOD.yes_no(
    "considerable_danger",
    ("Erhebliche Gefahr für Sicherheit oder Ordnung", "Considerable danger to security or order"),
    (
        "Von der Person geht nach Einschätzung der zuständigen Stelle eine erhebliche Gefahr aus.",
        "In the assessment of the competent body the person poses a considerable danger.",
    ),
    assessment=True,
)
PERIOD.yes_no(
    "obligation_notified_in_form",
    ("Auf Ausreisepflicht förmlich hingewiesen", "Told of the obligation in due form"),
    (
        "Die Person ist schriftlich und begründet auf das Bestehen der Ausreisepflicht hingewiesen worden.",
        "The person was told in writing and with reasons that the obligation to leave exists.",
    ),
    evidence=("letter",),
)
PERIOD.yes_no(
    "extension_justified",
    ("Besondere Umstände für längere Frist", "Special circumstances for a longer period"),
    (
        "Besondere Umstände des Einzelfalls rechtfertigen eine längere Ausreisefrist.",
        "Special circumstances of the case justify a longer period.",
    ),
    assessment=True,
)
PERIOD.day(
    "enforceability_lost_on",
    ("Vollziehbarkeit entfallen am", "Enforceability lost on"),
    (
        "Der Tag, an dem die Vollziehbarkeit der Ausreisepflicht oder der Androhung entfallen ist.",
        "The day on which the obligation or the warning ceased to be enforceable.",
    ),
    protective=True,
    evidence=("court", "decision"),
)
PERIOD.day(
    "enforceability_returned_on",
    ("Vollziehbarkeit wieder eingetreten am", "Enforceability returned on"),
    ("Der Tag, an dem die Vollziehbarkeit wieder eingetreten ist.", "The day on which enforceability returned."),
    evidence=("court", "decision"),
)
