"""Training, employment, permission to work."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter, Traits, Words

WORK = Chapter("work", "residence")

_PROTECTS: Traits = {"protective": True}
_JUDGED: Traits = {"assessment": True}
_JUDGED_AND_PROTECTS: Traits = {"assessment": True, "protective": True}
_BY_PAPER: Traits = {"protective": True, "evidence": ("other", "correspondence")}
_BENEFITS: Traits = {"category": "benefits"}

WORK.choice(
    "training_kind",
    ("Art der Berufsausbildung", "Kind of vocational training"),
    ("Welche Ausbildung aufgenommen ist oder werden soll.", "Which training has been or is to be taken up."),
    (
        Choice("none", "keine Ausbildung", "no training"),
        Choice("qualified", "qualifizierte Berufsausbildung", "qualified training", ("Berufsausbildung",)),
        Choice(
            "assistant",
            "Helferausbildung mit Zusage im Engpassberuf",
            "assistant training with a promised place in a shortage occupation",
        ),
        Choice("other", "andere Ausbildung", "other training"),
    ),
    protective=True,
    evidence=("other",),
    headers=("Ausbildung", "Ausbildungsart"),
)
_DAYS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "training_begins_on",
        ("Ausbildungsbeginn", "Training begins on"),
        ("Der Tag, an dem die Ausbildung beginnt.", "The day on which the training begins."),
        {"evidence": ("other",), "headers": ("Ausbildungsbeginn",)},
    ),
    (
        "training_stopped_on",
        ("Ausbildung vorzeitig beendet am", "Training ended early on"),
        (
            "Der Tag, an dem die Ausbildung vorzeitig endete oder abgebrochen wurde.",
            "The day on which the training ended early or was broken off.",
        ),
        {"evidence": ("correspondence",)},
    ),
    (
        "training_finished_on",
        ("Ausbildung erfolgreich abgeschlossen am", "Training finished successfully on"),
        ("Der Tag des erfolgreichen Abschlusses.", "The day of the successful end of the training."),
        {"protective": True, "evidence": ("other",)},
    ),
    (
        "training_application_filed_on",
        ("Antrag nach § 16g oder § 60c gestellt am", "Application under section 16g or 60c filed on"),
        (
            "Der Tag, an dem der Antrag für die Ausbildung einging.",
            "The day on which the application for the training was received.",
        ),
        {"protective": True, "evidence": ("application",)},
    ),
    (
        "application_60d_filed_on",
        ("Antrag nach § 60d gestellt am", "Application under section 60d filed on"),
        ("Der Tag, an dem der Antrag nach § 60d einging.", "The day on which the application was received."),
        {"protective": True, "evidence": ("application",)},
    ),
    (
        "work_permission_applied_on",
        ("Beschäftigungserlaubnis beantragt am", "Permission to work applied for on"),
        (
            "Der Tag, an dem der Antrag auf Erlaubnis der Erwerbstätigkeit einging.",
            "The day on which the application for permission to work was received.",
        ),
        {"evidence": ("application",), "headers": ("Beschäftigungserlaubnis beantragt am",)},
    ),
    (
        "employed_since",
        ("Versicherungspflichtig beschäftigt seit", "In insured employment since"),
        (
            "Der Tag, seit dem die versicherungspflichtige Beschäftigung ausgeübt wird; kurze unverschuldete Lücken zählen nicht.",
            "The day since which the insured employment has been carried out; short gaps without fault do not count.",
        ),
        {"protective": True, "evidence": ("other",), "headers": ("beschäftigt seit",)},
    ),
)
_FACTS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "training_begun_as_asylum_seeker",
        ("Ausbildung als Asylbewerber aufgenommen", "Training begun as an asylum seeker"),
        (
            "Die Ausbildung begann während des Asylverfahrens und soll fortgesetzt werden.",
            "The training began during the asylum procedure and is to be continued.",
        ),
        _PROTECTS,
    ),
    (
        "training_contract_recorded",
        ("Ausbildungsvertrag eingetragen, beantragt oder zugestimmt", "Training contract recorded or agreed to"),
        (
            "Beim Antrag war die Eintragung beantragt oder erfolgt, oder Vertrag oder Zustimmung der Einrichtung lag vor.",
            "At the application the entry was applied for or made, or the contract or consent of the institution existed.",
        ),
        _BY_PAPER,
    ),
    (
        "training_abuse_manifest",
        ("Offensichtlicher Missbrauch", "Manifest abuse"),
        (
            "Die Ausbildung ist offensichtlich nur vorgeschoben.",
            "The training is manifestly a mere pretext.",
        ),
        _JUDGED,
    ),
    (
        "kept_on_after_training",
        ("Weiterbeschäftigung im Ausbildungsbetrieb", "Kept on after the training"),
        ("Der Ausbildungsbetrieb beschäftigt die Person weiter.", "The training company keeps the person on."),
        {},
    ),
    (
        "qualified_work_offered",
        ("Beschäftigung im erlernten Beruf", "Work in the learned occupation"),
        (
            "Eine der Qualifikation entsprechende Beschäftigung besteht oder ist zugesagt.",
            "Work that fits the qualification exists or is promised.",
        ),
        _BY_PAPER,
    ),
    (
        "living_space_sufficient",
        ("Ausreichender Wohnraum", "Sufficient living space"),
        ("Über ausreichenden Wohnraum wird verfügt.", "Sufficient living space is available."),
        _PROTECTS,
    ),
    (
        "livelihood_mostly_by_work",
        ("Lebensunterhalt überwiegend durch Erwerbstätigkeit", "Livelihood mostly by work"),
        (
            "Der Lebensunterhalt wird überwiegend durch Erwerbstätigkeit gesichert.",
            "The livelihood is mostly secured by work.",
        ),
        {**_BY_PAPER, **_BENEFITS},
    ),
    (
        "livelihood_expected",
        ("Sicherung des Lebensunterhalts zu erwarten", "Livelihood can be expected"),
        (
            "Nach Schule, Ausbildung, Einkommen und Familie ist zu erwarten, dass der Lebensunterhalt gesichert wird.",
            "By school, training, income and family it can be expected that the livelihood will be secured.",
        ),
        {**_JUDGED_AND_PROTECTS, **_BENEFITS},
    ),
    (
        "temporary_benefits_harmless",
        ("Vorübergehender Leistungsbezug unschädlich", "Temporary benefits do no harm"),
        (
            "Der vorübergehende Bezug von Leistungen schadet nach § 25b Absatz 1 Satz 3 nicht.",
            "Temporary receipt of benefits does no harm under section 25b (1) sentence 3.",
        ),
        {**_JUDGED_AND_PROTECTS, **_BENEFITS},
    ),
    (
        "livelihood_by_work_before",
        ("Lebensunterhalt zwölf Monate vor Antrag gesichert", "Livelihood secured for twelve months before"),
        (
            "In den zwölf Monaten vor dem Antrag war der Lebensunterhalt durch die Beschäftigung gesichert.",
            "In the twelve months before the application the employment secured the livelihood.",
        ),
        {**_BY_PAPER, **_BENEFITS},
    ),
    (
        "livelihood_by_work_now",
        ("Lebensunterhalt durch Beschäftigung gesichert", "Livelihood secured by the employment"),
        ("Die Beschäftigung sichert den Lebensunterhalt.", "The employment secures the livelihood."),
        {**_BY_PAPER, **_BENEFITS},
    ),
    (
        "insured_employment",
        ("Versicherungspflichtige Beschäftigung besteht", "Insured employment exists"),
        (
            "Eine sozialversicherungspflichtige Beschäftigung wird ausgeübt.",
            "Employment subject to social insurance is carried out.",
        ),
        _BY_PAPER,
    ),
    (
        "twenty_hours_a_week",
        ("Mindestens 20 Wochenstunden", "At least 20 hours a week"),
        (
            "Die regelmäßige Arbeitszeit beträgt mindestens 20 Stunden in der Woche.",
            "The regular working time is at least 20 hours a week.",
        ),
        _BY_PAPER,
    ),
    (
        "employment_gap_harmless",
        ("Unterbrechung kurz und unverschuldet", "Gap short and without fault"),
        (
            "Eine Unterbrechung der Beschäftigung ist kurzfristig und nicht zu vertreten.",
            "A gap in the employment is short and the person does not answer for it.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "employment_agency_agrees",
        ("Arbeitsagentur zugestimmt oder Zustimmung entbehrlich", "Employment agency agrees or need not"),
        (
            "Die Bundesagentur für Arbeit hat zugestimmt, oder es bedarf ihrer Zustimmung nicht.",
            "The Federal Employment Agency has agreed, or its agreement is not needed.",
        ),
        _BY_PAPER,
    ),
    (
        "came_for_benefits",
        ("Eingereist, um Leistungen zu erlangen", "Came to obtain benefits"),
        (
            "Nach Würdigung war der Bezug von Leistungen der prägende Grund der Einreise.",
            "On appraisal, obtaining benefits was the decisive reason for coming.",
        ),
        {**_JUDGED, **_BENEFITS},
    ),
    (
        "removal_fails_by_own_fault",
        ("Ende des Aufenthalts scheitert aus eigenem Grund", "End of the stay fails by own fault"),
        (
            "Maßnahmen zur Beendigung des Aufenthalts können aus selbst zu vertretenden Gründen nicht vollzogen werden.",
            "Measures to end the stay cannot be carried out for reasons for which the person answers.",
        ),
        _JUDGED,
    ),
    (
        "safe_origin_ground",
        ("Herkunftsstaat gesetzlich als sicher bestimmt", "State of origin determined safe by law"),
        (
            "Der Herkunftsstaat gehört nach Prüfung zu denen, die § 60a Absatz 6 nennt.",
            "The state of origin is, on examination, one of those that section 60a (6) names.",
        ),
        {},
    ),
    (
        "safe_origin_old_case",
        ("Altfall nach § 104 Abs. 18", "Old case under section 104 (18)"),
        (
            "Die Person gehört zu denen, die § 104 Absatz 18 vom Verbot ausnimmt.",
            "The person is one of those whom section 104 (18) exempts from the ban.",
        ),
        _PROTECTS,
    ),
    (
        "asylum_refused_withdrawn_or_none",
        ("Asylantrag abgelehnt, zurückgenommen oder nie gestellt", "Asylum refused, withdrawn or never applied for"),
        (
            "Ein nach dem 31. August 2015 gestellter Asylantrag ist abgelehnt oder zurückgenommen, oder es gab keinen.",
            "An application after 31 August 2015 was refused or withdrawn, or there was none.",
        ),
        {},
    ),
    (
        "asylum_withdrawal_harmless",
        ("Rücknahme oder Verzicht unschädlich", "Withdrawal or omission harmless"),
        (
            "Die Rücknahme folgte der Auskunft des Bundesamtes, oder Rücknahme oder Verzicht dienten dem Kindeswohl.",
            "The withdrawal followed the information of the Federal Office, or it served the child's best interests.",
        ),
        _PROTECTS,
    ),
)

for _name, _label, _meaning, _traits in _DAYS:
    WORK.day(_name, _label, _meaning, **_traits)
for _name, _label, _meaning, _traits in _FACTS:
    WORK.yes_no(_name, _label, _meaning, **_traits)
