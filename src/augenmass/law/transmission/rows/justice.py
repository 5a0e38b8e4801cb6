"""Residence Act § 87 (4), (5): what prosecution, courts and protecting bodies tell the foreigners' authority."""

from augenmass.law.language import assessment, fact, not_
from augenmass.law.norm import Modality
from augenmass.law.transmission.duties import at_once
from augenmass.law.transmission.writing import row

_TO = ("foreigners_authority",)
_PURPOSE = ("residence_law", "return_enforcement")
_JUSTICE = ("prosecution", "criminal_court", "fine_authority", "land_police", "federal_police", "customs")
PROCEEDINGS = row(
    "AufenthG/87/4/1",
    ("Einleitung und Erledigung von Straf- und Bußgeldverfahren.", "Opening and end of proceedings."),
    Modality.MUST,
    (
        "Mit Angabe der Vorschriften; nicht bei geringfügigen Ordnungswidrigkeiten.",
        "With the provisions; not for petty regulatory offences.",
    ),
    senders=_JUSTICE,
    receivers=_TO,
    purposes=_PURPOSE,
    classes=("identity", "criminal_proceedings", "criminal"),
    occasions=("proceedings_opened", "proceedings_ended"),
    more=not_(fact("petty_regulatory_case"), cite="AufenthG/87/4/4"),
    told={"petty_regulatory_case": "no"},
    necessary=False,
    duties=(at_once("AufenthG/87/4"),),
)
CHARGE = row(
    "AufenthG/87/4/2",
    ("Anklage sowie Erlass, Aufhebung und Vollzug von Haftbefehlen.", "Charge and arrest warrants."),
    Modality.MUST,
    ("Solange es den Untersuchungszweck nicht gefährdet.", "As long as it does not endanger the inquiry."),
    senders=("prosecution", "criminal_court"),
    receivers=_TO,
    purposes=_PURPOSE,
    classes=("identity", "criminal_proceedings", "criminal"),
    occasions=("charge_or_warrant",),
    more=not_(assessment("inquiry_endangered")),
    told={"inquiry_endangered": "no"},
    necessary=False,
    duties=(at_once("AufenthG/87/4"),),
)
EXTRADITION = row(
    "AufenthG/87/4/3",
    ("Einleitung eines Auslieferungsverfahrens.", "Extradition proceedings are opened."),
    Modality.MUST,
    ("Die Ausländerbehörde ist unverzüglich zu unterrichten.", "The foreigners' authority is told at once."),
    senders=("extradition_authority", "prosecution"),
    receivers=_TO,
    purposes=_PURPOSE,
    classes=("identity", "criminal_proceedings"),
    occasions=("extradition",),
    necessary=False,
    duties=(at_once("AufenthG/87/4"),),
)
WITNESS = row(
    "AufenthG/87/4/5",
    ("Beginn und Ende des Zeugenschutzes.", "Beginning and end of witness protection."),
    Modality.MUST,
    ("Die Zeugenschutzdienststelle unterrichtet unverzüglich.", "The witness protection office tells at once."),
    senders=("witness_protection_office",),
    receivers=_TO,
    purposes=_PURPOSE,
    classes=("identity", "criminal"),
    occasions=("witness_protection",),
    necessary=False,
    duties=(at_once("AufenthG/87/4"),),
)
VICTIMS = row(
    "AufenthG/87/5",
    (
        "Umstände zu Titel und Frist möglicher Opfer; Zuständigkeit.",
        "Circumstances on title and period of possible victims; competence.",
    ),
    Modality.MUST,
    ("Von Amts wegen durch die zu beteiligende Stelle.", "Unasked, by the body that is to take part."),
    senders=("prosecution", "criminal_court"),
    receivers=_TO,
    purposes=("residence_law", "victim_proceedings"),
    classes=("identity", "criminal_proceedings", "residence"),
    occasions=("victim_title",),
    necessary=False,
)
ROWS = (
    PROCEEDINGS,
    CHARGE,
    EXTRADITION,
    WITNESS,
    VICTIMS,
)
