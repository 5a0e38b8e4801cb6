"""Residence Act §§ 90–90b: what foreigners' authorities pass on to offices, courts and the registration office."""

from augenmass.law.language import assessment, fact
from augenmass.law.norm import Modality
from augenmass.law.transmission.bodies import ALIEN_LAW
from augenmass.law.transmission.duties import at_once, bound, delete, tell
from augenmass.law.transmission.writing import row, way_of

_AUTHORITY, _REGISTRY = ("foreigners_authority",), ("registration_office",)
OFFENCES = row(
    "AufenthG/90/1",
    ("Bei konkreten Anhaltspunkten für aufgezählte Verstöße.", "On concrete indications of listed offences."),
    Modality.MUST,
    (
        "Unterrichtet werden die Verfolgungsbehörden, soweit erforderlich auch die Leistungsträger.",
        "The prosecuting authorities are told, where needed the benefits bodies too.",
    ),
    senders=ALIEN_LAW,
    receivers=(
        "work_inspection",
        "customs",
        "prosecution",
        "fine_authority",
        "jobcenter",
        "social_assistance",
        "asylum_benefits_office",
    ),
    purposes=("work_offences", "benefit_abuse"),
    classes=("offence_indications", "identity", "contact", "employment"),
    more=assessment("concrete_indications"),
    told={"concrete_indications": "yes"},
)
ASYLUM_BENEFITS = row(
    "AufenthG/90/3",
    ("Umstände und Maßnahmen, die für Leistungen erforderlich sind.", "Circumstances and measures that benefits need."),
    Modality.MUST,
    ("Auch Zustimmungen zur Beschäftigung und deren Ende.", "Also approvals of employment and their end."),
    senders=ALIEN_LAW,
    receivers=("asylum_benefits_office",),
    purposes=("asylum_benefits",),
    classes=("residence", "identity", "contact", "decision", "employment", "benefits"),
)
VICTIMS = row(
    "AufenthG/90/4",
    ("Titel, Frist und Zuständigkeit in Opferfällen.", "Title, period and competence in victims' cases."),
    Modality.MUST,
    ("Unverzüglich an Staatsanwaltschaft oder Gericht.", "At once to the prosecution or the court."),
    senders=("foreigners_authority",),
    receivers=("prosecution", "criminal_court"),
    purposes=("victim_proceedings",),
    classes=("residence", "identity", "decision", "organisation"),
    occasions=("victim_title",),
    necessary=False,
    duties=(at_once("AufenthG/90/4"),),
)
BAILIFF = row(
    "AufenthG/90/5",
    ("Dem Gerichtsvollzieher auf Ersuchen der Aufenthaltsort.", "To the bailiff on request the whereabouts."),
    Modality.MUST,
    ("Nur der Aufenthaltsort.", "Only the whereabouts."),
    senders=("foreigners_authority",),
    receivers=("bailiff",),
    purposes=("civil_enforcement",),
    classes=("contact",),
    needs=("on_request", "only_named_items"),
    necessary=False,
)
ENFORCEMENT_OFFICE = row(
    "AufenthG/90/7",
    (
        "Der Vollstreckungsbehörde auf Ersuchen der Aufenthaltsort.",
        "To the enforcement office on request the whereabouts.",
    ),
    Modality.MUST,
    (
        "Nur wenn die Meldebehörde nicht half und das bestätigt ist.",
        "Only if the registration office was of no help, confirmed.",
    ),
    senders=("foreigners_authority",),
    receivers=("enforcement_office",),
    purposes=("administrative_enforcement",),
    classes=("contact",),
    needs=("on_request", "only_named_items"),
    more=fact("registry_asked_first", cite="AufenthG/90/7/2"),
    told={"registry_asked_first": "yes"},
    necessary=False,
)
REGISTER_WRONG = row(
    "AufenthG/90a/1/1",
    ("Das Melderegister ist unrichtig oder unvollständig.", "The population register is wrong or incomplete."),
    Modality.MUST,
    (
        "Namen, Geburt, Staatsangehörigkeit, letzte Anschrift, Ausreise und Zielstaat, AZR-Nummer nach Maßgabe.",
        "Names, birth, nationality, last address, departure and destination, register number within limits.",
    ),
    senders=("foreigners_authority",),
    receivers=("registration_office",),
    purposes=("register_maintenance",),
    classes=("identity", "contact", "departure", "azr_number"),
    occasions=("register_wrong", "unregistered", "lasting_departure"),
    needs=("only_named_items",),
    necessary=False,
    duties=(at_once("AufenthG/90a/1"),),
)
SETTLEMENT = row(
    "AufenthG/90a/1/3",
    ("Niederlassungserlaubnis oder Daueraufenthalt-EU erteilt.", "A settlement permit was granted."),
    Modality.MUST,
    ("Die Meldebehörde ist zu unterrichten.", "The registration office is told."),
    senders=("foreigners_authority",),
    receivers=("registration_office",),
    purposes=("register_maintenance",),
    classes=("residence", "identity"),
    occasions=("settlement_granted",),
    needs=("only_named_items",),
    necessary=False,
)
YEARLY = row(
    "AufenthG/90b//1",
    ("Jährlicher Abgleich mit der Meldebehörde.", "Yearly comparison with the registration office."),
    Modality.MUST,
    ("Dieselbe Liste, nur im gleichen Bezirk.", "The same list, only in the same district."),
    senders=("foreigners_authority", "registration_office"),
    receivers=("registration_office", "foreigners_authority"),
    purposes=("register_maintenance",),
    classes=("identity", "contact", "departure", "azr_number"),
    needs=("only_named_items", "same_district"),
    more=way_of((_AUTHORITY, _REGISTRY), (_REGISTRY, _AUTHORITY)),
    necessary=False,
    duties=(
        bound("AufenthG/90b//3"),
        delete(
            "AufenthG/90b//3",
            "Nach dem Abgleich unverzüglich löschen, Datenträger zurückgeben.",
            "Delete at once after the comparison, return carriers.",
        ),
        tell(
            "AufenthG/90b//4",
            "Änderungen unverzüglich der Registerbehörde mitteilen.",
            "Tell the register authority of changes at once.",
        ),
    ),
)
ROWS = (
    OFFENCES,
    ASYLUM_BENEFITS,
    VICTIMS,
    BAILIFF,
    ENFORCEMENT_OFFICE,
    REGISTER_WRONG,
    SETTLEMENT,
    YEARLY,
)
