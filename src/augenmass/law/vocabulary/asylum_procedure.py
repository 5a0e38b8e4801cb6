"""The asylum procedure in detail: what the Federal Office decided and how, follow-up applications, the procedure at the border."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

PROCEDURE = Chapter("asylum_procedure", "asylum")

_NOTICE = ("decision", "correspondence")

PROCEDURE.day(
    "asylum_registered_on",
    ("Asylantrag registriert am", "Asylum application registered on"),
    (
        "Der Tag, an dem der Asylantrag registriert wurde.",
        "The day on which the asylum application was registered.",
    ),
    evidence=_NOTICE,
    headers=("Registrierung Asyl", "Asylantrag registriert am"),
)
PROCEDURE.choice(
    "asylum_outcome",
    ("Entscheidung des Bundesamtes", "Decision of the Federal Office"),
    (
        "Wie das Bundesamt über den letzten Asylantrag entschieden hat, wie es im Bescheid steht.",
        "How the Federal Office decided on the last asylum application, as its decision says.",
    ),
    (
        Choice("open", "noch keine Entscheidung", "no decision yet", ("offen",)),
        Choice("granted", "Schutz zuerkannt", "protection granted", ("Anerkennung",)),
        Choice("unfounded", "als unbegründet abgelehnt", "refused as unfounded", ("unbegründet",)),
        Choice(
            "manifestly_unfounded",
            "als offensichtlich unbegründet abgelehnt",
            "refused as manifestly unfounded",
            ("offensichtlich unbegründet", "o.u."),
        ),
        Choice(
            "other_state_responsible",
            "anderer Staat für das Asylverfahren zuständig",
            "another state responsible for the procedure",
            ("Dublin", "Überstellungsentscheidung"),
        ),
        Choice(
            "protected_elsewhere",
            "unzulässig: Schutz in anderem Mitgliedstaat",
            "inadmissible: protected in another member state",
        ),
        Choice("safe_third_state", "unzulässig: sicherer Drittstaat", "inadmissible: safe third state"),
        Choice("other_third_state", "unzulässig: sonstiger Drittstaat", "inadmissible: other third state"),
        Choice(
            "no_further_procedure",
            "unzulässig: kein weiteres Asylverfahren",
            "inadmissible: no further procedure",
        ),
        Choice("withdrawn", "nach Rücknahme des Antrags entschieden", "decided after withdrawal", ("Rücknahme",)),
        Choice("discontinued", "eingestellt, weil nicht betrieben", "discontinued, not pursued", ("Einstellung",)),
    ),
    evidence=_NOTICE,
    headers=("Entscheidung BAMF", "Asylentscheidung"),
)
PROCEDURE.choice(
    "asylum_removal_act",
    ("Androhung oder Anordnung des Bundesamtes", "Federal Office's warning or order of removal"),
    (
        "Ob das Bundesamt die Abschiebung angedroht oder in den zuständigen Staat angeordnet hat.",
        "Whether the Federal Office warned of removal or ordered removal to the responsible state.",
    ),
    (
        Choice("none", "weder Androhung noch Anordnung", "neither warning nor order"),
        Choice("warning", "Abschiebungsandrohung", "warning of removal"),
        Choice("order", "Abschiebungsanordnung (§ 34a AsylG)", "order of removal (34a)"),
    ),
    evidence=_NOTICE,
)
PROCEDURE.yes_no(
    "asylum_article_68_3",
    ("Fall des Artikels 68 Absatz 3", "Case of Article 68 (3)"),
    (
        "Nach dem Bescheid des Bundesamtes liegt ein Fall des Artikels 68 Absatz 3 der Verordnung (EU) 2024/1348 vor.",
        "By the Federal Office's decision this is a case of Article 68 (3) of Regulation (EU) 2024/1348.",
    ),
    evidence=_NOTICE,
)
PROCEDURE.yes_no(
    "asylum_article_67_7_a",
    ("Fall des Artikels 67 Absatz 7 Buchstabe a", "Case of Article 67 (7) (a)"),
    (
        "Nach dem Bescheid des Bundesamtes gilt für die Klage die Frist von einer Woche (Artikel 67 Absatz 7 Buchstabe a).",
        "By the Federal Office's decision the action is to be lodged within a week (Article 67 (7) (a)).",
    ),
    evidence=_NOTICE,
)
for _name, _german, _english, _says, _says_en in (
    (
        "federal_office_found_danger",
        "Bundesamt: Gefahr für Sicherheit oder Ordnung",
        "Federal Office: danger to security or order",
        "Das Bundesamt hat im Bescheid eine Gefahr für die öffentliche Sicherheit oder Ordnung festgestellt.",
        "In its decision the Federal Office found a danger to public security or order.",
    ),
    (
        "federal_office_found_flight_risk",
        "Bundesamt: Fluchtgefahr",
        "Federal Office: risk of absconding",
        "Das Bundesamt hat im Bescheid Fluchtgefahr festgestellt.",
        "In its decision the Federal Office found a risk of absconding.",
    ),
    (
        "asylum_article_42_1_d",
        "Offensichtlich unbegründet nach Artikel 42 Absatz 1 Buchstabe d",
        "Manifestly unfounded under Article 42 (1) (d)",
        "Der Antrag wurde als offensichtlich unbegründet nach Artikel 42 Absatz 1 Unterabsatz 1 Buchstabe d abgelehnt.",
        "The application was refused as manifestly unfounded under Article 42 (1) subparagraph 1 (d).",
    ),
):
    PROCEDURE.yes_no(_name, (_german, _english), (_says, _says_en), evidence=_NOTICE)
PROCEDURE.day(
    "asylum_hearing_held_on",
    ("Anhörung im Asylverfahren am", "Asylum hearing held on"),
    ("Der Tag der Anhörung beim Bundesamt.", "The day of the hearing at the Federal Office."),
    evidence=_NOTICE,
    headers=("Anhörung BAMF",),
)
PROCEDURE.yes_no(
    "asylum_border_procedure",
    ("Asylverfahren an der Grenze", "Asylum procedure at the border"),
    (
        "Der Antrag wird im Verfahren an der Grenze oder am Flughafen geprüft.",
        "The application is examined in the procedure at the border or the airport.",
    ),
    evidence=_NOTICE,
)
PROCEDURE.yes_no(
    "asylum_border_period_extended",
    ("Frist im Grenzverfahren verlängert", "Period of the border procedure extended"),
    (
        "Das Bundesamt hat seine Entscheidungsfrist im Verfahren an der Grenze verlängert.",
        "The Federal Office has extended its period for deciding in the procedure at the border.",
    ),
    evidence=_NOTICE,
)
PROCEDURE.yes_no(
    "family_applied_together",
    ("Familie hat gleichzeitig Asyl beantragt", "Family applied for asylum together"),
    (
        "Familienangehörige haben gleichzeitig oder unverzüglich nach ihrer Einreise Asyl beantragt.",
        "Members of the family applied for asylum at the same time or without delay after entry.",
    ),
    protective=True,
)
PROCEDURE.yes_no(
    "refugee_exclusion_found",
    ("Bundesamt: Ausschluss nach § 60 Absatz 8 festgestellt", "Federal Office: exclusion under 60 (8) found"),
    (
        "Das Bundesamt hat festgestellt, dass wegen § 60 Absatz 8, 8a oder 8b von Absatz 1 abzusehen ist oder abgesehen wird.",
        "The Federal Office has found that by section 60 (8), (8a) or (8b) subsection (1) is not applied.",
    ),
    evidence=_NOTICE,
)
PROCEDURE.day(
    "follow_up_filed_on",
    ("Folgeantrag gestellt am", "Follow-up application filed on"),
    ("Der Tag des letzten Folgeantrags.", "The day of the last follow-up application."),
    evidence=("application", "decision"),
    protective=True,
    headers=("Folgeantrag am",),
)
PROCEDURE.choice(
    "follow_up_exception",
    ("Einordnung des Folgeantrags", "Kind of the follow-up application"),
    (
        "Wie das Bundesamt den Folgeantrag einordnet.",
        "How the Federal Office classifies the follow-up application.",
    ),
    (
        Choice("none", "keine Besonderheit", "nothing special"),
        Choice("delay", "nur zur Verzögerung der Abschiebung gestellt", "filed only to delay removal"),
        Choice("repeated", "erneut nach abgelehntem Folgeantrag", "again after a refused follow-up application"),
        Choice("article_56", "Fall des Artikels 56", "case of Article 56"),
        Choice("article_68_6", "Fall des Artikels 68 Absatz 6", "case of Article 68 (6)"),
    ),
    evidence=_NOTICE,
)
PROCEDURE.choice(
    "follow_up_message",
    ("Mitteilung des Bundesamtes zum Folgeantrag", "Federal Office's message on the follow-up application"),
    (
        "Was das Bundesamt der Behörde zum Folgeantrag mitgeteilt hat.",
        "What the Federal Office told the authority about the follow-up application.",
    ),
    (
        Choice("none", "keine Mitteilung", "no message"),
        Choice("conditions_missing", "Voraussetzungen eines weiteren Verfahrens fehlen", "no further procedure"),
        Choice("non_refoulement", "Grundsatz der Nichtzurückweisung eingehalten", "non-refoulement is respected"),
        Choice("further_procedure", "weiteres Asylverfahren wird durchgeführt", "a further procedure is held"),
    ),
    evidence=("correspondence",),
)
