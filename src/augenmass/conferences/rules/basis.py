"""On what basis one item may be read by one receiver: the transmission matrix first, and named exceptions to asking it. Default deny.

The matrix knows no way to the person concerned and their representative: what they read is inspection of the file or information on
data held (VwVfG §§ 14, 29; BDSG § 57), which an officer assesses with a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from augenmass.transmissions.rules.enquiring import Answered, Way, ask, questions, regime_of
from augenmass.transmissions.rules.kinds import Regime

NO_DATA: Final = "none"
"""Class of an item that says nothing of a person."""
PERSON: Final = "person"
"""The receiver's kind of an adviser of the person."""
SECRET: Final = "enforcement_secret"  # noqa: S105
INSPECTION: Final[Mapping[Regime, tuple[str, ...]]] = {
    Regime.GDPR: ("VwVfG/29/1/1", "VwVfG/14"),
    Regime.POLICE: ("BDSG/57/1",),
}
SHORTEST_REASON: Final = 20


class Basis(StrEnum):
    """What a release rests on; the value is stored."""

    PROVISION = "provision"
    """The matrix answers yes."""
    ASSESSED = "assessed"
    """The matrix does not establish it; a named officer assessed it with a reason."""
    OWN_BODY = "own_body"
    """Giver and receiver belong to one body: nothing is transmitted."""
    NO_DATA = "no_data"
    """It says nothing of a person."""
    PERSON = "person"
    """The person's own representative inspects the file."""


class Lack(StrEnum):
    """Why there is no basis."""

    DENIED = "denied"
    BRAKE_OPEN = "brake_open"
    REASON_MISSING = "reason_missing"


@dataclass(frozen=True, slots=True)
class Asked:
    """One item on its way to one receiver. Kinds are those of the matrix; ``same_body``: giver and receiver belong to one."""

    sender: str
    receiver: str
    purpose: str
    data_class: str
    on: date
    same_body: bool = False
    told: Mapping[str, str] = field(default_factory=dict)
    occasion: str = ""
    reason: str = ""
    chosen: str = ""
    """Id of the provision that an officer's assessment rests on, where the matrix does not establish one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A basis with its provisions, or why there is none and what is left to answer."""

    basis: Basis | None
    provisions: tuple[str, ...] = ()
    lack: Lack | None = None
    questions: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    """Provisions that come into question for an assessment, the nearest first."""
    reason: str = ""
    """Kept only where the basis rests on it."""


def basis_for(asked: Asked) -> Found:
    """The basis of a release. Raises ``ValueError`` for a kind of body, purpose or class that the matrix does not know."""
    if asked.data_class == NO_DATA:
        return Found(Basis.NO_DATA)
    if asked.same_body:
        return Found(Basis.OWN_BODY)
    if asked.receiver == PERSON:
        return _inspection(asked)
    way = Way(asked.sender, asked.receiver, asked.purpose, asked.occasion)
    return _of_matrix(asked, ask(way, asked.told, (asked.data_class,), asked.on))


def regime_for(sender: str, purpose: str) -> Regime:
    """Whose data protection law governs what this kind of body tells for this purpose."""
    return regime_of(Way(sender, sender, purpose))


def reasoned(text: str) -> bool:
    """Whether a reason is more than a word."""
    return len(text.strip()) >= SHORTEST_REASON


def _inspection(asked: Asked) -> Found:
    if asked.data_class == SECRET:
        # AufenthG § 97a: the course of a removal is never shown to the person's side.
        return Found(None, lack=Lack.DENIED)
    if not reasoned(asked.reason):
        return Found(None, lack=Lack.REASON_MISSING)
    provisions = INSPECTION[regime_for(asked.sender, asked.purpose)]
    return Found(Basis.PERSON, provisions, reason=asked.reason.strip())


def _of_matrix(asked: Asked, answered: Answered) -> Found:
    (one,) = answered.answer.by_class
    if one.answer == "yes":
        return Found(Basis.PROVISION, tuple(row.norm.id for row in one.provisions))
    left = questions(answered)
    candidates = tuple(found.row.norm.id for found in one.candidates)
    if one.answer == "no":
        return Found(None, lack=Lack.DENIED)
    if one.brakes:
        # A brake protects: it is ruled out by an answer, never by somebody's reason.
        return Found(None, lack=Lack.BRAKE_OPEN, questions=left, candidates=candidates)
    if not reasoned(asked.reason) or asked.chosen not in candidates:
        return Found(None, lack=Lack.REASON_MISSING, questions=left, candidates=candidates)
    return Found(Basis.ASSESSED, (asked.chosen,), reason=asked.reason.strip())
