"""A conference, who takes part in it, what was said to whom, and its minutes."""

from augenmass.conferences.models.items import Item, Measure, Release, Revision
from augenmass.conferences.models.meeting import Conference, Lead, Participant, Point, Reach
from augenmass.conferences.models.minutes import AdviserLink, Approval, Minutes

__all__ = [
    "AdviserLink",
    "Approval",
    "Conference",
    "Item",
    "Lead",
    "Measure",
    "Minutes",
    "Participant",
    "Point",
    "Reach",
    "Release",
    "Revision",
]
