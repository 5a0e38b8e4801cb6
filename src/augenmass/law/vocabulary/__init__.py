"""The vocabulary: every fact that the product holds about a case, declared once.

No fact holds religion, ethnic origin or political opinion, none a diagnosis, none a score. ``VOCABULARY`` is in the order of pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from augenmass.law.vocabulary.absence import ABSENCE
from augenmass.law.vocabulary.application import APPLICATION
from augenmass.law.vocabulary.asylum import ASYLUM, EUROPE
from augenmass.law.vocabulary.asylum_identity import ASYLUM_IDENTITY
from augenmass.law.vocabulary.asylum_procedure import PROCEDURE
from augenmass.law.vocabulary.asylum_remedies import REMEDY
from augenmass.law.vocabulary.benefits import BENEFITS
from augenmass.law.vocabulary.clarifying import CLARIFYING
from augenmass.law.vocabulary.courses import COURSES
from augenmass.law.vocabulary.custody import CUSTODY
from augenmass.law.vocabulary.custody_court import CUSTODY_COURT
from augenmass.law.vocabulary.custody_grounds import CUSTODY_BARS, CUSTODY_HEALTH, CUSTODY_ITEMS
from augenmass.law.vocabulary.custody_place import CUSTODY_PLACE
from augenmass.law.vocabulary.decision import DECISION, PERIOD, WARNING
from augenmass.law.vocabulary.declaration import Choice, FactDeclaration, Kind
from augenmass.law.vocabulary.declaring import Chapter
from augenmass.law.vocabulary.departure import COUNSELLING, DEPARTURE
from augenmass.law.vocabulary.enforcement import ENFORCEMENT, LAND, SECRET
from augenmass.law.vocabulary.entry_ban import ENTRY_BAN
from augenmass.law.vocabulary.expulsion import INTERESTS, STAYING
from augenmass.law.vocabulary.file import FILE
from augenmass.law.vocabulary.home_entry import HOME_ENTRY, HOME_LAND
from augenmass.law.vocabulary.identity import IDENTITY
from augenmass.law.vocabulary.measure import MEASURE
from augenmass.law.vocabulary.movement import MOVEMENT, MOVEMENT_LIVELIHOOD, MOVEMENT_OFFENCES
from augenmass.law.vocabulary.passport import PASSPORT
from augenmass.law.vocabulary.person import CONTACT, PERSON
from augenmass.law.vocabulary.plausibility import PLAUSIBILITY
from augenmass.law.vocabulary.proceedings import CRIMINAL, RELIEF, REPRESENTATION
from augenmass.law.vocabulary.prospect_checks import PROSPECT_CHECKS
from augenmass.law.vocabulary.prospect_exclusions import PROSPECT_HEALTH, PROSPECT_OFFENCES, PROSPECT_STEPS
from augenmass.law.vocabulary.prospects import PROSPECTS
from augenmass.law.vocabulary.protection import FAMILY, HEALTH, PROHIBITION
from augenmass.law.vocabulary.protection_end import PROTECTION_END
from augenmass.law.vocabulary.reception import RECEPTION
from augenmass.law.vocabulary.stay import STAY
from augenmass.law.vocabulary.supervision import REMOVAL_ORDER, SUPERVISION
from augenmass.law.vocabulary.suspension import SUSPENSION
from augenmass.law.vocabulary.transfer import TRANSFER
from augenmass.law.vocabulary.union_loss import LOSS, LOSS_OFFENCES
from augenmass.law.vocabulary.victims import VICTIMS
from augenmass.law.vocabulary.work import WORK

__all__ = [
    "CATEGORIES",
    "EVIDENCE_KINDS",
    "GROUPS",
    "RETENTION_CLASSES",
    "RETIRED",
    "VOCABULARY",
    "Choice",
    "FactDeclaration",
    "Kind",
    "Retirement",
]

GROUPS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "person": ("Person", "Person"),
        "identity": ("Identität und Reisedokument", "Identity and travel document"),
        "contact": ("Erreichbarkeit", "Contact"),
        "representation": ("Vertretung", "Representation"),
        "file": ("Akte", "File"),
        "family": ("Familie und Minderjährigkeit", "Family and minority"),
        "stay": ("Einreise und Titel", "Entry and title"),
        "application": ("Anträge und Perspektiven", "Applications and prospects"),
        "prospects": ("Voraussetzungen von Aufenthaltsperspektiven", "Conditions of prospects of residence"),
        "work": ("Ausbildung, Arbeit, Passbeschaffung", "Training, work, getting a passport"),
        "courses": ("Sprache und Integrationskurs", "Language and integration course"),
        "europe": ("Unions- und Abkommensrecht", "Union law and agreements"),
        "asylum": ("Asyl", "Asylum"),
        "asylum_procedure": ("Asylverfahren und Folgeantrag", "Asylum procedure and follow-up application"),
        "asylum_remedy": ("Asylbescheid: Zustellung und Rechtsbehelfe", "Asylum decision: service and remedies"),
        "asylum_identity": ("Identitätsklärung im Asylverfahren", "Clarifying identity in the asylum procedure"),
        "transfer": ("Überstellung in den zuständigen Staat", "Transfer to the responsible state"),
        "reception": ("Aufnahmeeinrichtung", "Reception centre"),
        "protection_end": ("Ende des Schutzes", "End of protection"),
        "decision": ("Aufenthaltsbeendender Bescheid", "Decision that ends the stay"),
        "counselling": ("Information, Beratung, Anhörung", "Information, counselling, hearing"),
        "departure": ("Freiwillige Ausreise", "Voluntary departure"),
        "warning": ("Abschiebungsandrohung", "Warning of removal"),
        "period": ("Ausreisefrist", "Period for voluntary departure"),
        "suspension": ("Duldung", "Suspension of removal"),
        "prohibition": ("Abschiebungsverbote und Schutz", "Prohibitions of removal and protection"),
        "health": ("Gesundheit (nur Ergebnisse)", "Health (outcomes only)"),
        "criminal": ("Strafverfahren", "Criminal proceedings"),
        "relief": ("Gerichte, Härtefall, Petition", "Courts, hardship, petition"),
        "plausibility": ("Plausibilitätsprüfung", "Plausibility check"),
        "enforcement": ("Vollzug", "Enforcement"),
        "removal_order": ("Abschiebungsanordnung (§ 58a)", "Removal order (58a)"),
        "supervision": ("Überwachung (§§ 56, 56a)", "Supervision (56, 56a)"),
        "home_entry": ("Betreten und Durchsuchen der Wohnung", "Entering and searching a home"),
        "custody": ("Haft und Gewahrsam", "Custody"),
        "custody_court": ("Haftverfahren vor Gericht", "Custody before the court"),
        "custody_grounds": ("Haft: Hindernisse und Umstände", "Custody: bars and circumstances"),
        "benefits": ("Leistungen für Asylsuchende", "Benefits for asylum seekers"),
        "entry_ban": ("Einreise- und Aufenthaltsverbot", "Entry ban"),
        "expulsion": ("Ausweisungsinteressen", "Interests in expulsion"),
        "staying": ("Bleibeinteressen und Abwägung", "Interests in staying and balancing"),
        "movement": ("Räumliche Beschränkung und Wohnsitz", "Limits of movement and residence"),
        "absence": ("Abwesenheit und Fortbestand des Titels", "Absence and survival of the title"),
        "loss": ("Verlust der Freizügigkeit", "Loss of free movement"),
        "measure": ("Weitere Maßnahme und Rechtsbehelf", "Further measure and remedy"),
        "clarifying": ("Identitätsklärung und Mitwirkung", "Clarifying identity and cooperation"),
        "land": ("Land und Zuständigkeit", "Land and competence"),
    }
)
"""Groups of facts in the order of pages: key to German and English label."""

CATEGORIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "identity": ("Personalien und Identität", "Personal details and identity"),
        "contact": ("Erreichbarkeit", "Contact details"),
        "representation": ("Vertretung", "Representation"),
        "file": ("Aktenführung", "File keeping"),
        "family": ("Familie", "Family"),
        "residence": ("Aufenthaltsrecht", "Right of residence"),
        "benefits": ("Leistungen und Lebensunterhalt", "Benefits and livelihood"),
        "asylum": ("Asylverfahren", "Asylum procedure"),
        "decision": ("Bescheide und Zustellungen", "Decisions and service"),
        "notices": ("Hinweise, Beratungsangebot, Anhörung", "Notices, offer of counselling, hearing"),
        "departure": ("Freiwillige Ausreise", "Voluntary departure"),
        "protection": ("Schutzgründe", "Grounds of protection"),
        "health": ("Gesundheit", "Health"),
        "criminal": ("Strafverfahren", "Criminal proceedings"),
        "court": ("Gerichte und Gremien", "Courts and bodies"),
        "enforcement": ("Vollzug", "Enforcement"),
        "enforcement_secret": (
            "Geheim: Ablauf der Abschiebung (§ 97a AufenthG)",
            "Secret: course of a removal (section 97a)",
        ),
        "organisation": ("Organisation und Landesrecht", "Organisation and Land law"),
    }
)
"""Data categories (access): a closed list. ``enforcement_secret`` has its own recipients, named item by item."""

RETENTION_CLASSES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "case_file": ("wie die Akte", "like the file"),
        "removal_data": (
            "Daten über Ausweisung und Abschiebung (§ 91 Abs. 1 AufenthG)",
            "data on expulsion and removal (section 91 (1))",
        ),
    }
)
"""Retention classes: key to German and English label."""

EVIDENCE_KINDS: tuple[str, ...] = (
    "application",
    "decision",
    "court",
    "identity",
    "medical",
    "authority",
    "service",
    "letter",
    "correspondence",
    "other",
)
"""Kinds of documents that can prove a fact, by the keys under which documents are kept. What fits none of them is ``other``."""

_CHAPTERS: tuple[Chapter, ...] = (
    PERSON,
    IDENTITY,
    CONTACT,
    REPRESENTATION,
    FILE,
    FAMILY,
    STAY,
    APPLICATION,
    PROSPECT_CHECKS,
    PROSPECTS,
    VICTIMS,
    PROSPECT_HEALTH,
    PROSPECT_OFFENCES,
    PROSPECT_STEPS,
    WORK,
    PASSPORT,
    COURSES,
    EUROPE,
    ASYLUM,
    PROCEDURE,
    REMEDY,
    ASYLUM_IDENTITY,
    TRANSFER,
    RECEPTION,
    PROTECTION_END,
    DECISION,
    COUNSELLING,
    DEPARTURE,
    WARNING,
    PERIOD,
    SUSPENSION,
    PROHIBITION,
    HEALTH,
    CRIMINAL,
    RELIEF,
    PLAUSIBILITY,
    ENFORCEMENT,
    SECRET,
    REMOVAL_ORDER,
    SUPERVISION,
    HOME_ENTRY,
    CUSTODY,
    CUSTODY_PLACE,
    CUSTODY_COURT,
    CUSTODY_BARS,
    CUSTODY_HEALTH,
    CUSTODY_ITEMS,
    BENEFITS,
    ENTRY_BAN,
    INTERESTS,
    STAYING,
    MOVEMENT,
    MOVEMENT_LIVELIHOOD,
    MOVEMENT_OFFENCES,
    ABSENCE,
    LOSS,
    LOSS_OFFENCES,
    MEASURE,
    CLARIFYING,
    LAND,
    HOME_LAND,
)


def _collect(chapters: tuple[Chapter, ...]) -> Mapping[str, FactDeclaration]:
    collected: dict[str, FactDeclaration] = {}
    for chapter in chapters:
        for declaration in chapter.facts:
            if declaration.name in collected:
                raise ValueError(f"the fact {declaration.name} is declared twice")
            collected[declaration.name] = declaration
    return MappingProxyType(collected)


VOCABULARY: Mapping[str, FactDeclaration] = _collect(_CHAPTERS)


@dataclass(frozen=True, slots=True)
class Retirement:
    """Which fact follows one that is gone, and whether it means the same: then a record moves, else an officer is asked."""

    successor: str
    same: bool = True


RETIRED: Mapping[str, Retirement] = MappingProxyType(
    {
        "transfer_action_suspends": Retirement("transfer_suspended_by_court"),
    }
)
"""Facts that are gone. What was recorded under the old name counts no more; ``work.retired`` moves it or sets it aside."""
