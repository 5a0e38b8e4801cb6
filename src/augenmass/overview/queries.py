"""The numbers of a body, protected before anybody sees them: of the own body, and for a ministry of the bodies of its Land."""

from dataclasses import dataclass
from datetime import datetime

from augenmass.access import log
from augenmass.access.actor import Actor, Purpose
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.overview.actions import COUNTED
from augenmass.overview.models import YearNumbers
from augenmass.overview.rules.measures import OUTCOMES
from augenmass.overview.rules.numbers import Line, shown_lines
from augenmass.overview.rules.periods import YEAR, Period, has_begun, is_over


@dataclass(frozen=True, slots=True)
class Overview:
    """The page of a body for a period. ``counted_at`` is None where nothing was counted yet; ``open``: the period still runs
    and is shown to the body alone."""

    body: Body
    period: Period
    years: list[int]
    measures: dict[str, list[Line]]
    counted_at: datetime | None
    may_count: bool

    @property
    def open(self) -> bool:
        return not is_over(self.period, today())


def bodies_to_see(actor: Actor) -> list[Body]:
    """Whose numbers the actor may see: the own body's, in a ministry those of its Land. Raises ``NotPermitted``."""
    actor.require(Permission.READ_OVERVIEW)
    if actor.body.kind == Body.Kind.MINISTRY:
        return list(Body.objects.filter(kind__in=COUNTED, land=actor.body.land, dissolved_on=None))
    return [actor.body] if actor.body.kind in COUNTED else []


def overview(actor: Actor, body_key: str, period: Period) -> Overview | None:
    """A body's numbers of a period, without those that are not shown; "" is the first body that the actor may see.

    None where there is no such body for the actor. A ministry sees a quarter or year when it is over: numbers that grow from day
    to day would tell what happened on one. Writes an access line. Raises ``NotPermitted``.
    """
    body = next((body for body in bodies_to_see(actor) if body_key in ("", body.key)), None)
    if body is None:
        return None
    own = body.pk == actor.body_id
    with as_system(SystemRole.EVALUATION):  # counted numbers, after the right to see this body's was checked
        held = YearNumbers.objects.filter(body=body).order_by("-year")
        years = [year for year in held.values_list("year", flat=True) if own or is_over(Period(year, 1), today())]
        kept = held.filter(year=period.year).first()
    measures = {}
    if kept is not None:
        for measure in OUTCOMES:
            measures[measure] = [
                line
                for line in shown_lines(kept.numbers, measure)
                if period.quarter in (YEAR, line.quarter)
                and has_begun(Period(period.year, line.quarter), today())
                and (own or is_over(Period(period.year, line.quarter), today()))
            ]
    log.read(actor, "overview", purpose=None if own else Purpose.SUPERVISION)
    return Overview(
        body=body,
        period=period,
        years=years or [today().year],
        measures=measures,
        counted_at=None if kept is None else kept.counted_at,
        may_count=own,
    )
