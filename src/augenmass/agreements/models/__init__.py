"""Participants, agreements and their editions, promises of other bodies, what is followed up."""

from augenmass.agreements.models.agreements import (
    Agreement,
    Edition,
    KeptFile,
    Participant,
    Signature,
    SignedCopy,
)
from augenmass.agreements.models.door import DoorCode, DoorVisit
from augenmass.agreements.models.following import Reminder, Review, Step
from augenmass.agreements.models.promises import Promise, ProviderLink

__all__ = [
    "Agreement",
    "DoorCode",
    "DoorVisit",
    "Edition",
    "KeptFile",
    "Participant",
    "Promise",
    "ProviderLink",
    "Reminder",
    "Review",
    "Signature",
    "SignedCopy",
    "Step",
]
