"""Links to members of the family, as one side of them sees them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from augenmass.access.actor import Actor
from augenmass.agreements.models import Agreement, FamilyLink, Participant
from augenmass.agreements.queries.agreements import visible_agreements

MOST = 20
RUNNING = (Agreement.State.DRAFT, Agreement.State.ACTIVE)


@dataclass(frozen=True, slots=True)
class Linked:
    """A link from one side. ``waits``: this side was asked and has not consented; ``common``: the day of the next talk of both, where both
    want it shown and it is the same."""

    link: FamilyLink
    other: Agreement
    waits: bool
    days: bool
    common: date | None

    @property
    def holds(self) -> bool:
        """Whether both consented."""
        return self.link.holds


def links_of(agreement: Agreement) -> list[Linked]:
    """What an agreement that was found is linked with, or shall be; nothing that ended."""
    found = FamilyLink.objects.filter(Q(wished_by=agreement) | Q(asked=agreement), ended_on=None)
    rows = found.select_related("wished_by__participant", "asked__participant")
    return [_linked(agreement, link) for link in rows.order_by("pk")]


def _linked(agreement: Agreement, link: FamilyLink) -> Linked:
    asked = link.asked_id == agreement.pk
    other = link.wished_by if asked else link.asked
    same = agreement.next_talk is not None and agreement.next_talk == other.next_talk
    return Linked(
        link,
        other,
        asked and link.consented_on is None,
        link.consented_days if asked else link.wished_days,
        agreement.next_talk if same and link.shares_days else None,
    )


def may_be_linked(actor: Actor, agreement: Agreement, text: str) -> list[Agreement]:
    """Running agreements of the own body by the name of the person, at most twenty; without this one and what it is linked with."""
    if not text.strip():
        return []
    named = Participant.objects.filter(body=actor.body_id, name__icontains=text.strip())
    taken = {agreement.pk, *(one.other.pk for one in links_of(agreement))}
    held = visible_agreements(actor).filter(participant__in=named, state__in=RUNNING).exclude(pk__in=taken)
    return list(held.select_related("participant").order_by("participant__name", "pk")[:MOST])
