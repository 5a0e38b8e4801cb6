"""Which proof of service belongs to which kind of dispatch, and what is written once it is there (VwZG §§ 3 to 5, 8; VwVfG § 41)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from augenmass.letters.rules.inputs import Gap

#: Manners of service that each method can prove. A plain letter is served only when somebody acknowledges it (VwZG § 8).
MANNERS: Mapping[str, tuple[str, ...]] = {
    "certificate": ("handed_over", "substitute", "letterbox", "deposited", "left_behind"),
    "registered": ("handed_over", "substitute"),
    "electronic": ("acknowledged",),
    "handed_over": ("handed_over", "substitute", "left_behind", "acknowledged"),
    "post": ("acknowledged",),
}

#: Methods with which a letter is handed to the post; the others have no day of posting.
POSTED = frozenset({"certificate", "registered", "post"})

#: Reasons for which the address itself is in doubt.
ADDRESS_DOUBT = frozenset({"unknown", "moved", "incomplete"})


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """Names of the vocabulary that the dispatch and a proven service of a letter write."""

    served_on: str
    method: str
    proven: str
    instruction: str
    period_until: str
    """The end of the period for departure, computed from the proven day; of several possible ends the latest."""
    posted_on: str
    """Written with the dispatch already, where the letter went by post. It starts nothing."""


SERVICE_FACTS: Mapping[str, ServiceFacts] = {
    "departure_warning": ServiceFacts(
        "warning_served_on",
        "warning_service_method",
        "warning_service_proven",
        "warning_instruction",
        "departure_period_until",
        "warning_posted_on",
    ),
}


#: Facts that the dispatch of a letter writes, whichever way it went: what it tells the person was told on that day.
TOLD_BY_DISPATCH: Mapping[str, tuple[str, ...]] = {
    "prospects_information": ("rights_informed_on", "hardship_informed_on"),
    "hardship_information": ("hardship_informed_on",),
}


def check_dispatch(dispatched_on: date, signed_on: date, today: date) -> tuple[Gap, ...]:
    """A letter leaves on or after the day of its signature, and not in the future."""
    if dispatched_on > today:
        return (
            Gap(
                "dispatched_on",
                "Der Tag des Versands liegt in der Zukunft. Tragen Sie den Versand ein, wenn er geschehen ist.",
                "The day of dispatch lies in the future. Enter the dispatch when it has happened.",
            ),
        )
    if dispatched_on < signed_on:
        return (
            Gap(
                "dispatched_on",
                "Der Tag des Versands liegt vor der Unterzeichnung. Bitte prüfen Sie das Datum.",
                "The day of dispatch lies before the signature. Please check the date.",
            ),
        )
    return ()


def check_service(
    method: str, manner: str, *, dispatched_on: date, served_on: date, today: date, has_document: bool
) -> tuple[Gap, ...]:
    """What stands against a proof of service, all at once."""
    gaps: list[Gap] = []
    if not has_document:
        gaps.append(
            Gap(
                "document",
                "Laden Sie den Nachweis hoch (Zustellungsurkunde, Rückschein oder Empfangsbekenntnis). Ohne Nachweis beginnt keine Frist.",
                "Upload the proof (certificate of service, return receipt or acknowledgement). Without proof no deadline starts.",
            )
        )
    if served_on > today:
        gaps.append(
            Gap("served_on", "Der Tag der Zustellung liegt in der Zukunft.", "The day of service lies in the future.")
        )
    if served_on < dispatched_on:
        gaps.append(
            Gap(
                "served_on",
                "Der Tag der Zustellung liegt vor dem Versand. Bitte prüfen Sie das Datum.",
                "The day of service lies before the dispatch. Please check the date.",
            )
        )
    if manner not in MANNERS[method]:
        gaps.append(
            Gap(
                "manner",
                "Diese Art der Zustellung kann mit der gewählten Versandart nicht nachgewiesen werden.",
                "This manner of service cannot be proven with the chosen kind of dispatch.",
            )
        )
    return tuple(gaps)
