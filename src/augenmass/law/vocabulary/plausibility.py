"""The plausibility gate: the classes of error known from practice, and when a named officer last looked at each."""

from augenmass.law.vocabulary.declaring import Chapter

PLAUSIBILITY = Chapter("plausibility", "residence")

CLASSES: tuple[tuple[str, str, str], ...] = (
    ("asylum_procedure", "laufendes Asylverfahren", "running asylum procedure"),
    ("free_movement", "Freizügigkeit ohne Verlustfeststellung", "freedom of movement without finding of loss"),
    ("protection_status", "Schutzstatus", "protection status"),
    ("valid_title", "gültiger Titel", "valid residence title"),
    ("provisional_effect", "Fiktionswirkung eines Antrags", "provisional effect of an application"),
    ("court_order", "gerichtliche Entscheidung", "court order"),
    ("urgent_application", "Eilantrag oder Abänderungsantrag", "urgent application to a court"),
    ("hardship", "Härtefallkommission", "hardship commission"),
    ("petition", "Petition", "petition"),
    ("minor", "unbegleitete minderjährige Person", "unaccompanied minor"),
    ("unserved_decision", "nicht zugestellter Bescheid", "decision not served"),
    ("temporary_protection", "vorübergehender Schutz (§ 24)", "temporary protection (section 24)"),
    ("association_right", "Assoziationsrecht ARB 1/80", "association right, Decision 1/80"),
    ("withdrawal_agreement", "Austrittsabkommen", "withdrawal agreement"),
    ("derived_union_right", "Artikel 20 AEUV", "Article 20 TFEU"),
    ("training", "Antrag nach § 60c", "application under section 60c"),
    ("employment", "Antrag nach § 60d", "application under section 60d"),
    ("integrated_youth", "Antrag nach § 25a", "application under section 25a"),
    ("lasting_integration", "Antrag nach § 25b", "application under section 25b"),
    ("victim", "Opfer von Straftaten", "victim of an offence"),
    ("paternity", "Vaterschaftsverfahren", "paternity procedure"),
    ("human_rights_court", "Maßnahme des EGMR", "measure of the Court of Human Rights"),
    ("united_nations", "Maßnahme eines UN-Ausschusses", "measure of a UN committee"),
)
"""Each class of error: key, German, English. Source: the known error classes of the registers."""

PLAUSIBILITY.day(
    "enforceability_checked_on",
    ("Vollziehbarkeit zuletzt geprüft am", "Enforceability last checked on"),
    (
        "Der Tag, an dem eine namentlich bekannte Person alle Punkte der Plausibilitätsprüfung durchgesehen hat.",
        "The day on which a named officer went through all items of the plausibility check.",
    ),
    headers=("Vollziehbarkeit geprüft am", "Plausibilität geprüft am", "Prüfung Vollziehbarkeit"),
)
for _key, _german, _english in CLASSES:
    PLAUSIBILITY.day(
        f"checked_{_key}_on",
        (f"Geprüft am: {_german}", f"Checked on: {_english}"),
        (
            f"Der Tag, an dem der Punkt „{_german}“ einzeln geprüft wurde.",
            f"The day on which the item “{_english}” was checked by itself.",
        ),
    )
