"""Who may what in this room."""

from augenmass.access.actor import Actor, NotPermitted
from augenmass.agreements.queries.agreements import APART, may_counsel
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission

RUNS = (Body.Kind.MUNICIPALITY, Body.Kind.MINISTRY)
"""Kinds of bodies that run pilots. None of them is an authority that decides about residence."""


def may_evaluate(actor: Actor) -> bool:
    """Whether the actor runs pilots here: never together with a right over cases, never in a support session."""
    runs = actor.may(Permission.PILOTS) and actor.body.kind in RUNS
    return runs and not actor.reads_only and not (actor.permissions & APART)


def require_evaluation(actor: Actor) -> None:
    """Raise ``NotPermitted`` for whoever does not run pilots here, or writes by a program."""
    if not may_evaluate(actor) or actor.program:
        raise NotPermitted(Permission.PILOTS)


def require_service(actor: Actor) -> None:
    """Raise ``NotPermitted`` for whoever works no agreements here, or writes by a program."""
    if not may_counsel(actor) or actor.program:
        raise NotPermitted(Permission.AGREEMENTS)
