"""Prospects of residence, suspensions by their own rules, work, courses, benefits: all norms and definitions of this folder."""

from augenmass.law.language import Definition
from augenmass.law.norm import Norm
from augenmass.law.norms.prospects import (
    benefit_periods,
    benefits,
    course_duties,
    courses,
    employment,
    humanitarian,
    identity,
    integration,
    parts,
    reductions,
    training,
    training_ends,
    work,
    youth,
)

DEFINITIONS: tuple[Definition, ...] = (
    *parts.DEFINITIONS,
    *humanitarian.DEFINITIONS,
    *youth.DEFINITIONS,
    *integration.DEFINITIONS,
    *work.DEFINITIONS,
    *training.DEFINITIONS,
    *employment.DEFINITIONS,
    *identity.DEFINITIONS,
    *courses.DEFINITIONS,
    *course_duties.DEFINITIONS,
    *reductions.DEFINITIONS,
    *benefits.DEFINITIONS,
    *benefit_periods.DEFINITIONS,
)
NORMS: tuple[Norm, ...] = (
    *humanitarian.NORMS,
    *youth.NORMS,
    *integration.NORMS,
    *training.NORMS,
    *training_ends.NORMS,
    *employment.NORMS,
    *work.NORMS,
    *identity.NORMS,
    *courses.NORMS,
    *course_duties.NORMS,
    *reductions.NORMS,
    *benefits.NORMS,
    *benefit_periods.NORMS,
)
