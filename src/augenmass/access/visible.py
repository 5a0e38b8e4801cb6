"""The one function through which every read goes."""

from functools import cache

from django.db.models import Q, QuerySet

from augenmass.access.actor import Actor, Purpose
from augenmass.access.matrix import categories_of
from augenmass.directory.roles import Permission
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case


def visible_q(actor: Actor, purpose: Purpose = Purpose.CASE_WORK, prefix: str = "") -> Q:
    """The condition "the actor may read this case", for a table that reaches the case's body by ``prefix`` (e.g. ``case__``).

    First form: the cases that the actor's own body is responsible for, to roles that read cases at all.
    """
    if not actor.may(Permission.READ_CASES):
        return Q(pk__in=[])
    return Q(**{f"{prefix}body_id": actor.body_id})


def casework_q(actor: Actor, prefix: str = "") -> Q:
    """As ``visible_q``, for what officers write in their own words: reasons, notes, letters.

    Free text can hold any category, so it is read only by roles that work on cases, not by those that take data in.
    """
    return visible_q(actor, prefix=prefix) if actor.may(Permission.TAKE_STEPS) else Q(pk__in=[])


def visible_to(actor: Actor, purpose: Purpose = Purpose.CASE_WORK) -> QuerySet[Case]:
    """The cases that the actor may read for the purpose; for anybody else they do not exist."""
    return Case.objects.filter(visible_q(actor, purpose))


@cache
def _names(categories: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name, declared in VOCABULARY.items() if declared.category in categories)


def fact_names_visible(actor: Actor, purpose: Purpose = Purpose.CASE_WORK) -> frozenset[str]:
    """The names of the facts whose values the actor may read in a visible case."""
    return _names(frozenset().union(*(categories_of(role, purpose) for role in actor.roles)))
