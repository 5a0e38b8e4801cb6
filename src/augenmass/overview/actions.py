"""Counting the numbers of a body anew: nightly by the worker, and when somebody asks."""

from collections.abc import Iterator

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import now, today
from augenmass.overview.models import YearNumbers
from augenmass.overview.reading import courses_of
from augenmass.overview.rules.numbers import numbers_of

COUNTED_YEARS = 2
"""This year and the one before. Older numbers stay as they were last counted: what was erased since would be missing in them."""
COUNTED = (Body.Kind.FOREIGNERS_AUTHORITY, Body.Kind.CENTRAL_RETURN_OFFICE)
"""Kinds of bodies that work cases of return."""


def count_again(actor: Actor) -> None:
    """Count the own body's numbers now. Writes an access line. Raises ``NotPermitted``."""
    actor.require(Permission.READ_OVERVIEW)
    actor.require_writing()
    if actor.body.kind in COUNTED:
        with as_system(SystemRole.EVALUATION):  # numbers of all cases of the body, whoever of it asks
            count(actor.body_id)
        log.read(actor, "overview_counted")


def count(body_id: int) -> None:
    """Count a body's numbers and keep them in place of the older ones. They are derived, so no action is written."""
    day = today()
    years = range(day.year, day.year - COUNTED_YEARS, -1)
    for year, numbers in numbers_of(courses_of(body_id), years, day).items():
        kept = {"numbers": numbers, "counted_at": now()}
        YearNumbers.objects.update_or_create(body_id=body_id, year=year, defaults=kept)


def count_bodies() -> Iterator[Body]:
    """Count every body that works cases of return, one after another; gives each when it is done."""
    for body in Body.objects.filter(kind__in=COUNTED, dissolved_on=None):
        count(body.pk)
        yield body
