"""Prospects of residence, suspensions by their own rules, work, courses, benefits: all norms and definitions of this folder."""

from augenmass.law.language import Definition
from augenmass.law.norm import Norm
from augenmass.law.norms.prospects import (
    benefits,
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
)

DEFINITIONS: tuple[Definition, ...] = (
    *parts.DEFINITIONS,
    *humanitarian.DEFINITIONS,
    *integration.DEFINITIONS,
    *work.DEFINITIONS,
    *training.DEFINITIONS,
    *employment.DEFINITIONS,
    *identity.DEFINITIONS,
    *courses.DEFINITIONS,
    *reductions.DEFINITIONS,
    *benefits.DEFINITIONS,
)
NORMS: tuple[Norm, ...] = (
    *humanitarian.NORMS,
    *integration.NORMS,
    *training.NORMS,
    *training_ends.NORMS,
    *employment.NORMS,
    *work.NORMS,
    *identity.NORMS,
    *courses.NORMS,
    *reductions.NORMS,
    *benefits.NORMS,
)
