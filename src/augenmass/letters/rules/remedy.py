"""Which remedy is given against an order, where, and whether it suspends (VwGO §§ 58, 68, 70, 74, 80; Land profile)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from augenmass.letters.rules.inputs import Gap, Office, RemedyProfile

IMMEDIATE_EXECUTION = "§ 80 Absatz 2 Satz 1 Nummer 4 VwGO"


class RemedyKind(StrEnum):
    OBJECTION = "objection"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Remedy:
    """The remedy: where it is lodged (``office``), the court that can order suspension, and whether the remedy suspends."""

    kind: RemedyKind
    office: Office
    court: Office
    suspends: bool
    suspension_citation: str
    cite: str
    ordered: bool = False
    """The suspensive effect falls away by an order of the body, so a court would restore it instead of ordering it."""


def choose_remedy(
    profile: RemedyProfile, body: Office, *, immediate_execution: bool = False
) -> tuple[Remedy | None, tuple[Gap, ...]]:
    """Objection where the Land keeps the preliminary procedure, else action; what the profile does not say is a gap.

    A wrong or missing instruction lets the period for the remedy run a year (VwGO § 58 (2)), so nothing is guessed here.
    """
    gaps = (*_missing(profile, body), *_needless_order(profile, immediate_execution))
    if gaps:
        return None, gaps
    assert profile.court is not None
    assert profile.suspensive_effect_excluded is not None
    kind = RemedyKind.OBJECTION if profile.objection_required else RemedyKind.ACTION
    office = (profile.objection_office or body) if kind is RemedyKind.OBJECTION else profile.court
    return (
        Remedy(
            kind=kind,
            office=office,
            court=profile.court,
            suspends=not profile.suspensive_effect_excluded and not immediate_execution,
            suspension_citation=IMMEDIATE_EXECUTION if immediate_execution else profile.suspensive_citation,
            ordered=immediate_execution,
            cite="VwGO/70/1/1" if kind is RemedyKind.OBJECTION else "VwGO/74/1/2",
        ),
        (),
    )


def _needless_order(profile: RemedyProfile, immediate_execution: bool) -> tuple[Gap, ...]:
    if not (immediate_execution and profile.suspensive_effect_excluded):
        return ()
    return (
        Gap(
            "immediate_execution",
            "Die aufschiebende Wirkung entfällt hier schon nach Landesrecht. Ordnen Sie die sofortige Vollziehung nicht zusätzlich an.",
            "The suspensive effect is excluded by Land law already. Do not order immediate execution in addition.",
        ),
    )


def _missing(profile: RemedyProfile, body: Office) -> tuple[Gap, ...]:
    gaps: list[Gap] = []
    if profile.objection_required is None:
        gaps.append(
            Gap(
                "objection_required",
                f"Das Landesprofil {profile.land} sagt nicht, ob vor der Klage ein Widerspruchsverfahren stattfindet (§ 68 VwGO). Ergänzen Sie es.",
                f"The Land profile {profile.land} does not say whether objection proceedings come before an action (VwGO § 68). Complete it.",
            )
        )
    if profile.suspensive_effect_excluded is None:
        gaps.append(
            Gap(
                "suspensive_effect_excluded",
                f"Das Landesprofil {profile.land} sagt nicht, ob Rechtsbehelfe gegen Maßnahmen der Vollstreckung aufschieben "
                "(§ 80 Absatz 2 Satz 2 VwGO). Ergänzen Sie es.",
                f"The Land profile {profile.land} does not say whether remedies against enforcement measures suspend "
                "(VwGO § 80 (2) sentence 2). Complete it.",
            )
        )
    elif profile.suspensive_effect_excluded and not profile.suspensive_citation.strip():
        gaps.append(
            Gap(
                "suspensive_citation",
                f"Das Landesprofil {profile.land} nennt die Vorschrift nicht, die die aufschiebende Wirkung ausschließt.",
                f"The Land profile {profile.land} does not name the provision that excludes the suspensive effect.",
            )
        )
    if profile.court is None or not profile.court.address.complete():
        gaps.append(
            Gap(
                "court",
                "Das zuständige Verwaltungsgericht ist nicht mit vollständiger Anschrift hinterlegt (§ 58 Absatz 1 VwGO).",
                "The competent administrative court is not recorded with its complete address (VwGO § 58 (1)).",
            )
        )
    office = profile.objection_office or body
    if profile.objection_required and not office.address.complete():
        gaps.append(
            Gap(
                "objection_office",
                "Die Stelle, bei der der Widerspruch einzulegen ist, hat keine vollständige Anschrift (§ 58 Absatz 1 VwGO).",
                "The body where the objection is lodged has no complete address (VwGO § 58 (1)).",
            )
        )
    return tuple(gaps)
