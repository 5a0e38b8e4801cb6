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
from augenmass.agreements.models.door import DoorCode, DoorVisit
from augenmass.agreements.models.families import FamilyLink
from augenmass.agreements.models.following import Review, SheetGiven, Step
from augenmass.agreements.models.interpreting import Interpreting
from augenmass.agreements.models.promises import Promise, ProviderLink
from augenmass.agreements.models.reminders import PrintBatch, Reminder

__all__ = [
    "Agreement",
    "DoorCode",
    "DoorVisit",
    "Edition",
    "FamilyLink",
    "Interpreting",
    "KeptFile",
    "Participant",
    "PrintBatch",
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
