"""What sender or receiver must do besides: keep to the purpose, delete, tell, record."""

from dataclasses import dataclass

BINDING, DELETION, NOTICE, RECORD, PROMPT = "binding", "deletion", "notice", "record", "prompt"
KINDS: dict[str, tuple[str, str]] = {
    BINDING: ("Zweckbindung", "bound to the purpose"),
    DELETION: ("Löschung", "deletion"),
    NOTICE: ("Hinweis", "notice"),
    RECORD: ("Aufzeichnung", "record"),
    PROMPT: ("Zeit", "time"),
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty that comes with a transmission, and where it stands."""

    kind: str
    de: str
    en: str
    cite: str


def bound(cite: str) -> Duty:
    """Return the duty to use the data for this purpose only."""
    return Duty(
        BINDING, "Nur zu dem Zweck verarbeiten, zu dem übermittelt wurde.", "Process for this purpose only.", cite
    )


def at_once(cite: str) -> Duty:
    """Return the duty to transmit without delay."""
    return Duty(PROMPT, "Unverzüglich mitteilen.", "Tell without delay.", cite)


def delete(cite: str, de: str, en: str) -> Duty:
    """Return a duty to delete."""
    return Duty(DELETION, de, en, cite)


def tell(cite: str, de: str, en: str) -> Duty:
    """Return a duty to tell the receiver, the register or the person something."""
    return Duty(NOTICE, de, en, cite)


def record(cite: str, de: str, en: str) -> Duty:
    """Return a duty to keep a record."""
    return Duty(RECORD, de, en, cite)


RESIDENCE_ACT = (
    delete(
        "AufenthG/91/2",
        "Mitteilungen auf Ersuchen, die für keine Entscheidung erheblich sind oder werden, unverzüglich vernichten.",
        "Destroy at once notices made on request that are not and will not be relevant for a decision.",
    ),
)
REGISTER = (
    bound("AZRG/11/1"),
    tell(
        "AZRG/11/1",
        "Eine neue Zweckbestimmung teilt der Empfänger der Registerbehörde mit.",
        "The receiver tells the register of a new purpose.",
    ),
    record(
        "AZRG/13/1",
        "Zweck, Daten, Zeit und Personen des Abrufs werden aufgezeichnet.",
        "Purpose, data, time and persons of the retrieval are recorded.",
    ),
    delete(
        "AZRG/10/3",
        "Daten anderer Personen löscht der Empfänger unverzüglich.",
        "The receiver deletes data of other persons at once.",
    ),
)
IDENTITY_ABROAD = (
    tell(
        "AufenthG/89/1a",
        "Auf Zweckbindung und vorgesehenen Löschungstag hinweisen.",
        "Point out the bound purpose and the planned day of deletion.",
    ),
    record("AufenthG/89/1a", "Übermittlung und Anlass aufzeichnen.", "Record the transmission and its occasion."),
)
POLICE_PART = (
    Duty(NOTICE, "Betroffene nach Kategorien unterscheiden.", "Tell categories of persons apart.", "BDSG/72"),
    Duty(NOTICE, "Tatsachen und Einschätzungen kenntlich trennen.", "Mark facts and opinions.", "BDSG/73"),
    Duty(
        NOTICE,
        "Richtigkeit und Aktualität vorher prüfen, Angaben zur Verlässlichkeit beifügen.",
        "Check quality before, add what lets the receiver judge it.",
        "BDSG/74/1",
    ),
    Duty(
        NOTICE,
        "Auf besondere Bedingungen der Verarbeitung hinweisen.",
        "Point out special conditions of processing.",
        "BDSG/74/2",
    ),
    Duty(
        RECORD,
        "Offenlegung mit Begründung, Zeit, Person und Empfänger protokollieren.",
        "Log the disclosure with reason, time, person and receiver.",
        "BDSG/76/1",
    ),
)
"""Duties of bodies to which Part 3 of the Federal Data Protection Act applies."""
