"""Participants, agreements and their editions, promises of other bodies, what is followed up."""

from augenmass.agreements.models.agreements import (
    Agreement,
    Edition,
    KeptFile,
    Participant,
    Reached,
    Signature,
    SignedCopy,
)
from augenmass.agreements.models.following import Reminder, Review, SheetGiven, Step
from augenmass.agreements.models.promises import Promise, ProviderLink

__all__ = [
    "Agreement",
    "Edition",
    "KeptFile",
    "Participant",
    "Promise",
    "ProviderLink",
    "Reached",
    "Reminder",
    "Review",
    "SheetGiven",
    "Signature",
    "SignedCopy",
    "Step",
]
