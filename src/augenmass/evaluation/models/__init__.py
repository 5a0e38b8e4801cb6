"""Pilots, their places and editions, what places delivered, reports, and sheets of the questionnaire that nobody can open alone."""

from augenmass.evaluation.models.pilots import Edition, Pilot, Place
from augenmass.evaluation.models.reports import Delivery, OfferedCount, Report
from augenmass.evaluation.models.sheets import AnswerCounts, SealedSheet, UsedSheet

__all__ = [
    "AnswerCounts",
    "Delivery",
    "Edition",
    "OfferedCount",
    "Pilot",
    "Place",
    "Report",
    "SealedSheet",
    "UsedSheet",
]
