"""Which facts the next steps of a body's cases wait for: counted at night from the positions, without keeping any case.

A position keeps the blockers of a step that lie nearest (``positions.MOST_SHOWN``), so further ones are not counted.
Counting 100,000 positions takes seconds, so no page counts; and a count that changes once a day does not show which case changed it.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

from django.db import transaction

from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import SECRET_NAMES
from augenmass.cases.models import LegalPosition, OpenPoint
from augenmass.directory.models import Body
from augenmass.law.catalogue import Catalogue
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY

LEAST: Final = 3
"""Counts below it are not kept."""

COUNTED: Final = frozenset(
    {
        *("answer_declaration", "grant_suspension", "renew_suspension", "certify_provisional"),
        *("establish_identity", "inform_about_rights", "check_prospects", "refer_application"),
        *("offer_counselling", "extend_period", "close_case"),
    }
)
"""Steps that count. Those that serve enforcement alone are left out: a list ordered by what they lack would be one of targets.
A step that is new in the catalogue counts only when it is named here."""

Points = Counter[tuple[str, str]]
"""How often each pair of fact and step occurs."""


def count_open_points(stopping: Callable[[], bool] = lambda: False) -> int:
    """Count anew for every body, each in a short transaction; returns for how many."""
    done = 0
    with as_system(SystemRole.EVALUATION):
        for body_id in Body.objects.order_by("pk").values_list("pk", flat=True):
            if stopping():
                break
            positions = LegalPosition.objects.filter(body=body_id).values_list("content", flat=True)
            _keep(body_id, *count_points(positions.iterator(2_000)))
            done += 1
    return done


def count_points(contents: Iterable[dict[str, Any]]) -> tuple[Points, Points]:
    """Count in how many cases a step waits for a fact, and in how many for it alone, from the contents of positions."""
    found: Points = Counter()
    alone: Points = Counter()
    for content in contents:
        for blocked in content["blocked"]:
            if blocked["step"] in COUNTED and blocked["answer"] == "not_established":
                facts = _facts(blocked["blockers"])
                found.update((fact, blocked["step"]) for fact in facts)
                if len(facts) == len(blocked["blockers"]) == 1:
                    alone[facts.pop(), blocked["step"]] += 1
    return found, alone


def _facts(blockers: Iterable[str]) -> set[str]:
    """The facts that clear the blockers: a fact itself, or those of a doubt; what names another thing or a secret is left out."""
    doubts = {doubt.id: doubt.clears_with for doubt in Catalogue.shipped().doubts}
    names = (name for blocker in blockers for name in doubts.get(blocker, (blocker,)))
    return {name for name in names if name in VOCABULARY and name not in SECRET_NAMES}


def _keep(body_id: int, found: Points, alone: Points) -> None:
    on = today()
    rows = [
        OpenPoint(body_id=body_id, fact=fact, step=step, cases=number, alone=_large(alone[fact, step]), counted_on=on)
        for (fact, step), number in found.items()
        if number >= LEAST
    ]
    with transaction.atomic():
        OpenPoint.objects.filter(body=body_id).delete()
        OpenPoint.objects.bulk_create(rows)


def _large(number: int) -> int:
    return number if number >= LEAST else 0
