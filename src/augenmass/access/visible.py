"""The one function through which every read goes, for single objects, lists, counts, search, exports and programs alike.

A case is reached in two ways: the actor's body is responsible for it, or an access to it was granted (also by a referral).
For anybody else it does not exist. What may be read *in* a case says ``access.sight``.
"""

from enum import Enum

from django.db.models import Q, QuerySet

from augenmass.access.actor import Actor, Purpose
from augenmass.access.matrix import categories_for
from augenmass.access.models import Grant
from augenmass.directory.own_task import has_own_task
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.models import Case

NOTHING = Q(pk__in=[])


class Reach(Enum):
    """By which way a case is reached. Lists take one way at a time, so that an index serves them."""

    OWN = "own"
    GRANTED = "granted"


def grants_of(actor: Actor, purpose: Purpose | None = None) -> QuerySet[Grant]:
    """The accesses that hold today for the actor's body or for the actor by name, in bodies that are not the case's own.

    A ministry that supervises only has none: it learns numbers and what is released to it item by item.
    """
    if not actor.may(Permission.READ_CASES) or actor.reads_only:
        return Grant.objects.none()
    day = today()
    if not has_own_task(actor.body, day):
        return Grant.objects.none()
    held = Grant.objects.filter(
        Q(account=None) | Q(account=actor.account_id),
        body=actor.body_id,
        ended_by=None,
        valid_from__lte=day,
        valid_until__gte=day,
    )
    return held.filter(purpose=purpose) if purpose is not None else held


def visible_q(actor: Actor, purpose: Purpose | None = None, prefix: str = "", reach: Reach | None = None) -> Q:
    """The condition "the actor may read this case", for a table that reaches the case by ``prefix`` (e.g. ``case__``)."""
    return _reached(actor, purpose, reach, body=f"{prefix}body_id", case=f"{prefix}id")


def visible_rows_q(actor: Actor, purpose: Purpose | None = None, reach: Reach | None = None) -> Q:
    """As ``visible_q``, for a table that keeps the body of its case beside the case, so that an index by body serves it."""
    return _reached(actor, purpose, reach, body="body_id", case="case_id")


def _reached(actor: Actor, purpose: Purpose | None, reach: Reach | None, *, body: str, case: str) -> Q:
    if not actor.may(Permission.READ_CASES):
        return NOTHING
    ways = []
    if reach is not Reach.GRANTED and categories_for(actor.roles, purpose or actor.purpose):
        ways.append(Q(**{body: actor.body_id}))
    if reach is not Reach.OWN:
        ways.append(Q(**{f"{case}__in": grants_of(actor, purpose).values("case_id")}))
    either = ways[0] if ways else NOTHING
    for way in ways[1:]:
        either |= way
    return either


def visible_to(actor: Actor, purpose: Purpose | None = None, reach: Reach | None = None) -> QuerySet[Case]:
    """The cases that the actor may read for the purpose; for anybody else they do not exist."""
    return Case.objects.filter(visible_q(actor, purpose, reach=reach))


def worked_q(actor: Actor, prefix: str = "") -> Q:
    """The condition "the actor's body works this case": what actions write to. A granted access never lets anybody write."""
    return NOTHING if actor.reads_only else visible_q(actor, prefix=prefix, reach=Reach.OWN)


def worked_by(actor: Actor) -> QuerySet[Case]:
    """The cases that the actor's body works."""
    return Case.objects.filter(worked_q(actor))


def casework_q(actor: Actor, prefix: str = "") -> Q:
    """As ``worked_q``, for what officers write in their own words: reasons, notes, letters.

    Free text can hold any category, so it is read only by roles that work on cases, not by those that take data in.
    """
    return worked_q(actor, prefix=prefix) if actor.may(Permission.TAKE_STEPS) else NOTHING
