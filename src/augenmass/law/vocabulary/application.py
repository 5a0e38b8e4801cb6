"""Applications for a title, their provisional effect, prospects of residence."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

APPLICATION = Chapter("application", "residence")

APPLICATION.yes_no(
    "application_pending",
    ("Antrag auf Aufenthaltstitel anhängig", "Application for a title pending"),
    (
        "Ein Antrag auf einen Aufenthaltstitel ist noch nicht entschieden.",
        "An application for a residence title is not yet decided.",
    ),
    protective=True,
    evidence=("application",),
    headers=("Antrag anhängig", "offener Antrag", "Antrag läuft"),
)
APPLICATION.choice(
    "application_kind",
    ("Art des Antrags", "Kind of application"),
    ("Worauf der letzte Antrag gerichtet ist.", "What the last application asks for."),
    (
        Choice("first", "erstmalige Erteilung", "first grant", ("Ersterteilung", "Erteilung")),
        Choice("extension", "Verlängerung", "extension", ("Verlängerung",)),
        Choice("other", "anderer Titel", "another title", ("Zweckwechsel",)),
    ),
    headers=("Antragsart",),
)
APPLICATION.day(
    "application_filed_on",
    ("Antrag gestellt am", "Application filed on"),
    ("Der Tag, an dem der letzte Antrag eingegangen ist.", "The day on which the last application was received."),
    evidence=("application",),
    headers=("Antragsdatum", "Antrag vom", "Antrag gestellt am", "Eingang Antrag"),
)
APPLICATION.yes_no(
    "lawful_stay_when_applied",
    ("Aufenthalt bei Antragstellung rechtmäßig", "Stay lawful when applying"),
    (
        "Der Aufenthalt war bei der Antragstellung ohne Titel rechtmäßig.",
        "The stay was lawful without a title when the application was filed.",
    ),
    protective=True,
)
APPLICATION.yes_no(
    "application_in_time",
    ("Antrag rechtzeitig", "Application in time"),
    (
        "Der Antrag wurde innerhalb der dafür geltenden Frist gestellt.",
        "The application was filed within the period that applied to it.",
    ),
    protective=True,
)
APPLICATION.yes_no(
    "continuation_ordered",
    ("Fortgeltung angeordnet", "Continued validity ordered"),
    (
        "Die Ausländerbehörde hat nach verspätetem Antrag die Fortgeltung des Titels angeordnet.",
        "The authority has ordered that the title continues after a late application.",
    ),
    assessment=True,
    protective=True,
    evidence=("decision",),
)
APPLICATION.choice(
    "provisional_certificate",
    ("Fiktionsbescheinigung", "Provisional residence certificate"),
    ("Welche Wirkung des Antrags bescheinigt ist.", "Which effect of the application is certified."),
    (
        Choice("none", "keine", "none", ("keine", "ohne")),
        Choice("permitted", "Aufenthalt gilt als erlaubt", "stay deemed permitted", ("§ 81 Abs. 3 S. 1", "81 III 1")),
        Choice(
            "suspended", "Abschiebung gilt als ausgesetzt", "removal deemed suspended", ("§ 81 Abs. 3 S. 2", "81 III 2")
        ),
        Choice("continued", "Titel gilt als fortbestehend", "title deemed continuing", ("§ 81 Abs. 4", "81 IV")),
    ),
    protective=True,
    evidence=("decision",),
    headers=("Fiktionsbescheinigung", "Fiktion", "FB"),
)
APPLICATION.day(
    "provisional_valid_until",
    ("Fiktionsbescheinigung gültig bis", "Provisional certificate valid until"),
    ("Der letzte Tag, für den die Bescheinigung gilt.", "The last day for which the certificate is valid."),
    headers=("Fiktionsbescheinigung gültig bis", "Fiktion bis", "FB gültig bis"),
)
APPLICATION.day(
    "application_referred_on",
    ("Antrag angeregt oder abgegeben am", "Application invited or referred on"),
    (
        "Der Tag, an dem ein Antrag angeregt oder an die zuständige Stelle abgegeben wurde.",
        "The day on which an application was invited or referred to the competent body.",
    ),
)
for _paragraph, _german, _english in (
    ("60c", "Ausbildungsduldung", "suspension for vocational training"),
    ("60d", "Beschäftigungsduldung", "suspension for employment"),
    ("25a", "Aufenthaltserlaubnis für gut integrierte junge Menschen", "permit for well-integrated young people"),
    ("25b", "Aufenthaltserlaubnis bei nachhaltiger Integration", "permit for lasting integration"),
):
    APPLICATION.yes_no(
        f"application_{_paragraph}_pending",
        (
            f"Antrag nach § {_paragraph} anhängig ({_german})",
            f"Application under section {_paragraph} pending ({_english})",
        ),
        (
            f"Ein Antrag nach § {_paragraph} des Aufenthaltsgesetzes ist noch nicht entschieden.",
            f"An application under section {_paragraph} of the Residence Act is not yet decided.",
        ),
        protective=True,
        evidence=("application",),
        headers=(f"Antrag § {_paragraph}", f"Antrag {_paragraph} anhängig"),
    )
APPLICATION.day(
    "prospects_checked_on",
    ("Aufenthaltsperspektiven geprüft am", "Prospects of residence checked on"),
    (
        "Der Tag, an dem die Möglichkeiten eines Aufenthaltsrechts zuletzt geprüft wurden.",
        "The day on which the possibilities of a right of residence were last checked.",
    ),
    headers=("Bleiberecht geprüft am", "Perspektivprüfung am"),
)
APPLICATION.yes_no(
    "residence_prospect",
    ("Aufenthaltsperspektive besteht", "Prospect of residence exists"),
    (
        "Nach Einschätzung der prüfenden Person kommt ein Aufenthaltsrecht in Betracht.",
        "In the assessment of the examining officer a right of residence is possible.",
    ),
    assessment=True,
    protective=True,
    headers=("Bleibeperspektive",),
)
APPLICATION.text(
    "residence_prospect_provision",
    ("In Betracht kommende Vorschrift", "Provision that is possible"),
    (
        "Die Vorschriften, nach denen ein Aufenthaltsrecht in Betracht kommt.",
        "The provisions under which a right of residence is possible.",
    ),
)
