"""Invented members of families whose agreements are linked, or shall be: written by the ordinary actions."""

from datetime import date, timedelta
from uuid import uuid4

from augenmass.access.actor import Actor
from augenmass.agreements.actions.families import Given, consent_to_link, plan_together, wish_link
from augenmass.agreements.models import Agreement, FamilyLink, Review
from augenmass.agreements.rules.days import falls_on
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.site.command.people import actor_named

LINKED = ("Leyla Aydın", "Mehmet Aydın")
"""Both consented, and their next talk is on one day."""
ASKED = ("Olena Bondar", "Petro Kowalenko")
"""The first wishes it; the other has not said anything yet."""


def link_families() -> None:
    """Wish, consent and plan together, once."""
    if FamilyLink.objects.exists():
        return
    who = actor_named("nowak", Permission.AGREEMENTS)
    mine, other = (_of(name) for name in LINKED)
    made = _wish(who, mine, other, days=True)
    how = FamilyLink.How.TALK.value
    consent_to_link(who, other.key, _seen(other), made.key, Given(today(), how, days=True))
    versions = (mine.key, _seen(mine)), made.key, _seen(other)
    plan_together(who, *versions, _day(who), Review.MovedBy.PERSON.value)
    wishing, asked = (_of(name) for name in ASKED)
    _wish(who, wishing, asked, days=False)


def _of(name: str) -> Agreement:
    return Agreement.objects.get(participant__name=name)


def _wish(who: Actor, mine: Agreement, other: Agreement, days: bool) -> FamilyLink:
    given = Given(today(), FamilyLink.How.TALK.value, days=days)
    return wish_link(who, mine.key, _seen(mine), uuid4(), other.key, given)


def _day(who: Actor) -> date:
    day = today() + timedelta(weeks=4)
    while falls_on(day, who.body.land):
        day += timedelta(days=1)
    return day


def _seen(made: Agreement) -> int:
    made.refresh_from_db(fields=["version"])
    return made.version
