"""Talks of the next days for which nobody is known to interpret."""

from django.db.models import Exists, OuterRef, QuerySet

from augenmass.access.actor import Actor
from augenmass.agreements.models import Agreement, Interpreting, Review
from augenmass.agreements.queries.agreements import visible_agreements
from augenmass.agreements.rules.days import working_days_after
from augenmass.law.time import today
from augenmass.work.queries.sections import Section

AHEAD = 2
"""Working days."""
MOST = 10


def without_interpreter(actor: Actor) -> Section[Review]:
    """The actor's own talks, two working days ahead at most, in a foreign language, that nobody confirmed to interpret; the first ten."""
    found = _without(actor)
    rows = list(found.select_related("agreement__participant").order_by("due", "pk")[:MOST])
    return Section(found.count() if len(rows) == MOST else len(rows), rows)


def _without(actor: Actor) -> QuerySet[Review]:
    own = visible_agreements(actor).filter(counsellor=actor.account_id, state=Agreement.State.ACTIVE)
    until = working_days_after(today(), AHEAD, actor.body.land)
    near = own.filter(next_talk__gte=today(), next_talk__lte=until).exclude(participant__language="de")
    confirmed = Interpreting.objects.filter(review=OuterRef("pk"), state=Interpreting.State.CONFIRMED)
    talks = Review.objects.filter(agreement__in=near, state=Review.State.PLANNED, interpreter_ordered=False)
    return talks.filter(~Exists(confirmed))
