"""Whether a notice may come: its provision must fit its kind, carry its classes of data, and no brake may be open. Default deny.

The matrix of transmissions answers for the Residence Act. For Land police law it knows no row: the sender names the provision, which stands
as *not verified* until a legal reviewer confirmed it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from augenmass.law.transmission.answer import Enquiry, TransmissionAnswer, transmission_answer
from augenmass.notices.rules.kinds import Kind, ReturnReason

RECEIVER, PURPOSE = "foreigners_authority", "residence_law"
POLICE = "land_police"
"""Only these have police law of a Land to name."""
PROVISIONS: Mapping[Kind, tuple[str, ...]] = {
    Kind.STAY_WITHOUT_TITLE: ("AufenthG/87/2/1/1",),
    Kind.LIMIT_BREACHED: ("AufenthG/87/2/1/2",),
    Kind.EXPULSION_GROUND: ("AufenthG/87/2/1/3",),
    Kind.OPENED: ("AufenthG/87/4/1",),
    Kind.CHARGE: ("AufenthG/87/4/2",),
    Kind.ENDED: ("AufenthG/87/4/1",),
    Kind.POLICE_LAW: (),
}
LAND_LAW = "land_police_law"
"""Stands for the provision of a notice under police law; which one it is the sender writes."""
_CLASSES: Mapping[Kind, tuple[str, ...]] = {
    Kind.STAY_WITHOUT_TITLE: ("identity", "residence"),
    Kind.LIMIT_BREACHED: ("identity", "residence"),
    Kind.EXPULSION_GROUND: ("identity", "offence_indications"),
    Kind.OPENED: ("identity", "criminal_proceedings"),
    Kind.CHARGE: ("identity", "criminal_proceedings"),
    Kind.ENDED: ("identity", "criminal_proceedings"),
}
_BRAKES = (
    "special_rule_opposes",
    "professional_secret",
    "tax_secret",
    "social_data",
    "youth_welfare_entrusted",
    "counselling_content",
)
"""What the sender's one statement on § 88 rules out."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What the sender states with the notice; what is not stated is not established, and then nothing goes."""

    learned_on_duty: bool = False
    no_special_rule: bool = False
    """Nothing under AufenthG § 88 and the special rules of professional, tax and social secrecy."""
    not_petty: bool = False
    """No regulatory case that AufenthG § 87 (4) S. 4 leaves out."""
    inquiry_safe: bool = False
    """The purpose of the inquiry is not endangered (§ 87 (4) S. 2)."""


@lru_cache(maxsize=64)
def kinds_for(sender: str, on: date) -> tuple[Kind, ...]:
    """The kinds that a kind of body can send at all, by the matrix; ``sender`` is a kind of body of the matrix."""
    everything = Statements(True, True, True, True)
    return tuple(kind for kind in Kind if may_send(sender, kind, everything, on))


def may_send(sender: str, kind: Kind, said: Statements, on: date) -> bool:
    """Whether a sender may give notice of this kind after what it stated."""
    if kind is Kind.POLICE_LAW:
        return sender == POLICE and said.no_special_rule
    answer = _asked(sender, kind, said, on)
    return answer.allowed and set(PROVISIONS[kind]) <= {row.norm.id for row in answer.provisions}


def reason_to_return(
    sender: str, kind: Kind, provision: str, land_law: str, said: Statements, on: date
) -> ReturnReason | None:
    """Why a notice goes back unread, None where it may stay."""
    if not provision.strip() or (provision == LAND_LAW and not land_law.strip()):
        return ReturnReason.NO_PROVISION
    if (kind is Kind.POLICE_LAW) != (provision == LAND_LAW):
        return ReturnReason.WRONG_PROVISION
    if kind is not Kind.POLICE_LAW and provision not in PROVISIONS[kind]:
        return ReturnReason.WRONG_PROVISION
    return None if may_send(sender, kind, said, on) else ReturnReason.NOT_ALLOWED


def _asked(sender: str, kind: Kind, said: Statements, on: date) -> TransmissionAnswer:
    facts = {"occasion": kind.value}
    if said.learned_on_duty:
        facts["learned_on_duty"] = "yes"
    if said.no_special_rule:
        facts |= dict.fromkeys(_BRAKES, "no")
    if said.not_petty:
        facts["petty_regulatory_case"] = "no"
    if said.inquiry_safe:
        facts["inquiry_endangered"] = "no"
    return transmission_answer(Enquiry(sender, RECEIVER, PURPOSE, _CLASSES[kind], on, facts))
