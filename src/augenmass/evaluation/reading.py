"""The only file outside the doors that reads agreements of others than the reader: it gives counts of a service and quarter, nothing else.

No name, no key, no language, no counsellor, no day of a single agreement leaves it.
"""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.db.models import Case, Exists, F, Min, OuterRef, Q, QuerySet, Value, When
from django.db.models.fields import IntegerField

from augenmass.agreements.models import Agreement, Edition, Promise, ProviderLink, Reached, Review, Step
from augenmass.agreements.rules.content import Side
from augenmass.evaluation.rules.counting import answer, by_worst, counted_from, lateness, service, talk
from augenmass.evaluation.rules.measures import MEASURES, SERVICES, Numbers
from augenmass.law.quarters import Quarter
from augenmass.law.time import BERLIN, day_of

State = Agreement.State
NOT_OVER = Q(agreement__ended_on=None) | Q(agreement__ended_on__gte=F("due"))
"""What was due after the end is nobody's delay."""


def numbers_of(body_id: int, quarter: Quarter) -> Numbers:
    """The counts of a service's agreements in a quarter, which must be long enough over to be counted."""
    return {
        "begun": [_begun(body_id, quarter)],
        "signed": _signed(body_id, quarter),
        "steps_service": _worst("steps_service", _of_service(body_id, quarter)),
        "steps_person": _worst("steps_person", _steps(body_id, quarter, Side.PERSON)),
        "reviews": _worst("reviews", _reviews(body_id, quarter)),
        "promises": _worst("promises", _promises(body_id, quarter)),
        "amended": [_editions(body_id, quarter).filter(_earlier()).values("agreement").distinct().count()],
        "ended": _ended(body_id, quarter),
        **{measure: _worst(measure, _services(body_id, kind, quarter)) for kind, measure in SERVICES.items()},
    }


def _worst(measure: str, found: Iterable[tuple[int, int]]) -> list[int]:
    return by_worst(found, len(MEASURES[measure].outcomes))


def _begun(body_id: int, quarter: Quarter) -> int:
    start, end = (datetime.combine(day, time(), BERLIN) for day in (quarter.first, quarter.next.first))
    return Agreement.objects.filter(body=body_id, begun_at__gte=start, begun_at__lt=end).count()


def _editions(body_id: int, quarter: Quarter) -> QuerySet[Edition]:
    days = (quarter.first, quarter.last)
    return Edition.objects.filter(agreement__body=body_id, signed_on__range=days).order_by()


def _earlier() -> Exists:
    """Whether an edition of the same agreement was signed before."""
    return Exists(
        Edition.objects.filter(agreement=OuterRef("agreement"), number__lt=OuterRef("number"), signed_on__isnull=False)
    )


def _signed(body_id: int, quarter: Quarter) -> list[int]:
    first = _editions(body_id, quarter).filter(~_earlier())
    own = first.filter(Q(language="de") | ~Q(text_own=[])).count()
    return [own, first.count() - own]


def _steps(body_id: int, quarter: Quarter, side: Side) -> list[tuple[int, int]]:
    days = (quarter.first, quarter.last)
    found = Step.objects.filter(NOT_OVER, agreement__body=body_id, side=side, due__range=days, dropped_in=None)
    rows = found.order_by().values_list("agreement_id", "due", "done_on")
    return [(pk, lateness(due, done_on, quarter)) for pk, due, done_on in rows if due is not None]


def _of_service(body_id: int, quarter: Quarter) -> list[tuple[int, int]]:
    """Steps of the service, and what other bodies promised: what the side of the state owed."""
    promised = Promise.objects.filter(
        NOT_OVER,
        agreement__body=body_id,
        state__in=(Promise.State.ACCEPTED, Promise.State.DELIVERED),
        due__range=(quarter.first, quarter.last),
    )
    rows = promised.order_by().values_list("agreement_id", "due", "delivered_on")
    given = [(pk, lateness(due, done_on, quarter)) for pk, due, done_on in rows]
    return [*_steps(body_id, quarter, Side.COUNSELLOR), *given]


def _reviews(body_id: int, quarter: Quarter) -> list[tuple[int, int]]:
    """Talks by their day; one that was moved counts on the day to which it was moved."""
    kept = (Review.State.HELD, Review.State.PLANNED)
    days = (quarter.first, quarter.last)
    found = Review.objects.filter(NOT_OVER, agreement__body=body_id, state__in=kept, due__range=days)
    rows = found.order_by().values_list("agreement_id", "due", "held_on")
    return [(pk, talk(due, held_on, quarter)) for pk, due, held_on in rows]


def _promises(body_id: int, quarter: Quarter) -> list[tuple[int, int]]:
    start, end = (datetime.combine(day, time(), BERLIN) for day in (quarter.first, quarter.next.first))
    asked: QuerySet[Any] = Promise.objects.filter(agreement__body=body_id).exclude(state=Promise.State.TAKEN_BACK)
    links = asked.filter(links__purpose=ProviderLink.Purpose.ANSWER).annotate(asked_at=Min("links__made_at"))
    rows = links.filter(asked_at__gte=start, asked_at__lt=end).order_by()
    return [
        (pk, answer(day_of(asked_at), accepted_on, state == Promise.State.DECLINED, quarter))
        for pk, asked_at, accepted_on, state in rows.values_list("agreement_id", "asked_at", "accepted_on", "state")
    ]


def _services(body_id: int, kind: str, quarter: Quarter) -> list[tuple[int, int]]:
    days = (quarter.first, quarter.last)
    found = Promise.objects.filter(NOT_OVER, agreement__body=body_id, kind=kind, due__range=days)
    rows = found.exclude(state=Promise.State.TAKEN_BACK).order_by()
    return [
        (pk, service(due, accepted_on is not None and accepted_on < counted_from(quarter), delivered_on, quarter))
        for pk, due, accepted_on, delivered_on in rows.values_list("agreement_id", "due", "accepted_on", "delivered_on")
    ]


def _ended(body_id: int, quarter: Quarter) -> list[int]:
    """Agreements that were signed and ended; a withdrawal is a right and says nothing of the goals."""
    yes = Reached.YES.value
    both, either = Q(reached_person=yes, reached_counsellor=yes), Q(reached_person=yes) | Q(reached_counsellor=yes)
    judged = ~Q(reached_person="") & ~Q(reached_counsellor="")
    place = Case(
        When(state=State.WITHDRAWN, then=Value(4)),
        When(judged & both, then=Value(0)),
        When(judged & either, then=Value(1)),
        When(judged, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    signed = Exists(Edition.objects.filter(agreement=OuterRef("pk"), signed_on__isnull=False))
    found = Agreement.objects.filter(signed, body=body_id, ended_on__range=(quarter.first, quarter.last))
    return by_worst(found.order_by().annotate(place=place).values_list("pk", "place"), len(MEASURES["ended"].outcomes))
