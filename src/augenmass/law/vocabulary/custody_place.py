"""Custody: where it is served and what is owed there."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

CUSTODY_PLACE = Chapter("custody", "enforcement")

CUSTODY_PLACE.choice(
    "custody_facility",
    ("Ort des Vollzugs", "Place of custody"),
    ("Die Art der Einrichtung, in der die Haft vollzogen wird.", "The kind of facility in which custody is served."),
    (
        Choice("special", "spezielle Hafteinrichtung", "special facility"),
        Choice("prison_separate", "andere Haftanstalt, getrennt", "other prison, separate"),
        Choice("prison_mixed", "andere Haftanstalt, nicht getrennt", "other prison, not separate"),
        Choice("transit_area", "Transitbereich eines Flughafens", "transit area of an airport"),
        Choice("exit_accommodation", "Unterkunft, die ausreisen lässt", "accommodation that lets the person leave"),
    ),
    protective=True,
)
CUSTODY_PLACE.yes_no(
    "special_facility_missing",
    ("Keine spezielle Hafteinrichtung vorhanden", "No special facility exists"),
    ("Im Bundesgebiet ist keine spezielle Hafteinrichtung vorhanden.", "There is no special facility in the country."),
)
CUSTODY_PLACE.yes_no(
    "family_held_together_apart",
    ("Familie getrennt von anderen untergebracht", "Family housed apart from others"),
    (
        "Mehrere Angehörige einer Familie sind für sich und getrennt von anderen untergebracht.",
        "Several members of a family are housed by themselves and apart from others.",
    ),
    protective=True,
)
CUSTODY_PLACE.yes_no(
    "family_members_held",
    ("Mehrere Familienangehörige in Haft", "Several family members held"),
    ("Mehrere Angehörige einer Familie sind in Haft.", "Several members of a family are in custody."),
    protective=True,
)
CUSTODY_PLACE.yes_no(
    "custody_contacts_allowed",
    ("Kontakte in der Haft ermöglicht", "Contacts in custody made possible"),
    (
        "Kontakt zu Rechtsvertretung, Familie, Konsulat und Hilfsorganisationen ist ermöglicht.",
        "Contact with lawyer, family, consulate and aid organisations is made possible.",
    ),
    protective=True,
)
CUSTODY_PLACE.day(
    "custody_rights_informed_on",
    ("In der Haft über Rechte informiert am", "Informed of rights in custody on"),
    (
        "Der Tag der Information über Rechte, Pflichten und Regeln der Einrichtung.",
        "The day of information on rights, duties and the rules of the facility.",
    ),
)
CUSTODY_PLACE.day(
    "custody_reasons_given_on",
    ("Haftgründe schriftlich mitgeteilt am", "Reasons of custody given in writing on"),
    (
        "Der Tag, an dem Gründe, Rechtsmittel und kostenlose Rechtsberatung schriftlich und verständlich mitgeteilt wurden.",
        "The day on which reasons, remedies and free legal advice were given in writing in an understood language.",
    ),
)
CUSTODY_PLACE.yes_no(
    "minor_housing_suitable",
    ("Unterbringung für Minderjährige geeignet", "Housing suitable for minors"),
    (
        "Minderjährige sind altersgerecht und nicht in einer Einrichtung des Strafvollzugs untergebracht.",
        "Minors are housed as fits their age and in no facility of criminal justice.",
    ),
    protective=True,
)
