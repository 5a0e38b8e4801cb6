"""The catalogue of transmissions: one question, every row of the matrix, every brake. What no row allows is not allowed."""

from functools import cache

from augenmass.law.catalogue import Catalogue
from augenmass.law.language import Definition, all_of, any_of, none_of, use
from augenmass.law.norm import Question
from augenmass.law.transmission.brakes import BRAKES
from augenmass.law.transmission.rows import (
    abroad,
    asylum_data,
    asylum_office,
    asylum_reports,
    authorities,
    benefits,
    general,
    integration,
    justice,
    participation,
    register,
    register_use,
    reports,
    security,
)
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.transmission.writing import Row

PARTS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    ("An die Ausländerbehörde (AufenthG §§ 86a, 87)", (*reports.ROWS, *justice.ROWS)),
    ("Von Ausländerbehörden im Inland (AufenthG §§ 90–90b)", authorities.ROWS),
    ("Beteiligung und Registerpflege (AufenthG § 72, AZRG § 8)", participation.ROWS),
    ("Sicherheitsprüfung, Überwachung, Erkennungsdienst (AufenthG §§ 56a, 73, 89 Abs. 2)", security.ROWS),
    ("Integrationskurse und Deutschförderung (AufenthG § 88a)", integration.ROWS),
    ("Andere Staaten und Systeme der Union (AufenthG §§ 89 Abs. 1a, 91a–91j)", abroad.ROWS),
    ("An und vom Bundesamt, Leistungen (AsylG § 8 Abs. 1–2a, AufenthG § 47b)", asylum_reports.ROWS),
    ("Asyldaten (AsylG §§ 8 Abs. 3, 16)", asylum_data.ROWS),
    ("Bundesamt, Ausländerbehörde, Leistungsbehörde (AsylG §§ 31, 40, 54, AsylbLG § 11 Abs. 3)", asylum_office.ROWS),
    ("Ausländerzentralregister (AZRG)", (*register.ROWS, *register_use.ROWS)),
    ("Ausländerzentralregister: geschlossene Listen (AZRG §§ 18a–18d)", benefits.ROWS),
    ("Auffangregel (BDSG)", general.ROWS),
)
"""The matrix by parts, each with its German title."""
ROWS: tuple[Row, ...] = tuple(found for _, rows in PARTS for found in rows)
ROW_OF = {found.norm.id: found for found in ROWS}

PROVISION = Definition(
    "some_provision_allows",
    "Eine Vorschrift erlaubt oder gebietet die Übermittlung.",
    "Some provision permits or commands the transmission.",
    any_of(*(use(found.norm) for found in ROWS)),
    "BDSG/25/1",
)
BRAKED = Definition(
    "some_brake_holds",
    "Eine Sperre steht entgegen.",
    "Some brake opposes.",
    any_of(*(use(brake) for brake in BRAKES)),
    "AufenthG/88/1",
)
MAY_TRANSMIT = Question(
    "may_transmit",
    "Dürfen diese Daten so übermittelt werden?",
    "May these data be transmitted so?",
    all_of(use(PROVISION), none_of(use(BRAKED))),
    "BDSG/25/1",
)


@cache
def transmission_catalogue() -> Catalogue:
    """Return the catalogue of transmissions, built once. Not reviewed, like the shipped one."""
    return Catalogue(
        vocabulary=ENQUIRY,
        definitions=(PROVISION, BRAKED),
        norms=(*(found.norm for found in ROWS), *BRAKES, general.POLICE_REGIME),
        questions=(MAY_TRANSMIT,),
    )
