"""Proceedings: prosecution, courts, hardship commission, petition, international bodies; who represents the person."""

from augenmass.law.vocabulary.declaring import Chapter

CRIMINAL = Chapter("criminal", "criminal")
RELIEF = Chapter("relief", "court")
REPRESENTATION = Chapter("representation", "representation")

CRIMINAL.yes_no(
    "criminal_proceedings_open",
    ("Strafverfahren offen", "Criminal proceedings open"),
    (
        "Gegen die Person ist öffentliche Klage erhoben oder ein Ermittlungsverfahren eingeleitet.",
        "The person is charged or under investigation.",
    ),
    evidence=("correspondence",),
    protective=True,
    headers=("Strafverfahren", "offenes Strafverfahren", "Ermittlungsverfahren"),
)
CRIMINAL.yes_no(
    "only_minor_prosecution_interest",
    ("Nur geringes Strafverfolgungsinteresse", "Only minor interest in prosecution"),
    (
        "Alle offenen Verfahren betreffen nur Straftaten aus der gesetzlichen Liste mit geringem Unrechtsgehalt.",
        "All open proceedings concern only offences from the statutory list of minor wrongs.",
    ),
    established_by=("caseworker", "approver"),
)
CRIMINAL.yes_no(
    "prosecution_consents",
    ("Einvernehmen der Staatsanwaltschaft", "Consent of the prosecution"),
    (
        "Die zuständige Staatsanwaltschaft hat ihr Einvernehmen erteilt.",
        "The competent public prosecutor has given consent.",
    ),
    evidence=("correspondence",),
    headers=("Einvernehmen StA", "Einvernehmen Staatsanwaltschaft"),
)
CRIMINAL.yes_no(
    "witness_protection",
    ("Zeugenschutz", "Witness protection"),
    ("Die Person ist im Zeugenschutz.", "The person is in witness protection."),
    protective=True,
    headers=("Zeugenschutz",),
)
CRIMINAL.yes_no(
    "witness_protection_consents",
    ("Einvernehmen der Zeugenschutzdienststelle", "Consent of the witness protection office"),
    ("Die Zeugenschutzdienststelle hat ihr Einvernehmen erteilt.", "The witness protection office has given consent."),
)

_RELIEFS = (
    (
        "court_prohibits_removal",
        ("Gerichtliche Entscheidung gegen die Abschiebung", "Court decision against removal"),
        (
            "Eine gerichtliche Entscheidung untersagt die Abschiebung oder ordnet die aufschiebende Wirkung an.",
            "A court decision forbids the removal or orders suspensive effect.",
        ),
        ("Gerichtliche Anordnung", "Stopp durch Gericht"),
        ("court",),
    ),
    (
        "urgent_application_pending",
        ("Eilantrag anhängig (§ 80 Abs. 5, § 123 VwGO)", "Urgent application pending"),
        (
            "Ein Antrag auf vorläufigen Rechtsschutz ist anhängig.",
            "An application for interim relief is pending.",
        ),
        ("Eilantrag", "Eilverfahren", "§ 80 Abs. 5 VwGO"),
        ("court",),
    ),
    (
        "urgent_change_application_pending",
        ("Abänderungsantrag anhängig (§ 80 Abs. 7 VwGO)", "Application to change a decision pending"),
        (
            "Ein Antrag auf Änderung eines Eilbeschlusses ist anhängig.",
            "An application to change an interim decision is pending.",
        ),
        ("§ 80 Abs. 7 VwGO", "Abänderungsantrag"),
        ("court",),
    ),
    (
        "human_rights_court_measure",
        ("Maßnahme nach Artikel 39 der EGMR-Verfahrensordnung", "Rule 39 measure of the Court of Human Rights"),
        (
            "Der Europäische Gerichtshof für Menschenrechte hat eine vorläufige Maßnahme angezeigt.",
            "The European Court of Human Rights has indicated an interim measure.",
        ),
        ("Rule 39", "EGMR"),
        ("court",),
    ),
    (
        "united_nations_measure",
        ("Vorläufige Maßnahme eines UN-Ausschusses", "Interim measure of a UN committee"),
        (
            "Ein Ausschuss der Vereinten Nationen hat um eine vorläufige Maßnahme ersucht.",
            "A committee of the United Nations has asked for an interim measure.",
        ),
        ("UN-Ausschuss",),
        ("correspondence",),
    ),
    (
        "hardship_pending",
        ("Härtefallkommission befasst", "Hardship commission seized"),
        (
            "Die Härtefallkommission ist befasst und hat noch nicht entschieden.",
            "The hardship commission is dealing with the case and has not decided.",
        ),
        ("Härtefall", "Härtefallkommission", "HFK"),
        ("correspondence",),
    ),
    (
        "petition_pending",
        ("Petition anhängig", "Petition pending"),
        ("Eine Petition an das Parlament ist anhängig.", "A petition to parliament is pending."),
        ("Petition",),
        ("correspondence",),
    ),
)

for _name, _label, _meaning, _headers, _evidence in _RELIEFS:
    RELIEF.yes_no(_name, _label, _meaning, headers=_headers, evidence=_evidence, protective=True)

REPRESENTATION.text(
    "representative_name",
    ("Bevollmächtigte Person", "Representative"),
    ("Name der bevollmächtigten Person oder Kanzlei.", "Name of the representative or law firm."),
    headers=("Bevollmächtigter", "Rechtsanwalt", "RA", "Vertreter", "Kanzlei"),
)
REPRESENTATION.text(
    "representative_address",
    ("Anschrift der bevollmächtigten Person", "Address of the representative"),
    ("Postanschrift der bevollmächtigten Person.", "Postal address of the representative."),
    headers=("Anschrift Bevollmächtigter", "Kanzleianschrift"),
)
REPRESENTATION.yes_no(
    "representative_appointed",
    ("Bevollmächtigte Person bestellt", "Representative appointed"),
    (
        "Für das Verfahren ist eine bevollmächtigte Person bestellt.",
        "A representative is appointed for the procedure.",
    ),
    headers=("Vertretung", "anwaltlich vertreten"),
)
REPRESENTATION.yes_no(
    "written_authority_shown",
    ("Schriftliche Vollmacht vorgelegt", "Written authority shown"),
    (
        "Die bevollmächtigte Person hat eine schriftliche Vollmacht vorgelegt.",
        "The representative has shown written authority.",
    ),
    evidence=("authority",),
    headers=("Vollmacht", "Vollmacht vorgelegt", "schriftliche Vollmacht"),
)
REPRESENTATION.yes_no(
    "legal_guardian_present",
    ("Gesetzliche Vertretung im Bundesgebiet bekannt", "Legal representative known in Germany"),
    (
        "Eine gesetzliche Vertretung der minderjährigen oder betreuten Person ist im Bundesgebiet bekannt.",
        "A legal representative of the minor or person under care is known in Germany.",
    ),
    headers=("gesetzlicher Vertreter", "Vormund"),
)
REPRESENTATION.text(
    "legal_guardian_name",
    ("Gesetzliche Vertretung", "Legal representative"),
    ("Name der gesetzlichen Vertretung.", "Name of the legal representative."),
    headers=("Name Vormund", "Name gesetzlicher Vertreter"),
)
REPRESENTATION.text(
    "legal_guardian_address",
    ("Anschrift der gesetzlichen Vertretung", "Address of the legal representative"),
    ("Postanschrift der gesetzlichen Vertretung.", "Postal address of the legal representative."),
    headers=("Anschrift Vormund",),
)
