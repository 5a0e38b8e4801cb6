"""How often and how fast a body decided on declarations, read from its facts; small numbers are not told."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q
from augenmass.departure.queries.standing import ANSWER, ARRANGED, DECLARED
from augenmass.departure.rules.decisions import Decision, Told, decisions, told
from augenmass.gate.queries import staff_measures_allowed
from augenmass.law.time import now
from augenmass.record.models import Fact

LOOK_BACK = timedelta(days=365)


def decisions_told(actor: Actor) -> Told:
    """The declarations of the last year in cases that the actor's body works. How fast: only where measures of staff are allowed."""
    since = now() - LOOK_BACK
    log.read(actor, "departure_decisions", categories=["departure"])
    numbers = told(_since(since, _decisions(actor)))
    return numbers if staff_measures_allowed(actor.body) else replace(numbers, median_hours=None)


def _since(since: datetime, found: Iterable[Decision]) -> list[Decision]:
    return [row for row in found if row.declared_at >= since]


def _decisions(actor: Actor) -> list[Decision]:
    """One question, however many cases have declared: their ids are not sent back to the database."""
    asked = Fact.objects.filter(casework_q(actor, prefix="case__"), name__in=(DECLARED, ANSWER, ARRANGED))
    rows = list(asked.filter(erased_by=None).values_list("case_id", "name", "known_at", "value"))
    declared = [(case_id, at) for case_id, name, at, _value in rows if name == DECLARED]
    answered = [(case_id, at, value) for case_id, name, at, value in rows if name == ANSWER]
    arranged: dict[int, list[datetime]] = {}
    for case_id, name, at, _value in rows:
        if name == ARRANGED:
            arranged.setdefault(case_id, []).append(at)
    return decisions(declared, answered, arranged)
