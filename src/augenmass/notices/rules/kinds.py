"""Kinds of notices, what proceedings can end with, states, and why a notice goes back: closed lists. No kind is about how many there are."""

from enum import StrEnum


class Kind(StrEnum):
    """What a notice is about; the values are occasions of the matrix of transmissions, save the last."""

    STAY_WITHOUT_TITLE = "stay_without_title"
    LIMIT_BREACHED = "limit_breached"
    EXPULSION_GROUND = "expulsion_ground"
    OPENED = "proceedings_opened"
    CHARGE = "charge_or_warrant"
    ENDED = "proceedings_ended"
    POLICE_LAW = "police_law"
    """By a provision of Land police law that the sender names."""


class Outcome(StrEnum):
    """What proceedings ended with."""

    ACQUITTAL = "acquittal"
    NO_SUSPICION = "no_suspicion"
    DISCONTINUED = "discontinued"
    CONVICTION = "conviction"
    PENAL_ORDER = "penal_order"
    FINE = "fine"


REOPENS = frozenset({Outcome.ACQUITTAL, Outcome.NO_SUSPICION, Outcome.DISCONTINUED})
"""What takes the ground from an assessment that rested on the suspicion: each such assessment is looked at again."""


class Stage(StrEnum):
    """How sure a notice is: what is suspected and what came out are told apart wherever one is shown."""

    FACT = "fact"
    SUSPICION = "suspicion"
    OUTCOME = "outcome"


class Channel(StrEnum):
    """How a notice came in."""

    FORM = "form"
    PACKAGE = "package"
    API = "api"


class ReturnReason(StrEnum):
    """Why a notice goes back to its sender unread and is not kept."""

    NO_PROVISION = "no_provision"
    WRONG_PROVISION = "wrong_provision"
    NOT_ALLOWED = "not_allowed"
    NOT_CONFIRMED = "not_confirmed"
    """A provision of police law that legal review declined."""


class Erased(StrEnum):
    """Why the content of a notice is gone."""

    IRRELEVANT = "irrelevant"
    NOT_OURS = "not_ours"
    NOBODY_FOUND = "nobody_found"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"


STAGES = {
    Kind.STAY_WITHOUT_TITLE: Stage.FACT,
    Kind.LIMIT_BREACHED: Stage.FACT,
    Kind.EXPULSION_GROUND: Stage.SUSPICION,
    Kind.OPENED: Stage.SUSPICION,
    Kind.CHARGE: Stage.SUSPICION,
    Kind.ENDED: Stage.OUTCOME,
    Kind.POLICE_LAW: Stage.SUSPICION,
}
OF_PROCEEDINGS = (Kind.OPENED, Kind.CHARGE, Kind.ENDED)
"""Kinds that name the statutory provisions of the offence and the sender's file number (AufenthG § 87 (4) S. 1)."""
STARTS = (Kind.OPENED, Kind.CHARGE)
"""Kinds that an end answers."""
