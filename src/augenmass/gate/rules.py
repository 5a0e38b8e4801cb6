"""What a body has to settle, and how an item stands; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class State(StrEnum):
    """How an item or a check stands. Only ``SETTLED`` and ``EXCEPTED`` do not stand in the way."""

    SETTLED = "settled"
    EXCEPTED = "excepted"
    WAITING = "waiting"
    LAPSED = "lapsed"
    MISSING = "missing"

    @property
    def clear(self) -> bool:
        """Whether it does not stand in the way."""
        return self in {State.SETTLED, State.EXCEPTED}


@dataclass(frozen=True, slots=True)
class Item:
    """A document or decision of the body. ``draft``: where the project's draft lies; ``who``: who clears it."""

    key: str
    title: Words
    says: Words
    who: Words
    provision: Words
    draft: str = ""
    can_be_needless: bool = False


ACCESS_TABLES = "access_tables"
_BOTH = _("Leitung und Datenschutz")
ITEMS = (
    Item(
        "impact_assessment",
        _("Datenschutz-Folgenabschätzung"),
        _("Die Stelle hat die Risiken für die betroffenen Personen bewertet und über die Maßnahmen entschieden."),
        _BOTH,
        "Art. 35 DSGVO",
        "docs/privacy/impact-assessment.md",
    ),
    Item(
        "joint_controllers",
        _("Verantwortliche und gemeinsam Verantwortliche"),
        _("Für jeden Bereich des Programms steht fest, welche Stelle wofür verantwortlich ist."),
        _BOTH,
        "Art. 26 DSGVO",
        "docs/privacy/joint-controllers.md",
        can_be_needless=True,
    ),
    Item(
        "processing",
        _("Vertrag über die Auftragsverarbeitung"),
        _("Mit jedem, der Server oder Programm für die Stelle betreibt, besteht ein Vertrag."),
        _("Leitung"),
        "Art. 28 DSGVO",
        "docs/privacy/processor.md",
        can_be_needless=True,
    ),
    Item(
        "record_of_processing",
        _("Verzeichnis der Verarbeitungstätigkeiten"),
        _("Die Verarbeitungen dieses Programms stehen im Verzeichnis der Stelle."),
        _("Datenschutz"),
        "Art. 30 DSGVO",
        "docs/privacy/record-of-processing.md",
    ),
    Item(
        "information",
        _("Information der betroffenen Personen"),
        _("Der Text ist beschlossen und liegt dort aus, wo Daten erhoben werden."),
        _BOTH,
        "Art. 13, 14 DSGVO",
        "docs/privacy/information.md",
    ),
    Item(
        "staff_agreement",
        _("Vereinbarung mit der Personalvertretung"),
        _("Was das Programm über die Arbeit der Beschäftigten aufzeichnet und was niemand auswertet, ist vereinbart."),
        _("Leitung und Personalvertretung"),
        _("Personalvertretungsrecht des Landes oder des Bundes"),
        "docs/privacy/staff-agreement.md",
        can_be_needless=True,
    ),
    Item(
        ACCESS_TABLES,
        _("Zugriffsmatrix und Auskünfte des Rechtskatalogs geprüft"),
        _("Die Stelle hat gelesen, welche Rolle welche Angaben zu welchem Zweck sieht, und stimmt dem zu."),
        _("Datenschutz"),
        "Art. 25, 32 DSGVO",
    ),
    Item(
        "land_profile",
        _("Landesprofil bestätigt"),
        _("Die Werte des Landes sind geprüft: Zuständigkeit, Verfahren, Feiertage, Aufbewahrung der Protokolle."),
        _("Leitung"),
        _("Landesrecht"),
    ),
)
BY_KEY = {item.key: item for item in ITEMS}
STAFF_AGREEMENT = "staff_agreement"


class Told(Protocol):
    """What the rules read of an adoption."""

    kind: str
    review_on: date | None
    version: str

    @property
    def confirmed(self) -> bool: ...

    @property
    def withdrawn(self) -> bool: ...


Record = TypeVar("Record", bound=Told)


def state_of(told: Iterable[Record], on: date, version: str = "") -> tuple[State, Record | None]:
    """How an item stands on a day by what was recorded of it, newest first, and the confirmed record that counts or counted.

    A confirmed record counts until a newer one is confirmed; one that only waits takes nothing away. With ``version``, the digest
    of what the item is about, a record of another version has lapsed.
    """
    standing = [found for found in told if not found.withdrawn]
    counts = next((found for found in standing if found.confirmed), None)
    if counts is not None and not overtaken(counts, on, version):
        return (State.SETTLED if counts.kind == "adopted" else State.EXCEPTED), counts
    if any(not found.confirmed for found in standing):
        return State.WAITING, counts
    return (State.LAPSED if counts is not None else State.MISSING), counts


def overtaken(record: Told, on: date, version: str) -> bool:
    """Whether a record no longer counts: its day of review is over, or what it is about has changed."""
    return (record.review_on is not None and record.review_on < on) or bool(version and record.version != version)
