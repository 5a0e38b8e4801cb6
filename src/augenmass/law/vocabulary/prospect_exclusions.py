"""What stands against a prospect of residence, or excuses from its conditions. Outcomes only: no diagnosis, no opinion."""

from augenmass.law.vocabulary.declaring import Chapter, Traits, Words

PROSPECT_HEALTH = Chapter("prospects", "health")
PROSPECT_OFFENCES = Chapter("prospects", "criminal")
PROSPECT_STEPS = Chapter("prospects", "enforcement")

_PROTECTS: Traits = {"protective": True}
_JUDGED: Traits = {"assessment": True}

_ELSEWHERE: tuple[tuple[Chapter, str, Words, Words, Traits], ...] = (
    (
        PROSPECT_HEALTH,
        "school_condition_dispensed",
        ("Von der Schulvoraussetzung wird abgesehen", "School condition dispensed with"),
        (
            "Die Voraussetzung kann aus Gründen nicht erfüllt werden, die das Gesetz gelten lässt (nur das Ergebnis).",
            "The condition cannot be met for a reason that the law accepts (the outcome only).",
        ),
        _PROTECTS,
    ),
    (
        PROSPECT_HEALTH,
        "livelihood_language_dispensed",
        ("Von Unterhalt und Sprache wird abgesehen", "Livelihood and language dispensed with"),
        (
            "Unterhalt oder Sprache können aus Gründen nicht verlangt werden, die das Gesetz gelten lässt (nur das Ergebnis).",
            "Livelihood or language cannot be required, for a reason that the law accepts (the outcome only).",
        ),
        _PROTECTS,
    ),
    (
        PROSPECT_OFFENCES,
        "conviction_above_threshold",
        ("Verurteilung über der Bagatellgrenze", "Conviction above the threshold"),
        (
            "Verurteilt wegen vorsätzlicher Straftat, mehr als 50 Tagessätze, bei nur von Ausländern begehbaren Taten mehr als 90.",
            "Convicted of an intentional offence: more than 50 daily rates, or 90 for offences only foreigners can commit.",
        ),
        {"evidence": ("court",)},
    ),
    (
        PROSPECT_OFFENCES,
        "conviction_bars_60d",
        ("Verurteilung steht § 60d entgegen", "Conviction stands against section 60d"),
        (
            "Verurteilt wegen einer vorsätzlichen Straftat, die nach § 60d Absatz 1 Nummer 7 nicht außer Betracht bleibt.",
            "Convicted of an intentional offence that section 60d (1) no. 7 does not leave aside.",
        ),
        {"evidence": ("court",)},
    ),
    (
        PROSPECT_OFFENCES,
        "security_ground_found",
        ("Sicherheitsbedenken der zuständigen Stellen", "Security ground found"),
        (
            "Die Beteiligung der Sicherheitsbehörden ergab einen Ausschlussgrund (nur das Ergebnis).",
            "The security authorities found a ground of exclusion (the outcome only).",
        ),
        {"evidence": ("correspondence",)},
    ),
    (
        PROSPECT_OFFENCES,
        "basic_order_doubt_found",
        ("Ausschluss nach § 25a Abs. 1 Satz 1 Nr. 5", "Excluded under section 25a (1) 1 no. 5"),
        (
            "Eine benannte Person hat den Ausschlussgrund nach § 25a Absatz 1 Satz 1 Nummer 5 festgestellt (nur das Ergebnis).",
            "A named officer has found the ground of section 25a (1) 1 no. 5 (the outcome only).",
        ),
        _JUDGED,
    ),
    (
        PROSPECT_OFFENCES,
        "expulsion_interest_bars_25b",
        ("Ausweisungsinteresse nach § 25b Abs. 2 Nr. 2", "Expulsion interest under section 25b (2) no. 2"),
        (
            "Ein Ausweisungsinteresse, das § 25b Absatz 2 Nummer 2 nennt, ist festgestellt.",
            "A public interest in expulsion that section 25b (2) no. 2 names has been found.",
        ),
        _JUDGED,
    ),
    (
        PROSPECT_OFFENCES,
        "expulsion_or_58a_order",
        ("Ausweisung oder Anordnung nach § 58a besteht", "Expulsion or order under section 58a exists"),
        (
            "Gegen die Person besteht eine Ausweisungsverfügung oder eine Abschiebungsanordnung nach § 58a.",
            "There is an expulsion or a removal order under section 58a against the person.",
        ),
        {"evidence": ("decision",)},
    ),
    (
        PROSPECT_OFFENCES,
        "child_offence_bars_60d",
        ("Kind: Ausschluss nach § 60d Abs. 1 Nr. 10", "Child: excluded under section 60d (1) no. 10"),
        (
            "Bei einem Kind liegt eine Tat vor, die § 60d Absatz 1 Nummer 10 nennt.",
            "A child has committed an offence that section 60d (1) no. 10 names.",
        ),
        {"evidence": ("court",)},
    ),
    (
        PROSPECT_OFFENCES,
        "offences_of_weight",
        ("Straftaten von erheblichem Gewicht", "Offences of considerable weight"),
        (
            "Die Person hat Straftaten begangen, die nach Würdigung erhebliches Gewicht haben.",
            "The person has committed offences that, on appraisal, are of considerable weight.",
        ),
        _JUDGED,
    ),
    (
        PROSPECT_STEPS,
        "fitness_examination_arranged",
        ("Untersuchung der Reisefähigkeit veranlasst", "Examination of fitness to travel arranged"),
        ("Eine solche Untersuchung ist veranlasst.", "Such an examination has been arranged."),
        {"retention": "removal_data"},
    ),
    (
        PROSPECT_STEPS,
        "transport_booking_started",
        ("Buchung von Transportmitteln eingeleitet", "Booking of transport started"),
        (
            "Die Buchung von Transportmitteln für eine Abschiebung ist eingeleitet; wann und womit, steht hier nicht.",
            "The booking of transport for a removal has been started; when and with what is not held here.",
        ),
        {"retention": "removal_data"},
    ),
    (
        PROSPECT_STEPS,
        "comparable_steps_started",
        ("Vergleichbar konkrete Vorbereitung eingeleitet", "Comparable preparations started"),
        (
            "Vergleichbar konkrete Vorbereitungen sind eingeleitet und nicht von vornherein aussichtslos.",
            "Comparably concrete preparations have been started and are not hopeless from the outset.",
        ),
        {"retention": "removal_data", "assessment": True},
    ),
    (
        PROSPECT_STEPS,
        "responsibility_procedure_started",
        ("Zuständigkeitsverfahren eingeleitet", "Procedure of responsibility started"),
        (
            "Das Verfahren zur Bestimmung des zuständigen Mitgliedstaats ist eingeleitet.",
            "The procedure to determine the responsible member state has been started.",
        ),
        {"evidence": ("correspondence",)},
    ),
    (
        PROSPECT_STEPS,
        "steps_connected",
        ("Maßnahmen stehen sachlich und zeitlich in Zusammenhang", "Steps connected in substance and time"),
        (
            "Die konkreten Maßnahmen stehen in hinreichendem Zusammenhang mit dem Ende des Aufenthalts.",
            "The concrete steps are sufficiently connected with the end of the stay.",
        ),
        _JUDGED,
    ),
)

for _chapter, _name, _label, _meaning, _traits in _ELSEWHERE:
    _chapter.yes_no(_name, _label, _meaning, **_traits)
PROSPECT_STEPS.day(
    "first_concrete_step_on",
    ("Erste konkrete Maßnahme am", "First concrete step on"),
    (
        "Der Tag der ersten dieser Maßnahmen, nicht der einer Abschiebung.",
        "The day of the first of these steps, not that of a removal.",
    ),
    retention="removal_data",
)
