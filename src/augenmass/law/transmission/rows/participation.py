"""Residence Act § 72 (2), (4), Central Register Act § 8 (1): asking those who take part in a decision, and putting the register right.

Where the Act lets nobody decide without another office, that office must be told what it is asked about; how much, a named officer
affirms each time.
"""

from augenmass.law.norm import Modality
from augenmass.law.transmission.duties import at_once
from augenmass.law.transmission.writing import row

_DECIDING = ("foreigners_authority", "central_body")
FEDERAL_OFFICE = row(
    "AufenthG/72/2",
    (
        "Beteiligung des Bundesamtes zu Abschiebungsverboten im Zielstaat.",
        "Participation of the Federal Office on prohibitions of removal in the state of destination.",
    ),
    Modality.MAY,
    ("Nur was das Bundesamt zu seiner Stellungnahme braucht.", "Only what the Federal Office needs for its opinion."),
    senders=_DECIDING,
    receivers=("federal_office",),
    purposes=("residence_law",),
    classes=("identity", "protection", "asylum", "residence"),
)
PROSECUTION = row(
    "AufenthG/72/4/1",
    (
        "Einvernehmen der Staatsanwaltschaft vor Ausweisung und Abschiebung.",
        "Agreement of the public prosecution before expulsion and removal.",
    ),
    Modality.MAY,
    ("Nur was für das Einvernehmen nötig ist.", "Only what the agreement needs."),
    senders=_DECIDING,
    receivers=("prosecution",),
    purposes=("residence_law", "return_enforcement"),
    classes=("identity", "residence", "decision", "criminal"),
)
REGISTER_WRONG = row(
    "AZRG/8/1/2/1",
    (
        "Übermittelte Daten im Ausländerzentralregister sind unrichtig.",
        "Data transmitted to the Central Register are wrong.",
    ),
    Modality.MUST,
    (
        "Wenn die Berichtigung nicht durch Direkteingabe möglich ist.",
        "Where they cannot be put right by direct entry.",
    ),
    senders=("foreigners_authority", "central_body", "federal_office", "reception_centre", "federal_police"),
    receivers=("register_authority",),
    purposes=("residence_law", "asylum_law"),
    classes=("azr_number", "identity", "contact", "family", "residence", "asylum", "decision", "departure"),
    occasions=("central_register_wrong",),
    duties=(at_once("AZRG/8/1/2"),),
)
ROWS = (FEDERAL_OFFICE, PROSECUTION, REGISTER_WRONG)
