"""Cases in which counselling must still be offered before anything is enforced: a list to offer help by, in the order of its dates."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.released import learns_position
from augenmass.access.sight import fact_names_visible
from augenmass.access.visible import Reach, visible_rows_q
from augenmass.cases.models import LegalPosition
from augenmass.record.models import Fact

FACT = "counselling_offered_on"
LANES = ("enforcement", "voluntary")
"""Lanes of an enforceable obligation to leave: the law lets nothing be enforced in them before the offer."""
PAGE = 50


@dataclass(frozen=True, slots=True)
class NotOffered:
    """One page of the list; ``count`` is the whole list's."""

    rows: list[LegalPosition]
    count: int
    number: int
    pages: int


def not_offered(actor: Actor, page: int = 1) -> NotOffered:
    """The own body's cases without an offer; writes an access line. Nothing for who may not learn of it."""
    found = LegalPosition.objects.filter(visible_rows_q(actor, reach=Reach.OWN), lane__in=LANES)
    if not learns_position(actor.roles, actor.purpose) or FACT not in fact_names_visible(actor):
        found = found.none()
    offered = Fact.objects.filter(case=OuterRef("pk"), name=FACT, closed_by=None, disputed_by=None)
    found = found.exclude(Exists(offered)).order_by("due", "pk")
    count = found.count()
    pages = max(1, -(-count // PAGE))
    number = min(max(1, page), pages)
    rows = list(found.select_related("case", "officer")[(number - 1) * PAGE : number * PAGE])
    log.read(actor, "not_offered", categories=["identity", "file"], rows=len(rows))
    return NotOffered(rows, count, number, pages)
